"""The door through which ``editions`` makes editions findable (settings.EDITION_INDEX)."""

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from archive.index.indexing.copying import DocumentLines, IndexLines, index_lines, insert, lines_of_document
from archive.index.indexing.rows import IndexedEdition, IndexRows, Row, rows_of
from archive.index.models import CourtName, Entry, IndexState, Period, PublicFile
from editions.batches import batches
from editions.load import load, plain_of
from editions.models import Edition
from records.json_dict import JSONDict
from records.parallel import in_order

AT_ONCE = 250
"""Editions that travel to another process together."""


class Later(NamedTuple):
    """An edition of a case as far as it decides until when another one stands."""

    number: int
    withdrawn: bool
    day: date


def lines_of(document: JSONDict) -> DocumentLines:
    """What a plain document is found by, as ``index_editions`` takes it. Asks no database."""
    return lines_of_document(document)


def index_edition(edition: Edition, lines: DocumentLines | None) -> None:
    """Make one edition findable, as ``index_editions`` does."""
    index_editions([(edition, lines)])


def index_editions(published: Sequence[tuple[Edition, DocumentLines | None]]) -> None:
    """Make editions findable, in the caller's transaction; calling it again changes nothing.

    Without lines: the case was withdrawn, and nothing of it is found any more, on no day; or the edition's
    text was erased, and this edition is not found.
    """
    changed = _remove([edition for edition, _lines in published])
    later = _later(edition for edition, _lines in published)
    findable = [
        (_indexed(edition, later[edition.case_key]), lines)
        for edition, lines in published
        if lines is not None and _is_findable(edition, later[edition.case_key])
    ]
    changed |= _close_earlier([indexed for indexed, _lines in findable])
    insert(index_lines(findable))
    IndexState.objects.raise_for(sorted(changed))


class Unread(NamedTuple):
    """An edition that can be found, with its text."""

    indexed: IndexedEdition
    content: str
    format: str


def rebuild(replayed: Iterable[tuple[Edition, str | None]], processes: int | None = None) -> Iterator[int]:
    """Index all editions anew, in the caller's transaction; gives how many are done, now and then.

    Texts are read in other processes. They were validated when they were published, and are not again.
    """
    # No row of another table than these points at an entry: nothing has to be looked for before they go.
    for model in (PublicFile, CourtName, Period, Entry):
        model.objects.all()._raw_delete(Entry.objects.db)
    counts: deque[int] = deque()
    for lines in in_order(lines_of_texts, _pieces(replayed, counts), processes):
        insert(lines)
        yield counts.popleft()
    IndexState.objects.begin_anew()


def _pieces(replayed: Iterable[tuple[Edition, str | None]], counts: deque[int]) -> Iterator[list[Unread]]:
    """The editions some hundreds at a time; ``counts`` gets how many have been read with each."""
    waiting, count = iter(replayed), 0
    while some := list(islice(waiting, AT_ONCE)):
        counts.append(count := count + len(some))
        yield _findable(some)


def _findable(some: Sequence[tuple[Edition, str | None]]) -> list[Unread]:
    later = _later(edition for edition, _content in some)
    return [
        Unread(_indexed(edition, later[edition.case_key]), content, edition.format)
        for edition, content in some
        if content is not None and _is_findable(edition, later[edition.case_key])
    ]


def lines_of_texts(unread: Sequence[Unread]) -> IndexLines:
    return index_lines([(indexed, lines_of_document(plain_of(content, format))) for indexed, content, format in unread])


def strays(replayed: Iterable[tuple[Edition, str | None]], processes: int | None = None) -> Iterator[str]:
    """Where entries and periods are not what a replay of the chain gives, a line each. Other processes read texts."""
    known: set[int] = set()
    waiting: deque[list[Edition]] = deque()
    for findable in in_order(rows_of_texts, _to_compare(replayed, waiting), processes):
        editions = waiting.popleft()
        known |= {edition.number for edition in editions}
        entries = Entry.objects.prefetch_related("periods").in_bulk([edition.number for edition in editions])
        for edition in editions:
            yield from _strays_of(edition, findable.get(edition.number), entries.get(edition.number))
    for number in Entry.objects.exclude(edition__in=known).order_by("edition").values_list("edition", flat=True):
        yield f"entry {number} is of no edition"


