"""What breaks on a machine breaks for a while: readers read on where that can be, and nothing is half done."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.deploy.machine import ROOT, Machine, Site, free_port, wait_for

pytestmark = pytest.mark.deploy
NUMBERS = count()
SECONDS_AGO = 3600
CASE = "mukhammedkarim-2024"


def new_list() -> str:
    """The address of a list that nobody has asked for."""
    return f"/en/cases/?q=fault{next(NUMBERS)}"


def status(machine: Machine, path: str) -> int:
    return machine.get(path, {"Cookie": "sessionid=invented"}).status  # so that nginx's copy is not asked


@contextmanager
def full(machine: Machine) -> Iterator[None]:
    """The disk of the whole machine, to the last byte."""
    filler = machine.folder / "filler"
    try:
        with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
            while True:
                file.write(bytes(1 << 20))
        yield
    finally:
        filler.unlink()
        if not machine.cluster.is_running():
            machine.cluster.start()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def test_database_stops_at_once_and_comes_back(machine: Machine) -> None:
    path = "/en/cases/bokai-2016/"
    workers = machine.site.workers()
    assert (machine.get(path).status, status(machine, new_list())) == (200, 200)
    machine.cluster.stop()
    answer = machine.get(new_list())
    assert (answer.status, answer.headers["Retry-After"]) == (503, "30")
    assert machine.get("/healthz").status == 503
    wait_for(lambda: machine.get(path).headers["X-Cache"] == "STALE", "nginx does not show what it has")
    assert machine.get(path).status == 200

    machine.cluster.start()

    assert [status(machine, address) for address in (path, new_list(), "/healthz")] == [200] * 3
    assert machine.site.workers() == workers


def test_disk_is_full_to_the_last_byte_and_nothing_is_half_done(machine: Machine) -> None:
    """PostgreSQL stops with its next checkpoint, which wants some bytes; until then readers read on."""
    if not machine.is_disk:
        pytest.skip("no disk can be mounted here")
    archive = json.loads((ROOT / "fixtures" / "kazakhstan.json").read_text())
    for case in archive["cases"]:
        case["title"] = {"en": "An invented correction that finds no room"}
    rows = machine.folder / "corrected.json"
    rows.write_text(json.dumps(archive))
    before = last_line(machine)
    with full(machine):
        answers = {path: status(machine, path) for path in ("/kk/people/kairat-klyshev/", new_list())}
        words = ("import_archive", str(rows), "--publish", "--reason", "Full", "--update")
        refused = machine.manage(*words, may_fail=True)
    assert set(answers.values()) <= {200, 503}, answers
    assert "Error" in refused

    assert last_line(machine) == before
    assert status(machine, new_list()) == 200
    machine.manage("seal")


def last_line(machine: Machine) -> str:
    """What the chain comes to, with the hash of its head."""
    return machine.manage("verify_editions", "--quiet").splitlines()[-1]


def test_folder_of_files_is_read_only(machine: Machine) -> None:
    if not machine.is_disk:
        pytest.skip("no disk can be mounted here")
    with read_only(machine.var):
        style = re.findall(r'href="(/static/[^"]+\.css)"', machine.get("/en/").text)[0]
        assert {status(machine, path) for path in ("/en/", new_list(), "/ru/cases/bokai-2016/", style)} == {200}
        refused = machine.manage("seal", may_fail=True)
        machine.site.restart()
        assert machine.site.get("/readyz").status == 200
    machine.manage("seal")
    assert ("Read-only file system" in refused, "Traceback" in refused) == (True, False)
    assert machine.get("/en/data/ledger.json").status == 200


@pytest.fixture
def set_back(machine: Machine) -> Iterator[Site]:
    """The site on a machine with the same database whose clock has been set back an hour."""
    library = machine.folder / "set_back.so"
    compiler = ["cc", "-shared", "-fPIC", "-o", str(library), str(Path(__file__).with_name("set_back.c")), "-ldl"]
    if subprocess.run(compiler, check=False).returncode:
        pytest.skip("no compiler here: install Debian's package gcc")
    site = Site(
        machine.folder / "set-back",
        machine.environ("shekteu_site") | {"LD_PRELOAD": str(library)},
        ("127.0.0.1", free_port()),
    )
    machine.start_site(site)
    wait_for(lambda: site.get("/readyz").status == 200, "the site does not answer")
    yield site
    site.close()


def test_clock_is_set_back_an_hour(machine: Machine, set_back: Site) -> None:
    """What is published then is read at once, everywhere; the chain holds; nobody waits for the hour to come again."""
    proxied = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.77"}
    page, words = f"/en/cases/{CASE}/", "The clock stood wrong"
    assert {site.get(page, proxied).status for site in (machine.site, set_back)} == {200}
    code = (
        "from django.utils.timezone import now; from editions.publish import withdraw; "
        f"print(now().timestamp()); withdraw({CASE!r}, {{'en': {words!r}}}, now())"
    )
    said = machine.manage("shell", "-v0", "-c", code, environ=set_back.environ)
    assert float(said.split()[0]) < time.time() - SECONDS_AGO / 2

    answers = [site.get(page, proxied) for site in (machine.site, set_back) for _time in range(4)]
    assert {(answer.status, words in answer.text) for answer in answers} == {(410, True)}
    machine.manage("seal", environ=set_back.environ)
    machine.manage("verify_editions", "--quiet")
    assert {set_back.get(new_list(), proxied).status for _time in range(30)} == {200}
    assert {machine.site.get(new_list(), proxied).status for _time in range(30)} == {200}
