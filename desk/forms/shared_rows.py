"""After a row that several cases share was saved: the published cases that hold it, offered to be sent at once."""

from collections.abc import Mapping

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import ngettext

from cases.models import Tag
from desk.review.holding import published_holding
from people.models import Person
from records.models import Court, Publisher, Source, Trial

SUBJECTS: Mapping[type[Model], str] = {
    Person: "people",
    Source: "sources",
    Court: "courts",
    Trial: "trials",
    Tag: "tags",
    Publisher: "publishers",
}
"""What several cases may share, and the word for it in addresses."""


def offer_to_send(request: HttpRequest, row: Model) -> None:
    """Says how many published cases hold the row as it was, with the way to send them all for one review."""
    subject = SUBJECTS.get(type(row))
    if subject is None or not request.user.has_perm("desk.submit_case"):
        return
    number = published_holding(subject, row.pk).count()
    if not number:
        return
    words = ngettext(
        "%(number)s published case holds this and still says what it said before.",
        "%(number)s published cases hold this and still say what it said before.",
        number,
    )
    address = reverse("desk_send_holding", args=[subject, row.pk])
    link = format_html('<a href="{}">{}</a>', address, ngettext("Send it for review", "Send them for review", number))
    messages.warning(request, format_html("{} {}", words % {"number": number}, link))
