"""What a decision does to published texts, and to the rows, so that it does not come back with the next edition."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from cases.models import Case
from desk.portraits.saving import remove as remove_portrait
from editions.current import document_of
from editions.document import NOINDEX
from editions.erase import ErasedPlace, delete_text, redact, with_repeats
from editions.models import Edition
from editions.publish import append_withdrawal, withdraw
from editions.reasons import SILENT, WITHHELD
from editions.refusal import PublicationError
from editions.schema import Document

TAKEN_OUT = {
    "en": "Taken out at the person's wish",
    "ru": "Убрано по желанию человека",
    "kk": "Адамның қалауы бойынша алынды",
}
TESTIMONIES_AND_PORTRAIT = ("testimonies", "person.born", "person.portrait")


def keep_out(case_id: str, keys: Sequence[str], now: datetime) -> None:
    """Takes what `keys` name out of every edition of the person's cases, and keeps it out. Raises PublicationError."""
    ids = cases_of_same_person(case_id)
    if not ids:
        raise PublicationError([_("%(case)s: there is no such case") % {"case": case_id}])
    cases = list(Case.objects.filter(slug__in=ids).select_related("person").order_by("slug"))
    for case in cases:  # rows before the chain, as publications lock them: otherwise each could wait for the other
        case.withhold(keys)
    for edition in {edition.number: edition for slug in ids for edition in editions_with_text(slug)}.values():
        document = document_of(edition)
        if document is not None and (places := places_of(document, keys)):
            redact(edition, with_repeats(edition, places), TAKEN_OUT, now)
    for person in {case.person for case in cases} if "person.portrait" in keys else ():
        remove_portrait(person)


def places_of(document: Document, keys: Sequence[str]) -> list[ErasedPlace]:
    """What stands under the keys, and the mark that they are withheld; none if all of that has been done."""
    record = document.to_dict()
    places = []
    for key in keys:
        part, name = ("person", key.removeprefix("person.")) if key.startswith("person.") else ("case", key)
        if key != NOINDEX and record[part].get(name):
            places.append(ErasedPlace(f"{part}.{name}"))
    marks = sorted({*document.case.withheld, *keys})
    if marks != document.case.withheld:
        places.append(ErasedPlace("case.withheld", marks))
    return places


def cases_of_same_person(case_id: str) -> list[str]:
    """The ids of all cases of the person of this case, in rows or in editions."""
    people = set(Case.objects.filter(slug=case_id).values_list("person__slug", flat=True))
    people |= {document.person.id for edition in editions_with_text(case_id) if (document := document_of(edition))}
    rows = set(Case.objects.filter(person__slug__in=people).values_list("slug", flat=True))
    published = {edition.case_id for person in people for edition in Edition.objects.of_person(person)}
    return sorted(rows | published)


def withhold(case_id: str, reason: str, now: datetime) -> list[Edition]:
    """Lets readers see a neutral reason from the fixed list and nothing else, if they see the case at all."""
    last = Edition.objects.of_case(case_id).order_by("-number").first()
    if last is None or last.kind != Edition.Kind.PUBLISHED:
        return []
    return [withdraw(case_id, dict(WITHHELD[reason]), now)]


def withhold_in_silence(case_id: str, now: datetime) -> list[Edition]:
    """Lets the address answer like an unknown one, also if a neutral reason stood there. Raises PublicationError."""
    if not Edition.objects.of_case(case_id).exists():
        raise PublicationError([_("%(case)s: readers have never seen it: nothing to withhold") % {"case": case_id}])
    return [append_withdrawal(case_id, SILENT, now)]


def remove(case_id: str, now: datetime) -> list[Edition]:
    """Withholds it in silence, and erases the text of every edition, under whatever id. Raises PublicationError."""
    with_text = editions_with_text(case_id)
    withdrawals = withhold_in_silence(case_id, now)
    for edition in with_text:
        delete_text(edition, SILENT, now)
    return withdrawals


def editions_with_text(case_id: str) -> list[Edition]:
    """The case's editions that have a text, oldest first: by its key, so that those under an earlier id count too."""
    keys = Edition.objects.of_case(case_id).values("case_key")
    return list(Edition.objects.filter(case_key__in=keys, text__isnull=False).order_by("number"))
