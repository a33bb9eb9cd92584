"""A backup of 10,000 invented cases with 2,000 files, made, made again and restored, against a bare pg_dump and pg_restore."""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks._database import empty_database

CASES = int(os.environ.get("BENCH_CASES", "10000"))
FILES, SIZE = 2_000, 50_000
TARGET = "bench_restored"


def main() -> None:
    with empty_database(), tempfile.TemporaryDirectory() as place:
        _fill(Path(place) / "var")
        _measure(Path(place))


def _fill(var: Path) -> None:
    """Publishes through this process's own code; the files are noise, as pictures are."""
    from django.db import connection
    from django.utils import timezone

    from tests.invented.archives.publishing import publish

    publish(CASES, 1, timezone.now(), os.cpu_count() or 1)
    connection.close()
    (var / "uploads").mkdir(parents=True)
    for number in range(FILES):
        (var / "uploads" / f"{number}.webp").write_bytes(secrets.token_bytes(SIZE))


def _measure(place: Path) -> None:
    from django.db import connection

    from config.backups import making, postgres
    from config.backups.keys import make_identity, read_identities, read_recipients
    from config.backups.restoring import restore
    from records.progress import unseen

    archive = postgres.Place(postgres.address_of(connection.settings_dict), place / "var")
    recipients = read_recipients([make_identity(place / "key", "")])
    identities = read_identities(place / "key", str)
    folder, target = place / "backups", postgres.Place({**archive.address, "dbname": TARGET}, place / "restored")
    bare = _seconds(lambda: _run("pg_dump", archive.address, "-Fc", "-Z3", f"--file={place / 'bare'}"))
    first = _seconds(lambda: making.backup(folder, archive, recipients, 9, datetime(2026, 1, 1, tzinfo=UTC), unseen))
    again = _seconds(lambda: making.backup(folder, archive, recipients, 9, datetime(2026, 1, 2, tzinfo=UTC), unseen))
    size = sum(path.stat().st_size for path in folder.rglob("*.age")) / 2**20
    print(
        f"backup of {CASES} cases and {FILES} files of {SIZE / 1000:.0f} kB: {first:.1f} s, again {again:.1f} s, {size:.0f} MB"
    )
    print(f"  a bare pg_dump takes {bare:.1f} s")
    with postgres.scratch(archive.address) as own:
        bare = _seconds(lambda: _run("pg_restore", own, "--no-owner", "-1", str(place / "bare")))
    try:
        restored = _seconds(
            lambda: print("  head", restore(folder, "", identities, target, unseen).head[:12], "is equal")
        )
        print(
            f"restored and verified in {restored:.1f} s; a bare pg_restore, which verifies nothing, takes {bare:.1f} s"
        )
    finally:
        with postgres.maintenance(archive.address) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {TARGET} WITH (FORCE)")


def _run(name: str, address: dict[str, str], *words: str) -> None:
    from config.backups.postgres import folder_of_programs, major_of, make_conninfo

    program = folder_of_programs(major_of(address)) / name
    subprocess.run([program, *words, f"--dbname={make_conninfo(**address)}"], check=True, stdout=sys.stderr)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
