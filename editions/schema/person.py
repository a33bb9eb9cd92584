"""A person of the archive."""

from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from editions.schema.values import (
    Digest,
    Id,
    Ids,
    LanguageTag,
    Licence,
    Names,
    Part,
    PartialDate,
    Recognised,
    Region,
    RequiredName,
    SourceIds,
    Texts,
    Titles,
    Words,
    refuse_end_before_start,
)


class OtherName(Part):
    """Another spelling, an earlier name or a pseudonym."""

    name: RequiredName
    language: LanguageTag | None = None
    kind: Literal["former", "variant", "pseudonym"] = "variant"


class Recognition(Part):
    """A named organisation calls the person, say, a political prisoner."""

    by: RequiredName
    recognised_as: Recognised = Field(alias="as")
    date: PartialDate | None = None
    sources: SourceIds = []


class Rendition(Part):
    """One file of a picture: its bytes are found by their SHA-256."""

    sha256: Digest
    type: Literal["image/avif", "image/jpeg", "image/webp"]
    width: int = Field(ge=1, le=10_000)
    height: int = Field(ge=1, le=10_000)
    bytes: int = Field(ge=1)


class Portrait(Part):
    """A picture of the person. The bytes are not part of the file: it names their digests."""

    renditions: Annotated[list[Rendition], Field(min_length=1, max_length=20)]
    alt: Titles = {}
    credit: Titles = {}
    licence: Licence | None = None
    terms: Titles = {}
    sources: SourceIds = []

    @field_validator("renditions")
    @classmethod
    def _in_order(cls, renditions: list[Rendition]) -> list[Rendition]:
        return sorted(renditions, key=lambda one: (one.type, one.width, one.sha256))


class Person(Part):
    """A person, with the names in every script. `portrait` is written only where there is one (docs/decisions/0015)."""

    id: Id
    former_ids: Ids = []
    names: Names
    other_names: list[OtherName] = []
    gender: Literal["male", "female", "other"] | None = None
    born: PartialDate | None = None
    died: PartialDate | None = None
    city: Titles = {}
    region: Region | None = None
    occupations: Words = []
    about: Texts = {}
    recognitions: list[Recognition] = []
    portrait: Portrait | None = Field(default=None, exclude_if=lambda portrait: portrait is None)
    sources: SourceIds = []

    @model_validator(mode="after")
    def _dies_after_birth(self) -> Self:
        refuse_end_before_start(self.born, self.died, ("born", "died"))
        return self
