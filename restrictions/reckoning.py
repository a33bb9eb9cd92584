"""Records in the shape of the archive file -> facts for ``law`` -> its reckoning as plain data.

Rows and published documents take the same way: both give records.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from law import facts, plain
from law.dates import UNKNOWN, DateRange, parse
from law.facts import NOT_RECORDED, Fact
from law.lengths import Length
from law.outcome import Reckoning
from law.reckon import reckon

Record = Mapping[str, Any]


def reckon_record(
    case: Record,
    person: Record,
    others: Iterable[Record] = (),
    sources: Iterable[Record] = (),
    edition: date | None = None,
) -> dict[str, Any]:
    """The reckoning of a case as plain data.

    ``others`` are the person's other published cases; ``sources`` tell when each source spoke.
    """
    return plain.reckoning(reckoned(case, person, others, sources, edition))


def reckoned(
    case: Record,
    person: Record,
    others: Iterable[Record] = (),
    sources: Iterable[Record] = (),
    edition: date | None = None,
) -> Reckoning:
    """The reckoning of a case as ``law``'s own values."""
    published = {source["id"]: _range(source.get("published")) for source in sources}
    return reckon(
        case_facts(case, person, published),
        [case_facts(other, person, published) for other in others],
        edition,
    )


def case_facts(case: Record, person: Record, published: Mapping[str, DateRange]) -> facts.Case:
    """What ``law`` needs of a case record. ``published``: the day of each source, by its id."""
    return facts.Case(
        id=case["id"],
        charges=tuple(_charge(row) for row in case.get("charges", ())),
        custody=tuple(_custody(row) for row in case.get("custody", ())),
        verdicts=tuple(_verdict(row) for row in case.get("verdicts", ())),
        restrictions=tuple(_restriction(row) for row in case.get("restrictions", ())),
        claims=tuple(_claim(row) for row in case.get("claims", ())),
        reports=tuple(_reports(case, published)),
        person=facts.Person(person.get("gender"), _range(person.get("born")), _fact(person, "died")),
    )


def _charge(row: Record) -> facts.Charge:
    return facts.Charge(
        row["id"],
        row.get("code", "KZ-CC"),
        row["article"],
        row.get("part"),
        row["outcome"],
        row.get("verdict") or "",
        row.get("gravity"),
        row.get("against_life"),
        sources_of(row),
    )


def _custody(row: Record) -> facts.Custody:
    return facts.Custody(row["id"], row["kind"], _fact(row, "from"), _fact(row, "until"), sources_of(row))


def _verdict(row: Record) -> facts.Verdict:
    return facts.Verdict(
        row["id"],
        row["instance"],
        row["result"],
        _fact(row, "date"),
        row.get("on"),
        row.get("appealed"),
        _fact(row, "copy_served"),
        _fact(row, "in_force"),
        sources_of(row),
    )


def _restriction(row: Record) -> facts.Restriction:
    return facts.Restriction(
        id=row["id"],
        kind=row["kind"],
        verdict=row.get("verdict"),
        term=row.get("term", "length"),
        length=_length(row.get("length")),
        regime=row.get("regime"),
        registered=_fact(row, "registered"),
        starts=_fact(row, "starts"),
        ends=_fact(row, "ends"),
        ended_by=row.get("ended_by"),
        reduced_share=row.get("reduced_share", False),
        charges=tuple(row.get("charges", ())),
        changes=tuple(_change(change) for change in row.get("changes", ())),
        sources=sources_of(row),
        told=row.get("told", False),
    )


def _change(row: Record) -> facts.Change:
    return facts.Change(
        row["kind"],
        _fact(row, "date"),
        _length(row.get("by")),
        _fact(row, "from"),
        _fact(row, "until"),
        row.get("to"),
        row.get("verdict"),
    )


def _claim(row: Record) -> facts.Claim:
    return facts.Claim(row["id"], row["about"], row["says"], _claimed(row.get("value")), _range(row.get("said_on")))


def _claimed(text: str | None) -> DateRange | Length | None:
    if not text:
        return None
    return Length.parse(text) if text.startswith("P") else parse(text)


def _fact(row: Record, field: str) -> Fact:
    """The date of a field with its sources and what the record says of how it is known."""
    value = row.get(field)
    if value is None:
        return NOT_RECORDED
    if isinstance(value, Mapping):
        return Fact(searched=date.fromisoformat(value["unknown"]))
    for basis in row.get("basis", ()):
        if basis.get("field") == field:
            otherwise = basis.get("otherwise")
            return Fact(
                parse(value),
                sources_of(row, field),
                basis["how"],
                basis.get("fitted", False),
                parse(otherwise) if otherwise else None,
            )
    return Fact(parse(value), sources_of(row, field))


def sources_of(row: Record, field: str | None = None) -> tuple[str, ...]:
    """The ids of the sources of a fact: of the field where the record names them by field."""
    sources = row.get("sources") or ()
    if not isinstance(sources, Mapping):
        return tuple(sources)
    if field is not None and field in sources:
        return tuple(sources[field])
    return tuple(dict.fromkeys(id_ for ids in sources.values() for id_ in ids))


def _reports(case: Record, published: Mapping[str, DateRange]) -> Iterator[facts.Report]:
    """The days on which a source, an event or a claim speaks of a restriction."""
    for row in case.get("restrictions", ()):
        for source in sources_of(row):
            yield facts.Report(row["id"], published.get(source, UNKNOWN), by_source=True)
    for row in case.get("events", ()):
        if row.get("about"):
            yield facts.Report(row["about"], _range(row.get("date")))
    for row in case.get("claims", ()):
        yield facts.Report(row["about"], _range(row.get("said_on")))


def _range(text: str | None) -> DateRange:
    return parse(text) if text else UNKNOWN


def _length(text: str | None) -> Length | None:
    return Length.parse(text) if text else None
