"""A source begun from a pasted address: what the page says of itself is filled in, where the network allows."""

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desk.accounts.visibility import openable_rows
from desk.intake.capture.addresses import FetchError
from desk.intake.capture.fetching import MEGABYTE, Fetcher
from desk.pages import desk_page, render_desk
from records.models import Publisher, Source

SECONDS = 8
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
TITLES = ("og:title", "twitter:title")
SITES = ("og:site_name", "application-name", "publisher")
DATES = ("article:published_time", "datepublished", "date", "dc.date", "pubdate", "og:article:published_time")


class AddressForm(forms.Form):
    """The address of a page."""

    url = forms.URLField(label=gettext_lazy("Address of the page"), max_length=2000, assume_scheme="https")


@desk_page("records.add_source")
def new_source(request: HttpRequest) -> HttpResponse:
    """Opens the form of a new source, filled in from its page; the source itself if the archive has it already."""
    form = AddressForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "button": _("Go on")}
        return render_desk(request, "desk/form.html", _("Source from an address"), context, 400 if form.errors else 200)
    url = form.cleaned_data["url"]
    known = openable_rows(request, Source).filter(url=url).first()
    if known:
        messages.info(request, _("The archive has this source already."))
        return redirect("admin:records_source_change", known.pk)
    return redirect(f"{reverse('admin:records_source_add')}?{urlencode(describe_page(request, url))}")


def describe_page(request: HttpRequest, url: str) -> dict[str, str]:
    """Returns what the page at an address says of itself, for the form of a source; a message if it cannot be read."""
    try:
        page = Fetcher(seconds=SECONDS, largest=4 * MEGABYTE).fetch(url)
    except FetchError as refused:
        messages.warning(request, _("The page could not be read (%(why)s): fill it in by hand.") % {"why": refused})
        return {"url": url, "slug": slug_of("", url), "kind": "media"}
    head = described(page.body.decode("utf-8", "replace"))
    publisher = Publisher.objects.filter(name__iexact=head["site"]).first() if head["site"] else None
    known = {"publisher": str(publisher.pk) if publisher else "", "slug": slug_of(head["published"], url)}
    return {"url": url, "kind": "media", **head, **known}


def slug_of(published: str, url: str) -> str:
    """Makes an id such as `vlast-2025-limited-freedoms` from the host, the year and the last words of the address."""
    split = urlsplit(url)
    host = (split.hostname or "").removeprefix("www.").split(".")[0]
    words = slugify(split.path.rstrip("/").rpartition("/")[2].partition(".")[0])
    return "-".join(filter(None, [slugify(host), published[:4], words]))[:60].strip("-")


def described(html: str) -> dict[str, str]:
    """Reads title, site, day and language that a page gives itself; empty where it gives none."""
    reader = PageHead()
    reader.feed(html)
    meta = reader.meta
    day = DAY.search(next((meta[name] for name in DATES if name in meta), ""))
    try:
        published = date(*map(int, day.groups())).isoformat() if day else ""
    except ValueError:
        published = ""
    return {
        "title": (next((meta[name] for name in TITLES if meta.get(name)), "") or reader.title).strip()[:400],
        "site": next((meta[name] for name in SITES if meta.get(name)), "").strip()[:200],
        "published": published,
        "language": reader.language[:2].lower(),
    }


class PageHead(HTMLParser):
    """What stands in the head of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.title = self.language = ""
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: text or "" for name, text in attrs}
        if tag == "html":
            self.language = attributes.get("lang", "")
        if tag == "meta" and "content" in attributes:
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            self.meta.setdefault(name.lower(), unescape(attributes["content"]))
        self.in_title = tag == "title" and not self.title

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self.in_title = False
