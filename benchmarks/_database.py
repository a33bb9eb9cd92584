"""An empty database on the tests' server, for one run of a benchmark."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django


@contextmanager
def empty_database() -> Iterator[None]:
    """Points Django at a new, migrated database and removes it afterwards."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.conf import settings
    from django.db import connection

    from config.database import embedded
    from config.embedded import Server, ensure
    from records.memory import settle

    # As in production, where Django neither keeps each statement nor looks for changed files.
    settings.DEBUG = settings.WHITENOISE_AUTOREFRESH = False
    settings.READER_RATE = 1_000_000
    settle()
    if not os.environ.get("DATABASE_URL"):
        server = Server.of_tests(settings.VAR)
        ensure(server)
        values = {name: value for name, value in embedded(server).items() if name != "OPTIONS"}
        connection.settings_dict.update(values)
    before = connection.settings_dict["NAME"]
    connection.settings_dict.setdefault("TEST", {})["NAME"] = os.environ.get("BENCH_DATABASE", "bench_shekteu")
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
