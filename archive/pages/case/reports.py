"""What people were quoted as saying, and what we summarise from reports: never one in the place of the other."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from archive.exports.testimonies import is_shown
from archive.wording.dates import as_written
from archive.wording.footnotes import Footnotes
from archive.wording.localize import LocalizedText, localize
from editions.schema import Document, Source
from editions.schema.case import Testimony


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
        if text is None or not is_shown(document, testimony):
            continue
        published = next((sources[id_] for id_ in testimony.sources if id_ in sources), None)
        is_quotation = testimony.form == "quotation"
        views.append(
            ReportView(
                text=text,
                quotation=is_quotation,
                signature=signature(testimony, published),
                speaker=localize(testimony.speaker.name) if is_quotation else someone_else(document, testimony),
                notes=notes.of(testimony.sources),
                about=testimony.about,
            )
        )
    return tuple(views)


def someone_else(document: Document, testimony: Testimony) -> LocalizedText | None:
    """Who “she says” is in our own words, “human-rights lawyer, his wife”, where it is not the person of the case."""
    speaker = testimony.speaker
    is_person = set(speaker.name.values()) & set(document.person.names.values())
    return None if is_person else localize(speaker.role)


def signature(testimony: Testimony, source: Source | None) -> str:
    """Where it was published and when; of our own words, that they are ours."""
    day = testimony.said_on or (source.published if source else None)
    published = ", ".join(filter(None, (source.publisher if source else "", as_written(day) if day else "")))
    if testimony.form == "quotation":
        return published
    return _("summarised from %(source)s") % {"source": published} if published else _("summarised by us")
