"""The smoke path through Debian's nginx and PostgreSQL with the files of deploy/, and a restart that nobody notices."""

import re
import subprocess
import threading
import time
from collections import Counter

import pytest

from tests.deploy.machine import DEPLOY, HOST, Answer, Machine

pytestmark = pytest.mark.deploy
PAGES = (
    *(f"/{language}/" for language in ("en", "ru", "kk")),
    *(
        "/en/cases/",
        "/ru/cases/bokai-2016/",
        "/kk/people/max-bokai/",
        "/en/statistics/",
        "/en/calendar/",
        "/en/tables/",
    ),
    *("/en/tables/", "/en/cases.csv", "/en/cases.ics", "/api/v1/cases/bokai-2016/", "/en/data/ledger.json", "/healthz"),
)


@pytest.mark.parametrize("path", PAGES)
def test_page_through_the_proxy(machine: Machine, path: str) -> None:
    assert machine.get(path).status == 200


def test_page_is_safe_and_small(machine: Machine) -> None:
    page = machine.get("/en/cases/bokai-2016/", {"Accept-Encoding": "gzip, br"})

    assert page.headers["Content-Encoding"] == "gzip"
    assert page.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Server"] == "nginx"


def test_style_comes_in_its_smallest_form_and_from_the_proxy(machine: Machine) -> None:
    style = re.findall(r'href="(/static/[^"]+\.css)"', machine.get("/en/").text)[0]
    first = machine.get(style, {"Accept-Encoding": "gzip, br"})

    assert (first.status, first.headers["Content-Encoding"]) == (200, "br")
    assert "immutable" in first.headers["Cache-Control"]


def test_address_without_tls_leads_to_tls(machine: Machine) -> None:
    settings = (machine.folder / "shekteu.conf").read_text()
    assert f"return 301 https://{HOST}$request_uri;" in settings
    assert machine.get("/").status in (301, 302)


def test_page_again_is_not_rendered_again(machine: Machine) -> None:
    path = "/en/cases/?sort=name"
    states = [machine.get(path).headers["X-Cache"] for _time in range(2)]
    assert states == ["MISS", "HIT"]


def test_what_is_for_one_reader_alone_is_not_kept(machine: Machine) -> None:
    for path in ("/desk/account/login/", "/en/law/calculator/", "/en/about/your-case/answer/"):
        assert machine.get(path).status == 200
        assert machine.get(path).headers.get("X-Cache") in (None, "MISS")


def test_what_is_withdrawn_is_gone_within_seconds(machine: Machine) -> None:
    path = "/en/cases/ilyashev-2020/"
    assert [machine.get(path).status for _time in range(2)] == [200, 200]
    withdraw = "from django.utils.timezone import now; from editions.publish import withdraw; "
    machine.manage("shell", "-v0", "-c", withdraw + "withdraw('ilyashev-2020', {'en': 'Correction'}, now())")
    time.sleep(6)
    assert machine.get(path).status == 410


def test_site_role_cannot_change_what_was_published(machine: Machine) -> None:
    url = machine.cluster.url("shekteu_site")
    update = "UPDATE editions_chainentry SET reason = '{}'"
    done = subprocess.run(["psql", url, "-c", update], capture_output=True, text=True, check=False)
    assert "permission denied" in done.stderr


def test_site_role_can_do_what_the_timers_run(machine: Machine) -> None:
    key = str(machine.folder / "key")
    public = re.findall(r"age1\w+", machine.manage("backup_key", key, "--without-passphrase"))[0]
    backups = str(machine.folder / "backups")
    for words in (["seal"], ["erase_messages"], ["backup", backups, f"--recipient={public}"]):
        machine.manage(*words, role="shekteu_site")
    machine.manage("publish_dataset", str(machine.var / "media/data/2026-11-26"), role="shekteu_site")

    assert " holds: nothing was kept" in machine.manage("restore", backups, f"--identity={key}", "--check")


def test_metrics_count_over_all_workers_and_not_through_the_proxy(machine: Machine) -> None:
    assert [machine.get(path).status for path in ("/metrics", "/readyz")] == [404, 404]
    assert machine.directly("/readyz").text == "ready\n"
    before = asked(machine)
    for number in range(12):
        machine.get(f"/en/cases/?q=word{number}")
    assert asked(machine) == before + 12
    assert "127.0.0.1" not in machine.directly("/metrics").text


def asked(machine: Machine) -> int:
    pattern = r'shekteu_answers_total\{page="archive:cases",status="200"\} (\d+)'
    return sum(int(number) for number in re.findall(pattern, machine.directly("/metrics").text))


def test_onion_serves_the_same_pages(machine: Machine) -> None:
    page = machine.over_tor("/en/cases/bokai-2016/")
    assert (page.status, "Max Bokai" in page.text) == (200, True)
    assert machine.over_tor("/metrics").status == 404


def test_body_that_is_too_large_does_not_reach_the_application(machine: Machine) -> None:
    answer = machine.get("/desk/import/", {"Content-Length": str(33 * 1024 * 1024)}, "POST", b"")
    assert answer.status == 413


def test_restart_without_a_failed_request(machine: Machine) -> None:
    """Readers ask for what is in no cache while the site is reloaded, and started anew."""
    statuses: Counter[int | str] = Counter()
    over = threading.Event()
    readers = [threading.Thread(target=read_on, args=(machine, number, statuses, over)) for number in range(4)]
    for reader in readers:
        reader.start()
    time.sleep(2)
    machine.reload_site()
    time.sleep(6)
    machine.restart_site()
    time.sleep(10)
    over.set()
    for reader in readers:
        reader.join()

    assert set(statuses) == {200}, (machine.logs / "gunicorn").read_text()[-4000:]
    assert statuses[200] > 10


def read_on(machine: Machine, reader: int, statuses: Counter[int | str], over: threading.Event) -> None:
    number = 0
    while not over.is_set():
        number += 1
        try:
            statuses[machine.get(f"/en/cases/?q=word{reader}x{number}").status] += 1
        except OSError as error:
            statuses[repr(error)] += 1
        time.sleep(0.2)  # four readers of one address stay below what one may ask


def test_flood_is_told_to_slow_down(machine: Machine) -> None:
    """Comes last: whoever flooded waits a little."""
    answers: list[Answer] = []

    def flood() -> None:
        answers.extend(machine.get("/en/") for _time in range(30))

    readers = [threading.Thread(target=flood) for _reader in range(12)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    wrong = [answer.text for answer in answers if answer.status not in (200, 429)]
    assert wrong == [], (machine.logs / "gunicorn").read_text()[-4000:]
    assert {answer.status for answer in answers} == {200, 429}


def test_no_address_is_written_down(machine: Machine) -> None:
    logs = {path.name: path.read_text(errors="replace") for path in machine.logs.iterdir()}
    postgres = machine.cluster.folder / "socket" / "log"
    assert len(logs) >= 2
    assert not [name for name, text in (logs | {"postgres": postgres.read_text()}).items() if "127.0.0.1" in text]


def test_units_are_sound() -> None:
    """systemd reads each of them and misses nothing but the programs of the real machine."""
    units = sorted(str(path) for path in (DEPLOY / "systemd").iterdir())
    said = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False).stderr
    assert [line for line in said.splitlines() if "is not executable: No such file" not in line] == []
