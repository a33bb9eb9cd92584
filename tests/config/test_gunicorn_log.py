import runpy
import socket
from types import SimpleNamespace

import pytest
from gunicorn.config import Config
from gunicorn.http.errors import InvalidRequestLine
from gunicorn.workers.base import Worker

from config.embedded import ROOT
from config.gunicorn_log import NoAddresses


def test_bad_request_is_answered_and_nobody_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    here, there = socket.socketpair()
    config = Config()
    log = NoAddresses(config)
    Worker.handle_error(SimpleNamespace(log=log, cfg=config), None, here, ("203.0.113.9", 1), InvalidRequestLine("x"))
    log.warning("Something else")
    assert there.recv(20).startswith(b"HTTP/1.1 400")
    said = capfd.readouterr().err
    assert ("203.0.113.9" in said, "Something else" in said) == (False, True)
    here.close()
    there.close()


def test_gunicorn_reads_it() -> None:
    """Each line of the file is a setting that gunicorn knows, and its log is ours."""
    values = {name: value for name, value in runpy.run_path(str(ROOT / "gunicorn.conf.py")).items() if name[0] != "_"}
    config = Config()
    for name, value in values.items():
        config.set(name, value)
    assert (config.logger_class, config.accesslog) == (NoAddresses, None)
