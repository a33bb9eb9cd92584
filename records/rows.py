"""Records of the archive file become rows: sources, courts, trials."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import models

from records.models import Court, Named, Paper, Publisher, Source, Trial, bare_names

Record = Mapping[str, Any]
NamedRow = TypeVar("NamedRow", bound=Named)
Row = TypeVar("Row", bound=models.Model)


def put(model: type[Row], record: Record, values: Mapping[str, Any]) -> Row:
    """The row of `model` with the record's id, created or changed to hold exactly `values`."""
    row, _created = model._default_manager.update_or_create(
        slug=record["id"], defaults={**values, "former_ids": record["former_ids"]}
    )
    return row


def named(model: type[NamedRow], name: str | None) -> NamedRow | None:
    """The row of that name, created with the English name alone if the archive lacks it."""
    if not name:
        return None
    return model._default_manager.get_or_create(name=name, defaults={"names": bare_names(name)})[0]


def put_label(model: type[NamedRow], record: Record) -> NamedRow:
    """The row named by the record's id, created or changed to hold its names and aliases."""
    values = {"names": record["names"], "aliases": record["aliases"]}
    return model._default_manager.update_or_create(name=record["id"], defaults=values)[0]


def save_source(record: Record) -> Source:
    """Create or replace the source of a normalised record."""
    plain = (
        "title", "group", "url", "archived_url", "published", "accessed", "language", "kind",
    )  # fmt: skip
    publisher = named(Publisher, record["publisher"])
    source = put(Source, record, {"publisher": publisher, **{key: record[key] for key in plain}})
    _save_paper(source, record.get("paper"))
    return source


def _save_paper(source: Source, paper: Record | None) -> None:
    """What the record says of the public file; the file for the desk alone, and who brought it, stay."""
    if paper is None:
        Paper.objects.filter(source=source).update(is_public=False, public_sha256="", public_size=None)
        return
    values = {"public_sha256": paper["sha256"], "public_size": paper["bytes"], "is_public": True}
    values |= {key: paper[key] for key in ("pages", "places")}
    Paper.objects.update_or_create(source=source, defaults=values)


def save_court(record: Record) -> Court:
    """Create or replace the court of a normalised record."""
    return put(Court, record, {"names": record["names"], "region": record["region"]})


def save_trial(record: Record) -> Trial:
    """Create or replace the trial of a normalised record."""
    return put(Trial, record, {"title": record["title"]})
