"""A stranger begins an archive with a release, a ledger and a mirror alone, and whoever changed one is found out."""

import json
import re
import shutil
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.management import CommandError, call_command

from archive.exports.dataset.places import DiskPlace
from archive.exports.dataset.release import write_release
from cases.models import Case
from editions.current import standing
from editions.importing.files import REMEDY
from editions.ledgers import write_ledger
from editions.models import ChainEntry, moment_text
from editions.seal import seal
from editions.verify import verify
from people.models import Person
from records import stored
from records.json_dict import JSONDict
from records.serial import save_dict
from tests.archive.published import TODAY, for_this_module
from tests.editions.rows import NOON, REASON, saved
from tests.invented import records as invented
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db
OURS, ANOTHER = Ed25519PrivateKey.from_private_bytes(b"o" * 32), Ed25519PrivateKey.from_private_bytes(b"a" * 32)
PICTURE = b"a picture"
NAME = f"{sha256(PICTURE).hexdigest()}.webp"
RENDITION = {"sha256": sha256(PICTURE).hexdigest(), "type": "image/webp", "width": 480, "height": 600, "bytes": 9}
PORTRAIT = {"renditions": [RENDITION], "sources": ["invented-news-1"]}


def public(key: Ed25519PrivateKey) -> str:
    return b64encode(key.public_key().public_bytes_raw()).decode()


