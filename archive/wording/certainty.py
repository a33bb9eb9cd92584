"""The parts of every count of people or restrictions: certainly, likely, possibly, not known."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from archive.index.columns.certainty import CERTAINLY, LIKELY, NOT_KNOWN, POSSIBLY
from archive.wording.lengths import grouped

OF_AN_END = (CERTAINLY, LIKELY, NOT_KNOWN)
"""Said of an end even where there is none: that nothing is certain has to be said too."""
UNCERTAIN = (LIKELY, POSSIBLY, NOT_KNOWN)
SURENESS = (CERTAINLY, *UNCERTAIN)


def certainties(counts: Mapping[str, int]) -> str:
    """“3 certainly, 4 likely, 2 not known”."""
    return ", ".join(_part(word, count) for word, count in counts.items())


def certainties_of_ends(counts: Mapping[str, int]) -> str:
    """“0 certainly, 4 likely, 2 not known”."""
    return certainties({word: counts.get(word, 0) for word in OF_AN_END})


def besides(counts: Mapping[str, int]) -> str:
    """“3 more uncertain, 9 ended”."""
    uncertain = sum(counts.get(word, 0) for word in UNCERTAIN)
    others = {word: count for word, count in counts.items() if word not in UNCERTAIN}
    first = [_("%(number)s more uncertain") % {"number": grouped(uncertain)}] if uncertain else []
    return ", ".join([*first, *(_part(word, count) for word, count in others.items())])


def _part(word: str, count: int) -> str:
    parts = {
        CERTAINLY: _("%(number)s certainly"),
        LIKELY: _("%(number)s likely"),
        POSSIBLY: _("%(number)s possibly"),
        NOT_KNOWN: _("%(number)s not known"),
        "upcoming": _("%(number)s not yet in force"),
        "ended": _("%(number)s ended"),
        "expected": _("%(number)s only provided for by law"),
        "void": _("%(number)s void"),
    }
    return parts[word] % {"number": grouped(count)}
