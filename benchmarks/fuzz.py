"""BENCH_REQUESTS (100,000) requests of nonsense to every address: none may be answered with 5xx.

Paths, queries, headers, cookies, methods and bodies are drawn from what breaks programs; a third keeps to real
parameters, so that the nonsense gets far. The same seed draws the same requests.
"""

import logging
import os
import random
import re
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import quote

from benchmarks._database import empty_database

REQUESTS = int(os.environ.get("BENCH_REQUESTS", "100000"))
SEED = int(os.environ.get("BENCH_SEED", "1"))
METHODS = ("get",) * 12 + ("head", "post", "post", "put", "delete", "patch", "options", "trace")
NASTY = (
    *(
        "",
        "-1",
        "0",
        "99999999999999999999",
        "1e309",
        "NaN",
        "２０２４",
        "2023-13-45",
        "0000-00-00",
        "9999-12-31",
        "P0D",
    ),
    *(
        "' OR 1=1 --",
        "%s",
        "{}",
        "{{7*7}}",
        "${x}",
        "../../etc/passwd",
        "..%2f..%2f",
        "\x00",
        "\r\nX: y",
        "\ud800",
        "\u202e",
    ),
    *(
        "<script>alert(1)</script>",
        "a" * 5000,
        "é" * 2000,
        "🙂",
        "null",
        "undefined",
        "[]",
        "true",
        "()",
        "*",
        "%",
        "_",
        ":*",
    ),
    *(
        "P1Y",
        "2020",
        "public-activity-ban",
        "Бокаев",
        "burden",
        "next-end",
        "in-force",
        "KZ-75",
        "174.2",
        "strict",
        "none",
    ),
    *("!none", "-174", "in-force,over", "2024-02-29", "2024-01-01/2024-02-01", "expected", "fbclid"),
)
HEADERS = ("accept", "accept-language", "if-none-match", "if-modified-since", "range", "x-forwarded-for", "cookie", "origin",
           "content-type", "referer", "host", "accept-encoding", "forwarded", "x-forwarded-host")  # fmt: skip


def main() -> None:
    logging.disable(logging.CRITICAL)
    with empty_database(), tempfile.TemporaryDirectory() as folder:
        from django.test.utils import override_settings

        with override_settings(VAR=Path(folder), READER_RATE=0):
            _ask()


def _ask() -> None:
    from django.test import Client

    from archive.index.filters import CaseFilter
    from tests.archive.published import publish_real
    from tests.desk.addresses import addresses
    from tests.invented.canaries import paths

    publish_real()
    draw, client, statuses = (
        random.Random(SEED),
        Client(raise_request_exception=False, headers={"host": "localhost"}),
        Counter[int](),
    )
    public, names = sorted(set(paths())), sorted(CaseFilter.base_filters)
    routes = [route for _name, route in addresses()]
    for number in range(1, REQUESTS + 1):
        method, path, headers, body = _request(draw, public, routes, names)
        response = client.generic(method.upper(), path, body, "application/x-www-form-urlencoded", headers=headers)
        if response.streaming:
            b"".join(response.streaming_content)
        statuses[response.status_code] += 1
        if response.status_code >= 500 and response.status_code != 501:
            raise SystemExit(f"{response.status_code}: {method} {path!r} {headers} {body!r}")
        if number % 10_000 == 0 or number == REQUESTS:
            print(f"{number} requests: {dict(sorted(statuses.items()))}", flush=True)


def _request(
    draw: random.Random, public: list[str], routes: list[str], names: list[str]
) -> tuple[str, str, Any, bytes]:
    """Method, path with its query, headers and body."""
    path = (
        draw.choice(public)
        if draw.random() < 0.8
        else "/" + re.sub(r"<.*?>", lambda _: _bytes(draw), draw.choice(routes))
    )
    keys = (*names, "page", "rows", "columns", _bytes(draw))
    query = "&".join(f"{draw.choice(keys)}={_bytes(draw)}" for _pair in range(draw.randrange(4)))
    headers = {draw.choice(HEADERS): _header(draw) for _line in range(draw.randrange(3))}
    method = draw.choice(METHODS)
    body = query.encode() if draw.random() < 0.5 else draw.randbytes(draw.randrange(200))
    return method, f"{path}?{query}", headers, body if method in ("post", "put", "patch") else b""


def _header(draw: random.Random) -> str:
    return re.sub(r"[\r\n\0]", "", draw.choice(NASTY)).encode("latin-1", "ignore").decode("latin-1")


def _bytes(draw: random.Random) -> str:
    return quote(draw.choice(NASTY).encode("utf-8", "surrogatepass"), safe="")[:9000]
