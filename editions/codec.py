"""The one way between the values of `law` and plain values: objects, lists, texts, whole numbers.

A NamedTuple of `law` travels as an object whose keys are its fields, so that nothing writes them out a second time.
`Reckoned` is the reckoning as a field of a document, `to_plain` gives any value of it alone, and `stated` reads a row
of an archive file as a fact that `law` is given.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, reduce
from operator import or_
from types import GenericAlias, UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainSerializer,
    TypeAdapter,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import CoreSchema, core_schema

from law.dates import DateRange, parse
from law.facts import NOT_RECORDED, Fact
from law.lengths import Days, Length, LengthError
from law.outcome import Reckoning, Value

Row = Mapping[str, Any]
Stated = TypeVar("Stated", bound=NamedTuple)


def key_of(field: str) -> str:
    """The key of a NamedTuple's field: its name, but no field can be called `from`, a word of Python."""
    return "from" if field == "begins" else field


# A document's reckoning


class AsObject:
    """Annotates a NamedTuple that travels as an object: all its fields, and no other key."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        hints = get_type_hints(source)
        schemas = {key_of(field): handler.generate_schema(written(hints[field])) for field in source._fields}
        fields = {key: core_schema.typed_dict_field(schema) for key, schema in schemas.items()}
        content = core_schema.typed_dict_schema(fields, cls=source, extra_behavior="forbid", config={"strict": True})

        def to_object(value: Any) -> dict[str, Any]:
            return dict(zip(fields, value, strict=True))

        def from_object(content: dict[str, Any]) -> Any:
            return source._make(content.values())  # validated, they stand in the order of the fields

        serialization = core_schema.plain_serializer_function_ser_schema(to_object, return_schema=content)
        return core_schema.no_info_after_validator_function(from_object, content, serialization=serialization)


class As:
    """Annotates a value that travels by a schema of its own."""

    def __init__(self, schema: CoreSchema) -> None:
        self.schema = schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return self.schema


def _length_or_word(text: str) -> Length | str:
    try:
        return Length.parse(text) if text.startswith("P") else text
    except LengthError:
        return text


def _value_of_a_step(value: Value) -> Any:
    """What a step's value is in a document. Of a union pydantic would have to try each."""
    if isinstance(value, DateRange):
        return {"earliest": value.earliest, "latest": value.latest}
    return str(value) if isinstance(value, Length) else value._asdict() if isinstance(value, Days) else value


# The pattern comes before the calendar, which reads more than one spelling of a day.
_DAY = core_schema.str_schema(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_LENGTH = core_schema.no_info_after_validator_function(
    Length.parse, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
)


@cache
def written(hint: Any) -> Any:
    """`hint`, a type of a field of `law`, annotated with how it is written in a document."""
    if hint == Value:
        choices = written(DateRange) | written(Days) | int | Annotated[str, AfterValidator(_length_or_word)] | None
        described = TypeAdapter(written(DateRange) | written(Days) | int | str | None).json_schema(mode="serialization")
        return Annotated[
            choices,
            Field(union_mode="left_to_right"),
            PlainSerializer(_value_of_a_step),
            WithJsonSchema({**described, "title": "Value"}, mode="serialization"),
        ]
    if hint is Length:
        return Annotated[Length, As(_LENGTH)]
    if hint is date:
        return Annotated[date, As(core_schema.chain_schema([_DAY, core_schema.date_schema(strict=False)]))]
    if isinstance(hint, type) and issubclass(hint, tuple):
        return Annotated[hint, AsObject()]
    if get_origin(hint) is tuple:
        return Annotated[GenericAlias(tuple, (written(get_args(hint)[0]), ...)), Field(strict=False)]
    if get_origin(hint) in (UnionType, Union):
        return reduce(or_, map(written, get_args(hint)))
    return hint


def _as_it_is(value: Any, read: Callable[[Any], Reckoning]) -> Reckoning:
    return value if isinstance(value, Reckoning) else read(value)


Reckoned = Annotated[Reckoning, AsObject(), WrapValidator(_as_it_is)]
"""The reckoning in a document: read from its object, or as `law` gave it."""


@cache
def adapter(type_: Any) -> TypeAdapter[Any]:
    """Reads, writes and describes one type of `law` alone."""
    return TypeAdapter(written(type_), config=ConfigDict(strict=True))


def to_plain(value: tuple[Any, ...]) -> Any:
    """A value of a reckoning, or the whole, as a document writes it."""
    return adapter(type(value)).dump_python(value, mode="json")


def from_plain(type_: type[Stated], plain: Any) -> Stated:
    """The value of that type that a document writes as `plain`. Raises pydantic's ValidationError."""
    read: Stated = adapter(type_).validate_python(plain)
    return read


# The rows of an archive file


def stated(type_: type[Stated], row: Row) -> Stated:
    """The fact of that type that a row of an archive file states; defaults stand where it says nothing."""
    fields: dict[str, Any] = {}
    for field, hint in _hints(type_).items():
        key = key_of(field)
        if hint is Fact:
            fields[field] = fact_of(row, key)
        elif key == "sources":
            fields[field] = sources_of(row)
        elif row.get(key) is not None:
            fields[field] = _read(hint, row[key])
        elif field not in type_._field_defaults:
            fields[field] = "" if hint is str else None
    make: Callable[..., Stated] = type_
    return make(**fields)


_hints = cache(get_type_hints)
"""Made of the annotations anew each time, they would take a quarter of the time in which a case is read."""


def _read(hint: Any, plain: Any) -> Any:
    """What a row writes as `plain` in a field of this type."""
    if hint in _READERS:
        return _READERS[hint](plain)
    if isinstance(plain, list):
        inner = get_args(hint)[0]
        return tuple(plain if inner is str else (stated(inner, row) for row in plain))
    return stated(hint, plain) if isinstance(plain, Mapping) else plain


def _length_or_date(text: str) -> Length | DateRange:
    return Length.parse(text) if text.startswith("P") else parse(text)


_READERS: Mapping[Any, Callable[[str], Any]] = {
    DateRange: parse,
    Length | None: Length.parse,
    DateRange | Length | None: _length_or_date,
}


def fact_of(row: Row, field: str) -> Fact:
    """The date of a field with its sources and what the row says of how it is known."""
    value = row.get(field)
    if value is None:
        return NOT_RECORDED
    if isinstance(value, Mapping):
        return Fact(searched=date.fromisoformat(value["unknown"]))
    for basis in row.get("basis", ()):
        if basis.get("field") == field:
            otherwise = parse(basis["otherwise"]) if basis.get("otherwise") else None
            fitted = basis.get("fitted", False)
            return Fact(parse(value), sources_of(row, field), basis["how"], fitted, otherwise)
    return Fact(parse(value), sources_of(row, field))


def sources_of(row: Row, field: str | None = None) -> tuple[str, ...]:
    """The ids of the sources of a row: those of the field where it names them by field."""
    sources = row.get("sources") or ()
    if not isinstance(sources, Mapping):
        return tuple(sources)
    if field is not None and field in sources:
        return tuple(sources[field])
    return tuple(dict.fromkeys(id_ for ids in sources.values() for id_ in ids))
