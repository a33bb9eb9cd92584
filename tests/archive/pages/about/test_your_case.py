"""/about/your-case/ over the wire: no cookie, no address, patience, one message a form."""

import re
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from archive.pages.about.message_price import zero_bits
from archive.pages.about.your_case_form import PATIENCE, SALT, new_token
from inbox.models import Message, receive
from limits.models import Allowance

pytestmark = pytest.mark.django_db
ADDRESS = "/en/about/your-case/"


def values(**changed: Any) -> dict[str, Any]:
    token = new_token(timezone.now() - PATIENCE - timedelta(seconds=1))
    return {"kind": "correction", "text": "The date is wrong", "case_id": "bokai-2016", "token": token, **changed}


def test_form_sets_no_cookie_and_knows_the_case(client: Client) -> None:
    response = client.get(ADDRESS, {"case": "bokai-2016"})
    assert response.cookies == {}
    assert 'value="bokai-2016"' in response.text
    assert "no-store" in response["Cache-Control"]


def test_message_arrives_with_a_code_that_leads_to_the_answer(client: Client) -> None:
    response = client.post(ADDRESS, values())
    assert response.cookies == {}
    code = response.text.split("<code>")[1].split("</code>")[0]
    message = Message.objects.get()
    assert (message.kind, message.case_id, message.text) == ("correction", "bokai-2016", "The date is wrong")
    waiting = client.post(ADDRESS + "answer/", {"code": code}).text
    assert "There is no answer yet." in waiting
    message.answer, message.answered_at = "It <b>is</b> corrected.", timezone.now()
    message.save()
    assert "It &lt;b&gt;is&lt;/b&gt; corrected." in client.post(ADDRESS + "answer/", {"code": code}).text


def test_nothing_of_the_visitor_is_kept(client: Client) -> None:
    client.post(ADDRESS, values(), REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT="Strange Browser")
    kept = repr(Message.objects.values().get())
    assert ("203.0.113.9" in kept, "Strange" in kept) == (False, False)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"text": ""}, "Something is missing below."),
        ({"kind": "spam"}, "Something is missing below."),
        ({"text": "a" * 5001}, "Something is missing below."),
        ({"text": "nul \x00"}, "Something is missing below."),
        ({"case_id": "../../etc"}, "Something is missing below."),
        ({"website": "https://spam.example"}, "Leave this field empty."),
        ({"token": "forged"}, "The form was too old."),
        ({"token": ""}, "This field is required."),
    ],
)
def test_bad_message_comes_back_with_what_is_wrong(client: Client, changed: dict[str, Any], words: str) -> None:
    response = client.post(ADDRESS, values(**changed))
    assert response.status_code == 400
    assert words in response.text
    assert Message.objects.count() == 0


def test_quick_form_is_asked_to_wait(client: Client) -> None:
    response = client.post(ADDRESS, values(token=new_token(timezone.now())))
    assert "Please wait a few seconds" in response.text
    assert "The date is wrong" in response.text


def test_old_form_gets_a_fresh_number(client: Client) -> None:
    response = client.post(ADDRESS, values(token=new_token(timezone.now() - timedelta(hours=13))))
    fresh = response.text.split('name="token" value="')[1].split('"')[0]
    assert client.post(ADDRESS, values(token=fresh)).status_code == 400  # too quick, but no longer too old
    assert "wait a few seconds" in client.post(ADDRESS, values(token=fresh)).text


def test_form_works_once(client: Client) -> None:
    sent = values()
    assert client.post(ADDRESS, sent).status_code == 200
    assert client.post(ADDRESS, sent).status_code == 400
    assert Message.objects.count() == 1


def flood(kind: str, number: int) -> None:
    """So many messages of strangers within this hour."""
    now = timezone.now()
    for one in range(number):
        receive(kind, f"Flood {one}", "", "en", f"{kind} {one}", now)


def work(token: str, bits: int) -> str:
    """What the script in the browser does."""
    nonce = signing.loads(token, salt=SALT)[0]
    return next(str(proof) for proof in count() if zero_bits(nonce, str(proof)) >= bits)


def test_sixty_messages_an_hour_do_not_close_the_inbox(client: Client) -> None:
    """Nor the way for danger: it costs nothing while few messages are about danger."""
    flood("other", 60)
    assert client.post(ADDRESS, values(kind="danger")).status_code == 200
    refused = client.post(ADDRESS, values())
    assert (refused.status_code, "send it again in 2 minutes" in refused.text) == (400, True)
    assert "The date is wrong" in refused.text
    token = refused.text.split('name="token" value="')[1].split('"')[0]
    bits = int(refused.text.split('data-bits="')[1].split('"')[0])
    assert bits == 16
    assert client.post(ADDRESS, values(token=token, proof=work(token, bits))).status_code == 200


