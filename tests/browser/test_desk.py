"""Signing in with scripts, and no barrier on the desk's own pages. Everybody here is invented."""

from importlib.resources import files

import pytest
from playwright.sync_api import Page

from cases.models import Case
from desk.intake.source_documents import SOURCE_DOCUMENTS
from desk.models import Submission
from desk.review import actions as acts
from inbox.models import Message, receive
from people.models import Person
from records.models import Court, Source
from records.serial import save_dict
from tests.browser.signing_in import sign_in
from tests.desk.accounts.test_own_drafts import NOON
from tests.desk.invented_accounts import PASSWORD, account
from tests.desk.review.sound_cases import sound
from tests.invented import records as invented

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = f"""axe.run({{preload: false, resultTypes: ["violations"], runOnly: {{type: "tag", values: {TAGS}}}}})
    .then(found => found.violations.map(one => one.id + ": " + one.nodes[0].html))"""

NAMED = "() => [...document.querySelectorAll('.select2-search__field')].every(box => box.ariaLabel)"


def test_desk_when_an_editor_signs_in_for_the_first_time(page: Page) -> None:
    account("editor", enrolled=False, superuser=True)
    page.goto("/desk/")
    page.fill("input[name=login]", "editor")
    page.fill("input[name=password]", PASSWORD)
    page.click("form.narrow button[type=submit]")

    page.wait_for_url("**/desk/account/second-factor/")
    assert page.locator("#user-tools strong").inner_text().lower() == "editor"


def test_desk_pages_have_no_barrier(page: Page) -> None:
    case = sound()
    acts.submit([case], account("writer", "editor"), "Please", NOON)
    receive("danger", "Help", case.slug, "en", "token", NOON)
    sent, message = Submission.objects.get(), Message.objects.get()
    page.goto("/desk/account/login/")
    found = {"sign in": barriers(page)}
    sign_in(page, account("chief", superuser=True))
    for address in (
        "", "account/", "account/sessions/", "account/invitations/", "account/second-factor/", "audit/",
        "audit/sign-ins/", "import/", "merge/people/", "requests/", f"requests/{message.pk}/", "sources/new/",
        "work/", f"work/{sent.pk}/", f"work/cases/{case.pk}/", f"work/cases/{case.pk}/copy/",
        f"cases/case/{case.pk}/history/", "cases/case/", "cases/case/add/", f"cases/case/{case.pk}/change/",
        "people/person/", "people/person/add/", "records/source/", "records/source/add/", "paper/verdict/",
        "paper/appeal/", "paper/release/", "paper/news/",
        *(f"work/cases/{case.pk}/paper/{kind}/" for kind in SOURCE_DOCUMENTS),
    ):  # fmt: skip
        assert page.goto(f"/desk/{address}").status == 200, address
        found[address] = barriers(page)

    assert {address: lines for address, lines in found.items() if lines} == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_unfolded_forms_have_no_barrier(page: Page, width: int) -> None:
    """Of a case and a person with every kind of entry, every fold open, a blank entry in each."""
    for source in invented.SOURCES:
        save_dict(Source, invented.source(source))
    save_dict(Court, invented.court())
    person, case = save_dict(Person, invented.person()), save_dict(Case, invented.case(trial=None))
    sign_in(page, account("chief", superuser=True))
    page.set_viewport_size({"width": width, "height": 900})
    found = {}
    for address in (f"cases/case/{case.pk}/change/", f"people/person/{person.pk}/change/"):
        page.goto(f"/desk/{address}?blank=1")
        page.wait_for_load_state()
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.locator(".inline-related [name]:visible").first.focus()
        found[address] = barriers(page)

    assert {address: lines for address, lines in found.items() if lines} == {}


def barriers(page: Page) -> list[str]:
    """What stands in somebody's way on the page, its style sheets loaded and its search boxes named."""
    page.wait_for_load_state()
    page.wait_for_function(NAMED)
    page.evaluate(AXE)
    return page.evaluate(RUN)
