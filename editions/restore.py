"""An edition's document back into the rows, as a draft."""

from django.db import transaction

from cases.models import Case
from editions.document import of_person, without_person
from editions.models import PriorCase
from editions.schema import Document
from editions.subjects import SUBJECTS
from records.json_dict import JSONDict


@transaction.atomic
def restore(document: Document) -> Case:
    """Makes the rows say what `document` says: its case, as a draft, and its person.

    What the document or the rows withhold stays withheld, and as the rows have it; so does what is missing for
    publication. Sources, courts, trials and labels are only added where they are gone: other cases may rest on
    them as they are now.
    """
    for subject in ("sources", "courts", "trials", "occupations", "tags"):
        _add_missing(subject, document.to_dict()[subject])
    rows: JSONDict = next(SUBJECTS["cases"].records([document.case.id]), {"withheld": []})
    withheld = sorted({*document.case.withheld, *rows["withheld"]})
    SUBJECTS["people"].save(_kept("people", document.person.to_dict(), of_person(withheld)))
    kept = _kept("cases", document.case.to_dict(), [*without_person(withheld), "missing"])
    SUBJECTS["cases"].save({**kept, "prior": _resolved(kept["prior"]), "status": "draft", "withheld": withheld})
    return Case.objects.get(slug=document.case.id)


def _resolved(prior: list[JSONDict]) -> list[JSONDict]:
    """The earlier convictions with the cases that stood behind their keys, as far as there are rows of them."""
    behind = dict(PriorCase.objects.filter(key__in=[row.get("key") for row in prior]).values_list("key", "case_id"))
    ids = SUBJECTS["cases"].ids()
    cases = ({**row, "case": behind.get(row.get("key", ""), row["case"])} for row in prior)
    return [{key: row[key] for key in row if key != "key"} | {"case": row["case"] if row["case"] in ids else None}
            for row in cases]  # fmt: skip


def _add_missing(subject: str, records: list[JSONDict]) -> None:
    existing = SUBJECTS[subject].ids()
    for record in records:
        if record["id"] not in existing:
            SUBJECTS[subject].save(record)


def _kept(subject: str, record: JSONDict, keys: list[str]) -> JSONDict:
    """`record` with the rows' own values under `keys`, if there are rows. A mark such as `noindex` has no value."""
    rows = next(SUBJECTS[subject].records([record["id"]]), record)
    return {**record, **{key: rows[key] for key in keys if key in rows}}
