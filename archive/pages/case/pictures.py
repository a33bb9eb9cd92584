"""Pictures of a case that leave the site: each is one SVG, and its PNG is made of that. Each has its day and credit."""

from datetime import date
from textwrap import shorten, wrap

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from archive.charts.svg import as_png
from archive.pages.case.citations import SITE
from archive.pages.case.page import CasePage
from archive.wording.dates import day

CARD = (1200, 630)
MOST_LETTERS, LETTERS, SMALL_LETTERS = 30, 62, 88
"""Letters of a name at its full size, of a line, of a line in small."""


def card_svg(page: CasePage) -> str:
    """The Open Graph picture, 1200 by 630: who, where, the sentence, the whole time by its parts, until when."""
    name = shorten(page.name.text, 60, placeholder="…") or page.name.text[:59] + "…"
    context = {
        "page": page,
        "name": name,
        "name_size": 76 if len(name) <= MOST_LETTERS else 44,
        "kicker": shorten(" · ".join(page.first.kicker[1:]), SMALL_LETTERS, placeholder="…"),
        "sentence": lines(" · ".join(penalty.line for penalty in page.penalties), LETTERS, 2),
        "total": lines(total(page), LETTERS, 3),
        "until": lines(until(page), SMALL_LETTERS, 2),
        "credit": credit(page.on),
    }
    return render_to_string("archive/case/card.svg", context)


def card(page: CasePage) -> bytes:
    return as_png(card_svg(page), zoom=1)


def bars_svg(page: CasePage) -> str:
    """All restrictions, a bar each, as an SVG document that needs no style sheet."""
    bars = page.bars
    context = {"page": page, "bars": bars, "height": bars.height + 92, "credit": credit(page.on)}
    return render_to_string("archive/case/bars.svg", context)


def bars_png(page: CasePage) -> bytes:
    return as_png(bars_svg(page))


def total(page: CasePage) -> str:
    """What the number on the card is: the whole time and its parts."""
    parts = ", ".join(f"{share.roughly} {share.name}" for share in page.total.shares if share.sure)
    if page.total.none or not parts:
        return ""
    if page.total.open:
        return _("So far for certain: %(parts)s") % {"parts": parts}
    return _("%(total)s under restrictions: %(parts)s") % {"total": page.total.roughly, "parts": parts}


def until(page: CasePage) -> str:
    """The last day of what binds or may, as on the page."""
    said = "; ".join(f"{line.names}: {line.words}" for line in page.first.until[:2])
    return _("Last day: %(days)s") % {"days": said} if page.may_bind and said else page.none_binds


def lines(text: str, letters: int, most: int) -> list[str]:
    """The text in so many lines at most; what is left is cut with an ellipsis."""
    wrapped = wrap(text, letters, break_on_hyphens=False)
    return (
        [*wrapped[: most - 1], " ".join(wrapped[most - 1 :])[: letters - 1] + "…"] if len(wrapped) > most else wrapped
    )


def credit(on: date) -> str:
    return _("%(site)s, as of %(day)s. Calculated, not a court’s decision.") % {"site": SITE, "day": day(on)}
