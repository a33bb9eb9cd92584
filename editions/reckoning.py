"""What the law makes of the records of a case. Rows and published documents take the same way: both give records."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from editions.codec import sources_of, stated
from law import facts
from law.dates import UNKNOWN, DateRange, hull, parse
from law.lengths import Length
from law.outcome import Reckoning
from law.reckon import reckon
from records.json_dict import JSONDict

OFFICIAL = ("court", "law", "state")
"""Kinds of sources that are acts or lists of the state."""
ORGANISATIONS = ("ngo", "un")
"""Kinds of sources whose word for a listing is a report, also where they name its day."""
WHILE_IT_BINDS = ("breach", "warning", "work-order", "delisting-refused")
"""Events that happen only while the restriction they are about binds."""


def reckoning_of(
    case: JSONDict,
    person: JSONDict,
    others: Iterable[JSONDict] = (),
    sources: Iterable[JSONDict] = (),
    edition: date | None = None,
) -> Reckoning:
    """The reckoning of a case.

    `others` are the person's other published cases, of which no id stands in the reckoning: the first is called
    `other-1`. `sources` tell when each source spoke.
    """
    by_id = {source["id"]: source for source in sources}
    unnamed = ({**other, "id": f"other-{number}"} for number, other in enumerate(others, start=1))
    beside = [facts_of(other, person, by_id) for other in unnamed]
    return reckon(facts_of(case, person, by_id), beside, edition)


def facts_of(case: JSONDict, person: JSONDict, sources: Mapping[str, JSONDict]) -> facts.Case:
    """What `law` needs of a case's record. `sources`: those that it cites, by their ids."""
    read = stated(facts.Case, {**case, "person": person})
    rows = tuple(row._replace(by_an_act=_is_by_an_act(case, row, sources)) for row in read.restrictions)
    rows = tuple(_with_both_reports(row, entry) for row, entry in zip(rows, case.get("restrictions", ()), strict=True))
    return read._replace(restrictions=rows, reports=tuple(_reports(case, sources)))


def _with_both_reports(row: facts.Restriction, entry: JSONDict) -> facts.Restriction:
    """The restriction with what other sources say of its length and days; a day is one of the two."""
    basis = next((basis for basis in entry.get("basis", ()) if basis["field"] == "length" and basis["otherwise"]), None)
    if basis is not None:
        sources = tuple(dict.fromkeys((*sources_of(entry, "length"), *sources_of(basis))))
        row = row._replace(other_length=Length.parse(basis["otherwise"]), length_sources=sources)
    return row._replace(
        registered=_either_day(row.registered), starts=_either_day(row.starts), ends=_either_day(row.ends)
    )


def _either_day(fact: facts.Fact) -> facts.Fact:
    return fact if fact.otherwise is None else fact._replace(value=hull(fact.value, fact.otherwise))


def _is_by_an_act(case: JSONDict, row: facts.Restriction, sources: Mapping[str, JSONDict]) -> bool:
    """Whether a source cites the act that imposes the restriction. A verdict imposes all but a listing: of that the
    list itself or the body speaks, or a newspaper that tells of the act; an organisation only reports it."""
    if row.kind != "financial-monitoring-list":
        return True
    events = (event for event in case.get("events", ()) if event.get("about") == row.id)
    listed_by = {source for event in events if event["kind"] == "listing" for source in sources_of(event)}
    if any(sources.get(source, {}).get("kind") not in ORGANISATIONS for source in listed_by):
        return True
    return any(sources.get(source, {}).get("kind") in OFFICIAL for source in row.sources)


def _reports(case: JSONDict, sources: Mapping[str, JSONDict]) -> Iterator[facts.Report]:
    """The days on which a source, an event or a claim speaks of a restriction."""
    for row in case.get("restrictions", ()):
        for source in sources_of(row):
            yield facts.Report(row["id"], _range(sources.get(source, {}).get("published")), by_source=True)
    kinds = {row["id"]: row["kind"] for row in case.get("restrictions", ())}
    for row in case.get("events", ()):
        if row.get("about"):
            binds = _is_while_it_binds(row, kinds.get(row["about"]))
            yield facts.Report(row["about"], _range(row.get("date")), binds=binds)
    for row in case.get("claims", ()):
        yield facts.Report(row["about"], _range(row.get("said_on")))


def _is_while_it_binds(event: JSONDict, kind: str | None) -> bool:
    """Whether the event happens only while the restriction it is about binds: a breach, a refusal to end it, and
    what is told of a person in prison."""
    if event["kind"] == "court-decision":
        return event.get("answer") == "refused"
    return event["kind"] in WHILE_IT_BINDS or (event["kind"] == "other" and kind == "imprisonment")


def _range(text: str | None) -> DateRange:
    return parse(text) if text else UNKNOWN
