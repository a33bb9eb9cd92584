"""Rows of the tables that stand in documents alone, by the names of their columns."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from archive.exports.testimonies import is_shown
from archive.index.indexing.facts import searched
from editions.schema import Document
from law.dates import parse
from records.json_dict import JSONDict

Rows = Iterator[JSONDict]
BY_ID = ("charges", "custody", "verdicts", "restrictions", "claims")
BY_NUMBER = ("inclusion", "prior", "events", "testimonies")


def dates(name: str, fact: str | JSONDict | None) -> JSONDict:
    """A date as stated, and its bounds; what was searched and not found has none."""
    if not isinstance(fact, str):
        return {name: None, f"{name}_earliest": None, f"{name}_latest": None}
    days = parse(fact)
    return {name: fact, f"{name}_earliest": days.earliest, f"{name}_latest": days.latest}


def numbered(rows: Iterable[JSONDict]) -> Iterator[tuple[int, JSONDict]]:
    return enumerate(rows, start=1)


def people(document: JSONDict) -> Rows:
    person = document["person"]
    yield {
        **{name: person[name] for name in ("names", "gender", "region", "city", "occupations")},
        "person_id": person["id"],
        "other_names": [other["name"] for other in person["other_names"]],
        **dates("born", person["born"]),
        **dates("died", person["died"]),
        "recognised_as": [recognition["as"] for recognition in person["recognitions"]],
        "recognised_by": [recognition["by"] for recognition in person["recognitions"]],
    }


def verdicts(document: JSONDict) -> Rows:
    computed = {verdict["id"]: verdict for verdict in document["reckoning"]["verdicts"]}
    for verdict in document["case"]["verdicts"]:
        force = computed[verdict["id"]]
        likely = force["likely"] or {"in_force": {"earliest": None, "latest": None}, "presumptions": []}
        yield {
            **{name: verdict[name] for name in ("instance", "court", "judge", "result", "appealed")},
            **{name: verdict.get(name) for name in ("recidivism", "lifts_record", "pending_on")},
            "case_id": document["case"]["id"],
            "verdict_id": verdict["id"],
            "decides_on": verdict["on"],
            **dates("date", verdict["date"]),
            **dates("copy_served", verdict["copy_served"]),
            **dates("in_force_reported", verdict["in_force"]),
            **of_range("in_force", force["in_force"]),
            **of_range("likely_in_force", likely["in_force"]),
            "presumptions": [f"{use['rule']}:{use['about']}" for use in likely["presumptions"]],
            "in_force_basis": force["basis"],
            "in_force_certainty": force["certainty"],
            "void": force["void"],
            "missing": force["missing"],
            "searched": list(searched(verdict, ("in_force",))),
        }


def of_range(name: str, days: JSONDict) -> JSONDict:
    """The bounds of a range as a document writes it."""
    return {f"{name}_{bound}": days[bound] and date.fromisoformat(days[bound]) for bound in ("earliest", "latest")}


def charges(document: JSONDict) -> Rows:
    for charge in document["case"]["charges"]:
        yield {
            **{name: charge[name] for name in ("code", "article", "part", "outcome", "gravity", "against_life")},
            "case_id": document["case"]["id"],
            "charge_id": charge["id"],
            "verdict_id": charge["verdict"],
            "part_basis": charge.get("basis"),
            **dates("committed", charge.get("committed")),
        }


def custody(document: JSONDict) -> Rows:
    for period in document["case"]["custody"]:
        yield {
            "case_id": document["case"]["id"],
            "custody_id": period["id"],
            "kind": period["kind"],
            **dates("from", period["from"]),
            **dates("until", period["until"]),
            "place": period["place"],
        }


def events(document: JSONDict) -> Rows:
    for number, event in numbered(document["case"]["events"]):
        yield {
            **{name: event[name] for name in ("kind", "by", "about", "answer", "text")},
            "case_id": document["case"]["id"],
            "event": number,
            **dates("date", event["date"]),
        }


def claims(document: JSONDict) -> Rows:
    compared = {claim["id"]: claim for claim in document["reckoning"]["claims"]}
    for claim in document["case"]["claims"]:
        ours = compared[claim["id"]]
        yield {
            **{name: claim[name] for name in ("about", "says", "value", "by", "text")},
            **{name: ours[name] for name in ("result", "days", "certainty")},
            "case_id": document["case"]["id"],
            "claim_id": claim["id"],
            **dates("said_on", claim["said_on"]),
            "compared_with": ours["about"],
        }


def testimonies(document: JSONDict) -> Rows:
    for number, testimony in shown_testimonies(document):
        yield {
            **{name: testimony[name] for name in ("theme", "form", "original", "about", "consent", "text")},
            "case_id": document["case"]["id"],
            "testimony": number,
            "speaker": testimony["speaker"]["name"] if testimony["form"] == "quotation" else {},
            **dates("said_on", testimony["said_on"]),
        }


def shown_testimonies(document: JSONDict) -> Iterator[tuple[int, JSONDict]]:
    """Those that pages show. Only a law value can be asked whether a ban may bind, so most documents stay plain."""
    rows = document["case"]["testimonies"]
    if rows:
        checked = Document.model_validate(document)
        for (number, row), testimony in zip(numbered(rows), checked.case.testimonies, strict=True):
            if is_shown(checked, testimony):
                yield number, row


def sources(document: JSONDict) -> Rows:
    for source in document["sources"]:
        same = ("title", "publisher", "group", "url", "archived_url", "accessed", "language", "kind")
        yield {
            **{name: source[name] for name in same},
            "source_id": source["id"],
            **dates("published", source["published"]),
        }


def names(document: JSONDict) -> Rows:
    lists = {"court": "courts", "occupation": "occupations", "tag": "tags", "trial": "trials"}
    for list_, key in lists.items():
        for row in document[key]:
            named = row["title"] if list_ == "trial" else row["names"]
            yield {"list": list_, "id": row["id"], "names": named, "region": row.get("region")}


def citations(document: JSONDict) -> Rows:
    """What each row of a document cites, once each."""
    case, person = document["case"], document["person"]
    shown = {number for number, _row in shown_testimonies(document)}
    rows = [("people", person["id"], person)]
    rows += [(table, row["id"], row) for table in BY_ID for row in case[table]]
    for table in BY_NUMBER:
        numbers = ((number, row) for number, row in numbered(case[table]) if table != "testimonies" or number in shown)
        rows += [(table, str(number), row) for number, row in numbers]
    for table, row_id, row in rows:
        for field, source_id in sorted(set(cited(row))):
            yield {"case_id": case["id"], "table": table, "row_id": row_id, "field": field, "source_id": source_id}


def cited(row: JSONDict, place: str = "") -> Iterator[tuple[str, str]]:
    """The sources in a row, each with the field that they support: “date”, “changes.1”, “basis.from”, “all”."""
    for key, content in row.items():
        if key == "sources" and isinstance(content, dict):
            yield from ((".".join(filter(None, (place, field))), id_) for field, ids in content.items() for id_ in ids)
        elif key == "sources":
            yield from ((place or "all", id_) for id_ in content)
        elif isinstance(content, dict):
            yield from cited(content, key)
        elif isinstance(content, list):
            for number, inner in enumerate(content, start=1):
                if isinstance(inner, dict):
                    yield from cited(inner, f"{key}.{inner.get('field', number)}")


ROWS: Mapping[str, Callable[[JSONDict], Rows]] = {
    row.__name__: row
    for row in (people, verdicts, charges, custody, events, claims, testimonies, sources, citations, names)
}
ONCE = ("people", "sources", "names")
"""What several documents hold: the first that names it gives the row."""
