"""Numbers of the front page and of the kinds: people count once, under the surest, as by hand over the documents."""

from collections import Counter
from datetime import date

import pytest
from django.test import Client

from archive.index.columns.current import columns
from archive.pages.headlines import archive_counts, entries_under, kind_counts, next_endings, people_by_weight
from law.country import country
from law.states import MAY_BIND, STATES, state
from tests.archive.index.columns.oracle import restrictions
from tests.archive.published import TODAY, document, publish, publish_real, real_documents
from tests.invented import records as invented
from tests.reading import flat

pytestmark = pytest.mark.django_db
BAN = "public-activity-ban"
WORDS = ("surely", "likely", "unheard")


def surest_states(on: date, *kinds: str) -> Counter[str]:
    """People by the surest state of a restriction of these kinds."""
    surest: dict[str, str] = {}
    for one in real_documents():
        for held in restrictions(one):
            said = state(held.outcome, on)
            if held.outcome.kind in kinds and said not in ("void", "expected"):
                surest[one.person.id] = min(said, surest.get(one.person.id, said), key=STATES.index)
    return Counter(surest.values())


def test_people_count_under_their_surest_restriction() -> None:
    publish_real()
    lasting = [kind for kind in country().kinds if kind not in country().kinds_done_once]
    counts = archive_counts(columns(), TODAY)
    expected = surest_states(TODAY, *lasting)
    assert counts.states == {state: expected[state] for state in MAY_BIND}
    assert counts.bound + counts.doubtful == sum(counts.states.values()) > 10
    assert counts.certainties.startswith(f"{counts.bound} certainly")


def test_people_of_a_kind_count_under_their_surest_restriction() -> None:
    publish_real()
    counts = kind_counts(columns(), TODAY)
    assert len(counts) > 8
    for kind, count in counts.items():
        expected = surest_states(TODAY, kind)
        assert count.states == {state: expected[state] for state in MAY_BIND}, kind
        assert count.ended == expected["ended"], kind
        under = entries_under(columns(), TODAY, kind, "en", 100)
        surely, likely = ({entry.person_id for entry in under[state]} for state in ("in-force", "likely-in-force"))
        assert len(surely) == count.people, kind
        assert len(likely - surely) == count.states["likely-in-force"], kind


def test_people_count_under_the_heaviest_and_prison_only_as_long_as_somebody_speaks_of_it() -> None:
    publish_real()
    weights = {count.weight: count for count in people_by_weight(columns(), TODAY)}
    expected: dict[str, str] = {}
    for one in real_documents():
        for held in restrictions(one):
            kind, said = country().kinds[held.outcome.kind], state(held.outcome, TODAY)
            if kind.burden != "behind-bars" or said not in ("in-force", "likely-in-force"):
                continue
            report = held.outcome.last_report
            unheard = kind.is_prison and (report is None or report.latest < date(2025, 11, 22))
            word = "unheard" if unheard else "surely" if said == "in-force" else "likely"
            expected[one.person.id] = min(word, expected.get(one.person.id, word), key=WORDS.index)
    counts = Counter(expected.values())
    assert [getattr(weights["behind-bars"], word) for word in WORDS] == [counts[word] for word in WORDS]
    assert counts["likely"] == 0 < counts["unheard"]
    assert sum(count.people for count in weights.values()) <= archive_counts(columns(), TODAY).people


def test_page_of_a_list_says_of_nobody_that_they_live_under_it(client: Client) -> None:
    publish_real()
    page = " ".join(client.get("/en/restrictions/financial-monitoring-list/").content.decode().split())
    assert "listed, as reported or told: " in page
    assert "lives under it" not in page and "live under it" not in page
    kinds = " ".join(client.get("/en/restrictions/").content.decode().split())
    assert "listed, as reported or told: " in kinds


def test_list_of_a_state_body_is_asked_for_those_surely_on_it_alone() -> None:
    publish_real()
    counts = kind_counts(columns(), TODAY)
    assert counts["financial-monitoring-list"].states_to_ask == "kind=financial-monitoring-list&state=in-force"
    assert counts[BAN].states_to_ask == f"kind={BAN}&state=in-force&state=likely-in-force"


def test_next_ending_is_a_last_day(client: Client) -> None:
    ban = {"id": "ban", "kind": BAN, "verdict": "v1", "ends": "2027-03-05"}
    publish(document(invented.case(restrictions=[ban], custody=[], claims=[], events=[], testimonies=[])))
    (ending,) = next_endings(columns(), TODAY, 5, kind=BAN)
    assert (ending.end, ending.condition, ending.computed) == ("4 March 2027", "", False)
    assert next_endings(columns(), date(2027, 3, 4), 5, kind=BAN)
    assert not next_endings(columns(), date(2027, 3, 5), 5, kind=BAN)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("path", ["", "restrictions/", f"restrictions/{BAN}/"])
def test_pages_answer_in_each_language(client: Client, language: str, path: str) -> None:
    publish_real()
    assert client.get(f"/{language}/{path}").status_code == 200


def test_counts_tell_for_how_many_cases_the_sources_were_searched_within_a_year() -> None:
    for id_, searched in (("invented-a", "2026-10-01"), ("invented-b", "2025-11-01"), ("invented-c", None)):
        publish(document(invented.case(id_, searched=searched)))

    counts = archive_counts(columns(), date(2026, 11, 22))

    assert (counts.cases, counts.searched) == (3, 1)


def test_front_page_says_how_many_cases_were_searched(client: Client) -> None:
    publish_real()
    page = " ".join(client.get("/en/").content.decode().split())
    assert "The sources of 24 of 24 cases were searched within a year." in page


def test_home_names_the_parts_of_its_number_of_people(client: Client) -> None:
    publish_real()
    response = client.get("/en/")
    assert f"each counted once, by the surest word: {response.context['known'].certainties}." in flat(response.text)
    assert "likely" in response.context["known"].certainties
