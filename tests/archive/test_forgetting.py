"""What was erased cannot be guessed from any public answer, and what is withheld in silence leaves no trace in them."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product
from string import ascii_uppercase
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.exports.dataset.places import DiskPlace
from archive.exports.dataset.release import write_release
from desk.requests.effects import withhold_in_silence
from editions.canonical import canonical, digest
from editions.erase import ErasedPlace, redact, with_repeats
from editions.models import Edition, EditionText
from editions.parts import leaf
from editions.reasons import SILENT
from editions.seal import seal
from tests.archive.published import NOON, TODAY, document, publish, shipped_documents
from tests.archive.test_allowed_tables import ARGUMENTS, addresses
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
CASE, PERSON = "invented-2016", "invented-person"
BIRTHDAY = date(1959, 1, 15)
DAYS = [str(BIRTHDAY + timedelta(days)) for days in range(-717, 717)]
INITIALS = [f"{one}. {other}." for one, other in product(ascii_uppercase, repeat=2)]
SHORT = ["He was silent", "It was cold", "They beat him", "It is hard", "He lost his job"]
HEX_64, HEX_32 = (
    re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])"),
    re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"),
)


def every_answer(client: Client, monkeypatch: pytest.MonkeyPatch, case_id: str = CASE) -> dict[str, str]:
    """All that the public site says, by address."""
    arguments = {**ARGUMENTS, "case_id": case_id, "person_id": PERSON, "number": 1}
    monkeypatch.setattr("tests.archive.test_allowed_tables.ARGUMENTS", arguments)
    answers = {}
    for _name, address in addresses():
        response = client.get(address)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        headers = "".join(
            f"{name}: {text}\n" for name, text in response.headers.items() if name not in ("ETag", "Expires")
        )
        answers[address] = headers + content.decode("utf-8", "replace")
    return answers


def guessed(answers: Iterable[str], path: str, guesses: Iterable[Any]) -> list[Any]:
    """The guesses that some digest in the answers confirms: under any salt that is seen there, or under none."""
    text = "".join(answers)
    digests, salts = set(HEX_64.findall(text)), {*HEX_32.findall(text), "0" * 32, ""}
    return [
        guess
        for guess in guesses
        if any(leaf(path, salt, guess) in digests for salt in salts)
        or {digest(canonical(guess)), digest(canonical([path, guess])), digest(str(guess).encode())} & digests
    ]


def with_secrets() -> Edition:
    person = invented.person(
        PERSON, born=str(BIRTHDAY), gender="male", names={"en": "Q. Z."}, other_names=[], sources=[]
    )
    row = {"theme": "work", "form": "paraphrase", "consent": "given", "text": {"en": "It is hard"}, "sources": [],
            "speaker": {"name": {}, "role": {}}, "original": None, "said_on": None, "about": None}  # fmt: skip
    (edition,) = publish(document(invented.case(CASE, title={}, summary={}, testimonies=[row], withheld=[]), person))
    return edition


ROW = {"about": None, "consent": "given", "form": "paraphrase", "original": None, "said_on": None, "sources": [],
       "speaker": {"name": {}, "role": {}}, "theme": "work"}  # fmt: skip
ATTACKS = [
    ("person.born", None, DAYS),
    ("person.names", "M. B.", [{"en": initials} for initials in INITIALS]),
    ("case.testimonies.0", None, [{**ROW, "text": {"en": text}} for text in SHORT]),
]


@pytest.mark.parametrize(("path", "replacement", "guesses"), ATTACKS)
def test_no_public_answer_confirms_a_guess_at_what_was_erased(
    client: Client, monkeypatch: pytest.MonkeyPatch, path: str, replacement: str | None, guesses: list[Any]
) -> None:
    edition = with_secrets()
    salt = json.loads(EditionText.objects.get().content)["salts"][path]
    seal(NOON)
    redact(edition, with_repeats(edition, [ErasedPlace(path, replacement)]), SILENT, NOON)
    seal(NOON)
    answers = every_answer(client, monkeypatch)
    assert guessed(answers.values(), path, guesses) == []
    assert len(guessed([*answers.values(), salt], path, guesses)) == 1  # the guess is among them; only its salt is gone


def test_erased_birthday_is_in_no_answer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = with_secrets()
    assert any("1959" in text for text in every_answer(client, monkeypatch).values())
    redact(edition, with_repeats(edition, [ErasedPlace("person.born")]), SILENT, NOON)
    for address, text in every_answer(client, monkeypatch).items():
        assert "1959" not in text, address
        assert not re.search(r"20\d\d-01-15", text), address


# Silence

LATER = {"prior": [{"text": {"en": "An earlier conviction"}, "date": "2010", "sources": []}]}
RANDOM = re.compile(
    r'[0-9a-f]{64}|[0-9a-f]{32}|max-age=\d+|name="csrfmiddlewaretoken" value="\w+"|name="token" value="[^"]+"'
)
SAYS_HOW_MANY = "/en/about/"
PACKED = (".xlsx", ".parquet")
"""Random keys make other compressed bytes; their rows are those of the CSV."""


def never_there(monkeypatch: pytest.MonkeyPatch, client: Client, tmp_path: Any) -> dict[str, str]:
    publish(document(invented.case(CASE, **LATER)), now=NOON)
    publish(document(invented.case("invented-2024")), now=NOON + timedelta(2))
    return all_told(monkeypatch, client, tmp_path)


def withheld(monkeypatch: pytest.MonkeyPatch, client: Client, tmp_path: Any) -> dict[str, str]:
    secret = document(invented.case("secret-case", person=PERSON, title={"en": "Secret"}))
    publish(secret, now=NOON - timedelta(1))
    prior = [{**LATER["prior"][0], "case": "secret-case"}]
    publish(document(invented.case(CASE, prior=prior)), now=NOON)
    publish(secret, now=NOON + timedelta(1))
    publish(document(invented.case("invented-2024")), now=NOON + timedelta(2))
    withhold_in_silence("secret-case", NOON + timedelta(3))
    return all_told(monkeypatch, client, tmp_path)


def all_told(monkeypatch: pytest.MonkeyPatch, client: Client, tmp_path: Any) -> dict[str, str]:
    """Every answer, a release and the ledger, but for what is random in each archive."""
    write_release(DiskPlace(tmp_path), TODAY)
    files = {path.name: path.read_text(errors="replace") for path in tmp_path.iterdir() if path.suffix != ".sqlite"}
    answers = every_answer(client, monkeypatch) | every_answer(client, monkeypatch, "secret-case") | files
    answers["ledger"] = str(len(seal(NOON + timedelta(4)).lines))
    answered = {address: text for address, text in answers.items() if address != SAYS_HOW_MANY}
    return {address: RANDOM.sub("…", text) for address, text in answered.items() if not address.endswith(PACKED)}


def worlds(monkeypatch: pytest.MonkeyPatch, client: Client, tmp_path: Any) -> Iterator[dict[str, str]]:
    for number, world in enumerate((never_there, withheld)):
        folder = tmp_path / str(number) / "release"
        with transaction.atomic():
            yield world(monkeypatch, client, folder)
            transaction.set_rollback(True)


def test_archive_with_a_silent_case_is_the_one_that_never_had_it(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    """Prior, numbers, order, days, release, ledger: nothing public tells the two archives apart."""
    one, other = worlds(monkeypatch, client, tmp_path)
    different = {
        address: [
            pair
            for pair in zip(one[address].splitlines(), other[address].splitlines(), strict=False)
            if len({*pair}) > 1
        ]
        for address in one
        if one[address] != other[address]
    }
    assert different == {}


@pytest.mark.parametrize("part", ["/", "/versions/", "/versions/1/", "/cite/", "/text.txt", ".json", ".csv", ".atom"])
def test_silent_address_takes_the_queries_of_an_unknown_one(client: Client, part: str) -> None:
    publish(document(invented.case("secret-case")))
    withhold_in_silence("secret-case", NOON)
    counts = []
    for case_id in ("no-such-case", "secret-case"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/en/cases/{case_id}{part}").status_code == 404
        counts.append([re.sub(r"'[^']*'|\d+", "?", query["sql"]) for query in queries])
    assert counts[0] == counts[1]


def test_silent_case_changes_no_etag_of_others(client: Client) -> None:
    publish(document(invented.case(CASE)), document(invented.case("secret-case", person="another-person")))
    address = f"/api/v1/cases/{CASE}/"
    etag = client.get(address)["ETag"]
    withhold_in_silence("secret-case", NOON)
    assert client.get(address)["ETag"] == etag
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("number", [1, 2, 99])
def test_address_of_before_tells_no_number_from_another(client: Client, number: int) -> None:
    publish(document(invented.case("other-case")), document(invented.case(CASE)))
    response = client.get(f"/en/cases/{CASE}/editions/{number}/")
    assert (response.status_code, response["Location"]) == (301, f"/en/cases/{CASE}/versions/")


def test_silent_case_is_found_at_no_moment_and_its_place_tells_nothing(client: Client) -> None:
    """Whoever kept its key or its moment asks as if it had never been."""
    (secret,) = publish(document(invented.case("secret-case")), now=NOON)
    publish(document(invented.case("invented-2024")), now=NOON + timedelta(2))
    withhold_in_silence("secret-case", NOON + timedelta(3))
    place, never = (f"{int(NOON.timestamp() * 1e6)}.{key}" for key in (secret.key, "0" * 32))
    for address in ("cases/?cursor={}", "versions/?cursor={}", "changes/?since={}"):
        of_it, of_nobody = (client.get(f"/api/v1/{address.format(one)}").json() for one in (place, never))
        assert [row["case_id"] for row in of_it["results"]] == ["invented-2024"]
        assert of_it["results"] == of_nobody["results"]
    during = (NOON + timedelta(1)).isoformat().replace("+00:00", "Z")
    for path in ("cases", "restrictions", "people", "counts"):
        answer = client.get(f"/api/v1/{path}/?as_of={during}").json()
        assert answer.get("count", answer.get("cases")) == 0
    assert [row["case_id"] for row in client.get("/api/v1/changes/").json()["results"]] == ["invented-2024"]


def test_site_names_no_case_that_is_not_published(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an empty archive: a text of ours that names a case would outlive its withholding."""
    ids = [document.case.id for document in shipped_documents()]

    answers = every_answer(client, monkeypatch)

    assert [(address, id_) for address, text in answers.items() for id_ in ids if id_ in text] == []
