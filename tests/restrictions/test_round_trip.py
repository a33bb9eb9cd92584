"""Any normalised record of a case becomes rows and comes back as it was. Everything here is invented."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.models import Case
from people.models import Person
from records.models import Court, Source, Trial
from records.serial import fresh_dict, save_dict
from tests.invented import records as invented

TEXT = st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="<>"), min_size=1, max_size=20)
TEXTS = st.dictionaries(st.sampled_from(["en", "ru", "kk"]), TEXT)
DATE = st.none() | st.sampled_from(["2016-06-01", "2016~", "[2016-06-01,2016-06-03]", "[2023-04-10..2023-09]"])
FACT = DATE | st.just({"unknown": "2026-11-22"})
LENGTH = st.none() | st.sampled_from(["P5Y", "P1Y6M", "P15D"])
CITED = st.lists(st.sampled_from(invented.SOURCES))
SOURCES = CITED | st.dictionaries(st.sampled_from(["from", "ends", "length", "all"]), CITED)
VERDICT = st.sampled_from([None, "v1", "v2"])
VERDICTS = st.just([{"id": id, "instance": "first", "result": "convicted"} for id in ("v2", "v1")])


def entries(**values: Any) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Up to three entries without ids."""
    return st.lists(st.fixed_dictionaries({"sources": SOURCES}, optional=values), max_size=3)


def with_ids(ids: list[str], **values: Any) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Entries with some of `ids`, in any order."""
    entry = st.fixed_dictionaries({"id": st.sampled_from(ids), "sources": SOURCES, **values})
    return st.lists(entry, max_size=3, unique_by=lambda row: row["id"])


REPORTS = entries(text=TEXTS, fitted=st.booleans(), otherwise=st.sampled_from([None, "P3Y", "P2Y6M"])).map(
    lambda rows: [{**row, "field": "length", "how": "disputed"} for row in rows[:1]]
)
CHANGES = entries(date=DATE, by=LENGTH, verdict=VERDICT, until=DATE, to=st.sampled_from([None, "fine"]))
CASES = st.fixed_dictionaries(
    {
        "title": TEXTS,
        "tags": st.lists(st.sampled_from(["b-tag", "a-tag"])),
        "missing": st.lists(TEXT, max_size=2),
        "former_ids": st.lists(st.sampled_from(["old-id", "older-id"])),
        "verdicts": VERDICTS,
        "charges": with_ids(
            ["z", "a-1", "a1"],
            article=st.just("174"),
            outcome=st.just("convicted"),
            verdict=VERDICT,
            against_life=st.none() | st.booleans(),
        ),
        "custody": with_ids(
            ["c1", "c2"],
            kind=st.just("custody"),
            place=TEXTS,
            conditions=st.lists(TEXTS, max_size=2),
            basis=entries(text=TEXTS, fitted=st.booleans(), otherwise=DATE).map(
                lambda rows: [{**row, "field": "from", "how": "inferred"} for row in rows]
            ),
        ),
        "restrictions": with_ids(
            ["ban", "ban-2", "a", "10", "9"],
            kind=st.sampled_from(["fine", "public-activity-ban"]),
            verdict=VERDICT,
            length=LENGTH,
            starts=FACT,
            registered=FACT,
            covers=st.lists(st.sampled_from(["posts", "books", "grants"])),
            charges=st.lists(st.sampled_from(["ch2", "ch1"])),
            wording=TEXTS,
            told=st.booleans(),
            changes=CHANGES.map(lambda rows: [{**row, "kind": "extended"} for row in rows]),
            basis=REPORTS,
        ).map(lambda rows: [row if row["length"] else row | {"basis": []} for row in rows]),
        "events": entries(date=DATE, text=TEXTS, by=TEXTS, about=st.just("case")).map(
            lambda rows: [{**row, "kind": "protest"} for row in rows]
        ),
    }
)


@pytest.fixture
def shared(db: Any) -> None:
    for id in invented.SOURCES:
        save_dict(Source, invented.source(id))
    save_dict(Court, invented.court())
    save_dict(Trial, invented.trial())
    save_dict(Person, invented.person())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(values=CASES)
def test_case_record_when_any_case_replaces_another(shared: None, values: dict[str, Any]) -> None:
    record = invented.case(**values)

    assert fresh_dict(save_dict(Case, record)) == record
