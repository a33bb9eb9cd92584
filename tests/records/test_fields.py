"""What the columns of dates, lengths, words and texts accept, keep and refuse."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from cases.models import Custody, Verdict
from records.fields import date_record, date_text
from records.forms import TranslatedFormField, TranslatedLines
from records.models import Court, Source
from restrictions.models import Restriction


def refusal(model: Any, field: str, value: Any) -> str:
    """The message with which a field refuses a value; empty if it does not."""
    try:
        model._meta.get_field(field).clean(value, model())
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


@pytest.mark.parametrize("text", ["2016-06-01", "2016-06", "2016~", "[2016-06-01,2016-06-03]", "[..2016]", None, ""])
def test_partial_date_when_readable(text: str | None) -> None:
    assert refusal(Verdict, "date", text) == ""


@pytest.mark.parametrize("text", ["2025-02-30", "11.04.2025", "yesterday", "unknown:2026-11-22", "2016-06-01\x00"])
def test_partial_date_when_unreadable(text: str) -> None:
    assert refusal(Verdict, "date", text) != ""


def test_partial_date_when_searched_in_vain() -> None:
    assert refusal(Restriction, "starts", "unknown:2026-11-22") == ""
    assert "is not in the calendar" in refusal(Restriction, "starts", "unknown:2026-11-31")


@pytest.mark.parametrize("record", [None, "2016~", {"unknown": "2026-11-22"}])
def test_date_text_when_turned_back(record: Any) -> None:
    assert date_record(date_text(record)) == record


@pytest.mark.parametrize(("text", "message"), [("P1Y6M", ""), ("P0D", "no time at all"), ("5 years", "not a length")])
def test_length_when_typed(text: str, message: str) -> None:
    refused = refusal(Restriction, "length", text)

    assert message in refused
    assert bool(refused) == bool(message)


def test_word_when_the_vocabulary_lacks_it() -> None:
    assert refusal(Source, "kind", "media") == ""
    assert "“rumour” is not known here. Choose one of: media, court" in refusal(Source, "kind", "rumour")
    assert refusal(Restriction, "covers", ["posts"]) == ""
    assert "“thoughts” is not known here" in refusal(Restriction, "covers", ["thoughts"])


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ({"en": "Court", "kk": "Сот"}, ""),
        ({"en": "3 < 5 & 7 > 5"}, ""),
        ({"en": "<b>bold</b>"}, "holds the markup <b>"),
        ({"en": " "}, "The text in en is empty"),
        ({"de": "Gericht"}, "given under en, ru and kk"),
        ({"ru": "x" * 201}, "The text in ru has 201 characters; at most 200"),
        ({"ru": "x\x00"}, "control character U+0000"),
        ({"en": 5}, "The text in en is empty"),
    ],
)
def test_translated_text_when_given(texts: Any, message: str) -> None:
    refused = refusal(Court, "names", texts)

    assert message in refused
    assert bool(refused) == bool(message)


def test_translated_text_when_read_back_stands_in_order(db: Any) -> None:
    Court.objects.create(slug="court", names={"kk": "Сот", "en": "Court", "ru": "Суд"})

    assert list(Court.objects.get().names) == ["en", "ru", "kk"]


def test_translated_box_when_typed_on_windows() -> None:
    typed = ["Two\r\nlines", "", "И\u0306"]

    assert TranslatedFormField(max_length=100).clean(typed) == {"en": "Two\nlines", "kk": "Й"}


def test_lines_in_three_languages_belong_together_by_their_place() -> None:
    typed = ["No letters\nNo visits", "Без писем", ""]

    lines = TranslatedLines(required=False).clean(typed)

    assert lines == [{"en": "No letters", "ru": "Без писем"}, {"en": "No visits"}]
    assert TranslatedLines().widget.decompress(lines) == ["No letters\nNo visits", "Без писем", ""]


def test_lines_in_three_languages_when_refused() -> None:
    assert "The text in en is empty" in refusal(Custody, "conditions", [{"en": ""}])
