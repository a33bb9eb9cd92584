"""A public page that was asked a moment ago comes as from a file: nginx answers it alone."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from tests.deploy.machine import HOST, Machine, free_port, wait_for

pytestmark = pytest.mark.deploy
PAGES = ("/en/", "/ru/cases/", "/kk/cases/bokai-2016/", "/en/statistics/")
REQUESTS, AT_ONCE, ROUNDS = 3000, 8, 3
LEAST = 0.5


@pytest.fixture(scope="module")
def port(machine: Machine) -> Iterator[int]:
    """A second nginx with the same settings but for the limits: one address may ask as much as a city."""
    if not shutil.which("ab"):
        pytest.skip("no ab here: install Debian's package apache2-utils")
    folder, port = machine.folder / "fast", free_port()
    (folder / "files").mkdir(parents=True)
    locations = (machine.folder / "locations.conf").read_text().replace(" 5s;", " 60s;")
    (folder / "locations.conf").write_text(locations + f"location /file/ {{ alias {folder}/files/; }}\n")
    settings = (machine.folder / "shekteu.conf").read_text().replace("rate=30r/s", "rate=100000r/s")
    for ours, theirs in (
        (str(machine.folder / "locations.conf"), str(folder / "locations.conf")),
        (str(machine.folder / "cache"), str(folder / "cache")),
        ("onion.sock", "onion-fast.sock"),
        (f":{machine.https}", f":{port}"),
        (f":{machine.http}", f":{free_port()}"),
        ("limit_conn connections 40;", ""),
        (" ssl http2;", ";"),  # without TLS, which costs both the same, the two are further apart
    ):
        settings = settings.replace(ours, theirs)
    (folder / "shekteu.conf").write_text(settings.partition("# Whoever asks for another name")[0])
    (folder / "nginx.conf").write_text(
        f"user root; daemon off; pid {folder}/pid; events {{ worker_connections 1024; }}\n"
        f"http {{ include /etc/nginx/mime.types; include {folder}/shekteu.conf; }}\n"
    )
    server = subprocess.Popen(["nginx", "-e", str(folder / "log"), "-c", str(folder / "nginx.conf")])
    wait_for((folder / "pid").exists, "nginx does not start")
    yield port
    server.terminate()
    server.wait()


@pytest.mark.parametrize("path", PAGES)
def test_page_again_is_half_as_fast_as_a_file(machine: Machine, port: int, path: str, capsys: Any) -> None:
    body = machine.get(path, {"Accept-Encoding": "gzip"}).body
    (machine.folder / "fast" / "files" / "page").write_bytes(body)
    rounds = [(per_second(port, path), per_second(port, "/file/page")) for _round in range(ROUNDS)]
    page, file = max(ours for ours, _theirs in rounds), max(theirs for _ours, theirs in rounds)

    with capsys.disabled():
        print(f"\n{path}: {page:.0f} a second, a file of the same {len(body)} bytes {file:.0f}: {page / file:.2f}")  # noqa: T201
    assert page >= LEAST * file


def per_second(port: int, path: str) -> float:
    command = ["ab", "-q", "-k", f"-n{REQUESTS}", f"-c{AT_ONCE}", "-H", "Accept-Encoding: gzip", "-H", f"Host: {HOST}"]
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=False
    ).stdout
    assert "Non-2xx responses" not in said
    return float(re.findall(r"Requests per second: +([\d.]+)", said)[0])
