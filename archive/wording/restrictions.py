"""Every restriction of a case as the table shows it, with why its dates are what they are."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.wording import steps as explanations
from archive.wording.dates import as_written, grouped, in_words, length, through
from archive.wording.footnotes import Footnotes
from archive.wording.localize import (
    LocalizedText,
    full_name,
    kind_meaning,
    localize,
    restriction_kind,
    short_name,
    word,
)
from archive.wording.statements import ONCE, brief, report, statement, support
from archive.wording.step_lists import BasisView, StepView, basis_views, step_views
from editions.schema import Document
from editions.schema.case import Custody, Restriction
from law.country import country
from law.dates import DateRange
from law.lengths import Length
from law.outcome import CustodyOutcome, Early, Outcome
from law.states import state

NO_LENGTH = ("financial-monitoring-list", "criminal-record", "probation")
"""Nobody sets their length: it follows from the law."""


class Chance(NamedTuple):
    """The first day on which something may be asked for."""

    rule: str
    title: str
    date: str
    steps: tuple[StepView, ...]


class RestrictionView(NamedTuple):
    """One restriction, or one spell before force."""

    id: str
    anchor: str
    kind: str
    group: str
    order: tuple[int, date]
    name: str
    official: str
    meaning: str
    outcome: Outcome
    state: str
    state_words: str
    statement: str
    brief: str
    support: str
    report: str
    begins: str
    ends: str
    once: bool = False  # a fine, a confiscation: an amount, no length
    held: bool = False  # custody and house arrest before force: reported, no term of its own
    standing: str = ""
    pronounced: str = ""
    wording: LocalizedText | None = None
    reported_as: LocalizedText | None = None
    counts: str = ""
    covers: tuple[str, ...] = ()
    certainty: str = ""
    missing: tuple[str, ...] = ()
    steps: tuple[StepView, ...] = ()
    bases: tuple[BasisView, ...] = ()
    chances: tuple[Chance, ...] = ()
    rule_end: str = ""
    otherwise: str = ""
    waits_for: tuple[tuple[str, str], ...] = ()  # (anchor, name)
    extended_from: tuple[date, ...] = ()
    notes: tuple[int, ...] = ()


def restriction_views(
    document: Document, on: date, names: Mapping[str, str], notes: Footnotes
) -> tuple[RestrictionView, ...]:
    """Custody and restrictions in the order in which a person meets them."""
    records = {row.id: row for row in document.case.restrictions}
    spells = {row.id: row for row in document.case.custody}
    found = [_held(entry, spells[entry.id], on, notes) for entry in document.reckoning.custody if entry.id in spells]
    found += [_row(entry, records.get(entry.id), on, names, notes) for entry in document.reckoning.restrictions]
    return tuple(sorted(found, key=lambda row: row.order))


def anchor(id_: str) -> str:
    """An id that may stand in an address: derived ids hold colons."""
    return "r-" + id_.replace(":", "-")


def _row(
    outcome: Outcome, record: Restriction | None, on: date, names: Mapping[str, str], notes: Footnotes
) -> RestrictionView:
    found = RestrictionView(
        **_common(outcome, on),
        statement=statement(outcome, on),
        standing=word("standing", outcome.standing),
        counts=in_words(outcome.counts_from) if _counts_later(outcome) else "",
        certainty=word("certainties", outcome.certainty),
        missing=tuple(explanations.missing(key, names) for key in outcome.missing),
        steps=step_views(outcome.steps, names, notes),
        chances=tuple(_chance(chance, names, notes) for chance in outcome.early),
        rule_end=_rule_end(outcome),
        otherwise=in_words(outcome.otherwise) if outcome.otherwise else "",
        waits_for=tuple((anchor(id_), names.get(id_, id_)) for id_ in outcome.waits_for),
        extended_from=_extended_from(outcome),
    )._replace(name=names[outcome.id])
    return _with_record(found, record, notes) if record else found


def _with_record(row: RestrictionView, record: Restriction, notes: Footnotes) -> RestrictionView:
    said = "" if row.kind in NO_LENGTH else pronounced(record)
    return row._replace(
        pronounced=said,
        standing=word("basis", "told") if record.told else row.standing,
        wording=localize(record.wording),
        reported_as=localize(record.reported_as),
        covers=tuple(_cover(cover) for cover in record.covers),
        notes=notes.of(record.sources),
    )


def _held(entry: CustodyOutcome, record: Custody, on: date, notes: Footnotes) -> RestrictionView:
    outcome = entry.as_restriction()
    if record.until:
        said = _("before the verdict was in force; last day: %(day)s") % {"day": as_written(record.until)}
    else:
        said = _("before the verdict was in force; no source names the last day, we count it until force")
    return RestrictionView(
        **_common(outcome, on),
        statement=said,
        held=True,
        bases=basis_views(record.basis, notes),
        notes=notes.of(record.sources),
    )


def _common(outcome: Outcome, on: date) -> dict[str, Any]:
    what, found = restriction_kind(outcome.kind), state(outcome, on)
    return {
        "id": outcome.id,
        "anchor": anchor(outcome.id),
        "kind": outcome.kind,
        "group": what.group,
        "order": (0 if what.pretrial else what.order, outcome.binds_from.earliest or date.max),
        "name": short_name(outcome.kind),
        "official": full_name(outcome.kind),
        "meaning": kind_meaning(outcome.kind),
        "outcome": outcome,
        "state": found,
        "state_words": state_words(outcome, found),
        "brief": brief(outcome, on),
        "support": support(outcome, on),
        "report": report(outcome),
        "once": outcome.kind in ONCE,
        "begins": "" if outcome.standing == "expected" else in_words(outcome.binds_from),
        "ends": "" if _is_once(outcome) else through(outcome.ends, outcome.open_ended),
    }


def _is_once(outcome: Outcome) -> bool:
    """Paid or taken once, and nobody says when: it has no last day to speak of."""
    return outcome.kind in ONCE and outcome.ends.latest is None


def state_words(outcome: Outcome, found: str) -> str:
    """The state for a badge: an end that nobody reported is called a calculation."""
    if found == "ended" and outcome.end_basis == "computed":
        return _("ended by our calculation")
    if found == "unknown" and outcome.kind in ONCE:
        return _("not known whether carried out")
    return word("states", found)


def pronounced(record: Restriction) -> str:
    """The length as a court set it: “3 years”, “for life”, “length not reported”; of what is paid once, the amount."""
    if record.kind in ONCE:
        return money(record.amount or "")
    if record.term != "length":
        return word("terms", record.term)
    if record.length:
        return length(Length.parse(record.length))
    return record.amount or _("length not reported")


def money(amount: str) -> str:
    """“530,250 tenge” in the reader's words; any other amount as the record has it."""
    found = re.fullmatch(r"(\d{1,3}(?:,\d{3})*|\d+) tenge", amount)
    return _("%(number)s tenge") % {"number": grouped(int(found[1].replace(",", "")))} if found else amount


