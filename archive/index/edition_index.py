"""The door through which ``editions`` makes an edition findable (settings.EDITION_INDEX)."""

from datetime import date

from django.db import connection
from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from archive.index.indexing.rows import entry_of, labels_of, periods_of
from archive.index.models import Entry, IndexState, Label, Period, PublicFile
from archive.index.search.vectors import vector
from editions.files import file_names
from editions.models import Edition
from editions.schema import Document


def index_edition(edition: Edition, document: Document | None) -> None:
    """Make an edition findable, in the caller's transaction; calling it again changes nothing.

    Without a document: the case was withdrawn, and nothing of it is found any more, on no day; or the edition's
    text was erased, and this edition is not found.
    """
    entries = Entry.objects.filter(edition=edition.number)
    if edition.kind == Edition.Kind.WITHDRAWN:
        entries |= Entry.objects.filter(case_key=edition.case_key, edition__lt=edition.number)
    changed = {edition.number, *entries.values_list("edition", flat=True)}
    entries.delete()
    later = list(Edition.objects.filter(case_key=edition.case_key, number__gt=edition.number).order_by("number"))
    if document is not None and all(one.kind != Edition.Kind.WITHDRAWN for one in later):
        changed |= _close_earlier(edition)
        _add(edition, document, published_on(later[0]) if later else None)
    IndexState.objects.raise_for(sorted(changed))


def clear() -> None:
    """Forget everything; periods, labels and files go with their entries."""
    changed = list(Entry.objects.values_list("edition", flat=True))
    Entry.objects.all().delete()
    IndexState.objects.raise_for(changed)


def analyze() -> None:
    """Let the planner look at tables that were just filled: until then it believes them empty."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE archive_entry, archive_period, archive_label, archive_publicfile")


def published_on(edition: Edition) -> date:
    """The day of publication where the archive's people live."""
    return timezone.localtime(edition.published_at).date()


def _close_earlier(edition: Edition) -> set[int]:
    """The edition before stands until this one: on the day of both, the later one stands. Gives those closed."""
    earlier = Entry.objects.filter(case_key=edition.case_key, known_until=None, edition__lt=edition.number)
    numbers = set(earlier.values_list("edition", flat=True))
    if numbers:
        until = Greatest(published_on(edition), F("known_from"))
        Entry.objects.filter(edition__in=numbers).update(known_until=until)
    return numbers


def _add(edition: Edition, document: Document, until: date | None) -> None:
    record = document.to_dict()
    known = published_on(edition), until
    entry = entry_of(edition.number, edition.case_key, edition.published_at, known, record)
    entry.words = vector(entry.name_words, entry.texts)
    entry.save(force_insert=True)
    Period.objects.bulk_create(periods_of(entry, record))
    Label.objects.bulk_create(labels_of(entry, record))
    PublicFile.objects.bulk_create(PublicFile(entry=entry, name=name) for name in sorted(file_names(document)))
