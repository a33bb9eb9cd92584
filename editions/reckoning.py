"""What the law makes of the records of a case. Rows and published documents take the same way: both give records."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from editions.codec import sources_of, stated
from law import facts
from law.dates import UNKNOWN, DateRange, parse
from law.outcome import Reckoning
from law.reckon import reckon
from records.json_dict import JSONDict


def reckoning_of(
    case: JSONDict,
    person: JSONDict,
    others: Iterable[JSONDict] = (),
    sources: Iterable[JSONDict] = (),
    edition: date | None = None,
) -> Reckoning:
    """The reckoning of a case.

    `others` are the person's other published cases; `sources` tell when each source spoke.
    """
    published = {source["id"]: _range(source.get("published")) for source in sources}
    beside = [facts_of(other, person, published) for other in others]
    return reckon(facts_of(case, person, published), beside, edition)


def facts_of(case: JSONDict, person: JSONDict, published: Mapping[str, DateRange]) -> facts.Case:
    """What `law` needs of a case's record. `published`: the day of each source, by its id."""
    return stated(facts.Case, {**case, "person": person})._replace(reports=tuple(_reports(case, published)))


def _reports(case: JSONDict, published: Mapping[str, DateRange]) -> Iterator[facts.Report]:
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
