import csv
import re
from collections import Counter
from datetime import date
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.index.columns.current import columns
from archive.index.models import Entry
from law.states import STATES, state
from tests.archive.index.columns import oracle
from tests.archive.index.columns.oracle import restrictions
from tests.archive.published import TODAY, document, publish, publish_real, real_documents
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
BAN = "public-activity-ban"
QUERIES = 2
"""The index's version, and the rows of the page."""


def text(response: object) -> str:
    inline = re.sub(r"</?(?:a|b|code|span)\b[^>]*>", "", response.content.decode().partition("<main")[2])
    plain = re.sub(r"<[^>]+>", " ", inline)
    return re.sub(r"\s+", " ", unescape(plain))


def ids(response: object) -> list[str]:
    return re.findall(r'<h2><a href="/\w\w/cases/([a-z0-9-]+)/"', response.content.decode())


def cases(client: Client, query: str = "", language: str = "en") -> object:
    return client.get(f"/{language}/cases/?{query}")


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_two_queries(client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for one in range(number):
        publish(document(invented.case(f"invented-{one}")))
    columns()  # read before: only whether it is still right is asked below
    with django_assert_num_queries(QUERIES):
        response = cases(client)
    assert len(ids(response)) == number


def test_list_with_every_kind_of_filter_takes_four_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """One more looks for the words, one marks the hits of a search."""
    publish_real()
    columns()  # read before: only whether it is still right is asked below
    with django_assert_num_queries(QUERIES + 2):
        found = ids(
            cases(client, "q=almaty&kind=public-activity-ban&region=KZ-75&article=174&year_from=2020&on=2026-01-01")
        )
    assert found == ["yensebek-2025"]


def test_list_when_nothing_is_published(client: Client) -> None:
    response = cases(client)
    assert response.status_code == 200
    assert "0 cases of 0 people known to this archive." in text(response)


def test_list_when_a_kind_is_chosen_names_state_and_day(client: Client) -> None:
    publish_real()
    on = date(2024, 1, 1)
    people = {
        one.person.id
        for one in real_documents()
        for held in restrictions(one)
        if held.outcome.kind == "public-activity-ban" and state(held.outcome, on) == "in-force"
    }
    response = cases(client, "kind=public-activity-ban&state=in-force&on=2024-01-01")
    said, number = text(response), len(ids(response))
    assert (number, len(people)) > (1, 1)
    counted = f"{number} cases of {len(people)} people known to this archive."
    assert f"Ban on social and political activity — in force: {counted}" in said
    assert "States on 1 January 2024, as the archive knows it now (last change: 1 November 2026, 17:00)." in said


def test_list_when_the_first_kind_is_chosen_asks_who_is_under_it(client: Client) -> None:
    publish(document())
    page = unescape(cases(client).content.decode())
    assert 'href="/en/cases/?kind=imprisonment&state=in-force&state=likely-in-force"' in page
    chips = client.get("/en/cases/?kind=imprisonment&state=in-force&state=likely-in-force").context["list"].chips
    assert [chip.address for chip in chips][1:] == [
        "/en/cases/?kind=imprisonment&state=likely-in-force",
        "/en/cases/?kind=imprisonment&state=in-force",
    ]


def test_list_when_the_list_of_a_state_body_is_chosen_never_asks_who_is_likely_on_it(client: Client) -> None:
    publish_real()
    assert 'href="/en/cases/?kind=financial-monitoring-list&state=in-force"' in unescape(cases(client).content.decode())
    response = cases(client, "kind=financial-monitoring-list&state=likely-in-force")
    assert response.status_code == 400
    assert "state: Nobody is ever said to be likely on a list: only what a source names." in text(response)


def test_list_names_the_parts_of_its_people_and_those_beside(client: Client) -> None:
    """People count under the surest of their restrictions; the parts add up, and so do those in another state."""
    publish_real()
    under = {
        one.person.id: [state(held.outcome, TODAY) for held in restrictions(one) if held.outcome.kind == BAN]
        for one in real_documents()
    }
    surest = Counter(min(states, key=STATES.index) for states in under.values() if states)
    said = text(cases(client, f"kind={BAN}&on={TODAY}&state=in-force&state=likely-in-force&state=possible"))
    words = {"in-force": "certainly", "likely-in-force": "likely", "possible": "possibly"}
    parts = [f"{surest[state]} {word}" for state, word in words.items() if surest[state]]
    assert surest["possible"] and surest["ended"]
    if len(parts) > 1:
        assert f"Of them: {', '.join(parts)}." in said
    beside = {"more uncertain": surest["unknown"], "ended": surest["ended"]}
    assert f"Besides: {', '.join(f'{number} {word}' for word, number in beside.items() if number)}." in said


def test_list_of_what_ends_names_what_is_certain_first(client: Client) -> None:
    for number, ends in enumerate(
        ("2027-03-05", "2027-04-05", "[2026-12-10..2027-03-05]", "[2027-01-10..]", "2029-01-01")
    ):
        ban = {"id": "ban", "kind": BAN, "starts": "2024-01-01", "ends": ends}
        bare = {"custody": [], "claims": [], "events": [], "testimonies": []}
        person = invented.person(f"invented-{number}")
        publish(document(invented.case(f"invented-{number}", person=person["id"], restrictions=[ban], **bare), person))
    response = cases(client, f"kind={BAN}&ends_from=2027-01-01&ends_until=2027-12-31&on={TODAY}")
    assert sorted(ids(response)) == ["invented-0", "invented-1", "invented-2"]
    said = text(response)
    assert "Last day within these days: 2 certainly, 0 likely, 1 not known." in said
    assert "Of 1 more no last day can be named." in said


@pytest.mark.parametrize("path", ["cases/", "cases.csv", "cases.atom", "calendar/", "calendar.ics", "statistics/"])
def test_address_with_a_former_state_leads_to_the_present_ones(client: Client, path: str) -> None:
    response = client.get(f"/ru/{path}?kind={BAN}&state=ended&state=uncertain")
    assert (response.status_code, response["Location"]) == (
        301,
        f"/ru/{path}?kind={BAN}&state=ended&state=likely-in-force&state=possible",
    )


def test_list_when_facets_are_links_keeps_the_other_choices(client: Client) -> None:
    publish_real()
    page = unescape(cases(client, "region=KZ-75&sort=burden&page=1").content.decode())
    assert 'href="/en/cases/?region=KZ-75&gender=female&sort=burden"' in page
    assert 'href="/en/cases/?sort=burden"' in page


def test_list_when_sorted(client: Client) -> None:
    publish_real()
    orders = {sort: ids(cases(client, f"sort={sort}")) for sort in ("name", "next-end", "burden", "verdict", "changed")}
    assert {len(order) for order in orders.values()} == {24}
    assert orders["name"][:3] == ["abzhan-2023", "aspandiyarova-2021", "baimagambetova-2021"]
    assert orders["verdict"][0] == Entry.objects.order_by("-verdict_latest")[0].case_id
    assert orders["burden"][0] == Entry.objects.order_by("-burden_least")[0].case_id


def test_list_when_sorted_in_kazakh_follows_its_alphabet(client: Client) -> None:
    for number, name in enumerate(("Ұлан", "Улан", "Әли", "Али", "Яков", "Ясын", "Ырыс")):
        person = invented.person(f"invented-{number}", names={"kk": name}, other_names=[])
        publish(document(invented.case(f"invented-{number}", person=person["id"]), person))
    names = re.findall(r"<h2><a [^>]+>(.+?)</a>", cases(client, language="kk").content.decode())
    assert names == ["Али", "Әли", "Улан", "Ұлан", "Ырыс", "Яков", "Ясын"]


@pytest.mark.parametrize(("language", "articles"), [("en", "art. 174(2)"), ("ru", "ст. 174(2)"), ("kk", "174(2)-бап")])
def test_list_writes_an_article_as_the_case_page_does(client: Client, language: str, articles: str) -> None:
    charge = {"id": "ch1", "article": "174", "part": "2", "outcome": "convicted", "verdict": "v1"}
    publish(document(invented.case(charges=[charge])))
    assert articles in text(cases(client, language=language))
    assert articles in text(client.get(f"/{language}/cases/invented-2016/"))


def test_list_when_there_are_several_pages(client: Client) -> None:
    for one in range(30):
        publish(document(invented.case(f"invented-{one:02}")))
    first, second = ids(cases(client)), ids(cases(client, "page=2"))
    assert (len(first), len(second)) == (25, 5)
    assert len({*first, *second}) == 30


def test_list_when_a_name_holds_markup_is_escaped(client: Client) -> None:
    publish(document())
    Entry.objects.update(names={"en": "<script>alert(1)</script>"})
    assert "<script>alert" not in cases(client).content.decode()


def test_list_when_a_value_cannot_be_read_says_so_beside_the_field(client: Client) -> None:
    response = cases(client, "on=2023-13-45&kind=nonsense&bogus=1")
    assert response.status_code == 400
    said = text(response)
    assert "on: “2023-13-45” is no day between 1990 and 2150: write it as 2026-11-22." in said
    assert "kind: “nonsense” is none of:" in said
    assert "bogus: There is no filter of this name." in said
    assert 'aria-describedby="e-on"' in response.content.decode()


def test_list_when_nothing_fits_asks_what_was_meant(client: Client) -> None:
    publish_real()
    assert "Did you mean Ilyashev?" in text(cases(client, "q=Ilyeshv"))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_list_answers_in_each_language(client: Client, language: str) -> None:
    publish_real()
    assert len(ids(cases(client, language=language))) == 24


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", ["latin", "cyrillic"]), ("ru", ["latin", "cyrillic"]), ("kk", ["cyrillic", "latin"])],
)
def test_list_when_a_name_is_missing_sorts_by_the_name_that_it_shows(
    client: Client, language: str, expected: list[str]
) -> None:
    """Latin letters come before Cyrillic ones: whoever is shown by an English name is sorted by it."""
    names = {"latin": {"en": "Zeta Zeta", "kk": "Яя Яя"}, "cyrillic": {"ru": "Аа Аа"}}
    for id_, name in names.items():
        publish(document(invented.case(id_, person=f"{id_}-person"), invented.person(f"{id_}-person", names=name)))

    page = cases(client, "sort=name", language)

    assert ids(page) == expected
    assert ("Яя Яя" in text(page)) == (language == "kk")


