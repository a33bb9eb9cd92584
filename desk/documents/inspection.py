"""What is in a paper: the child reads it, and this module says it in an editor's words."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.review.checks.identifiers import identifying
from limits.turns import PAPERS, turn


class PdfReport(NamedTuple):
    """What a paper is: its pages, and what should not reach readers, as stored in `Paper.findings`."""

    pages: int
    findings: list[dict[str, Any]]


def inspect_pdf(paper: Path, target: Path | None = None) -> PdfReport:
    """Reads the paper in a process with limits; draws it anew at `target`. Raises ValidationError with the reason."""
    with turn(PAPERS, settings.PAPERS_AT_ONCE) as is_free:
        report: dict[str, Any] = run_child(paper, target) if is_free else {"refused": "busy"}
    if "refused" in report:
        words = REFUSALS.get(report["refused"], REFUSALS["unreadable"])()
        numbers = {"number": report.get("number", 0), "most": settings.PAPER_PAGES}
        raise ValidationError(words, report["refused"], numbers)
    identifiers = (
        {"code": code, "page": page, "number": 1}
        for page, text in enumerate(report["texts"], start=1)
        for code in sorted({code for code, _words in identifying(text)})
    )
    return PdfReport(report["pages"], [*report["findings"], *identifiers])


def run_child(paper: Path, target: Path | None) -> dict[str, Any]:
    """Runs the child and reads what it says; a child that says nothing in time was asked too much."""
    limits = [settings.PAPER_PAGES, settings.PAPER_SECONDS, settings.PAPER_MEMORY]
    command = [sys.executable, "-m", "desk.documents.child", str(paper), *map(str, limits)]
    command += [str(target)] if target else []
    try:
        child = subprocess.run(
            command, cwd=settings.BASE_DIR, capture_output=True, timeout=settings.PAPER_SECONDS * 4, check=False, env={}
        )
        report: dict[str, Any] = json.loads(child.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return {"refused": "too-much"}
    return report


REFUSALS: dict[str, Callable[[], str]] = {
    "no-pdf": lambda: _("This is no PDF, whatever its name says: send the paper as a PDF."),
    "more-behind": lambda: _("Something else hangs on the end of this PDF: print it to a new PDF."),
    "encrypted": lambda: _("This PDF is locked: remove the password, or print it to a new PDF."),
    "pages": lambda: _("It has %(number)s pages, at most %(most)s are read: split it."),
    "too-much": lambda: _("Reading it takes more time or memory than a paper needs: print it to a new PDF."),
    "busy": lambda: _("Other papers are being read at this moment: try again in a minute."),
    "unreadable": lambda: _("This PDF is broken and cannot be read whole: print it to a new PDF."),
}


WORDS = {
    "covered": gettext_lazy(
        "%(number)s characters of the file cannot be seen, under a box or otherwise: readers get none"
    ),
    "picture": gettext_lazy("no text but a picture: a machine finds no number or address in it, only your eyes do"),
    "marks": gettext_lazy("%(number)s marks are meant to cover something and do not: burn them in"),
    "id-number": gettext_lazy("an ID number (IIN) stands in the text: black it out for good"),
    "phone": gettext_lazy("a telephone number stands in the text: black it out for good"),
    "address": gettext_lazy("an address with a number stands in the text: if it is no court’s, black it out"),
}
NO_OBSTACLE = ("covered", "picture", "address")
"""What is not drawn anew; what only eyes can judge; and addresses, for every court prints its own."""


def blocks(findings: list[dict[str, Any]]) -> bool:
    """Whether readers must not have the paper as it is."""
    return any(finding["code"] not in NO_OBSTACLE for finding in findings)


def in_words(findings: list[dict[str, Any]]) -> Iterator[str]:
    """A line for each finding."""
    for finding in findings:
        words, page = str(WORDS[finding["code"]]) % {"number": finding["number"]}, finding["page"]
        yield _("page %(page)s: %(words)s") % {"page": page, "words": words} if page else words