@pytest.fixture(scope="module")
def old(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[Path]:
    """What the old archive left: a release with its ledger, and a mirror with a picture and copies of documents."""
    place = tmp_path_factory.mktemp("old")
    with pytest.MonkeyPatch.context() as patch, for_this_module(django_db_blocker):
        patch.setattr(settings, "VAR", place / "var")
        case, other = saved("invented-2016"), saved("invented-2018")
        save_dict(Person, invented.person("invented-person", portrait=PORTRAIT))
        first = publish(case, REASON, NOON - timedelta(days=2))
        Case.objects.filter(slug="invented-2016").update(title={"en": "Corrected"})
        edition = publish(Case.objects.get(slug="invented-2016"), REASON, NOON - timedelta(days=1))
        publish(other, REASON, NOON)
        write_ledger(seal(NOON), OURS)
        write_release(DiskPlace(place / "release"), TODAY)
        (place / "mirror/en/cases").mkdir(parents=True)
        for name, published in (("invented-2016", edition), ("first", first)):
            version = {"key": published.key, "version": published.version}
            version["published_at"] = moment_text(published.published_at)
            copy = {"edition": version, "document": json.loads(published.text.content)}
            (place / f"mirror/en/cases/{name}.json").write_text(json.dumps(copy))
    (place / "mirror/media").mkdir()
    (place / "mirror/media" / NAME).write_bytes(PICTURE)
    yield place


@pytest.fixture
def release(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the release, beside a copy of the mirror, to be tampered with; the new archive keeps its files here."""
    monkeypatch.setattr(settings, "VAR", tmp_path / "var")
    shutil.copytree(old / "mirror", tmp_path / "mirror")
    return Path(shutil.copytree(old / "release", tmp_path / "release"))


def documents(release: Path) -> list[JSONDict]:
    return [json.loads(line) for line in (release / "documents.jsonl").read_text().splitlines()]


def test_archive_is_carried_on_in_a_chain_of_its_own(release: Path, capsys: Any) -> None:
    theirs = {row["document"]["case"]["id"]: row for row in documents(release)[1:]}
    call_command("carry_on", str(release), f"--key={public(OURS)}")

    told = [line for line in capsys.readouterr().out.splitlines() if "second" not in line]
    assert told == [
        "2 documents are those of the ledger of 2026-11-22",
        "2 cases are published in a chain of their own",
        "  0 files of portraits and papers",
        f"  people[0] (invented-person).portrait: the file {NAME} is not here: {REMEDY}",
    ]
    ours = {row.document.case.id: row for row in standing()}
    assert {id_: row.document.to_dict()["reckoning"] for id_, row in ours.items()} == {
        id_: row["document"]["reckoning"] for id_, row in theirs.items()
    }
    assert ours["invented-2016"].document.case.title == {"en": "Corrected"}
    assert not {row.edition.key for row in ours.values()} & {row["key"] for row in theirs.values()}
    assert {row.edition.version for row in ours.values()} == {1}
    assert {check.state for check in verify()} == {"intact"}
    assert Case.objects.count() == 2
    with pytest.raises(CommandError, match="this archive holds cases or editions: carry on in an empty one"):
        call_command("carry_on", str(release))


def test_portraits_come_from_the_mirror(release: Path) -> None:
    call_command("carry_on", str(release), f"--mirror={release.parent / 'mirror'}")
    path = Path(settings.VAR) / "uploads/cleaned" / NAME
    assert path and path.read_bytes() == PICTURE


def test_release_is_only_verified_when_asked_and_names_the_key_it_believed(release: Path, capsys: Any) -> None:
    call_command("carry_on", str(release), "--check")
    words = "as the ledger itself says: compare it with what others know"
    assert capsys.readouterr().out.splitlines()[1:] == [f"  signed with {public(OURS)}, {words}"]
    assert not ChainEntry.objects.exists()


def refusal(release: Path, *options: str) -> list[str]:
    """Why nothing was entered, without the folder; and nothing was."""
    with pytest.raises(CommandError) as error:
        call_command("carry_on", str(release), *options)
    assert not (ChainEntry.objects.exists() or Case.objects.exists() or Person.objects.exists())
    assert stored.names(stored.CLEANED) == []
    first, *problems = str(error.value).replace(f"{release.parent}/", "").split("\n  ")
    return problems or [first]


def change(release: Path, edit: Callable[[JSONDict], Any], id_: str = "invented-2016") -> None:
    """Edits the line of a case among the documents."""
    rows = documents(release)
    edit(next(row for row in rows[1:] if row["document"]["case"]["id"] == id_))
    (release / "documents.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def retitle(row: JSONDict) -> None:
    row["document"]["case"]["title"]["en"] = "Forged"


def shorten(row: JSONDict) -> None:
    row["document"]["reckoning"]["restrictions"][0]["ends"]["latest"] = "2030-01-01"


def postdate(row: JSONDict) -> None:
    row["published_at"] = moment_text(NOON + timedelta(days=1))


@pytest.mark.parametrize(
    ("edit", "with_mirror", "place"),
    [
        (retitle, False, "it was changed: it first differs from release/archive.json at case.title"),
        (retitle, True, "it was changed: it first differs from mirror/en/cases/invented-2016.json at case.title"),
        (shorten, False, "it was changed: no ledger has a line for it, and it is older"),
        (shorten, True, "at reckoning.restrictions."),
        (lambda row: row["document"]["salts"].update({"case.title": "0" * 32}), True, "at salts.case.title"),
        (lambda row: row["document"]["salts"].pop("case.title"), False, "case.title: the part and its salt"),
        (lambda row: row["document"]["case"].pop("person"), False, "no document of a release"),
        (lambda row: row["document"].update(format="shekteu-document/9"), False, "no way leads from"),
        (lambda row: row.pop("key"), False, "no document of a release: 'key'"),
        (postdate, False, "no ledger answers for it: changed, or later than the ledger: give a later one"),
    ],
)
def test_document_when_it_was_changed_names_the_first_place(
    release: Path, edit: Callable[[JSONDict], Any], with_mirror: bool, place: str
) -> None:
    change(release, edit)
    options = [f"--mirror={release.parent / 'mirror'}"] if with_mirror else []
    (problem,) = refusal(release, *options)
    assert re.match(r"release/documents\.jsonl:[23]", problem)
    assert place in problem


def test_unsigned_document_is_left_out_when_asked(release: Path, capsys: Any) -> None:
    change(release, postdate)
    call_command("carry_on", str(release), "--leave-out-unsigned")
    assert [row.document.case.id for row in standing()] == ["invented-2018"]
    assert "  1 documents have no line in it: published after it\n" in capsys.readouterr().out


def test_changed_document_is_never_left_out(release: Path) -> None:
    change(release, retitle)
    assert "it was changed" in refusal(release, "--leave-out-unsigned")[0]


def test_document_that_is_gone_is_named(release: Path, capsys: Any) -> None:
    rows = [row for row in documents(release) if "2018" not in str(row.get("document", {}).get("case", {}).get("id"))]
    (release / "documents.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    gone = "release/archive.json: invented-2018 stands here, and documents.jsonl does not hold it"
    assert refusal(release) == [gone]
    (release / "archive.json").unlink()
    call_command("carry_on", str(release), "--check")
    assert (
        "  1 lines or more stand for cases or newer versions that this release does not hold\n"
        in capsys.readouterr().out
    )


def write_documents(release: Path, rows: list[JSONDict]) -> None:
    (release / "documents.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_case_that_stands_twice_and_an_earlier_version_are_named(release: Path, capsys: Any) -> None:
    """The ledger signs earlier versions too: who puts one in a newer one's place leaves a line without a document."""
    copy = json.loads((release.parent / "mirror/en/cases/first.json").read_text())
    earlier = {**copy["edition"], "document": copy["document"]}
    write_documents(release, [*documents(release), earlier])
    assert refusal(release) == ["release/documents.jsonl:4 (invented-2016): the case stands here a second time"]
    others = [row for row in documents(release)[:-1] if "invented-2016" not in str(row.get("document", {}).get("case"))]
    write_documents(release, [*others, earlier])
    call_command("carry_on", str(release), "--check")
    assert "  1 lines or more stand for cases or newer versions that this release" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("documents.jsonl", b"{}\n\xff\n", "release/documents.jsonl:2: no document of a release"),
        ("documents.jsonl", b"{}\n{]\n", "release/documents.jsonl:2: no JSON from column 2 on"),
        ("documents.jsonl", b"{}\n" + b"[" * 100_000, "release/documents.jsonl:2: no document of a release"),
        ("archive.json", b"[]", "release/archive.json: no archive file"),
        ("archive.json", b'{"cases": [{}]}', "release/archive.json: no archive file"),
    ],
)
def test_file_that_is_nonsense(release: Path, name: str, content: bytes, problem: str) -> None:
    (release / name).write_bytes(content)
    assert refusal(release)[0].startswith(problem)


