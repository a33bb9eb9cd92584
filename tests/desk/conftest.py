from typing import Any

import pytest
from django.test import Client

from people.rows import save_person
from records.rows import save_court, save_source, save_trial
from tests import invented


@pytest.fixture
def desk(admin_client: Client) -> Client:
    """An editor's browser that reads English."""
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def shared(db: Any) -> None:
    """What the invented case refers to."""
    for id in invented.SOURCES:
        save_source(invented.source(id))
    save_court(invented.court())
    save_trial(invented.trial())
    save_person(invented.person())
