import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from editions.current import document_of
from editions.erase import ErasedPlace, delete_text, redact, with_repeats
from editions.models import ChainEntry, Edition, EditionText
from editions.parts import digest_of, leaf
from editions.publish import withdraw
from editions.refusal import PublicationError
from tests.editions.rows import NOON, REASON, published

pytestmark = pytest.mark.django_db


def now_says(edition: Edition) -> Any:
    document = document_of(Edition.objects.get(pk=edition.pk))
    assert document is not None
    return document


def text_of(edition: Edition) -> Any:
    return json.loads(EditionText.objects.get(edition=edition).content)


def test_redact_when_places_are_rows_fields_and_names(told: list[Any]) -> None:
    edition = published(withheld=[], title={}, tags=[])
    erasure = redact(
        edition,
        [
            ErasedPlace("case.events.0"),
            *with_repeats(edition, [ErasedPlace("case.claims.k1")]),
            ErasedPlace("person.gender"),
        ],
        {"en": "At the person's wish"},
        NOON,
    )
    document = now_says(edition)
    assert [event.kind for event in document.case.events] == ["warning"]
    assert (document.case.claims, document.person.gender) == ([], None)
    assert erasure.body == {
        "erases": edition.key,
        "places": {"case.claims.k1": None, "case.events.0": None, "person.gender": None, "reckoning.claims.k1": None},
    }
    assert told[-1] == (1, "invented-2016")


def test_redact_takes_value_and_salt_and_leaves_the_leaf() -> None:
    edition = published()
    before = text_of(edition)
    redact(edition, [ErasedPlace("case.events.0")], REASON, NOON)
    after = text_of(edition)
    salt = before["salts"].pop("case.events.0")
    assert after["salts"] == before["salts"]
    assert after["leaves"] == {"case.events.0": leaf("case.events.0", salt, before["case"]["events"][0])}
    assert after["case"]["events"] == [None, before["case"]["events"][1]]
    assert salt not in json.dumps(after)
    assert digest_of(after) == edition.digest


def test_redact_when_a_block_of_the_reckoning_goes_its_dates_stay() -> None:
    edition = published()
    before = now_says(edition).reckoning.outcome("prison")
    redact(edition, [ErasedPlace("reckoning.restrictions.prison.steps")], REASON, NOON)
    after = now_says(edition).reckoning.outcome("prison")
    assert before.steps != ()
    assert after == before._replace(steps=())


def test_redact_when_a_whole_list_is_named() -> None:
    edition = published()
    assert len(now_says(edition).case.events) == 2
    redact(edition, [ErasedPlace("case.events")], REASON, NOON)
    assert now_says(edition).case.events == []


def test_redact_when_several_rows_of_a_list_go_one_after_another() -> None:
    events = [{"kind": "other", "date": str(2000 + number)} for number in range(12)]
    edition = published(events=events)
    redact(edition, [ErasedPlace("case.events.2")], REASON, NOON)
    redact(edition, [ErasedPlace("case.events.10")], REASON, NOON)
    left = [event.date for event in now_says(edition).case.events]
    assert left == [str(2000 + number) for number in range(12) if number not in (2, 10)]


def test_redact_when_a_mark_is_put_where_none_was() -> None:
    edition = published(withheld=[])
    redact(edition, [ErasedPlace("case.withheld", ["noindex"])], REASON, NOON)
    redact(edition, [ErasedPlace("case.withheld", ["noindex", "testimonies"])], REASON, NOON)
    assert now_says(edition).case.withheld == ["noindex", "testimonies"]
    assert digest_of(text_of(edition)) == edition.digest


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        (ErasedPlace("case.evnts.0"), "case.evnts.0: there is no such part in this edition"),
        (ErasedPlace("case.events.7"), "case.events.7: there is no such part in this edition"),
        (ErasedPlace("!"), "!: there is no such part in this edition"),
        (ErasedPlace("rule_book"), "rule_book cannot be missing: give a replacement, as in person.names=M. B."),
        (
            ErasedPlace("case.summary", "It was not political"),
            "case.summary: nothing can be put there: only person.names, case.withheld take a replacement, "
            "and a short one",
        ),
        (
            ErasedPlace("person.names", "A sentence that nobody would take for the initials of anybody"),
            "person.names: nothing can be put there: only person.names, case.withheld take a replacement, "
            "and a short one",
        ),
    ],
)
def test_redact_when_place_makes_no_sense(place: ErasedPlace, problem: str) -> None:
    edition = published()
    before = EditionText.objects.get().content
    with pytest.raises(PublicationError) as error:
        redact(edition, [place], REASON, NOON)
    assert error.value.problems == [problem]
    assert (EditionText.objects.get().content, ChainEntry.objects.erasures().count()) == (before, 0)


