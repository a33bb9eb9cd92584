"""Cases of one person are reckoned beside each other and never name each other."""

from datetime import date
from typing import Any

import pytest

from cases.models import Case
from editions.again import moved_of_person, republish
from editions.current import document_of, standing_of_case
from editions.models import Edition
from editions.publish import append_withdrawal
from editions.reasons import RECKONED, SILENT
from editions.reckoning import reckoning_of
from editions.restore import restore
from editions.schema import Case as Case_
from editions.schema import Person
from law.dates import parse
from law.outcome import Reckoning
from tests.editions.rows import NOON, NOTHING, REASON, saved
from tests.invented import records as invented
from tests.invented.publications import publish, publish_many

pytestmark = pytest.mark.django_db


def convicted(id: str, day: str, **values: Any) -> Case:
    """An invented case with a record from a verdict of that day."""
    verdict = {"id": "v1", "instance": "first", "date": day, "in_force": day, "result": "convicted"}
    record = {"id": "record", "kind": "criminal-record", "verdict": "v1", "starts": day}
    return saved(id, **{**NOTHING, "verdicts": [verdict], "restrictions": [record], **values})


@pytest.fixture(autouse=True)
def interrupting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule by which a later verdict ends the record of an earlier one, whatever the rule book says."""

    def reckon(case: Any, person: Any, others: Any, sources: Any) -> Reckoning:
        reckoning = reckoning_of(case, person, [], sources)
        later = [other for other in others if other["verdicts"][0]["date"] > case["verdicts"][0]["date"]]
        record, *rest = reckoning.restrictions
        for other in later:
            record = record._replace(ends=parse(other["verdicts"][0]["date"]))
        return reckoning._replace(restrictions=(record, *rest))

    for module in ("editions.document", "editions.again"):
        monkeypatch.setattr(f"{module}.reckoning_of", reckon)


def end_of_record(case_id: str) -> date | None:
    published = standing_of_case(case_id)
    assert published is not None
    return published.document.reckoning.restrictions[0].ends.latest


def test_publish_when_a_later_verdict_moves_an_earlier_case() -> None:
    publish(convicted("invented-2016", "2016-03-01"), REASON, NOON)
    publish(convicted("invented-2020", "2020-03-01"), REASON, NOON)
    assert end_of_record("invented-2016") is None
    moves = moved_of_person("invented-person")
    assert [(move.document.case.id, [change.path for change in move.changes]) for move in moves] == [
        ("invented-2016", ["reckoning.restrictions.record.ends"])
    ]
    (third,) = republish(moves, {"en": "A later verdict became known"}, NOON)
    document = document_of(third)
    assert document is not None
    assert "invented-2020" not in str(document)
    assert end_of_record("invented-2016") == date(2020, 3, 1)
    assert moved_of_person("invented-person") == []


def test_publish_many_when_cases_of_one_person_come_together() -> None:
    convicted("invented-2016", "2016-03-01")
    convicted("invented-2020", "2020-03-01")
    first, _second = publish_many(Case.objects.order_by("slug"), REASON, NOON)
    document = document_of(first)
    assert document is not None
    assert "invented-2020" not in str(document)
    assert end_of_record("invented-2016") == date(2020, 3, 1)
    assert moved_of_person("invented-person") == []


def test_document_when_an_earlier_case_is_not_published_yet() -> None:
    earlier = convicted("invented-2016", "2016-03-01")
    later = convicted("invented-2020", "2020-03-01", prior=[{"case": "invented-2016", "text": {"en": "Earlier"}}])
    alone = document_of(publish(later, REASON, NOON))
    publish(earlier, REASON, NOON)
    beside = document_of(publish(later, REASON, NOON))
    assert alone is not None
    assert beside is not None
    assert [(prior.case, prior.text) for prior in alone.case.prior] == [(None, {"en": "Earlier"})]
    assert [(prior.case, prior.text) for prior in beside.case.prior] == [(None, {"en": "Earlier"})]
    assert "invented-2016" not in str(beside)


def test_reckoning_when_another_case_was_used_does_not_name_it() -> None:
    first = {**NOTHING, **invented.case("invented-2016", verdicts=[], restrictions=[]), "charges": []}
    verdicts = {
        year: {"id": "v1", "instance": "first", "date": f"{year}-03-01", "in_force": f"{year}-04-01"}
        for year in (2016, 2020)
    }
    prison = {"id": "prison", "kind": "imprisonment", "verdict": "v1", "length": "P8Y"}
    cases = {
        year: Case_.model_validate(
            {
                **first,
                "id": f"invented-{year}",
                "verdicts": [{**verdicts[year], "result": "convicted"}],
                "charges": [{"id": "ch1", "article": "174", "part": "2", "outcome": "convicted", "verdict": "v1"}],
                "restrictions": [prison],
            }
        ).to_dict()
        for year in verdicts
    }
    person = Person.model_validate(invented.person()).to_dict()
    reckoning = reckoning_of(cases[2016], person, [cases[2020]])
    assert reckoning.used == ("other-1",)
    assert "invented-2020" not in str(reckoning)


def test_withdraw_when_another_case_rested_on_it_reckons_that_anew() -> None:
    publish(convicted("invented-2016", "2016-03-01"), REASON, NOON)
    publish(convicted("invented-2020", "2020-03-01"), REASON, NOON)
    republish(moved_of_person("invented-person"), {"en": "A later verdict became known"}, NOON)
    assert end_of_record("invented-2016") == date(2020, 3, 1)
    append_withdrawal("invented-2020", SILENT, NOON)
    assert end_of_record("invented-2016") is None
    newest = Edition.objects.order_by("number").last()
    assert newest is not None
    assert (newest.case_id, newest.version, newest.reason) == ("invented-2016", 3, RECKONED)


def test_prior_conviction_is_restored_with_the_case_behind_it() -> None:
    publish(convicted("invented-2016", "2016-03-01"), REASON, NOON)
    later = convicted("invented-2020", "2020-03-01", prior=[{"case": "invented-2016", "text": {"en": "Earlier"}}])
    document = document_of(publish(later, REASON, NOON))
    assert document is not None
    later.prior.update(earlier=None)
    restore(document)
    assert [row.earlier_id for row in later.prior.all()] == ["invented-2016"]
