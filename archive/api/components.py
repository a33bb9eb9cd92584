"""The description's named types: what the codec and the schema of documents spell out in place, once under its name."""

import json
from typing import Any

from records.json_dict import JSONDict

COMPONENTS = "#/components/schemas/"
OF_A_DOCUMENT = "OfADocument"


def with_named_types(result: JSONDict, generator: Any, request: Any, public: bool) -> JSONDict:
    """A hook of drf-spectacular: types of documents and of the law become components, so that clients name them."""
    components: JSONDict = result["components"]["schemas"]
    named = NamedTypes(components)
    for name in sorted(components):
        components[name] = named.within(components[name])
    components.update(sorted(named.types.items()))
    return result


class NamedTypes:
    """The types that were met, by their names. Two of one name that differ are told apart by a number."""

    def __init__(self, taken: JSONDict) -> None:
        self.taken = set(taken)
        self.types: JSONDict = {}

    def within(self, schema: Any) -> Any:
        """The schema with a reference in the place of every type that has a name."""
        if isinstance(schema, list):
            return [self.within(one) for one in schema]
        if not isinstance(schema, dict):
            return schema
        definitions = schema.get("$defs", {})
        places = {f"#/$defs/{name}": f"{COMPONENTS}{name}{OF_A_DOCUMENT}" for name in definitions}
        for name, definition in definitions.items():
            key = f"{name}{OF_A_DOCUMENT}"
            assert key not in self.taken
            self.types[key] = self.within(_redirected({**definition, "title": key}, places))
        rest = _redirected({key: inner for key, inner in schema.items() if key != "$defs"}, places)
        return {key: self._of_key(key, inner) for key, inner in rest.items()}

    def _of_key(self, key: str, inner: Any) -> Any:
        """Properties are named by their keys alone: a title of theirs would name a type twice."""
        if key != "properties":
            return self._named(self.within(inner))
        named = {name: self._named(self.within(property_)) for name, property_ in inner.items()}
        return {
            name: {word: said for word, said in schema.items() if word != "title"} for name, schema in named.items()
        }

    def _named(self, schema: Any) -> Any:
        """A reference to an object that has a title, as the codec gives one to each type; else the schema itself."""
        if not (
            isinstance(schema, dict) and "title" in schema and schema.get("type") == "object" and "properties" in schema
        ):
            return [self._named(one) for one in schema] if isinstance(schema, list) else schema
        name, number = schema["title"].replace(" ", ""), 1
        while (key := f"{name}{number if number > 1 else ''}") in self.taken or self.types.get(key, schema) != schema:
            number += 1
        self.types[key] = schema
        return {"$ref": COMPONENTS + key}


def _redirected(schema: JSONDict, places: dict[str, str]) -> JSONDict:
    """The schema with its references led to where their types stand now."""
    text = json.dumps(schema)
    for old, new in places.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    redirected: JSONDict = json.loads(text)
    return redirected
