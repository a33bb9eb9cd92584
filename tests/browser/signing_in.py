"""A page in which an account of the desk is signed in."""

from django.contrib.auth.models import User
from playwright.sync_api import Page

from tests.desk.invented_accounts import browser


def sign_in(page: Page, user: User) -> None:
    """Give the page the session of an account, as if it had signed in; it reads English."""
    cookie = browser(user).cookies["sessionid"].value
    address = page.context._impl_obj._options["baseURL"]
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": address}])
    page.context.set_extra_http_headers({"Accept-Language": "en"})
