"""The audit in words: who changed which field of which row from what to what."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.models import RowChange
from desk.review.wording import value_of

APPS = ("cases", "people", "records", "restrictions")
OURS = ("pgh_id", "pgh_created_at", "pgh_label", "pgh_context", "pgh_context_id", "pgh_obj_id")
SILENT = (*OURS, "id", "version")
NOTES = ("casenote", "personnote")
NAMES = {"accountrole": gettext_lazy("role of an account")}
"""What is no row of the archive, by the table's short name."""


class FieldChange(NamedTuple):
    """One field that changed."""

    name: str
    old: str
    new: str


class AuditEntry(NamedTuple):
    """One change as the desk shows it."""

    change: RowChange
    what: str
    fields: list[FieldChange]


def of_subject(subject: str, number: int, since: datetime | None = None) -> QuerySet[RowChange]:
    """The changes of a case, a person, a source … with all that belongs to it, newest first."""
    rows = RowChange.objects.filter(subject=subject, subject_id=number).select_related("user")
    return rows.filter(at__gt=since) if since else rows


def entries(changes: Iterable[RowChange]) -> list[AuditEntry]:
    """The changes with the state before each. One query for each table concerned."""
    changes = list(changes)
    before = states_before(changes)
    return [
        AuditEntry(change, row_name(change), field_changes(change, before.get(change.key) or {})) for change in changes
    ]


def states_before(changes: list[RowChange]) -> Mapping[str, Any]:
    """Maps each change to the data of the change of the same row before it."""
    before = {}
    for model in {change.model for change in changes}:
        rows = {change.row for change in changes if change.model == model}
        last: dict[int, Any] = {}
        for change in RowChange.objects.filter(model=model, row__in=rows).order_by("number"):
            before[change.key] = last.get(change.row)
            last[change.row] = change.data
    return before


def field_changes(change: RowChange, before: Mapping[str, Any]) -> list[FieldChange]:
    """The fields that differ; for a new row those that say something, for a removed one what went."""
    removed = change.label == "delete"
    old, new = (change.data, {}) if removed else (before, change.data)
    model = model_of(change.model)
    fields = {field.attname: field for field in model._meta.fields} if model else {}
    changed = []
    for key in change.data:
        was, now, field = old.get(key), new.get(key), fields.get(key)
        if key in SILENT or was == now or not (says_something(was) or says_something(now)):
            continue
        label = _(str(field.verbose_name)) if field else key  # some names are Django's own, plain ones
        changed.append(FieldChange(label, value_of(field, was), value_of(field, now)))
    return changed


def says_something(content: Any) -> bool:
    return content not in (None, "", [], {}, False)


def model_of(name: str) -> type[Model] | None:
    """The model of a table of the audit, by its short name."""
    if name == "account":
        return User
    return next((config.models[name] for app in APPS if name in (config := apps.get_app_config(app)).models), None)


def row_name(change: RowChange) -> str:
    """What kind of row was changed, and which."""
    model = model_of(change.model)
    kind = _(str(model._meta.verbose_name)) if model else str(NAMES.get(change.model, change.model))
    name = change.data.get("slug") or change.data.get("name") or change.data.get("fact") or ""
    return f"{kind} {name}".strip()
