"""Which sources an entry cites, anywhere in it."""

from collections.abc import Iterator

from editions.schema.values import Part


def source_ids(part: Part) -> set[str]:
    """Every source that `part` cites, in whatever depth."""
    return set(_cited(part))


def _cited(part: Part) -> Iterator[str]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name == "sources":
            yield from (id_ for ids in value.values() for id_ in ids) if isinstance(value, dict) else value
        else:
            for inner in value if isinstance(value, list) else [value]:
                if isinstance(inner, Part):
                    yield from _cited(inner)
