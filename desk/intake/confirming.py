"""What a pasted text says, proposed beside its passages and confirmed one by one."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from desk.forms.understanding import length_in_words
from desk.intake.dates import DateAnswerField
from desk.intake.fields import CheckedLengthField, ModelLookupField
from desk.intake.making import language_of
from desk.intake.parts import DocumentPart
from desk.intake.pasted import TEXT
from desk.reading.proposals import MANY, Proposal, is_contested
from desk.reading.reading import read
from desk.reading.text import TextTooLong, even
from records.languages import day_in_words, name_in_sentence

CONFIRMED = "confirmed"
MOST = 30
"""Passages of one part, and options of one question, that are shown: a text can hold thousands of both."""
AROUND = 70
"""Letters shown on each side of a passage."""
SAME = "; "
UNDERSTOOD = frozenset({"verdict-result=convicted"})
"""What the form takes for granted."""


class ProposedOption(NamedTuple):
    """One way to understand: what to send back, the words, the passage with what stands around it."""

    key: str
    words: str
    before: str
    passage: str
    after: str


class ProposedRow(NamedTuple):
    """One thing to confirm; of several options one is to be chosen."""

    label: str
    options: list[ProposedOption]
    number: int

    @property
    def is_question(self) -> bool:
        return len(self.options) > 1


def rows(text: str, paper: str, parts: Sequence[DocumentPart]) -> list[ProposedRow]:
    """What the text says for the fields of these parts, in the order of the form."""
    return [ProposedRow(label, options, number) for number, (label, options) in enumerate(_rows(text, paper, parts))]


def _rows(text: str, paper: str, parts: Sequence[DocumentPart]) -> Iterator[tuple[str, list[ProposedOption]]]:
    try:
        plain = even(text)
    except TextTooLong:
        return
    read_ = [
        proposal for proposal in read(plain, paper) if key_of(proposal.field, proposal.values[0]) not in UNDERSTOOD
    ]
    for part in parts:
        if part.prefix == "source" and plain.strip() and not part["language"].value():
            language = language_of(plain)
            words = f"{part.fields['language'].label}: {name_in_sentence(language)}"
            yield (
                str(part.title),
                [ProposedOption(key_of("source-language", language), words, "", plain[:AROUND].strip(), "…")],
            )
        fields = {f"{part.prefix}-{name}": field for name, field in part.fields.items()}
        yield from _of_part(plain, str(part.title), fields, [one for one in read_ if one.field in fields])


def _of_part(
    text: str, title: str, fields: dict[str, forms.Field], proposals: list[Proposal]
) -> Iterator[tuple[str, list[ProposedOption]]]:
    """Proposals of one passage are confirmed together; different values of one field are a question."""
    by_field: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        by_field.setdefault(proposal.field, []).append(proposal)
    asked = {name for name in by_field if is_contested(proposals, name)}
    passages: dict[tuple[int, int], list[Proposal]] = {}
    for proposal in proposals:
        if proposal.field not in asked:
            passages.setdefault((proposal.start, proposal.end), []).append(proposal)
    for together in list(passages.values())[:MOST]:
        key = "|".join(key_of(proposal.field, proposal.values[0]) for proposal in together)
        words = SAME.join(
            f"{fields[one.field].label}: {in_words(fields[one.field], one.values[0])}" for one in together
        )
        yield title, [_option(text, key, words, together[0])]
    for name in sorted(asked, key=list(by_field).index):
        values = {value: proposal for proposal in reversed(by_field[name]) for value in proposal.values}
        options = [
            _option(text, key_of(name, value), in_words(fields[name], value), proposal)
            for value, proposal in sorted(values.items(), key=lambda pair: (pair[1].start, pair[0]))[:MOST]
        ]
        yield f"{title}: {fields[name].label}", options


def _option(text: str, key: str, words: str, proposal: Proposal) -> ProposedOption:
    # what stands around is cut at words
    before = re.sub(r"\A\S+\s", "", text[max(0, proposal.start - AROUND) : proposal.start])
    after = re.sub(r"\s\S+\Z", "", text[proposal.end : proposal.end + AROUND])
    return ProposedOption(key, words, before, text[proposal.start : proposal.end], after)


def key_of(field: str, value: str) -> str:
    return f"{field}={value}"


def in_words(field: forms.Field, value: str) -> str:
    """The value as an editor says it."""
    if isinstance(field, DateAnswerField):
        return day_in_words(date.fromisoformat(value))
    if isinstance(field, CheckedLengthField):
        return length_in_words(value)
    if isinstance(field, forms.ChoiceField | forms.MultipleChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    article, _dot, part = value.partition(".")
    if article.isdecimal() and part.isdecimal():
        return _("article %(article)s, part %(part)s") % {"article": article, "part": part}
    return value


def chosen(data: QueryDict, number_of_rows: int) -> Iterator[str]:
    """The keys that were ticked or chosen."""
    for number in range(number_of_rows):
        for key in data.getlist(f"{CONFIRMED}-{number}"):
            yield from key.split("|")


def with_confirmed(data: QueryDict, paper: str, parts: Sequence[DocumentPart]) -> QueryDict:
    """What was typed, and in empty fields what was confirmed of the text. Only what the text says can be confirmed."""
    read_ = rows(data.get(TEXT, ""), paper, parts)
    offered = {key for row in read_ for option in row.options for key in option.key.split("|")}
    fields = {f"{part.prefix}-{name}": field for part in parts for name, field in part.fields.items()}
    filled = data.copy()
    for key in dict.fromkeys(chosen(data, len(read_))):
        name, _equals, value = key.partition("=")
        if key in offered:
            _fill(filled, name, fields[name], value)
    for number in range(len(read_)):
        filled.pop(f"{CONFIRMED}-{number}", None)
    return filled


def _fill(data: QueryDict, name: str, field: forms.Field, value: str) -> None:
    if name == "ban-covers":
        data.setlist(name, list(dict.fromkeys([*data.getlist(name), value])))
    elif name in MANY:
        data[name] = SAME.join(dict.fromkeys(filter(None, [*data.get(name, "").split(SAME), value])))
    elif isinstance(field, DateAnswerField):
        if not data.get(f"{name}_first"):
            data[f"{name}_first"] = value
    elif not data.get(name):
        data[name] = value
        if isinstance(field, ModelLookupField) and not field.seen(field.find(value)) and not field.parts(value):
            data[f"{name}-choice"] = "new"
