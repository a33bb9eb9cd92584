"""Deaths at every statement of every work, and a PostgreSQL that stops at once BENCH_STOPS (20) times while cases are
imported and published. No measure of time: after each death nothing is half done, chain and index are whole.
"""

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

STOPS = int(os.environ.get("BENCH_STOPS", "20"))
CASES = 300
MANAGE = (sys.executable, "manage.py")


def main() -> None:
    print(f"{_deaths()} processes and lines died, at every statement of every work: nothing half done")
    with tempfile.TemporaryDirectory() as folder:
        print(f"PostgreSQL stopped at once {_stops(Path(folder))} times in an import: chain and index whole each time")


def _deaths() -> int:
    command = [sys.executable, "-m", "pytest", "-q", "-s", "tests/desk/test_killed_anywhere.py"]
    run = subprocess.run(
        command, env={**os.environ, "KILL_AT_EVERY_STATEMENT": "1"}, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise SystemExit(run.stdout)
    return sum(int(number) for number in re.findall(r"(\d+) deaths of", run.stdout))


def _stops(folder: Path) -> int:
    from tests.invented.archives.publishing import archive_file

    environ = {**os.environ, "SHEKTEU_VAR": str(folder / "var"), "DEBUG": "1"}
    archive = folder / "archive.json"
    archive.write_text(json.dumps(archive_file(CASES, 1)))
    subprocess.run([*MANAGE, "migrate", "-v0"], env=environ, check=True)
    for _number in range(STOPS):
        command = [*MANAGE, "import_archive", str(archive), "--publish", "--reason", "Invented", "--update"]
        importing = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(1, 12))
        for postmaster in _postmasters(folder):
            postmaster.send_signal(3)
        importing.wait()
        check = subprocess.run([*MANAGE, "verify_editions"], env=environ, capture_output=True, text=True, check=False)
        if check.returncode:
            raise SystemExit(check.stdout + check.stderr)
    return STOPS


def _postmasters(folder: Path) -> list[psutil.Process]:
    """PostgreSQL's first process of the cluster in a folder: SIGQUIT to it is an immediate stop."""
    data = str(folder / "var")
    return [
        process
        for process in psutil.process_iter(["name", "cmdline"])
        if process.info["name"] == "postgres" and any(word.startswith(data) for word in process.info["cmdline"] or ())
    ]