def _to_compare(
    replayed: Iterable[tuple[Edition, str | None]], waiting: deque[list[Edition]]
) -> Iterator[list[Unread]]:
    """What can be found, some hundreds at a time; all editions wait until other processes have read the texts."""
    for some in batches(replayed):
        waiting.append([edition for edition, _content in some])
        yield _findable(some)


def rows_of_texts(unread: Sequence[Unread]) -> dict[int, IndexRows]:
    """By number of edition what the index should say of its text."""
    return {text.indexed.edition: _rows_of_text(text) for text in unread}


def _rows_of_text(text: Unread) -> IndexRows:
    try:
        rows = rows_of(plain_of(text.content, text.format))
    except LookupError:  # somebody took a part away: what the format says of a missing one holds
        rows = rows_of(load(text.content.encode(), text.format).to_dict())
    periods = [{"entry_id": text.indexed.edition, **period} for period in rows.periods]
    return rows._replace(entry={**text.indexed._asdict(), **rows.entry}, periods=periods)


def _strays_of(edition: Edition, rows: IndexRows | None, entry: Entry | None) -> Iterator[str]:
    if rows is None or entry is None:
        if rows is not None or entry is not None:
            yield f"entry {edition.number} is {'missing' if entry is None else 'of an edition that nobody may find'}"
        return
    if _wrong_columns(entry, rows.entry):
        yield f"entry {edition.number} does not say what its edition says"
    periods = sorted(entry.periods.all(), key=lambda period: period.position)
    if len(periods) != len(rows.periods) or any(map(_wrong_columns, periods, rows.periods)):
        yield f"the periods of entry {edition.number} do not say what its edition says"


def _wrong_columns(row: Entry | Period, columns: Row) -> list[str]:
    """The columns in which a row is not what it should be, but for what the database makes of it."""
    names = [field.attname for field in row._meta.concrete_fields if field.attname not in ("id", "words")]
    return [name for name in names if _differ(getattr(row, name), columns[name])]


def _differ(stored: object, computed: object) -> bool:
    """Most are equal as they are; the others may be a tuple and a list, or a word and its text."""
    return stored != computed and _plain(stored) != _plain(computed)


def _plain(content: object) -> object:
    return json.loads(json.dumps(content, default=str))


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


def _later(editions: Iterable[Edition]) -> Mapping[str, list[Later]]:
    """By case all its editions, in their order."""
    keys = {edition.case_key for edition in editions}
    rows = Edition.objects.filter(case_key__in=keys).order_by("number")
    by_case: dict[str, list[Later]] = defaultdict(list)
    for key, number, kind, moment in rows.values_list("case_key", "number", "kind", "published_at"):
        by_case[key].append(Later(number, kind == Edition.Kind.WITHDRAWN, published_on(moment)))
    return by_case


def _is_findable(edition: Edition, editions: Iterable[Later]) -> bool:
    """What was withdrawn later is found on no day."""
    return not any(one.withdrawn for one in _after(edition, editions))


def _after(edition: Edition, editions: Iterable[Later]) -> list[Later]:
    return [one for one in editions if one.number > edition.number]


def _indexed(edition: Edition, editions: Iterable[Later]) -> IndexedEdition:
    """From the day of publication until that of the next edition: on the day of both, the later one stands."""
    after, first = _after(edition, editions), published_on(edition.published_at)
    until = max(first, after[0].day) if after else None
    return IndexedEdition(
        edition.number, edition.case_key, edition.key, edition.version or 0, edition.published_at, first, until
    )


def _close_earlier(findable: Sequence[IndexedEdition]) -> set[int]:
    """The entry before stands until the new one. Gives the editions that were closed."""
    new = {indexed.case_key: indexed for indexed in reversed(findable)}
    open_entries = Entry.objects.filter(case_key__in=new, known_until=None).only("edition", "case_key", "known_from")
    closed = [entry for entry in open_entries if entry.edition < new[entry.case_key].edition]
    for entry in closed:
        entry.known_until = max(entry.known_from, new[entry.case_key].known_from)
    if closed:
        Entry.objects.bulk_update(closed, ["known_until"])
    return {entry.edition for entry in closed}
