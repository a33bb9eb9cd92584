"""A link that was shared in a social network or a newsletter leads to the page that was shared."""

import pytest
from django.test import Client

from archive.index.filters import CaseFilter
from config.tracking import is_appended
from tests.archive.published import document, publish

pytestmark = pytest.mark.django_db
PAGES = (
    *("/en/", "/en/cases/", "/ru/statistics/", "/kk/calendar/", "/en/tables/", "/en/law/", "/en/data/"),
    *("/en/cases.atom", "/en/cases.ics", "/en/calendar.ics", "/en/cases.csv", "/en/restrictions.csv"),
    *("/en/cases/invented-2016/", "/en/cases/invented-2016.atom", "/embed/cases/invented-2016/"),
)


APPENDED = ("fbclid=IwAR0x_y", "utm_source=feedly&utm_medium=rss", "gclid=1", "yclid=2&_openstat=a")


def test_shared_link_leads_to_the_same_address(client: Client) -> None:
    publish(document())
    for number, page in enumerate(PAGES):
        response = client.get(f"{page}?{APPENDED[number % len(APPENDED)]}")
        assert (response.status_code, response["Location"]) == (302, page)
        assert client.get(response["Location"]).status_code == 200, page


def test_own_parameters_stay_as_they_were_written(client: Client) -> None:
    own = "kind=public-activity-ban&q=%D0%91%D0%BE%D0%BA%D0%B0%D0%B5%D0%B2+%22a%22&state=in-force&state=possible"
    response = client.get(f"/en/cases/?utm_source=x&{own}&fbclid=y&UTM%5Fcampaign=1", follow=False)
    assert response["Location"] == f"/en/cases/?{own}&UTM%5Fcampaign=1"
    assert client.get(f"/en/cases/?utm%5Fsource=x&{own}")["Location"] == f"/en/cases/?{own}"


@pytest.mark.parametrize("path", ["/api/v1/cases/", "/api/v1/counts/", "/api/v1/versions/"])
def test_api_stays_strict(client: Client, path: str) -> None:
    response = client.get(f"{path}?fbclid=x")
    assert (response.status_code, list(response.json()["errors"])) == (400, ["fbclid"])


def test_shared_link_never_leads_to_another_site(client: Client) -> None:
    response = client.get("/", PATH_INFO="//example.org/", QUERY_STRING="fbclid=x")
    assert response["Location"] == "/%2Fexample.org/"


def test_no_filter_is_taken_for_something_appended() -> None:
    assert [name for name in CaseFilter.base_filters if is_appended(name)] == []
