"""What docs/chain.md tells others to run: a ledger a day in a repository of theirs, and a time-stamp of it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from tests.archive.published import NOON, document, publish
from tests.deploy.machine import ROOT

pytestmark = [pytest.mark.deploy, pytest.mark.django_db]
LACKING = [program for program in ("curl", "git", "openssl") if shutil.which(program) is None]
AUTHORITY = """[tsa]
default_tsa = invented
[invented]
serial = serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
[usage]
extendedKeyUsage = critical,timeStamping
"""


@pytest.fixture
def ledger(client: Client, settings: Any, tmp_path: Path) -> bytes:
    """The sealed ledger of an invented archive, as readers get it."""
    if LACKING:
        pytest.skip(f"no {LACKING[0]} here")
    settings.VAR = tmp_path / "var"
    publish(document(), now=NOON)
    call_command("seal", verbosity=0)
    response = client.get("/en/data/ledger.json")
    assert response.status_code == 200
    return b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]


def commands(beginning: str) -> str:
    """The block of docs/chain.md that begins so."""
    blocks = (ROOT / "docs" / "chain.md").read_text().split("```sh\n")[1:]
    return next(block.split("```")[0] for block in blocks if block.startswith(beginning))


@contextmanager
def answering(answer: Any) -> Iterator[str]:
    """The address of a server that answers each request with what the function makes of its body."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = answer(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET

        def log_message(self, *_arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def run(script: str, folder: Path) -> None:
    author = {f"GIT_{who}_{what}": "invented" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["sh", "-ec", script], cwd=folder, env=os.environ | author, check=True, capture_output=True)


def test_ledger_in_a_repository_of_others(ledger: bytes, tmp_path: Path) -> None:
    run("git init -q --bare theirs.git && git clone -q theirs.git clone", tmp_path)
    with answering(lambda _body: ledger) as address:
        run(commands("mkdir -p ledgers").replace("https://archive.example", address), tmp_path / "clone")
    run("git clone -q theirs.git another", tmp_path)
    kept = tmp_path / "another" / "ledgers"
    assert [file.read_bytes() for file in kept.iterdir()] == [ledger]
    call_command("compare_ledger", str(kept))
    next(kept.iterdir()).write_bytes(ledger.replace(b'"lines"', b'"Lines"', 1))
    with pytest.raises(CommandError):
        call_command("compare_ledger", str(kept))


def test_ledger_with_a_time_stamp(ledger: bytes, tmp_path: Path) -> None:
    (tmp_path / "authority.cnf").write_text(AUTHORITY)
    (tmp_path / "ledger.json").write_bytes(ledger)
    run(
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Invented authority' -keyout key.pem "
        "-out authority.pem -addext extendedKeyUsage=critical,timeStamping && echo 01 > serial",
        tmp_path,
    )

    def stamped(query: bytes) -> bytes:
        (tmp_path / "query").write_bytes(query)
        run(
            "openssl ts -reply -config authority.cnf -section invented -queryfile query -signer authority.pem "
            "-inkey key.pem -out reply",
            tmp_path,
        )
        return (tmp_path / "reply").read_bytes()

    with answering(stamped) as address:
        script = commands("openssl ts").replace("https://authority.example", address)
        run(script, tmp_path)
    (tmp_path / "ledger.json").write_bytes(ledger + b" ")
    with pytest.raises(subprocess.CalledProcessError):
        run(script.splitlines()[-1], tmp_path)
