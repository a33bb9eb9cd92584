"""Differences between two documents, in words that an editor reads."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from cases.models import Case, Charge, Custody, Event, Inclusion, Prior, Testimony, Verdict
from editions.differences import Difference
from people.models import Person, Portrait
from records import words
from records.models import Court, Paper, Source, Trial
from restrictions.models import Claim, Restriction

MODELS: Mapping[str, type[Model]] = {
    "case": Case,
    "person": Person,
    "portrait": Portrait,
    "sources": Source,
    "paper": Paper,
    "courts": Court,
    "trials": Trial,
    "inclusion": Inclusion,
    "prior": Prior,
    "charges": Charge,
    "custody": Custody,
    "verdicts": Verdict,
    "restrictions": Restriction,
    "events": Event,
    "claims": Claim,
    "testimonies": Testimony,
}


class DifferenceLine(NamedTuple):
    """One change: where, what happened, and both readings."""

    where: str
    kind: str
    old: str
    new: str
    calculated: bool = False


def kinds() -> dict[str, str]:
    """What can happen, in the editor's language."""
    return {
        "added": _("added"),
        "removed": _("removed"),
        "changed": _("changed"),
        "start-moved": _("starts on another day"),
        "count-moved": _("is counted from another day"),
        "end-moved": _("ends on another day"),
        "force-moved": _("comes into force on another day"),
        "standing-changed": _("rests on something else"),
        "certainty-changed": _("is as sure as"),
        "voided": _("is void"),
        "claim-changed": _("compares otherwise"),
        "burden-changed": _("comes to"),
    }


def worded(found: Iterable[Difference]) -> list[DifferenceLine]:
    """A line for each change; lists of entries without ids entry by entry."""
    return [line for one in found for line in _lines(one)]


def _lines(one: Difference) -> Iterator[DifferenceLine]:
    where = place(one.path)
    if _entries(one.old) or _entries(one.new):
        old, new = one.old or [], one.new or []
        model = _model(one.path)
        yield from (DifferenceLine(where, kinds()["removed"], _entry(model, row), "") for row in old if row not in new)
        yield from (DifferenceLine(where, kinds()["added"], "", _entry(model, row)) for row in new if row not in old)
    else:
        calculated = one.path.startswith("reckoning.")
        field = None if calculated else _field(_model(one.path), one.path.rpartition(".")[2])
        old, new = value_of(field, one.old), value_of(field, one.new)
        yield DifferenceLine(where, kinds().get(one.kind, one.kind), old, new, calculated)


def _entries(found: Any) -> bool:
    return isinstance(found, list) and bool(found) and isinstance(found[0], dict)


def place(path: str) -> str:
    """`case.restrictions.ban.length` as `restriction ban: length`."""
    parts = path.split(".")
    if parts[0] == "reckoning":
        return " ".join([_("calculation:"), *parts[2:3]]) if len(parts) > 2 else _("calculation")
    model, named = MODELS.get(parts[0]), []
    for part in parts[1:] if parts[0] in ("case", "person") else parts:
        if part in MODELS and part not in ("case", "person"):
            model = MODELS[part]
            named.append(str(model._meta.verbose_name))
        else:
            named.append(_label(model, part))
    return ": ".join([*([str(MODELS["person"]._meta.verbose_name)] if parts[0] == "person" else []), *named])


def _model(path: str) -> type[Model] | None:
    """The model of the innermost part that the path names."""
    named = [part for part in path.split(".") if part in MODELS]
    inner = [part for part in named if part not in ("case", "person")]
    return MODELS[(inner or named)[-1]] if named else None


def _field(model: type[Model] | None, name: str) -> Field | None:
    fields = {field.name: field for field in model._meta.get_fields() if isinstance(field, Field)} if model else {}
    return fields.get(name)


def _label(model: type[Model] | None, name: str) -> str:
    field = _field(model, name)
    return _(str(field.verbose_name)) if field else name  # names that Django made of the field's own are plain


def _entry(model: type[Model] | None, row: Mapping[str, Any]) -> str:
    """A new or removed entry, field by field."""
    shown = ((key, inner) for key, inner in row.items() if inner not in (None, [], {}, "") and key != "sources")
    return "; ".join(f"{_label(model, key)}: {value_of(_field(model, key), inner)}" for key, inner in shown)


def value_of(field: Field | None, found: Any) -> str:
    """What stands in a field, as an editor reads it: words of a vocabulary and choices by their names."""
    vocabulary = getattr(field, "vocabulary", "")
    if vocabulary and isinstance(found, list):
        return value([words.label(word, vocabulary) for word in found])
    if vocabulary and isinstance(found, str):
        return words.label(found, vocabulary)
    chosen = dict(field.flatchoices).get(found) if field and isinstance(found, str) else None
    return str(chosen) if chosen else value(found)


def value(found: Any) -> str:
    """A plain value as an editor reads it."""
    if found is None or found in ([], {}):
        return "—"
    if isinstance(found, bool):
        return _("yes") if found else _("no")
    if isinstance(found, dict) and found.keys() == {"earliest", "latest"}:
        return _days(found["earliest"], found["latest"])
    if isinstance(found, dict):
        shown = ((key, inner) for key, inner in found.items() if inner not in (None, [], {}, ""))
        return "; ".join(f"{key}: {value(inner)}" for key, inner in shown if key not in ("steps", "sources"))
    if isinstance(found, list):
        return ", ".join(value(inner) for inner in found)
    return str(found)


def _days(earliest: str | None, latest: str | None) -> str:
    return str(earliest) if earliest == latest and earliest else f"{earliest or '?'} … {latest or '?'}"
