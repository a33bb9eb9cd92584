"""What the rows of a case are called in sentences, by their ids."""

from collections import Counter
from collections.abc import Mapping

from django.utils.translation import gettext as _

from archive.wording.dates import as_written
from archive.wording.localize import article_number, short_name, word
from editions.schema import Document


def row_names(document: Document) -> Mapping[str, str]:
    """Names of verdicts, charges, spells of custody and restrictions, derived ones too."""
    case = document.case
    names = {charge.id: article_number(charge.article, charge.part) for charge in case.charges}
    names |= {verdict.id: _verdict(verdict.instance, verdict.date) for verdict in case.verdicts}
    names |= {spell.id: short_name(spell.kind) for spell in case.custody}
    return names | _restrictions(document)


def _verdict(instance: str, date: str | None) -> str:
    return _("%(instance)s, %(date)s") % {"instance": word("instances", instance), "date": as_written(date)}


def _restrictions(document: Document) -> dict[str, str]:
    """The short name of the kind, with a number where a case has several of a kind."""
    outcomes = document.reckoning.restrictions
    of_kind = Counter(outcome.kind for outcome in outcomes)
    seen: Counter[str] = Counter()
    names = {}
    for outcome in outcomes:
        seen[outcome.kind] += 1
        numbered = of_kind[outcome.kind] > 1
        names[outcome.id] = f"{short_name(outcome.kind)} {seen[outcome.kind]}" if numbered else short_name(outcome.kind)
    return names
