"""Addresses of the same list with something else chosen: the address is the query."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from archive.index.filters.filterset import CaseFilter
from archive.index.filters.parameters import Parameters
from law.country import country

ORDER = tuple(CaseFilter.base_filters)
"""The order of parameters, so that equal queries have equal addresses."""
BINDING = ("in-force", "likely-in-force")


class Address:
    """A page's path and parameters. Never changes; each method gives another address as text."""

    def __init__(self, path: str, chosen: Mapping[str, Iterable[str]]) -> None:
        self.path = path
        self.chosen = {name: tuple(chosen[name]) for name in chosen}

    @classmethod
    def of(cls, path: str, given: Parameters) -> "Address":
        return cls(path, {name: given.getlist(name) for name in given})

    def toggled(self, name: str, value: str) -> str:
        """With a choice more, or without it. The first kind chosen asks for those surely or likely under it on the day.

        Nobody is ever likely on a list of a state body: of it only those who surely are.
        """
        values = self.chosen.get(name, ())
        if value in values:
            return self._text({name: tuple(one for one in values if one != value)})
        changed = {name: (*values, value)}
        if name == "kind" and not values and not self.chosen.get("state"):
            changed["state"] = BINDING[:1] if country().kinds[value].listed else BINDING
        return self._text(changed)

    def having(self, **values: str | None) -> str:
        """With these values instead; None leaves the parameter out."""
        return self._text({name: () if value is None else (value,) for name, value in values.items()})

    def cleared(self) -> str:
        """Without any filter. The days stay: they say which archive is looked at, not which part of it."""
        kept = {name: values for name, values in self.chosen.items() if name in ("on", "known")}
        return Address(self.path, kept)._text({})

    def elsewhere(self, path: str, *without: str) -> str:
        """The same query under another path: an export, a feed."""
        chosen = {name: values for name, values in self.chosen.items() if name not in without}
        return Address(path, chosen)._text({})

    def page(self, number: int) -> str:
        return self._text({"page": (str(number),) if number > 1 else ()})

    def query(self) -> str:
        """The query alone, without a page."""
        return self._text({"page": ()}).partition("?")[2]

    def _text(self, changed: Mapping[str, tuple[str, ...]]) -> str:
        chosen = {**self.chosen, "page": (), **changed}
        names = sorted(chosen, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))
        query = urlencode([(name, value) for name in names for value in chosen[name]], safe="!")
        return f"{self.path}?{query}" if query else self.path
