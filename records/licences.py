"""Under which terms a picture may be shown. A fixed list: the archive file writes the word."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _


class Licence(NamedTuple):
    """What it is called, where its text stands, and whether the terms have to be written beside it."""

    name: Any
    url: str = ""
    needs_terms: bool = False


CREATIVE_COMMONS = "https://creativecommons.org/"
LICENCES: Mapping[str, Licence] = {
    "cc-by-4": Licence("CC BY 4.0", f"{CREATIVE_COMMONS}licenses/by/4.0/"),
    "cc-by-sa-4": Licence("CC BY-SA 4.0", f"{CREATIVE_COMMONS}licenses/by-sa/4.0/"),
    "cc-by-3": Licence("CC BY 3.0", f"{CREATIVE_COMMONS}licenses/by/3.0/"),
    "cc-by-sa-3": Licence("CC BY-SA 3.0", f"{CREATIVE_COMMONS}licenses/by-sa/3.0/"),
    "cc0": Licence("CC0 1.0", f"{CREATIVE_COMMONS}publicdomain/zero/1.0/"),
    "public-domain": Licence(_("public domain")),
    "permission": Licence(_("with permission"), needs_terms=True),
    "other": Licence(_("other terms"), needs_terms=True),
}
