"""An archive file of BENCH_CHECKED cases (20,000) read and checked row by row; one of BENCH_CASES (2,000) imported and
published as `import_archive --publish` does it. Told is the most memory that the process held by then."""

import json
import os
import resource
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks._database import empty_database

CHECKED, IMPORTED = int(os.environ.get("BENCH_CHECKED", "20000")), int(os.environ.get("BENCH_CASES", "2000"))
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def main() -> None:
    with empty_database(), TemporaryDirectory() as folder:
        from editions.importing.archive import import_archive
        from editions.importing.checking import checked
        from editions.importing.rows_in_file import archive_in

        most, path = 1 << 40, Path(folder) / "archive.json"
        _write(path, CHECKED)
        _tell("before the first file is read", 0, path)
        began = process_time()
        checked(archive_in(path, most))
        _tell(f"{CHECKED} cases read and checked", process_time() - began, path)
        _write(path, IMPORTED)
        began = process_time()
        import_archive(archive_in(path, most), False, {"en": "Invented"}, NOW, processes=None)
        _tell(f"{IMPORTED} cases imported and published", process_time() - began, path)


def _write(path: Path, number: int) -> None:
    """Invented cases as `tests.invented` has them, but never all in memory."""
    from tests.invented.archives import cases, publishing

    with path.open("w", encoding="utf-8") as file:
        shared = {"format": "shekteu/1", "sources": cases.sources(), "courts": cases.courts()}
        file.write(json.dumps(shared, ensure_ascii=False).removesuffix("}"))
        for place, key in enumerate(("people", "cases")):
            file.write(f', "{key}": [')
            rows = (publishing._rows(index, 1)[place] for index in range(number))
            file.writelines(_with_commas(json.dumps(row, ensure_ascii=False) for row in rows))
            file.write("\n]")
        file.write("}\n")


def _with_commas(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f",\n{line}" if number else f"\n{line}"


def _tell(what: str, seconds: float, path: Path) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what}: a file of {path.stat().st_size >> 20} MB, {seconds:.0f} s of processor here, at most {memory} MB")
