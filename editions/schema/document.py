"""The document: all that is published about one case, by value, with its reckoning."""

import re
from typing import Annotated, Literal

from editions.codec import Reckoned
from editions.schema.case import Case
from editions.schema.person import Person
from editions.schema.shared import Court, Label, Source, Trial
from editions.schema.values import Digest, Part, RequiredName, matching

DOCUMENT_FORMAT = "shekteu-document/1"

Salt = Annotated[str, matching(re.compile(r"[0-9a-f]{32}\Z"), "is no salt: 32 hexadecimal digits")]


class Document(Part):
    """One case as published. It does not depend on today: it says from when to when.

    `sources`, `courts`, `trials`, `occupations` and `tags` are those that the case and the person name.
    `others` are the digests of the person's other published documents whose facts the reckoning took into account.
    """

    format: Literal["shekteu-document/1"]
    salt: Salt
    case: Case
    person: Person
    sources: list[Source] = []
    courts: list[Court] = []
    trials: list[Trial] = []
    occupations: list[Label] = []
    tags: list[Label] = []
    others: list[Digest] = []
    rule_book: RequiredName
    reckoning: Reckoned
