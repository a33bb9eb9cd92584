"""What the engine is told of a record beside its own fields."""

from typing import Any

import pytest

from editions.reckoning import reckoning_of
from records.json_dict import JSONDict

SOURCES: list[JSONDict] = [
    {"id": kind, "kind": kind, "published": "2024-08-27"} for kind in ("court", "law", "state", "media", "ngo", "un")
]


def standing(row_sources: Any, event: JSONDict | None = None, **more: Any) -> str:
    """What the listing of a case rests on that cites these sources, beside this event about it."""
    listing = {"id": "a", "kind": "financial-monitoring-list", "verdict": None, "sources": row_sources, **more}
    case = {"id": "invented", "restrictions": [listing], "events": [event | {"about": "a"}] if event else []}
    return reckoning_of(case, {"id": "somebody"}, (), SOURCES).outcome("a").standing


@pytest.mark.parametrize(
    ("kind", "rests_on"),
    [
        ("court", "ordered"),
        ("law", "ordered"),
        ("state", "ordered"),
        ("media", "reported"),
        ("ngo", "reported"),
        ("un", "reported"),
    ],
)
def test_listing_when_a_kind_of_source_speaks_of_it(kind: str, rests_on: str) -> None:
    assert standing([kind]) == rests_on
    assert standing({"starts": [kind]}) == rests_on


@pytest.mark.parametrize("kind", ["court", "state", "media", "ngo", "un"])
def test_listing_when_the_person_alone_tells_it(kind: str) -> None:
    assert standing([kind], told=True) == "told"


@pytest.mark.parametrize(
    ("kind", "sources", "rests_on"),
    [
        ("listing", ["media"], "ordered"),
        ("listing", ["ngo"], "reported"),
        ("listing", {"date": ["un"], "text": ["ngo"]}, "reported"),
        ("listing", ["ngo", "state"], "ordered"),
        ("listing", [], "reported"),
        ("other", ["state"], "reported"),
    ],
)
def test_listing_when_an_event_tells_of_it(kind: str, sources: Any, rests_on: str) -> None:
    assert standing(["ngo"], {"kind": kind, "date": "2017-07-03", "sources": sources}) == rests_on
