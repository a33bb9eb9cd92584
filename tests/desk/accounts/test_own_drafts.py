"""Contributors: own drafts, nothing else, until readers have seen them."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from cases.models import Case
from desk.models import DraftOwner, Submission, Submitted
from desk.requests.effects import withhold_in_silence
from desk.review import actions as acts
from people.models import Person, PersonNote
from records.models import Source
from records.serial import save_dict
from tests.desk.form_data import typed
from tests.desk.forms.test_cases import blank, errors
from tests.desk.invented_accounts import account, browser
from tests.desk.review.sound_cases import sound
from tests.invented import records as invented
from tests.invented.publications import publish

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def contributor(shared: None) -> Client:
    return browser(account("contributor", "contributor"))


def own_case(contributor: Client) -> Case:
    """A case of a person whom the contributor began as well."""
    user = User.objects.get(username="contributor")
    DraftOwner.objects.get_or_create(kind="person", row=Person.objects.get().pk, user=user)
    response = contributor.post("/desk/cases/case/add/", blank(slug="own-2020", title_en="My own"))
    assert errors(response) == ""
    return Case.objects.get(slug="own-2020")


def test_contributor_sees_own_cases_alone(contributor: Client) -> None:
    save_dict(Case, invented.case(title={"en": "Theirs"}))
    own_case(contributor)

    page = contributor.get("/desk/cases/case/").content.decode()

    assert ("My own" in page, "Theirs" in page) == (True, False)


def test_contributor_may_write_until_published(contributor: Client) -> None:
    case = own_case(contributor)
    address = reverse("admin:cases_case_change", args=[case.pk])
    assert 'name="_save"' in contributor.get(address).content.decode()

    publish(case, {"en": "First"}, NOON)

    assert 'name="_save"' not in contributor.get(address).content.decode()
    assert contributor.post(address, {"title_en": "Other"}).status_code == 403


@pytest.mark.parametrize("guess", ["secret-2018", "nothing-2018"])
def test_contributor_learns_no_silent_id_by_claiming_it(contributor: Client, guess: str) -> None:
    """A draft closes when readers have seen one of its ids: whoever may type such an id can ask which were public."""
    case = own_case(contributor)
    publish(save_dict(Case, invented.case("secret-2018")), {"en": "First"}, NOON)
    withhold_in_silence("secret-2018", NOON)
    address = reverse("admin:cases_case_change", args=[case.pk])

    contributor.post(address, {**typed(contributor.get(address).content.decode()), "former_ids": guess})

    assert 'name="_save"' in contributor.get(address).content.decode()
    assert Case.objects.get(pk=case.pk).former_ids == []


def test_contributor_reads_no_internal_notes_of_others(contributor: Client) -> None:
    person = save_dict(Case, invented.case()).person
    PersonNote.objects.create(person=person, risk="A secret risk")
    address = reverse("admin:people_person_change", args=[person.pk])

    assert "A secret risk" not in contributor.get(address).content.decode()
    assert "A secret risk" in browser(account("editor", "editor")).get(address).content.decode()


def test_published_case_cannot_be_removed(shared: None) -> None:
    case = save_dict(Case, invented.case())
    editor = browser(account("editor", "editor"))
    address = reverse("admin:cases_case_delete", args=[case.pk])
    assert editor.get(address).status_code == 200

    publish(case, {"en": "First"}, NOON)

    assert editor.post(address, {"post": "yes"}).status_code == 403
    assert Case.objects.filter(pk=case.pk).exists()


def test_contributor_sees_no_submission_of_others(contributor: Client) -> None:
    theirs, own = sound(), own_case(contributor)
    sent = acts.submit([theirs], account("one", "editor"), "", NOON)
    mine = Submission.objects.create(sent_by=User.objects.get(username="contributor"), sent_at=NOON)
    Submitted.objects.create(submission=mine, case=own, version=1)

    assert contributor.get(f"/desk/work/{mine.pk}/").status_code == 200
    assert contributor.get(f"/desk/work/{sent.pk}/").status_code == 404


def test_contributor_who_reviews_too_sends_no_case_of_others(shared: None) -> None:
    theirs, both = sound(), browser(account("both", "contributor", "reviewer"))
    assert both.get(f"/desk/work/cases/{theirs.pk}/").status_code == 200

    assert both.post(f"/desk/work/cases/{theirs.pk}/send/", {"note": ""}).status_code == 403
    assert Submission.objects.count() == 0


def test_contributor_may_write_on_a_source_until_others_cite_it(contributor: Client) -> None:
    source = Source.objects.get(slug="invented-news-1")
    Person.objects.all().delete()
    DraftOwner.objects.create(kind="source", row=source.pk, user=User.objects.get(username="contributor"))
    address = reverse("admin:records_source_change", args=[source.pk])
    assert 'name="_save"' in contributor.get(address).content.decode()

    save_dict(Person, invented.person())
    save_dict(Case, invented.case())

    assert contributor.post(address, {"title": "Mine"}).status_code == 403


def test_started_remembers_who_began(contributor: Client) -> None:
    case = own_case(contributor)

    begun = DraftOwner.objects.filter(kind="case").values_list("kind", "row", "user__username")
    assert list(begun) == [("case", case.pk, "contributor")]
