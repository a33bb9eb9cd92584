"""Which names and texts of a document are searched."""

from collections.abc import Iterator

from archive.index.search import fold
from records.json_dict import JSONDict
from records.languages import LANGUAGES


def name_words(person: JSONDict) -> dict[str, str]:
    """Every word of every spelling of the name, with its key without endings."""
    names = [*person["names"].values(), *(other["name"] for other in person["other_names"])]
    return {word: fold.keys(word).stem for name in names for word in fold.words(name)}


def case_texts(document: JSONDict) -> dict[str, str]:
    """What the case says in each language, in one text a language."""
    found = {language: "\n".join(_texts(document, language)) for language in LANGUAGES}
    return {language: text for language, text in found.items() if text}


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


def _said(language: str, *texts: JSONDict) -> Iterator[str]:
    return (text[language] for text in texts if text.get(language))
