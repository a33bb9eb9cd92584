"""A full archive begins from what another one published: each document is held to a signed ledger before it enters."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import transaction
from django.utils import timezone
from pydantic import ValidationError

from cases.models import Case
from editions.canonical import canonical, digest
from editions.current import standing
from editions.exporting import archive_of_documents
from editions.files import file_names
from editions.importing.archive import Imported, import_archive
from editions.importing.reading import NotReadable
from editions.kept_ledgers import KeptLedger, false_signature
from editions.load import load
from editions.models import ChainEntry
from editions.parts import LISTS, digest_of, parts
from editions.schema import Document
from editions.seal import line
from editions.verify import FIRST_FORMAT
from records import stored
from records.json_dict import JSONDict
from records.progress import Progress, unseen

DOCUMENTS, ARCHIVE, LEDGER = "documents.jsonl", "archive.json", "ledger.json"
"""What a release of the data set calls them."""
MOST_PROBLEMS = 20


class ReleasedDocument(NamedTuple):
    """A document of a release, with the line that a ledger has for it."""

    place: str
    published_at: datetime
    version: int
    plain: JSONDict
    document: Document
    line: str


class VerifiedRelease(NamedTuple):
    """What a release holds, as far as a ledger answers for it."""

    documents: Sequence[ReleasedDocument]
    unsigned: Sequence[ReleasedDocument]
    """What was published on the day of the newest ledger or later, and has no line in it."""
    unmatched: int
    """At least so many lines of the newest ledger stand for cases or newer versions that the release does not hold."""


class CarriedOn(NamedTuple):
    """What began a chain of its own."""

    imported: Imported
    files: int
    reckoned_otherwise: Sequence[str]
    """The ids of the cases whose dates our rule book computes otherwise."""


def verified(
    folder: Path, ledgers: Sequence[KeptLedger], key: Ed25519PublicKey | None, mirror: Path | None = None
) -> VerifiedRelease:
    """The documents of the release, of which none was changed since the ledgers were signed.

    A mirror's copies only help to say where a document was changed. Raises NotReadable, the first place first.
    """
    if problems := [problem for ledger in ledgers for problem in _false_ledger(ledger, key)]:
        raise NotReadable(problems)
    lines = {row for ledger in ledgers for row in ledger.content["lines"]}
    newest = max(ledgers, key=lambda ledger: ledger.day)
    originals = Originals(folder, mirror, lines)
    documents, unsigned = [], []
    for released in _read(folder, problems):
        if released.line in lines:
            documents.append(released)
        elif change := originals.first_difference(released.plain):
            problems.append(f"{released.place}: it was changed: {change}")
        elif timezone.localdate(released.published_at) < date.fromisoformat(newest.day):
            problems.append(f"{released.place}: it was changed: no ledger has a line for it, and it is older")
        else:
            unsigned.append(released)
    if not problems:
        problems += originals.absent({released.document.case.id for released in (*documents, *unsigned)})
    if problems:
        raise NotReadable(problems[:MOST_PROBLEMS])
    versions = sum(released.version for released in documents)
    return VerifiedRelease(documents, unsigned, max(0, len(newest.content["lines"]) - versions))


def _false_ledger(ledger: KeptLedger, key: Ed25519PublicKey | None) -> Iterator[str]:
    if digest(canonical(ledger.content["lines"])) != ledger.content["root"]:
        yield f"{ledger.place(ledger.content['root'])}: its root is not that of its lines"
    if key and "signature" not in ledger.content:
        yield f"{ledger.path}: nobody signed it"
    yield from false_signature(ledger, key, whose="this")


def _read(folder: Path, problems: list[str]) -> Iterator[ReleasedDocument]:
    """The documents in their order; what cannot be read joins the problems."""
    ids: set[str] = set()
    with (folder / DOCUMENTS).open("rb") as file:
        next(file, b"")
        for number, text in enumerate(file, start=2):
            place = f"{folder / DOCUMENTS}:{number}"
            try:
                released = _released(place, json.loads(text))
                if released.document.case.id in ids:
                    problems.append(f"{released.place}: the case stands here a second time")
                ids.add(released.document.case.id)
                yield released
            except json.JSONDecodeError as error:
                problems.append(f"{place}: no JSON from column {error.colno} on: {error.msg}")
            except ValidationError as error:
                wrong = error.errors(include_url=False)[0]
                problems.append(f"{place}: {'.'.join(map(str, wrong['loc']))}: {wrong['msg']}")
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
                problems.append(f"{place}: no document of a release: {error}")


def _released(place: str, row: JSONDict) -> ReleasedDocument:
    plain, moment = row["document"], datetime.fromisoformat(row["published_at"])
    actual = digest(canonical(plain)) if plain["format"] == FIRST_FORMAT else digest_of(plain)
    case_id = plain["case"]["id"]
    document = load(canonical(plain), plain["format"])
    row_line = line(row["key"], case_id, row["version"], moment, actual)
    return ReleasedDocument(f"{place} ({case_id})", moment, int(row["version"]), plain, document, row_line)


class Originals:
    """What a changed document is compared with: a mirror's copy that a ledger answers for, else the archive file."""

    def __init__(self, folder: Path, mirror: Path | None, lines: Collection[str]) -> None:
        self._mirror, self._lines, self._path = mirror, lines, folder / ARCHIVE
        try:
            archive = json.loads(self._path.read_bytes()) if self._path.is_file() else {}
            self._rows = {
                name: {row["id"]: row for row in archive.get(name, [])} for name in ("cases", "people", *LISTS)
            }
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise NotReadable([f"{self._path}: no archive file: {error}"]) from error

    def first_difference(self, plain: JSONDict) -> str:
        """The first place where the document is not its original; empty if none is known."""
        case_id = plain["case"]["id"]
        for path in sorted(self._mirror.rglob(f"{case_id}.json")) if self._mirror else ():
            original = self._signed(path)
            if original and (place := first_difference(plain, original)):
                return f"it first differs from {path} at {place}"
        place = (
            first_difference(_without_keys(plain), self._from_archive(plain)) if case_id in self._rows["cases"] else ""
        )
        return f"it first differs from {self._path} at {place}" if place else ""

    def absent(self, ids: Collection[str]) -> Iterator[str]:
        """The cases that the archive file holds and the documents do not."""
        for id_ in sorted(self._rows["cases"].keys() - set(ids)):
            yield f"{self._path}: {id_} stands here, and {DOCUMENTS} does not hold it"

    def _signed(self, path: Path) -> JSONDict | None:
        try:
            copy = json.loads(path.read_text(encoding="utf-8"))
            released = _released(str(path), {**copy["edition"], "document": copy["document"]})
        except (ValueError, LookupError, TypeError, AttributeError, OSError):
            return None
        return released.plain if released.line in self._lines else None

    def _from_archive(self, plain: JSONDict) -> JSONDict:
        """The document as the archive file has it; a row that it does not hold is taken as it is."""
        case, person = plain["case"], plain["person"]
        shared = {name: [self._rows[name].get(row["id"], row) for row in plain.get(name, [])] for name in LISTS}
        original = {
            **plain,
            **shared,
            "case": {**case, **self._rows["cases"][case["id"]]},
            "person": {**person, **self._rows["people"].get(person["id"], {})},
        }
        return _without_keys(original)


