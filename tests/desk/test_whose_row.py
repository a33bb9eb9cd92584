"""Every address of the desk with somebody else's row: who may not see it learns nothing of it. All invented.

Hidden are a draft's case, person, source, trial and tag, a case that was withheld in silence, and who sent what. Their
names hold one word and their ids another that stand nowhere else.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from cases.models import Case, Tag
from desk.accounts.roles import ROLES
from desk.models import DraftOwner, Submission, Submitted
from desk.requests.effects import withhold_in_silence
from desk.site import site
from inbox.models import Message
from people.models import Person, PersonNote, Portrait
from records import stored
from records.models import Paper, Source, Trial
from records.serial import save_dict
from tests.desk.addresses import (
    OF_A_CASE,
    OF_A_PAPER,
    OF_A_PERSON,
    OF_A_SUBMISSION,
    Examples,
    examples_for_this_module,
    of_the_desk,
    path_of,
    rendition,
)
from tests.desk.forms.test_cases import blank, errors
from tests.desk.invented_accounts import account, browser
from tests.desk.invented_documents import SOUND
from tests.desk.test_permissions import Visitor
from tests.invented import records as invented
from tests.invented.publications import publish

WORD, ID = "Zanzibar", "hidden-"
OF_THE_AUDIT = {"desk_audit", "desk_sign_ins", "desk_exports", "desk_invitations"}
OF_ACCOUNTS = {"admin:auth_user_changelist", "admin:auth_user_change", "admin:auth_user_history"}
PATHS = sorted(of_the_desk().items())
SEEN = {
    "nobody": set[str](),
    "without a role": set[str](),
    "contributor": set[str](),
    "administrator": OF_THE_AUDIT | OF_ACCOUNTS,
}
"""What shows names all the same: an administrator reads the audit and the accounts."""


@pytest.fixture(scope="module")
def examples(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Examples]:
    with examples_for_this_module(django_db_blocker, tmp_path_factory.mktemp("var")) as rows:
        yield rows | hidden_rows()


def hidden_rows() -> Examples:
    """Saves what is to stay hidden, and begins the contributor's own case beside it."""
    case, editor = hidden_case(), account("hidden-editor", "editor")
    sent = Submission.objects.create(sent_by=editor, sent_at=timezone.now(), note=WORD)
    Submitted.objects.create(submission=sent, case=case, version=case.version)
    Message.objects.update(text=WORD, case_id=case.slug)
    source = Source.objects.get(slug="hidden-news")
    Paper.objects.create(source=source, sha256=stored.store(stored.UNTOUCHED, WORD.encode(), "pdf"), pages=1, size=5)
    picture = stored.store(stored.CLEANED, WORD.encode(), "webp")
    words = {"alt": {"en": WORD}, "credit": {"en": WORD}}
    Portrait.objects.create(person=case.person, renditions=[rendition(picture)], **words)
    numbers = {OF_A_CASE: case.pk, OF_A_SUBMISSION: sent.pk, OF_A_PERSON: case.person.pk, OF_A_PAPER: source.pk}
    return {
        **{(name, "pk"): number for names, number in numbers.items() for name in names},
        ("cases_case", "object_id"): case.pk,
        ("people_person", "object_id"): case.person.pk,
        ("records_source", "object_id"): source.pk,
        ("records_trial", "object_id"): Trial.objects.get(slug="hidden-trial").pk,
        ("cases_tag", "object_id"): Tag.objects.get(name="hidden-tag").pk,
        ("auth_user", "object_id"): editor.pk,
        ("desk_picture", "name"): f"{picture}.webp",
    }


def hidden_case() -> Case:
    """A draft of a person whom nobody has published, and a case that went in silence."""
    names = {"en": WORD, "ru": WORD, "kk": WORD}
    save_dict(Source, invented.source("hidden-news", title=WORD, url="https://example.org/hidden-page"))
    save_dict(Trial, {**invented.trial(), "id": "hidden-trial", "title": names})
    tag = Tag.objects.create(name="hidden-tag", names=names)
    person = invented.person("hidden-person", names=names, other_names=[], recognitions=[], sources=["hidden-news"])
    save_dict(Person, person)
    PersonNote.objects.create(person=Person.objects.get(slug="hidden-person"), notes=WORD)
    shared = {**SOUND, "person": "hidden-person", "title": names, "tags": [], "trial": "hidden-trial"}
    case = save_dict(Case, invented.case("hidden-2016", **shared))
    case.tags.add(tag)
    silent = save_dict(Case, invented.case("hidden-silent", **shared))
    publish(silent, {"en": "First"}, timezone.now() - timedelta(days=1))
    withhold_in_silence("hidden-silent", timezone.now())
    return case


