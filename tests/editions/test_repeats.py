"""What repeats an erased part is found, and what only looks like it is left."""

from typing import Any

import pytest

from editions.document import Shared, build
from editions.erase import without
from editions.parts import parts, salted
from editions.repeats import repeats
from editions.schema import Case, Person
from records.json_dict import JSONDict
from tests.invented import records as invented

VERDICT = {"id": "v1", "instance": "first", "date": "2021-01-10", "in_force": "2021-03-01", "result": "convicted"}
PRISON = {"id": "prison", "kind": "imprisonment", "verdict": "v1", "length": "P3Y", "regime": "maximum"}
CHARGE = {"id": "ch1", "article": "380", "part": "1", "outcome": "convicted", "verdict": "v1"}


def document(person: Any = None, **case: Any) -> JSONDict:
    about = {**invented.person("some-id"), "names": {"en": "Max Sarsenova", "ru": "Макс Сарсенова"}, "sources": []}
    about = {**about, "recognitions": [], "other_names": [], **(person or {})}
    facts = {
        "id": "of-2016",
        "person": "some-id",
        "verdicts": [VERDICT],
        "restrictions": [PRISON],
        "charges": [CHARGE],
        **case,
    }
    record, named = Case.model_validate(facts).to_dict(), Person.model_validate(about).to_dict()
    return salted(build(record, named, Shared({}, {}, {}), []).to_dict()).plain


def repeated(plain: JSONDict, *paths: str) -> set[str]:
    chosen = dict.fromkeys(paths)
    return set(repeats(plain, without(plain, chosen), chosen))


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"title": {"en": "Sarsenova and others"}}, "case.title"),
        ({"summary": {"ru": "Суд над Сарсеновой"}}, "case.summary"),  # another ending
        ({"events": [{"kind": "other", "text": {"en": "They met Max"}}]}, "case.events.0"),
        ({"id": "sarsenova-2016"}, "case.id"),
    ],
)
def test_name_is_found(values: Any, path: str) -> None:
    assert path in repeated(document(**values), "person.names")


def test_name_is_not_taken_for_a_word_that_begins_alike() -> None:
    assert repeated(document(), "person.names") == set()  # regime: maximum


def test_year_of_birth_is_found_in_a_sentence_and_not_in_a_date() -> None:
    events = [
        {"kind": "other", "text": {"en": "Born in 1973, she studied law"}},
        {"kind": "other", "date": "1973", "text": {"en": "A dam was built"}},
    ]
    assert repeated(document({"born": "1973~"}, events=events), "person.born") == {"case.events.0"}


def test_birthday_is_found_in_the_steps_that_count_from_it() -> None:
    prison = {**PRISON, "regime": "medium", "starts": "2021-03-10"}
    plain = document({"born": "1959-01-15", "gender": "male"}, restrictions=[prison])
    assert any(step["operation"] == "share-by-age" for step in steps(plain))
    found = repeated(plain, "person.born")
    assert found == {"reckoning.restrictions.prison.early"}
    left = without(plain, dict.fromkeys(["person.born", *found]))
    assert "-01-15" not in str(left)


def steps(plain: JSONDict) -> list[JSONDict]:
    outcome = next(row for row in plain["reckoning"]["restrictions"] if row["id"] == "prison")
    return [step for early in outcome["early"] for step in early["steps"]]


def test_text_is_found_where_another_text_quotes_it() -> None:
    told = {"theme": "work", "consent": "given", "text": {"en": "It is hard"}, "speaker": {"name": {"en": "Max"}}}
    plain = document(testimonies=[told], summary={"en": "She says it  is hard."})
    assert repeated(plain, "case.testimonies.0") == {"case.summary"}


def test_row_takes_with_it_what_the_reckoning_says_of_it() -> None:
    plain = document()
    assert repeated(plain, "case.restrictions.prison") >= {
        "reckoning.restrictions.prison",
        "reckoning.restrictions.prison.steps",
    }
    assert "reckoning.restrictions.prison.steps" in parts(plain)
