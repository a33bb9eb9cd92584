"""A worker told to go stays for as long as nobody else would answer."""

import time
from types import SimpleNamespace
from typing import Any

import pytest
from gunicorn.workers.gthread import ThreadWorker

from config import gunicorn_worker
from config.gunicorn_worker import LONGEST, PatientWorker


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Any:
    """One that began to answer a while ago; neither forked nor bound to a socket."""
    monkeypatch.setattr(ThreadWorker, "notify", lambda _self: None)
    monkeypatch.setattr(gunicorn_worker, "_reloaded", SimpleNamespace(value=0.0))
    monkeypatch.setattr(gunicorn_worker, "_booted", SimpleNamespace(value=1.0))
    worker = PatientWorker.__new__(PatientWorker)
    worker.alive, worker.method_queue = True, SimpleNamespace(defer=lambda *_words: None)
    return worker


def test_worker_goes_at_once_when_the_site_stops(worker: Any) -> None:
    worker.handle_exit(15, None)
    assert not worker.alive


def test_worker_stays_until_the_new_code_answers(worker: Any) -> None:
    worker.note_reload()
    worker.handle_exit(15, None)
    worker.notify()
    assert worker.alive

    gunicorn_worker._booted.value = time.monotonic()
    worker.notify()
    assert not worker.alive


def test_worker_goes_when_the_new_code_never_answers(worker: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    worker.note_reload()
    worker.handle_exit(15, None)
    ends_at = time.monotonic() + LONGEST + 1
    monkeypatch.setattr(time, "monotonic", lambda: ends_at)
    worker.notify()
    assert not worker.alive
