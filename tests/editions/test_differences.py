from typing import Any

from editions.codec import to_plain
from editions.differences import Difference, differences
from editions.document import stored
from editions.load import load
from editions.reckoning import reckoning_of
from editions.schema import Document
from tests.invented import records as invented


def document(person: Any = None, **changes: Any) -> Document:
    case = invented.case(**changes)
    named = person or invented.person()
    reckoning = reckoning_of(case, named)
    return Document.model_validate(
        {
            "format": "shekteu-document/2",
            "case": case,
            "person": named,
            "rule_book": reckoning.rule_book,
            "reckoning": reckoning,
        }
    )


def test_differences_when_nothing_changed() -> None:
    assert differences(document(), document()) == []


def test_differences_when_a_text_came_changed_and_went() -> None:
    old = document(title={"en": "One"}, summary={"en": "S"})
    new = document(title={"en": "Two", "kk": "Екі"}, summary={})
    assert differences(old, new) == [
        Difference("case.title.en", "changed", "One", "Two"),
        Difference("case.title.kk", "added", None, "Екі"),
        Difference("case.summary.en", "removed", "S", None),
    ]


def test_differences_when_a_row_with_an_id_went() -> None:
    claims = invented.case()["claims"]
    found = differences(document(), document(claims=[]))
    assert found == [
        Difference("case.claims.k1", "removed", claims[0], None),
        Difference("reckoning.claims.k1", "removed", to_plain(document().reckoning.claims[0]), None),
    ]


def test_differences_when_rows_have_no_ids() -> None:
    events = invented.case()["events"]
    assert differences(document(events=[]), document(events=events[:1])) == [
        Difference("case.events", "added", [], events[:1])
    ]


def test_differences_when_a_longer_ban_moves_its_end() -> None:
    def ban(length: str) -> Document:
        row = {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": length, "starts": "2020-01-01"}
        return document(restrictions=[row], testimonies=[], verdicts=invented.case()["verdicts"])

    found = {change.path: change for change in differences(ban("P1Y"), ban("P2Y"))}
    assert found["case.restrictions.ban.length"][1:] == ("changed", "P1Y", "P2Y")
    assert found["reckoning.restrictions.ban.ends"] == Difference(
        "reckoning.restrictions.ban.ends",
        "end-moved",
        {"earliest": "2021-01-01", "latest": "2021-01-01"},
        {"earliest": "2022-01-01", "latest": "2022-01-01"},
    )


def test_differences_when_only_salts_and_keys_differ() -> None:
    once, again = (load(stored(document().to_dict()).content.encode(), "shekteu-document/2") for _ in range(2))
    assert once != again
    assert differences(once, again) == []
