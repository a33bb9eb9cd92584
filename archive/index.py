"""The door through which ``editions`` makes an edition findable (settings.EDITION_INDEX)."""

from datetime import date

from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from archive.indexing.rows import entry_of, labels_of, periods_of
from archive.models import Entry, Label, Period
from archive.search.vectors import vector
from editions.models import Edition
from editions.schema import Document


def index_edition(edition: Edition, document: Document | None) -> None:
    """Make an edition findable, in the caller's transaction; calling it again changes nothing.

    Without a document: the case was withdrawn, and nothing of it is found any more, on no day; or the edition's
    text was erased, and this edition is not found.
    """
    Entry.objects.filter(edition=edition.number).delete()
    if edition.kind == Edition.Kind.WITHDRAWN:
        Entry.objects.filter(case_key=edition.case_key, edition__lt=edition.number).delete()
    elif document is not None and not _withdrawn_later(edition):
        _close_earlier(edition)
        _add(edition, document)


def clear() -> None:
    """Forget everything; periods and labels go with their entries."""
    Entry.objects.all().delete()


def published_on(edition: Edition) -> date:
    """The day of publication where the archive's people live."""
    return timezone.localtime(edition.published_at).date()


def _later(edition: Edition):
    return Edition.objects.filter(case_key=edition.case_key, number__gt=edition.number).order_by("number")


def _withdrawn_later(edition: Edition) -> bool:
    return _later(edition).filter(kind=Edition.Kind.WITHDRAWN).exists()


def _close_earlier(edition: Edition) -> None:
    """The edition before stands until this one: on the day of both, the later one stands."""
    day = published_on(edition)
    for model in (Period, Entry):
        column = "entry_id" if model is Period else "edition"
        earlier = model.objects.filter(case_key=edition.case_key, known_until=None, **{f"{column}__lt": edition.number})
        earlier.update(known_until=Greatest(day, F("known_from")))


def _add(edition: Edition, document: Document) -> None:
    record = document.record()
    following = _later(edition).first()
    known = published_on(edition), published_on(following) if following else None
    entry = entry_of(edition.number, edition.case_key, edition.published_at, known, record)
    entry.words = vector(entry.name_words, entry.texts)
    entry.save(force_insert=True)
    Period.objects.bulk_create(periods_of(entry, record))
    Label.objects.bulk_create(labels_of(entry, record))
