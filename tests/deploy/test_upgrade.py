"""A database of the first migrations, or of a release, with everything in it, goes the way up to the newest ones."""

import gzip
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.machine import CREATE, ROOT, Cluster, missing
from tests.deploy.test_recovery import head, manage

pytestmark = pytest.mark.deploy
FROZEN = sorted((Path(__file__).parent / "frozen").glob("*.sql.gz"))
"""The databases that releases left (`tests.deploy.freeze`)."""
OURS = sorted(path.parents[1].name for path in ROOT.glob("*/migrations/0001_initial.py"))


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    if lacking := missing():
        pytest.skip(lacking)
    folder = Path(tempfile.mkdtemp(prefix="shekteu-upgrade-"))
    cluster = Cluster(folder)
    try:
        cluster.init()
        cluster.start()
        cluster.prepare()
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def test_database_of_the_first_migrations_is_brought_up_with_its_rows(cluster: Cluster) -> None:
    """The rows are those of an archive of today, put into the tables as the first migrations make them."""
    cluster.sql(CREATE.format("today"))
    manage(cluster, "migrate", "--verbosity=0", database="today")
    manage(cluster, "import_archive", "fixtures/kazakhstan.json", "--publish", "--reason", "First", database="today")
    for app in OURS:
        manage(cluster, "migrate", app, "0001", "--verbosity=0")
    filled = [
        row for row in tables(cluster, "today") if row in tables(cluster, "shekteu") and row != "django_migrations"
    ]
    where = [f"--host={cluster.folder / 'socket'}", "--data-only", "--disable-triggers"]
    dump = cluster.run("pg_dump", *where, *(f"--table={name}" for name in filled), "today")
    cluster.sql("TRUNCATE " + ", ".join(filled) + " CASCADE", "shekteu")
    (cluster.folder / "rows.sql").write_text(dump)
    cluster.run("psql", where[0], "-q", "-v", "ON_ERROR_STOP=1", "-f", str(cluster.folder / "rows.sql"), "shekteu")

    manage(cluster, "migrate", "--verbosity=0")
    manage(cluster, "rebuild_index")

    manage(cluster, "migrate", "--check")
    assert f"head {head(cluster)}" in manage(cluster, "verify_editions", "--quiet")
    assert {name: count(cluster, name, "shekteu") for name in filled if name.startswith("cases_")} == {
        name: count(cluster, name, "today") for name in filled if name.startswith("cases_")
    }


@pytest.mark.parametrize("release", FROZEN, ids=lambda path: path.name.removesuffix(".sql.gz"))
def test_database_of_a_release_is_brought_up_with_its_chain(cluster: Cluster, release: Path) -> None:
    file = cluster.folder / "release.sql"
    file.write_bytes(gzip.decompress(release.read_bytes()))
    where = f"--host={cluster.folder / 'socket'}"
    cluster.run("psql", where, "-q", "-U", "shekteu", "-v", "ON_ERROR_STOP=1", "-f", str(file), "shekteu")
    before = head(cluster), count(cluster, "cases_case", "shekteu"), count(cluster, "editions_editiontext", "shekteu")

    manage(cluster, "migrate", "--verbosity=0")
    manage(cluster, "rebuild_index")

    manage(cluster, "migrate", "--check")
    assert f"head {before[0]}" in manage(cluster, "verify_editions", "--quiet")
    assert before[1:] == tuple(count(cluster, name, "shekteu") for name in ("cases_case", "editions_editiontext"))
    assert before[1:] == ("8", "9")


def tables(cluster: Cluster, database: str) -> list[str]:
    return cluster.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", database).split()


def count(cluster: Cluster, table: str, database: str) -> str:
    return cluster.sql(f"SELECT count(*) FROM {table}", database)