def _counts_later(outcome: Outcome) -> bool:
    return outcome.counts_from != outcome.binds_from and not outcome.counts_from.is_unknown


def _rule_end(outcome: Outcome) -> str:
    """What the rule itself answers, where a report comes before it."""
    if outcome.rule_end is None:
        return ""
    if outcome.rule_end == outcome.ends:
        return _("by the rule %(date)s, the same as reported") % {"date": in_words(outcome.rule_end)}
    return _("by the rule %(date)s, not what is reported") % {"date": in_words(outcome.rule_end)}


def _chance(found: Early, names: Mapping[str, str], notes: Footnotes) -> Chance:
    rule = country().rules.get(found.rule)
    title = rule.title.get(get_language() or "en") if rule else found.rule
    return Chance(found.rule if rule else "", title, in_words(found.date), step_views(found.steps, names, notes))


def _cover(id_: str) -> str:
    found = country().ban_scopes.get(id_)
    return found.names.get(get_language() or "en") if found else id_


def _extended_from(outcome: Outcome) -> tuple[date, ...]:
    """The ends before each extension, for the marks on the bar."""
    found = []
    for before, after in zip(outcome.steps, outcome.steps[1:], strict=False):
        if after.operation == "extended-by" and isinstance(before.result, DateRange) and before.result.earliest:
            found.append(before.result.earliest)
    return tuple(found)