# What is not recorded, and what is left out


def test_facet_when_a_value_is_missing_offers_it_and_the_counts_add_up(client: Client) -> None:
    """Cases of which the archive has not recorded something can be asked for, as any other."""
    publish_real()
    for facet in ("region", "gender", "court", "article"):
        counts = cases(client).context["list"].tally.facets[facet]
        missing = [one for one in real_documents() if "none" in oracle.seen(one).values[facet]]
        assert counts.get("none", 0) == len(missing)
        if missing:
            page = cases(client, f"{facet}=none").context["list"]
            assert page.tally.cases == len(missing)
            label = "no conviction recorded" if facet == "article" else "not recorded"  # the acquitted have articles
            assert [(chip.label, chip.address) for chip in page.chips] == [(label, "/en/cases/")]
    assert sum(cases(client).context["list"].tally.facets["gender"].values()) == len(real_documents())


def test_list_leaves_out_what_the_address_excludes(client: Client) -> None:
    publish_real()
    page = cases(client, "article!=174&covers=teaching").context["list"]
    expected = [
        one.case_id
        for one in map(oracle.seen, real_documents())
        if "174" not in one.values["article"] and any("teaching" in held.covers for held in one.held)
    ]
    assert expected
    assert sorted(row.entry.case_id for row in page.rows) == sorted(expected)
    assert [str(chip.title) for chip in page.chips] == ["What a ban covers", "Not: Article"]
    assert page.chips[1].address == "/en/cases/?covers=teaching"


