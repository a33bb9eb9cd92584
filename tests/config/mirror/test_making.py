"""Files of the mirror, some at a time; what several processes make is in tests/deploy/test_mirror.py."""

from datetime import date

import pytest
from django.db import connection

from config.mirror.making import make, makers
from config.mirror.static import NotInTheMirror
from editions.document import NOINDEX
from tests.archive.published import document, publish
from tests.config.mirror.canaries import document_with

pytestmark = pytest.mark.django_db
SITE, DAY = "https://site.example", date(2026, 11, 22)


def test_files_come_in_the_order_of_their_names() -> None:
    publish(document())
    names = ["static/css/base.css", "en/cases/invented-2016/index.html", "en/cases.csv"]

    with makers(SITE, DAY, 1) as make_all:
        files = list(make_all(names, {}))

    assert [(file.name, file.is_case) for file in files] == [(name, "index" in name) for name in names]
    assert "en/cases/index.html" in files[1].leads_to and not files[2].leads_to


def test_unlisted_case_has_no_file() -> None:
    publish(document_with("kukushkin", NOINDEX))

    with makers(SITE, DAY, 1) as make_all:
        assert b"kukushkin" not in next(make_all(["en/cases.csv"], {})).content
        with pytest.raises(NotInTheMirror, match="there is no such page"):
            list(make_all(["en/cases/ikukushkin-2016.json"], {"en/cases/ikukushkin-2016.json": "nowhere"}))


def test_dead_link_names_the_page_that_holds_it() -> None:
    with makers(SITE, DAY, 1) as make_all, pytest.raises(NotInTheMirror, match=r"en/a.html leads to en/b.html"):
        list(make_all(["en/b.html"], {"en/b.html": "en/a.html"}))


def test_server_is_not_to_cut_off_who_waits_for_others() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = '1min'")
        with makers(SITE, DAY, 1):
            cursor.execute("SHOW idle_in_transaction_session_timeout")
            assert cursor.fetchone() == ("0",)


def test_static_file_of_no_page() -> None:
    assert make(SITE, {}, "static/icon.svg").content.startswith(b"<svg")
