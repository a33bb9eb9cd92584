import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case
from editions import publish as publishing
from editions.building import document_of_rows, documents_of_rows
from editions.current import document_of, standing_of_case
from editions.document import content_digest, stored
from editions.models import GENESIS, Edition
from editions.parts import digest_of
from editions.publish import holding, publish_changed, publish_holding, withdraw
from editions.refusal import PublicationError
from people.models import Person
from records.models import Source
from records.serial import fresh_dict, save_dict
from tests.editions.rows import NOON, NOTHING, REASON, published, saved
from tests.invented import records as invented
from tests.invented.publications import publish, publish_many

pytestmark = pytest.mark.django_db


def test_publish_when_archive_is_empty(told: list[Any]) -> None:
    edition = publish(saved(), REASON, NOON)
    assert (edition.number, edition.previous, edition.published_at) == (1, GENESIS, NOON)
    assert (edition.case_id, edition.kind, edition.reason) == ("invented-2016", "published", REASON)
    assert edition.hash == edition.computed_hash()
    assert digest_of(json.loads(edition.text.content)) == edition.digest
    assert told == [(1, "invented-2016")]


def test_publish_marks_the_rows_as_published() -> None:
    case = saved(status="draft")
    publish(case, REASON, NOON)
    assert Case.objects.get().status == "published"


def test_publish_when_clock_went_back() -> None:
    first = published()
    second = publish(Case.objects.get(), REASON, NOON - timedelta(hours=1))
    assert second.published_at == first.published_at
    assert second.previous == first.hash


def test_publish_when_case_was_renamed_keeps_its_key() -> None:
    first = published()
    Case.objects.update(slug="invented-renamed", former_ids=["invented-2016"])
    second = publish(Case.objects.get(), REASON, NOON)
    assert (second.case_id, second.case_key) == ("invented-renamed", first.case_key)


def test_publish_keeps_another_case_under_another_key() -> None:
    assert published().case_key != published("invented-2020").case_key


def test_document_when_fields_are_withheld_and_internal() -> None:
    document = document_of(publish(saved(withheld=["person.born", "testimonies"]), REASON, NOON))
    assert document is not None
    assert (document.person.born, document.case.testimonies, document.case.missing) == (None, [], [])
    assert document.case.claims[0].id == "k1"
    assert document.case.status == "published"


def test_document_leaves_out_a_testimony_whose_consent_was_withdrawn() -> None:
    voices = [
        {"theme": "work", "consent": "withdrawn", "text": {"en": "Taken back"}},
        {"theme": "work", "consent": "given", "text": {"en": "Still said"}},
    ]
    document = document_of_rows(saved(testimonies=voices))
    assert [voice.text for voice in document.case.testimonies] == [{"en": "Still said"}]


def test_document_when_another_case_withholds_what_is_the_persons() -> None:
    published(withheld=["person.born"])
    document = document_of_rows(saved("invented-2020", withheld=[]))
    assert (document.person.id, document.person.born) == ("invented-person", None)


def test_document_when_nothing_is_withheld() -> None:
    assert document_of_rows(saved(withheld=[])).person.born == "1973~"


def test_document_when_case_is_published_holds_what_it_cites_by_value() -> None:
    document = document_of_rows(saved())
    assert [source.id for source in document.sources] == ["invented-court-1", "invented-news-1", "invented-news-2"]
    assert [court.id for court in document.courts] == ["invented-court"]
    assert [trial.id for trial in document.trials] == ["invented-trial"]


def test_document_when_stored_twice_differs_in_its_salts_and_keys_only() -> None:
    document = document_of_rows(saved())
    one, other = (json.loads(stored(document.to_dict()).content) for _ in range(2))
    assert one["salts"].keys() == other["salts"].keys()
    assert not set(one["salts"].values()) & set(other["salts"].values())
    assert one["case"]["prior"][0].pop("key") != other["case"]["prior"][0].pop("key")
    assert {**one, "salts": {}} == {**other, "salts": {}}


def test_publish_when_facts_contradict_each_other() -> None:
    case = saved(
        **{**NOTHING, "restrictions": [{"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P20Y"}]}
        | {"verdicts": invented.case()["verdicts"]}
    )
    with pytest.raises(PublicationError) as error:
        publish(case, REASON, NOON)
    assert error.value.problems == [
        "invented-2016 (ban): it is longer than the code allows: check the length against the source"
    ]
    assert Edition.objects.count() == 0


@pytest.mark.parametrize(
    ("reason", "problem"),
    [
        ({}, "there is no reason: say in a sentence why; readers will see it"),
        ({"en": " "}, "there is no reason: say in a sentence why; readers will see it"),
        ({"en": "<b>New</b>"}, "reason.en: holds the markup '<b>', but texts are plain: remove the tag"),
        ({"en": "x" * 500}, "reason.en: has 500 characters: at most 400 fit here"),
        ({"de": "Neu"}, 'reason.de: "de" is unknown: known are en, ru, kk'),
    ],
)
def test_publish_when_the_reason_is_none(reason: dict[str, str], problem: str) -> None:
    case = saved()
    with pytest.raises(PublicationError) as error:
        publish(case, reason, NOON)
    assert error.value.problems == [problem]


def test_publish_when_a_row_breaks_the_format() -> None:
    case = saved()
    Case.objects.update(summary={"en": "<script>alert(1)</script>"})
    with pytest.raises(PublicationError) as error:
        publish(case, REASON, NOON)
    assert error.value.problems == [
        "invented-2016.summary.en: holds the markup '<script>', but texts are plain: remove the tag"
    ]


