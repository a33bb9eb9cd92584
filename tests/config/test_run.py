import os
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from config.embedded import ROOT
from config.run import _free, _port, account_command


@pytest.mark.parametrize("text", ["", "0", "65536", "80a", "-1", "8000 "])
def test_port_when_it_is_no_port(text: str) -> None:
    with pytest.raises(SystemExit, match="write a number from 1 to 65535"):
        _port(text)


def test_port_when_it_is_one() -> None:
    assert _port("8001") == 8001


def test_free_when_port_is_in_use() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {port} is in use: .*PORT={port + 1} make run"):
            _free(port)


def test_account_command_is_whole() -> None:
    """It works on the rows of this very site, from any folder."""
    command = account_command({"SHEKTEU_VAR": "/a folder/var", "OTHER": "x"}, 8001)

    assert command == (
        f"cd {shlex.quote(str(ROOT))} && SHEKTEU_VAR='/a folder/var' .venv/bin/python manage.py first_account"
        " --site http://127.0.0.1:8001"
    )
    assert "SHEKTEU_VAR" not in account_command({}, 8000)


@pytest.fixture(scope="module")
def var() -> Iterator[Path]:
    """A folder for a site's data that the server's user can reach; the second start finds what the first one made."""
    with tempfile.TemporaryDirectory(prefix="shekteu site ") as made:
        Path(made).chmod(0o755)
        yield Path(made)


def serve(var: Path, port: int) -> subprocess.Popen[bytes]:
    environ = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environ |= {"SHEKTEU_VAR": str(var), "PORT": str(port)}
    return subprocess.Popen([sys.executable, "-m", "config.run"], cwd=ROOT, env=environ, stdout=subprocess.PIPE)


def wait_for_answer(site: subprocess.Popen[bytes], port: int) -> str:
    for _ in range(1200):
        if site.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as response:
                return response.read().decode()
        except OSError:
            time.sleep(0.1)
    site.kill()
    raise AssertionError(f"no answer in two minutes: {site.communicate()[0].decode()}")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_site_when_it_is_told_to_stop(var: Path, name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    site = serve(var, port)
    answer = wait_for_answer(site, port)
    database = int((var / "postgres" / "data" / "postmaster.pid").read_text().split()[0])
    site.send_signal(getattr(signal, name))
    printed, _ = site.communicate(timeout=30)
    assert (answer, site.returncode, psutil.pid_exists(database)) == ("ok\n", 0, False)
    assert f"Shekteu is on http://127.0.0.1:{port}/" in printed.decode()
    assert account_command({"SHEKTEU_VAR": str(var)}, port) in printed.decode()


def test_site_when_the_database_does_not_answer() -> None:
    environ = os.environ | {"DATABASE_URL": "postgresql://user:hush@127.0.0.1:1/name", "PORT": "8999"}
    site = subprocess.run([sys.executable, "-m", "config.run"], cwd=ROOT, env=environ, capture_output=True, text=True)
    assert (site.returncode, "hush" in site.stderr) == (1, False)
    assert site.stderr.startswith("The database does not answer: ")
    assert site.stderr.endswith("unset DATABASE_URL to use the embedded one.\n")
