"""The statistics as readers get them."""

import csv
import io
import re
from collections import Counter
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from django.test import Client
from PIL import Image

from archive.charts.chart import Chart, Count
from archive.charts.colours import COLOURS
from archive.charts.credit import Credit
from archive.charts.facet_bars import courts_chart
from archive.charts.shares import Share, Shares, shares
from archive.charts.statistics import CHARTS
from archive.charts.svg import svg
from archive.index.columns.current import columns
from archive.index.columns.selecting import choose
from archive.index.selection import Selection
from archive.templatetags.figures import cells
from archive.wording.dates import moment
from tests.archive.published import TODAY, document, publish, publish_real, real_documents
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
BASE = Path(__file__).parents[3] / "static" / "css" / "base.css"


@pytest.fixture
def archive() -> None:
    publish_real()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_page_shows_every_chart_with_its_table(client: Client, archive: None, language: str) -> None:
    response = client.get(f"/{language}/statistics/")
    assert response.status_code == 200
    assert [chart.id for chart, _files in response.context["charts"]] == list(CHARTS)
    assert response.text.count("<table>") == len(CHARTS)
    assert response.text.count('class="picture narrow"') == response.text.count('class="picture"') == len(CHARTS)
    assert all(chart.summary and chart.rule and chart.table.rows for chart, _files in response.context["charts"])


@pytest.mark.parametrize("number", [1, 3])
def test_queries_whatever_the_number_of_cases(client: Client, number: int, django_assert_num_queries: object) -> None:
    publish(*(document(invented.case(f"invented-{one}")) for one in range(number)))
    columns()  # read before: only whether it is still right is asked below
    with django_assert_num_queries(1):  # type: ignore[operator]
        client.get("/en/statistics/")


def test_page_of_an_empty_archive(client: Client) -> None:
    response = client.get("/en/statistics/")
    assert response.status_code == 200
    assert response.context["shares"].total.cases == 0


def test_no_style_and_no_script_in_the_page(client: Client, archive: None) -> None:
    text = client.get("/en/statistics/").text
    assert re.findall(r"<style|<script|\sstyle=|\son\w+=", text) == []


@pytest.mark.parametrize("page", ["/en/statistics/", "/en/statistics/over-time.svg"])
def test_no_shape_is_written_twice(client: Client, archive: None, page: str) -> None:
    """A pattern lies over a shape by its name: the paths are most of the page."""
    text = client.get(page, {"on": "2026-11-22"}).text
    paths = Counter(re.findall(r'\sd="([^"]{40,})"', text))
    assert paths and [path for path, times in paths.items() if times > 1] == []
    names = re.findall(r'\sid="([^"]+)"', text)
    assert len(names) == len(set(names))
    assert set(re.findall(r'<use href="#([^"]+)"', text)) <= set(names)
    labels = re.findall(r'<svg[^>]* role="img"\s+aria-labelledby="([^"]+)"', text)
    assert labels and {name for label in labels for name in label.split()} <= set(names)


def test_cells_say_what_is_not_sure() -> None:
    numbers = [Count(1200), Count(1, 2, 3, 4), Count(0, possible=5)]
    assert cells(numbers) == "<td>1200</td><td>1 <i>+2 ±3 ?4</i></td><td>0 <i>+0 ±5 ?0</i></td>"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Each cell: certain +likely ±possible ?not known."),
        ("ru", "В каждой клетке: наверняка +вероятно ±возможно ?неизвестно."),
        ("kk", "Әр ұяда: анық +ықтимал ±мүмкін ?белгісіз."),
    ],
)
def test_table_says_once_what_the_parts_of_its_numbers_are(
    client: Client, archive: None, language: str, words: str
) -> None:
    page = client.get(f"/{language}/statistics/", {"on": "2026-11-22"})
    doubtful = [chart.id for chart, _files in page.context["charts"] if chart.table.is_doubtful]
    assert doubtful == ["by-kind", "endings", "burden"]
    assert [words in caption for caption in re.findall(r"<caption>(.*?)</caption>", page.text, re.DOTALL)].count(
        True
    ) == 3


def test_shares_equal_a_count_over_the_documents(archive: None) -> None:
    found = shares(choose(Selection(TODAY, TODAY)))
    cases = [one.to_dict() for one in real_documents()]
    articles: Counter[str] = Counter()
    people: dict[str, set[str]] = {}
    for case in cases:
        articles.update({row["article"] for row in case["case"]["charges"] if row["outcome"] == "convicted"})
        people.setdefault(case["person"]["region"], set()).add(case["person"]["id"])
    shown = {value: share.cases for value, share in found.of("article").items() if "." not in value}
    assert shown == dict(articles)
    regions = {value: share.people for value, share in found.of("region").items()}
    assert regions == {region: len(ids) for region, ids in people.items() if region}
    assert found.without("region").people == len(people.get(None, ()))
    assert found.total == (len(cases), len({case["person"]["id"] for case in cases}))


