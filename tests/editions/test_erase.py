import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from editions.current import document_of
from editions.erase import ErasedPlace, delete_text, redact
from editions.models import Edition, EditionText, Erasure
from editions.publish import withdraw
from editions.refusal import PublicationError
from tests.editions.rows import NOON, REASON, published

pytestmark = pytest.mark.django_db


def now_says(edition: Edition) -> Any:
    document = document_of(Edition.objects.get(pk=edition.pk))
    assert document is not None
    return document


def test_redact_when_places_are_rows_keys_and_names(told: list[Any]) -> None:
    edition = published(withheld=[])
    erasure = redact(
        edition,
        [
            ErasedPlace("case.events[0]"),
            ErasedPlace("case.claims.k1"),
            ErasedPlace("person.names.en", "I. P."),
            ErasedPlace("person.born"),
        ],
        {"en": "At the person's wish"},
        NOON,
    )
    document = now_says(edition)
    assert [event.kind for event in document.case.events] == ["warning"]
    assert (document.case.claims, document.person.names["en"], document.person.born) == ([], "I. P.", None)
    assert erasure.places == ["case.claims.k1", "case.events[0]", "person.born", "person.names.en"]
    assert erasure.digest == EditionText.objects.get().digest
    assert told[-1] == (1, "invented-2016")


def test_redact_when_several_rows_of_a_list_go() -> None:
    events = [{"kind": "other", "date": str(2000 + number)} for number in range(12)]
    edition = published(events=events)
    redact(edition, [ErasedPlace("case.events[2]"), ErasedPlace("case.events[10]")], REASON, NOON)
    left = [event.date for event in now_says(edition).case.events]
    assert left == [str(2000 + number) for number in range(12) if number not in (2, 10)]


def test_redact_when_done_twice_counts_on() -> None:
    edition = published()
    redact(edition, [ErasedPlace("case.title")], REASON, NOON)
    assert redact(edition, [ErasedPlace("case.summary")], REASON, NOON).number == 2


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        (ErasedPlace("case.evnts[0]"), "case.evnts[0]: there is no 'evnts' in this edition"),
        (ErasedPlace("case.events[7]"), "case.events[7]: there is no '7' in this edition"),
        (ErasedPlace("!"), "'!' is no place: write one such as case.testimonies[2] or person.names.en"),
        (
            ErasedPlace("person.names"),
            "person.names cannot be missing: give a replacement, as in person.names.en=M. B.",
        ),
    ],
)
def test_redact_when_place_makes_no_sense(place: ErasedPlace, problem: str) -> None:
    edition = published()
    before = EditionText.objects.get().content
    with pytest.raises(PublicationError) as error:
        redact(edition, [place], REASON, NOON)
    assert error.value.problems == [problem]
    assert (EditionText.objects.get().content, Erasure.objects.count()) == (before, 0)


def test_delete_text_leaves_the_edition(told: list[Any]) -> None:
    edition = published()
    erasure = delete_text(edition, REASON, NOON)
    assert (erasure.digest, erasure.places) == ("", ["document"])
    assert document_of(Edition.objects.get()) is None
    assert told[-1] == (1, None)


def test_delete_text_when_edition_has_none() -> None:
    published()
    with pytest.raises(PublicationError) as error:
        delete_text(withdraw("invented-2016", REASON, NOON), REASON, NOON)
    assert error.value.problems == ["edition 2 has no text: nothing to erase"]


def test_redact_command_says_what_it_did(capsys: Any) -> None:
    published()
    call_command("redact", "1", "--place", "person.names.en=I. P.", "--reason", "At the person's wish")
    assert json.loads(EditionText.objects.get().content)["person"]["names"]["en"] == "I. P."
    assert capsys.readouterr().out == "edition 1: redacted by erasure 1\n"


def test_redact_command_when_one_edition_is_missing() -> None:
    published()
    with pytest.raises(CommandError) as error:
        call_command("redact", "1", "9", "--whole", "--reason", "At the person's wish")
    assert str(error.value) == "Nothing was erased:\n  there is no edition 9"
    assert Erasure.objects.count() == 0


@pytest.mark.parametrize("arguments", [[], ["--whole", "--place", "case.title"]])
def test_redact_command_when_it_is_not_said_what_goes(arguments: list[str]) -> None:
    with pytest.raises(CommandError) as error:
        call_command("redact", "1", "--reason", "x", *arguments)
    assert str(error.value) == "say what goes: --place PATH once or more, or --whole"
