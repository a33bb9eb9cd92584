"""The readers' pages, as they come over the wire."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archive.index.columns.current import columns
from archive.index.scoreboard import Score
from archive.pages.headlines import entries_under
from archive.wording.footnotes import Footnotes
from archive.wording.restrictions import RestrictionView
from editions import chain
from editions.erase import delete_text
from editions.reasons import SILENT
from law.dates import DateRange, exact
from law.outcome import Outcome
from tests.archive.published import NOON, REASON, TODAY, document, publish, publish_real, real_documents, withdraw
from tests.invented import records as invented
from tests.reading import flat

pytestmark = pytest.mark.django_db
PAGES = (
    "/en/",
    "/en/cases/bokai-2016/",
    "/en/people/max-bokai/",
    "/en/restrictions/",
    "/en/restrictions/criminal-record/",
    "/en/about/",
    "/en/about/method/",
    "/en/about/corrections/",
    "/en/about/glossary/",
    "/en/about/your-case/",
    "/en/about/your-case/answer/",
    "/en/cases/bokai-2016/cite/",
    "/en/cases/bokai-2016/versions/",
)


@pytest.fixture
def archive() -> None:
    publish_real()


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("address", PAGES)
def test_page_answers_in_every_language(client: Client, archive: None, address: str, language: str) -> None:
    response = client.get(address.replace("/en/", f"/{language}/"))
    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.text


def test_queries_of_the_case_page(client: Client, archive: None) -> None:
    columns()  # read before: only whether it is still right is asked below
    assert queries(client, "/en/cases/bokai-2016/") == 3


@pytest.mark.parametrize("number", [1, 3])
def test_queries_of_lists_whatever_their_length(client: Client, number: int) -> None:
    publish(*(document(invented.case(f"invented-{one}")) for one in range(number)))
    client.get("/en/")  # the score of the rules is remembered until the chain grows
    assert queries(client, "/en/") == 4
    assert queries(client, "/en/restrictions/") == 1
    assert queries(client, "/en/restrictions/criminal-record/") == 4
    assert queries(client, "/en/people/invented-person/") == 1


def test_case_says_what_the_law_says_of_bokai(client: Client, archive: None) -> None:
    text = client.get("/en/cases/bokai-2016/", {"on": "2026-11-22"}).text
    assert "Last day by our calculation</dt><dd>3 February 2030" in text
    assert "<b>4 years 8 months</b>" in text
    assert "By the rule between 3 and 5 February 2021; the reported day lies within." in text
    assert "our calculation, not a court’s decision" in text
    assert "Agrees with our calculation." in text


@pytest.mark.parametrize(
    ("rule_end", "words"),
    [
        (exact(date(2021, 2, 4)), "By the rule 4 February 2021, the same as reported."),
        (DateRange(date(2021, 2, 3), date(2021, 2, 5)), "By the rule between 3 and 5 February 2021; the reported day"),
        (DateRange(date(2021, 2, 5), date(2021, 2, 7)), "By the rule between 5 and 7 February 2021, not what is"),
    ],
)
def test_table_when_a_report_comes_before_the_rule(rule_end: DateRange, words: str) -> None:
    text = table(rule_end=rule_end, otherwise=exact(date(2021, 2, 7)), fitted=True)
    assert words in text
    assert "By the other reported date of the start, the rule gives 7 February 2021." in text
    assert "The start of custody was inferred with knowledge of this end" in text


def test_case_with_two_reports_of_one_length(client: Client) -> None:
    publish(document(invented.case(restrictions=[invented.disputed_ban()], testimonies=[], charges=[])))

    text = flat(client.get("/en/cases/invented-2016/").text)

    assert "Length as ordered</dt><dd>2 years by one source, 3 years by another</dd>" in text
    assert "Sources differ on a length: 2 years by one, 3 years by another." in text
    assert "Nothing here chooses between two reports of one length: a range over both." in text


def table(**values: object) -> str:
    """The unfolded row of one restriction that is reported to end on 4 February 2021."""
    outcome = Outcome("prison", "imprisonment", "ordered", derived=False, verdict="v1", ends=exact(date(2021, 2, 4)))
    row = RestrictionView(outcome._replace(**values), TODAY, {"prison": "Prison"}, Footnotes(document()))
    return flat(render_to_string("archive/case/_row.html", {"row": row}))


def test_case_with_an_expected_listing(client: Client, archive: None) -> None:
    text = client.get("/en/cases/yensebek-2025/", {"on": "2026-11-22"}).text
    assert '<span class="state state-expected">' in text
    assert "Cannot be compared." in text
    assert "Our reading is not firm enough to decide" not in text


def test_case_after_a_computed_end(client: Client, archive: None) -> None:
    text = client.get("/en/cases/ilyashev-2020/", {"on": "2026-11-22"}).text
    assert "should be over; not confirmed" in text
    assert "should have ended" not in text.partition("<main")[2].partition("timeline")[0]


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "22.11.2026", "20261122", "1066-10-14", "9999-01-01"])
def test_case_when_the_day_is_bad(client: Client, archive: None, day: str) -> None:
    response = client.get("/en/cases/bokai-2016/", {"on": day})
    assert response.status_code == 400
    assert 'id="on-error"' in response.text


def test_case_when_the_day_is_empty(client: Client, archive: None) -> None:
    assert client.get("/en/cases/bokai-2016/", {"on": ""}).status_code == 200


def test_case_when_unknown(client: Client) -> None:
    response = client.get("/en/cases/nobody-2020/")
    assert response.status_code == 404
    assert "Page not found" in response.text


def test_case_when_withdrawn(client: Client) -> None:
    publish(document())
    withdraw("invented-2016")
    response = client.get("/en/cases/invented-2016/")
    assert response.status_code == 410
    assert "For a test" in response.text
    assert "Invented Person" not in response.text


def test_case_under_an_address_of_before(client: Client) -> None:
    publish(document(invented.case("invented-old")))
    publish(document(invented.case("invented-new", former_ids=["invented-old"])))
    response = client.get("/en/cases/invented-old/")
    assert (response.status_code, response["Location"]) == (301, "/en/cases/invented-new/")


def test_person_when_unknown(client: Client) -> None:
    assert client.get("/en/people/nobody/").status_code == 404


def test_kind_when_unknown(client: Client) -> None:
    assert client.get("/en/restrictions/nothing/").status_code == 404


def test_text_that_is_missing_falls_back_visibly(client: Client) -> None:
    publish(document(invented.case(summary={"ru": "Вымышленное дело"})))
    text = client.get("/en/cases/invented-2016/").text
    assert '<span lang="ru">Вымышленное дело</span> <span class="lang-mark">in Russian</span>' in text


def test_withdrawn_consent_takes_a_testimony_out(client: Client) -> None:
    voices = [
        {"theme": "work", "consent": "withdrawn", "text": {"en": "Taken back"}},
        {"theme": "work", "consent": "given", "text": {"en": "Still said"}},
    ]
    publish(document(invented.case(testimonies=voices)))
    text = client.get("/en/cases/invented-2016/").text
    assert ("Taken back" in text, "Still said" in text) == (False, True)


def test_home_counts_people_under_restriction(client: Client, archive: None) -> None:
    context = client.get("/en/").context
    assert context["on"] == timezone.localdate()
    assert context["known"].people == len({one.person.id for one in real_documents()})
    assert 0 < context["known"].bound <= context["known"].people


def test_languages_keep_the_page(client: Client, archive: None) -> None:
    text = client.get("/en/cases/bokai-2016/", {"on": "2023-01-01"}).text
    assert 'href="/kk/cases/bokai-2016/?on=2023-01-01"' in text
    assert 'hreflang="ru" href="http://testserver/ru/cases/bokai-2016/?on=2023-01-01"' in text


def test_page_holds_its_shape_without_any_fact(client: Client) -> None:
    publish(document(invented.case(**{part: [] for part in NOTHING}, trial=None), invented.person()))
    assert client.get("/en/cases/invented-2016/").status_code == 200


NOTHING = ("inclusion", "prior", "charges", "custody", "verdicts", "restrictions", "events", "claims", "testimonies")


def test_home_draws_sentence_against_burden_where_the_total_is_known(client: Client, archive: None) -> None:
    picture = client.get("/en/").context["picture"]
    rows = {row.case_id: row for row in picture.rows}
    assert rows["bokai-2016"].words == "5 years → 13 years 8 months"
    assert "yensebek-2025" not in rows
    assert picture.left_out == len(real_documents()) - len(rows)


def test_home_names_the_country_and_shows_one_example_in_its_parts(client: Client, archive: None) -> None:
    text = flat(client.get("/en/").text)
    assert "In Kazakhstan, a sentence that rights groups call political outlasts its years</h1>" in text
    assert "5 years in the sentence; by our calculation 4 years 8 months behind bars," in text
    assert 'class="life-bar"' in text


def test_home_splits_people_by_the_heaviest_that_binds(client: Client, archive: None) -> None:
    context = client.get("/en/").context
    known = context["known"]
    assert (
        sum(count.people + count.unheard for count in context["weights"])
        == known.bound + known.states["likely-in-force"]
    )
    assert [count.weight for count in context["weights"]] == ["behind-bars", "control", "record"]


def test_home_names_only_those_whose_last_day_is_known(client: Client, archive: None) -> None:
    context = client.get("/en/").context
    assert all(ending.exact for ending in context["endings"])
    assert context["ending"].total >= 0


def test_home_shows_four_cases_in_a_sentence_and_a_map(client: Client, archive: None) -> None:
    response = client.get("/en/")
    assert 0 < len(response.context["cards"]) <= 4
    assert "bokai-2016" not in {card.case_id for card in response.context["cards"]}
    assert len(response.context["tiles"]) == 20


def test_home_without_any_case(client: Client) -> None:
    assert client.get("/en/").status_code == 200


def test_corrections_are_editions_that_say_so(client: Client) -> None:
    publish(document())
    assert "No correction so far." in client.get("/en/about/corrections/").text
    chain.append([chain.NewEdition("invented-2016", [], {"ru": "Исправлена дата"}, document())], NOON)
    assert "Исправлена дата" in client.get("/en/about/corrections/").text


@pytest.mark.parametrize("reason", [SILENT, REASON], ids=["silent", "open"])
def test_corrections_without_those_whose_text_was_erased(client: Client, reason: dict[str, str]) -> None:
    """An erased version keeps neither a text nor the id of its case, and says nothing of a silent erasure."""
    wrong = {"en": "Corrected: Secretreason"}
    correction = chain.append([chain.NewEdition("invented-2016", [], wrong, document())], NOON)[0]
    publish(document(), now=NOON + timedelta(1))
    assert "Secretreason" in client.get("/en/about/corrections/").text
    delete_text(correction, reason, NOON + timedelta(2))
    response = client.get("/en/about/corrections/")
    assert (response.status_code, "Secretreason" in response.text) == (200, False)


def test_kind_quotes_those_who_live_under_it(client: Client, archive: None) -> None:
    text = client.get("/en/restrictions/financial-monitoring-list/").text
    assert "On the list one has no bank account, no notary and no insurance" in text
    assert "/en/cases/?kind=financial-monitoring-list&amp;state=in-force" in text


def test_kind_names_those_who_live_under_it_on_the_day(archive: None) -> None:
    before = entries_under(columns(), date(2024, 12, 1), "public-activity-ban", "en", 25)["in-force"]
    assert [entry.case_id for entry in before] == ["ilyashev-2020", "mamai-2023"]
    after = entries_under(columns(), date(2025, 12, 1), "public-activity-ban", "en", 25)["in-force"]
    assert [entry.case_id for entry in after] == ["mamai-2023", "mukhammedkarim-2024"]
    assert "bokai-2016" in [
        entry.case_id
        for entry in entries_under(columns(), date(2023, 5, 1), "public-activity-ban", "ru", 25)["in-force"]
    ]


def test_source_says_when_it_was_read(client: Client) -> None:
    found = document()
    read = [source.model_copy(update={"accessed": "2026-11-02"}) for source in found.sources]
    publish(found.model_copy(update={"sources": read}))
    text = client.get("/en/cases/invented-2016/").text
    assert text.count('<span class="small mute">accessed: 2 November 2026</span>') == len(read) > 0


def test_home_shows_a_score_only_from_twenty_ends_on(client: Client, archive: None, monkeypatch) -> None:
    assert 'id="reality"' not in client.get("/en/").text
    monkeypatch.setattr("archive.pages.home._score", lambda version: Score(20, 19, 0, 0, 0, 95))
    assert 'id="reality"' in client.get("/ru/").text  # another page: the first one may have been kept
