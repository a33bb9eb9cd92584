"""What a page of the desk says, text by text."""

import re
from functools import cache
from html.parser import HTMLParser

from config.messages import DESK, READERS, messages

SAID = ("title", "aria-label", "placeholder", "alt")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


class Texts(HTMLParser):
    """Collects what a reader meets: the words between tags and those of labels and buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("script", "style"):
            self._foreign.append(tag)
        named = (*SAID, "value") if tag == "input" and values.get("type") == "submit" else SAID
        self.found |= {_plain(values[name] or "") for name in named if name in values}

    def handle_endtag(self, tag: str) -> None:
        if self._foreign and self._foreign[-1] == tag:
            self._foreign.pop()

    def handle_data(self, data: str) -> None:
        if not self._foreign:
            self.found.add(_plain(data))


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" :›·")


def texts_of(html: str) -> set[str]:
    reader = Texts()
    reader.feed(html)
    return reader.found - {""}


@cache
def english() -> re.Pattern[str]:
    """Every English text of the catalogues that is more than one word, whatever stands in its placeholders."""
    ids = (message.id for side in (READERS, DESK) for message in messages(side) if message.id)
    forms = {form for id_ in ids for form in ([id_] if isinstance(id_, str) else id_)}
    return re.compile("|".join(sorted(_pattern(form) for form in forms if _is_english(form))))


def _is_english(text: str) -> bool:
    found = re.findall("[A-Za-z]{2,}", PLACEHOLDER.sub("", text))
    return len(found) > 1 and len(max(found, key=len)) > 3


def _pattern(text: str) -> str:
    return ".+".join(re.escape(_plain(part)) for part in PLACEHOLDER.split(text))


def english_texts_of(html: str) -> set[str]:
    """The texts of a page that stand there in English though the catalogues have them."""
    return {text for text in texts_of(html) if english().fullmatch(text)}
