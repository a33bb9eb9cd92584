"""Everything an editor can mistype in the case form: named at its field, the rest kept. All invented."""

from html import escape
from typing import Any

import pytest
from django.test import Client

from cases.models import Case
from tests.desk.forms.test_cases import ADD, blank, entry

NEEDED: dict[str, dict[str, Any]] = {
    "charges": {"slug": "ch1", "code": "KZ-CC", "article": "174", "outcome": "convicted"},
    "custody": {"slug": "c1", "kind": "custody"},
    "bases": {"custody": "c1", "field": "from", "how": "inferred"},
    "verdicts": {"slug": "v1", "instance": "first", "result": "convicted"},
    "restrictions": {"slug": "ban", "kind": "public-activity-ban", "term": "length"},
    "reports": {"restriction": "ban", "field": "length", "how": "disputed"},
    "changes": {"restriction": "ban", "kind": "extended"},
    "events": {"kind": "protest"},
    "claims": {"slug": "k1", "about": "case", "says": "ends"},
    "testimonies": {"theme": "work", "form": "paraphrase", "consent": "given"},
    "inclusion": {"criterion": "recognised"},
    "citations": {"fact": "verdict:v1", "field": "date", "source": "invented-news-1"},
}
ALWAYS = {"custody": NEEDED["custody"], "verdicts": NEEDED["verdicts"], "restrictions": NEEDED["restrictions"]}
TABLE = [
    ("", "slug", "x", "3 to 60 small Latin letters"),
    ("", "slug", "No Spaces", "consisting of letters, numbers"),
    ("", "person", "nobody", "not one of the available choices"),
    ("", "tags", "nothing", "is not a valid value"),
    ("", "title_en", "<b>bold</b>", "holds the markup <b>"),
    ("", "summary_ru", "x" * 30_000, "at most"),
    ("", "verified", "yesterday", "Enter a valid date"),
    ("", "missing", "x" * 400, "at most 200 characters"),
    ("", "former_ids", "Not An Id!" * 7, "at most 60 characters"),
    ("charges", "article", "theft", "An article is a number"),
    ("charges", "part", "two", "A part is a number"),
    ("charges", "code", "criminal", "A code is a country and a law"),
    ("charges", "outcome", "guilty", "not one of the available choices"),
    ("charges", "verdict", "v9", "There is no “v9” in this form. There are: v1"),
    ("charges", "slug", "CH 1", "Enter a valid"),
    ("custody", "from_date", "2016-02-30", "is not in the calendar"),
    ("custody", "until_date", "[2016..2015]", "ends before it starts"),
    ("custody", "conditions_en", "<i>x</i>", "holds the markup"),
    ("bases", "field", "middle", "Select a valid choice"),
    ("bases", "position", "first", "Enter a whole number"),
    ("bases", "custody", "c9", "There is no “c9” in this form"),
    ("verdicts", "court", "nowhere", "not one of the available choices"),
    ("verdicts", "date", "1816", "the year must lie between"),
    ("verdicts", "in_force", "unknown:soon", "is not a date"),
    ("verdicts", "judge", "x" * 300, "at most 200 characters"),
    ("restrictions", "length", "five weeks", "is not a length"),
    ("restrictions", "length", "P200Y", "is longer than 100 years"),
    ("restrictions", "covers", "breathing", "breathing is not one of the available choices"),
    ("restrictions", "term", "forever", "Select a valid choice"),
    ("restrictions", "charges", "ch9", "There is no “ch9” in this form"),
    ("restrictions", "wording_kk", "a\x07b", "control character"),
    ("reports", "otherwise", "PX", "is not a length"),
    ("reports", "otherwise", "2016-06-03", "Another report of a length is a length (P3Y)"),
    ("reports", "restriction", "gone", "There is no “gone” in this form"),
    ("changes", "by", "P", "is not a length"),
    ("changes", "restriction", "gone", "There is no “gone” in this form"),
    ("events", "about", "gone", "There is no “gone” in this form"),
    ("events", "date", "soon", "is not a date: write 2016-06-01"),
    ("events", "sources", "nothing", "nothing is not one of the available choices"),
    ("claims", "says", "perhaps", "not one of the available choices"),
    ("testimonies", "consent", "", "This field is required"),
    ("inclusion", "criterion", "fame", "not one of the available choices"),
    ("citations", "fact", "verdict:v9", "There is no “verdict:v9” in this form"),
    ("citations", "source", "nothing", "not one of the available choices"),
]
FOUND_BY_SEARCH = ("person", "tags")  # a box by search shows rows alone
CANNOT_BE_MISTYPED = {"BooleanField", "NullBooleanField", "ModelChoiceField", "InlineForeignKeyField"}


def typed_in(part: str, field: str, value: str) -> dict[str, Any]:
    """A sound form in which one field is mistyped."""
    rows = {**ALWAYS, **({part: NEEDED[part]} if part else {})}
    data: dict[str, Any] = {"title_ru": "Kept", "summary_en": "Kept too"}
    for name, values in rows.items():
        data |= entry(name, 0, **values)
    name = f"{part}-0-{field}" if part else field
    return blank(**{**data, name: [value] if field in ("tags", "covers", "sources") else value})


def forms(response: Any) -> list[Any]:
    context = response.context_data
    parts = [form for part in context["inline_admin_formsets"] for form in part.formset.forms]
    return [context["adminform"].form, *parts]


@pytest.mark.parametrize(("part", "field", "value", "message"), TABLE)
def test_field_when_mistyped(desk: Client, shared: None, part: str, field: str, value: str, message: str) -> None:
    response = desk.post(ADD, typed_in(part, field, value))

    named = {
        f"{form.prefix or ''}-{name}": " ".join(lines)
        for form in forms(response)
        for name, lines in form.errors.items()
    }
    stem = field.removesuffix("_en").removesuffix("_ru").removesuffix("_kk")
    assert list(named) == [f"{part}-0-{stem}" if part else f"-{stem}"]
    assert message in next(iter(named.values()))
    html = response.content.decode()
    assert "Kept too</textarea>" in html
    assert escape(value) in html or field in FOUND_BY_SEARCH
    assert Case.objects.count() == 0


def test_form_when_nothing_is_mistyped(desk: Client, shared: None) -> None:
    assert desk.post(ADD, typed_in("charges", "part", "2")).status_code == 302


def test_every_kind_of_field_is_mistyped_somewhere(desk: Client, shared: None) -> None:
    found = forms(desk.get(f"{ADD}?blank=1"))
    kinds = {(form.prefix or "", name): type(field).__name__ for form in found for name, field in form.fields.items()}
    mistyped = {kind for place, kind in kinds.items() if any(_is_in(place, row) for row in TABLE)}

    assert set(kinds.values()) - mistyped - CANNOT_BE_MISTYPED == set()


def _is_in(place: tuple[str, str], row: tuple[str, str, str, str]) -> bool:
    prefix, name = place
    return prefix == (f"{row[0]}-0" if row[0] else "") and row[1].startswith(name)
