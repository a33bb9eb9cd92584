"""The rights that docs/database-role.md gives suffice to publish and do not suffice to rewrite."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from editions.erase import ErasedPlace, delete_text, redact
from editions.models import Edition
from editions.verify import verify
from tests.editions.rows import NOON, REASON, saved
from tests.invented.publications import publish

pytestmark = pytest.mark.django_db

COLUMNS = {"editions_chainentry": "reason", "editions_editiontext": "content"}
ROLE = "shekteu_site_in_a_test"


@pytest.fixture
def site(settings: Any) -> Iterator[None]:
    """Acts as the site's role. Role and rights are gone with the test's transaction."""
    text = (settings.BASE_DIR / "docs" / "database-role.md").read_text()
    sql = text.split("```sql\n")[1].split("```")[0].replace("shekteu_site", ROLE)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
        cursor.execute(sql)
        cursor.execute(f"SET ROLE {ROLE}")
        yield
        cursor.execute("RESET ROLE")


def test_site_role_can_publish_and_redact(site: None) -> None:
    edition = publish(saved(), REASON, NOON)
    redact(edition, [ErasedPlace("case.title")], REASON, NOON)
    assert [str(found) for found in verify()] == ["1 invented-2016: redacted", "2 erased: intact"]
    delete_text(edition, REASON, NOON)
    assert [str(found) for found in verify()] == ["1 published: redacted", "2 erased: intact", "3 erased: intact"]


@pytest.mark.parametrize("table", ["editions_chainentry", "editions_editiontext"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET {} = '{{}}'", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_site_role_cannot_rewrite(site: None, table: str, verb: str) -> None:
    publish(saved(), REASON, NOON)
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(verb.format(table, COLUMNS[table]))
    assert Edition.objects.count() == 1
