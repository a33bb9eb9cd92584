"""What cases share: sources, courts, trials."""

from typing import Literal

from pydantic import Field

from editions.schema.values import (
    Digest,
    Group,
    Id,
    Ids,
    LanguageTag,
    Name,
    Names,
    Part,
    PartialDate,
    Region,
    RequiredName,
    Title,
    Titles,
    Url,
    Word,
)


class Paper(Part):
    """The paper itself as a PDF that readers may have. The bytes are found by their SHA-256."""

    sha256: Digest
    bytes: int = Field(ge=1)
    pages: int = Field(ge=1)
    places: Titles = {}


class Source(Part):
    """Something published that a fact stands on. Publishers of one `group` count as one.

    `paper` is written only where there is one (docs/decisions/0015).
    """

    id: Id
    former_ids: Ids = []
    title: Title = None
    publisher: Name = None
    group: Group = None
    url: Url | None = None
    archived_url: Url | None = None
    published: PartialDate | None = None
    accessed: PartialDate | None = None
    language: LanguageTag | None = None
    kind: Literal["media", "court", "law", "ngo", "un", "state", "book", "other"]
    paper: Paper | None = Field(default=None, exclude_if=lambda paper: paper is None)


class Court(Part):
    """A court, its names and the region it sits in."""

    id: Id
    former_ids: Ids = []
    names: Names
    region: Region | None = None


class Label(Part):
    """What a tag or an occupation is called in three languages, and by which other words it is found."""

    id: Word
    names: Names
    aliases: list[RequiredName] = []


class Trial(Part):
    """A trial of several people."""

    id: Id
    former_ids: Ids = []
    title: Titles = {}