def begin_own(user: User) -> None:
    """Lets the account have begun a person and a case of its own."""
    save_dict(Person, invented.person("own-person", recognitions=[], sources=[]))
    own = save_dict(Case, invented.case("own-2020", **{**SOUND, "person": "own-person", "tags": [], "trial": None}))
    DraftOwner.remember(own, user)
    DraftOwner.remember(own.person, user)


def visitor(who: str) -> Visitor:
    user = None if who == "nobody" else account("somebody", *([who] if who in ROLES else []))
    if user and who == "contributor":
        begin_own(user)
    return Visitor(user)


def search_boxes() -> Iterator[str]:
    """The address of every search box of the desk, as it opens and as somebody types the word."""
    for model, options in site._registry.items():
        inlines = [(inline.model, inline.autocomplete_fields) for inline in options.inlines]
        for owner, fields in [(model, options.autocomplete_fields), *inlines]:
            for field in fields:
                query = f"app_label={owner._meta.app_label}&model_name={owner._meta.model_name}&field_name={field}"
                yield f"/desk/autocomplete/?{query}&term="
                yield f"/desk/autocomplete/?{query}&term={WORD[:4]}"


def said(response: Any) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{body.decode(errors='replace')} {response.headers}"


def tells(response: Any) -> bool:
    return WORD in said(response) or ID in said(response)


@pytest.mark.django_db
@pytest.mark.parametrize("who", SEEN)
def test_nothing_is_told_of_what_is_hidden(examples: Examples, who: str) -> None:
    visits, told = visitor(who), []
    for name, route in PATHS:
        path = path_of(name, route, examples)
        if any(tells(visits.sends(method, path)) for method in ("get", "post")):
            told.append(name)
    told += [path for path in search_boxes() if tells(visits.sends("get", path))]
    told += [path for path in ("/desk/?", "/desk/cases/case/?q=hidd", "/desk/people/person/?q=Zanz",
             "/desk/records/source/?q=Zanz", "/desk/records/trial/?q=Zanz", "/desk/cases/tag/?q=Zanz",
             "/desk/paper/verdict/", "/desk/work/") if tells(visits.sends("get", path))]  # fmt: skip

    assert set(told) <= SEEN[who]


@pytest.mark.django_db
def test_what_is_hidden_could_be_seen(examples: Examples) -> None:
    """The test above asks for something: an editor sees all of it."""
    visits = visitor("editor")
    told = {name for name, route in PATHS if tells(visits.sends("get", path_of(name, route, examples)))}
    boxes = [path for path in search_boxes() if tells(visits.sends("get", path))]

    expected = {
        "admin:index", "admin:cases_case_change", "admin:cases_case_changelist", "admin:cases_case_history",
        "admin:people_person_change", "admin:people_person_changelist", "admin:people_person_history",
        "admin:records_source_change", "admin:records_trial_change", "admin:cases_tag_change", "desk_case_work",
        "desk_submission", "desk_submissions", "desk_portrait", "desk_paper", "desk_picture", "desk_preview",
        "desk_intake", "desk_request",
    }  # fmt: skip
    assert expected <= told
    assert len(boxes) >= 10


@pytest.fixture
def contributor(examples: Examples) -> Client:
    user = account("somebody", "contributor")
    begin_own(user)
    client = browser(user)
    client.get("/desk/account/")
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["person", "trial"])
def test_contributor_cannot_choose_what_is_hidden(contributor: Client, field: str) -> None:
    """Its name would stand in the preview of the contributor's own case."""
    wanted = {"person": "own-person", field: f"hidden-{field}"}
    response = contributor.post("/desk/cases/case/add/", blank(slug="mine-2021", title_en="Mine", **wanted))

    assert "Select a valid choice" in errors(response)
    assert WORD not in said(response)
    assert not Case.objects.filter(slug="mine-2021").exists()


@pytest.mark.django_db
def test_contributor_cannot_choose_a_hidden_tag_or_source(contributor: Client) -> None:
    tag = Tag.objects.get(name="hidden-tag")
    values = blank(slug="mine-2021", title_en="Mine", person="own-person", tags=[str(tag.pk)])
    assert "Select a valid choice" in errors(contributor.post("/desk/cases/case/add/", values))

    page = {"slug": "mine-person", "names_en": "Somebody", "sources": ["hidden-news"], **management()}
    response = contributor.post("/desk/people/person/add/", page)

    assert "Select a valid choice" in errors(response)
    assert WORD not in said(response)


