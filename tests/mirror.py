"""How far the tests stand beside what they test: `python -m tests.mirror`.

The tree of the tests is that of the rooms: what tests/a/b/test_c.py tests is a/b/c.py.
"""

import subprocess
import sys
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
NOT_THE_PRODUCT = ("tests/", "benchmarks/", "conftest.py", "manage.py")
TEACHES_NOTHING = ("__init__.py", "apps.py", "urls.py")
"""Modules that only name others."""


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def modules() -> list[str]:
    """The modules of the product that a test could stand beside."""
    names = [name for name in tracked() if not name.startswith(NOT_THE_PRODUCT) and "/migrations/" not in name]
    return [name for name in names if not name.endswith(TEACHES_NOTHING)]


def twin(module: str) -> str:
    """The test module beside a module."""
    path = PurePosixPath(module)
    return str("tests" / path.with_name(f"test_{path.name}"))


def without_module() -> list[str]:
    """Test modules that stand beside nothing."""
    twins = {twin(name) for name in modules()}
    tests = [name for name in tracked() if name.startswith("tests/") and PurePosixPath(name).name.startswith("test_")]
    return [name for name in tests if name not in twins]


def share() -> float:
    """Of all modules those that have a test module beside them."""
    tests = set(tracked())
    return sum(twin(name) in tests for name in modules()) / len(modules())


if __name__ == "__main__":
    tests = set(tracked())
    for name in modules():
        if twin(name) not in tests:
            sys.stdout.write(f"no test stands beside {name}\n")
    sys.stdout.write(f"{100 * share():.0f} % of {len(modules())} modules have a test module beside them\n")
