"""What all forms of the desk share."""

from html.parser import HTMLParser

import pytest
from django.test import Client

from cases.models import Case
from records.models import Source
from records.serial import save_dict
from tests.invented import records as invented


class _FirstButton(HTMLParser):
    """The first button of each form that saves: the one that Enter presses."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.waits = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: text or "" for name, text in attrs}
        if tag == "form":
            self.waits = attributes.get("id", "").endswith("_form") or "paper" in attributes.get("class", "")
        kind = attributes.get("type", "submit" if tag == "button" else "")
        if self.waits and kind == "submit" and (tag == "button" or tag == "input"):
            self.waits = False
            self.pressed.append(attributes.get("name", "") + attributes.get("formaction", ""))


@pytest.mark.parametrize(
    "path",
    ["cases/case/add/", "cases/case/{case}/change/", "people/person/add/", "records/source/add/", "records/court/add/",
     "records/source/{source}/change/", "paper/verdict/", "paper/news/", "work/cases/{case}/paper/release/"],
)  # fmt: skip
def test_enter_saves(desk: Client, shared: None, path: str) -> None:
    """Enter in a field presses a form's first button: it saves, and neither checks nor visits a source's site."""
    case, source = save_dict(Case, invented.case()), Source.objects.first()
    assert source is not None
    page = desk.get("/desk/" + path.format(case=case.pk, source=source.pk))

    buttons = _FirstButton()
    buttons.feed(page.content.decode())
    assert page.status_code == 200
    assert buttons.pressed in (["_save"], [""])
