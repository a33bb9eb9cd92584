"""A primary and two replicas of Debian's PostgreSQL, each killed while readers ask."""

import os
import subprocess
import sys
from collections.abc import Iterator
from time import sleep
from urllib.request import Request, urlopen

import pytest

from archive.index.replicas import SECONDS_LEFT_OUT
from benchmarks import replicas
from benchmarks.traffic import site
from tests.deploy.machine import ROOT, missing, wait_for

pytestmark = pytest.mark.deploy


@pytest.fixture(scope="module")
def three() -> Iterator[tuple[replicas.Servers, int]]:
    """The servers with an invented archive, and the port of a site that reads from them."""
    if lacking := missing():
        pytest.skip(lacking)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(replicas, "CASES", 40)
        patch.setattr(replicas, "SECONDS", 4)
        with replicas.running() as servers, site(servers.folder, servers.environ()) as (port, _first):
            yield servers, port


def metrics(port: int) -> str:
    with urlopen(Request(f"http://127.0.0.1:{port}/metrics", headers={"Host": "localhost"})) as answer:
        text: str = answer.read().decode()
    return text


def test_readers_are_answered_whichever_server_is_killed(three: tuple[replicas.Servers, int]) -> None:
    servers, port = three
    for what, happens, is_over in replicas.parts(servers):
        before = servers.reads() if happens is replicas.nothing else []
        crowd = replicas.told(servers, port, what, happens)
        assert (len(crowd.seconds) > 20, crowd.failed, crowd.broken) == (True, [], 0), what
        if before:
            primary, *of_replicas = (after - earlier for after, earlier in zip(servers.reads(), before, strict=True))
            assert primary == 0
            assert all(of_replicas)
        is_over()
        sleep(SECONDS_LEFT_OUT + 1)


def test_withdrawn_case_is_gone_and_a_new_one_there_while_replicas_are_behind(
    three: tuple[replicas.Servers, int],
) -> None:
    assert replicas.withdrawn_while_behind(*three) == ({410}, {200})


def test_metrics_say_how_far_each_replica_is(three: tuple[replicas.Servers, int]) -> None:
    servers, port = three
    servers.wait_until_equal()
    assert 'shekteu_replica_up{replica="replica2"} 1.0' in metrics(port)
    # The server writes a few bytes of its own now and then.
    wait_for(lambda: 'shekteu_replica_behind_bytes{replica="replica1"} 0.0' in metrics(port), "the replica is behind")
    servers.replicas[1].stop()
    assert 'shekteu_replica_up{replica="replica2"} 0.0' in metrics(port)
    servers.replicas[1].start()


def test_check_when_a_replica_follows_another_primary(three: tuple[replicas.Servers, int]) -> None:
    """The primary itself, named as its replica: it does not follow."""
    servers, _port = three
    words = [sys.executable, "manage.py", "check", "--database", "default"]
    environ = os.environ | servers.environ()
    good = subprocess.run(words, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert (good.returncode, good.stderr) == (0, "")
    environ["DATABASE_REPLICA_URL"] = environ["DATABASE_URL"]
    wrong = subprocess.run(words, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert "(config.E004) replica1 is no copy of the primary." in wrong.stderr
