"""Words that nobody may ever read, in every field that no edition has: planted in the rows after publication."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import chain, product
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models, transaction
from django.test import Client
from django.urls import reverse

from archive.index.models import Entry, PublicFile
from law.country import country
from records.lists import LinesField
from tests.archive.test_allowed_tables import ARGUMENTS, NAMESPACES, _named, _of

WORD = "canary"
ROOMS = ("records", "people", "cases", "restrictions", "desk", "inbox")
LANGUAGES = ("en", "ru", "kk")
QUERIES = (
    "", f"q={WORD}", f"tag={WORD}", f"court={WORD}", f"article={WORD}", "known=2026-11-24", "on=2024-01-01",
    f"{WORD}=1", f"url=http://localhost/en/cases/{WORD}/", "sort=next-end", "page=2",
    "state=in-force", f"kind={WORD}", "format=json", "known=2020-01-01", "ends_from=2026-01-01&ends_until=2030-01-01",
)  # fmt: skip
WAYS: tuple[tuple[str, dict[str, str]], ...] = (
    ("get", {}),
    ("head", {}),
    ("options", {"origin": "https://elsewhere.example"}),
    ("get", {"if-modified-since": "Thu, 26 Nov 2026 00:00:00 GMT"}),
)


def plant() -> list[str]:
    """Puts a canary into each text of each row behind the editions; returns the fields, as `room.Model.field`."""
    return [f"{model._meta.label}.{field.name}" for model, field in fields() if planted(model, field)]


def fields() -> Iterator[tuple[type[models.Model], models.Field]]:
    """Every field of the editors' tables that holds words or plain values of its own."""
    rooms = [apps.get_app_config(room).get_models() for room in ROOMS]
    for model in [*chain.from_iterable(rooms), User]:
        pointing = (relation.field for relation in model._meta.get_fields(include_hidden=True) if relation.one_to_many)
        pointed_at = {name for field in pointing if isinstance(field, models.ForeignKey) for name in field.to_fields}
        for field in model._meta.concrete_fields:
            is_text = isinstance(field, models.CharField | models.TextField | models.JSONField | LinesField)
            if is_text and not field.choices and not field.primary_key and field.name not in pointed_at:
                yield model, field


def planted(model: type[models.Model], field: models.Field) -> bool:
    """Whether any row took it: a column's own check may want a date or a word of a list. Guards by triggers are off."""
    rows = model._default_manager.all()
    if not field.unique:
        return took(rows, field, "all")
    return sum(took(rows.filter(pk=pk), field, str(pk)) for pk in rows.values_list("pk", flat=True)) > 0


def took(rows: models.QuerySet, field: models.Field, whose: str) -> bool:
    word = f"{WORD}-{whose}-{rows.model._meta.model_name}-{field.name}".replace("_", "-")[: field.max_length or 100]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            return bool(rows.update(**{field.name: shaped(field, word)}))
    except (DatabaseError, ValueError, ValidationError):
        return False


def shaped(field: models.Field, word: str) -> Any:
    if isinstance(field, models.JSONField):
        return dict.fromkeys(LANGUAGES, word)
    return [word] if isinstance(field, LinesField) else word


def requests() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Method, path and headers: every public address with every id, in every language, with each query, in each way."""
    for (method, headers), query, path in product(WAYS, QUERIES, list(paths())):
        yield method, f"{path}?{query}" if query else path, headers


def paths() -> Iterator[str]:
    """Every public address, with each id that readers know and one that the rows alone know."""
    for namespace in NAMESPACES:
        for name, arguments in sorted(set(_named(_of(namespace)))):
            for values in product(*(known_values(one) for one in arguments)):
                address = reverse(f"{namespace}:{name}", kwargs=dict(zip(arguments, values, strict=True)))
                yield address
                if address.startswith("/en/"):
                    yield from (f"/{language}/{address[4:]}" for language in LANGUAGES[1:])
    yield from (f"/media/{name}" for name in PublicFile.objects.values_list("name", flat=True).distinct())


def known_values(argument: str) -> list[Any]:
    match argument:
        case "case_id" | "person_id":
            return [*Entry.objects.values_list(argument, flat=True).distinct().order_by(argument), WORD]
        case "rule_id":
            return sorted(country().rules)
    return [ARGUMENTS[argument]]


def answer(client: Client, method: str, path: str, headers: dict[str, str]) -> str:
    """Status, headers and body as one text, with what is packed in a workbook or an archive."""
    response = getattr(client, method)(path, headers=headers)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    head = "".join(f"{name}: {text}\n" for name, text in response.headers.items())
    if zipfile.is_zipfile(BytesIO(body)):
        with zipfile.ZipFile(BytesIO(body)) as packed:
            body += b"".join(packed.read(name) for name in packed.namelist())
    return f"{response.status_code}\n{head}\n{body.decode('latin-1')}"
