"""The JSON Schema of a document stays what it was when its reckoning was a copy of the law's types, field by field."""

import json
from pathlib import Path
from typing import Any

from editions.schema import Document

FROZEN = Path(__file__).parents[1] / "frozen" / "document-1.schema.json"


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
    assert demands(Document.model_json_schema()) == demands(json.loads(FROZEN.read_text()))
