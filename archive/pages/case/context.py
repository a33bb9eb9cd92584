"""What the templates of a case page are given."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from archive.index.days import AddressDays
from archive.index.published import PublishedCase
from archive.pages.case.embed_height import frame_height
from archive.pages.case.metadata import citation_meta, json_ld
from archive.pages.case.page import case_page
from archive.pages.case.related import related_groups
from archive.pages.case.use import ready_texts
from archive.pages.media import media_address
from records.languages import active_language

NARROWEST_FRAME = 300
"""The code to copy is as wide as the page it is put on: its height holds all even there."""


def case_context(
    request: HttpRequest,
    case: PublishedCase,
    days: AddressDays,
    newest: PublishedCase,
) -> dict[str, Any]:
    """One edition of a case on a day. With another ``newest`` it stands under a banner."""
    page, edition, absolute = case_page(case.text, days.on), case.edition, request.build_absolute_uri
    embed_path = reverse("embed", args=[edition.case_id])

    def permanent_address() -> str:
        return absolute(reverse("archive:version", args=[edition.case_id, edition.version]))

    return {
        "page": page,
        "edition": edition,
        "newest": newest,
        "unlisted": newest.unlisted,
        "is_today": days.on == timezone.localdate(),
        "day_error": days.problem("on"),
        "day_given": request.GET.get("on", ""),
        "known": days.known,
        "known_error": days.problem("known"),
        "known_given": request.GET.get("known", ""),
        "unknown_parameters": days.unknown,
        "ready_texts": ready_texts(page, edition, permanent_address),
        "related": related_groups(page.document),
        "media": media_address(),
        "citation": citation_meta(page, edition, absolute),
        "json_ld": json_ld(page, edition, absolute),
        "permanent_address": permanent_address(),
        "embed_address": absolute(f"{embed_path}?lang={active_language()}"),
        "embed_height": frame_height(page, NARROWEST_FRAME),
    }
