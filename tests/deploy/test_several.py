"""Two machines with the site behind one nginx: one database, columns of their own, one truth."""

import json
import re
import shutil
import socket
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPException, IncompleteRead
from itertools import count
from urllib.parse import urlencode

import pytest

from tests.deploy.machine import DEPLOY, HOST, ROOT, Machine, Site, ask, free_port, wait_for

pytestmark = pytest.mark.deploy
SHARED = ("media", "uploads", "captures", "imports")
"""What both machines see as one folder."""
ONE = "server unix:/run/shekteu/http.sock;"
LISTS = ("/en/cases/", "/ru/cases/?region=KZ-75", "/en/statistics/", "/en/cases.csv", "/api/v1/cases/", "/en/cases.ics")
WITHDRAWN, SILENT, ERASED, CORRECTED, UNTOUCHED = (
    "kazakbay-2025", "sydykov-2025", "klyshev-2021", "mamai-2023", "bokai-2016",
)  # fmt: skip
RATE = 60
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Referer": f"https://{HOST}/"}
SESSION = """
from django.contrib.auth.models import Group
from tests.desk.invented_accounts import account, browser
print("session", browser(account("boss", "publisher", "editor")).cookies["sessionid"].value)
"""
CUT_OFF = "cut off"
"""What had been sent in part when its machine died: nobody can send the rest."""
READERS = count()


def headers(reader: int | None = None) -> dict[str, str]:
    """As nginx sends them: of this reader, or of one whom nobody has counted."""
    number = next(READERS) if reader is None else reader
    return {"X-Forwarded-Proto": "https", "X-Forwarded-For": f"203.0.{number // 250}.{number % 250}"}


class Several:
    """Two sites, and the nginx before them that names them as deploy/nginx.conf says."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.sites = [self.site(number) for number in (1, 2)]
        self.proxy = machine.start_proxy("several", upstream(*(port(site) for site in self.sites)))
        for site in self.sites:
            wait_for(lambda site=site: site.get("/readyz").status == 200, "a site does not answer")  # type: ignore[misc]

    def site(self, number: int) -> Site:
        var = self.machine.folder / f"var{number}"
        var.mkdir()
        for name in SHARED:
            (self.machine.var / name).mkdir(exist_ok=True)
            (var / name).symlink_to(self.machine.var / name)
        shutil.copytree(self.machine.var / "static", var / "static")
        environ = {"SHEKTEU_VAR": str(var), "READER_RATE": str(RATE), "EXPORTS_AT_ONCE": "20"}
        address = ("127.0.0.1", free_port())
        site = Site(self.machine.folder / f"site{number}", self.machine.environ("shekteu_site") | environ, address)
        self.machine.start_site(site)
        return site

    def statuses(self, path: str) -> list[int]:
        """What the machines answer, asked often enough that each of their workers is."""
        return sorted({site.get(path, headers()).status for site in self.sites for _time in range(6)})

    def texts(self, path: str) -> set[bytes]:
        return {site.get(path, headers()).body for site in self.sites for _time in range(6)}

    def withdrawn(self, before: dict[str, set[bytes]]) -> None:
        """Lists and files of both are equal again, and no longer what they were."""
        for path, texts in before.items():
            assert len(self.texts(path)) == 1
            assert self.texts(path) != texts


def port(site: Site) -> int:
    assert isinstance(site.address, tuple)
    return site.address[1]


def upstream(*ports: int) -> dict[str, str]:
    """The proxy's settings for machines at these ports, without its own cache: each page is asked of one of them."""
    assert ONE in (DEPLOY / "nginx.conf").read_text()
    servers = " ".join(f"server 127.0.0.1:{port};" for port in ports)
    return {ONE: servers, "proxy_cache pages;": "", "rate=30r/s": "rate=10000r/s"}


@pytest.fixture(scope="module")
def several(machine: Machine) -> Several:
    return Several(machine)


def test_both_have_what_must_be_equal(several: Several) -> None:
    assert len({several.machine.manage("same", environ=site.environ) for site in several.sites}) == 1


