"""A claim beside ours: one sentence says what was compared, and only what differs may be undecided."""

from datetime import date
from typing import Any

import pytest

from archive.wording.claims import ClaimView
from archive.wording.footnotes import Footnotes
from editions.schema import Document
from law.dates import DateRange, exact
from law.outcome import Early, Likely
from tests.archive.published import document
from tests.invented import records as invented


def claim(**values: Any) -> Document:
    said = {"id": "k1", "about": "ban", "says": "ends", "value": "2027", "by": {"en": "Vlast"}, **values}
    ban = {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "ends": "2027-03-05"}
    return document(invented.case(restrictions=[ban], claims=[said], custody=[], events=[], testimonies=[]))


def view(one: Document, **changed: Any) -> ClaimView:
    compared = one.reckoning.claims[0]._replace(**changed)
    return ClaimView(one.case.claims[0], compared, one.reckoning, {"ban": "Ban"}, Footnotes(one))


def test_sentence_names_our_last_day_and_what_was_said() -> None:
    compared = view(claim())
    assert compared.result == "agrees"
    assert compared.compared == "by our calculation the last day: 4 March 2027; Vlast: 2027"


def test_sentence_has_the_words_of_the_record_where_no_day_was_said() -> None:
    compared = view(claim(value=None, says="has-ended", text={"en": "Most of it has run out."}))
    assert compared.compared.endswith("; Vlast: Most of it has run out")  # the page ends the sentence


def test_sentence_on_a_request_names_the_first_day_for_it() -> None:
    one = claim(says="may-apply-from", value=None, text={"en": "in the near future"})
    early = Early("suspended-early", exact(date(2026, 4, 10)), "B", ())
    outcomes = tuple(outcome._replace(early=(early,)) for outcome in one.reckoning.restrictions)
    asked = one.model_copy(update={"reckoning": one.reckoning._replace(restrictions=outcomes)})
    assert view(asked, about="ban").compared == (
        "by our calculation it can be asked for from 10 April 2026; Vlast: in the near future"
    )


def test_sentence_is_of_the_strict_reading() -> None:
    one = claim()
    strict, narrow = DateRange(date(2027, 3, 4), None), exact(date(2027, 5, 6))
    outcomes = tuple(
        outcome._replace(last_day=strict, likely=Likely(narrow, narrow, narrow, narrow))
        for outcome in one.reckoning.restrictions
    )
    open_ = one.model_copy(update={"reckoning": one.reckoning._replace(restrictions=outcomes)})
    assert view(open_).compared == "by our calculation the last day: not before 4 March 2027; Vlast: 2027"


@pytest.mark.parametrize(
    ("result", "certainty", "undecided"),
    [("agrees", "C", False), ("cannot-be-compared", "C", False), ("differs", "A", False), ("differs", "B", True)],
)
def test_only_what_differs_may_be_undecided(result: str, certainty: str, undecided: bool) -> None:
    compared = view(claim(), result=result, certainty=certainty, days=3 if result == "differs" else None)
    assert bool(compared.firmness) is undecided
    assert ("not firm enough to decide" in compared.firmness) is undecided
