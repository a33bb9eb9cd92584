"""The smoke path in Debian's Chromium through the shipped nginx, over TLS, with scripts and without."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Browser, Page, Response, Route, expect, sync_playwright

from tests.browser.conftest import FLAGS, PATIENCE, chromium_path
from tests.deploy.machine import HOST, Machine
from tests.desk.invented_accounts import PASSWORD, SECRET

pytestmark = pytest.mark.deploy
SITE = f"https://{HOST}"
EDITORS = {True: "smoke-with-scripts", False: "smoke-without"}
ACCOUNTS = (
    f"from tests.desk.invented_accounts import account; [account(name, 'editor') for name in {[*EDITORS.values()]}]"
)
PACKED = ("text/html", "text/css", "text/javascript")


@pytest.fixture(scope="module")
def chromium(machine: Machine) -> Iterator[Browser]:
    """One that finds the site's name at the test's proxy, and takes its certificate and no other unknown one."""
    key = (
        f"openssl x509 -in {machine.tls}/fullchain.pem -pubkey -noout | openssl pkey -pubin -outform der "
        "| openssl dgst -sha256 -binary | base64"
    )
    digest = subprocess.run(key, shell=True, capture_output=True, text=True, check=True).stdout.strip()
    rules = f"--host-resolver-rules=MAP {HOST}:443 127.0.0.1:{machine.proxy.https}"
    flags = [*FLAGS, rules, f"--ignore-certificate-errors-spki-list={digest}"]
    program = chromium_path()
    machine.manage("shell", "-v0", "-c", ACCOUNTS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=flags)
        yield chromium
        chromium.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_smoke_path(chromium: Browser, scripts: bool) -> None:
    context = chromium.new_context(base_url=SITE, java_script_enabled=scripts, locale="en")
    context.set_default_timeout(PATIENCE)
    wrong: list[str] = []
    answers: list[Response] = []

    def only_the_site(route: Route) -> None:
        if route.request.url.startswith((f"{SITE}/", "data:")):
            route.continue_()
        else:
            wrong.append(f"asked for {route.request.url}")
            route.abort()

    context.route("**/*", only_the_site)
    page = context.new_page()
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda answer: answers.append(answer))

    read(page)
    table = take_table(page)
    sign_in(page, EDITORS[scripts])

    assert wrong == []
    assert "Bokai" in table
    documents = [answer.headers for answer in answers if answer.request.resource_type == "document" and answer.ok]
    pages = [headers for headers in documents if headers["content-type"].startswith("text/html")]
    assert len(pages) >= 8
    for headers in pages:
        assert {"default-src 'none'", "script-src 'self'"} <= set(headers["content-security-policy"].split("; "))
        assert headers["strict-transport-security"] == "max-age=31536000"
        assert (headers["x-frame-options"], headers["x-content-type-options"]) == ("DENY", "nosniff")
    kinds = [(answer.url, answer.headers) for answer in answers if answer.ok]
    unpacked = [
        url
        for url, headers in kinds
        if headers.get("content-type", "").startswith(PACKED) and headers.get("content-encoding") not in ("gzip", "br")
    ]
    assert unpacked == []
    context.close()


def read(page: Page) -> None:
    """From the front page by a search to a case; a filter; a restriction unfolded; another language."""
    page.goto("/en/")
    page.fill("#q", "Bokai")
    page.press("#q", "Enter")
    expect(page.locator(".cases h2").first).to_have_text("Max Bokai")
    page.goto("/en/cases/?on=2026-11-22")
    page.locator("#region-KZ-75").click()
    page.wait_for_url("**/en/cases/?on=2026-11-22&region=KZ-75")
    expect(page.locator(".chip")).to_have_count(3)
    page.goto("/en/cases/bokai-2016/?on=2026-11-22")
    page.locator("#r-ban > summary").click()
    expect(page.locator("#r-ban .row-body")).to_be_visible()
    page.locator("#languages a[lang=ru]").click()
    page.wait_for_url("**/ru/cases/bokai-2016/?on=2026-11-22")
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def take_table(page: Page) -> str:
    page.goto("/en/data/")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).first.click()
    return Path(download.value.path()).read_text()


def sign_in(page: Page, name: str) -> None:
    page.goto("/desk/")
    page.fill("input[name=login]", name)
    page.fill("input[name=password]", PASSWORD)
    page.click("form.narrow button[type=submit]")
    page.wait_for_url("**/desk/account/second-factor/authenticate/**")
    for _attempt in range(2):  # a code can run out on its way
        page.fill(
            "input[name=code]", format_hotp_value(hotp_value(SECRET, next(iter(yield_hotp_counters_from_time()))))
        )
        with page.expect_navigation():
            page.click("form:has(input[name=code]) button[type=submit]")
        if page.url == f"{SITE}/desk/":
            break
    assert page.url == f"{SITE}/desk/"
