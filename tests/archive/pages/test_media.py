import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["%00", "%00.pdf", "a.pdf", "%FF", "x" * 3000, "%F0%9F%98%80", "0" * 64 + ".webp"])
def test_what_is_no_file_of_ours_is_not_found(client: Client, name: str) -> None:
    assert client.get(f"/media/{name}").status_code == 404