def management() -> dict[str, str]:
    prefixes = ("other_names", "recognitions", "citations", "note")
    return {f"{prefix}-{name}_FORMS": "0" for prefix in prefixes for name in ("TOTAL", "INITIAL")}


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["hidden-person", WORD])
def test_contributor_begins_no_case_of_a_hidden_person(contributor: Client, text: str) -> None:
    response = contributor.post("/desk/paper/verdict/", {"begun-person": text})

    assert "The archive has nothing of this id or name" in said(response)
    assert said(response).count(WORD) == (1 if text == WORD else 0)  # what was typed comes back


@pytest.mark.django_db
@pytest.mark.parametrize("values", [{"source-source": WORD}, {"source-source": "https://example.org/hidden-page"}])
def test_contributor_finds_no_hidden_source(contributor: Client, values: dict[str, str]) -> None:
    response = contributor.post("/desk/paper/verdict/", {"begun-person": "own-person", **values})

    assert "hidden-news" not in said(response)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "values",
    [
        {"begun-person": WORD[:5], "begun-person-choice": "hidden-person"},
        {"begun-person": "own-person", "begun-trial": WORD[:5]},
        {"begun-person": "own-person", "begun-trial": WORD[:5], "begun-trial-choice": "hidden-trial"},
    ],
)
def test_contributor_is_offered_nothing_hidden(contributor: Client, values: dict[str, str]) -> None:
    """Whom a part of a name fits is asked about: of hidden people and trials nobody."""
    response = contributor.post("/desk/paper/verdict/", {**values, "source-source": "other-news"})

    assert response.status_code == 400
    assert not tells(response)
    assert tells(editor().post("/desk/paper/verdict/", values))


@pytest.mark.django_db
def test_contributor_s_new_trial_is_not_the_hidden_one(contributor: Client) -> None:
    values = {"begun-person": "own-person", "begun-trial": WORD, "begun-trial-choice": "new"}
    paper = {"source-title_": "Mine", "source-kind": "media"}

    assert contributor.post("/desk/paper/verdict/", {**values, **paper}).status_code == 302
    assert Case.objects.get(person="own-person", trial__isnull=False).trial_id == "zanzibar"


@pytest.mark.django_db
def test_contributor_is_warned_of_no_hidden_lookalike(contributor: Client) -> None:
    page = {"slug": "mine-person", "names_en": WORD, **management()}
    response = contributor.post("/desk/people/person/add/", page)

    assert "hidden-person" not in said(response)
    assert "hidden-person" in said(editor().post("/desk/people/person/add/", page))


def editor() -> Client:
    client = browser(account("an-editor", "editor"))
    client.get("/desk/account/")
    return client


@pytest.mark.django_db
def test_contributor_copies_to_no_hidden_person(contributor: Client) -> None:
    own = Case.objects.get(slug="own-2020")
    values = {"slug": "copied-2021", "person": "hidden-person"}

    assert contributor.post(f"/desk/work/cases/{own.pk}/copy/", values).status_code == 400
    assert not Case.objects.filter(slug="copied-2021").exists()


@pytest.mark.django_db
def test_contributor_chooses_whom_readers_see(contributor: Client) -> None:
    """The person of a published case, by name; the form of that person stays closed."""
    other = Person.objects.get(slug="other-person")
    query = "app_label=cases&model_name=case&field_name=person&term="
    assert "other-person" in said(contributor.get(f"/desk/autocomplete/?{query}"))
    assert contributor.get(f"/desk/people/person/{other.pk}/change/").status_code == 302

    values = blank(slug="mine-2021", title_en="Mine", person="other-person")
    assert errors(contributor.post("/desk/cases/case/add/", values)) == ""


@pytest.mark.django_db
def test_contributor_learns_no_colleague_s_name(contributor: Client) -> None:
    own = Case.objects.get(slug="own-2020")
    sent = Submission.objects.create(sent_by=User.objects.get(username="hidden-editor"), sent_at=timezone.now())
    Submitted.objects.create(submission=sent, case=own, version=own.version)

    for path in (f"/desk/work/{sent.pk}/", f"/desk/work/cases/{own.pk}/", "/desk/work/"):
        page = said(contributor.get(path))
        assert "a colleague" in page
        assert "hidden-editor" not in page


def test_every_search_box_is_asked() -> None:
    assert len(list(search_boxes())) > 15
    assert isinstance(site, admin.AdminSite)
