"""Back to the minute before a mistake with PostgreSQL's own WAL, and a backup restored, as docs/deploy.md says."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.machine import ROOT, Cluster, missing, wait_for

pytestmark = pytest.mark.deploy


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A server of Debian's with the settings of deploy/, an archive in it, and two databases without one."""
    if lacking := missing():
        pytest.skip(lacking)
    folder = Path(tempfile.mkdtemp(prefix="shekteu-recovery-"))
    cluster = Cluster(folder)
    try:
        cluster.init()
        cluster.start()
        cluster.prepare()
        manage(cluster, "migrate", "--verbosity=0")
        for name in ("stranger", "again"):
            cluster.sql(f"CREATE DATABASE {name} OWNER shekteu TEMPLATE shekteu")
        manage(cluster, "import_archive", "fixtures/kazakhstan.json", "--publish", "--reason", "First publication")
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def manage(cluster: Cluster, *words: str, database: str = "shekteu") -> str:
    url = cluster.url("shekteu", database)
    environ = os.environ | {"DATABASE_URL": url, "SHEKTEU_VAR": str(cluster.folder / database)}
    environ["SHEKTEU_LEDGER_KEY"] = b64encode(b"invented, of thirty-two bytes :)").decode()
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words[0]}: {done.stdout}{done.stderr}"
    return done.stdout


def head(cluster: Cluster, database: str = "shekteu") -> str:
    return cluster.sql("SELECT hash FROM editions_chainentry ORDER BY number DESC LIMIT 1", database)


def test_backup_is_restored_by_the_programs_of_this_server(cluster: Cluster) -> None:
    uploads = cluster.folder / "shekteu" / "uploads"
    uploads.mkdir(parents=True)
    (uploads / "a").write_bytes(b"a")
    key, backups = str(cluster.folder / "key"), str(cluster.folder / "backups")
    said = manage(cluster, "backup_key", key, "--without-passphrase")
    public = re.findall(r"age1\w+", said)[0]
    manage(cluster, "backup", backups, f"--recipient={public}")

    said = manage(cluster, "restore", backups, f"--identity={key}", database="carried_over")

    assert f"head {head(cluster)}, count " in said
    assert (cluster.folder / "carried_over" / "uploads" / "a").read_bytes() == b"a"
    manage(cluster, "migrate", "--check", database="carried_over")
    assert cluster.sql("SELECT count(*) FROM pg_database WHERE datname LIKE 'restored%'") == "0"


def test_stranger_carries_the_archive_on_in_an_empty_database(cluster: Cluster) -> None:
    """As docs/carry-on.md says, with nothing but a release."""
    release = cluster.folder / "release"
    manage(cluster, "seal")
    manage(cluster, "publish_dataset", str(release))
    ledger = json.loads((release / "ledger.json").read_text())
    words = ["carry_on", str(release), f"--key={ledger['public_key']}"]

    assert "cases are published" not in manage(cluster, *words, "--check", database="stranger")
    said = manage(cluster, *words, database="stranger")

    published = len(ledger["lines"])
    assert f"{published} documents are those of the ledger of {ledger['day']}\n" in said
    assert f"{published} cases are published in a chain of their own\n" in said
    assert "computes it otherwise" not in said
    assert f"{published} entries: {published} intact" in manage(
        cluster, "verify_editions", "--quiet", database="stranger"
    )
    manage(cluster, "export_history", str(cluster.folder / "history"), database="stranger")
    manage(cluster, "import_history", str(cluster.folder / "history"), database="again")
    assert head(cluster, "again") == head(cluster, "stranger")


def test_piece_of_the_log_is_kept_once_and_never_overwritten(cluster: Cluster) -> None:
    """After a crash PostgreSQL brings a piece again: refusing it would keep the log until the disk is full."""
    command = cluster.sql("SHOW archive_command")
    piece = cluster.folder / "socket" / "piece"

    def kept(content: bytes) -> bool:
        piece.write_bytes(content)
        words = command.replace("%p", str(piece)).replace("%f", "piece")
        return subprocess.run(words, shell=True, check=False).returncode == 0

    assert [kept(b"one"), kept(b"one"), kept(b"another")] == [True, True, False]
    assert gzip.decompress((cluster.wal / "piece.gz").read_bytes()) == b"one"


def test_recovery_to_the_minute_before_a_mistake(cluster: Cluster) -> None:
    base = cluster.folder / "base"
    base.mkdir(mode=0o700)
    shutil.chown(base, "postgres")
    where = f"--host={cluster.folder / 'socket'}"
    cluster.run("pg_basebackup", where, "--checkpoint=fast", "--wal-method=none", f"--pgdata={base}")
    manage(cluster, "seal")
    before, moment = head(cluster), cluster.sql("SELECT clock_timestamp()")
    time.sleep(1)
    cluster.sql("DROP TABLE people_person CASCADE", "shekteu")
    last = cluster.sql("SELECT pg_walfile_name(pg_switch_wal())")
    wait_for((cluster.wal / f"{last}.gz").exists, "the last piece of WAL is not kept")
    cluster.stop()

    shutil.rmtree(cluster.data)
    base.rename(cluster.data)
    with (cluster.data / "postgresql.auto.conf").open("a") as file:
        file.write(f"restore_command = 'gzip -dc {cluster.wal}/%f.gz > %p || cp {cluster.wal}/%f %p'\n")
        file.write(f"recovery_target_time = '{moment}'\n")
        file.write("recovery_target_action = promote\n")
    (cluster.data / "recovery.signal").touch()
    shutil.chown(cluster.data / "recovery.signal", "postgres")
    cluster.start()

    assert head(cluster) == before
    assert int(cluster.sql("SELECT count(*) FROM people_person", "shekteu")) > 0
    assert f"head {before}" in manage(cluster, "verify_editions", "--quiet")
