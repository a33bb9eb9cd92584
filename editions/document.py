"""Records in, a document out. Pure: no database, no clock; the salt is given."""

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from editions.canonical import canonical, digest
from editions.schema import Case, Person
from editions.schema.citations import source_ids
from editions.schema.document import DOCUMENT_FORMAT, Document
from law.outcome import Reckoning
from records.json_dict import JSONDict

Reckon = Callable[[JSONDict, JSONDict, list[JSONDict], list[JSONDict]], Reckoning]


class Shared(NamedTuple):
    """Records of sources, courts, trials and labels by id: at least those that a document cites."""

    sources: Mapping[str, JSONDict]
    courts: Mapping[str, JSONDict]
    trials: Mapping[str, JSONDict]
    occupations: Mapping[str, JSONDict] = MappingProxyType({})
    tags: Mapping[str, JSONDict] = MappingProxyType({})


def new_salt() -> str:
    """128 random bits: nobody can guess an erased text from the digest that stays."""
    return secrets.token_hex(16)


def build(
    case: JSONDict, person: JSONDict, shared: Shared, others: Sequence[JSONDict], salt: str, reckon: Reckon
) -> Document:
    """The document of `case`: what is withheld left out, what it cites by value, reckoned.

    What one case withholds of its person, no other case of that person shows.

    `others` are the public records of the person's other cases. The digests of those that were used
    are for the caller to add. Raises pydantic's ValidationError when a record breaks the format.
    """
    facts = public({**case, "prior": _published_prior(case["prior"], {other["id"] for other in others})})
    hidden = [path for one in (case, *others) for path in of_person(one["withheld"])]
    named = Person.model_validate(_without(person, hidden))
    shown = cited(facts, named, shared)
    reckoning = reckon(facts.to_dict(), named.to_dict(), sorted(others, key=lambda one: one["id"]), shown["sources"])
    return Document.model_validate(
        {
            "format": DOCUMENT_FORMAT,
            "salt": salt,
            "case": facts.to_dict(),
            "person": named.to_dict(),
            **shown,
            "rule_book": reckoning.rule_book,
            "reckoning": reckoning,
        }
    )


def _published_prior(prior: Sequence[JSONDict], published: Collection[str]) -> list[JSONDict]:
    """Earlier convictions; the id of a case that is not published stays inside."""
    return [{**row, "case": row["case"] if row["case"] in published else None} for row in prior]


NOINDEX = "noindex"
"""What a case withholds if search engines are to leave its pages alone: beside keys, in `withheld`."""


def public(case: JSONDict) -> Case:
    """The case without what belongs to editing, what is withheld, and testimonies whose consent was withdrawn."""
    shown = _without(case, without_person(case["withheld"]))
    voices = [voice for voice in shown.get("testimonies", []) if voice["consent"] != "withdrawn"]
    return Case.model_validate({**shown, "testimonies": voices, "status": "published", "missing": []})


def without_person(withheld: Sequence[str]) -> list[str]:
    return [path for path in withheld if not path.startswith("person.")]


def of_person(withheld: Sequence[str]) -> list[str]:
    return [path.removeprefix("person.") for path in withheld if path.startswith("person.")]


def _without(record: JSONDict, keys: Sequence[str]) -> JSONDict:
    """`record` without `keys`: the format's defaults take their place."""
    return {key: value for key, value in record.items() if key not in keys}


def cited(case: Case, person: Person, shared: Shared) -> dict[str, list[JSONDict]]:
    """The sources, courts and trials that the case and the person name, by value, sorted by id."""
    courts = {verdict.court for verdict in case.verdicts if verdict.court}
    return {
        "sources": [shared.sources[one] for one in sorted(source_ids(case) | source_ids(person))],
        "courts": [shared.courts[one] for one in sorted(courts)],
        "trials": [shared.trials[case.trial]] if case.trial else [],
        "occupations": [shared.occupations[one] for one in person.occupations if one in shared.occupations],
        "tags": [shared.tags[one] for one in case.tags if one in shared.tags],
    }


def content_of(document: Document) -> bytes:
    """The canonical bytes that are stored and hashed."""
    return canonical(document.to_dict())


def content_digest(document: Document) -> str:
    """What a reviewer approves: the digest of all that the document says.

    Salt and the digests of other cases do not count: they differ from build to build.
    """
    said = document.to_dict()
    return digest(canonical({key: value for key, value in said.items() if key not in ("salt", "others")}))


def same_content(one: Document, other: Document) -> bool:
    """Whether two documents say the same."""
    return content_digest(one) == content_digest(other)
