"""What social networks, newsletters and advertisements append to a shared link says nothing to this archive."""

from collections.abc import Callable
from urllib.parse import unquote_plus

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.http import escape_leading_slashes

APPENDED = frozenset(
    (
        *("fbclid", "mibextid", "igsh", "igshid", "twclid", "ttclid", "li_fat_id", "ScCid", "sfnsn", "si", "s_cid"),
        *(
            "gclid",
            "gclsrc",
            "gad_source",
            "gbraid",
            "wbraid",
            "dclid",
            "srsltid",
            "_ga",
            "_gl",
            "msclkid",
            "rb_clickid",
        ),
        *("yclid", "ymclid", "ysclid", "_openstat", "wickedid"),
        *("mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "oly_anon_id", "oly_enc_id", "vero_id"),
    )
)
"""By networks, advertisements, Yandex, newsletters."""
FAMILIES = ("utm_", "mtm_", "pk_", "hsa_", "vk_")
"""None of them is a parameter of ours, and none begins with one of these."""


def without_tracking(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Leads from what was appended to a link to the address that was shared. Programs share no links: the API stays
    strict, and so does the desk."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        query = request.META.get("QUERY_STRING", "")
        pairs = [pair for pair in query.split("&") if pair]
        own = [pair for pair in pairs if not is_appended(unquote_plus(pair.partition("=")[0]))]
        if len(own) == len(pairs) or request.method not in ("GET", "HEAD") or is_strict(request.path_info):
            return get_response(request)
        address = "?".join(filter(None, (request.get_full_path().partition("?")[0], "&".join(own))))
        return HttpResponseRedirect(escape_leading_slashes(address))

    return answer


def is_appended(name: str) -> bool:
    return name in APPENDED or name.startswith(FAMILIES)


def is_strict(path: str) -> bool:
    return path.startswith(("/api/", f"/{settings.DESK_PATH}/"))
