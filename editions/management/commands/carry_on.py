"""manage.py carry_on RELEASE [--ledger FILE|DIR] [--key PUBLIC] [--mirror DIR] [--leave-out-unsigned] [--check]"""

from base64 import b64decode
from functools import partial
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.timezone import now

from editions.importing.carrying_on import LEDGER, VerifiedRelease, carry_on, verified
from editions.importing.reading import NotReadable
from editions.kept_ledgers import KeptLedger, LedgerError, read_ledgers
from editions.refusal import PublicationError
from records.json_dict import JSONDict
from records.progress import show_progress


class Command(BaseCommand):
    """Begins a chain of its own with what another archive published."""

    help = (
        "Carry another archive on: enter each document of its RELEASE (a folder of the data set) into this empty "
        "archive and publish it, once all are held to the old archive's ledger. docs/carry-on.md."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("release", metavar="RELEASE", type=Path)
        parser.add_argument("--ledger", type=Path, help="a ledger kept elsewhere, or a folder of them; the release's")
        parser.add_argument("--key", default="", help="the old archive's public key, in Base64; the ledger's own")
        parser.add_argument("--mirror", type=Path, help="a folder where portraits and papers lie, such as a mirror")
        parser.add_argument("--leave-out-unsigned", action="store_true", help="go on without what has no line")
        parser.add_argument("--check", action="store_true", help="verify the release, and enter nothing")

    def handle(self, *args: Any, release: Path, ledger: Path | None, mirror: Path | None, **options: Any) -> None:
        try:
            ledgers = read_ledgers(ledger or release / LEDGER)
            content = verified(release, ledgers, _key(options["key"] or _own_key(ledgers)), mirror)
            self._tell(content, ledgers, options["key"])
            if content.unsigned and not options["leave_out_unsigned"]:
                words = "no ledger answers for it: changed, or later than the ledger: give a later one"
                words += ", or --leave-out-unsigned"
                raise NotReadable([f"{released.place}: {words}" for released in content.unsigned])
            if not options["check"]:
                self._enter(content, mirror, _reason(ledgers[-1].day))
        except LedgerError as error:
            raise CommandError(f"Nothing was entered: {error}") from error
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}. Nothing was entered") from error
        except (NotReadable, PublicationError) as error:
            raise CommandError("\n  ".join(["Nothing was entered:", *error.problems])) from error

    def _tell(self, content: VerifiedRelease, ledgers: list[KeptLedger], key: str) -> None:
        days = ledgers[0].day if len(ledgers) == 1 else f"{len(ledgers)} days, the last {ledgers[-1].day}"
        self.stdout.write(f"{len(content.documents)} documents are those of the ledger of {days}")
        if not key and (own := _own_key(ledgers)):
            self.stdout.write(f"  signed with {own}, as the ledger itself says: compare it with what others know")
        elif not key:
            self.stdout.write("  which nobody signed: compare its root with what others kept")
        if content.unmatched:
            words = "lines or more stand for cases or newer versions that this release does not hold"
            self.stdout.write(f"  {content.unmatched} {words}")
        if content.unsigned:
            self.stdout.write(f"  {len(content.unsigned)} documents have no line in it: published after it")

    def _enter(self, content: VerifiedRelease, mirror: Path | None, reason: JSONDict) -> None:
        done = carry_on(content, mirror, reason, now(), partial(show_progress, stdout=self.stdout), processes=None)
        self.stdout.write(f"{len(done.imported.published)} cases are published in a chain of their own")
        self.stdout.write(f"  {done.files} files of portraits and papers")
        for case_id in done.reckoned_otherwise:
            self.stdout.write(f"  {case_id}: our rule book computes it otherwise than theirs")
        for line in (*done.imported.absent, *done.imported.doubts):
            self.stdout.write(f"  {line}")


def _own_key(ledgers: list[KeptLedger]) -> str:
    return str(ledgers[-1].content.get("public_key", ""))


def _key(text: str) -> Ed25519PublicKey | None:
    try:
        return Ed25519PublicKey.from_public_bytes(b64decode(text, validate=True)) if text else None
    except ValueError as error:
        raise NotReadable([f"{text[:60]} is no public key: give the 32 bytes in Base64"]) from error


def _reason(day: str) -> JSONDict:
    return {
        "en": f"Carried on from the archive that sealed this on {day}",
        "ru": f"Продолжение архива, который заверил это {day}",
        "kk": f"Мұны {day} күні растаған архивтің жалғасы",
    }