def tampered(release: Path, **fields: Any) -> None:
    ledger = json.loads((release / "ledger.json").read_text())
    (release / "ledger.json").write_text(json.dumps({**ledger, **fields}, indent=1))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"lines": []}, "release/ledger.json:4: its root is not that of its lines"),
        ({"anchor": "0" * 64}, "this key did not sign it"),
        ({"signature": "?"}, "this key did not sign it"),
        ({"format": "other"}, "no ledger of the format"),
    ],
)
def test_ledger_when_it_was_changed(release: Path, fields: JSONDict, problem: str) -> None:
    tampered(release, **fields)
    assert problem in refusal(release)[0]


def test_ledger_of_somebody_else(release: Path) -> None:
    assert refusal(release, f"--key={public(ANOTHER)}")[0].endswith("this key did not sign it")
    assert refusal(release, "--key=nonsense")[0].startswith("nonsense is no public key")
    ledger = json.loads((release / "ledger.json").read_text())
    del ledger["signature"]
    (release / "ledger.json").write_text(json.dumps(ledger))
    assert refusal(release, f"--key={public(OURS)}") == ["release/ledger.json: nobody signed it"]


def test_ledger_kept_elsewhere_answers_for_a_release_without_one(release: Path) -> None:
    (release / "ledger.json").rename(release.parent / "kept.json")
    assert "No such file" in refusal(release)[0]
    call_command("carry_on", str(release), f"--ledger={release.parent / 'kept.json'}", "--check")


def test_picture_when_it_was_exchanged(release: Path) -> None:
    (release.parent / "mirror/media" / NAME).write_bytes(b"another")
    problem = f"mirror/media/{NAME}: its bytes are not those that its name says"
    assert refusal(release, f"--mirror={release.parent / 'mirror'}") == [problem]
