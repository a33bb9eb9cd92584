"""Invented records for tests: nobody here exists. Each call gives fresh normalised records."""

from typing import Any

from editions.schema import Case, Court, Label, Person, Source, Trial
from editions.schema.case import Restriction
from records.json_dict import JSONDict

SOURCES = ("invented-news-1", "invented-news-2", "invented-court-1")


def source(id: str = "invented-news-1", **values: Any) -> JSONDict:
    """A source in normal form."""
    record = {"id": id, "kind": "media", "title": f"Invented report {id}", "publisher": "Invented News", **values}
    return Source.model_validate(record).to_dict()


def court(id: str = "invented-court", **values: Any) -> JSONDict:
    """A court in normal form."""
    return Court.model_validate({"id": id, "names": {"en": "Invented Court"}, "region": "KZ-75", **values}).to_dict()


def label(id: str = "satirist", **values: Any) -> JSONDict:
    """What a tag or an occupation is called, in normal form."""
    return Label.model_validate({"id": id, "names": {"en": "satirist", "ru": "сатирик"}, **values}).to_dict()


def trial(id: str = "invented-trial", **values: Any) -> JSONDict:
    """A trial in normal form."""
    return Trial.model_validate({"id": id, "title": {"en": "Invented trial"}, **values}).to_dict()


def person(id: str = "invented-person", **values: Any) -> JSONDict:
    """A person in normal form, with every kind of entry."""
    record = {
        "id": id,
        "names": {"en": "Invented Person", "kk": "Ойдан шығарылған"},
        "other_names": [{"name": "Inv. Person", "kind": "pseudonym"}, {"name": "A. Person", "language": "en"}],
        "gender": "other",
        "born": "1973~",
        "occupations": ["teacher", "activist"],
        "recognitions": [
            {"by": "Invented Watch", "as": "political-prisoner", "date": "2016", "sources": ["invented-news-1"]},
            {"by": "Another Watch", "as": "prisoner-of-conscience"},
        ],
        "sources": {"born": ["invented-news-2"], "names": ["invented-news-1", "invented-news-2"]},
        **values,
    }
    return Person.model_validate(record).to_dict()


def case(id: str = "invented-2016", **values: Any) -> JSONDict:
    """A case in normal form, with every kind of entry."""
    return Case.model_validate({**_case(), "id": id, **values}).to_dict()


def _case() -> JSONDict:
    return {
        "person": "invented-person",
        "missing": ["day of the appeal's ruling"],
        "title": {"en": "An invented case"},
        "summary": {"ru": "Вымышленное дело", "en": "Not a real case"},
        "tags": ["land-protests", "expression"],
        "trial": "invented-trial",
        "inclusion": [{"criterion": "recognised", "sources": ["invented-news-1"]}, {"criterion": "expression"}],
        "prior": [{"text": {"en": "An earlier invented conviction"}, "date": "2010", "sources": ["invented-news-1"]}],
        "charges": [
            {"id": "ch2", "article": "400", "outcome": "acquitted"},
            {
                "id": "ch1",
                "article": "174",
                "part": "2",
                "outcome": "convicted",
                "verdict": "v1",
                "against_life": False,
                "sources": ["invented-court-1"],
            },
        ],
        "custody": _custody(),
        "verdicts": _verdicts(),
        "restrictions": _restrictions(),
        "events": [
            {"date": "2016-04-24", "kind": "protest", "text": {"en": "A protest"}, "sources": ["invented-news-1"]},
            {"date": "2015", "kind": "warning", "by": {"en": "An office"}, "about": "kind:probation", "answer": "none"},
        ],
        "claims": [
            {"id": "k1", "about": "kind:criminal-record", "says": "ends", "value": "2030", "by": {"en": "Somebody"}}
        ],
        "testimonies": [
            {
                "theme": "work",
                "speaker": {"name": {"en": "Somebody"}, "role": {"en": "a lawyer"}},
                "consent": "public-statement",
                "about": "ban",
                "text": {"en": "It is hard"},
                "sources": ["invented-news-2"],
            }
        ],
        "verified": "2025-05-15",
        "withheld": ["person.born"],
    }


def _custody() -> list[JSONDict]:
    basis = {"field": "from", "how": "inferred", "fitted": True, "text": {"en": "Because"}, "otherwise": "2016-06-03"}
    return [
        {"id": "c2", "kind": "house-arrest", "conditions": [{"en": "No telephone", "ru": "Без телефона"}]},
        {
            "id": "c1",
            "kind": "custody",
            "from": "2016-06-01",
            "until": "2016-11",
            "place": {"en": "A town"},
            "sources": {"from": ["invented-news-1", "invented-news-2"], "until": ["invented-news-2"]},
            "basis": [{**basis, "sources": ["invented-news-1"]}, {"field": "until", "how": "estimated"}],
        },
    ]


def _verdicts() -> list[JSONDict]:
    first = {"id": "v1", "instance": "first", "court": "invented-court", "judge": "N. N.", "date": "2016-11-28"}
    return [
        {**first, "appealed": True, "in_force": {"unknown": "2026-11-22"}, "result": "convicted"},
        {"id": "v2", "on": "v1", "instance": "appeal", "date": "2017-01-20", "in_force": "2017", "result": "upheld"},
    ]


def disputed_ban() -> JSONDict:
    """A ban of which two lengths are reported, in normal form."""
    other = {"field": "length", "how": "disputed", "fitted": False, "text": {}, "otherwise": "P3Y"}
    ban = {
        "id": "ban",
        "kind": "public-activity-ban",
        "verdict": "v1",
        "length": "P2Y",
        "sources": ["invented-news-1"],
        "basis": [{**other, "sources": ["invented-news-2"]}],
    }
    return Restriction.model_validate(ban).to_dict()


def _restrictions() -> list[JSONDict]:
    change = {"date": "2020-02~", "kind": "extended", "by": "P6M", "verdict": "v2", "sources": ["invented-news-1"]}
    return [
        {
            "id": "prison",
            "kind": "imprisonment",
            "verdict": "v1",
            "charges": ["ch1"],
            "length": "P5Y",
            "regime": "medium",
            "ends": "2021-02-04",
            "ended_by": "served",
            "sources": {"ends": ["invented-news-2"], "length": ["invented-court-1"]},
        },
        {
            "id": "ban",
            "kind": "public-activity-ban",
            "verdict": "v1",
            "term": "main-penalty",
            "starts": {"unknown": "2026-11-22"},
            "covers": ["posts", "interviews"],
            "exceptions": {"en": "Letters"},
            "wording": {"ru": "лишение права"},
            "original": "ru",
            "changes": [change, {"kind": "replaced", "to": "fine", "from": "2024-03", "until": "2024-05"}],
        },
        {"id": "fine", "kind": "fine", "amount": "530,250 tenge", "reported_as": {"en": "to pay"}},
    ]