def test_flood_of_danger_makes_it_dearer_and_does_not_close_it(client: Client) -> None:
    flood("danger", 120)
    assert "in 4 minutes" in client.post(ADDRESS, values(kind="danger")).text
    waited = new_token(timezone.now() - timedelta(minutes=4, seconds=1))
    assert client.post(ADDRESS, values(kind="danger", token=waited)).status_code == 200
    assert client.post(ADDRESS, values()).status_code == 200


def test_one_reader_pays_for_the_sixth_message(client: Client) -> None:
    statuses = [client.post(ADDRESS, values(), REMOTE_ADDR="203.0.113.9").status_code for _ in range(6)]
    assert statuses == [200] * 5 + [400]
    assert client.post(ADDRESS, values(), REMOTE_ADDR="203.0.113.10").status_code == 200


def test_one_reader_has_no_more_than_sixty(client: Client) -> None:
    old = timezone.now() - timedelta(hours=2)
    statuses = [client.post(ADDRESS, values(token=new_token(old))).status_code for _ in range(61)]
    assert (set(statuses[:60]), statuses[60]) == ({200}, 400)


def test_work_for_another_form_is_no_work(client: Client) -> None:
    flood("other", 60)
    first = values()
    proof = work(first["token"], 16)
    assert client.post(ADDRESS, values(proof=proof)).status_code == 400


def test_nobody_s_address_is_kept(client: Client) -> None:
    client.post(ADDRESS, values(), REMOTE_ADDR="203.0.113.9")
    kept = list(Allowance.objects.values())
    assert (len(kept), "203.0.113" in repr(kept)) == (1, False)


def test_wrong_code(client: Client) -> None:
    text = client.post(ADDRESS + "answer/", {"code": "AAAAA-AAAAA-AAAAA-AAAAA"}).text
    assert "No message belongs to this code" in text


def test_csrf_needs_no_cookie() -> None:
    assert Client(enforce_csrf_checks=True).post(ADDRESS, values()).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "bokai-2016",
        "https://example.org/ru/cases/bokai-2016/",
        "http://example.org/kk/cases/bokai-2016/versions/1/?on=2026-01-01#ban",
        "/en/cases/bokai-2016.json",
    ],
)
def test_case_is_read_from_its_address(client: Client, address: str) -> None:
    assert client.post(ADDRESS, values(case_id=address)).status_code == 200
    assert Message.objects.get().case_id == "bokai-2016"


def test_what_is_no_address_of_a_case(client: Client) -> None:
    response = client.post(ADDRESS, values(case_id="https://example.org/ru/about/"))
    assert response.status_code == 400
    assert "Write the address of the case&#x27;s page, or the last part of it." in response.text


def test_a_new_message_erases_those_whose_time_is_over(client: Client) -> None:
    now = timezone.now()
    for number, age in enumerate((29, 31)):
        client.post(ADDRESS, values(text=f"Message {number}"))
        Message.objects.filter(text=f"Message {number}").update(answer="Yes", answered_at=now - timedelta(age))
    client.post(ADDRESS, values(text="New"))
    assert sorted(Message.objects.values_list("text", flat=True)) == ["Message 0", "New"]


def test_missing_fact_is_asked_for_after_the_warning(client: Client) -> None:
    """The question stands in the message already; what to know first stands before the first field."""
    page = client.get(ADDRESS, {"case": "yensebek-2025", "fact": "in_force"}).text
    form = page.split('<form method="post" action="#write"')[1]
    warning, question = form.index("undertaking of non-disclosure"), "Do you know the day and the result of the appeal?"
    assert warning < form.index("<fieldset>") < form.index("<textarea")
    for words in ("only from somebody who is free to say it", "written consent", "let somebody else write"):
        assert words in form
    assert "We never say who wrote." in form
    assert question in form.split("<textarea")[1].split("</textarea>")[0]
    assert 'value="yensebek-2025"' in form
    assert re.search('value="correction"[^>]*checked', form)
    refused = client.post(f"{ADDRESS}?fact=in_force", values(text="")).text
    assert "undertaking of non-disclosure" in refused


@pytest.mark.parametrize("fact", ["", "listing", "nothing", "<script>", "in_force:v1"])
def test_nobody_is_asked_for_anything_else(client: Client, fact: str) -> None:
    page = client.get(ADDRESS, {"fact": fact}).text
    assert "undertaking of non-disclosure" not in page
    assert "<script>" not in page