@pytest.mark.parametrize("path", LISTS)
def test_both_count_alike(several: Several, path: str) -> None:
    assert several.statuses(path) == [200]
    assert len(several.texts(path)) == 1


def test_session_holds_on_both_and_what_one_withdraws_is_gone_from_the_other(several: Several) -> None:
    first, second = several.sites
    pages = [f"/{language}/cases/{WITHDRAWN}/" for language in ("en", "ru", "kk")]
    assert [several.statuses(page) for page in pages] == [[200]] * 3
    before = {path: several.texts(path) for path in ("/en/cases/", "/en/cases.csv", "/api/v1/cases/")}
    cookie = "sessionid=" + re.findall(r"session (\w+)", several.machine.manage("shell", "-v0", "-c", SESSION))[0]
    pk = several.machine.cluster.sql(f"SELECT id FROM cases_case WHERE slug = '{WITHDRAWN}'", "shekteu")

    form = second.get(f"/desk/work/cases/{pk}/", headers() | {"Cookie": cookie})
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form.text)[0]
    fields = dict.fromkeys(re.findall(r'name="(reason_?\w*)"', form.text), "Correction")
    sent = headers() | FORM | {"Cookie": f"{cookie}; " + re.findall(r"csrftoken=\w+", str(form.headers))[0]}
    words = urlencode({"csrfmiddlewaretoken": token, "harm": "no", **fields})
    answer = first.get(f"/desk/work/cases/{pk}/withdraw/", sent, "POST", words)

    assert answer.status == 302, answer.text
    assert [several.statuses(page) for page in pages] == [[410]] * 3
    several.withdrawn(before)


def test_what_is_silenced_is_nowhere_at_once(several: Several) -> None:
    page = f"/en/cases/{SILENT}/"
    assert several.statuses(page) == [200]
    before = {path: several.texts(path) for path in ("/en/cases/", "/en/cases.csv")}

    words = "from django.utils.timezone import now; from desk.requests.effects import withhold_in_silence; "
    several.machine.manage("shell", "-v0", "-c", f"{words} withhold_in_silence({SILENT!r}, now())", role="shekteu_site")

    assert several.statuses(page) == [404]
    several.withdrawn(before)


def test_what_is_erased_is_on_no_page_at_once(several: Several) -> None:
    pages = (f"/en/cases/{ERASED}/", f"/api/v1/cases/{ERASED}/")
    words = b"is one of four defendants in the case"
    assert all(words in text for page in pages for text in several.texts(page))

    several.machine.manage("erase", ERASED, "--place=case.summary", "--silent", role="shekteu_site")

    assert not [page for page in pages for text in several.texts(page) if words in text]


def test_publication_is_read_on_both_at_once(several: Several) -> None:
    page, title = f"/en/cases/{CORRECTED}/", "An invented correction"
    assert not [text for text in several.texts(page) if title.encode() in text]
    file = json.loads((ROOT / "fixtures" / "kazakhstan.json").read_text())
    file["cases"] = [case for case in file["cases"] if case["id"] == CORRECTED]
    file["cases"][0]["title"]["en"] = title
    rows = several.machine.folder / "corrected.json"
    rows.write_text(json.dumps(file))

    several.machine.manage("import_archive", str(rows), "--publish", "--reason", "Corrected", "--update")

    for path in (page, f"/api/v1/cases/{CORRECTED}/"):
        assert all(title.encode() in text for text in several.texts(path)), path
    assert len(several.texts(page)) == len(several.texts("/en/cases.csv")) == 1


def test_reader_has_one_share_of_both(several: Several) -> None:
    address = headers()
    statuses = [
        several.sites[number % 2].get(f"/en/cases/?q=share{number}", address).status for number in range(RATE + 10)
    ]
    assert Counter(statuses) == {200: RATE, 429: 10}


