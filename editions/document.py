"""Dicts of the archive file in, a document out. Pure: no database, no clock, nothing random."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from django.conf import settings

from editions.canonical import canonical, canonical_unchecked
from editions.parts import new_salt, salted
from editions.reckoning import reckoning_of
from editions.schema import Case, Person
from editions.schema.citations import source_ids
from editions.schema.document import DOCUMENT_FORMAT, Document
from records.json_dict import JSONDict


class Shared(NamedTuple):
    """Records of sources, courts, trials and labels by id: at least those that a document cites."""

    sources: Mapping[str, JSONDict]
    courts: Mapping[str, JSONDict]
    trials: Mapping[str, JSONDict]
    occupations: Mapping[str, JSONDict] = MappingProxyType({})
    tags: Mapping[str, JSONDict] = MappingProxyType({})


def build_unstored(case: JSONDict, person: JSONDict) -> Document:
    """The document of a case that is never stored: what somebody typed, an example, facts without names. It cites
    nothing and knows no other case. Raises as `build`."""
    return build(case, person, Shared({}, {}, {}), [])


def build(case: JSONDict, person: JSONDict, shared: Shared, others: Sequence[JSONDict]) -> Document:
    """The document of `case`: what is withheld left out, what it cites by value, reckoned.

    What one case withholds of its person, no other case of that person shows.

    `others` are the public records of the person's other cases, which the reckoning takes into account and does not
    name. Raises pydantic's ValidationError when a record breaks the format.
    """
    public_case = public(case)
    hidden = [path for record in (case, *others) for path in of_person(record["withheld"])]
    public_person = Person.model_validate(_without(person, hidden))
    facts, about = public_case.to_dict(), public_person.to_dict()
    by_value = cited(facts, about, shared)
    reckoning = reckoning_of(facts, about, sorted(others, key=lambda other: other["id"]), by_value["sources"])
    return Document.model_validate(
        {
            "format": DOCUMENT_FORMAT,
            "case": public_case.in_order(),
            "person": public_person,
            **by_value,
            "rule_book": reckoning.rule_book,
            "reckoning": reckoning,
        }
    )


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


def cited(case: JSONDict, person: JSONDict, shared: Shared) -> dict[str, list[JSONDict]]:
    """The sources, courts and trials that the case and the person name, by value, sorted by id."""
    courts = {verdict["court"] for verdict in case["verdicts"] if verdict["court"]}
    return {
        "sources": [shared.sources[id_] for id_ in sorted(source_ids(case) | source_ids(person))],
        "courts": [shared.courts[id_] for id_ in sorted(courts)],
        "trials": [shared.trials[case["trial"]]] if case["trial"] else [],
        "occupations": [shared.occupations[word] for word in person["occupations"] if word in shared.occupations],
        "tags": [shared.tags[word] for word in case["tags"] if word in shared.tags],
    }


class StoredDocument(NamedTuple):
    """A document's text with its digest, and by their keys the cases that its earlier convictions are."""

    content: str
    digest: str
    prior_cases: dict[str, str]


def stored(plain: JSONDict) -> StoredDocument:
    """The text of a plain document as stored: with new salts, and no word of which case an earlier conviction is."""
    cases = {new_salt(): row["case"] for row in plain["case"]["prior"]}
    prior = [{**without_key(row, "case"), "key": key} for key, row in zip(cases, plain["case"]["prior"], strict=True)]
    text, digest = salted({**without_key(plain, "leaves"), "case": {**plain["case"], "prior": prior}})
    behind = {key: case_id for key, case_id in cases.items() if case_id}
    return StoredDocument(canonical_unchecked(text).decode(), digest, behind)


def without_key(row: JSONDict, key: str) -> JSONDict:
    return {name: inner for name, inner in row.items() if name != key}


def said(plain: JSONDict) -> JSONDict:
    """All that a plain document says. Salts and keys of earlier convictions say nothing: they differ at each build."""
    prior = [{**row, "case": None, "key": None} for row in plain["case"]["prior"]]
    return {**without_key(plain, "salts"), "case": {**plain["case"], "prior": prior}}


def content_digest(document: Document) -> str:
    """What a reviewer approves: a keyed digest of all that the document says, of no use to who has not the key."""
    content = canonical(said(document.to_dict()))
    return hmac.new(settings.SECRET_KEY.encode(), content, hashlib.sha256).hexdigest()
