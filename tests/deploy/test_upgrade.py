"""A database of the first migrations, with everything in it, goes the way up to the newest ones."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.machine import CREATE, ROOT, Cluster, missing
from tests.deploy.test_recovery import head, manage

pytestmark = pytest.mark.deploy
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


def tables(cluster: Cluster, database: str) -> list[str]:
    return cluster.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", database).split()


def count(cluster: Cluster, table: str, database: str) -> str:
    return cluster.sql(f"SELECT count(*) FROM {table}", database)
