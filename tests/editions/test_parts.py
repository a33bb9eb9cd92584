"""A document's parts, their leaves and its digest."""

import json
from pathlib import Path
from typing import Any

import pytest

from editions.canonical import canonical, digest
from editions.load import load
from editions.parts import NotWhole, digest_of, leaves, parts, salted
from editions.schema import Document

FROZEN = Path(__file__).parent / "frozen" / "document-2.json"
DIGEST = "ca29a70036eb37ca4687cd4592e1f27bf9f65c5779474307a31ddb94f9c03238"


@pytest.fixture
def plain() -> Any:
    return json.loads(FROZEN.read_text())


def test_parts_are_fields_rows_and_blocks(plain: Any) -> None:
    paths = parts(plain).keys()
    assert {"case.title", "case.claims.k1", "case.events.1", "person.born", "sources.invented-news-1"} <= paths
    assert {"reckoning.restrictions.ban", "reckoning.restrictions.ban.steps", "reckoning.burden"} <= paths
    assert "case.searched" not in paths  # null says nothing


def test_parts_together_are_the_whole_document(plain: Any) -> None:
    written = parts(plain)
    rows = [content for path, content in written.items() if path.startswith("case.restrictions.")]
    assert rows == plain["case"]["restrictions"]
    assert {**written["reckoning.restrictions.ban"], "steps": written["reckoning.restrictions.ban.steps"]}.items() <= {
        **plain["reckoning"]["restrictions"][0]
    }.items()
    assert plain["salts"].keys() == written.keys()


def test_digest_is_the_frozen_one(plain: Any) -> None:
    assert digest_of(plain) == DIGEST


def test_salted_document_has_the_digest_that_anybody_computes(plain: Any) -> None:
    document = load(canonical(plain), plain["format"]).to_dict()
    once, again = salted(document), salted(document)
    assert once.digest == digest_of(once.plain)
    assert once.plain["salts"].keys() == plain["salts"].keys()
    salts = {*once.plain["salts"].values(), *again.plain["salts"].values()}
    assert len(salts) == 2 * len(plain["salts"])


def test_document_holds_no_floats() -> None:
    assert '"number"' not in json.dumps(Document.model_json_schema(mode="serialization"))


def test_digest_is_what_docs_say(plain: Any) -> None:
    lines = [[path, digest(canonical([path, plain["salts"][path], content]))] for path, content in parts(plain).items()]
    assert digest_of(plain) == digest(canonical(["shekteu-document/2", sorted(lines)]))


@pytest.mark.parametrize("path", ["case.title", "case.claims.k1", "case.events.0", "reckoning.verdicts.v1.steps"])
def test_digest_stays_when_a_part_is_gone(plain: Any, path: str) -> None:
    before = digest_of(plain)
    plain["leaves"] = {path: leaves(plain)[path]}
    del plain["salts"][path]
    take_out(plain, path)
    assert path not in parts(plain)
    assert digest_of(plain) == before
    assert isinstance(load(canonical(plain), plain["format"]), Document)


def take_out(plain: Any, path: str) -> None:
    match path.split("."):
        case ["case", "title"]:
            del plain["case"]["title"]
        case ["case", "claims", _]:
            plain["case"]["claims"] = []
        case ["case", "events", "0"]:
            plain["case"]["events"][0] = None
        case _:
            del plain["reckoning"]["verdicts"][0]["steps"]


def test_events_keep_their_places_when_one_is_gone(plain: Any) -> None:
    plain["case"]["events"][0] = None
    assert "case.events.1" in parts(plain)


def test_digest_when_a_value_was_changed(plain: Any) -> None:
    plain["case"]["summary"]["en"] += "!"
    assert digest_of(plain) != DIGEST


@pytest.mark.parametrize("field", ["searched", "city"])
def test_leaves_when_a_part_was_added_without_a_salt(plain: Any, field: str) -> None:
    plain["case" if field == "searched" else "person"][field] = "2026-01-01"
    with pytest.raises(NotWhole, match=field):
        leaves(plain)


def test_leaves_when_a_part_was_taken_and_its_salt_stayed(plain: Any) -> None:
    del plain["person"]["born"]
    with pytest.raises(NotWhole, match=r"person\.born"):
        leaves(plain)
