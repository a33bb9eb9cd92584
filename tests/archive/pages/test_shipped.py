"""The whole of what ships, imported by the command and read page by page."""

import pytest
from django.core.management import call_command
from django.test import Client

from editions.models import Edition
from tests.shipped import FOLDER, shipped

IDS = {case["id"]: case["person"] for case in shipped()["cases"]}


@pytest.mark.django_db
def test_all_that_ships_is_imported_without_a_message_and_can_be_read(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = sum(len(rows) for subject, rows in shipped().items() if subject != "format")
    call_command("import_archive", str(FOLDER), publish=True, reason="First publication")

    counts = f"{rows} created, 0 changed, 0 equal, {len(IDS)} published"
    assert capsys.readouterr().out == f"{FOLDER}: {counts}\n"
    assert Edition.objects.count() == len(IDS)
    for case, person in IDS.items():
        for language in ("en", "ru", "kk"):
            for address in (f"/{language}/cases/{case}/", f"/{language}/people/{person}/"):
                assert client.get(address, follow=True).status_code == 200, address
