"""Mixed traffic of readers on loopback: BENCH_SECONDS (300) at twice what the site can do, against BENCH_CASES (2,000).

The site runs as in production: two workers of four threads, its own processes. Told are the rate, the memory of the
workers over time, how soon a publication is seen, and what the dearest query does to whoever asks beside it. Those who
ask run on the same machine, so that the rates are lower than those of the site alone.
"""

import http.client
import os
import random
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic, sleep
from urllib.parse import quote

from benchmarks._database import empty_database

CASES = int(os.environ.get("BENCH_CASES", "2000"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "300"))
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
AT_MOST = 32
"""Requests under way at once, however many wait."""
KINDS = ("imprisonment", "public-activity-ban", "criminal-record", "probation", "fine")
REGIONS = ("KZ-75", "KZ-71", "KZ-23", "KZ-19", "KZ-10")
CHEAP, OTHER = "/en/cases/synthetic-000007/", "/en/cases/synthetic-000005/"
DEAREST = "/en/tables/?rows=article&columns=court_region&count=restrictions&first=2015&on=2026-01-01"
"""A table for each of twelve days, the most that a page may have, of the two dimensions with the most values."""
ROUNDS, PUBLICATIONS = 8, 3


def main() -> None:
    with empty_database(), tempfile.TemporaryDirectory() as folder:
        from tests.invented.archives.publishing import publish

        publish(CASES, 1, NOW, os.cpu_count() or 1)
        say(f"{CASES} cases published, load {os.getloadavg()[0]:.1f}")
        with site(Path(folder)) as (port, master):
            rate = capacity(port)
            say(f"{CASES} cases; {rate:.0f} requests a second when eight ask without a pause")
            overload(port, master, 2 * rate)
            beside_the_dearest(port)