def test_filters_of_the_list_hold(client: Client, archive: None) -> None:
    women = client.get("/en/statistics/", {"gender": "female"}).context
    assert women["shares"].total == client.get("/en/cases/", {"gender": "female"}).context["list"].tally[:2]
    charts = {chart.id: chart for chart, _files in women["charts"]}
    assert [row.key for row in charts["genders"].table.rows] == ["female"]


def test_numbers_of_the_table_lead_to_as_many_cases(client: Client, archive: None) -> None:
    charts = {chart.id: chart for chart, _files in client.get("/en/statistics/").context["charts"]}
    rows = [row for name in ("articles", "courts", "years") for row in charts[name].table.rows if row.address]
    for row in rows[:8]:
        assert client.get(row.address).context["list"].tally.cases == row.numbers[0].sure


def test_months_lead_to_the_calendar(client: Client, archive: None) -> None:
    charts = {
        chart.id: chart for chart, _files in client.get("/en/statistics/", {"on": "2026-11-22"}).context["charts"]
    }
    first = charts["endings"].table.rows[0]
    assert first.address == "/en/calendar/?on=2026-11-22&ends_from=2026-11-01&ends_until=2026-11-30"


@pytest.mark.parametrize("chart", CHARTS)
def test_svg_stands_alone(client: Client, archive: None, chart: str) -> None:
    response = client.get(f"/ru/statistics/{chart}.svg", {"on": "2026-11-22"})
    assert response["Content-Type"] == "image/svg+xml"
    root = ElementTree.fromstring(response.content)
    text = " ".join(root.itertext())
    assert "http://testserver/ru/statistics/?on=2026-11-22" in text
    assert "22 ноября 2026" in text
    assert not [one for one in root.iter() if "style" in one.attrib or one.tag.endswith("script")]
    coloured = [one for one in root.iter() if one.get("class", "").startswith("g-")]
    assert coloured and all(one.get("fill") for one in coloured)


@pytest.mark.parametrize("chart", CHARTS)
def test_png_is_twice_as_large_and_not_empty(client: Client, archive: None, chart: str) -> None:
    svg = ElementTree.fromstring(client.get(f"/kk/statistics/{chart}.svg").content)
    response = client.get(f"/kk/statistics/{chart}.png")
    with Image.open(io.BytesIO(response.content)) as picture:
        assert picture.size == (2 * int(svg.attrib["width"]), 2 * int(svg.attrib["height"]))
        assert len(picture.convert("RGB").getcolors(1_000_000) or ()) > 3


@pytest.mark.parametrize("chart", CHARTS)
def test_csv_holds_the_numbers_of_the_table(client: Client, archive: None, chart: str) -> None:
    page = client.get("/en/statistics/", {"on": "2026-11-22"}).context["charts"]
    table = {one.id: one.table for one, _files in page}[chart]
    response = client.get(f"/en/statistics/{chart}.csv", {"on": "2026-11-22"})
    rows = list(csv.DictReader(io.StringIO(response.text.removeprefix("\ufeff"))))
    assert [row[table.head.key] for row in rows] == [row.key for row in table.rows]
    first = table.columns[0]
    name = f"{first.key.replace('-', '_')}_certain" if first.doubtful else first.key
    assert [int(row[name]) for row in rows] == [row.numbers[0].sure for row in table.rows]
    changed = client.get("/en/statistics/").context["shares"].changed_at
    first_row, *others = [row["about_this_file"] for row in rows]
    assert f"As of 22 November 2026, as known to this archive; last change: {moment(changed)}." in first_row
    assert set(others) <= {""}


@pytest.mark.parametrize("query", [{}, {"gender": "female"}, {"kind": "criminal-record", "known": "2026-11-10"}])
def test_api_gives_the_numbers_of_every_table(client: Client, archive: None, query: dict[str, str]) -> None:
    query = {**query, "on": "2026-11-22"}
    page = client.get("/en/statistics/", query).context
    found = client.get("/api/v1/statistics/", query).json()
    assert (found["cases"], found["people"]) == page["shares"].total
    assert found["about"]["on"] == "2026-11-22"
    assert datetime.fromisoformat(found["about"]["changed"]) == page["shares"].changed_at
    assert [one["id"] for one in found["charts"]] == list(CHARTS)
    for one, (chart, _files) in zip(found["charts"], page["charts"], strict=True):
        rows = [(row.key, [n.sure for n in row.numbers], [n.possible for n in row.numbers]) for row in chart.table.rows]
        assert [(row["key"], row["certain"], row["possible"]) for row in one["rows"]] == rows
        assert [column["key"] for column in one["columns"]] == [column.key for column in chart.table.columns]


