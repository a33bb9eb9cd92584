"""A case: the facts as sources state them. What follows from them is `law/`'s affair."""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from editions.schema.values import (
    CustodyKind,
    DateOrLength,
    Day,
    Fact,
    FieldName,
    Id,
    Ids,
    InnerId,
    InnerIds,
    LanguageTag,
    LengthText,
    Name,
    Part,
    PartialDate,
    Paths,
    RestrictionKind,
    Scopes,
    SourceIds,
    Target,
    Texts,
    Titles,
    Words,
    matching,
    only_if_stated,
    refuse,
    refuse_end_before_start,
)
from law.country import country
from law.dates import DateError, parse
from law.lengths import Length, LengthError
from records.json_dict import JSONDict

Code = Annotated[str, matching(re.compile(r"[A-Z]{2}-[A-Z0-9-]{1,20}\Z"), "is no code of law: write one such as KZ-CC")]
Number = Annotated[str, matching(re.compile(r"[0-9]{1,3}(-[0-9]{1,2})?\Z"), "is no article: write 174 or 174-1")]
Key = Annotated[str, matching(re.compile(r"[0-9a-f]{32}\Z"), "is no key: 32 hexadecimal digits")]
PartNumber = Annotated[str, matching(re.compile(r"[0-9]{1,2}(-[0-9]{1,2})?\Z"), "is no part: write 2 or 2-1")]

MOST_DISPUTED_LENGTHS = 4
"""Sixteen readings of one case."""


class Inclusion(Part):
    """Why the case belongs in the archive."""

    criterion: Literal["recognised", "expression", "monitor"]
    sources: SourceIds = []


class Prior(Part):
    """An earlier conviction: a case of this archive, or told in a sentence.

    A published document names no other case: each row has a random key, and what stands behind it is looked up.
    """

    case: Id | None = None
    key: Key | None = only_if_stated()
    date: PartialDate | None = None
    text: Texts = {}
    sources: SourceIds = []


class Charge(Part):
    """An article of a code and what became of it. `basis`: its part is known from the charge, not from the verdict."""

    id: InnerId
    code: Code = Field(default_factory=lambda: country().criminal_code)
    article: Number
    part: PartNumber | None = None
    outcome: Literal["convicted", "acquitted", "dropped"]
    gravity: Literal["misdemeanour", "minor", "medium", "grave", "especially-grave"] | None = None
    against_life: bool | None = None
    verdict: InnerId | None = None
    committed: PartialDate | None = only_if_stated()
    basis: Literal["charge"] | None = only_if_stated()
    sources: SourceIds = []


class Basis(Part):
    """How a date is known when no source simply states it, or a length on which sources differ.

    `otherwise` is what the other sources say: a length for the field ``length``, else a date.
    """

    field: FieldName
    how: Literal["inferred", "estimated", "disputed", "told"]
    fitted: bool = False
    text: Texts = {}
    otherwise: DateOrLength | None = None
    sources: SourceIds = []

    @model_validator(mode="after")
    def _otherwise_fits(self) -> Self:
        if self.otherwise is not None and self.otherwise.startswith("P") != (self.field == "length"):
            wanted = "a length such as P2Y6M" if self.field == "length" else "a date such as 2016-06-03"
            refuse("otherwise", f"otherwise {self.otherwise} does not fit the field {self.field}: write {wanted}")
        return self


class Custody(Part):
    """A time behind bars or at home before the verdict was in force."""

    id: InnerId
    kind: CustodyKind
    begins: PartialDate | None = Field(alias="from", default=None)
    until: PartialDate | None = None
    place: Titles = {}
    conditions: list[Texts] = []
    sources: SourceIds = []
    basis: list[Basis] = []

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        refuse_end_before_start(self.begins, self.until, ("from", "until"))
        return self


