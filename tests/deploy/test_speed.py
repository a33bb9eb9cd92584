"""A public page that was asked a moment ago comes as from a file: nginx answers it alone."""

import re
import shutil
import subprocess
from typing import Any

import pytest

from tests.deploy.machine import HOST, Machine

pytestmark = pytest.mark.deploy
PAGES = ("/en/", "/ru/cases/", "/kk/cases/bokai-2016/", "/en/statistics/")
REQUESTS, AT_ONCE, ROUNDS = 3000, 8, 3
LEAST = 0.5


@pytest.fixture(scope="module")
def port(machine: Machine) -> int:
    """A second nginx with the same settings but for the limits: one address may ask as much as a city."""
    if not shutil.which("ab"):
        pytest.skip("no ab here: install Debian's package apache2-utils")
    files = machine.folder / "files"
    files.mkdir()
    changes = {
        " 5s;": " 60s;",
        "location /static/": f"location /file/ {{ alias {files}/; }}\nlocation /static/",
        "rate=30r/s": "rate=100000r/s",
        "limit_conn connections 40;": "",
        " ssl http2;": ";",  # without TLS, which costs both the same, the two are further apart
        " ssl default_server;": ";",
        "listen 80 default_server;": "",
    }
    return machine.start_proxy("fast", changes).https


@pytest.mark.parametrize("path", PAGES)
def test_page_again_is_half_as_fast_as_a_file(machine: Machine, port: int, path: str, capsys: Any) -> None:
    body = machine.get(path, {"Accept-Encoding": "gzip"}).body
    (machine.folder / "files" / "page").write_bytes(body)
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
