"""A person of the archive."""

from typing import Literal, Self

from pydantic import Field, model_validator

from editions.schema.values import (
    Id,
    Ids,
    LanguageTag,
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


class Person(Part):
    """A person, with the names in every script."""

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
    sources: SourceIds = []

    @model_validator(mode="after")
    def _dies_after_birth(self) -> Self:
        refuse_end_before_start(self.born, self.died, ("born", "died"))
        return self
