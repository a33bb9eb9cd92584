"""Answers as JSON say what the framework's own would."""

import json

from django.utils.translation import gettext_lazy as _
from rest_framework.renderers import JSONRenderer

from archive.api.renderer import Renderer

CONTENT = {
    "text": "Қазақстан “A” <&>\u2028\u2029",
    "none": None,
    "numbers": [1, 2.5, 0, -3],
    "nested": {"empty": {}, "yes": True, "rows": ("a", "b")},
}


def test_answer_when_plain_is_that_of_the_framework() -> None:
    assert "\u2028" in CONTENT["text"]
    assert Renderer().render(CONTENT) == JSONRenderer().render(CONTENT)
    assert Renderer().render(None) == b""


def test_answer_when_indented_is_that_of_the_framework() -> None:
    indented = Renderer().render(CONTENT, "application/json; indent=2")
    assert indented == JSONRenderer().render(CONTENT, "application/json; indent=2")
    assert b"\n  " in indented


def test_text_when_translated_late() -> None:
    assert json.loads(Renderer().render({"title": _("Statistics")})) == {"title": "Statistics"}
