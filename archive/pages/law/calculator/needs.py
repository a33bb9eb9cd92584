"""What somebody may want to do, and until when which restriction stands in the way."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from archive.index.scoreboard import deciding
from editions.schema import Document
from law.country import country
from law.outcome import Certainty, Outcome
from law.vocabularies import OfficeBar

WHILE = {
    "record": ("criminal-record",),
    "list": ("financial-monitoring-list",),
    "ban": ("public-activity-ban", "profession-ban", "organisation-ban"),
    "prison": ("imprisonment",),
    "control": ("restriction-of-freedom", "suspended-sentence", "administrative-supervision"),
}
"""What a bar lasts as long as -> the kinds of restriction that it hangs on."""

NEEDS: tuple[tuple[str, Any, tuple[str, ...], tuple[str, ...]], ...] = (
    ("money", _("An account and a card"), ("accounts",), ()),
    ("notary", _("A notary’s acts"), ("notary-acts",), ()),
    ("insurance", _("Insurance"), ("insurance",), ()),
    ("job", _("A job"), ("banned-job", "teacher", "bank-officer", "notary-work"), ()),
    ("bar", _("Membership of the bar"), ("advocate",), ()),
    ("candidacy", _("Standing for election"), ("candidacy",), ()),
    ("vote", _("Voting"), ("vote",), ()),
    ("service", _("Civil service"), ("civil-service",), ()),
    ("organisation", _("Founding or joining an organisation"), ("associations", "ngo-founder"), ()),
    ("travel", _("Travel inside the country"), (), ("prison", "control")),
    ("speech", _("Public speech and public activity"), (), ("prison", "ban")),
)
"""A need, the bars of the rule book that stand against it, and what binds it directly."""

DIRECTLY = {
    "prison": _("In prison."),
    "control": _("Under control the court sets where one may go and when; leaving the town may need permission."),
    "ban": _("What the court’s ban covers. Its exact words are in the verdict."),
}

OFFICES = {
    "record": _("the authority for legal statistics, by a certificate of criminal record; in doubt the court"),
    "list": _("the Financial Monitoring Agency, which keeps the list"),
    "ban": _("the court that gave the verdict, or the probation service that carries out the ban"),
    "prison": _("the administration of the colony"),
    "control": _("the probation service; for administrative supervision the police that supervises, and the court"),
}
"""Who can confirm in writing. From practice, not from a text of law that we read."""

LONGER = {
    "imprisonment": ((), _("a new sentence")),
    "restriction-of-freedom": (
        ("restriction-breach",),
        _("breach of the conditions: the rest can be turned into prison, day for day"),
    ),
    "suspended-sentence": (
        ("suspended-longer",),
        _("breach: a court can add up to one year; repeated breach: the prison term is served"),
    ),
    "administrative-supervision": (("supervision",), _("a court can prolong it, never beyond the criminal record")),
    "financial-monitoring-list": (
        ("list-out",),
        _("whatever prolongs the criminal record; this rule we could not read"),
    ),
    "criminal-record": (("record-several",), _("a new crime: the time then begins again")),
}
BAN_LONGER = (("ban-start",), _("whatever delays release from prison; a new sentence"))


class Obstacle(NamedTuple):
    """One obstacle to a need. ``planning`` is False where no latest day can be said."""

    bar: OfficeBar | None
    direct: Any
    outcome: Outcome
    certainty: Certainty
    rule: str | None
    longer: Any
    longer_rules: tuple[str, ...]
    office: Any


class Need(NamedTuple):
    id: str
    title: Any
    lines: tuple[Obstacle, ...]


def needs(document: Document) -> list[Need]:
    """Every need with what stands against it by the reckoning of the document."""
    binding = [outcome for outcome in document.reckoning.restrictions if not outcome.void]
    found = []
    for id_, title, bar_ids, whiles in NEEDS:
        barred = [line for bar_id in bar_ids for line in _barred(country().office_bars[bar_id], binding)]
        bound = [_line(outcome, name, None) for name in whiles for outcome in _of(name, binding)]
        found.append(Need(id_, title, (*barred, *bound)))
    return found


def _barred(bar: OfficeBar, binding: Iterable[Outcome]) -> list[Obstacle]:
    return [_line(outcome, bar.lasts_while, bar) for outcome in _of(bar.lasts_while, binding)]


def _of(name: str, binding: Iterable[Outcome]) -> list[Outcome]:
    return [outcome for outcome in binding if outcome.kind in WHILE[name]]


def _line(outcome: Outcome, name: str, bar: OfficeBar | None) -> Obstacle:
    longer_rules, longer = LONGER.get(outcome.kind, BAN_LONGER)
    certainty: Certainty = max(outcome.certainty, bar.certainty) if bar else outcome.certainty
    return Obstacle(
        bar,
        None if bar else DIRECTLY[name],
        outcome,
        certainty,
        deciding(outcome),
        longer,
        longer_rules,
        OFFICES[name],
    )