def _without_keys(plain: JSONDict) -> JSONDict:
    """Without what only a document has: random keys of earlier convictions. Rows stand in an archive file by id."""
    prior = [
        row and {"date": row["date"], "text": row["text"], "sources": row["sources"]} for row in plain["case"]["prior"]
    ]
    return {**plain, "case": {**plain["case"], "prior": prior}}


def first_difference(plain: JSONDict, original: JSONDict) -> str:
    """The path of the first part that two documents do not share."""
    for ours, theirs, prefix in (
        (parts(plain), parts(original), ""),
        (plain.get("salts", {}), original.get("salts", {}), "salts."),
        (plain.get("leaves", {}), original.get("leaves", {}), "leaves."),
    ):
        for path in sorted(ours.keys() | theirs.keys()):
            if ours.get(path) != theirs.get(path):
                return f"{prefix}{path}"
    return ""


def carry_on(
    release: VerifiedRelease,
    mirror: Path | None,
    reason: JSONDict,
    now: datetime,
    progress: Progress = unseen,
    processes: int | None = 1,
) -> CarriedOn:
    """Enters the documents as rows and publishes them in a chain of their own, with the files of the mirror.

    Nothing happens unless everything can. Raises NotReadable, PublicationError.
    """
    if ChainEntry.objects.exists() or Case.objects.exists():
        raise NotReadable(["this archive holds cases or editions: carry on in an empty one"])
    documents = [released.document for released in sorted(release.documents, key=lambda each: each.published_at)]
    files = _files(documents, mirror) if mirror else {}
    new = [name for name in sorted(files) if not stored.exists(stored.CLEANED, name)]
    try:
        with transaction.atomic():
            for name in new:
                stored.store(stored.CLEANED, files[name].read_bytes(), name.partition(".")[2])
            plain = archive_of_documents(documents).to_dict()
            imported = import_archive(plain, False, reason, now, progress, processes)
    except BaseException:
        for name in new:
            stored.delete(stored.CLEANED, name)
        raise
    theirs = {document.case.id: document.reckoning for document in documents}
    ours = {published.document.case.id: published.document.reckoning for published in standing()}
    return CarriedOn(imported, len(files), sorted(id_ for id_ in ours if ours[id_] != theirs[id_]))


def _files(documents: Sequence[Document], mirror: Path) -> Mapping[str, Path]:
    """The files that documents name and the mirror holds, by name. Raises NotReadable for what is not its digest."""
    names = {name for document in documents for name in file_names(document)}
    files = {path.name: path for path in sorted(mirror.rglob("*")) if path.name in names}
    false = [path for name, path in files.items() if sha256(path.read_bytes()).hexdigest() != name.partition(".")[0]]
    if false:
        raise NotReadable([f"{path}: its bytes are not those that its name says" for path in false])
    return files
