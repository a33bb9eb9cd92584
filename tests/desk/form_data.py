"""What a browser would send for a page's form, left as it is."""

from html.parser import HTMLParser


class _Form(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self.select = self.textarea = self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        name, kind = named.get("name") or "", named.get("type") or "text"
        if tag == "input" and kind in ("checkbox", "radio"):
            if "checked" in named:
                self._add(name, named.get("value") or "on")
        elif tag == "input" and kind not in ("submit", "search"):
            self._add(name, named.get("value") or "")
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in named:
            self._add(self.select, named.get("value") or "")
        elif tag == "textarea":
            self.textarea, self.text = name, ""

    def handle_data(self, text: str) -> None:
        if self.textarea:
            self.text += text

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._add(self.textarea, self.text.removeprefix("\n"))
        if tag in ("select", "textarea"):
            self.select = self.textarea = ""

    def _add(self, name: str, value: str) -> None:
        if name and "__prefix__" not in name:
            self.data.setdefault(name, []).append(value)


def typed(html: str) -> dict[str, list[str]]:
    """Names and values of all controls of a page."""
    form = _Form()
    form.feed(html)
    return form.data
