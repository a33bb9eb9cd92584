"""The embedded server's life: each test has real processes, and a folder of its own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from config import embedded, guard
from config.embedded import ROOT, USER, Server, ServerError, ensure, guarded, home, owner, release

USER_PROCESS = """
import sys
from pathlib import Path
from config.embedded import Server, ensure
ensure(Server(Path(sys.argv[1]), durable=False))
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short folder that the server's user can reach, with a space in its path."""
    made = Path(tempfile.mkdtemp(prefix="shekteu test "))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    server = Server(folder / "postgres", durable=False)
    yield server
    wait_until(lambda: not guarded(server))
    assert not server.socket_folder.exists()


def wait_until(condition) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "it did not come true in 20 seconds"
        time.sleep(0.05)


def use(server: Server) -> subprocess.Popen[str]:
    """A process that uses the server until its input is closed."""
    process = subprocess.Popen(
        [sys.executable, "-c", USER_PROCESS, str(server.home)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout.readline() == "ready\n"
    return process


def leave(process: subprocess.Popen[str]) -> None:
    process.stdin.close()
    process.stdout.close()
    process.wait(10)


def number(server: Server) -> int:
    """The server's process."""
    return int((server.data / "postmaster.pid").read_text().split()[0])


def answer(server: Server, question: str) -> object:
    with psycopg.connect(host=str(server.socket_folder), user=USER, dbname=embedded.NAME) as connection:
        return connection.execute(question).fetchone()[0]


def test_server_when_its_only_user_leaves(server: Server) -> None:
    process = use(server)
    running = number(server)
    assert psutil.pid_exists(running)
    leave(process)
    wait_until(lambda: not psutil.pid_exists(running))
    wait_until(lambda: not server.socket_folder.exists())
    assert list(server.data.glob("postmaster.pid")) == []


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_server_when_its_only_user_gets_a_signal(server: Server, name: str) -> None:
    process = use(server)
    running = number(server)
    process.send_signal(getattr(signal, name))
    leave(process)
    wait_until(lambda: not psutil.pid_exists(running))


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_server_when_its_guard_gets_a_signal(server: Server, name: str) -> None:
    process = use(server)
    running = psutil.Process(number(server))
    running.parent().send_signal(getattr(signal, name))
    wait_until(lambda: not running.is_running())
    wait_until(lambda: not server.socket_folder.exists())
    leave(process)


def test_server_when_one_of_two_users_leaves(server: Server) -> None:
    first = use(server)
    running = number(server)
    second = use(server)
    leave(first)
    time.sleep(3 * guard.SECONDS_BETWEEN_LOOKS)
    assert (number(server), answer(server, "SELECT 1")) == (running, 1)
    leave(second)
    wait_until(lambda: not psutil.pid_exists(running))


def test_rows_when_server_is_started_again(server: Server) -> None:
    process = use(server)
    with psycopg.connect(host=str(server.socket_folder), user=USER, dbname=embedded.NAME) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'Әділ' AS word")
    leave(process)
    process = use(server)
    assert answer(server, "SELECT lower(word) FROM kept") == "әділ"
    leave(process)


def test_server_when_its_guard_was_killed(server: Server) -> None:
    first = use(server)
    running = psutil.Process(number(server))
    running.parent().kill()
    wait_until(lambda: not guarded(server))
    leave(first)
    second = use(server)
    assert number(server) == running.pid
    leave(second)
    wait_until(lambda: not running.is_running())


def test_server_when_a_stale_pid_file_names_another_program(server: Server) -> None:
    leave(use(server))
    wait_until(lambda: not guarded(server))
    how = {"user": owner().pw_uid} if os.getuid() == 0 else {}
    stranger = subprocess.Popen(["sleep", "60"], **how)
    file = server.data / "postmaster.pid"
    file.write_text(f"{stranger.pid}\n{server.data}\n1700000000\n5432\n{server.socket_folder}\n\n")
    process = use(server)
    assert number(server) != stranger.pid
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()
    leave(process)


def test_servers_when_two_are_side_by_side(server: Server, folder: Path) -> None:
    other = Server(folder / "other", durable=False)
    first, second = use(server), use(other)
    folders = [answer(each, "SHOW data_directory") for each in (server, other)]
    assert folders == [str(server.data), str(other.data)]
    leave(first)
    leave(second)
    wait_until(lambda: not guarded(other))


def test_server_when_released(server: Server) -> None:
    ensure(server)
    running = number(server)
    release(server)
    assert not psutil.pid_exists(running)


def test_server_when_asked_from_the_network(server: Server) -> None:
    process = use(server)
    assert answer(server, "SHOW listen_addresses") == ""
    assert server.socket_folder.stat().st_mode & 0o777 == 0o700
    leave(process)


def test_ensure_when_data_is_of_another_version(server: Server) -> None:
    leave(use(server))
    wait_until(lambda: not guarded(server))
    (server.data / "PG_VERSION").write_text("17\n")
    with pytest.raises(ServerError) as error:
        ensure(server)
    assert "was made by PostgreSQL 17, this is 18" in str(error.value)
    assert str(server.log) in str(error.value)


def test_ensure_when_socket_folder_is_open_to_others(server: Server) -> None:
    server.socket_folder.mkdir(mode=0o755)
    with pytest.raises(ServerError, match="not a private folder"):
        ensure(server)
    server.socket_folder.rmdir()


def test_ensure_when_home_cannot_be_made(folder: Path) -> None:
    (folder / "file").write_text("")
    with pytest.raises(ServerError, match="set SHEKTEU_VAR to a folder that you can write to"):
        ensure(Server(folder / "file" / "postgres"))


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
@pytest.mark.parametrize("name", ["users.lock", "guard.lock", "log"])
def test_ensure_when_a_file_of_the_home_cannot_be_written(folder: Path, name: str) -> None:
    """As in a folder that is read-only, whoever runs the test: root may write everywhere else."""
    home = folder / "postgres"
    (home / name).mkdir(parents=True)
    server = Server(home, durable=False)
    with pytest.raises(ServerError) as error:
        ensure(server)
    if server.socket_folder.exists():
        server.socket_folder.rmdir()
    assert str(error.value).startswith(f"{home} cannot be written to (")
    assert str(error.value).endswith("make it writable, or set SHEKTEU_VAR to a folder that you can write to.")


def test_ensure_when_home_belongs_to_another_user(server: Server) -> None:
    server.home.mkdir()
    os.chown(server.home, owner().pw_uid, -1)
    with pytest.raises(ServerError, match="belongs to another user"):
        ensure(server)


def test_home_when_its_folder_is_private(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    monkeypatch.setattr(os, "getuid", lambda: 0)
    assert home(folder / "postgres") == folder / "postgres"
    assert home(closed / "postgres").parent == embedded.KEPT
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    assert home(closed / "postgres") == closed / "postgres"


def test_home_when_there_is_data_that_can_no_longer_be_reached(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "postgres" / "data").mkdir(parents=True)
    folder.chmod(0o700)
    monkeypatch.setattr(os, "getuid", lambda: 0)
    with pytest.raises(ServerError, match="allow it"):
        home(folder / "postgres")


def test_programs_when_package_cannot_be_reached(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "reachable", lambda path: False)
    monkeypatch.setattr(os, "getuid", lambda: 0)
    server.home.mkdir()
    copied = embedded.programs(server)
    assert copied.is_relative_to(server.home)
    for name in ("postgres", "initdb"):
        shown = subprocess.run([copied / name, "--version"], capture_output=True, text=True)
        assert (shown.stdout, shown.stderr) == (f"{name} (PostgreSQL) 18.4\n", "")