class Verdict(Part):
    """A court's decision. `on` is the verdict it decides about."""

    id: InnerId
    on: InnerId | None = None
    instance: Literal["first", "appeal", "cassation", "enforcement"]
    court: Id | None = None
    judge: Name = None
    date: PartialDate | None = None
    appealed: bool | None = None
    copy_served: PartialDate | None = None
    in_force: Fact = None
    result: Literal[
        "convicted",
        "ordered",
        "upheld",
        "changed",
        "cancelled",
        "acquitted",
        "withdrawn",
        "replaced",
        "extended",
        "lifted",
        "paroled",
        "amnestied",
        "pardoned",
    ]
    recidivism: Literal["none", "simple", "dangerous"] | None = only_if_stated()
    lifts_record: bool | None = only_if_stated()
    pending_on: PartialDate | None = only_if_stated()
    sources: SourceIds = []

    @model_validator(mode="after")
    def _in_force_after_date(self) -> Self:
        refuse_end_before_start(self.date, self.in_force, ("date", "in_force"))
        return self


class Change(Part):
    """Something that happened to a restriction after it was ordered."""

    date: PartialDate | None = None
    kind: Literal["extended", "shortened", "replaced", "lifted", "paused", "resumed"]
    by: LengthText | None = None
    begins: PartialDate | None = Field(alias="from", default=None)
    until: PartialDate | None = None
    to: InnerId | None = None
    verdict: InnerId | None = None
    sources: SourceIds = []

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        refuse_end_before_start(self.begins, self.until, ("from", "until"))
        return self


class Restriction(Part):
    """One clock: a penalty, a ban, a listing, with the facts a source states about it."""

    id: InnerId
    kind: RestrictionKind
    verdict: InnerId | None = None
    charges: InnerIds = []
    term: Literal["length", "main-penalty", "life"] = "length"
    length: LengthText | None = None
    regime: Literal["minimum", "medium", "maximum", "full", "emergency"] | None = None
    registered: Fact = None
    starts: Fact = None
    ends: Fact = None
    ended_by: (
        Literal[
            "served",
            "parole",
            "early-cancellation",
            "replaced",
            "amnesty",
            "pardon",
            "cancelled",
            "lifted",
            "died",
        ]
        | None
    ) = None
    amount: Name = None
    covers: Scopes = []
    exceptions: Texts = {}
    wording: Texts = {}
    original: LanguageTag | None = None
    reported_as: Texts = {}
    reduced_share: bool = False
    told: bool = False
    changes: list[Change] = []
    sources: SourceIds = []
    basis: list[Basis] = Field(default=[], exclude_if=lambda rows: not rows)

    @model_validator(mode="after")
    def _basis_of_a_stated_length(self) -> Self:
        lengths = [basis for basis in self.basis if _is_disputed_length(basis)]
        if len(lengths) > 1:
            refuse(
                "basis", "two other lengths stand in basis: give the shortest in length and the longest in otherwise"
            )
        if lengths and self.length is None:
            refuse("basis", "length is disputed, but there is none: give one report in length, the other in otherwise")
        return self

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        refuse_end_before_start(self.starts, self.ends, ("starts", "ends"))
        refuse_end_before_start(self.registered, self.ends, ("registered", "ends"))
        return self

    @model_validator(mode="after")
    def _length_only_by_term(self) -> Self:
        if self.length is not None and self.term != "length":
            refuse("term", f'term "{self.term}" takes no length: set length to null or term to "length"')
        return self


def _is_disputed_length(basis: Basis) -> bool:
    return basis.field == "length" and basis.otherwise is not None


class Event(Part):
    """Something that happened, told in the archive's own words."""

    date: PartialDate | None = None
    kind: Literal[
        "protest",
        "search",
        "seizure",
        "return-request",
        "detention",
        "charge",
        "trial",
        "verdict",
        "appeal",
        "release",
        "listing",
        "delisting",
        "delisting-refused",
        "breach",
        "warning",
        "refused-work",
        "dismissal",
        "work-order",
        "security-visit",
        "complaint",
        "clarification-request",
        "official-opinion",
        "court-decision",
        "organisation-closed",
        "refused-registration",
        "statement",
        "other",
    ]
    by: Titles = {}
    about: Target | None = None
    answer: Literal["granted", "refused", "none", "unknown"] | None = None
    text: Texts = {}
    sources: SourceIds = []