def test_publish_many_when_one_is_refused() -> None:
    saved("invented-2020")
    broken = saved(summary={"en": "fine"})
    Case.objects.filter(pk=broken.pk).update(summary={"en": "<b>"})
    with pytest.raises(PublicationError):
        publish_many(Case.objects.order_by("-slug"), REASON, NOON)
    assert Edition.objects.count() == 0


def test_publish_changed_when_one_of_two_changed() -> None:
    saved("invented-2020", person="another-person")
    saved()
    publish_many(Case.objects.all(), REASON, NOON)
    save_dict(Person, invented.person("another-person", gender="female"))
    assert publish_changed(Case.objects.all(), REASON, NOON) == ["invented-2020"]
    assert publish_changed(Case.objects.all(), REASON, NOON) == []


def test_publish_approved_when_nothing_changed_since() -> None:
    case = saved()
    approved = document_of_rows(case)
    digest = content_digest(approved)
    (edition,) = publishing.publish([document_of_rows(case)], {case.slug: digest}, REASON, NOON)
    document = document_of(edition)
    assert document is not None
    assert content_digest(document) == digest


def test_publish_approved_when_rows_moved_on() -> None:
    case = saved()
    approved = content_digest(document_of_rows(case))
    save_dict(Case, {**fresh_dict(case), "title": {"en": "Another title"}})
    with pytest.raises(PublicationError) as error:
        publishing.publish([document_of_rows(case)], {case.slug: approved}, REASON, NOON)
    assert error.value.problems == ["invented-2016: it has changed since it was approved: have it reviewed again"]


def test_publish_when_a_case_was_never_approved() -> None:
    one, other = saved(), saved("invented-2020", person="another-person")
    documents = documents_of_rows([one, other])
    with pytest.raises(PublicationError) as error:
        publishing.publish(documents, {one.slug: content_digest(documents[0])}, REASON, NOON)
    assert error.value.problems == ["invented-2020: it has changed since it was approved: have it reviewed again"]
    assert Edition.objects.count() == 0


def drafts_holding(subject: str, ids: list[str]) -> list[str]:
    return [case.slug for case in holding(subject, ids).drafts()]


@pytest.fixture
def three_published() -> None:
    """Two cases that cite a source, one of them a draft again, and one case that does not cite it."""
    publish(saved("invented-2016"), REASON, NOON)
    publish(saved("invented-2017"), REASON, NOON)
    publish(saved("invented-2018", person="another-person", **NOTHING, trial=None), REASON, NOON)
    Case.objects.filter(slug="invented-2017").update(status="draft")


def test_publish_holding_when_a_source_changed(three_published: None) -> None:
    save_dict(Source, invented.source("invented-court-1", title="Another title"))
    ids = publish_holding("sources", ["invented-court-1"], {"en": "A title was corrected"}, NOON)
    assert ids == ["invented-2016"]
    assert drafts_holding("sources", ["invented-court-1"]) == ["invented-2017"]
    document = document_of(Edition.objects.order_by("number")[3])
    assert document is not None
    assert document.sources[0].title == "Another title"


def test_publish_holding_when_a_person_changed(three_published: None) -> None:
    save_dict(Person, invented.person("another-person", gender="female"))
    assert publish_holding("people", ["another-person"], {"en": "A word was corrected"}, NOON) == ["invented-2018"]


@pytest.mark.parametrize("subject", ["courts", "trials"])
def test_publish_holding_when_nothing_said_changed(three_published: None, subject: str) -> None:
    assert publish_holding(subject, ["invented-court", "invented-trial"], REASON, NOON) == []
    assert drafts_holding(subject, ["invented-court", "invented-trial"]) == ["invented-2017"]
    assert drafts_holding(subject, []) == []


def test_publish_when_rows_change_later_leaves_the_edition_alone() -> None:
    edition = published()
    before = document_of(edition)
    save_dict(Case, {**fresh_dict(Case.objects.get()), "title": {"en": "Another title"}})
    assert document_of(Edition.objects.get(number=1)) == before


def test_withdraw_when_case_is_published(told: list[Any]) -> None:
    first = published()
    edition = withdraw("invented-2016", {"en": "At the person's wish"}, NOON)
    assert (edition.number, edition.kind, edition.digest, edition.case_key) == (2, "withdrawn", "", first.case_key)
    assert standing_of_case("invented-2016") is None
    assert told == [(1, "invented-2016"), (2, None)]


def test_withdraw_when_case_is_not_published() -> None:
    saved()
    with pytest.raises(PublicationError) as error:
        withdraw("invented-2016", REASON, NOON)
    assert error.value.problems == ["invented-2016: it is not published: nothing to withdraw"]


def test_publish_after_withdrawal_takes_up_the_key() -> None:
    first = published()
    withdraw("invented-2016", REASON, NOON)
    again = publish(Case.objects.get(), REASON, NOON)
    assert (again.number, again.case_key) == (3, first.case_key)
    assert [edition.number for edition in Edition.objects.current()] == [3]


@pytest.mark.parametrize("restrictions", [1, 3])
def test_publish_takes_the_same_queries_whatever_the_case_holds(restrictions: int) -> None:
    rows = [{"id": f"r{number}", "kind": "other"} for number in range(restrictions)]
    case = saved(**{**NOTHING, "restrictions": rows})
    with CaptureQueriesContext(connection) as queries:
        publish(case, REASON, NOON)
    assert len(queries) == 34
