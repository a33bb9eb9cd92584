"""Runs the embedded PostgreSQL and stops it when its last user is gone: `python -m config.guard HOME durable|fast`.

Started by config/embedded.py, which explains the locks. INT, TERM and HUP stop the server too.
"""

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

import psutil

from config.embedded import USER, Server, make_private, owner, programs

SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_TO_STOP = 30
MAJOR = "18"
OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "log_timezone": "UTC",
    "timezone": "UTC",
    "log_checkpoints": "off",
    "max_wal_size": "256MB",
    "cluster_name": "shekteu",
}
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}


def main(home: str, mode: str) -> None:
    """Guards until the last user is gone or a signal comes. Leaves at once if another guard is there."""
    server = Server(Path(home), durable=mode == "durable")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(0))
    guard = (server.home / "guard.lock").open("a")
    if not _acquired(guard):
        return
    process = None
    with (server.home / "users.lock").open("a") as users:
        try:
            process = running(server) or start(server)
            _wait_for_the_last(users, process)
        finally:
            if process is not None:
                stop(process)
            with contextlib.suppress(OSError):
                server.socket_folder.rmdir()
            guard.close()  # before the users' lock: who gets that one next must see that nobody guards


def _acquired(lock: IO[str]) -> bool:
    """Tries for half a second: a look by `guarded` may hold the lock for a moment."""
    for _ in range(10):
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        time.sleep(0.05)
    return False


def _wait_for_the_last(users: IO[str], process: psutil.Process) -> None:
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        time.sleep(SECONDS_BETWEEN_LOOKS)
    sys.exit("The server has ended by itself.")


def running(server: Server) -> psutil.Process | None:
    """The server of this data folder, left by a guard that was killed. Removes a pid file that is stale."""
    file = server.data / "postmaster.pid"
    try:
        process = psutil.Process(int(file.read_text().split()[0]))
        if str(server.data) in process.cmdline():
            return process
        file.unlink()  # the number now belongs to another program, which PostgreSQL would take for itself
    except psutil.NoSuchProcess:
        return None  # PostgreSQL clears it, after looking for children still at work
    except (FileNotFoundError, IndexError, ValueError):
        return None
    return None


def start(server: Server) -> psutil.Process:
    """Starts the server, making its data folder first if need be."""
    folder = programs(server)
    make_private(server.socket_folder, owner().pw_uid)
    if not (server.data / "PG_VERSION").exists():
        create(server, folder)
    _check_version(server)
    options = OPTIONS | {"unix_socket_directories": str(server.socket_folder)} | ({} if server.durable else FAST)
    command = [str(folder / "postgres"), "-D", str(server.data)]
    for option in options.items():
        command += ["-c", "=".join(option)]
    return psutil.Popen(command, **_as_owner())


def create(server: Server, folder: Path) -> None:
    """Makes the data folder aside and moves it into place, so that none is ever half made."""
    part = server.home / "data.new"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    os.chown(part, owner().pw_uid, owner().pw_gid)
    locale = ["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    command = [str(folder / "initdb"), "-D", str(part), "-U", USER, "--auth=trust", "--no-instructions", *locale]
    if subprocess.call(command + ([] if server.durable else ["--no-sync"]), **_as_owner()) != 0:
        sys.exit("The data folder could not be made.")
    part.rename(server.data)


def stop(process: psutil.Process) -> None:
    """Stops the server: fast, and if that takes too long, at once (it then recovers at the next start)."""
    for number in (signal.SIGINT, signal.SIGQUIT):
        with contextlib.suppress(psutil.NoSuchProcess, psutil.TimeoutExpired):
            process.send_signal(number)
            process.wait(SECONDS_TO_STOP)
        if not process.is_running():
            return


def _check_version(server: Server) -> None:
    version = (server.data / "PG_VERSION").read_text().strip()
    if version != MAJOR:
        sys.exit(
            f"{server.data} was made by PostgreSQL {version}, this is {MAJOR}: export the archive with the release "
            "that made it (manage.py export_history), move the folder away, and import it again."
        )


def _as_owner() -> dict[str, Any]:
    """How to run a program as the server's user, without the project's environment."""
    keep = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    how: dict[str, Any] = {"cwd": "/", "env": keep | {"LC_ALL": "C"}, "stdin": subprocess.DEVNULL}
    if os.getuid() == 0:
        how |= {"user": owner().pw_uid, "group": owner().pw_gid, "extra_groups": []}
    return how


if __name__ == "__main__":
    main(*sys.argv[1:])
