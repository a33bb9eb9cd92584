"""Words that readers stumbled over and that must not come back, in catalogues, vocabularies and rules."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archive.pages.about.views import METHODS
from config.messages import DESK, READERS, Side, read

LAW = Path(__file__).parents[2] / "law" / "kazakhstan"
FILES = (LAW / "rules.json", *sorted((LAW / "vocabularies").glob("*.json")))
GONE = {
    "en": (
        "free from the \\d",
        "[Ww]hat binds today",
        "can it be said for certain",
        "Not sure:",
        "[Ww]hat it came to",
        "sure so far",
        "How sure:",
        "Rests on",
        "Before you print",
        "[Ww]hat waits for what",
        "In our words, as told",
        "[Ff]itted, not scored",
        "reckoned by",
        "embarrass",
        "no value of this filter",
        "[Tt]he term st(ood|ands) still",
        "act of mercy",
        "wait for each other",
        "[Tt]he rows (have|make)",
        "dropped for time",
        "whose reason everybody",
        "order while serving",
        "first day without:",
    ),
    "ru": (
        "Список финмониторинга",
        "Стража\\b",
        "точно не известно",
        "под хотя бы одним",
        "[Пп]одогнан",
        "обращено к исполнению",
        "настоящего освобождения",
        "Освобождён\\(а\\)",
        "мы не прочли",
        "Рисунки",
        "[Сс]осчитанные",
        "[Вв]ыпуск(?!ающ|и\\b|\\w* данных)",
        "[Нн]овый конец",
        "учтённых концов",
        "свод\\w* правил",
        "обжалования, дней",
        "наших словах",
        "В перечне держат",
        "что из этого вышло",
        "диапазон на оба",
        "под самым надёжным словом",
        "вступления в силу открыт",
        "Закон за датами",
        "[Зз]адержани[ея] после приговора",
        "\\bВзять\\b",
        "дело изъято",
        "во что он вылился",
    ),
    "kk": (
        "[Сс]оттылы[қғ](?!\\))",
        "\\b[Аа]рхив(?!-)",
        "Қаржы мониторингі тізімі",
        "Суреттер",
        "күшіне енген күні ашық",
        "шектеудегі адам",
        "үзетіні",
        "Мәлімет күні",
        "қауіпсіздігі толық",
        "ол байланысты",
        "Бас бостандығынан айырусыз",
        "шағымдану мерзімі \\(күн",
        "Шартты жаза орындауға",
        "(?<!бір )басылым(?!ға айт)",
    ),
}
"""In each language, as patterns. A new one goes in with the defect that it keeps out."""


@pytest.mark.parametrize("language", sorted(GONE))
def test_no_word_comes_back(language: str) -> None:
    gone = re.compile("|".join(GONE[language]))
    assert [text for text in texts(language) if gone.search(text)] == []


def texts(language: str) -> Iterator[str]:
    for side in (READERS, DESK):
        yield from catalogue(side, language)
    yield from METHODS[language].read_text("utf-8").split("\n\n")
    for file in FILES:
        yield from in_language(json.loads(file.read_text("utf-8")), language)


def catalogue(side: Side, language: str) -> Iterator[str]:
    """The texts of one side; in English they are the ids."""
    for message in read(side, "ru" if language == "en" else language):
        text = message.id if language == "en" else message.string
        if message.id:
            yield from (text,) if isinstance(text, str) else text


def in_language(part: Any, language: str) -> Iterator[str]:
    """Every text of the language in a file of data."""
    if isinstance(part, list):
        for row in part:
            yield from in_language(row, language)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key == language and isinstance(value, str):
                yield value
            else:
                yield from in_language(value, language)
