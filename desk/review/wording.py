"""Differences between two documents, in words that an editor reads."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from cases.models import Case, Charge, Custody, Event, Inclusion, Prior, Testimony, Verdict
from desk.review.entry_names import NO_NAMES, EntryNames
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
EMPTY: tuple[Any, ...] = (None, [], {}, "")


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


def worded(differences: Iterable[Difference], names: EntryNames = NO_NAMES) -> list[DifferenceLine]:
    """A line for each change; lists of entries without ids entry by entry."""
    return [line for difference in differences for line in lines_of(difference, names)]


def lines_of(difference: Difference, names: EntryNames = NO_NAMES) -> Iterator[DifferenceLine]:
    where, model = place(difference.path, names), model_at(difference.path)
    if holds_entries(difference.old) or holds_entries(difference.new):
        old, new = difference.old or [], difference.new or []
        for row in old:
            if row not in new:
                yield DifferenceLine(where, kinds()["removed"], in_words(model, row), "")
        for row in new:
            if row not in old:
                yield DifferenceLine(where, kinds()["added"], "", in_words(model, row))
    else:
        calculated = difference.path.startswith("reckoning.")
        field = None if calculated else field_of(model, difference.path.rpartition(".")[2])
        old, new = value_of(field, difference.old), value_of(field, difference.new)
        yield DifferenceLine(where, kinds().get(difference.kind, difference.kind), old, new, calculated)


def holds_entries(content: Any) -> bool:
    return isinstance(content, list) and bool(content) and isinstance(content[0], dict)


def place(path: str, names: EntryNames = NO_NAMES) -> str:
    """Says `case.restrictions.ban.length` as `restriction of freedom: length`, or by its id where it has no name."""
    parts = path.split(".")
    if parts[0] == "reckoning":
        return (
            " ".join([_("calculation:"), names.get((parts[1], parts[2]), parts[2])])
            if len(parts) > 2
            else _("calculation")
        )
    model = MODELS.get(parts[0])
    words = [str(Person._meta.verbose_name)] if parts[0] == "person" else []
    rest = iter(parts[1:] if parts[0] in ("case", "person") else parts)
    for part in rest:
        if part in MODELS and part not in ("case", "person"):
            model = MODELS[part]
            id_ = next(rest, None)
            name = names.get((part, id_ or ""))
            words += [name] if name else [str(model._meta.verbose_name), *([id_] if id_ else [])]
        else:
            words.append(label_of(model, part))
    return ": ".join(words)


def model_at(path: str) -> type[Model] | None:
    """The model of the innermost part that the path names."""
    parts = [part for part in path.split(".") if part in MODELS]
    inner = [part for part in parts if part not in ("case", "person")]
    return MODELS[(inner or parts)[-1]] if parts else None


def field_of(model: type[Model] | None, name: str) -> "Field[Any, Any] | None":
    """The model's field of that name, if it has one of its own."""
    fields = {field.name: field for field in model._meta.get_fields() if isinstance(field, Field)} if model else {}
    return fields.get(name)


def label_of(model: type[Model] | None, name: str) -> str:
    field = field_of(model, name)
    return _(str(field.verbose_name)) if field else name  # names that Django made of the field's own are plain


def in_words(model: type[Model] | None, row: Mapping[str, Any]) -> str:
    """A new or removed entry, field by field."""
    filled = {key: inner for key, inner in row.items() if inner not in EMPTY and key != "sources"}
    return "; ".join(
        f"{label_of(model, key)}: {value_of(field_of(model, key), inner)}" for key, inner in filled.items()
    )


def value_of(field: "Field[Any, Any] | None", content: Any) -> str:
    """What stands in a field, as an editor reads it: words of a vocabulary and choices by their names."""
    vocabulary = getattr(field, "vocabulary", "")
    if vocabulary and isinstance(content, list):
        return plain_words([words.label(word, vocabulary) for word in content])
    if vocabulary and isinstance(content, str):
        return words.label(content, vocabulary)
    choice = dict(field.flatchoices).get(content) if field and isinstance(content, str) else None
    return str(choice) if choice else plain_words(content)


def plain_words(content: Any) -> str:
    """A plain value as an editor reads it."""
    if content is None or content in ([], {}):
        return "—"
    if isinstance(content, bool):
        return _("yes") if content else _("no")
    if isinstance(content, dict) and content.keys() == {"earliest", "latest"}:
        earliest, latest = content["earliest"], content["latest"]
        return str(earliest) if earliest and earliest == latest else f"{earliest or '?'} … {latest or '?'}"
    if isinstance(content, dict):
        filled = {key: inner for key, inner in content.items() if inner not in EMPTY}
        return "; ".join(
            f"{key}: {plain_words(inner)}" for key, inner in filled.items() if key not in ("steps", "sources")
        )
    if isinstance(content, list):
        return ", ".join(plain_words(inner) for inner in content)
    return str(content)