def test_choice_when_not_chosen_leads_to_the_list_without_it(client: Client) -> None:
    publish_real()
    page = unescape(cases(client).content.decode())
    assert 'href="/en/cases/?article!=174"' in page
    assert ids(cases(client, "article=174&article!=174.2")) != ids(cases(client, "article=174"))


def test_list_when_the_same_is_chosen_and_left_out(client: Client) -> None:
    publish_real()
    response = cases(client, "region=KZ-75&region!=KZ-75")
    assert response.status_code == 400
    assert "region!: The same is chosen and left out." in text(response)


@pytest.mark.parametrize("query", ["judge=Yernar+Kasymbekov", "publisher=Vlast", "charge_outcome=dropped", "year=2021"])
def test_list_by_what_sources_and_courts_say(client: Client, query: str) -> None:
    publish_real()
    name, value = query.replace("+", " ").split("=")
    expected = [one.case.id for one in real_documents() if value in oracle.seen(one).values[name]]
    assert expected
    assert cases(client, query).context["list"].tally.cases == len(expected)


def test_list_by_how_a_restriction_ended_speaks_of_that_one(client: Client) -> None:
    publish_real()
    ended = {
        one.case.id: held.outcome.id
        for one in real_documents()
        for held in restrictions(one)
        if held.ended_by == "pardon"
    }
    lines = (
        b"".join(client.get("/en/restrictions.csv?ended_by=pardon").streaming_content).decode("utf-8-sig").splitlines()
    )
    assert [row["case_id"] for row in csv.DictReader(lines)] == list(ended)
    assert ids(cases(client, "ended_by=pardon")) == list(ended)
