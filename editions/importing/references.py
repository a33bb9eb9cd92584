"""Whether what a case points to exists: in the file, in the archive, within the case."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from editions.schema import Case, Part
from editions.schema.values import WHOLE, SourceIds
from law.country import country

Ids = Mapping[str, set[str]]
"""The ids that exist, by subject: sources, courts, trials, people, cases."""
WITH_BASIS = ("length", "registered", "starts", "ends")
"""The fields of a restriction of which an entry may say how they are known."""


def dangling(row: Part, ids: Ids, place: str) -> Iterator[str]:
    """One line for each reference of `row` that leads nowhere."""
    yield from _citations(row, ids, place)
    if isinstance(row, Case):
        yield from _outward(row, ids, place)
        yield from _inward(row, place)


def _citations(part: Part, ids: Ids, place: str) -> Iterator[str]:
    """Sources that nobody knows, and keys of `sources` that the entry does not have."""
    for name, field in type(part).model_fields.items():
        key, value = field.alias or name, getattr(part, name)
        if key == "sources":
            yield from _cited(part, value, ids, f"{place}.sources")
        elif isinstance(value, Part):
            yield from _citations(value, ids, f"{place}.{key}")
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                if isinstance(inner, Part):
                    yield from _citations(inner, ids, f"{place}.{key}[{index}]")


def _cited(part: Part, sources: SourceIds, ids: Ids, place: str) -> Iterator[str]:
    by_field = sources if isinstance(sources, dict) else {WHOLE: sources}
    for field, cited in by_field.items():
        if field != WHOLE and field not in keys_of(part):
            yield f'{place}.{field}: the entry has no key "{field}": write one of {", ".join(keys_of(part))}'
        yield from _missing("sources", cited, ids, place)


def keys_of(part: Part) -> list[str]:
    """The keys that an entry of this kind has in the file."""
    return [field.alias or name for name, field in type(part).model_fields.items()]


def _outward(case: Case, ids: Ids, place: str) -> Iterator[str]:
    yield from _missing("people", [case.person], ids, f"{place}.person")
    yield from _missing("trials", [case.trial], ids, f"{place}.trial")
    for index, verdict in enumerate(case.verdicts):
        yield from _missing("courts", [verdict.court], ids, f"{place}.verdicts[{index}].court")
    for index, prior in enumerate(case.prior):
        yield from _missing("cases", [prior.case], ids, f"{place}.prior[{index}].case")


def _missing(subject: str, wanted: list[Any], ids: Ids, place: str) -> Iterator[str]:
    for id_ in wanted:
        if id_ is not None and id_ not in ids[subject]:
            yield f'{place}: "{id_}" is not among the {subject}: add it to them or correct the id'


def _inward(case: Case, place: str) -> Iterator[str]:
    inner = CaseIds(case)
    for id_, count in inner.counts.items():
        if count > 1:
            yield f'{place}: the id "{id_}" stands for {count} entries of this case: give each its own'
    yield from _verdicts_in_circles(case, place)
    for at, verdict in _verdict_references(case):
        if verdict is not None and verdict not in inner.verdicts:
            yield f'{place}.{at}: "{verdict}" is no verdict of this case: add it or correct the id'
    for index, restriction in enumerate(case.restrictions):
        for charge in restriction.charges:
            if charge not in inner.charges:
                yield f'{place}.restrictions[{index}].charges: "{charge}" is no charge of this case: correct the id'
    for at, target in _targets(case):
        if target is not None and not inner.has(target):
            yield f'{place}.{at}: "{target}" is nothing in this case: write an id of it, "kind:" and a kind, or "case"'
    yield from _unknown_basis_fields(case, place)


class CaseIds:
    """The ids within one case."""

    def __init__(self, case: Case) -> None:
        self.verdicts = {row.id for row in case.verdicts}
        self.charges = {row.id for row in case.charges}
        lists = (case.charges, case.custody, case.verdicts, case.restrictions, case.claims)
        self.counts = Counter(row.id for rows in lists for row in rows)

    def has(self, target: str) -> bool:
        """Whether `about` may name `target`."""
        if target == "case" or target in self.counts:
            return True
        prefix, _, rest = target.partition(":")
        kinds = tuple(country().kinds)
        return prefix in ("kind", "law") and rest.split(":")[0] in kinds


def _verdicts_in_circles(case: Case, place: str) -> Iterator[str]:
    decided_on = {verdict.id: verdict.on for verdict in case.verdicts}
    for index, verdict in enumerate(case.verdicts):
        seen, at = {verdict.id}, verdict.on
        while at is not None and at not in seen:
            seen.add(at)
            at = decided_on.get(at)
        if at == verdict.id:
            yield f'{place}.verdicts[{index}].on: "{verdict.id}" decides on itself in the end: correct "on"'


def _verdict_references(case: Case) -> Iterator[tuple[str, str | None]]:
    for index, charge in enumerate(case.charges):
        yield f"charges[{index}].verdict", charge.verdict
    for index, verdict in enumerate(case.verdicts):
        yield f"verdicts[{index}].on", verdict.on
    for index, restriction in enumerate(case.restrictions):
        yield f"restrictions[{index}].verdict", restriction.verdict
        for number, change in enumerate(restriction.changes):
            yield f"restrictions[{index}].changes[{number}].verdict", change.verdict


def _targets(case: Case) -> Iterator[tuple[str, str | None]]:
    for part in ("events", "claims", "testimonies"):
        for index, row in enumerate(getattr(case, part)):
            yield f"{part}[{index}].about", row.about


def _unknown_basis_fields(case: Case, place: str) -> Iterator[str]:
    for index, custody in enumerate(case.custody):
        for number, basis in enumerate(custody.basis):
            if basis.field not in keys_of(custody):
                at = f"{place}.custody[{index}].basis[{number}].field"
                yield f'{at}: custody has no key "{basis.field}": write from or until'
    for index, restriction in enumerate(case.restrictions):
        for number, basis in enumerate(restriction.basis):
            if basis.field not in WITH_BASIS:
                at = f"{place}.restrictions[{index}].basis[{number}].field"
                yield f'{at}: no basis is given for "{basis.field}": write {", ".join(WITH_BASIS)}'
