"""A primary and two replicas on this machine, each killed in turn while readers ask: BENCH_CASES (300), BENCH_SECONDS (8).

Debian's PostgreSQL with the settings of deploy/, streaming replication, the site as in production. Told of each part:
answers, how many were no 200, the slowest, and what share of the published rows each server has read. In between a case
is withdrawn while a replica is behind: nobody may read it again. Needs root.
"""

import http.client
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import sleep

from benchmarks.traffic import CHEAP, KINDS, REGIONS, Crowd, ask, say, site, slowest
from tests.deploy.machine import ROOT, Cluster, missing

CASES = int(os.environ.get("BENCH_CASES", "300"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "8"))
PUBLISHING = """from datetime import UTC, datetime
from tests.archive import published
from tests.invented.archives import publishing
moment = lambda days: datetime(2026, 11, 22 + days, 12, tzinfo=UTC)"""
READERS, RATE = 4, 25
READS = """SELECT coalesce(sum(coalesce(idx_scan, 0) + seq_scan), 0) FROM pg_stat_user_tables
WHERE relname IN ('archive_entry', 'archive_period', 'editions_edition', 'editions_editiontext')"""


class Replica(Cluster):
    """A server that follows a primary's log."""

    def follow(self, primary: Cluster) -> None:
        source = f"--host={primary.folder / 'socket'}"
        self.run("pg_basebackup", source, "--checkpoint=fast", "--write-recovery-conf", f"--pgdata={self.data}")
        with (self.data / "postgresql.conf").open("a") as file:
            file.write(f"\nunix_socket_directories = '{self.folder / 'socket'}'\nhot_standby_feedback = on\n")
        self.start()


class Servers:
    """The three servers in a folder, and the site that reads from them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.chmod(0o755)
        for name in ("primary", "replica1", "replica2"):
            (folder / name).mkdir()
        self.primary = Cluster(folder / "primary")
        self.replicas = (Replica(folder / "replica1"), Replica(folder / "replica2"))

    def start(self) -> None:
        self.primary.init()
        self.primary.start()
        self.primary.prepare()
        for replica in self.replicas:
            replica.follow(self.primary)

    def stop(self) -> None:
        for server in (*self.replicas, self.primary):
            server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def environ(self) -> dict[str, str]:
        """What the site is told of them."""
        urls = " ".join(replica.url("shekteu") for replica in self.replicas)
        return {"DATABASE_URL": self.primary.url("shekteu"), "DATABASE_REPLICA_URL": urls}

    def wait_until_equal(self) -> None:
        """Until both replicas have done all of the primary's log."""
        position = self.primary.sql("SELECT pg_current_wal_lsn()")
        done = f"SELECT pg_last_wal_replay_lsn() >= '{position}'"
        for replica in self.replicas:
            while replica.sql(done) != "t":
                sleep(0.05)

    def write(self, statement: str) -> None:
        """Runs Python with the primary as its database."""
        environ = os.environ | self.environ() | {"DJANGO_SETTINGS_MODULE": "config.settings"}
        program = f"import django; django.setup()\n{statement}"
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environ, check=True)

    def reads(self) -> list[int]:
        """How often each server has looked into the published rows."""
        return [int(server.sql(READS, "shekteu")) for server in (self.primary, *self.replicas)]


def main() -> None:
    if lacking := missing():
        sys.exit(f"This part starts servers as their own users: {lacking}.")
    with running() as servers, site(servers.folder, servers.environ()) as (port, _first):
        say(f"{CASES} cases, {RATE} requests a second")
        for what, happens, is_over in parts(servers):
            told(servers, port, what, happens)
            is_over()
            sleep(6)  # a server that was left out is asked again
        withdrawn_while_behind(servers, port)


@contextmanager
def running() -> Iterator[Servers]:
    """Three servers with invented cases, equal."""
    servers = Servers(Path(tempfile.mkdtemp(prefix="shekteu-replicas-")))
    try:
        servers.start()
        servers.write("from django.core.management import call_command; call_command('migrate', verbosity=0)")
        servers.write(f"{PUBLISHING}\npublishing._publish(range({CASES}), 1, moment(0))")
        servers.wait_until_equal()
        yield servers
    finally:
        servers.stop()


def parts(servers: Servers) -> Iterator[tuple[str, Callable[[], object], Callable[[], object]]]:
    """What happens while readers ask, and how it is put right."""
    one, other = servers.replicas
    yield "all three are there", nothing, nothing
    yield "the first replica is killed", lambda: kill(one), one.start
    yield "the second replica is killed", lambda: kill(other), other.start
    yield "both replicas are killed", lambda: (kill(one), kill(other)), lambda: (one.start(), other.start())
    yield "the primary is killed", lambda: kill(servers.primary), servers.primary.start


def any_path(draw: random.Random) -> str:
    """Mostly what is not kept: the database that answers has to be asked."""
    number = draw.randrange(1, CASES)
    chosen = f"kind={draw.choice(KINDS)}&region={draw.choice(REGIONS)}&year_from={draw.randrange(2012, 2024)}"
    of_case = f"synthetic-{number:06d}"
    return draw.choice(
        (
            CHEAP,
            f"/en/cases/{of_case}/",
            f"/en/cases/{of_case}.json",
            f"/en/cases/?{chosen}",
            f"/api/v1/counts/?{chosen}",
        )
    )


def kill(server: Cluster) -> None:
    """As if somebody pulled the plug: no process of it says goodbye."""
    import psutil

    first = psutil.Process(int((server.data / "postmaster.pid").read_text().split("\n", 1)[0]))
    for process in (first, *first.children()):
        process.send_signal(signal.SIGKILL)
    psutil.wait_procs([first], 10)


def told(servers: Servers, port: int, what: str, happens: Callable[[], object]) -> Crowd:
    """Readers ask; after a quarter of the time it happens."""
    before = servers.reads() if happens is nothing else []
    with Crowd(port, READERS, any_path, RATE) as crowd:
        sleep(SECONDS / 4)
        happens()
        sleep(SECONDS * 3 / 4)
    failed = f"{len(crowd.failed)} of {len(crowd.seconds)} answers were no 200, {crowd.broken} lines broke"
    say(f"{what}: {failed}, slowest {max(crowd.seconds):.2f} s, of a hundred {slowest(crowd.seconds):.2f} s")
    if before:
        read = [after - earlier for after, earlier in zip(servers.reads(), before, strict=True)]
        say(f"published rows were looked into {read[0]} times on the primary, {read[1]} and {read[2]} on the replicas")
    return crowd


def nothing() -> None:
    """Nothing happens."""


def withdrawn_while_behind(servers: Servers, port: int) -> tuple[set[int], set[int]]:
    """The replicas do not follow for a while: what is withdrawn is gone all the same, and what is new is there.

    Gives the statuses that readers got for the one and for the other.
    """
    for replica in servers.replicas:
        replica.sql("SELECT pg_wal_replay_pause()")
    servers.write(f"{PUBLISHING}\npublished.withdraw('{CHEAP.split('/')[-2]}', moment(1))")
    gone = {status(port, CHEAP) for _ in range(40)}
    servers.write(f"{PUBLISHING}\npublishing._publish(range({CASES}, {CASES + 1}), 1, moment(2))")
    new = {status(port, f"/en/cases/synthetic-{CASES:06d}/") for _ in range(40)}
    say(f"both replicas behind: a withdrawn case answers {gone}, a new one {new}")
    for replica in servers.replicas:
        replica.sql("SELECT pg_wal_replay_resume()")
    return gone, new


def status(port: int, path: str) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
        return ask(line, path)[0]
