"""Documents of invented cases, made without rows."""

from typing import Any

from editions.document import Shared, build
from editions.schema import Document
from tests.invented import records as invented

SOUND: dict[str, Any] = {
    "title": {"en": "An invented case", "ru": "Дело", "kk": "Іс"},
    "summary": {},
    "inclusion": [{"criterion": "recognised", "sources": ["invented-news-1"]}],
    "prior": [],
    "charges": [{"id": "ch1", "article": "174", "part": "2", "outcome": "convicted", "verdict": "v1",
                 "sources": ["invented-news-2"]}],
    "custody": [],
    "verdicts": [{"id": "v1", "instance": "first", "court": "invented-court", "date": "2024-11-28", "appealed": False,
                  "result": "convicted", "sources": ["invented-news-1"]}],
    "restrictions": [{"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P5Y",
                      "sources": ["invented-news-2"]},
                     {"id": "control", "kind": "restriction-of-freedom", "verdict": "v1", "length": "P3Y",
                      "sources": ["invented-news-2"]}],
    "events": [],
    "claims": [],
    "testimonies": [],
    "searched": "2026-10-01",
    "verified": "2026-10-01",
    "missing": [],
    "withheld": [],
}  # fmt: skip
"""A case that nothing is wrong with, whose ban binds from December 2024 for five years."""


def sources(**values: Any) -> dict[str, Any]:
    """The invented sources: one in Russian, two publishers."""
    plain = {
        "invented-news-1": {"language": "ru"},
        "invented-news-2": {"language": "en", "publisher": "Other News"},
        "invented-court-1": {"language": "ru", "kind": "court", "publisher": "Court"},
    }
    return {id: invented.source(id, **{**about, **values}) for id, about in plain.items()}


def person(**values: Any) -> dict[str, Any]:
    return invented.person(**{"recognitions": [], "sources": ["invented-news-1"], **values})


def document(found: dict[str, Any] | None = None, who: dict[str, Any] | None = None, **case: Any) -> Document:
    """The document of the sound case with some values of its own."""
    courts, trials = {"invented-court": invented.court()}, {"invented-trial": invented.trial()}
    shared = Shared(found or sources(), courts, trials)
    return build(invented.case(**{**SOUND, **case}), who or person(), shared, [])
