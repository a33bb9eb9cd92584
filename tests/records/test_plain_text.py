import pytest
from django.core.exceptions import ValidationError

from records.fields import validate_plain_text
from records.plain_text import control_in, markup_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\x00b", "U+0000"),
        ("a\x1bb", "U+001B"),
        ("a\ud800b", "U+D800"),
        ("a\x85b", "U+0085"),
        ("granted \u202eoN", "U+202E"),
        ("a\u2067b", "U+2067"),
        ("two\r\nlines\tand a tab", None),
    ],
)
def test_control_in(text: str, found: str | None) -> None:
    assert control_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("an <IMG src=x onerror=y> in a text", "<IMG src=x onerror=y>"),
        ("</b>", "</b>"),
        ("<!-- hidden -->", "<!--"),
        ("5 < 6 and 7 > 6", None),
        ("I <3 this", None),
        ("a<b", None),
    ],
)
def test_markup_in(text: str, found: str | None) -> None:
    assert markup_in(text) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\x00b", "This text holds the control character U+0000. Remove it, or type the text again."),
        ("<b>bold</b>", "This text holds the markup <b>, but texts are plain. Remove it."),
    ],
)
def test_validate_plain_text_when_text_is_not_plain(text: str, message: str) -> None:
    with pytest.raises(ValidationError) as error:
        validate_plain_text(text)
    assert error.value.messages == [message]
