"""What somebody may want to do, and until when which restriction stands in the way."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from archive.index.scoreboard import deciding
from editions.schema import Document
from law.country import country
from law.outcome import Certainty, Outcome
from law.vocabularies import OfficeBar
from records.languages import active_language

NEEDS: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("money", _("An account and a card"), ()),
    ("notary", _("A notary’s acts"), ()),
    ("insurance", _("Insurance"), ()),
    ("job", _("A job"), ()),
    ("bar", _("Membership of the bar"), ()),
    ("candidacy", _("Standing for election"), ()),
    ("vote", _("Voting"), ()),
    ("service", _("Civil service"), ()),
    ("organisation", _("Founding or joining an organisation"), ()),
    ("travel", _("Travel inside the country"), ("prison", "control")),
    ("speech", _("Public speech and public activity"), ("prison", "ban")),
)
"""A need and what binds it directly. The office bars of the rule book say themselves which need they close."""

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
    kinds, bars = country().kinds, country().office_bars.values()
    binding = [outcome for outcome in document.reckoning.restrictions if not outcome.void]
    by_bars = {name: [outcome for outcome in binding if kinds[outcome.kind].office_bars == name] for name in OFFICES}
    needs = []
    for id_, title, whiles in NEEDS:
        of_need = [bar for bar in bars if bar.need == id_]
        barred = [obstacle(outcome, bar.lasts_while, bar) for bar in of_need for outcome in by_bars[bar.lasts_while]]
        barred.sort(key=lambda line: kinds[line.outcome.kind].order)
        bound = [obstacle(outcome, name, None) for name in whiles for outcome in by_bars[name]]
        needs.append(Need(id_, title, (*barred, *bound)))
    return needs


def obstacle(outcome: Outcome, name: str, bar: OfficeBar | None) -> Obstacle:
    """A restriction that stands against a need: by a bar of the rule book, or directly."""
    kind = country().kinds[outcome.kind]
    certainty: Certainty = max(outcome.certainty, bar.certainty) if bar else outcome.certainty
    return Obstacle(
        bar=bar,
        direct=None if bar else DIRECTLY[name],
        outcome=outcome,
        certainty=certainty,
        rule=deciding(outcome),
        longer=kind.longer.get(active_language()) if kind.longer else "",
        longer_rules=kind.longer_rules,
        office=OFFICES[name],
    )
