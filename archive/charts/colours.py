"""The light scheme of the site, for pictures that leave it without a style sheet: read from that style sheet."""

import re

from django.conf import settings

STYLE_SHEET = settings.BASE_DIR / "static" / "css" / "base.css"
LIGHT_SCHEME = STYLE_SHEET.read_text("utf-8").partition(":root {")[2].partition("}")[0]
COLOURS: dict[str, str] = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", LIGHT_SCHEME))
"""The name of a colour, as in ``var(--ban)``, and what it is by day."""
