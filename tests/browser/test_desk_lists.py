"""The desk's lists and what follows from them, wide and on a telephone. Everybody here is invented."""

import pytest
from playwright.sync_api import Page

from desk.models import Submission
from desk.review import actions as acts
from inbox.models import Message, receive
from tests.browser.signing_in import sign_in
from tests.browser.test_desk import barriers
from tests.desk.accounts.test_own_drafts import NOON
from tests.desk.invented_accounts import account
from tests.desk.review.sound_cases import sound

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_lists_of_the_desk_have_no_barrier(page: Page) -> None:
    case, found = sound(), {}
    sign_in(page, account("chief", superuser=True))
    for address in (
        "cases/case/", "people/person/", f"people/person/{case.person.pk}/history/", "records/source/",
        "records/court/", "records/trial/", "records/publisher/", "cases/tag/", "auth/user/",
        f"cases/case/{case.pk}/delete/", "audit/exports/", "merge/sources/",
    ):  # fmt: skip
        assert page.goto(f"/desk/{address}").status == 200, address
        found[address] = barriers(page)

    assert {address: lines for address, lines in found.items() if lines} == {}


def test_desk_pages_fit_a_telephone(page: Page) -> None:
    """Nothing scrolls sideways but a list inside its frame."""
    case, wide = sound(), []
    acts.submit([case], account("writer", "editor"), "Please", NOON)
    receive("danger", "Help", case.slug, "en", "token", NOON)
    chief = account("chief", superuser=True)
    sign_in(page, chief)
    page.set_viewport_size({"width": 360, "height": 800})
    for address in (
        "", "cases/case/", "people/person/", f"people/person/{case.person.pk}/change/", "records/source/",
        "records/source/add/", "audit/", "audit/sign-ins/", "import/", "merge/people/", "requests/",
        f"requests/{Message.objects.get().pk}/", "work/", f"work/{Submission.objects.get().pk}/",
        f"work/cases/{case.pk}/", f"cases/case/{case.pk}/history/", f"auth/user/{chief.pk}/change/", "account/",
        "account/sessions/", "account/invitations/", "account/second-factor/", "sources/new/",
    ):  # fmt: skip
        page.goto(f"/desk/{address}")
        width = page.evaluate("document.documentElement.scrollWidth")
        wide += [f"{address}: {width}"] if width > 360 else []

    assert wide == []
