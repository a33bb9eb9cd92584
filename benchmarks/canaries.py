"""Canaries in every text of the rows after publication: BENCH_ANSWERS (20,000) public answers are searched for them.

The archive that ships is loaded and published, then each text of each row is replaced, and rows of every internal table
are there. It is no measure of time but of how much was asked; the smaller one stands in the tests.
"""

import os
import tempfile
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks._database import empty_database

ANSWERS = int(os.environ.get("BENCH_ANSWERS", "20000"))


def main() -> None:
    with empty_database(), tempfile.TemporaryDirectory() as folder:
        from django.test.utils import override_settings

        with override_settings(VAR=Path(folder), READER_RATE=0):
            _search()


def _search() -> None:
    from django.core.management import call_command
    from django.test import Client

    from config.run import ALSO, REASON
    from tests.desk.addresses import save_examples
    from tests.invented import canaries

    save_examples()
    call_command("import_archive", "fixtures", publish=True, reason=REASON, also=ALSO, verbosity=0)
    planted = canaries.plant()
    total = sum(1 for _request in canaries.requests())
    client, asked, statuses = Client(headers={"host": "localhost"}), 0, {}
    chosen: Any = islice(canaries.requests(), 0, None, max(total // ANSWERS, 1))
    for method, path, headers in chosen:
        text = canaries.answer(client, method, path, headers)
        if f"{canaries.WORD}-" in text.replace(f"?{path.partition('?')[2]}", "").lower():
            raise SystemExit(f"{method} {path} told what only the rows have")
        asked += 1
        statuses[text[:3]] = statuses.get(text[:3], 0) + 1
    print(f"{len(planted)} fields, {asked} answers of {total}: no canary. By status: {dict(sorted(statuses.items()))}")
