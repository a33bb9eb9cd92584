"""PostgreSQL's own pg_dump and pg_restore, and a database of one's own to restore into."""

import os
import re
import secrets
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple
from urllib.parse import quote, urlencode

import psycopg
from django.conf import settings
from psycopg import sql
from psycopg.conninfo import make_conninfo

from config.backups.keys import BackupError
from config.embedded import Server, programs
from records.storage import ArchiveStorage, DiskStorage, archive_storage

Address = dict[str, str]
"""Where a database is, in libpq's words."""
TABLE = re.compile(r"(dumping contents of|processing data for) table ")
CREATE = "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"


class Place(NamedTuple):
    """Where an archive is: its database, its folder, and its files if they lie elsewhere than in that folder."""

    address: Address
    var: Path
    elsewhere: ArchiveStorage | None = None

    @property
    def files(self) -> ArchiveStorage:
        return self.elsewhere or DiskStorage(self.var)


def elsewhere() -> ArchiveStorage | None:
    """The storage of this archive's files, unless that is its folder."""
    storage = archive_storage()
    return None if storage.is_on_disk else storage


class Snapshot(NamedTuple):
    """A moment of the database that another program can look at too."""

    name: str
    head: str
    entries: int
    tables: int


def address_of(configured: Mapping[str, Any]) -> Address:
    """The address of a database of Django's settings."""
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    address = {ours: str(configured[theirs]) for ours, theirs in names.items() if configured.get(theirs)}
    others = configured.get("OPTIONS", {})
    return address | {name: str(text) for name, text in others.items() if name not in ("pool", "options")}


def url_of(address: Address) -> str:
    """The address as DATABASE_URL takes it."""
    rest = {name: text for name, text in address.items() if name not in ("dbname", "user", "password")}
    who = f"{quote(address.get('user', ''), safe='')}:{quote(address.get('password', ''), safe='')}"
    return f"postgresql://{who}@/{quote(address['dbname'], safe='')}?{urlencode(rest)}"


@contextmanager
def snapshot(address: Address) -> Iterator[Snapshot]:
    """Holds one moment of the database for as long as it is open."""
    with psycopg.connect(make_conninfo(**address)) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        name = connection.execute("SELECT pg_export_snapshot()").fetchone()
        head = connection.execute(
            "SELECT hash, number FROM editions_chainentry ORDER BY number DESC LIMIT 1"
        ).fetchone()
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        assert name and tables
        last, entries = head or ("", 0)
        yield Snapshot(name[0], last, entries, tables[0])


@contextmanager
def dump(address: Address, of: str) -> Iterator["Program"]:
    """A pg_dump of a snapshot, in PostgreSQL's custom format."""
    words = ["--format=custom", "--compress=3", "--no-owner", "--no-privileges", "--verbose", f"--snapshot={of}"]
    words += ["--no-unlogged-table-data"]  # digests that stand for readers for an hour
    with Program("pg_dump", address, words, stdout=subprocess.PIPE) as program:
        yield program


@contextmanager
def load(address: Address) -> Iterator["Program"]:
    """A pg_restore that takes what is written to it. All or nothing."""
    words = ["--no-owner", "--no-privileges", "--verbose", "--single-transaction", "--exit-on-error"]
    with Program("pg_restore", address, words, stdin=subprocess.PIPE) as program:
        yield program


class Program:
    """A program of PostgreSQL that works while somebody feeds it or reads from it in another thread."""

    def __init__(
        self, name: str, address: Address, words: Sequence[str], stdin: int | None = None, stdout: int | None = None
    ) -> None:
        folder = folder_of_programs(major_of(address))
        dbname = make_conninfo(**{key: text for key, text in address.items() if key != "password"})
        environ = {**os.environ, "LC_ALL": "C", "PGPASSWORD": address.get("password", "")}
        command = [str(folder / name), *words, f"--dbname={dbname}"]
        self.name, self._complaints = name, [""]
        self._process = subprocess.Popen(command, env=environ, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE)

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *failure: object) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream:
                stream.close()

    @property
    def stream(self) -> IO[bytes]:
        """What it gives, or takes."""
        stream: IO[bytes] | None = self._process.stdout or self._process.stdin
        assert stream
        return stream

    def tables(self, work: Any) -> Iterator[int]:
        """Does the work on the stream in a thread beside, and counts the tables. Raises BackupError with the reason."""
        assert self._process.stderr

        def use_up() -> None:
            with self.stream as stream:  # whatever happens, the program does not wait for the other end
                work(stream)

        with ThreadPoolExecutor(1) as beside:
            task, done = beside.submit(use_up), 0
            for line in self._process.stderr:
                if TABLE.search(text := line.decode(errors="replace")):
                    done += 1
                    yield done
                elif "error:" in text or "FATAL" in text:
                    self._complaints.append(text.strip())
            failed = self._process.wait()
            error = task.exception()
        if error and not isinstance(error, BrokenPipeError):
            raise error
        if failed:
            raise BackupError(f"{self.name} stopped: {self._complaints[-1] or f'status {failed}'}")


def major_of(address: Address) -> int:
    with psycopg.connect(make_conninfo(**address)) as connection:
        return connection.info.server_version // 10_000


def folder_of_programs(major: int) -> Path:
    """The programs of the server's own version; the embedded ones, the newest, where there are none."""
    on_path = shutil.which("pg_dump")
    places = [Path(f"/usr/lib/postgresql/{major}/bin/pg_dump"), *([Path(on_path)] if on_path else [])]
    for program in filter(Path.exists, places):
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
        if re.search(rf"\) {major}\b", said):
            return program.parent
    return programs(Server.main(settings.VAR))


@contextmanager
def scratch(address: Address) -> Iterator[Address]:
    """An empty database beside the one of the address, gone in the end unless it was given that one's name."""
    own = {**address, "dbname": f"restored_{secrets.token_hex(4)}"}
    with maintenance(address) as connection:
        connection.execute(sql.SQL(CREATE).format(sql.Identifier(own["dbname"])))
    try:
        yield own
    finally:
        with maintenance(address) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(own["dbname"])))


def is_empty(address: Address) -> bool:
    """Whether there is no database of that name, or one without a table."""
    with maintenance(address) as connection:
        named = connection.execute("SELECT FROM pg_database WHERE datname = %s", [address["dbname"]])
        if named.fetchone() is None:
            return True
    with psycopg.connect(make_conninfo(**address)) as own:
        return own.execute("SELECT FROM pg_tables WHERE schemaname = 'public'").fetchone() is None


def put_in_place(own: Address, address: Address) -> None:
    """Gives a scratch database the name of the empty one."""
    names = [sql.Identifier(place["dbname"]) for place in (own, address)]
    with maintenance(address) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(names[1]))
        connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(*names))


def maintenance(address: Address) -> psycopg.Connection[tuple[Any, ...]]:
    """A connection from which databases are made and renamed."""
    return psycopg.connect(make_conninfo(**{**address, "dbname": "postgres"}), autocommit=True)
