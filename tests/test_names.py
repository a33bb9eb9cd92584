"""A class name says one thing, wherever it stands: whoever searches for it finds one class."""

import ast
import subprocess
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOMAIN = {
    *("Case", "Charge", "Claim", "Change", "Court", "Custody", "Event", "Inclusion", "OtherName", "Paper"),
    *("Person", "Portrait", "Prior", "Recognition", "Rendition", "Restriction", "Source", "Testimony", "Trial"),
    "Verdict",
}
"""Things that are a row, a document and a fact of the law, each in its own package under the one name they have."""
FIXED_BY_DJANGO = {"Meta", "Command", "Migration", "Media"}
NOT_THE_PRODUCT = ("tests/", "benchmarks/", "conftest.py")


def is_product(name: str) -> bool:
    return not name.startswith(NOT_THE_PRODUCT) and "/migrations/" not in name


def modules_by_class(texts: dict[str, str]) -> dict[str, set[str]]:
    """Every class name, also of classes inside classes, with the modules in which it stands."""
    modules = defaultdict(set)
    for module, text in texts.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef) and node.name not in FIXED_BY_DJANGO:
                modules[node.name].add(module)
    return modules


def double(texts: dict[str, str]) -> dict[str, set[str]]:
    return {name: where for name, where in modules_by_class(texts).items() if len(where) > 1}


def product() -> dict[str, str]:
    listed = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in listed.stdout.splitlines() if is_product(name) and (ROOT / name).exists()]
    return {name: (ROOT / name).read_text() for name in names}


def test_class_names_when_the_product_is_read() -> None:
    assert {name: where for name, where in double(product()).items() if name not in DOMAIN} == {}


def test_class_names_when_two_modules_share_one() -> None:
    texts = {"a.py": "class Row: ...", "b.py": "class Table:\n    class Row: ...", "c.py": "class Meta: ..."}
    assert double({**texts, "d.py": "class Meta: ..."}) == {"Row": {"a.py", "b.py"}}


def test_domain_when_counted() -> None:
    assert len(DOMAIN) <= 20
