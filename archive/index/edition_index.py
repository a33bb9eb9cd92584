"""The door through which ``editions`` makes editions findable (settings.EDITION_INDEX)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from archive.index.indexing.copying import insert
from archive.index.indexing.rows import IndexRows, rows_of
from archive.index.models import CourtName, Entry, IndexState, Period, PublicFile
from editions.models import Edition
from editions.schema import Document

Published = tuple[Edition, Document | None]


class Later(NamedTuple):
    """An edition of a case as far as it decides until when another one stands."""

    number: int
    withdrawn: bool
    day: date


def index_edition(edition: Edition, document: Document | None) -> None:
    """Make one edition findable, as ``index_editions`` does."""
    index_editions([(edition, document)])


def index_editions(published: Sequence[Published]) -> None:
    """Make editions findable, in the caller's transaction; calling it again changes nothing.

    Without a document: the case was withdrawn, and nothing of it is found any more, on no day; or the edition's
    text was erased, and this edition is not found.
    """
    changed = _remove([edition for edition, _document in published])
    later = _later(published)
    findable = [
        rows_of(edition, document, _known(edition, later[edition.case_key]))
        for edition, document in published
        if document is not None and not any(one.withdrawn for one in _after(edition, later[edition.case_key]))
    ]
    changed |= _close_earlier(findable)
    insert(findable)
    IndexState.objects.raise_for(sorted(changed))


def clear() -> None:
    """Forget everything; periods, labels and files go with their entries."""
    changed = list(Entry.objects.values_list("edition", flat=True))
    # No row of another table than these points at an entry: nothing has to be looked for before they go.
    for model in (PublicFile, CourtName, Period, Entry):
        model.objects.all()._raw_delete(Entry.objects.db)
    IndexState.objects.raise_for(changed)


def analyze() -> None:
    """Let the planner look at tables that were just filled: until then it believes them empty."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE archive_entry, archive_period, archive_label, archive_publicfile")


def published_on(moment: datetime) -> date:
    """The day of publication where the archive's people live."""
    return timezone.localtime(moment).date()


def _remove(editions: Iterable[Edition]) -> set[int]:
    """Drops what the index has of these editions, and of whatever was withdrawn by one of them."""
    entries = Entry.objects.filter(edition__in=[edition.number for edition in editions])
    for edition in editions:
        if edition.kind == Edition.Kind.WITHDRAWN:
            entries |= Entry.objects.filter(case_key=edition.case_key, edition__lt=edition.number)
    numbers = set(entries.values_list("edition", flat=True))
    if numbers:
        Entry.objects.filter(edition__in=numbers).delete()
    return numbers | {edition.number for edition in editions}


def _later(published: Sequence[Published]) -> Mapping[str, list[Later]]:
    """By case all its editions, in their order."""
    keys = {edition.case_key for edition, _document in published}
    rows = Edition.objects.filter(case_key__in=keys).order_by("number")
    by_case: dict[str, list[Later]] = defaultdict(list)
    for key, number, kind, moment in rows.values_list("case_key", "number", "kind", "published_at"):
        by_case[key].append(Later(number, kind == Edition.Kind.WITHDRAWN, published_on(moment)))
    return by_case


def _after(edition: Edition, editions: Iterable[Later]) -> list[Later]:
    return [one for one in editions if one.number > edition.number]


def _known(edition: Edition, editions: Iterable[Later]) -> tuple[date, date | None]:
    """The day of publication, and that of the next edition: on the day of both, the later one stands."""
    after, first = _after(edition, editions), published_on(edition.published_at)
    return first, max(first, after[0].day) if after else None


def _close_earlier(findable: Sequence[IndexRows]) -> set[int]:
    """The entry before stands until the new one. Gives the editions that were closed."""
    new = {rows.entry.case_key: rows.entry for rows in reversed(findable)}
    open_entries = Entry.objects.filter(case_key__in=new, known_until=None).only("edition", "case_key", "known_from")
    closed = [entry for entry in open_entries if entry.edition < new[entry.case_key].edition]
    for entry in closed:
        entry.known_until = max(entry.known_from, new[entry.case_key].known_from)
    if closed:
        Entry.objects.bulk_update(closed, ["known_until"])
    return {entry.edition for entry in closed}
