"""The catalogues say everything that the readers' side says, in both languages, with the same placeholders."""

import re

import pytest
from babel.messages.catalog import Message

from config.messages import LANGUAGES, messages, read, untranslated

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def ids(found: object) -> set[str]:
    return {str(message.id) for message in found if message.id}  # type: ignore[attr-defined]


def translations(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple) else [message.string]


def placeholders(text: str) -> list[str]:
    return sorted(set(PLACEHOLDER.findall(text)))


def test_texts_are_found_in_code_and_templates() -> None:
    assert {"not yet in force: by our calculation %(from)s", "Why this date"} <= ids(messages())


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_up_to_date(language: str) -> None:
    """Fails after a change of a text until `python -m config.messages` has run."""
    assert ids(read(language)) ^ ids(messages()) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated_or_fuzzy(language: str) -> None:
    assert untranslated(read(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_the_same(language: str) -> None:
    """Each form holds those of the plural; a form may leave the number out, as “one” does."""
    different = []
    for message in read(language):
        source = message.id[-1] if isinstance(message.id, tuple) else message.id
        different += [
            text for text in translations(message) if message.id and placeholders(text) != placeholders(source)
        ]
    assert different == []


def test_no_kazakh_ending_on_a_placeholder() -> None:
    glued = [
        text
        for message in read("kk")
        for text in translations(message)
        if re.search(r"%\(\w+\)s[-’'а-яәғқңөұүһі]", text)
    ]
    assert [text for text in glued if not re.search(r"%\((article|edition|number)\)s-(бап|басылым)", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_and_last_characters_agree(language: str) -> None:
    """A full stop that went missing, a space that came: sentences are put together from these."""
    wrong = []
    for message in read(language):
        if not isinstance(message.id, str) or " " not in message.id:  # a word alone may be an abbreviation
            continue
        for text in translations(message):
            if text != text.strip() or message.id.endswith(".") != text.endswith("."):
                wrong.append(text)
    assert wrong == []


SAME_WORD = {"File", "Licence", "Rule", "Statistics", "judge"}
"""What Kazakh and Russian write alike."""


def test_kazakh_is_not_russian() -> None:
    """A Russian text kept as a stand-in would pass for a translation."""
    russian = {message.id: set(translations(message)) for message in read("ru") if message.id}
    same = [message.id for message in read("kk") if message.id and set(translations(message)) <= russian[message.id]]
    worded = [id_ for id_ in same if re.search("[а-яё]", " ".join(russian[id_]), re.IGNORECASE)]
    assert set(map(str, worded)) == SAME_WORD
