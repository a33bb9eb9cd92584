"""A text is found by other words for what it says, and by no others."""

import json

import pytest

from archive.index.search.aliases import FILE, aliases

GROUPS = json.loads(FILE.read_text(encoding="utf-8"))["groups"]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["says"][0])
def test_each_word_brings_all_others_however_it_is_written(group: dict[str, list[str]]) -> None:
    for word in (said.replace("*", "ның") for said in group["says"]):
        for written in (word, word.upper(), f"«{word}»,"):
            assert set(group["also"]) <= set(aliases(f"Ол {written} туралы айтты"))


def test_a_word_inside_another_brings_nothing() -> None:
    assert aliases("неАлматы Astanaville") == []
    assert aliases("") == []
