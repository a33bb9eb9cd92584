"""Nothing typed is lost, and nobody else sees it: forms that come when their account is not signed in."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from cases.models import Tag
from desk.accounts.kept_forms import MOST_OF_ONE, ONLY_IF_ASKED
from desk.intake.pasted import TEXT
from desk.models import KeptForm, UserSession
from tests.desk.accounts.test_middleware import code
from tests.desk.form_data import typed
from tests.desk.invented_accounts import PASSWORD, account, browser

pytestmark = pytest.mark.django_db
ADD = "/desk/cases/tag/add/"


@pytest.fixture(autouse=True)
def _no_limits_left_over() -> None:
    cache.clear()


def open_form(client: Client) -> dict[str, Any]:
    """A form that the account opened and filled in."""
    return {**typed(client.get(ADD).content.decode()), "name": "invented tag", "names_en": "Typed & “Tag”"}


def end_session(client: Client) -> None:
    """What the end of a session leaves in a browser: its cookies, and no session behind them."""
    client.session.flush()


def sign_in(client: Client, address: str) -> Any:
    """Signs in with password and code, on the way to an address."""
    data = {"login": "editor", "password": PASSWORD, "next": address}
    asked = client.post("/desk/account/login/", data)
    return client.post(asked.headers["Location"], {"code": code("JBSWY3DPEHPK3PXP")})


def next_address(response: Any) -> str:
    """Where the page of a kept form leads after signing in."""
    return html.unescape(re.search(r"login/\?next=([^\"]+)", response.content.decode())[1])  # type: ignore[index]


@pytest.mark.parametrize("how", ["expired", "ended elsewhere", "idle"])
def test_form_when_the_session_is_over_comes_back_whole(how: str) -> None:
    client = browser(account("editor", "editor"))
    form = open_form(client)
    if how == "idle":
        session = client.session
        session["desk_seen"] -= 31 * 60
        session.save()
    elif how == "expired":
        end_session(client)
    else:
        browser_row = UserSession.objects.get()
        other = browser(browser_row.user)
        other.post(f"/desk/account/sessions/{browser_row.pk}/end/")

    refused = client.post(ADD, form)

    assert refused.status_code == 403 and "Nothing is saved yet" in refused.content.decode()
    assert "Typed" not in refused.content.decode()
    back = sign_in(client, next_address(refused))
    page = client.get(back.headers["Location"]).content.decode()
    assert '<input type="hidden" name="names_en" value="Typed &amp; “Tag”">' in page
    again = {**typed(page), "next": ""}
    assert f'action="{ADD}"' in page
    sent = client.post(ADD, again)
    assert sent.status_code == 302, re.findall("errorlist.*", sent.content.decode())
    assert Tag.objects.get().names == {"en": "Typed & “Tag”"}
    assert not KeptForm.objects.exists()


def test_form_when_another_account_has_signed_in_is_shown_to_nobody_else() -> None:
    client = browser(account("editor", "editor"))
    form = open_form(client)
    end_session(client)
    other = account("other", "editor")
    client.force_login(other, backend="django.contrib.auth.backends.ModelBackend")

    refused = client.post(ADD, form)

    kept = KeptForm.objects.get()
    assert refused.status_code == 403 and "Typed" not in refused.content.decode()
    assert "Another account opened this form" in refused.content.decode()
    assert kept.user.username == "editor" and b"Typed" not in bytes(kept.sealed)
    assert client.get(f"/desk/account/forms/{kept.pk}/").status_code == 404
    assert kept.path not in re.sub(r'href="[^"]*"', "", client.get("/desk/").content.decode())
    own = browser(kept.user)
    assert f"/desk/account/forms/{kept.pk}/" in own.get("/desk/").content.decode()
    assert "Typed" in own.get(f"/desk/account/forms/{kept.pk}/").content.decode()
    assert not Tag.objects.exists()


@pytest.mark.parametrize(("site", "back"), [("same-origin", True), ("cross-site", False), ("", False)])
def test_form_with_a_stale_token(site: str, back: bool) -> None:
    """The same account signed in anew in between."""
    user = account("editor", "editor")
    form = open_form(browser(user))
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    response = client.post(ADD, form, headers={"sec-fetch-site": site} if site else {})

    assert response.status_code == 403
    assert ("Typed &amp;" in response.content.decode()) == back


@pytest.mark.parametrize("mark", ["", "1", "WzFd:1vNGgx:forged"])
def test_form_without_a_mark_is_not_kept(mark: str) -> None:
    account("editor", "editor")

    response = Client().post(ADD, {"name_en": "Typed", "typist": mark})

    assert response.status_code == 302
    assert not KeptForm.objects.exists()


def test_form_with_a_stale_token_and_a_mark_of_somebody_else() -> None:
    form = open_form(browser(account("editor", "editor")))
    client = Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})
    client.force_login(account("other", "editor"), backend="django.contrib.auth.backends.ModelBackend")

    assert "Typed" not in client.post(ADD, form).content.decode()
    assert KeptForm.objects.get().user.username == "editor"


def test_kept_forms_when_there_are_many_or_old_ones() -> None:
    user = account("editor", "editor")
    client = browser(user)
    form = open_form(client)
    old = timezone.now() - timedelta(days=4)
    KeptForm.objects.create(user=account("other", "editor"), path="/desk/", sealed=b"", kept_at=old)
    end_session(client)

    for _number in range(MOST_OF_ONE + 2):
        client.post(ADD, form)

    assert KeptForm.objects.count() == MOST_OF_ONE


def test_kept_form_when_it_is_thrown_away() -> None:
    user = account("editor", "editor")
    client = browser(user)
    form = open_form(client)
    end_session(client)
    client.post(ADD, form)

    browser(user).post(f"/desk/account/forms/{KeptForm.objects.get().pk}/")

    assert not KeptForm.objects.exists()


def test_password_is_kept_nowhere() -> None:
    client = browser(account("editor", "editor"))
    mark = open_form(client)["typist"]
    end_session(client)

    client.post("/desk/account/password/", {"oldpassword": PASSWORD, "typist": mark})

    assert not KeptForm.objects.exists()


def test_every_form_that_saves_says_whose_it_is(desk: Client) -> None:
    for path in ("/desk/cases/case/add/", "/desk/people/person/add/", "/desk/paper/verdict/", "/desk/import/"):
        assert 'name="typist"' in desk.get(path).content.decode(), path


def test_public_forms_do_not_say_who_reads(desk: Client) -> None:
    for path in ("/en/about/your-case/", "/en/contact/"):
        assert 'name="typist"' not in desk.get(path, follow=True).content.decode()


@pytest.mark.parametrize("ticked", [True, False])
def test_pasted_text_is_kept_only_if_its_editor_says_so(ticked: bool) -> None:
    client = browser(account("editor", "editor"))
    form = typed(client.get("/desk/paper/verdict/").content.decode())
    form |= {"pasted-text": "A secret text", "begun-person": "Somebody"} | ({"pasted-keep": "on"} if ticked else {})
    end_session(client)
    address = next_address(client.post("/desk/paper/verdict/", form))

    sign_in(client, address)
    page = client.get(address).content.decode()

    assert "Somebody" in page
    assert ("A secret text" in page) is ticked
    assert set(ONLY_IF_ASKED) == {TEXT}


def test_form_when_its_account_lost_the_second_factor_is_not_dropped() -> None:
    """Whoever is led to set one up has saved nothing yet."""
    user = account("editor", "editor")
    client = browser(user)
    page = client.get(ADD).text
    kept = KeptForm.objects.create(user=user, path=ADD, sealed=b"sealed", kept_at=timezone.now())
    user.authenticator_set.all().delete()
    sent = client.post(ADD, {**typed(page), "kept_form": kept.pk, "name": "invented tag"})
    assert (sent.status_code, sent.headers["Location"]) == (302, "/desk/account/second-factor/")
    assert KeptForm.objects.filter(pk=kept.pk).exists()
