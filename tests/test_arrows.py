"""Who may import whom (design: layout and arrows), read from the source without running it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = {
    "law": set(),
    "records": {"law"},
    "people": {"law", "records"},
    "cases": {"law", "records", "people"},
    "restrictions": {"law", "records", "people", "cases"},
    "editions": {"law", "records", "people", "cases", "restrictions"},
    "limits": set(),
    "archive": {"law", "records", "people", "cases", "restrictions", "editions", "inbox", "limits"},
    "desk": {"law", "records", "people", "cases", "restrictions", "editions", "inbox", "limits"},
    "inbox": set(),
}
OUTERMOST = "config"
ROWS = ("people", "cases", "restrictions")


def imports(text: str) -> set[str]:
    """The dotted names that a module imports, wherever in it the import stands."""
    names = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def forbidden(package: str, text: str) -> list[str]:
    """What a module of the package imports against the arrows."""
    ours = {name for name in imports(text) if name.split(".")[0] in {*ALLOWED, OUTERMOST}}
    wrong = {name for name in ours if name.split(".")[0] not in ALLOWED[package] | {package}}
    if package == "archive":
        wrong |= {name for name in ours if any(f"{name}.".startswith(f"{rows}.models.") for rows in ROWS)}
    if package != "law":
        wrong |= {name for name in ours if f"{name}.".startswith("law.kazakhstan.")}
    if package == "law":
        wrong |= {name for name in imports(text) if name.split(".")[0] in ("django", "pydantic", "psycopg")}
    return sorted(wrong)


@pytest.mark.parametrize("package", sorted(ALLOWED))
def test_imports_when_read_from_the_source(package: str) -> None:
    found = {}
    for file in sorted((ROOT / package).rglob("*.py")):
        if wrong := forbidden(package, file.read_text()):
            found[str(file.relative_to(ROOT))] = wrong
    assert found == {}


@pytest.mark.parametrize(
    ("package", "text", "wrong"),
    [
        ("law", "from records.models import Source", ["records.models.Source"]),
        ("law", "import django.utils.timezone", ["django.utils.timezone"]),
        ("cases", "from law.kazakhstan import record", ["law.kazakhstan.record"]),
        ("editions", "import law.kazakhstan", ["law.kazakhstan"]),
        ("editions", "from law.country import country", []),
        ("cases", "from restrictions import models", ["restrictions.models"]),
        ("cases", "from people.models import Person", []),
        ("desk", "def late():\n    from archive.index import clear", ["archive.index.clear"]),
        ("archive", "import desk", ["desk"]),
        ("archive", "from cases.models import Case", ["cases.models.Case"]),
        ("archive", "from cases import models", ["cases.models"]),
        ("archive", "from restrictions.vocabulary import word", []),
        ("inbox", "from records.texts import TranslatedField", ["records.texts.TranslatedField"]),
        ("editions", "from config.database import parse", ["config.database.parse"]),
        ("editions", "from .schema import Document", []),
    ],
)
def test_forbidden_when_an_import_goes_left(package: str, text: str, wrong: list[str]) -> None:
    assert forbidden(package, text) == wrong


def test_arrows_when_a_package_is_added() -> None:
    packages = {folder.parent.name for folder in ROOT.glob("*/__init__.py")}
    assert packages - {"tests", "benchmarks", OUTERMOST} == set(ALLOWED)


def test_law_when_imported_alone() -> None:
    """Every module of law, in a process of its own: no Django comes with it."""
    modules = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in (ROOT / "law").rglob("*.py")]
    lines = [f"import {module.removesuffix('.__init__')}" for module in sorted(modules)]
    lines.append("import sys; print(sorted({name.split('.')[0] for name in sys.modules} & {'django', 'psycopg'}))")
    result = subprocess.run([sys.executable, "-c", "\n".join(lines)], cwd=ROOT, capture_output=True, text=True)
    assert (result.stdout, result.stderr) == ("[]\n", "")


LEVELS = ({"api", "pages"}, {"exports", "charts"}, {"wording"}, {"index"})
"""The rooms of archive/, outermost first: a room imports from its own level's neighbours only where both are inner."""


def inward_only(room: str, text: str) -> list[str]:
    """What a module of a room of archive/ imports from a room that stands further out, or beside an outermost one."""
    levels = {name: depth for depth, names in enumerate(LEVELS) for name in names}
    rooms = {name: name.split(".")[1] for name in imports(text) if name.startswith("archive.")}
    return sorted(
        name
        for name, other in rooms.items()
        if other in levels and other != room and (levels[other] < levels[room] or (levels[other] == levels[room] == 0))
    )


@pytest.mark.parametrize("room", sorted(set().union(*LEVELS)))
def test_rooms_of_the_archive_import_inwards(room: str) -> None:
    wrong = {}
    for file in sorted((ROOT / "archive" / room).rglob("*.py")):
        if outward := inward_only(room, file.read_text()):
            wrong[str(file.relative_to(ROOT))] = outward
    assert wrong == {}
