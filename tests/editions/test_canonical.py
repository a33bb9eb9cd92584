import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions.canonical import NotCanonical, canonical, digest

BITS_64 = st.integers(-(2**63), 2**64 - 1)
PLAIN = st.recursive(
    st.none() | st.booleans() | BITS_64 | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc"), inner),
)


def test_canonical_sorts_keys_and_keeps_letters() -> None:
    assert canonical({"б": [1, None, True], "a": "Ә"}) == '{"a":"Ә","б":[1,null,true]}'.encode()


def test_canonical_when_letters_are_composed_differently() -> None:
    assert canonical("\u0438\u0306") == canonical("\u0439")


@given(PLAIN)
def test_canonical_when_keys_come_in_another_order(value: object) -> None:
    assert canonical({"a": value, "b": 1}) == canonical({"b": 1, "a": value})


@given(PLAIN)
def test_canonical_is_what_anybody_gets_with_json_alone(value: object) -> None:
    """The verifier that strangers run has the standard library only."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical(value) == canonical(json.loads(unicodedata.normalize("NFC", text)))
    if unicodedata.is_normalized("NFC", text):
        assert canonical(value) == text.encode()


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"a": [0, 1.5]}, "$.a[1] is a float: write a text or a whole number"),
        ({1: "a"}, "$ has the key 1: keys are texts"),
        ({"\u0439": 1, "\u0438\u0306": 2}, "$ has two keys that are one in NFC: rename one"),
        ({"a": 2**64}, "a whole number has more than 64 bits: write it as a text"),
        ("\ud800", "a text holds half a character at 1: remove it"),
    ],
)
def test_canonical_when_value_has_no_canonical_bytes(value: object, message: str) -> None:
    with pytest.raises(NotCanonical) as error:
        canonical(value)
    assert str(error.value) == message


def test_digest_is_sha_256_in_hex() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
