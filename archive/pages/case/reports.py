"""What people were quoted as saying, and what we summarise from reports: never one in the place of the other."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.wording.dates import as_written
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize
from editions.schema import Document, Source
from editions.schema.case import Testimony
from law.country import country
from law.dates import UNKNOWN, DateRange, parse
from law.outcome import Outcome

SPEECH = frozenset({"interviews", "posts", "media-work"})
"""What a ban covers if speaking to a reporter may breach it."""


class ReportView(NamedTuple):
    """``signature``: “Max Bokai, Vlast, 2025” of a quotation, “summarised from Vlast, 2025” of our own words."""

    text: LocalizedText
    quotation: bool
    signature: str
    speaker: LocalizedText | None
    notes: tuple[int, ...]
    about: str | None


def reports(document: Document, notes: Footnotes) -> tuple[ReportView, ...]:
    """What may be shown, in the order of the themes."""
    sources = {source.id: source for source in document.sources}
    views = []
    for testimony in sorted(document.case.testimonies, key=lambda testimony: testimony.theme):
        text = localize(testimony.text)
        if text is None or testimony.consent == "withdrawn" or speaks_under_a_ban(document, testimony):
            continue
        published = next((sources[id_] for id_ in testimony.sources if id_ in sources), None)
        is_quotation = testimony.form == "quotation"
        views.append(
            ReportView(
                text=text,
                quotation=is_quotation,
                signature=signature(testimony, published),
                speaker=localize(testimony.speaker.name) if is_quotation else None,
                notes=notes.of(testimony.sources),
                about=testimony.about,
            )
        )
    return tuple(views)


def signature(testimony: Testimony, source: Source | None) -> str:
    """Where it was published and when; of our own words, that they are ours."""
    day = testimony.said_on or (source.published if source else None)
    published = ", ".join(filter(None, (source.publisher if source else "", as_written(day) if day else "")))
    if testimony.form == "quotation":
        return published
    return _("summarised from %(source)s") % {"source": published} if published else _("summarised by us")


def speaks_under_a_ban(document: Document, testimony: Testimony) -> bool:
    """Whether the person speaks on a day on which a ban on doing so may bind: then the words stand nowhere."""
    own = set(document.person.names.values()) & set(testimony.speaker.name.values())
    if not own or testimony.consent == "given":
        return False
    said_on = parse(testimony.said_on) if testimony.said_on else UNKNOWN
    covers = {record.id: set(record.covers) for record in document.case.restrictions}
    bans = (outcome for outcome in document.reckoning.restrictions if country().kinds[outcome.kind].ban)
    return any(
        may_bind(ban, said_on) and (not covers.get(ban.id) or covers[ban.id] & SPEECH)
        for ban in bans
        if not ban.void and ban.standing != "expected"
    )


def may_bind(outcome: Outcome, days: DateRange) -> bool:
    """Whether the restriction may bind on one of the days."""
    begins, ends = outcome.binds_from.earliest, outcome.ends.latest
    begun = begins is None or days.latest is None or begins <= days.latest
    return begun and (outcome.open_ended or ends is None or days.earliest is None or days.earliest < ends)
