"""Templates are laid out by djhtml, and no line is too long to be read in one look."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 140


def templates(*suffixes: str) -> list[Path]:
    folders = ("templates", "desk/templates")
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in suffixes)


def test_no_line_is_over_140_characters() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in templates(".html", ".svg", ".txt", ".xml")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LONGEST
    ]
    assert long == []


def test_templates_are_laid_out_by_djhtml() -> None:
    files = [str(path) for path in templates(".html", ".svg")]
    check = subprocess.run(
        [sys.executable, "-m", "djhtml", "--check", "--tabwidth", "2", *files], capture_output=True, text=True
    )
    assert (check.returncode, check.stderr.splitlines()[:5] if check.returncode else []) == (0, [])
