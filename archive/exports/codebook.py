"""The codebook: every column and every code with its meaning, in all languages, as tables like the others."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from archive.exports.codes import CODES, Codes, codes
from archive.exports.columns import Column, Table, plain, texts
from archive.exports.definitions import TABLES
from records.json_dict import JSONDict
from records.languages import LANGUAGES

CODEBOOK = Table(
    "codebook",
    _("One row for each column of a table, with what it means."),
    (
        plain("table", "string", _("Name of the table."), required=True),
        plain("column", "string", _("Name of the column."), required=True),
        plain("type", "string", _("Type: string, integer, boolean, date, or list of strings."), required=True),
        plain("required", "boolean", _("Whether it is never empty."), required=True),
        plain("codes", "string", _("The list of codes that its values are of; empty: any value.")),
        *texts("description", _("Meaning")),
    ),
    ("table", "column"),
)
CODE_LISTS = Table(
    "codes",
    _("One row for each code of a list, with what it means."),
    (
        plain("list", "string", _("Name of the list of codes."), required=True),
        plain("code", "string", _("The code."), required=True),
        *texts("meaning", _("Meaning")),
    ),
    ("list", "code"),
)


def column_rows() -> Iterator[JSONDict]:
    columns = [(table.name, column) for table in TABLES.values() for column in table.columns]
    descriptions = in_all_languages(lambda: [str(column.description) for _table, column in columns])
    for number, (table, column) in enumerate(columns):
        yield {
            "table": table,
            "column": column.name,
            "type": column.type,
            "required": column.required,
            "codes": column.codes or None,
            "description": {language: descriptions[language][number] for language in LANGUAGES},
        }


def code_rows() -> Iterator[JSONDict]:
    meanings = in_all_languages(lambda: {name: dict(codes(name)) for name in CODES})
    for name, list_ in meanings["en"].items():
        for code in list_:
            yield {"list": name, "code": code, "meaning": {lang: meanings[lang][name][code] for lang in LANGUAGES}}


def code_lists() -> list[tuple[str, Codes]]:
    """Every list of codes in the active language."""
    return [(name, codes(name)) for name in CODES]


def in_all_languages(say: Callable[[], Any]) -> dict[str, Any]:
    """What is said, by language."""
    words = {}
    for language in LANGUAGES:
        with override(language):
            words[language] = say()
    return words


def allowed(column: Column) -> list[str]:
    """The codes that a column may hold; none: any value."""
    return list(codes(column.codes)) if column.codes else []
