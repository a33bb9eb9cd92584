"""The tests' database: an embedded server of their own, beside the one that `make run` may be using."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.db.backends.postgresql.operations import DatabaseOperations
from django.template import Context, RequestContext, Template
from django.test.signals import template_rendered
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from config.database import embedded
from config.embedded import Server, ensure, release
from config.translations import compile_translations
from tests.migrated import template

# A busy machine is slow, not wrong. The same examples every time; `--hypothesis-profile=search` draws new ones.
PATIENT = hypothesis_settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.register_profile("search", PATIENT)
hypothesis_settings.register_profile("shekteu", PATIENT, derandomize=True)
hypothesis_settings.load_profile("shekteu")
SQL_FLUSH = DatabaseOperations.sql_flush
MIGRATED = {"django_content_type", "auth_permission", "auth_group", "auth_group_permissions"}
"""The tables that the migrations fill: every test begins with what stands in them."""


def pytest_configure() -> None:
    """Pages in three languages need the translations compiled."""
    compile_translations()


@pytest.fixture(autouse=True)
def _english() -> None:
    """A request leaves its language switched on; the next test begins in English again."""
    translation.deactivate()


@pytest.fixture(scope="session", autouse=True)
def _contexts_of_pages_alone(django_test_environment: None) -> None:
    """The test client keeps the context of a page, and no copy for each of the thousands of controls in it."""
    Template._render = render


def render(template: Template, context: Context) -> str:
    if isinstance(context, RequestContext) and context.template is template:
        template_rendered.send(sender=template, template=template, context=context)
    return template.nodelist.render(context)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """Points Django at the tests' server; with DATABASE_URL, at a test database on that one."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    server = Server.of_tests(settings.VAR)
    ensure(server)
    for values in (settings.DATABASES["default"], connections["default"].settings_dict):
        values.update({name: value for name, value in embedded(server).items() if name != "OPTIONS"})
    connections["default"].settings_dict["TEST"]["TEMPLATE"] = template(server)
    yield
    release(server)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Lets Django empty the tables of editions between tests, which triggers refuse everywhere else."""
    with django_db_blocker.unblock(), connections["default"].cursor() as cursor:
        name = connections["default"].ops.quote_name(connections["default"].settings_dict["NAME"])
        cursor.execute(f"ALTER DATABASE {name} SET shekteu.tests_may_truncate = 'on'")
        cursor.execute("SET shekteu.tests_may_truncate = 'on'")
    DatabaseOperations.sql_flush = flush_what_is_filled


def flush_what_is_filled(operations: Any, style: Any, tables: list[str], **options: Any) -> list[str]:
    """Empties the tables that hold something: of some two hundred a test fills a dozen, and each costs new files."""
    tables = [table for table in tables if table not in MIGRATED]
    quoted = [operations.quote_name(table) for table in tables]
    with operations.connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(
                f"SELECT {number} WHERE EXISTS (SELECT FROM {table})"  # noqa: S608, names that Django quoted
                for number, table in enumerate(quoted)
            )
        )
        filled = [tables[number] for (number,) in cursor.fetchall()]
    return SQL_FLUSH(operations, style, filled, **options | {"allow_cascade": True})


@pytest.fixture(scope="module", autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails after a module that leaves editions, or takes the roles: both would mislead the tests of others."""
    yield
    if connections["default"].connection is None:
        return
    with request.getfixturevalue("django_db_blocker").unblock(), connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM editions_chainentry")
        assert cursor.fetchone() == (0,), "publish inside for_this_module() of tests/archive/published.py"
        cursor.execute("SELECT count(*) > 0 FROM auth_group_permissions")
        assert cursor.fetchone() == (True,), "the roles that the migrations make are gone"