@contextmanager
def site(folder: Path, databases: Mapping[str, str] | None = None) -> Iterator[tuple[int, int]]:
    """The site on a free port, as in production; gives the port and the first process.

    `databases`: the variables that name its databases; this process's own unless given.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = {**os.environ, **production(folder), **(databases or {"DATABASE_URL": url()})}
    subprocess.run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], env=environ, check=True)
    command = ["-m", "gunicorn", "config.wsgi", "--workers=2", "--threads=4", f"--bind=127.0.0.1:{port}"]
    running = subprocess.Popen([sys.executable, *command, "--log-level=warning"], env=environ)
    try:
        wait_for(port)
        yield port, running.pid
    finally:
        running.terminate()
        running.wait()


def url() -> str:
    from django.db import connection

    at = connection.settings_dict
    return f"postgresql://{at['USER']}@/{at['NAME']}?host={quote(str(at['HOST']))}"


def production(folder: Path) -> dict[str, str]:
    """What the site is told, but for its database."""
    return {
        "DEBUG": "0",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "localhost",
        "CONTENT_LICENCE": "CC-BY-4.0",
        "SECURE_SSL_REDIRECT": "0",
        "READER_RATE": "0",
        "SHEKTEU_VAR": str(folder),
    }


def wait_for(port: int) -> None:
    for _attempt in range(120):
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port)) as line:
                if ask(line, CHEAP)[0] == 200:
                    return
        except OSError:
            sleep(0.5)
    raise RuntimeError("the site did not start")


def ask(line: http.client.HTTPConnection, path: str) -> tuple[int, float]:
    """The status, and the seconds until the last byte."""
    began = monotonic()
    line.request("GET", path, headers={"Host": "localhost", "Accept-Encoding": "gzip"})
    response = line.getresponse()
    response.read()
    return response.status, monotonic() - began


def any_path(draw: random.Random) -> str:
    """What somebody asks for: mostly the case of the day, then other cases, lists, counts, figures."""
    dice = draw.random()
    if dice < 0.6:
        return CHEAP
    if dice < 0.8:
        return f"/en/cases/synthetic-{draw.randrange(CASES):06d}/"
    chosen = f"kind={draw.choice(KINDS)}&region={draw.choice(REGIONS)}&year_from={draw.randrange(2012, 2024)}"
    if dice < 0.9:
        return f"/en/cases/?{chosen}"
    return f"/api/v1/counts/?{chosen}" if dice < 0.95 else draw.choice(("/en/", "/ru/cases/", "/en/statistics/"))


class Crowd:
    """Readers who ask at once until they are stopped. ``rate``: how many requests a second come; none: no pause."""

    def __init__(self, port: int, readers: int, path: Callable[[random.Random], str], rate: float | None = None):
        self.seconds: list[float] = []
        self.failed: list[int] = []
        self.broken = 0
        self._port, self._path, self._rate = port, path, rate
        self._stop, self._lock, self._number = Event(), Lock(), count()
        self._began = monotonic()
        self._threads = [Thread(target=self._ask_on, args=(seed,), daemon=True) for seed in range(readers)]

    def __enter__(self) -> "Crowd":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(60)

    def _ask_on(self, seed: int) -> None:
        draw = random.Random(seed)
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        while not self._stop.is_set():
            if self._rate:
                with self._lock:
                    due = self._began + next(self._number) / self._rate
                self._stop.wait(max(0.0, due - monotonic()))
            try:
                status, took = ask(line, self._path(draw))
            except (OSError, http.client.HTTPException):
                self.broken += 1
                line.close()  # the site closes a line that was idle; the next request opens another
                continue
            self.seconds.append(took)
            if status != 200:
                self.failed.append(status)
        line.close()


def capacity(port: int) -> float:
    """Requests a second that are answered while eight ask without a pause; twice, the first time to warm up."""
    for seconds in (5, 10):
        with Crowd(port, 8, any_path) as crowd:
            sleep(seconds)
            answered = len(crowd.seconds)
    return answered / seconds


def overload(port: int, master: int, rate: float) -> None:
    """Memory over time and publications' way to readers, while twice as much is asked as can be answered."""
    memory: list[float] = []
    seen: list[float] = []
    with Crowd(port, AT_MOST, any_path, rate) as crowd:
        began = monotonic()
        while (passed := monotonic() - began) < SECONDS:
            memory.append(memory_of_workers(master))
            if passed > SECONDS * (len(seen) + 1) / (PUBLICATIONS + 1):
                seen.append(publication_is_seen(port, CASES + len(seen)))
                say(f"after {passed:.0f} s: {len(crowd.seconds)} answers, {memory[-1]:.0f} MB")
                say(f"a publication was seen after {seen[-1]:.2f} s")
            sleep(min(1.0, SECONDS / 20))
    quarters = [memory[min(len(memory) - 1, len(memory) * part // 4)] for part in range(5)]
    say(f"{rate:.0f} a second asked, at most {AT_MOST} at once: {len(crowd.seconds) / SECONDS:.0f} answered")
    say(f"of {len(crowd.seconds)} answers {len(crowd.failed)} were no 200: {sorted(set(crowd.failed))}")
    say(
        f"seconds: median {statistics.median(crowd.seconds):.3f}, of a hundred the slowest {slowest(crowd.seconds):.3f}"
    )
    say(f"memory of the workers, MB, at each quarter: {', '.join(f'{megabytes:.0f}' for megabytes in quarters)}")
    say(f"publications were seen after {', '.join(f'{seconds:.2f}' for seconds in seen)} s")


def memory_of_workers(master: int) -> float:
    import psutil

    return sum(child.memory_info().rss for child in psutil.Process(master).children()) / 1e6


def publication_is_seen(port: int, number: int) -> float:
    """Seconds from the commit of a new case until its page is there."""
    from tests.invented.archives.publishing import _publish

    _publish(range(number, number + 1), 1, NOW)
    committed, line = monotonic(), http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while ask(line, f"/en/cases/synthetic-{number:06d}/")[0] != 200:
        line.close()
    return monotonic() - committed


def beside_the_dearest(port: int) -> None:
    """What a kept page takes while somebody else asks without a pause: another kept page, or the dearest query.

    In turn, so that what the machine does meanwhile meets both alike; each round's ratio is its own.
    """
    others: dict[str, Callable[[random.Random], str]] = {
        "nobody": lambda _draw: "",
        "who asks another kept page": lambda _draw: OTHER,
        "who asks the dearest query": lambda _draw: DEAREST,
    }
    seconds: dict[str, list[float]] = {name: [] for name in others}
    dearest: list[float] = []
    for number in range(ROUNDS):
        for name, path in others.items():
            with Crowd(port, 0 if name == "nobody" else 1, path) as crowd:
                seconds[name].append(cheap(port))
            dearest += crowd.seconds if path is others["who asks the dearest query"] else []
        took = ", ".join(f"{of_rounds[-1] * 1000:.1f} ms beside {name}" for name, of_rounds in seconds.items())
        say(f"round {number + 1}, a kept page: {took}")
    alone, kept, beside = seconds.values()
    say(f"the dearest query: {statistics.median(dearest) * 1000:.0f} ms")
    say(f"a kept page beside it takes {ratio(beside, alone)} of alone, {ratio(beside, kept)} of beside a kept page")


def ratio(ours: list[float], others: list[float]) -> str:
    """The median of the rounds' ratios, and the least and the most of them."""
    ratios = [own / other for own, other in zip(ours, others, strict=True)]
    return f"{statistics.median(ratios):.2f} times ({min(ratios):.2f} to {max(ratios):.2f})"


def cheap(port: int) -> float:
    """The median of a kept page, asked for some seconds with pauses."""
    line, took = http.client.HTTPConnection("127.0.0.1", port, timeout=60), []
    began = monotonic()
    while monotonic() - began < min(4.0, SECONDS / 20):
        took.append(ask(line, CHEAP)[1])
        sleep(0.01)
    return statistics.median(took)


def slowest(seconds: list[float]) -> float:
    return sorted(seconds)[len(seconds) * 99 // 100]


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
