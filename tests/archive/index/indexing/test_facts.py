"""What a case states of a restriction beside its days."""

from typing import Any

from archive.index.indexing.facts import stated_facts
from tests.archive.published import document
from tests.invented import records as invented


def facts(restriction_id: str, verdict: str | None = "v1", **case: Any) -> dict[str, Any]:
    plain = document(invented.case(**case)).to_dict()
    return stated_facts(plain["case"], restriction_id, verdict)


def with_facts(restriction_id: str, **facts: Any) -> list[dict[str, Any]]:
    rows = invented.case()["restrictions"]
    return [{**row, **facts} if row["id"] == restriction_id else row for row in rows]


def test_row_has_what_the_court_pronounced() -> None:
    stated = facts("prison")
    assert (stated["verdict"], stated["court"], stated["articles"]) == ("v1", "invented-court", ["174.2"])
    assert (stated["length"], stated["length_otherwise"]) == ("P5Y", None)


def test_other_report_of_a_length_stands_beside_it() -> None:
    basis = [{"field": "length", "how": "disputed", "otherwise": "P7Y", "sources": []}]
    assert facts("prison", restrictions=with_facts("prison", basis=basis))["length_otherwise"] == "P7Y"


def test_articles_are_those_that_a_source_ties_to_the_row() -> None:
    (convicted,) = [charge for charge in invented.case()["charges"] if charge["outcome"] == "convicted"]
    charges = [{**convicted, "id": id_, "article": id_[2:]} for id_ in ("ch174", "ch405")]
    rows = [{**row, "charges": ["ch405"] if row["id"] == "prison" else []} for row in invented.case()["restrictions"]]
    assert facts("prison", charges=charges, restrictions=rows)["articles"] == ["405.2"]
    assert facts("ban", charges=charges, restrictions=rows)["articles"] == ["174.2", "405.2"]


def test_what_follows_by_law_has_its_verdict_alone() -> None:
    stated = facts("law:criminal-record:v1")
    assert (stated["court"], stated["length"], stated["changes"]) == ("invented-court", None, [])


def test_changes_and_searches_are_told_in_short() -> None:
    changes = [{"date": "2024-02~", "kind": "extended", "by": "P6M", "sources": []}]
    rows = with_facts("ban", changes=changes, registered={"unknown": "2026-11-22"})
    stated = facts("ban", restrictions=rows)
    assert stated["changes"] == ["extended date:2024-02~ by:P6M"]
    assert (stated["registered"], stated["searched"]) == (None, ["registered:2026-11-22", "starts:2026-11-22"])