def test_redact_when_a_text_has_the_first_format() -> None:
    edition = published()
    edition.format = "shekteu-document/1"
    with pytest.raises(PublicationError, match="knows no parts: take the whole text away"):
        redact(edition, [ErasedPlace("case.title")], REASON, NOON)


def test_redact_when_something_repeats_what_goes_names_it() -> None:
    edition = published(title={"en": "The case of I. Person"})
    with pytest.raises(PublicationError) as error:
        redact(edition, [ErasedPlace("person.names", "I. P.")], REASON, NOON)
    first, *lines = error.value.problems
    assert first == "1 (invented-2016) would still say it: erase these with it"
    assert "case.title: repeats person.names" in lines


def test_delete_text_leaves_the_entry_without_the_case_id(told: list[Any]) -> None:
    edition = published()
    erasure = delete_text(edition, REASON, NOON)
    assert erasure.body == {"erases": edition.key, "places": {"document": None}}
    stored = Edition.objects.get()
    assert document_of(stored) is None
    assert (stored.case_id, stored.hash) == ("", edition.hash)
    assert told[-1] == (1, None)


def test_delete_text_of_one_version_leaves_the_id_of_the_others() -> None:
    first, _second = published(), published()
    withdraw("invented-2016", REASON, NOON)
    delete_text(first, REASON, NOON)
    assert list(Edition.objects.order_by("number").values_list("case_id", flat=True)) == [
        "",
        "invented-2016",
        "invented-2016",
    ]


def test_delete_text_of_all_versions_leaves_no_id() -> None:
    edition = published()
    withdraw("invented-2016", REASON, NOON)
    delete_text(edition, REASON, NOON)
    assert list(Edition.objects.values_list("case_id", flat=True)) == ["", ""]


def test_delete_text_when_edition_has_none() -> None:
    published()
    with pytest.raises(PublicationError) as error:
        delete_text(withdraw("invented-2016", REASON, NOON), REASON, NOON)
    assert error.value.problems == ["2 (invented-2016) has no text: nothing to erase"]


def test_erase_command_says_what_it_did(capsys: Any) -> None:
    published()
    published()
    call_command("erase", "invented-2016", "--place", "case.events.0", "--reason", "At the person's wish")
    assert capsys.readouterr().out == "version 1: erased case.events.0\nversion 2: erased case.events.0\n"
    assert {json.dumps(text_of(edition)["case"]["events"][0]) for edition in Edition.objects.all()} == {"null"}


def test_erase_command_takes_repeats_with_it(capsys: Any) -> None:
    published()
    call_command("erase", "invented-2016", "--place", "case.claims.k1", "--with-repeats", "--silent")
    assert capsys.readouterr().out == "version 1: erased case.claims.k1, reckoning.claims.k1\n"


def test_erase_command_when_one_version_is_missing() -> None:
    published()
    with pytest.raises(CommandError) as error:
        call_command("erase", "invented-2016", "--versions", "1", "9", "--whole", "--silent")
    assert str(error.value) == "Nothing was erased:\n  invented-2016 has no version 9 with a text"
    assert ChainEntry.objects.erasures().count() == 0


@pytest.mark.parametrize("arguments", [[], ["--whole", "--place", "case.title"]])
def test_erase_command_when_it_is_not_said_what_goes(arguments: list[str]) -> None:
    with pytest.raises(CommandError) as error:
        call_command("erase", "invented-2016", "--reason", "x", *arguments)
    assert str(error.value) == "say what goes: --place PATH once or more, or --whole"
