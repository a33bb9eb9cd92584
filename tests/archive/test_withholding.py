"""What was withheld is told nowhere: every public address is asked for marked secrets."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from archive.exports.dataset.places import own_place
from archive.index.columns.selecting import choose
from archive.index.models import KeptPage
from archive.index.selection import Selection
from desk.requests.effects import remove, withhold, withhold_in_silence
from editions.erase import ErasedPlace, delete_text, redact
from editions.history import lines
from editions.models import Edition
from editions.reasons import SILENT, WITHHELD
from tests.archive.published import NOON, TODAY, document, publish, publish_real, withdraw
from tests.archive.test_allowed_tables import ARGUMENTS, addresses
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
SECRETS = ("secret-case", "secret-person", "Secretname", "Secrettext", "Secretreason")
OF_ALL = (
    "/embed/cases/secret-case/",
    "/api/oembed/?url=http://testserver/en/cases/secret-case/",
    "/en/cases/?known=2026-11-02",
    "/en/cases/?q=Secretname",
    "/en/cases/?q=Sercetname",
    "/ru/cases/?q=Secret",
    "/en/cases/?q=%D1%8B%D1%83%D1%81%D0%BA%D1%83%D0%B5%D1%82%D1%84%D1%8C%D1%83",
    "/en/cases/?q=secret-person",
    "/en/cases/?q=secret-former",
    "/en/cases.jsonl",
    "/en/statistics/?known=2026-11-02",
    "/api/v1/cases/?known=2026-11-02",
    "/en/cases/secret-case/?known=2026-11-02",
    "/en/cases/secret-case/versions/2/",
    "/en/cases/secret-former/",
)

SPELLINGS = (
    *("Ilyashev", "Ilyeshv", "Iljaschew", "Ильяшеву", "bkmzitd", "А. Ильяшев", "Ильяшев Альнур Серикович"),
    *("Al Ilyashef", "ilyashev-2020", "alnur-ilyashev", "Ілияшевтің", "/cases/ilyashev-2020/"),
)
"""Ways to look for Alnur Ilyashev."""


def publish_secret() -> None:
    """A case whose every word is marked, published under a former id, then under its own."""
    text = {"en": "Secrettext corrects", "ru": "Secrettext"}
    person = invented.person("secret-person", names={"en": "Secretname"}, about=text)
    words = {"person": "secret-person", "title": text, "summary": text}
    publish(document(invented.case("secret-former", **words), person), now=NOON)
    case = invented.case("secret-case", former_ids=["secret-former"], **words)
    publish(document(case, person), now=NOON + timedelta(1))
    publish(document(invented.case("open-case")), now=NOON + timedelta(3))


def told(client: Client, address: str) -> tuple[int, str]:
    response = client.get(address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, content.decode("utf-8", "replace")


def every_address(monkeypatch: pytest.MonkeyPatch, **arguments: Any) -> list[str]:
    monkeypatch.setattr("tests.archive.test_allowed_tables.ARGUMENTS", {**ARGUMENTS, **arguments})
    return [address for _name, address in addresses()]


@pytest.fixture
def secret_addresses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return [*every_address(monkeypatch, case_id="secret-case", person_id="secret-person"), *OF_ALL]


def leaks(client: Client, asked: list[str]) -> dict[str, list[str]]:
    """The secrets that each address tells, but for those that the address itself names."""
    found = {}
    for address in asked:
        text = told(client, address)[1]
        if words := [word for word in SECRETS if word in text and word not in address]:
            found[address] = words
    return found


def test_secrets_can_be_seen_before(client: Client, secret_addresses: list[str]) -> None:
    publish_secret()
    assert len(leaks(client, secret_addresses)) > 25


def test_what_is_withheld_in_silence_is_told_nowhere(client: Client, secret_addresses: list[str]) -> None:
    publish_secret()
    withhold_in_silence("secret-case", NOON + timedelta(4))
    assert leaks(client, secret_addresses) == {}
    assert "1 case" in told(client, "/en/about/")[1]


def test_silence_answers_like_an_unknown_address(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_secret()
    withhold_in_silence("secret-case", NOON + timedelta(4))
    withheld = every_address(monkeypatch, case_id="secret-case", person_id="secret-person")
    unknown = every_address(monkeypatch, case_id="no-such-one", person_id="no-such-person")
    for one, other in zip(withheld, unknown, strict=True):
        if one == other:
            continue
        status, text = told(client, one)
        same = text.replace("secret-case", "no-such-one").replace("secret-person", "no-such-person")
        assert (status, _without_numbers(same)) == (404, _without_numbers(told(client, other)[1])), one


def test_open_withholding_gives_its_reason_and_nothing_else(client: Client, secret_addresses: list[str]) -> None:
    publish_secret()
    withhold("secret-case", "safety", NOON + timedelta(4))
    envelopes = [reverse("api:versions"), reverse("api:changes")]
    assert leaks(client, [address for address in secret_addresses if address not in envelopes]) == {}
    of_the_case = [one for one in secret_addresses if one.startswith("/en/cases/secret-case")]
    assert len(of_the_case) > 10
    assert {told(client, one)[0] for one in of_the_case} == {410}
    for language, words in WITHHELD["safety"].items():
        assert words in told(client, f"/{language}/cases/secret-case/")[1]


def test_a_release_goes_with_what_it_holds(client: Client, settings: Any, tmp_path: Any) -> None:
    settings.VAR = tmp_path
    publish_secret()
    call_command("publish_dataset", own_place("of-noon"), verbosity=0)
    address = "/en/data/of-noon/cases.csv"
    assert "secret-case" in told(client, address)[1]
    withhold_in_silence("secret-case", NOON + timedelta(4))
    assert told(client, address)[0] == 404
    assert "of-noon" not in told(client, "/en/data/")[1]
    call_command("publish_dataset", own_place("second"), verbosity=0)
    assert told(client, "/en/data/second/cases.csv")[0] == 200
    assert leaks(client, ["/en/data/", "/en/data/second/documents.jsonl", "/en/data/second/archive.json"]) == {}


@pytest.mark.parametrize("part", ["/", "/cite/", "/versions/", "/text.txt", ".json", ".csv", ".atom", ".ics"])
def test_former_id_leads_to_the_new_one(client: Client, part: str) -> None:
    publish_secret()
    response = client.get(f"/en/cases/secret-former{part}")
    assert (response.status_code, response["Location"]) == (301, f"/en/cases/secret-case{part}")


def _without_numbers(text: str) -> str:
    """Without what differs from one answer to the next whatever was asked: the API's own envelope is compared whole."""
    try:
        return json.dumps(json.loads(text), sort_keys=True)
    except ValueError:
        return text


