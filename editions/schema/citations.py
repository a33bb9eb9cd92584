"""Which sources a record cites, anywhere in it."""

from collections.abc import Iterator

from records.json_dict import JSONDict


def source_ids(record: JSONDict) -> set[str]:
    """Every source that the record of a case or a person cites, in whatever depth."""
    return set(_cited(record))


def _cited(record: JSONDict) -> Iterator[str]:
    for key, content in record.items():
        if key == "sources":
            yield from (id_ for ids in content.values() for id_ in ids) if isinstance(content, dict) else content
        else:
            for inner in content if isinstance(content, list) else [content]:
                if isinstance(inner, dict):
                    yield from _cited(inner)
