"""The JSON Schema of a document stays what it was when its reckoning was a copy of the law's types, field by field."""

import json
from pathlib import Path
from typing import Any

from editions.schema import Document

FROZEN = Path(__file__).parents[1] / "frozen" / "document-2.schema.json"


def inlined(schema: Any, definitions: dict[str, Any]) -> Any:
    """What a schema demands: definitions in their places, without titles, descriptions and defaults."""
    if isinstance(schema, list):
        return [inlined(part, definitions) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return inlined(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "enum" in schema:
        schema = {**schema, "enum": sorted(schema["enum"], key=str)}  # the words in any order
    words = {key for key in ("title", "description") if isinstance(schema.get(key), str)}
    dropped = {"$defs", "default"} | words
    return {key: inlined(part, definitions) for key, part in schema.items() if key not in dropped}


def as_written(schema: Any) -> Any:
    """The same where all that `law` writes is demanded: every key, and a least number of days."""
    if isinstance(schema, list):
        return [as_written(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: as_written(part) for key, part in schema.items()}
    if "properties" in strict:
        strict["required"] = sorted(strict["properties"])
        if strict["properties"].keys() == {"least", "most"}:
            strict["properties"]["least"] = {"type": "integer"}
    return strict


def demands(schema: dict[str, Any]) -> dict[str, Any]:
    whole = inlined(schema, schema["$defs"])
    whole["properties"]["reckoning"] = as_written(whole["properties"]["reckoning"])
    return whole


def test_json_schema_of_a_document_demands_what_it_did() -> None:
    assert without_gains(demands(Document.model_json_schema())) == without_gains(
        demands(json.loads(FROZEN.read_text()))
    )


GAINED_KEYS = {"committed", "recidivism", "lifts_record", "pending_on"}
GAINED_WORDS = {
    *("arrest", "correctional-work", "deferred-sentence", "probation-control"),  # kinds
    *("reported", "told"),  # standings
}
GAINED_BY_A_ROW = {"basis"}
"""Two reports of its length, and how a charge's part is known; a custody's `basis` was there from the beginning."""
GAINED_FREEDOM = {"to"}
"""What a change was replaced by: the id of a restriction, and still its kind."""


def without_gains(schema: Any) -> Any:
    """The schema without what the format allows since: optional keys, further words. None of it is demanded."""
    if isinstance(schema, list):
        return [without_gains(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    of_a_row = GAINED_BY_A_ROW if {"reduced_share", "against_life"} & set(schema) else set()
    gained = GAINED_KEYS | GAINED_FREEDOM | of_a_row
    kept = {key: without_gains(part) for key, part in schema.items() if key not in gained}
    if ("enum" in kept and "ordered" in kept["enum"]) or "imprisonment" in kept.get("enum", ()):
        kept["enum"] = [word for word in kept["enum"] if word not in GAINED_WORDS]
    return kept


def test_what_the_format_gained_is_never_demanded() -> None:
    demanded = json.dumps(demands(Document.model_json_schema()))
    required = [name for part in json.loads(demanded, object_pairs_hook=list) for name in _required(part)]
    assert (GAINED_KEYS | GAINED_BY_A_ROW) & set(required) == set()


def _required(part: Any) -> list[str]:
    """Every name in a list of required keys, anywhere."""
    if not isinstance(part, list):
        return []
    if len(part) == 2 and part[0] == "required":
        return part[1]
    return [name for inner in part for name in _required(inner)]
