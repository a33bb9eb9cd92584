"""A database of the first migrations, or of a release, with everything in it, goes the way up to the newest ones.

No machine can have had an earlier one: until 1.0.0 the first migrations were edited in place, and nobody ran them.
"""

import gzip
import re
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
TO_THE_FIRST = (
    f"from django.core.management import call_command\nfor app in {OURS}: call_command('migrate', app, '0001', '-v0')"
)
REFUSED = (
    "UPDATE editions_chainentry SET reason = '{}'",
    "DELETE FROM editions_editiontext",
    "TRUNCATE editions_chainentry CASCADE",
    "UPDATE people_person SET slug = slug || '-x'; DELETE FROM people_personaudit",
    "UPDATE people_person SET slug = slug || '-x'; UPDATE people_personaudit SET slug = 'x'",
)
"""What no role may do. A change of a person writes a row of the audit first, which has to stay."""

SCHEMA = (
    "SELECT table_name, column_name, udt_name, is_nullable FROM information_schema.columns WHERE table_schema='public'",
    "SELECT conrelid::regclass, conname, contype FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
    "SELECT tablename, indexname FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT proname, md5(prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
)
REFUSAL = r"is refused|Cannot (update|delete|truncate)"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A server with a database of today, an archive in it."""
    if lacking := missing():
        pytest.skip(lacking)
    folder = Path(tempfile.mkdtemp(prefix="shekteu-upgrade-"))
    cluster = Cluster(folder)
    try:
        cluster.init()
        cluster.start()
        cluster.prepare()
        manage(cluster, "migrate", "--verbosity=0")
        manage(cluster, "import_archive", "fixtures/kazakhstan.json", "--publish", "--reason", "First")
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def test_database_of_the_first_migrations_is_brought_up_with_its_rows(cluster: Cluster) -> None:
    """The rows are those of an archive of today, put into the tables as the first migrations make them."""
    cluster.sql(CREATE.format("first"))
    manage(cluster, "shell", "-v0", "-c", TO_THE_FIRST, database="first")
    assert triggers(cluster, "first") == []
    filled = [
        row for row in tables(cluster, "shekteu") if row in tables(cluster, "first") and row != "django_migrations"
    ]
    where = [f"--host={cluster.folder / 'socket'}", "--data-only", "--disable-triggers"]
    dump = cluster.run("pg_dump", *where, *(f"--table={name}" for name in filled), "shekteu")
    cluster.sql("TRUNCATE " + ", ".join(filled) + " CASCADE", "first")
    load(cluster, "first", dump)

    bring_up(cluster, "first")

    kept = [name for name in filled if not name.startswith("archive_")]
    assert digests(cluster, "first", kept) == digests(cluster, "shekteu", kept)
    assert count(cluster, "cases_case", "first") == count(cluster, "cases_case", "shekteu") != "0"
    is_whole(cluster, "first", head(cluster, "shekteu"))


@pytest.mark.parametrize("release", FROZEN, ids=lambda path: path.name.removesuffix(".sql.gz"))
def test_database_of_a_release_is_brought_up_with_its_chain(cluster: Cluster, release: Path) -> None:
    database = "release_" + re.sub(r"\W", "_", release.name)
    cluster.sql(CREATE.format(database))
    load(cluster, database, gzip.decompress(release.read_bytes()).decode(), "-U", "shekteu")
    newest = head(cluster, database)
    before = {name: count(cluster, name, database) for name in tables(cluster, database) if is_kept(name)}
    assert (before["cases_case"], before["editions_editiontext"]) == ("8", "9")

    bring_up(cluster, database)

    assert before.items() <= {name: count(cluster, name, database) for name in tables(cluster, database)}.items()
    is_whole(cluster, database, newest)


def load(cluster: Cluster, database: str, dump: str, *words: str) -> None:
    file = cluster.folder / "rows.sql"
    file.write_text(dump)
    where = f"--host={cluster.folder / 'socket'}"
    cluster.run("psql", where, "-q", "-v", "ON_ERROR_STOP=1", "-f", str(file), *words, database)


def bring_up(cluster: Cluster, database: str) -> None:
    manage(cluster, "migrate", "--verbosity=0", database=database)
    manage(cluster, "rebuild_index", database=database)


def is_whole(cluster: Cluster, database: str, newest: str) -> None:
    """The chain is what it was, tables and triggers are those of a database of today, and the triggers refuse."""
    manage(cluster, "migrate", "--check", database=database)
    assert f"head {newest}" in manage(cluster, "verify_editions", "--quiet", database=database)
    assert schema(cluster, database) == schema(cluster, "shekteu")
    assert triggers(cluster, database) == triggers(cluster, "shekteu") != []
    for statement in REFUSED:
        with pytest.raises(AssertionError, match=REFUSAL):
            cluster.sql(statement, database)


def schema(cluster: Cluster, database: str) -> list[str]:
    """Columns, constraints, indexes and functions by their names: a restored check is written in other words."""
    return [line for query in SCHEMA for line in sorted(cluster.sql(query, database).splitlines())]


def triggers(cluster: Cluster, database: str) -> list[str]:
    query = "SELECT tgrelid::regclass, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal"
    return sorted(cluster.sql(query, database).splitlines())


def tables(cluster: Cluster, database: str) -> list[str]:
    return cluster.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", database).split()


def is_kept(table: str) -> bool:
    """Whether what is in a table stays: the index is made anew, and Django adds a line for each migration."""
    return not table.startswith(("archive_", "django_", "auth_permission", "auth_group", "limits_"))


def digests(cluster: Cluster, database: str, names: list[str]) -> dict[str, str]:
    query = "SELECT md5(coalesce(string_agg(row::text, '' ORDER BY row::text), '')) FROM {} AS row"
    return {name: cluster.sql(query.format(name), database) for name in names}


def count(cluster: Cluster, table: str, database: str) -> str:
    return cluster.sql(f"SELECT count(*) FROM {table}", database)
