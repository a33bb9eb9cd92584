from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client

from limits.statements import patience
from tests.desk.invented_accounts import account, browser

pytestmark = pytest.mark.django_db
LIMITED = {"OPTIONS": {"options": "-c statement_timeout=50"}}


def limit() -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        return cursor.fetchone()[0]


def test_reader_s_statement_that_takes_too_long_is_given_up() -> None:
    refused = pytest.raises(OperationalError, match="statement timeout")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 50; SELECT pg_sleep(2)")


def test_patience_where_readers_are_limited() -> None:
    with patch.dict(connection.settings_dict, LIMITED), patience():
        assert limit() == "10min"
    assert limit() == "0"


def test_editors_have_patience_and_strangers_have_not(client: Client) -> None:
    chief = browser(account("chief", superuser=True))
    chief.get("/desk/account/")
    with patch.dict(connection.settings_dict, LIMITED):
        seen = {}
        with connection.execute_wrapper(lambda run, sql, *rest: (seen.setdefault(sql, 1), run(sql, *rest))[1]):
            client.get("/desk/account/login/")
            assert not [sql for sql in seen if "statement_timeout" in sql]
            chief.get("/desk/account/")
            assert [sql for sql in seen if "statement_timeout" in sql] == [
                "SET statement_timeout = '600s'; SET idle_in_transaction_session_timeout = '600s'",
                "RESET statement_timeout; RESET idle_in_transaction_session_timeout",
            ]
