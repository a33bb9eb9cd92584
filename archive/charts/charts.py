"""Every chart: its title, the rule by which it counts, a summary, a table, a drawing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from archive import dates_in_words, translated
from archive.charts import numbers
from archive.charts.shapes import ROW, Area, Box, Drawing, Shape, Words
from archive.filters.filterset import Selection
from archive.listing.words import word
from archive.models import Label
from law.kazakhstan.vocabularies import kinds, regions

WIDTH, LABEL, BAR = 640, 230, 330
MOST_BARS = 14
MOST_YEARS = 12
YEARS = (*range(MOST_YEARS + 1), None)
"""Columns of the distribution; None: not computed."""
TILE = 62

Row = tuple[str, ...]


class Chart(NamedTuple):
    """``rule`` says what is counted, persons, cases or restrictions, and on which day."""

    name: str
    title: str
    rule: str
    summary: str
    head: Row
    rows: Sequence[Row]
    drawing: Drawing


Counts = Mapping[str, int]


def on_the_day(selection: Selection) -> Chart:
    counts = numbers.in_force(selection)
    named = {translated.full(kind): number for kind, number in counts.items()}
    fills = {translated.full(kind): translated.kind(kind).group for kind in counts}
    rule = _(
        "People certainly under each kind on %(day)s, by our calculation; somebody under two kinds counts under both."
    )
    return _bars("kinds", _("Who is under what"), rule % _day(selection), named, _("People"), fills)


def over_time(selection: Selection) -> Chart:
    """One small area a kind, all on one scale: areas are not stacked, because people count under several kinds."""
    days, found = numbers.over_time(numbers.spans(selection), selection.on)
    shown = [kind for kind in kinds() if any(found.get(kind, ()))]
    highest = max((max(found[kind]) for kind in shown), default=1)
    shapes: list[Shape] = []
    for number, kind in enumerate(shown):
        shapes += _strip(translated.short(kind), translated.kind(kind).group, found[kind], highest, number * 2 * ROW)
    rule = _(
        "People certainly under each kind on the first day of each quarter; somebody under two kinds counts under both."
    )
    head = (_("Day"), *(translated.short(kind) for kind in shown))
    rows = [(day.isoformat(), *(str(found[kind][number]) for kind in shown)) for number, day in enumerate(days)]
    summary = _most({translated.short(kind): max(found[kind]) for kind in shown}, _("The highest number was"))
    drawing = Drawing(WIDTH, max(len(shown), 1) * 2 * ROW, shapes)
    return Chart("time", _("Under restriction over time"), rule, summary, head, rows, drawing)


def endings(selection: Selection) -> Chart:
    months = numbers.endings(numbers.spans(selection), selection.on)
    highest = max((month.certain + month.possible for month in months), default=0) or 1
    shapes: list[Shape] = []
    for number, month in enumerate(months):
        y, label = number * ROW, dates_in_words.month(month.first)
        sure, more = BAR * month.certain / highest, BAR * month.possible / highest
        shapes += [Words(LABEL - 10, y + 17, label, "end"), Box(LABEL, y + 5, sure, ROW - 10, "ban")]
        shapes += [Box(LABEL + sure, y + 5, more, ROW - 10, "ban", 0.35)]
        shapes += [Words(LABEL + sure + more + 6, y + 17, f"{month.certain} + {month.possible}", fill="mute")]
    rule = _("Restrictions by the month of their computed end, from %(day)s: certain, then possible (pale).") % _day(
        selection
    )
    head = (_("Month"), _("Certain"), _("Possible besides"))
    rows = [(month.first.isoformat()[:7], str(month.certain), str(month.possible)) for month in months]
    total = sum(month.certain for month in months)
    said = _("%(number)s restrictions certainly end within two years, by our calculation.")
    summary = said % {"number": total}
    return Chart("endings", _("Ends ahead"), rule, summary, head, rows, Drawing(WIDTH, len(months) * ROW, shapes))


def lengths(selection: Selection) -> Chart:
    """The distribution of what courts pronounced beside that of each part: totals have no median here."""
    found = numbers.lengths(selection)
    names = ("pronounced", *numbers.PARTS)
    titles = [_("Pronounced"), *(translated.word("burden", name) for name in numbers.PARTS)]
    cells = {name: [_at(found[name], year) for year in YEARS] for name in names}
    highest = max((number for row in cells.values() for number in row), default=1) or 1
    shapes: list[Shape] = []
    for position, (name, title) in enumerate(zip(names, titles, strict=True)):
        shapes += _columns(title, cells[name], highest, position)
    rule = _("Cases by whole years: the main penalty as pronounced, each part at its least; ? is not computed.")
    head = (_("Years"), *titles)
    rows = [(_year(year), *(str(cells[name][number]) for name in names)) for number, year in enumerate(YEARS)]
    summary = _("A part that a case does not have is not counted; the total is never shown without its parts.")
    drawing = Drawing(WIDTH, len(names) * 4 * ROW, shapes)
    return Chart("lengths", _("What courts pronounced, and what it came to"), rule, summary, head, rows, drawing)


def by_region(selection: Selection) -> Chart:
    """A tile for each of the twenty regions, where it roughly lies."""
    counts = numbers.marks(selection)["region"]
    highest = max(counts.values(), default=1)
    language = get_language() or "en"
    shapes: list[Shape] = []
    for id_, region in regions().items():
        x, y, number = region.col * TILE, region.row * TILE, counts.get(id_, 0)
        shapes.append(Box(x, y, TILE - 4, TILE - 4, "line"))
        shapes.append(Box(x, y, TILE - 4, TILE - 4, "ban", round(0.15 + 0.55 * number / highest, 2) if number else 0))
        shapes.append(Words(x + 5, y + 16, region.short.get(language)[:9], size=10))
        shapes.append(Words(x + 5, y + 44, str(number), size=16))
    width = max(region.col for region in regions().values()) * TILE + TILE
    height = max(region.row for region in regions().values()) * TILE + TILE
    named = {regions()[id_].names.get(language): counts.get(id_, 0) for id_ in regions()}
    return Chart(
        "region",
        _("By region"),
        _("Cases by the region of the person, known to this archive."),
        _most(named, _("Most:")),
        (_("Region"), _("Cases")),
        [(name, str(number)) for name, number in named.items()],
        Drawing(width, height, shapes),
    )


def _by_mark(name: str, title: Any, rule: Any) -> Callable[[Selection], Chart]:
    """A chart of the values of one facet."""

    def chart(selection: Selection) -> Chart:
        counts = numbers.marks(selection)[name]
        top = {value: number for value, number in counts.most_common() if name != "article" or "." not in value}
        labels = Label.objects.newest(f"court:{value}" for value in top) if name == "court" else {}
        in_order = sorted(top) if name == "year" else list(top)
        named = {word(name, value, labels): top[value] for value in in_order}
        return _bars(name, str(title), str(rule), named, _("Cases"))

    return chart


by_article = _by_mark(
    "article",
    gettext_lazy("By article"),
    gettext_lazy("Cases by article of conviction; a case counts under each of its articles."),
)
by_court = _by_mark(
    "court", gettext_lazy("By court"), gettext_lazy("Cases by every court that decided, of any instance.")
)
by_year = _by_mark(
    "year",
    gettext_lazy("By year of the verdict"),
    gettext_lazy("Cases by the year of the first instance's verdict; a verdict of one of two years counts under both."),
)
by_gender = _by_mark(
    "gender", gettext_lazy("By gender"), gettext_lazy("Cases by the person's gender, where a source shows it.")
)

CHARTS: Mapping[str, Callable[[Selection], Chart]] = {
    "kinds": on_the_day,
    "time": over_time,
    "endings": endings,
    "lengths": lengths,
    "article": by_article,
    "region": by_region,
    "court": by_court,
    "year": by_year,
    "gender": by_gender,
}


# Drawing


def _bars(name: str, title: str, rule: str, counts: Counts, unit: str, fills: Mapping[str, str] | None = None) -> Chart:
    """A horizontal bar for each value, the table holding them all."""
    highest = max(counts.values(), default=0) or 1
    shapes: list[Shape] = []
    for row, (label, number) in enumerate(list(counts.items())[:MOST_BARS]):
        y, width = row * ROW, BAR * number / highest
        shapes.append(Words(LABEL - 10, y + 17, label if len(label) <= 30 else f"{label[:29]}…", "end"))
        shapes.append(Box(LABEL, y + 5, width, ROW - 10, (fills or {}).get(label, "finance")))
        shapes.append(Words(LABEL + width + 6, y + 17, str(number), fill="mute"))
    rows = [(label, str(number)) for label, number in counts.items()]
    drawing = Drawing(WIDTH, max(min(len(counts), MOST_BARS), 1) * ROW, shapes)
    return Chart(name, title, rule, _most(counts, _("Most:")), (title, unit), rows, drawing)


def _strip(label: str, fill: str, values: Sequence[int], highest: int, top: float) -> list[Shape]:
    """One area on the common scale, with its last number."""
    step, height = BAR / max(len(values) - 1, 1), 2 * ROW - 12
    foot = top + height + 4
    line = [(LABEL + number * step, foot - height * value / highest) for number, value in enumerate(values)]
    edge = [(LABEL, foot), *line, (LABEL + BAR, foot)]
    number = Words(LABEL + BAR + 8, foot - 4, str(values[-1]), fill="mute")
    return [Words(LABEL - 10, foot - 12, label, "end"), Area(edge, fill), Box(LABEL, foot, BAR, 1, "line"), number]


def _columns(title: str, values: Sequence[int], highest: int, position: int) -> list[Shape]:
    """One histogram: a column for each year, the last for what is not computed."""
    foot, width = position * 4 * ROW + 3 * ROW, BAR / len(values)
    shapes: list[Shape] = [Words(LABEL - 10, foot - 30, title, "end"), Box(LABEL, foot, BAR, 1, "line")]
    for number, value in enumerate(values):
        x, height, year = LABEL + number * width, 2 * ROW * value / highest, YEARS[number]
        shapes.append(Box(x + 2, foot - height, width - 4, height, "record" if year is None else "control"))
        shapes.append(Words(x + width / 2, foot + 13, _year(year), "middle", "mute", 10))
        if value:
            shapes.append(Words(x + width / 2, foot - height - 3, str(value), "middle", "mute", 10))
    return shapes


def _at(counts: Mapping[int | None, int], year: int | None) -> int:
    """Everything beyond the last column counts in it."""
    if year != MOST_YEARS:
        return counts.get(year, 0)
    return sum(number for one, number in counts.items() if one is not None and one >= MOST_YEARS)


def _year(year: int | None) -> str:
    return "?" if year is None else f"{year}+" if year == MOST_YEARS else str(year)


def _day(selection: Selection) -> dict[str, str]:
    return {"day": dates_in_words.day(selection.on)}


def _most(counts: Counts, before: str) -> str:
    """The largest three in a sentence."""
    top = sorted(counts.items(), key=lambda pair: -pair[1])[:3]
    named = "; ".join(f"{label}, {number}" for label, number in top if number)
    return f"{before} {named}." if named else _("Nothing known to this archive fits.")
