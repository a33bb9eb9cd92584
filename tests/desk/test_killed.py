"""The server is killed between begin and commit: nothing half-saved, nothing half-published. All invented."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from cases.models import Case, CaseCitation
from desk.models import Publication, RowChange, Submission
from desk.review import actions as acts
from editions.models import Edition
from records.serial import fresh_dict
from tests.desk.forms.test_cases import address, opened
from tests.desk.invented_accounts import account, browser
from tests.desk.review.sound_cases import sound

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 60  # seconds; a slow machine starts a server
TOKEN = "a" * 32
WAITING = """SELECT count(*) FROM pg_locks wanted JOIN pg_locks own USING (pid)
    WHERE NOT wanted.granted AND own.granted AND own.locktype = 'transactionid'"""
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


def until(found: Callable[[], bool]) -> None:
    """Wait until it is so."""
    end = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def number(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def answers(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def server() -> Iterator[tuple[int, Callable[[], None]]]:
    """A real server on the test's database: its port, and how to kill it."""
    port, base = free_port(), connection.settings_dict
    url = f"postgresql://{base['USER']}@localhost/{base['NAME']}?host={base['HOST']}"
    environ = {**os.environ, "DATABASE_URL": url, "SECRET_KEY": settings.SECRET_KEY, "DEBUG": "1"}
    command = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command, env=environ, cwd=settings.BASE_DIR, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )

    def kill() -> None:
        process.send_signal(signal.SIGKILL)
        process.wait()

    try:
        until(lambda: answers(port))
        yield port, kill
    finally:
        kill()
        until(lambda: number(OTHERS) == 0)  # nobody holds the database when it is emptied


def post(port: int, client: Client, path: str, data: dict[str, Any]) -> int | None:
    """What the server answers; None if it died over it."""
    cookies = f"sessionid={client.cookies['sessionid'].value}; csrftoken={TOKEN}"
    body = urlencode({**data, "csrfmiddlewaretoken": TOKEN}, doseq=True)
    headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded", "Accept-Language": "en"}
    asked = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        asked.request("POST", path, body, headers)
        return asked.getresponse().status
    except (HTTPException, OSError):
        return None
    finally:
        asked.close()


def killed_in(table: str, client: Client, path: str, data: dict[str, Any]) -> int | None:
    """Send a form to a real server and kill it while its transaction waits to write into a table."""
    answer: list[int | None] = []
    with server() as (port, kill):
        asking = threading.Thread(target=lambda: answer.append(post(port, client, path, data)))
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {table} IN EXCLUSIVE MODE")
            asking.start()
            until(lambda: number(WAITING) == 1)
            kill()
        asking.join()
    return answer[0]


def rows(case: Case) -> tuple[Any, ...]:
    """All that a save could leave behind."""
    version = Case.objects.values_list("version", flat=True).get()
    return fresh_dict(case), version, RowChange.objects.count(), CaseCitation.objects.count()


def test_save_when_the_server_is_killed() -> None:
    case = sound()
    editor = browser(account("editor", superuser=True))
    data = {**opened(editor, case), "title_en": "Typed just before"}
    before = rows(case)

    assert killed_in("cases_casecitation", editor, address(case), {**data, **changed_sources(data)}) is None

    assert rows(case) == before
    with server() as (port, _kill):
        assert post(port, editor, address(case), data) == 302
    assert Case.objects.get().title["en"] == "Typed just before"


def changed_sources(data: dict[str, Any]) -> dict[str, Any]:
    """One source more for the first verdict: the last thing that a save writes."""
    return {"verdicts-0-sources": [*data.get("verdicts-0-sources", []), "invented-court-1"]}


def test_publication_when_the_server_is_killed() -> None:
    case = sound()
    sent = acts.submit([case], account("writer", "editor"), "", timezone.now())
    acts.review(sent, account("second", "reviewer"), True, "", timezone.now())
    publisher = browser(account("olga", "publisher"))
    path, data = f"/desk/work/{sent.pk}/publish/", {"reason_en": "First publication", "harm": "no"}

    assert killed_in("desk_publication", publisher, path, data) is None

    assert (Edition.objects.count(), Publication.objects.count()) == (0, 0)
    assert (Case.objects.get().status, Submission.objects.approved().count()) == ("draft", 1)
    assert publisher.get(f"/en/cases/{case.slug}/").status_code == 404
    with server() as (port, _kill):
        assert post(port, publisher, path, data) == 302
    assert (Edition.objects.get().number, Publication.objects.count()) == (1, 1)
    assert User.objects.count() == 3