def test_known_day_before_anything_was_published(client: Client, archive: None) -> None:
    found = client.get("/en/statistics/", {"known": "2026-10-31"}).context["shares"]
    assert (found.total.cases, found.changed_at) == (0, None)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("on=2023-13-45", "on"),
        ("kind=nothing", "kind"),
        ("page=2", "page"),
        ("sort=name", "sort"),
        ("article=%00", "article"),
        ("colour=red", "colour"),
        ("year_from=2020&year_to=2010", "year_to"),
        ("known=2099-01-01", "known"),
        ("court=no-such-court", "court"),
        ("gender=%ff", "gender"),
    ],
)
@pytest.mark.parametrize("path", ["", "over-time.svg", "by-kind.png", "courts.csv"])
def test_bad_parameter_is_named(client: Client, path: str, query: str, field: str) -> None:
    response = client.get(f"/en/statistics/{path}?{query}")
    assert response.status_code == 400
    assert (f"<code>{field}</code>: " if not path else f"{field}: ") in response.text


@pytest.mark.parametrize(
    ("query", "status", "field"),
    [
        ("on=2023-13-45", 400, "on"),
        ("sort=name", 400, "sort"),
        ("sort=name&year_from=2020&year_to=2010", 400, "sort"),
        ("colour=red", 400, "colour"),
        ("known=2099-01-01", 409, "known"),
        ("year_from=2020&year_to=2010", 409, "year_to"),
    ],
)
def test_api_names_a_bad_parameter(client: Client, query: str, status: int, field: str) -> None:
    response = client.get(f"/api/v1/statistics/?{query}")
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert field in response.json()["errors"]


@pytest.mark.parametrize("path", ["nothing.svg", "over-time.pdf", "over-time.html"])
def test_file_that_does_not_exist(client: Client, path: str) -> None:
    assert client.get(f"/en/statistics/{path}").status_code == 404


@pytest.mark.parametrize(
    ("day", "status"), [("1990-01-01", 200), ("2150-12-31", 200), ("1900-01-01", 400), ("2199-12-31", 400)]
)
def test_days_far_away(client: Client, archive: None, day: str, status: int) -> None:
    assert client.get("/en/statistics/", {"on": day}).status_code == status


def test_names_cannot_break_a_picture() -> None:
    name = '</text><script>"&'
    named = {"one": {"en": name}}
    chart = courts_chart(Shares(Share(1, 1), 1, {"court:one": Share(1, 1)}, {}), lambda **values: "", named)
    root = ElementTree.fromstring(svg(chart, Credit("http://testserver/", TODAY, None, None)))
    assert name in [text.strip() for text in root.itertext()]


def test_colours_are_those_of_the_page() -> None:
    light = BASE.read_text().partition("@media")[0]
    tokens = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", light))
    assert {name: tokens[name] for name in COLOURS} == COLOURS


def test_nothing_is_drawn_outside_either_width(client: Client, archive: None) -> None:
    """A telephone of 360 pixels sees whole charts: bars and columns that it cuts off look equal."""
    for language in ("en", "ru", "kk"):
        for chart, _files in client.get(f"/{language}/statistics/").context["charts"]:
            assert [(drawn.id, furthest(drawn)) for drawn in chart.widths if furthest(drawn) > drawn.width] == []


def furthest(chart: Chart) -> float:
    """How far to the right a picture draws: boxes, paths, and the keys with their words."""
    text = render_to_string("archive/statistics/picture.svg", {"chart": chart})
    boxes = re.findall(r'<rect x="([\d.]+)"[^>]*? width="([\d.]+)"', text)
    keys = re.findall(r'translate\(([\d.]+) [\d.]+\)">\s*<rect width="18".*?<text[^>]*>([^<]*)', text, re.DOTALL)
    edges = [
        *(float(x) + float(width) for x, width in boxes),
        *(float(x) for x in re.findall(r"[MH]([\d.]+)", text)),
        *(float(x) + 24 + 6 * len(name.strip()) for x, name in keys),
    ]
    return max(edges, default=0)
