"""What a court set, in words. Everything here is invented."""

import pytest
from django.utils.translation import override

from archive.wording.restrictions import pronounced
from editions.schema.case import Restriction
from tests.invented import records as invented

BAN = invented.disputed_ban()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "24 months by one source, 2 years 6 months by another"),
        ("ru", "24 месяца по одному источнику, 2 года 6 месяцев по другому"),
        ("kk", "бір дереккөз бойынша 24 ай, екіншісі бойынша 2 жыл 6 ай"),
    ],
)
def test_pronounced_when_sources_differ_on_the_length(language: str, words: str) -> None:
    (basis,) = BAN["basis"]
    record = Restriction.model_validate({**BAN, "length": "P24M", "basis": [{**basis, "otherwise": "P2Y6M"}]})

    with override(language):
        assert pronounced(record) == words


def test_pronounced_when_the_other_report_is_of_a_date() -> None:
    """The words speak of the length alone; the days stand in their own place."""
    basis = {"field": "starts", "how": "disputed", "otherwise": "2016-06-03"}

    assert pronounced(Restriction.model_validate({**BAN, "starts": "2016-06-01", "basis": [basis]})) == "2 years"
