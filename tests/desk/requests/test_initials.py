"""Initials in place of a name: in texts, ids, sources, rows and editions, whoever else is concerned. All invented."""

from typing import Any

import pytest

from cases.models import Case, CaseCitation, Prior
from desk.requests.initials import initials
from desk.requests.names import NameMatcher
from editions.building import document_of_rows
from editions.current import standing, standing_of_case
from editions.document import content_digest
from editions.models import EditionText
from editions.refusal import PublicationError
from people.models import Person
from records.models import Source, Trial
from records.serial import save_dict
from tests.desk.accounts.test_own_drafts import NOON
from tests.desk.invented_documents import SOUND, person
from tests.desk.review.sound_cases import sound
from tests.invented import records as invented
from tests.invented.publications import publish

NAMES = {"names": {"en": "Oidan Tapkyr", "ru": "Ойдан Тапкыров"}, "other_names": [{"name": "Max", "kind": "variant"}]}


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("Oidan Tapkyr was released.", "O. T. was released."),
        ("О деле Ойдана Тапкырова писали.", "О деле O. T. писали."),
        ("Tapkyr's lawyer; M. Tapkyr; Max Tapkyrov", "O. T.'s lawyer; O. T.; O. T."),
        ("TAPKYR AND OTHERS", "O. T. AND OTHERS"),
        ("Максимальный срок", "Максимальный срок"),
        ("Max speed", "Max speed"),
    ],
)
def test_name_when_inflected_or_in_another_script(text: str, replaced: str) -> None:
    assert NameMatcher(NAMES).replaced(text, "O. T.") == replaced


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("В 2019 году Майрану Вымыслову судили", "В 2019 году М. В. судили"),
        ("защита Майраны Вымысловой", "защита М. В."),
        ("«Власть», о Майране", "«Власть», о М. В."),
        ("о Мии, Миею", "о Мии, Миею"),
    ],
)
def test_name_when_it_ends_in_a_vowel(text: str, replaced: str) -> None:
    person = {"names": {"ru": "Майрана Вымыслова"}, "other_names": [{"name": "Мия", "kind": "variant"}]}

    assert NameMatcher(person).replaced(text, "М. В.") == replaced


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("vlast-2025-tapkyr-interview", True),
        ("https://vlast.kz/oidantapkyrov.html", True),
        ("https://vlast.kz/%D0%A2%D0%B0%D0%BF%D0%BA%D1%8B%D1%80%D0%BE%D0%B2", True),
        ("https://vlast.kz/2025/limited-freedoms", False),
    ],
)
def test_name_when_in_an_address(address: str, named: bool) -> None:
    assert NameMatcher(NAMES).is_in(address) is named


def tapkyr(**values: Any) -> Case:
    """A published case whose ids, sources, trial and texts name the person."""
    sound()
    save_dict(Person, person(id="oidan-tapkyr", **NAMES, former_ids=["tapkyr-oidan"]))
    address = "https://example.org/tapkyr-released"
    save_dict(Source, invented.source("news-tapkyr-1", url=address, title="Tapkyr is released", language="ru"))
    save_dict(Trial, {"id": "trial-of-tapkyr", "title": {"en": "Tapkyr and others"}, "former_ids": []})
    facts = {**SOUND, "tags": [], "trial": "trial-of-tapkyr", "title": {"en": "The case of Oidan Tapkyr"}}
    claim = {"id": "tapkyr-says", "about": "ban", "says": "ends", "value": "2030", "by": {"en": "Oidan Tapkyr"},
             "sources": ["news-tapkyr-1"]}  # fmt: skip
    record = invented.case("tapkyr-2024", person="oidan-tapkyr", **{**facts, "claims": [claim], **values})
    case = save_dict(Case, record)
    publish(case, {"en": "First"}, NOON)
    return Case.objects.get(pk=case.pk)


@pytest.mark.django_db
def test_initials_reach_ids_addresses_and_trials() -> None:
    case = tapkyr()

    initials("tapkyr-2024", "O. T.", NOON)

    texts = " ".join(text.content for text in EditionText.objects.all()).lower()
    assert "tapkyr" not in texts
    assert "ойдан" not in texts
    case.refresh_from_db()
    (shown,) = [one.document for one in standing() if one.document.case.id == case.slug]
    assert (shown.case.trial, shown.case.title) == (None, {"en": "The case of O. T."})
    assert [source.url for source in shown.sources if source.title == "O. T. is released"] == [None]
    assert shown.reckoning.claims[0].id == shown.case.claims[0].id


@pytest.mark.django_db
def test_initials_leave_rows_that_say_what_was_published() -> None:
    case = tapkyr()

    initials("tapkyr-2024", "O. T.", NOON)

    case.refresh_from_db()
    found = standing_of_case(case.slug)
    assert found is not None
    assert content_digest(document_of_rows(case)) == content_digest(found.document)
    assert (case.status, case.former_ids, case.person.former_ids) == ("published", [], [])
    assert not Person.objects.filter(slug="oidan-tapkyr").exists()


@pytest.mark.django_db
def test_initials_let_no_draft_out() -> None:
    case = tapkyr()
    Case.objects.filter(pk=case.pk).update(status="draft", summary={"en": "Half-done words on Tapkyr"})

    initials("tapkyr-2024", "O. T.", NOON)

    case.refresh_from_db()
    assert (case.status, case.summary) == ("draft", {"en": "Half-done words on O. T."})
    assert "Half-done" not in " ".join(text.content for text in EditionText.objects.all())


@pytest.mark.django_db
def test_initials_reach_all_cases_of_the_person() -> None:
    tapkyr()
    second = save_dict(Case,
        invented.case("tapkyr-2025", person="oidan-tapkyr", **{**SOUND, "tags": [], "trial": None,
                      "prior": [{"case": "tapkyr-2024", "date": "2024", "text": {}, "sources": ["invented-news-1"]}]})
    )  # fmt: skip
    publish(second, {"en": "Second"}, NOON)

    initials("tapkyr-2024", "O. T.", NOON)

    slugs = set(Case.objects.exclude(slug="invented-2024").values_list("slug", flat=True))
    assert len(slugs) == 2
    assert {one.document.case.id for one in standing()} == slugs
    assert Prior.objects.get().earlier_id in slugs
    assert "tapkyr" not in " ".join(text.content for text in EditionText.objects.all()).lower()


@pytest.mark.django_db
def test_initials_leave_sources_to_others_and_name_their_cases() -> None:
    tapkyr()
    other = sound(title={"en": "Invented Person and Tapkyr"}, events=[
        {"date": "2024", "kind": "trial", "text": {"en": "Tried"}, "sources": ["news-tapkyr-1"]}])  # fmt: skip
    publish(other, {"en": "Beside"}, NOON)

    done = initials("tapkyr-2024", "O. T.", NOON)

    assert done.still_named == ["invented-2024"]
    assert Source.objects.get(slug="news-tapkyr-1").url == "https://example.org/tapkyr-released"
    assert CaseCitation.objects.filter(case=other, source="news-tapkyr-1").exists()


@pytest.mark.django_db
def test_initials_when_there_is_no_such_case() -> None:
    with pytest.raises(PublicationError, match="never-was: there is no such case"):
        initials("never-was", "N. W.", NOON)
