"""The ends of people who are not in the archive: no name, and the rules hold."""

import json

from django.test import Client

from archive.index.reported_ends import FILE, elsewhere, reported_ends


def test_scored_ends_lie_within_our_days() -> None:
    """Served ends alone are scored. In 2017 a ban counted from the ruling's very day would end a week too early."""
    scored = {(end.case, end.kind): end.days for end in elsewhere().ends if end.group == "scored"}
    assert scored == {
        ("end-01", "restriction-of-freedom"): 0,
        ("end-01", "public-activity-ban"): 0,
        ("end-02", "imprisonment"): 0,
    }


def test_what_ended_otherwise_says_nothing_of_a_rule() -> None:
    others = [end for end in elsewhere().ends if end.group != "scored"]
    assert {end.group for end in others} == {"otherwise"}
    assert {end.ended_by for end in others} == {"parole", "replaced", "cancelled"}
    assert len(others) == 8


def test_nobody_is_named() -> None:
    text = FILE.read_text(encoding="utf-8")
    keys = {key for row in json.loads(text) for key in row}
    assert keys == {"number", "source", "case"}
    assert not any(word in text for word in ('"names"', '"person"', '"title"', '"judge"', '"court"', '"wording"'))


def test_page_and_api_show_them_apart(client: Client, db: None) -> None:
    page = client.get("/en/law/check/")
    assert "People who are not in this archive" in page.text
    assert page.context["score"].scored == 0
    answer = client.get("/api/v1/law/check/").json()
    assert answer["elsewhere"]["score"]["scored"] == 3
    assert [end["source"] for end in answer["elsewhere"]["ends"]][:2] == ["ITUC, 2021", "ITUC, 2021"]
    assert len(reported_ends()) == 10
