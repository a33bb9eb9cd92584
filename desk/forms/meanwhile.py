"""What somebody else saved of a case since a form of it was opened, taken over wherever nobody else typed there.

A box of the form that still holds what stood there takes what stands there now; only where both sides wrote something
new does somebody have to choose. The audit knows what stood there.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django import forms
from django.db.models import Model
from django.http import QueryDict

from cases.models import Case
from desk.audit.entries import AuditEntry, entries, of_subject, states_before
from desk.forms.widgets import inner_widget
from desk.models import RowChange

CITATION, SOURCES = "casecitation", "sources"

Boxes = dict[str, list[str]]
PartFields = Mapping[str, tuple[str, type[Model], Mapping[str, forms.Field]]]
"""By the table's short name: the prefix of its part of the form ("" for the case itself), its model and fields."""


class Meanwhile(NamedTuple):
    """The form with what could be taken over, the changes that ask for a choice, and facts that the form lacks."""

    data: QueryDict
    taken: list[AuditEntry]
    asked: list[AuditEntry]
    new_facts: frozenset[str]


def meanwhile(case: Case, data: QueryDict, parts: PartFields) -> Meanwhile:
    """Compares the form with the changes since the version it was opened on. `case` is as saved now."""
    data = data.copy()
    changes = changes_since(case, data.get("opened", ""))
    before = states_before(changes)
    first: dict[tuple[str, int], RowChange] = {}
    for change in reversed(changes):
        first.setdefault((change.model, change.row), change)
    rows = entries(first.values())
    asked, taken = [], []
    for entry in rows:
        change = entry.change
        if change.model == CITATION or change.label == "insert":
            taken.append(entry)  # the form says nothing of an entry that it never had
        elif change.label == "update" and take_row(data, change, before[change.key], latest(changes, change), parts):
            taken.append(entry)
        else:
            asked.append(entry)
    take_sources(data, case, changes, parts)
    if not asked:
        data["opened"] = str(case.version)
    shown = [entry for entry in taken if entry.fields]
    return Meanwhile(data, shown, [entry for entry in asked if entry.fields], new_facts(changes, parts))


def changes_since(case: Case, version: str) -> list[RowChange]:
    """The changes of the case's rows since that version was saved, newest first."""
    opened = RowChange.objects.filter(model="case", row=case.pk, data__version=int(version or 0))
    since = opened.order_by("at").values_list("at", flat=True).first()
    return list(of_subject("case", case.pk, since))


def latest(changes: Iterable[RowChange], change: RowChange) -> RowChange:
    """The last change of the same row."""
    return next(each for each in changes if (each.model, each.row) == (change.model, change.row))


def take_row(
    data: QueryDict, change: RowChange, before: Mapping[str, Any] | None, now: RowChange, parts: PartFields
) -> bool:
    """Takes over what changed in one row; False if somebody has to choose."""
    part = parts.get(change.model)
    if part is None or now.label == "delete":
        return False
    part_prefix, model, fields = part
    prefix = row_prefix(data, part_prefix, change.row)
    if prefix is None:
        return False
    free = True
    for name, field in fields.items():
        model_field = next((each for each in model._meta.fields if each.name == name), None)
        if model_field is None:
            continue
        old, new = (
            boxes_of(field, prefix + name, model_field.to_python((state or {}).get(model_field.attname)))
            for state in (before, now.data)
        )
        for box in new:
            free &= take_box(data, box, old[box], new[box])
    return free


def row_prefix(data: QueryDict, part: str, row: int) -> str | None:
    """The beginning of the names of a row's boxes; None if the form does not hold it."""
    if not part:
        return ""
    total = int(data.get(f"{part}-TOTAL_FORMS") or 0)
    return next((f"{part}-{i}-" for i in range(min(total, 300)) if data.get(f"{part}-{i}-id") == str(row)), None)


def take_box(data: QueryDict, box: str, old: list[str], new: list[str]) -> bool:
    """Lets a box that nobody typed in follow what was saved; False if both sides wrote something new there."""
    typed = plain(data.getlist(box))
    if plain(old) == plain(new) or typed == plain(new):
        return True
    if typed != plain(old):
        return False
    data.setlist(box, new)
    return True


def boxes_of(field: forms.Field, name: str, content: Any) -> Boxes:
    """What a field's boxes hold, by name, as a browser would send it."""
    content = field.prepare_value(content)
    inner = inner_widget(field)
    widget: Any = inner  # the stubs do not know what Django's boxes are named by
    if isinstance(inner, forms.MultiWidget):
        pairs = zip(widget.widgets_names, widget.decompress(content), strict=True)
        return {name + suffix: [str(text)] if text else [] for suffix, text in pairs}
    if isinstance(inner, forms.CheckboxInput):
        return {name: ["on"] if content else []}
    if isinstance(content, list):
        return {name: [str(each) for each in content]}
    text = widget.format_value(content)
    texts = text if isinstance(text, list) else [text]
    return {name: [str(each) for each in texts if each not in (None, "")]}


def plain(texts: Iterable[str]) -> list[str]:
    """Texts as they compare: without what browsers and forms do to ends and lines."""
    return sorted(stripped for text in texts if (stripped := text.replace("\r\n", "\n").strip()))


def take_sources(data: QueryDict, case: Case, changes: Iterable[RowChange], parts: PartFields) -> None:
    """Adds to each fact's sources what was added meanwhile, and takes away what was removed."""
    cited = [change for change in changes if change.model == CITATION and not change.data["field"]]
    for change in reversed(cited):
        fact, source = change.data["fact"], change.data["source_id"]
        box = sources_box(data, fact, parts)
        if box is None:
            continue
        chosen = [each for each in data.getlist(box) if each != source]
        data.setlist(box, chosen if change.label == "delete" else [*chosen, source])


def sources_box(data: QueryDict, fact: str, parts: PartFields) -> str | None:
    """The box of a fact's sources in the form; None if the form does not hold the fact."""
    word, _colon, slug = fact.partition(":")
    for prefix, model, _fields in parts.values():
        if prefix and getattr(model, "word", "") == word:
            total = int(data.get(f"{prefix}-TOTAL_FORMS") or 0)
            rows = (f"{prefix}-{i}" for i in range(min(total, 300)))
            return next((f"{row}-{SOURCES}" for row in rows if data.get(f"{row}-slug") == slug), None)
    return None


def new_facts(changes: Iterable[RowChange], parts: PartFields) -> frozenset[str]:
    """The facts that were entered meanwhile: the form does not know them, and must not take away what they cite."""
    words = {name: getattr(model, "word", "") for name, (prefix, model, _fields) in parts.items() if prefix}
    new = [change for change in changes if change.label == "insert" and words.get(change.model)]
    return frozenset(f"{words[change.model]}:{change.data['slug']}" for change in new)
