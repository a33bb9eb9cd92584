"""The catalogues say everything that the site and the desk say, in both languages, with the same placeholders."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from django.contrib import admin

from config.messages import DESK, READERS, SIDES, TRANSLATED, Side, messages, path, read, untranslated

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
CATALOGUES = [(side, language) for side in SIDES for language in TRANSLATED]
each_catalogue = pytest.mark.parametrize(("side", "language"), CATALOGUES, ids=lambda part: getattr(part, "name", part))


def ids(found: object) -> set[str]:
    return {str(message.id) for message in found if message.id}  # type: ignore[attr-defined]


def keys(found: Catalog) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in found if message.id}


def translations(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple) else [message.string]


def placeholders(text: str) -> list[str]:
    return sorted(set(PLACEHOLDER.findall(text)))


def all_translations(language: str) -> Iterator[str]:
    for side in SIDES:
        for message in read(side, language):
            yield from translations(message) if message.id else ()


@pytest.mark.parametrize(
    ("side", "texts"),
    [
        (READERS, {"should be over; not confirmed", "Why this date"}),
        (DESK, {"it ends before it begins: correct one of the two dates", "custody", "Send for review"}),
    ],
    ids=["readers", "desk"],
)
def test_texts_are_found_in_code_and_templates(side: Side, texts: set[str]) -> None:
    assert texts <= ids(messages(side))


def test_no_text_stands_in_both_catalogues() -> None:
    assert keys(messages(READERS)) & keys(messages(DESK)) == set()


@each_catalogue
def test_catalogue_is_up_to_date(side: Side, language: str) -> None:
    """Fails after a change of a text until `python -m config.messages` has run."""
    assert keys(read(side, language)) ^ keys(messages(side)) == set()


@each_catalogue
def test_nothing_is_untranslated_or_fuzzy(side: Side, language: str) -> None:
    assert untranslated(read(side, language)) == []


@each_catalogue
def test_placeholders_are_the_same(side: Side, language: str) -> None:
    """Each form holds those of the plural; a form may leave the number out, as “one” does."""
    different = []
    for message in read(side, language):
        source = message.id[-1] if isinstance(message.id, tuple) else message.id
        different += [
            text for text in translations(message) if message.id and placeholders(text) != placeholders(source)
        ]
    assert different == []


def test_scripts_of_the_admin_speak_kazakh() -> None:
    """Django has half of their texts; a new version's new ones fail here."""
    theirs = Path(admin.__file__).parent / "locale/en/LC_MESSAGES/djangojs.po"
    ours = path(DESK, "kk").with_name("djangojs.po")
    with theirs.open("rb") as one, ours.open("rb") as other:
        wanted, found = read_po(one, locale="en"), read_po(other, locale="kk")

    assert keys(found) == keys(wanted)
    assert untranslated(found) == []


def test_no_kazakh_ending_on_a_placeholder() -> None:
    glued = [text for text in all_translations("kk") if re.search(r"(%\(\w+\)[sd]|\{\w+\})[-’'а-яәғқңөұүһі]", text)]
    assert [
        text for text in glued if not re.search(r"%\((article|edition|number|version)\)s-(бап|басылым|нұсқа)", text)
    ] == []


@each_catalogue
def test_first_and_last_characters_agree(side: Side, language: str) -> None:
    """A full stop that went missing, a space that came: sentences are put together from these."""
    wrong = []
    for message in read(side, language):
        if not isinstance(message.id, str) or " " not in message.id:  # a word alone may be an abbreviation
            continue
        for text in translations(message):
            if text != text.strip() or message.id.endswith(".") != text.endswith("."):
                wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    assert [text for text in all_translations(language) if re.search("[“”„]", text)] == []


SAME_WORD = {
    READERS: {"File", "Judge", "Licence", "Rule", "Statistics", "judge"},
    DESK: {
        "Browser", "Contributor", "Editor", "Prosecutor", "Reviewer", "browser", "criterion", "fact", "id",
        "recidivism", "review", "reviewer",
    },
}  # fmt: skip
"""What Kazakh and Russian write alike."""


@pytest.mark.parametrize("side", SIDES, ids=lambda side: side.name)
def test_kazakh_is_not_russian(side: Side) -> None:
    """A Russian text kept as a stand-in would pass for a translation."""
    russian = {message.id: set(translations(message)) for message in read(side, "ru") if message.id}
    kazakh = [message for message in read(side, "kk") if message.id]
    same = [message.id for message in kazakh if set(translations(message)) <= russian[message.id]]
    worded = [id_ for id_ in same if re.search("[а-яё]", " ".join(russian[id_]), re.IGNORECASE)]
    assert set(map(str, worded)) == SAME_WORD[side]