def test_removed_case_is_gone_from_the_history_under_every_id() -> None:
    publish_secret()
    assert all(any(word in line for line in lines()) for word in ("secret-case", "secret-former", "Secrettext"))
    remove("secret-case", NOON + timedelta(4))
    assert [word for word in SECRETS if any(word in line for line in lines())] == []
    assert any("open-case" in line for line in lines())


@pytest.mark.parametrize("goes", ["withdrawn", "erased"])
def test_kept_page_goes_in_the_transaction_that_takes_what_it_shows(client: Client, settings: Any, goes: str) -> None:
    settings.KEEP_PAGES = True
    publish(document(invented.case("open-case", summary={"en": "Secrettext"})))
    assert "Secrettext" in client.get("/en/cases/open-case/").text
    assert KeptPage.objects.exists()
    if goes == "withdrawn":
        withhold_in_silence("open-case", NOON + timedelta(4))
    else:
        redact(Edition.objects.get(), [ErasedPlace("case.summary")], WITHHELD["request"], NOON + timedelta(4))
    assert not KeptPage.objects.exists()
    assert "Secrettext" not in client.get("/en/cases/open-case/").text


def searched(query: str) -> list[int]:
    return choose(Selection(today=TODAY, on=TODAY, q=query)).ordered("en").tolist()


def test_search_when_a_case_is_gone_neither_finds_nor_offers_its_names(client: Client) -> None:
    editions = {edition.number for edition in publish_real() if edition.case_id == "ilyashev-2020"}
    assert [query for query in SPELLINGS if not editions & set(searched(query))] == []
    withdraw("ilyashev-2020")
    assert [query for query in SPELLINGS if editions & set(searched(query))] == []
    for query in SPELLINGS:
        assert "Alnur" not in client.get("/en/cases/", {"q": query}).content.decode()


def test_case_whose_newest_text_was_erased_in_silence_answers_like_an_unknown_one(
    client: Client, secret_addresses: list[str]
) -> None:
    publish_secret()
    delete_text(Edition.objects.get(case_id="secret-case"), SILENT, NOON + timedelta(4))
    assert leaks(client, secret_addresses) == {}
    of_the_case = [one for one in secret_addresses if one.startswith("/en/cases/secret-case")]
    assert {told(client, one)[0] for one in of_the_case} == {404}
