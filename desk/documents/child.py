"""A process of its own with limits: reads one paper, says in JSON what was found, draws it anew if asked.

`python -m desk.documents.child PAPER MOST_PAGES SECONDS BYTES [TARGET]`. Whatever a bad file does, it does here.
"""

import json
import sys
from pathlib import Path
from typing import Any

LARGEST_RESULT = 256 * 1024 * 1024
MOST_SIGNS = 3_000_000


def main(paper: str, most_pages: str, seconds: str, memory: str, target: str = "") -> None:
    """Prints what was found."""
    limit(int(seconds), int(memory))
    sys.stdout.write(json.dumps(read(Path(paper), int(most_pages), Path(target) if target else None)))


def limit(seconds: int, memory: int) -> None:
    """Takes not more of the machine than this; where the system knows no limits, the time of the caller is one."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_RESULT, LARGEST_RESULT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(paper: Path, most_pages: int, target: Path | None) -> dict[str, Any]:
    """Returns what was found, or why the paper is refused."""
    from desk.documents.opening import InvalidPdf

    try:
        return read_pages(paper, most_pages, target)
    except InvalidPdf as invalid:
        return {"refused": invalid.code, "number": invalid.number}
    except MemoryError:
        return {"refused": "too-much", "number": 0}
    except Exception:  # what a broken file makes the library raise is without number
        return {"refused": "unreadable", "number": 0}


def read_pages(paper: Path, most_pages: int, target: Path | None) -> dict[str, Any]:
    """Draws page after page, looks at each, and adds it to the PDF for readers."""
    from desk.documents.findings import findings_on, signs_of
    from desk.documents.opening import open_pdf
    from desk.documents.pictures import DrawnPage

    document = open_pdf(paper, most_pages)
    findings: list[dict[str, Any]] = []
    texts, left = [], MOST_SIGNS
    for number, page in enumerate(document, start=1):
        drawn = DrawnPage(page)
        signs, visible = signs_of(page, drawn, left)
        findings += findings_on(page, number, signs, visible)
        texts.append(visible)
        left -= len(visible)
        if target:
            drawn.append_to(target)
        page.close()
    return {"pages": len(document), "findings": findings, "texts": texts}


if __name__ == "__main__":
    import logging

    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(2_000)
    main(*sys.argv[1:])
