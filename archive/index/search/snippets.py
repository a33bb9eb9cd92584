"""Where in an entry's texts a search hit, with the hits marked."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.search import SearchQueryField
from django.db.models import Func, QuerySet, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from archive.index.search import fold, kazakh
from archive.index.search.query import SearchTerm, terms
from records.languages import TEXT_SEARCH

# Private-use characters mark hits in the database; texts of the archive hold none.
OPEN, CLOSE = "\ue000", "\ue001"
OPTIONS = f"StartSel={OPEN}, StopSel={CLOSE}, MaxFragments=1, MaxWords=28, MinWords=12"
WORDS_AROUND = 12


def snippets(entries: QuerySet[Any], query: str, languages: Sequence[str]) -> dict[int, SafeString]:
    """For each entry, by edition, a passage with marked hits in the first of ``languages`` that has one. One query."""
    asked = _any_of(query)
    if asked is None:
        return {}
    columns = {f"hit_{language}": _headline(language, asked) for language in TEXT_SEARCH}
    found = entries.annotate(**columns).values_list("edition", "texts__kk", *columns)
    made = {}
    for edition, kazakh_text, *headlines in found:
        by_language = {**dict(zip(TEXT_SEARCH, headlines, strict=True)), "kk": in_kazakh(kazakh_text or "", query)}
        hits = [by_language[language] for language in languages if OPEN in by_language[language]]
        if hits:
            made[edition] = marked(hits[0])
    return made


def _any_of(query: str) -> RawSQL | None:
    """A query for any of the terms; None if there are none. A word is taken for unfinished where no whole one is."""
    growing = [term for term in terms(query) if not term.excluded]
    if not growing:
        return None
    finished = [term._replace(growing=False) for term in growing]
    (whole, of_whole), (begun, of_begun) = _joined(finished), _joined(growing)
    sql = f'(CASE WHEN "archive_entry"."words" @@ ({whole}) THEN ({whole}) ELSE ({begun}) END)'
    return RawSQL(sql, [*of_whole, *of_whole, *of_begun], SearchQueryField())  # noqa: S611


def _joined(wanted: Sequence[SearchTerm]) -> tuple[str, list[str]]:
    pairs = [term.text_query for term in wanted]
    return " || ".join(sql for sql, _params in pairs), [param for _sql, params in pairs for param in params]


def _headline(language: str, asked: RawSQL) -> Func:
    text = Coalesce(KeyTextTransform(language, "texts"), Value(""))
    configuration = Value(TEXT_SEARCH[language])
    return Func(
        configuration,
        text,
        asked,
        Value(OPTIONS),
        template="ts_headline(%(expressions)s)",
        output_field=TextField(),
        function=None,
        arg_joiner=", ",
    )


def in_kazakh(text: str, query: str) -> str:
    """The words around the first hit in a Kazakh text, hits between the marks; empty without one."""
    stems = {stem for term in terms(query) if not term.excluded for stem in kazakh.stems(term.text)}
    names = {fold.keys(word).stem for term in terms(query) if not term.excluded for word in fold.words(term.text)}
    words = text.split()
    hits = [
        number
        for number, word in enumerate(words)
        if stems & set(kazakh.stems(word)) or (len(word) > 3 and fold.keys(word).stem in names)
    ]
    if not hits:
        return ""
    begin, end = max(hits[0] - WORDS_AROUND, 0), hits[0] + WORDS_AROUND
    return " ".join(f"{OPEN}{word}{CLOSE}" if begin + n in hits else word for n, word in enumerate(words[begin:end]))


def marked(text: str) -> SafeString:
    """The text escaped, with its hits in <mark>."""
    return mark_safe(escape(text).replace(OPEN, "<mark>").replace(CLOSE, "</mark>"))  # noqa: S308
