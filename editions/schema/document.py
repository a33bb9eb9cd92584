"""The document: all that is published about one case, by value, with its reckoning."""

import re
from typing import Annotated, Literal

from pydantic import Field

from editions.codec import Reckoned
from editions.schema.case import Case
from editions.schema.person import Person
from editions.schema.shared import Court, Label, Source, Trial
from editions.schema.values import Digest, Part, RequiredName, matching

DOCUMENT_FORMAT = "shekteu-document/2"

Salt = Annotated[str, matching(re.compile(r"[0-9a-f]{32}\Z"), "is no salt: 32 hexadecimal digits")]
Place = Annotated[str, matching(re.compile(r"[a-z_]+(\.[a-z0-9_:-]+)*\Z"), "is no place in a document")]


class Document(Part):
    """One case as published. It does not depend on today: it says from when to when.

    `sources`, `courts`, `trials`, `occupations` and `tags` are those that the case and the person name. It names no
    other case. `salts` come with the text that is stored, `leaves` are what erased parts left (`editions.parts`).
    """

    format: Literal["shekteu-document/2"]
    salts: dict[Place, Salt] = {}
    leaves: dict[Place, Digest] = Field(default={}, exclude_if=lambda leaves: not leaves)
    case: Case
    person: Person
    sources: list[Source] = []
    courts: list[Court] = []
    trials: list[Trial] = []
    occupations: list[Label] = []
    tags: list[Label] = []
    rule_book: RequiredName
    reckoning: Reckoned
