"""From citation rows to the ``sources`` of the archive file, and back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from records.models import Citation

Sources = list[str] | dict[str, list[str]]
"""Source ids of a whole fact, or by field."""

WHOLE = "all"


class StatedSource(NamedTuple):
    """What a citation says."""

    fact: str
    field: str
    source_id: str


def sources_by_fact(citations: Iterable[StatedSource]) -> Mapping[str, Sources]:
    """What each fact cites, as the archive file writes it; a fact without sources has ``[]``."""
    cited: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for citation in citations:
        cited[citation.fact][citation.field].append(citation.source_id)
    return defaultdict(list, {fact: _as_sources(fields) for fact, fields in cited.items()})


def _as_sources(by_field: Mapping[str, list[str]]) -> Sources:
    """A list if no field is named; else by field, the sources of the whole fact under ``all``."""
    if set(by_field) == {""}:
        return sorted(by_field[""])
    keys = {field or WHOLE: ids for field, ids in by_field.items()}
    return {key: sorted(keys[key]) for key in sorted(keys)}


def citation_rows(model: "type[Citation]", facts: Mapping[str, Sources], **owner: Any) -> "list[Citation]":
    """Unsaved citations of all `facts`; their sources must exist when the transaction ends."""
    return [
        model(fact=fact, field=field, source_id=source, **owner)
        for fact, sources in facts.items()
        for field, source in _cited(sources)
    ]


def _cited(sources: Sources) -> list[tuple[str, str]]:
    """(field, source id) for each source of one fact; no field for the whole fact."""
    if isinstance(sources, list):
        return [("", source) for source in sources]
    return [(field, source) for field, ids in sources.items() for source in ids]
