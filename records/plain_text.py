"""What no text of the archive may hold. Rows and the archive file's schema ask the same."""

import re

# Characters that turn the direction of writing are among them: they make a text read as another one.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<!\[CDATA\[|<!DOCTYPE", re.IGNORECASE)
SHOWN = 40


def control_in(text: str) -> str | None:
    """The first control character, as U+0000; half a character counts as one. Line breaks and tabs may stand."""
    match = _CONTROL.search(text)
    return f"U+{ord(match[0]):04X}" if match else None


def markup_in(text: str) -> str | None:
    """The first tag or comment of HTML, at most 40 characters of it. A lone < or > is no markup."""
    match = _TAG.search(text)
    return match[0][:SHOWN] if match else None
