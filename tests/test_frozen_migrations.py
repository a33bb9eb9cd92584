"""From 1.0.0 on, databases hold rows that nobody can make again: a migration that was released is never edited.

A new one is added beside it. With a release its line joins `frozen_migrations.json`, which this writes:

    python -m tests.test_frozen_migrations > tests/frozen_migrations.json
"""

import json
import re
import sys
import tomllib
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FROZEN = Path(__file__).with_name("frozen_migrations.json")


def fingerprints() -> dict[str, str]:
    """The SHA-256 of each migration of ours."""
    files = sorted(path for path in ROOT.glob("*/migrations/[0-9]*.py") if path.is_file())
    return {str(path.relative_to(ROOT)): sha256(path.read_bytes()).hexdigest() for path in files}


def test_migrations_of_a_release_are_what_they_were() -> None:
    frozen, today = json.loads(FROZEN.read_text()), fingerprints()
    assert len(frozen) >= 15
    assert {name: today.get(name) for name in frozen} == frozen, "add a migration instead of editing a released one"


def test_changelog_begins_with_this_release() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert next(name for name in headings if name != "Unreleased") == version


if __name__ == "__main__":
    sys.stdout.write(json.dumps(fingerprints(), indent=2) + "\n")
