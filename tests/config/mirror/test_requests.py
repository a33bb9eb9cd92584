import pytest

from config.mirror.pages import standing_at
from config.mirror.requests import MirrorRequest


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("en/index.html", "https://site.example/en/"),
        ("ru/cases/kind=fine/index.html", "https://site.example/ru/cases/?kind=fine"),
        ("kk/search/index.html", "https://site.example/kk/cases/"),
        ("en/cases/invented-2016.json", "https://site.example/en/cases/invented-2016.json"),
    ],
)
def test_address_on_the_site(file: str, address: str) -> None:
    with standing_at(file):
        request = MirrorRequest(file, "https://site.example")

        assert request.build_absolute_uri() == request.build_absolute_uri(request.path) == address


def test_filters_have_one_value_each() -> None:
    request = MirrorRequest("en/index.html", "https://site.example")
    request.filters = ["kind=fine", "kind=fine&state=ended"]

    assert request.search_filters == "kind=fine[data-case], kind=fine/state=ended[data-case]"
