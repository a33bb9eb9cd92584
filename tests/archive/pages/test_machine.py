"""What programs read from a case page cannot end the script element it stands in."""

import json
import re

import pytest
from django.test import Client

from tests.archive.published import document, publish
from tests.invented import records as invented

pytestmark = pytest.mark.django_db


def test_json_ld_when_a_title_holds_signs_of_markup(client: Client) -> None:
    title = "Charged < 5 times & acquitted > 3"
    publish(document(invented.case(title={"en": title})))

    page = client.get("/en/cases/invented-2016/").content.decode()

    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert [sign for sign in "<>&" if sign in script] == []
    assert json.loads(script)["headline"].endswith(title)