class Claim(Part):
    """What somebody said about a restriction's time, as they said it."""

    id: InnerId
    about: Target = "case"
    says: Literal["ends", "lasts", "has-ended", "may-apply-from", "binds", "other"]
    value: Name = None
    by: Titles = {}
    said_on: PartialDate | None = None
    text: Texts = {}
    sources: SourceIds = []

    @model_validator(mode="after")
    def _value_fits(self) -> Self:
        if self.value is not None:
            _claimed(self.says, self.value)
        return self


def _claimed(says: str, value: str) -> None:
    """Refuses a value that its claim cannot mean: a length for `lasts`, a date for an end."""
    try:
        if says == "lasts":
            Length.parse(value)
        elif says in ("ends", "has-ended", "may-apply-from"):
            parse(value)
    except (DateError, LengthError) as error:
        refuse("claim", f'value "{value}" does not fit a claim that says {says}: {error}')


class Speaker(Part):
    """Who speaks in a testimony."""

    name: Titles = {}
    role: Titles = {}


class Testimony(Part):
    """What a restriction does to a life, in the words of those who live it."""

    theme: Literal["work", "money", "family", "speech", "movement", "law", "solidarity"]
    speaker: Speaker = Speaker()
    form: Literal["paraphrase", "quotation"] = "paraphrase"
    original: LanguageTag | None = None
    said_on: PartialDate | None = None
    about: Target | None = None
    consent: Literal["public-statement", "given", "withdrawn"]
    text: Texts = {}
    sources: SourceIds = []


class Case(Part):
    """Everything the archive knows about one verdict against one person."""

    id: Id
    former_ids: Ids = []
    person: Id
    status: Literal["published", "draft"] = "draft"
    missing: list[Name] = []
    title: Titles = {}
    summary: Texts = {}
    tags: Words = []
    trial: Id | None = None
    inclusion: list[Inclusion] = []
    prior: list[Prior] = []
    charges: list[Charge] = []
    custody: list[Custody] = []
    verdicts: list[Verdict] = []
    restrictions: list[Restriction] = []
    events: list[Event] = []
    claims: list[Claim] = []
    testimonies: list[Testimony] = []
    searched: Day | None = None
    verified: Day | None = None
    withheld: Paths = []

    @model_validator(mode="after")
    def _few_disputed_lengths(self) -> Self:
        """Each doubles the readings that the law has to be asked for."""
        disputed = [row.id for row in self.restrictions for basis in row.basis if _is_disputed_length(basis)]
        if len(disputed) > MOST_DISPUTED_LENGTHS:
            refuse(
                "disputed",
                f"{len(disputed)} lengths are disputed ({', '.join(disputed)}), at most {MOST_DISPUTED_LENGTHS} can be:"
                " leave the length of a lesser one empty and tell both reports in reported_as",
            )
        return self

    def to_dict(self) -> JSONDict:
        """The plain object with the rows that have ids sorted by them."""
        return sorted_case(self.model_dump())

    def in_order(self) -> Self:
        """The case with the rows that have ids sorted by them."""
        return self.model_copy(update={part: sorted(getattr(self, part), key=lambda row: row.id) for part in WITH_IDS})


WITH_IDS = ("charges", "custody", "verdicts", "restrictions", "claims")


def sorted_case(case: JSONDict) -> JSONDict:
    """`case` with the rows that have ids sorted by them; the order of the others is theirs."""
    for part in WITH_IDS:
        case[part].sort(key=lambda row: row["id"])
    return case
