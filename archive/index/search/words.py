"""Which names and texts of a document are searched."""

from collections.abc import Iterable, Iterator

from archive.index.search import fold
from archive.index.search.aliases import aliases
from archive.index.search.names import FAMILY
from law.country import country
from records.json_dict import JSONDict
from records.languages import LANGUAGES

ALSO, RECOGNISED = "also", "recognised"
"""Beside the texts by language what a case is found by and no page shows as its text: other words for what the texts
say; who recognised the person and as what."""


def spellings(person: JSONDict) -> list[str]:
    """Every spelling of the whole name, the names of today first."""
    names = person["names"]
    todays = [names[language] for language in sorted(names)]
    return list(dict.fromkeys([*todays, *(other["name"] for other in person["other_names"])]))


def name_keys(names: Iterable[str]) -> list[str]:
    """Each word of the names in the one spelling for all scripts; the last, the family name, once more as such."""
    keys: set[str] = set()
    for name in names:
        of_name = [key for word in fold.words(name) if (key := fold.fold(word))]
        keys |= {*of_name, *(FAMILY + key for key in of_name[-1:])}
    return sorted(keys)


def ids(document: JSONDict) -> list[str]:
    """Under which ids the case is known, and those of its person."""
    case, person = document["case"], document["person"]
    return list(dict.fromkeys([case["id"], *case["former_ids"], person["id"], *person["former_ids"]]))


def case_texts(document: JSONDict) -> dict[str, str]:
    """What the case says in each language, in one text a language, and what else it is found by."""
    texts = {language: "\n".join(_texts(document, language)) for language in LANGUAGES}
    texts[ALSO] = "\n".join(aliases("\n".join(texts.values())))
    texts[RECOGNISED] = "\n".join(_recognitions(document["person"]))
    return {language: text for language, text in texts.items() if text}


def _texts(document: JSONDict, language: str) -> Iterator[str]:
    case, person = document["case"], document["person"]
    yield from _said(language, case["title"], case["summary"], person["about"], person["city"])
    for event in case["events"]:
        yield from _said(language, event["text"])
    for testimony in case["testimonies"]:
        if testimony["consent"] != "withdrawn":
            yield from _said(language, testimony["text"])
    for court in document["courts"]:
        yield from _said(language, court["names"])
    for trial in document["trials"]:
        yield from _said(language, trial["title"])
    for label in (*document["occupations"], *document["tags"]):
        yield from _said(language, label["names"])


def _recognitions(person: JSONDict) -> Iterator[str]:
    """Who recognised the person and as what, in all languages and as people call it."""
    words = country().words("recognitions")
    for recognition in person["recognitions"]:
        labels = words.get(recognition["as"])
        said = [recognition["by"], *(labels.texts.values() if labels else ())]
        yield from (*said, *aliases("\n".join(said)))


def _said(language: str, *texts: JSONDict) -> Iterator[str]:
    return (text[language] for text in texts if text.get(language))
