"""What the first screen of a case says where facts are few."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from archive.wording.localize import restriction_kind
from archive.wording.settling import settling_question
from editions.schema import Document
from law.states import state
from tests.archive.published import document, publish, publish_real, real_documents, shipped_documents
from tests.invented import records as invented
from tests.reading import flat

pytestmark = pytest.mark.django_db
ON = {"on": "2026-11-22"}


def page(client: Client, case: str = "invented-2016") -> str:
    return flat(unescape(client.get(f"/en/cases/{case}/", ON).text))


def shipped(case_id: str) -> Document:
    return next(document for document in shipped_documents() if document.case.id == case_id)


def one_verdict(appealed: bool | None, **values: Any) -> dict[str, Any]:
    """A case of one verdict, whose penalty waits for the day of force."""
    verdict = {"id": "v1", "instance": "first", "date": "2016-11-28", "appealed": appealed, "result": "convicted"}
    ban = {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P3Y"}
    fine = {"id": "fine", "kind": "fine", "verdict": "v1"}
    record = {"verdicts": [verdict], "custody": [], "restrictions": [fine, ban], "events": [], "testimonies": []}
    return invented.case(**{**record, **values})


def cell(text: str, number: int) -> str:
    """One of the three cells of the first screen."""
    return text.split('<div class="cell')[number].partition("</div>")[0]


def row(text: str, anchor: str) -> str:
    """One row of the table with all that unfolds."""
    return text.partition(f'id="{anchor}">')[2].partition("</details>")[0]


def test_today_is_said_with_its_date_for_those_who_print_or_photograph(client: Client) -> None:
    publish(document())
    today = timezone.localdate()
    text = flat(unescape(client.get("/en/cases/invented-2016/").text))
    assert f"Now · {today.day} {today:%B} {today.year}</dt>" in text


def test_first_screen_says_who_what_and_who_calls_it_political(client: Client) -> None:
    publish_real()
    text = page(client, "yensebek-2025")
    assert '<p class="kicker ui">Case · Almaty · blogger, satirist</p>' in text
    assert text.index('class="kicker') < text.index("<h1>") < text.index('class="story"') < text.index('class="finding')
    assert "<b>Amnesty International</b> called it political persecution, February 2025." in text


def test_story_is_two_sentences_and_the_rest_stands_below(client: Client) -> None:
    summary = "She led a party. A court in Almaty gave her No. 7 of 2 years. She appealed. It was refused."
    publish(document(invented.case(summary={"en": summary})))
    text = page(client)
    assert '<p class="story">She led a party. A court in Almaty gave her No. 7 of 2 years.</p>' in text
    assert '<p class="measure">She appealed. It was refused.</p>' in text


def test_open_appeal_is_named_with_the_state(client: Client) -> None:
    publish_real()
    said = "An appeal was filed (April 2025); no source names its result."
    assert said in cell(page(client, "yensebek-2025"), 2)


@pytest.mark.parametrize(
    ("appealed", "rest"),
    [
        (None, "No source says whether the verdict was appealed."),
        (True, "No source names the result of the appeal."),
    ],
)
def test_open_question_without_an_appeal_on_record(client: Client, appealed: bool | None, rest: str) -> None:
    publish(document(one_verdict(appealed)))
    assert rest in cell(page(client), 2)


def test_no_open_question_when_several_appeals_are_on_record(client: Client) -> None:
    events = [{"kind": "appeal", "date": day, "about": "v1"} for day in ("2016-12-01", "2016-12-05")]
    publish(document(one_verdict(True, events=events)))
    assert "No source names the result of the appeal." in page(client)


def test_no_open_question_when_nobody_appealed(client: Client) -> None:
    publish(document(one_verdict(False)))
    assert "source says whether" not in page(client)
    assert "source names the result" not in page(client)


def test_no_open_question_when_a_ruling_answers_it(client: Client) -> None:
    ruling = {"id": "v2", "on": "v1", "instance": "appeal", "result": "upheld"}
    verdicts = [*one_verdict(True)["verdicts"], ruling]
    publish(document(one_verdict(True, verdicts=verdicts)))
    assert "source says whether" not in page(client)
    assert "source names the result" not in page(client)


def test_confiscation_shows_what_was_taken(client: Client) -> None:
    publish_real()
    text = page(client, "yensebek-2025").partition("<main")[2]
    assert "confiscation: a phone and a laptop" in cell(text, 1)
    assert text.count("length not reported") == 2  # of the ban: on the first screen and in its own row


def test_fine_without_an_amount_has_no_length_and_no_last_day(client: Client) -> None:
    publish(document(one_verdict(False)))
    text = page(client)
    assert "Fine. 28 November 2016" in cell(text, 1)
    assert "Fine" not in cell(text, 3)
    assert "last day of: Fine" not in text
    assert "not known whether carried out" in row(text, "r-fine")


def test_listing_that_was_told_rests_on_what_was_told(client: Client) -> None:
    publish_real()
    listing = row(page(client, "bokai-2016"), "r-list")
    assert "<dt>Basis</dt><dd>told by the person or their lawyer</dd>" in listing


def test_table_has_one_row_for_every_restriction(client: Client) -> None:
    publish_real()
    text = page(client, "bokai-2016")
    assert text.count('<details class="restriction') == 8
    record = row(text, "r-law-criminal-record-v1")
    assert '<span class="row-dates">20–27 January 2017 → about February 2030</span>' in record
    assert '<span class="state state-in-force">in force</span>' in record
    assert "<dt>Last day by our calculation</dt><dd>3 February 2030</dd>" in record
    assert '<a href="#r-ban">Ban on public activity</a>' in record.partition("Its dates follow from")[2]


def test_each_date_of_bokai_stands_once(client: Client) -> None:
    """Outside the line of time, the calculations that unfold and the paragraph to copy."""
    publish_real()
    text = page(client, "bokai-2016").partition("<main")[2].partition("</main>")[0]
    for part in (r'<ol class="timeline">.*?</ol>', r'<ol class="steps">.*?</ol>', r'<p class="ready".*?</p>'):
        text = re.sub(part, "", text, flags=re.DOTALL)
    text = text.partition('<section class="sources"')[0]
    assert text.count("3 February 2030") == 2  # in the row of the record, and of the list that ends with it
    assert (
        text.count("4 February 2021") == 4
    )  # in the row of prison; the story and two reports are their authors' texts
    assert text.count("about February 2030") == 4  # the first screen sums up the two rows; beside what was said of it
    assert "free from" not in text


def test_what_should_have_ended_is_said_where_nothing_binds(client: Client) -> None:
    publish_real()
    text = page(client, "ilyashev-2020")
    assert "No restriction is known to be in force." in cell(text, 2)
    assert "criminal record: <b>should be over; not confirmed</b>" in cell(text, 2)
    assert "should be over; not confirmed" in row(text, "r-law-criminal-record-v1")
    assert "<dt>Newest report</dt>" not in row(text, "r-law-criminal-record-v1")


def test_what_should_have_ended_is_left_out_where_something_binds(client: Client) -> None:
    publish_real()
    assert "ended" not in cell(page(client, "bokai-2016"), 2)


def test_what_may_bind_is_not_called_nothing(client: Client) -> None:
    """Of a verdict whose force is not known it may not be said that no restriction is known."""
    publish_real()
    text = page(client, "yensebek-2025")
    assert "No restriction is known to be in force" not in text
    assert "Restriction of freedom" in cell(text, 2)


def test_one_control_speaks_for_all_on_the_first_screen(client: Client) -> None:
    publish_real()
    text = page(client, "yensebek-2025")
    assert "probation" not in cell(text, 2).lower()
    assert "forced labour" not in cell(text, 2).lower()
    assert "Probation</span>" in text


def test_claim_that_readers_know_stands_beside_the_last_day(client: Client) -> None:
    publish_real()
    assert "Yevgeniya Nefedyeva, lawyer of Max Bokai: 16 years" in cell(page(client, "yensebek-2025"), 3)


def test_paragraph_to_copy_stands_in_three_languages(client: Client) -> None:
    publish_real()
    text = page(client, "bokai-2016")
    assert re.findall(r'<p class="ready" lang="(\w+)">', text) == ["en", "ru", "kk"]
    paragraph = text.partition('<p class="ready" lang="en">')[2].partition("</p>")[0]
    assert "Max Bokai on 22 November 2026, by the calculation of the Shekteu archive" in paragraph
    listed = (
        "Financing list: listed, as the person or their lawyer said (Vlast, about May 2025; nothing later is known)"
    )
    assert f"{listed}; criminal record: in force. Last day: " in paragraph
    assert "criminal record: about February 2030." in paragraph
    assert "We could not establish: " in paragraph
    assert "Version 1 of " in paragraph


def test_no_paragraph_to_copy_holds_words_of_another_language(client: Client) -> None:
    publish_real()
    ready = re.findall(r'<p class="ready" lang="(\w+)">(.*?)</p>', page(client, "yensebek-2025"), re.DOTALL)
    paragraphs = dict(ready)
    address = re.compile(r"https?://\S+")
    for language in ("ru", "kk"):
        words = address.sub("", paragraphs[language])
        assert set(re.findall(r"[A-Za-z]{2,}", words)) <= {"Shekteu"}
        assert f"/{language}/cases/yensebek-2025/versions/" in paragraphs[language]
    assert not re.findall(r"[А-Яа-яЁё]", paragraphs["en"])


def test_whose_words_ours_repeat_is_said_where_it_is_not_the_person(client: Client) -> None:
    """“She says” on the page of a man: who that is, without a name of a relative."""
    publish_real()
    reports = page(client, "mamai-2023").partition("From published reports")[2].partition("</section>")[0]
    assert "human-rights lawyer, his wife; summarised from Vlast, 2025" in reports
    assert "Imanbai" not in reports
    own = page(client, "ilyashev-2020").partition("From published reports")[2].partition("</section>")[0]
    assert "; summarised" not in own


def test_event_of_no_kind_stands_in_its_own_words(client: Client) -> None:
    publish_real()
    lines = page(client, "dzhaukerova-2021").partition('<ol class="timeline">')[2].partition("</ol>")[0]
    assert "Human Rights Watch describes her as a person on the financing list." in lines
    assert "Other" not in lines


def test_sentence_that_fell_is_told_as_fallen_on_the_first_screen(client: Client) -> None:
    """Acquitted on appeal: the years of the first verdict never stand alone, and no last day is called unknown."""
    publish(shipped("batyrbekov-2019"))
    text = page(client, "batyrbekov-2019")
    assert "void: the verdict was cancelled" in cell(text, 1)
    assert "not known" not in cell(text, 3)


def test_two_lines_of_a_row_never_say_the_same_day(client: Client) -> None:
    publish_real()
    row = page(client, "ilyashev-2020").partition("Last day by our calculation")[2].partition("</dl>")[0]
    assert "Strictly" not in row


def test_no_missing_fact_is_named_by_an_id(client: Client) -> None:
    publish(shipped("mamai-2017"))
    text = page(client, "mamai-2017")
    assert "the day of the later crime" in text
    assert "other-1" not in text


def test_paraphrase_is_signed_as_ours(client: Client) -> None:
    publish_real()
    reports = page(client, "bokai-2016").partition("From published reports")[2].partition("</section>")[0]
    [bokai] = [document for document in real_documents() if document.case.id == "bokai-2016"]
    assert reports.count("summarised from Vlast, 2025") == len(bokai.case.testimonies) > 0
    assert "<blockquote>" not in reports


def test_quotation_is_signed_with_its_speaker(client: Client) -> None:
    said = {
        "theme": "law",
        "form": "quotation",
        "consent": "given",
        "said_on": "2024",
        "text": {"en": "I did nothing."},
    }
    publish(document(invented.case(testimonies=[{**said, "speaker": {"name": {"en": "Somebody"}}}])))
    text = page(client)
    assert "<blockquote><p>I did nothing.</p>" in text
    assert "Somebody, 2024" in text
    assert "summarised" not in text


@pytest.mark.parametrize(("consent", "is_shown"), [("public-statement", False), ("given", True)])
def test_words_said_under_a_ban_on_saying_them_are_left_out(client: Client, consent: str, is_shown: bool) -> None:
    """The page may not become evidence of a breach."""
    name = invented.person("invented-person")["names"]
    ban = {"id": "ban", "kind": "public-activity-ban", "verdict": "v1", "length": "P3Y", "covers": ["interviews"]}
    said = {"theme": "law", "said_on": "2018", "consent": consent, "text": {"en": "It goes on."}}
    case = one_verdict(None, restrictions=[ban], testimonies=[{**said, "speaker": {"name": name}}])
    publish(document(case))
    assert ("It goes on." in page(client)) is is_shown


def test_small_sentences_close_the_page(client: Client) -> None:
    publish(document())
    text = page(client)
    assert "It says nothing about whether the person knows of this page" in text
    assert "no evidence of what anybody knew or did." in text


def test_person_page_is_linked_from_the_case(client: Client) -> None:
    publish(document())
    assert 'href="/en/people/invented-person/"' in page(client)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "530,250 tenge"), ("ru", "530\u202f250 тенге"), ("kk", "530\u202f250 теңге")]
)
def test_a_fine_is_written_in_the_readers_way(client: Client, language: str, words: str) -> None:
    publish_real()
    assert words in cell(client.get(f"/{language}/cases/bokai-2016/", ON).text, 1)


def test_nothing_on_record_is_no_total_of_no_days(client: Client) -> None:
    publish(document(one_verdict(False, verdicts=[], restrictions=[], charges=[], claims=[])))
    text = page(client)
    assert "No penalty is recorded." in cell(text, 1)
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
    assert "Criminal Code, art. 174; Criminal Code of 1997, art. 337" in cell(text, 1)


def test_each_person_in_doubt_is_asked_about_with_the_one_fact_that_would_settle_most(client: Client) -> None:
    publish_real()
    on, asked = date(2026, 11, 26), 0
    for one in real_documents():
        text = client.get(f"/en/cases/{one.case.id}/", {"on": on.isoformat()}).text
        rows = [(outcome, state(outcome, on)) for outcome in one.reckoning.restrictions]
        lasting = [(outcome, state_) for outcome, state_ in rows if not restriction_kind(outcome.kind).once]
        question = settling_question(one, on, lasting)
        linked = re.search(rf'href="/en/about/your-case/\?case={one.case.id}&amp;fact=([a-z_-]+)"', text)
        assert (linked and linked[1]) == (question and question.fact), one.case.id
        asked += question is not None
    assert asked > 10


def test_likely_day_names_its_presumption_and_the_strict_days(client: Client) -> None:
    publish_real()
    unfolded = row(page(client, "yensebek-2025"), "r-restriction")
    assert 'href="/en/law/in-force-by-six-months/' in unfolded
    assert "<dt>Strictly</dt>" in unfolded
    assert '<h3 class="ui">Likely</h3>' in unfolded
    assert "Strictly" not in row(page(client, "bokai-2016"), "r-ban")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "(the part is known from the charge, not from the verdict)"),
        ("ru", "(часть известна из обвинения, а не из приговора)"),
        ("kk", "(бөлігі үкімнен емес, айыптаудан белгілі)"),
    ],
)
def test_part_known_from_the_charge_alone_is_said(client: Client, language: str, words: str) -> None:
    charges = [{**charge, "basis": "charge"} for charge in invented.case()["charges"]]
    publish(document(invented.case("of-the-charge", charges=charges)), document(invented.case("of-the-verdict")))
    assert words in flat(client.get(f"/{language}/cases/of-the-charge/").text)
    assert words not in flat(client.get(f"/{language}/cases/of-the-verdict/").text)
