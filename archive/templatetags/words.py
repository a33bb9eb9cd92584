"""Filters and tags by which templates put words: texts with their language, footnotes, kinds."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache

from django import template
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.wording import dates as dates_in_words
from archive.wording import localize as translated
from archive.wording.localize import LocalizedText
from records.languages import IN_LANGUAGE, active_language

register = template.Library()


@register.filter
def text(value: Mapping[str, str] | LocalizedText | None) -> SafeString | str:
    """A text of the document, marked with its language where that is not the reader's."""
    localized = translated.localize(value) if isinstance(value, Mapping) else value
    if localized is None:
        return ""
    if not localized.fell_back:
        return localized.text
    return format_html(
        '<span lang="{}">{}</span> <span class="lang-mark">{}</span>',
        localized.language,
        localized.text,
        IN_LANGUAGE[localized.language],
    )


@register.filter
def name(value: Mapping[str, str] | LocalizedText | None) -> SafeString | str:
    """A name or title: its language is marked for screen readers only."""
    localized = translated.localize(value) if isinstance(value, Mapping) else value
    if localized is None:
        return ""
    if not localized.fell_back:
        return localized.text
    return format_html('<span lang="{}">{}</span>', localized.language, localized.text)


@register.filter
def day(value: date) -> str:
    return dates_in_words.day(value)


@register.filter
def local_day(value: datetime) -> str:
    """The day of a moment in Almaty."""
    return dates_in_words.day(timezone.localdate(value))


@register.filter
def moment(value: datetime | None) -> str:
    """A moment in Almaty."""
    return dates_in_words.moment(value)


@register.filter
def written(value: str | None) -> str:
    """A date as the record writes it, in words."""
    return dates_in_words.as_written(value)


@register.filter
def word(value: str, vocabulary: str) -> str:
    return translated.word(vocabulary, value)


@register.filter
def kind_name(value: str) -> str:
    return translated.short_name(value)


@register.filter
def led_by(value: object, mark: str) -> str:
    """The value after the mark, such as a comma and a space; nothing where there is no value."""
    return f"{mark}{value}" if value else ""


@register.filter
def attribute(value: str | None, name: str) -> SafeString | str:
    """The attribute with this value, a space before it; nothing where there is no value."""
    return format_html(' {}="{}"', name, value) if value else ""


@register.simple_tag
def note_numbers(numbers: Iterable[int]) -> str:
    """The numbers of sources in plain text: " [1] [3]"."""
    return "".join(f" [{number}]" for number in numbers)


@register.simple_tag
def footnotes(numbers: Iterable[int]) -> SafeString:
    """Links to the numbered sources."""
    return _links(tuple(numbers))


@lru_cache(maxsize=10_000)
def _links(numbers: tuple[int, ...]) -> SafeString:
    links = format_html_join("", '<a href="#s{}">{}</a>', ((number, number) for number in numbers))
    return format_html("<sup>{}</sup>", links) if links else links


@register.simple_tag
def rule_address(rule: str) -> str:
    """The page of a rule of law, in the reader's language."""
    return _rule_address(rule, active_language(), get_script_prefix())


@cache
def _rule_address(rule: str, language: str, prefix: str) -> str:
    return reverse("archive:rule", args=[rule])
