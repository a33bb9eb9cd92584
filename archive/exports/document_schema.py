"""The JSON Schema of the documents, under an address that stays."""

from functools import cache

from editions.schema import DOCUMENT_FORMAT, Document
from records.json_dict import JSONDict

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def document_schema() -> JSONDict:
    """What every document of the present format fits. ``title`` names the format, so that a copy says what it is of."""
    described = Document.model_json_schema(mode="serialization")
    return {"$schema": DIALECT, **described, "title": DOCUMENT_FORMAT}
