"""The smoke path through Debian's nginx and PostgreSQL with the files of deploy/, and a restart that nobody notices."""

import re
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPConnection, HTTPException
from itertools import count
from urllib.parse import urlencode

import pytest

from tests.deploy.machine import CONTACT, DEPLOY, HOST, Answer, Machine, ask, wait_for

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


def test_machine_was_set_up_as_the_documents_say(machine: Machine) -> None:
    """deploy/update in this order, and a line of pg_hba.conf that lets the site's two roles in and no third."""
    said = (machine.folder / "programs" / "said").read_text().splitlines()
    assert said == ["make venv", "systemctl is-active --quiet shekteu", "systemctl enable --now shekteu.socket shekteu"]
    rules = machine.cluster.sql("SELECT database, user_name, auth_method, options FROM pg_hba_file_rules LIMIT 1")
    assert rules == "{shekteu}|{shekteu,shekteu_site}|peer|{map=shekteu}"
    command = ["psql", machine.cluster.url("shekteu_site"), "-c", "SELECT 1"]
    stranger = subprocess.run(command, user="postgres", cwd="/", capture_output=True, text=True, check=False)
    assert "Peer authentication failed" in stranger.stderr


def test_command_gets_the_variables_as_they_are_written(machine: Machine) -> None:
    command = [DEPLOY / "manage", "shell", "-v0", "-c", "import os; print(os.environ['PRESS_CONTACT'])"]
    done = subprocess.run(command, env=machine.of_root, capture_output=True, text=True, check=False)
    assert done.stdout == f"{CONTACT}\n", done.stderr


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
    """But for what certbot is asked, which has no certificate yet."""
    with socket.create_connection(("127.0.0.1", machine.proxy.http)) as raw:
        answer = ask(raw, "/en/cases/?q=a", {"Host": HOST})
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}/en/cases/?q=a")
    with socket.create_connection(("127.0.0.1", machine.proxy.http)) as raw:
        assert ask(raw, "/.well-known/acme-challenge/invented", {"Host": HOST}).status == 404


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
    assert machine.site.get("/readyz").text == "ready\n"
    before = asked(machine)
    for number in range(12):
        machine.get(f"/en/cases/?q=word{number}")
    assert asked(machine) == before + 12
    assert "127.0.0.1" not in machine.site.get("/metrics").text


def asked(machine: Machine) -> int:
    pattern = r'shekteu_answers_total\{page="archive:cases",status="200"\} (\d+)'
    return sum(int(number) for number in re.findall(pattern, machine.site.get("/metrics").text))


def test_onion_serves_the_same_pages(machine: Machine) -> None:
    page = machine.over_tor("/en/cases/bokai-2016/")
    assert (page.status, "Max Bokai" in page.text) == (200, True)
    assert machine.over_tor("/metrics").status == 404


def test_body_that_is_too_large_does_not_reach_the_application(machine: Machine) -> None:
    answer = machine.get("/desk/import/", {"Content-Length": str(33 * 1024 * 1024)}, "POST", b"")
    assert answer.status == 413


READERS, RELOADS, LEAST = 16, 3, 200
HEADERS = {
    "Host": HOST,
    "Cookie": "sessionid=invented",  # nginx answers nobody who has one from its cache
    "Content-Type": "application/x-www-form-urlencoded",
}


def test_restart_without_a_failed_request(machine: Machine) -> None:
    """Readers ask for what nginx does not keep, while new workers come and until the last old one has gone."""
    answers: list[tuple[float, int | str]] = []
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(READERS))
        over = threading.Event()
        stack.callback(over.set)
        readers = [pool.submit(read_on, machine, number, answers, over) for number in range(READERS)]
        spans = [replaced(machine, machine.site.reload) for _time in range(RELOADS)]
        spans.append(replaced(machine, machine.site.restart))
    for reader in readers:
        reader.result()

    assert Counter(status for _at, status in answers).keys() == {200, 400}, machine.site.log.read_text()[-4000:]
    during_each = [sum(began <= at <= ended for at, _status in answers) for began, ended in spans]
    assert min(during_each[:RELOADS]) >= LEAST, during_each
    assert sum(status == 400 for _at, status in answers) >= LEAST


def replaced(machine: Machine, replace: Callable[[], None]) -> tuple[float, float]:
    """When the workers began to be replaced, and when the last old one was gone and a new one answered."""
    old, began = machine.site.workers(), time.monotonic()
    replace()
    wait_for(lambda: not old & machine.site.workers(), "old workers stay")
    assert machine.site.get("/healthz").status == 200
    return began, time.monotonic()


def read_on(machine: Machine, reader: int, answers: list[tuple[float, int | str]], over: threading.Event) -> None:
    """A page that the site keeps, one that it does not, and a form: over one connection, or a new one each time."""
    client = HTTPConnection("unused")
    for number in count():
        try:
            if reader % 2:
                client.close()
            if client.sock is None:
                client.sock = machine.connect(10 + (reader + number * READERS) % 240)  # many share what one may ask
            for method, path in (
                ("GET", f"/{('en', 'ru', 'kk')[number % 3]}/cases/bokai-2016/"),
                ("GET", f"/en/cases/?q=word{reader}x{number}"),
                ("POST", "/en/about/your-case/"),  # without its token a message is refused: 400
            ):
                body = urlencode({"text": "invented"}) if method == "POST" else None
                client.request(method, path, body, HEADERS)
                response = client.getresponse()
                response.read()
                answers.append((time.monotonic(), response.status))
        except (OSError, HTTPException) as error:
            answers.append((time.monotonic(), repr(error)))
            client.close()
        if over.is_set():
            break
    client.close()


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
    assert wrong == [], machine.site.log.read_text()[-4000:]
    assert {answer.status for answer in answers} == {200, 429}


def test_no_address_is_written_down(machine: Machine) -> None:
    logs = machine.logs()
    assert len(logs) >= 3
    assert not [name for name, text in logs.items() if "127.0.0.1" in text]


def test_units_are_sound() -> None:
    """systemd reads each of them and misses nothing but the programs of the real machine."""
    units = sorted(str(path) for path in (DEPLOY / "systemd").iterdir())
    said = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False).stderr
    assert [line for line in said.splitlines() if "is not executable: No such file" not in line] == []
