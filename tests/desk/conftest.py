from typing import Any

import pytest
from django.test import Client

from tests.desk.invented_accounts import account, browser
from tests.invented.rows import save_shared_rows


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    """Real hashes cost a tenth of a second each."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def desk(db: Any) -> Client:
    """The browser of an account that may do everything; it reads English."""
    client = browser(account("chief", superuser=True))
    client.get("/desk/account/")  # notes the session, as the first page of a day does
    return client


@pytest.fixture
def shared(db: Any) -> None:
    """What the invented case refers to."""
    save_shared_rows()
