"""What somebody typed, as terms. Forgiving: quotes bind, a minus excludes, nothing is wrong."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive.index.search import fold, kazakh
from archive.index.search.vectors import ID, KAZAKH, lexeme
from records.languages import TEXT_SEARCH

MOST_TERMS = 12
_TERM = re.compile(
    r'(?P<minus>(?<!\S)[-−–])?(?:"(?P<phrase>[^"]*)"|“(?P<curly>[^”]*)”|«(?P<guillemets>[^»]*)»|(?P<word>[^\s"“«]+))'
)
# Words too common to be looked for: PostgreSQL's dictionaries leave them out of texts, so names must not ask for them.
_COMMON = """a an and are as at by for from in into is of on or that the to under was were with
в во и из за к как на не о об от по под при с со что это у
және мен бен пен бұл үшін"""
COMMON = frozenset(_COMMON.split())
_AFTER_INITIAL = re.compile(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_])")
_INITIAL = re.compile(r"(?:[^\W\d_]\.?|(?:dzh|[zsck]h|y[aeou]|дж)\.)", re.IGNORECASE)
_PATRONYMIC = re.compile(r"\w{2,}(?:(?:o|e|)viC|iC|(?:o|e)vna|iCna|uli|ogli|oglu|kizi)(?:a|u|e|i|o|om|em|oi|ei)?")
_ADDRESS = re.compile(r"/(?:cases|people)/([^/\s?#]+)")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


class SearchTerm(NamedTuple):
    """One thing looked for. ``growing``: the last word, perhaps still being typed."""

    text: str
    phrase: bool = False
    excluded: bool = False
    growing: bool = False

    @property
    def words(self) -> list[str]:
        return fold.words(self.text)

    @property
    def is_narrow(self) -> bool:
        """Whether only the very word counts."""
        return self.phrase or self.excluded

    @property
    def is_initial(self) -> bool:
        return not self.phrase and _INITIAL.fullmatch(self.text.rstrip(",")) is not None

    @property
    def is_spare(self) -> bool:
        """Whether a name is complete without it: an initial, a patronymic."""
        return self.is_initial or (not self.phrase and _PATRONYMIC.fullmatch(fold.fold(self.text)) is not None)

    @property
    def text_query(self) -> tuple[str, list[str]]:
        """SQL of a tsquery that finds the term in a text of any of the three languages, and its parameters."""
        to_query = "phraseto_tsquery" if self.phrase else "plainto_tsquery"
        text = self.text.replace("ё", "е").replace("Ё", "Е")
        parts = [f"{to_query}('{dictionary}', %s)" for dictionary in TEXT_SEARCH.values()]
        params = [text for _ in parts]
        if self.growing and re.fullmatch(r"\w{2,}", text):
            parts += [f"to_tsquery('{dictionary}', %s)" for dictionary in TEXT_SEARCH.values()]
            params += [f"{text}:*" for _ in TEXT_SEARCH]
        if words := [lexeme(KAZAKH + stem) for stem in kazakh.stems(self.text)]:
            parts.insert(0, "%s::tsquery")
            params.insert(0, (" <-> " if self.phrase else " & ").join(words))
        return f"({' || '.join(parts)})", params


def terms(query: str) -> list[SearchTerm]:
    """The terms of a query, without common words unless there are only such."""
    every = [term for term in _terms(query) if term.words][:MOST_TERMS]
    telling = [term for term in every if term.phrase or term.text.lower() not in COMMON] or every
    if telling and not telling[-1].is_narrow:
        telling[-1] = telling[-1]._replace(growing=True)
    return telling


def _terms(query: str) -> Iterator[SearchTerm]:
    for match in _TERM.finditer(query):
        excluded = match["minus"] is not None
        if phrase := match["phrase"] or match["curly"] or match["guillemets"]:
            yield SearchTerm(phrase, True, excluded)
        elif match["word"]:
            yield from (SearchTerm(word, False, excluded) for word in _AFTER_INITIAL.split(match["word"]))


def id_in(query: str) -> str:
    """The id of a case or person that the query, or an address in it, may be; empty if it cannot be one."""
    address = _ADDRESS.search(query)
    text = address[1] if address else re.sub(r"[\s_]+", "-", query.strip().lower())
    return text if _ID.fullmatch(text) else ""


def id_query(query: str) -> str:
    """A tsquery for that id."""
    return lexeme(ID + id_in(query)) if id_in(query) else ""