def test_attempts_to_sign_in_are_counted_on_both(several: Several) -> None:
    address = headers()
    page = several.sites[0].get("/desk/account/login/", address)
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[0]
    sent = address | FORM | {"Cookie": re.findall(r"csrftoken=\w+", str(page.headers))[0], "Accept-Language": "en"}
    words = urlencode({"csrfmiddlewaretoken": token, "login": "nobody", "password": "invented"})
    waits = [
        "Too many attempts" in several.sites[number % 2].get("/desk/account/login/", sent, "POST", words).text
        for number in range(6)
    ]
    assert waits == [False] * 5 + [True]


def test_machine_dies_and_comes_back_and_no_reader_notices(several: Several) -> None:
    second, over = several.sites[1], threading.Event()
    answers: list[int | str] = []
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(6))
        stack.callback(over.set)
        readers = [pool.submit(read_on, several, reader, answers, over) for reader in range(6)]
        wait_for(lambda: len(answers) > 30, "nobody reads")
        second.die()
        before = len(answers)
        wait_for(lambda: len(answers) > before + 100, "nobody reads on")
        second.listen()
        second.start()
        wait_for(lambda: through_the_proxy(second) > 10, "nginx does not come back to it")
    for reader in readers:
        reader.result()

    failed = [answer for answer in answers if answer != 200]
    assert [answer for answer in failed if answer != CUT_OFF] == []
    assert len(failed) <= len(readers)


def read_on(several: Several, reader: int, answers: list[int | str], over: threading.Event) -> None:
    """A page that is kept and a list that is not, by turns."""
    for number in count():
        for path in (f"/{('en', 'ru', 'kk')[number % 3]}/cases/{UNTOUCHED}/", f"/en/cases/?q=word{reader}x{number}"):
            try:
                with several.machine.connect(50 + (reader + number * 6) % 200, several.proxy) as secure:
                    answer = ask(secure, path, {"Host": HOST})
                answers.append(answer.status if answer.status == 200 else f"{answer.status} {path} {answer.text}")
            except IncompleteRead:
                answers.append(CUT_OFF)
            except (OSError, HTTPException) as error:
                answers.append(f"{path} {error!r}")
        if over.wait(0.05):
            return


def through_the_proxy(site: Site) -> int:
    """How many lists a site has answered since it started."""
    pattern = r'shekteu_answers_total\{page="archive:cases",status="200"\} (\d+)'
    return sum(int(number) for number in re.findall(pattern, site.get("/metrics").text))


def test_styles_of_a_new_release_come_from_the_machine_that_has_them(several: Several) -> None:
    """One was updated and asks for a style that the other has never heard of, nor has its own old workers."""
    (several.machine.folder / "var1" / "static" / "new.0123.css").write_text("main {}")
    answers = [several.machine.get("/static/new.0123.css", proxy=several.proxy) for _time in range(6)]
    assert {(answer.status, answer.text) for answer in answers} == {(200, "main {}")}
    # Of a machine that was away some seconds ago nginx does not know whether it has it, and says 502.
    wait_for(lambda: several.machine.get("/static/nowhere.css", proxy=several.proxy).status == 404, "no 404")


def test_page_is_asked_of_the_next_machine_and_a_form_is_sent_once(machine: Machine) -> None:
    """Three machines that take what they are asked and die of it."""
    taken: list[str] = []
    with ExitStack() as stack:
        servers = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _number in range(3)]
        for server in servers:
            threading.Thread(target=take_and_die, args=(server, taken), daemon=True).start()
        proxy = machine.start_proxy("dying", upstream(*(server.getsockname()[1] for server in servers)))
        assert machine.get("/en/about/your-case/", FORM, "POST", b"text=invented", proxy=proxy).status == 502
        assert taken == ["POST"]
        assert machine.get("/en/", proxy=proxy).status == 502
        assert taken == ["POST", "GET", "GET"]


def take_and_die(server: socket.socket, taken: list[str]) -> None:
    while True:
        try:
            connection, _address = server.accept()
        except OSError:
            return
        with connection:
            taken.append(connection.recv(4096).decode().split()[0])
