"""What the first screen of a case says where facts are few."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.archive.published import document, publish, publish_real
from tests.invented import records as invented
from tests.reading import flat

pytestmark = pytest.mark.django_db
ON = {"on": "2026-11-22"}
OPEN = "Whether and since when the verdict is in force (verdict: 28 November 2016) is not known to this archive; "


def page(client: Client, case: str = "invented-2016") -> str:
    return flat(unescape(client.get(f"/en/cases/{case}/", ON).text))


def one_verdict(appealed: bool | None, **values: Any) -> dict[str, Any]:
    """A case of one verdict, whose penalty waits for the day of force."""
    verdict = {"id": "v1", "instance": "first", "date": "2016-11-28", "appealed": appealed, "result": "convicted"}
    ban = {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P3Y"}
    fine = {"id": "fine", "kind": "fine", "verdict": "v1"}
    record = {"verdicts": [verdict], "custody": [], "restrictions": [fine, ban], "events": [], "testimonies": []}
    return invented.case(**{**record, **values})


def test_today_is_said_with_its_date_for_those_who_print_or_photograph(client: Client) -> None:
    publish(document())
    today = timezone.localdate()
    text = flat(unescape(client.get("/en/cases/invented-2016/").text))
    assert f'<h2 id="binds" class="ui">What binds today · {today.day} {today:%B} {today.year}</h2>' in text


def test_open_appeal_is_named_before_the_list(client: Client) -> None:
    publish_real()
    said = (
        "Whether and since when the verdict is in force (verdict: 11 April 2025) is not known to this archive; an "
        "appeal was filed (April 2025), and no source names its outcome."
    )
    text = page(client, "yensebek-2025")
    assert -1 < text.find(said) < text.find("Not sure:")


@pytest.mark.parametrize(
    ("appealed", "rest"),
    [
        (None, "no source says whether it was appealed."),
        (True, "it was appealed, and no source names the outcome."),
    ],
)
def test_open_question_without_an_appeal_on_record(client: Client, appealed: bool | None, rest: str) -> None:
    publish(document(one_verdict(appealed)))
    assert OPEN + rest in page(client)


def test_no_open_question_when_several_appeals_are_on_record(client: Client) -> None:
    events = [{"kind": "appeal", "date": day, "about": "v1"} for day in ("2016-12-01", "2016-12-05")]
    publish(document(one_verdict(True, events=events)))
    assert OPEN + "it was appealed, and no source names the outcome." in page(client)


def test_no_open_question_when_nobody_appealed(client: Client) -> None:
    publish(document(one_verdict(False)))
    assert "Whether and since when the verdict is in force" not in page(client)


def test_no_open_question_when_a_ruling_answers_it(client: Client) -> None:
    ruling = {"id": "v2", "on": "v1", "instance": "appeal", "result": "upheld"}
    verdicts = [*one_verdict(True)["verdicts"], ruling]
    publish(document(one_verdict(True, verdicts=verdicts)))
    assert "Whether and since when the verdict is in force" not in page(client)


def test_confiscation_shows_what_was_taken(client: Client) -> None:
    publish_real()
    text = page(client, "yensebek-2025").partition("<main")[2]
    assert "Confiscation: a phone and a laptop" in text
    assert text.count("length not reported") == 2  # of the ban: on the first screen and in its own part


def test_fine_without_an_amount_has_no_length_and_no_last_day(client: Client) -> None:
    publish(document(one_verdict(False)))
    text = page(client)
    assert '<span class="penalty">Fine' in text
    assert "the first day without: Fine" not in text
    assert "not known whether carried out" in text


def test_listing_that_was_told_rests_on_what_was_told(client: Client) -> None:
    publish_real()
    text = page(client, "bokai-2016")
    listing = text[text.index('id="r-list-name"') :]
    assert listing[listing.index("<dt>Rests on</dt>") :].startswith(
        "<dt>Rests on</dt><dd>told by the person or their lawyer</dd>"
    )


def test_overview_has_a_row_for_every_restriction(client: Client) -> None:
    publish_real()
    text = page(client, "bokai-2016")
    table = text[text.index('<table class="overview') : text.index("</table>")]
    assert table.count("<tr>") == 9
    assert (
        '<a href="#r-law-criminal-record-v1">Criminal record</a></th>'
        '<td data-label="From">between 20 and 27 January 2017</td>'
        '<td data-label="Until">through 3 February 2030, free from the 4th</td><td class="state-in-force">in force</td>'
    ) in table


def test_what_should_have_ended_is_said_where_nothing_binds(client: Client) -> None:
    publish_real()
    text = page(client, "ilyashev-2020")
    first = text[text.index('id="binds"') : text.index('id="said"')]
    assert "No restriction is known to be in force on this day." in first
    ended = (
        "should have ended by our calculation, through a day between 14 and 21 September 2025, free from "
        "22 September 2025 at the latest; no report confirms it."
    )
    assert f'<a href="#r-law-criminal-record-v1">Criminal record</a>: {ended}</li>' in first
    assert first.index(ended) < first.index("a later report speaks of it: 2025.")


def test_what_should_have_ended_is_left_out_where_something_binds(client: Client) -> None:
    publish_real()
    first = page(client, "bokai-2016").partition('id="said"')[0]
    assert "should have ended" not in first


def test_nothing_certain_is_not_called_nothing(client: Client) -> None:
    """Of a verdict whose force is not known it may not be said that no restriction is known."""
    publish_real()
    text = page(client, "yensebek-2025")
    assert "Of no restriction can it be said for certain that it is in force on this day." in text
    assert "No restriction is known to be in force" not in text
    assert (
        "it cannot be said for certain what is in force on 22 November 2026; it may be: Restriction of freedom" in text
    )


def test_parts_without_a_known_length_share_a_line(client: Client) -> None:
    publish_real()
    text = page(client, "yensebek-2025")
    said = "How long is not known: at home under control; banned from activities; record or list only"
    assert said in text
    assert "<b>not known</b>" not in text


def test_total_names_its_last_day(client: Client) -> None:
    publish_real()
    assert "through 3 February 2030" in page(client, "bokai-2016")


@pytest.mark.parametrize(
    ("language", "words"), [("en", "530,250 tenge"), ("ru", "530\u202f250 тенге"), ("kk", "530\u202f250 теңге")]
)
def test_a_fine_is_written_in_the_readers_way(client: Client, language: str, words: str) -> None:
    publish_real()
    assert f"<b>{words}</b>" in client.get(f"/{language}/cases/bokai-2016/", ON).text


def test_nothing_on_record_is_no_total_of_no_days(client: Client) -> None:
    publish(document(one_verdict(False, verdicts=[], restrictions=[], charges=[], claims=[])))
    text = page(client)
    assert "No day under a restriction is on record." in text
    assert "0 days" not in text
    assert '<meta name="description" content="Invented Person: . ' not in text


def test_article_of_the_former_code_is_not_printed_as_the_present_one(client: Client) -> None:
    """Article 337 of 1997 punished taking part in an organisation; the number is another offence today."""
    charges = [
        {"id": "ch1", "article": "174", "outcome": "convicted", "verdict": "v1"},
        {"id": "ch2", "code": "KZ-CC-1997", "article": "337", "outcome": "convicted", "verdict": "v1"},
    ]
    publish(document(invented.case(charges=charges)))
    text = page(client)
    present, _, former = text.partition("Criminal Code of 1997:")
    assert "Convicted under the Criminal Code: 174" in present
    assert "337" not in present.partition("Convicted under")[2]
    assert former.lstrip().startswith("337.")
