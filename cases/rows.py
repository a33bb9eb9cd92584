"""Records of cases become rows. Restrictions and claims are `restrictions.rows`' affair."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max

from cases.models import (
    Case,
    CaseCitation,
    Charge,
    Custody,
    CustodyBasis,
    Event,
    Fact,
    Inclusion,
    Prior,
    Tag,
    Testimony,
    Verdict,
)
from records.citations import Sources, citation_rows
from records.fields import date_text
from records.rows import named, put, put_label

Record = Mapping[str, Any]
Built = tuple[Fact, Sources]
"""An unsaved fact with the sources that it cites."""


def save_tag(record: Record) -> Tag:
    """Create or replace what a tag is called."""
    return put_label(Tag, record)


@transaction.atomic
def save_case(record: Record) -> Case:
    """Create the case of a normalised record, or replace all that the record speaks of.

    Restrictions and claims are removed, for `restrictions.rows.save_case` to save anew; internal
    notes stay. The person, courts and sources must exist when the transaction ends.
    """
    case = _save_case_row(record)
    case.tags.set([named(Tag, word) for word in record["tags"]])
    if not is_new(case):
        clear(case)
    save_facts(case, _facts(case, record))
    return case


def is_new(case: Case) -> bool:
    """Whether a case just saved has no older facts to replace."""
    return case.version == 1


def _save_case_row(record: Record) -> Case:
    plain = ("status", "missing", "title", "summary", "searched", "verified", "withheld")
    last = Case.objects.filter(slug=record["id"]).aggregate(last=Max("version"))["last"]
    values = {
        "person_id": record["person"],
        "trial_id": record["trial"],
        "version": (last or 0) + 1,
        **{key: record[key] for key in plain},
    }
    return put(Case, record, values)


def clear(case: Case) -> None:
    """Remove every fact and citation of the case."""
    for part in ("inclusion", "prior", "charges", "bases", "custody", "verdicts", "events"):
        getattr(case, part).all().delete()
    case.testimonies.all().delete()
    case.citations.all().delete()


def save_facts(case: Case, built: Iterable[Built]) -> None:
    """Insert facts and their citations, one query for each kind of fact and one for citations."""
    by_model: dict[type[Fact], list[Fact]] = {}
    cited: dict[str, Sources] = {}
    for fact, sources in built:
        by_model.setdefault(type(fact), []).append(fact)
        cited[fact.fact] = sources
    for model, facts in by_model.items():
        model._default_manager.bulk_create(facts)
    CaseCitation.objects.bulk_create(citation_rows(CaseCitation, cited, case=case))


def _facts(case: Case, record: Record) -> Iterator[Built]:
    for position, row in enumerate(record["inclusion"]):
        yield _inclusion(case, position, row), row["sources"]
    for position, row in enumerate(record["prior"]):
        yield _prior(case, position, row), row["sources"]
    for row in record["charges"]:
        yield _charge(case, row), row["sources"]
    for row in record["custody"]:
        yield _custody(case, row), row["sources"]
    yield from _bases(case, record)
    for row in record["verdicts"]:
        yield _verdict(case, row), row["sources"]
    for position, row in enumerate(record["events"]):
        yield _event(case, position, row), row["sources"]
    for position, row in enumerate(record["testimonies"]):
        yield _testimony(case, position, row), row["sources"]


def numbered(letter: str, position: int) -> dict[str, Any]:
    """Id and position of a fact to which the archive file gives no id."""
    return {"slug": f"{letter}{position + 1}", "position": position}


def plain(row: Record, *keys: str) -> dict[str, Any]:
    """The values that rows and records hold alike."""
    return {key: row[key] for key in keys}


def _inclusion(case: Case, position: int, row: Record) -> Inclusion:
    return Inclusion(case=case, criterion=row["criterion"], **numbered("i", position))


def _prior(case: Case, position: int, row: Record) -> Prior:
    return Prior(case=case, earlier_id=row["case"], **plain(row, "date", "text"), **numbered("p", position))


def _charge(case: Case, row: Record) -> Charge:
    keys = ("code", "article", "part", "outcome", "gravity", "against_life", "verdict")
    return Charge(case=case, slug=row["id"], **plain(row, *keys))


def _custody(case: Case, row: Record) -> Custody:
    return Custody(
        case=case,
        slug=row["id"],
        from_date=row["from"],
        until_date=row["until"],
        **plain(row, "kind", "place", "conditions"),
    )


def _bases(case: Case, record: Record) -> Iterator[Built]:
    pairs = [(custody["id"], row) for custody in record["custody"] for row in custody["basis"]]
    keys = ("field", "how", "fitted", "text", "otherwise")
    for position, (custody, row) in enumerate(pairs):
        fact = CustodyBasis(case=case, custody=custody, **plain(row, *keys), **numbered("b", position))
        yield fact, row["sources"]


def _verdict(case: Case, row: Record) -> Verdict:
    keys = ("on", "instance", "judge", "date", "appealed", "copy_served", "result")
    return Verdict(
        case=case,
        slug=row["id"],
        court_id=row["court"],
        in_force=date_text(row["in_force"]),
        **plain(row, *keys),
    )


def _event(case: Case, position: int, row: Record) -> Event:
    keys = ("date", "kind", "by", "about", "answer", "text")
    return Event(case=case, **plain(row, *keys), **numbered("e", position))


def _testimony(case: Case, position: int, row: Record) -> Testimony:
    keys = ("theme", "form", "original", "said_on", "about", "consent", "text")
    return Testimony(
        case=case,
        speaker_name=row["speaker"]["name"],
        speaker_role=row["speaker"]["role"],
        **plain(row, *keys),
        **numbered("t", position),
    )
