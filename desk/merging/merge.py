"""Two people, or two sources, become one. Undone by restoring the editions from before."""

from django.db import connection, transaction
from django.utils.translation import gettext as _

from cases.models import Case, CaseCitation
from desk.audit.entries import AuditEntry, entries
from desk.documents.saving import remove as remove_paper
from desk.forms.facts import next_id
from desk.models import Capture, RowChange
from desk.portraits.saving import remove as remove_portrait
from desk.review.savers import carry_over
from editions.refusal import PublicationError
from people.models import OtherName, Person, PersonCitation, PersonNote, Portrait
from records.models import Paper, Source

Row = Person | Source


def preview(kept: Row, gone: Row) -> list[AuditEntry]:
    """Finds all that would move, row by row, as the audit would write it. Nothing is kept. Raises PublicationError."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT model, max(number) FROM desk_change GROUP BY model")
            last = dict(cursor.fetchall())
        merge(kept, gone)
        changes = RowChange.objects.select_related("user").order_by("model", "number")
        moved = entries(change for change in changes if change.number > last.get(change.model, 0))
        transaction.set_rollback(True)
    return moved


@transaction.atomic
def merge(kept: Row, gone: Row) -> None:
    """Lets `kept` take over everything of `gone`, which is removed; its id is never reused. Raises PublicationError."""
    if kept.pk == gone.pk:
        raise PublicationError([_("choose two different entries")])
    if isinstance(kept, Person):
        assert isinstance(gone, Person)
        merge_people(kept, gone)
    else:
        assert isinstance(gone, Source)
        merge_sources(kept, gone)
    carry_over(gone, kept)
    kept.former_ids = sorted({*kept.former_ids, gone.slug, *gone.former_ids})
    gone.delete()
    kept.save()


def merge_people(kept: Person, gone: Person) -> None:
    """Moves cases, spellings, portrait, recognitions, citations and notes; fills in what the one who stays lacks."""
    for case in Case.objects.filter(person=gone):
        case.mark_changed()
        case.person = kept
        case.save(update_fields=["person", "status", "version"])
    merge_names(kept, gone)
    for field in ("gender", "born", "died", "region"):
        if not getattr(kept, field):
            setattr(kept, field, getattr(gone, field))
    kept.city = {**gone.city, **kept.city}
    kept.about = {**gone.about, **kept.about}
    kept.occupations.add(*gone.occupations.all())
    if Portrait.objects.filter(person=kept).exists():
        remove_portrait(gone)
    Portrait.objects.filter(person=gone).update(person=kept)
    renamed = merge_recognitions(kept, gone)
    for row in PersonCitation.objects.filter(person=gone):
        fact = renamed.get(row.fact, row.fact)
        PersonCitation.objects.get_or_create(person=kept, fact=fact, field=row.field, source_id=row.source_id)
    merge_notes(kept, gone)


def merge_names(kept: Person, gone: Person) -> None:
    """Makes every spelling of the one who goes another name of the one who stays."""
    known = {*kept.names.values(), *kept.other_names.values_list("name", flat=True)}
    spellings: list[tuple[str, str | None, str | None]] = [
        (name, language, "variant") for language, name in gone.names.items() if language in kept.names
    ]
    spellings += [(other.name, other.language, other.kind) for other in gone.other_names.all()]
    kept.names = {**gone.names, **kept.names}
    position = kept.other_names.count()
    for name, language, kind in spellings:
        if name not in known:
            OtherName.objects.create(person=kept, position=position, name=name, language=language, kind=kind)
            known.add(name)
            position += 1


def merge_recognitions(kept: Person, gone: Person) -> dict[str, str]:
    """Moves recognitions under ids that are free; returns the new name of each fact by the old."""
    taken, renamed = set(kept.recognitions.values_list("slug", flat=True)), {}
    for row in gone.recognitions.all():
        before, row.slug, row.person = row.fact, next_id("r", taken), kept
        row.save()
        taken.add(row.slug)
        renamed[before] = row.fact
    return renamed


def merge_notes(kept: Person, gone: Person) -> None:
    """Puts the internal notes of both into one, field by field."""
    theirs = PersonNote.objects.filter(person=gone).first()
    if theirs is None:
        return
    ours = PersonNote.objects.get_or_create(person=kept)[0]
    for field in ("notes", "risk", "contact_consent"):
        setattr(ours, field, "\n\n".join(filter(None, [getattr(ours, field), getattr(theirs, field)])))
    ours.save()


def merge_sources(kept: Source, gone: Source) -> None:
    """Moves citations, paper and copies; fills in what the one that stays lacks. Cases that cite it become drafts."""
    touched = list(CaseCitation.objects.filter(source=gone).values_list("case_id", flat=True))
    for of_case in CaseCitation.objects.filter(source=gone):
        CaseCitation.objects.get_or_create(case=of_case.case, fact=of_case.fact, field=of_case.field, source=kept)
        of_case.delete()
    for of_person in PersonCitation.objects.filter(source=gone):
        PersonCitation.objects.get_or_create(
            person=of_person.person, fact=of_person.fact, field=of_person.field, source=kept
        )
        of_person.delete()
    for case in Case.objects.filter(pk__in=touched):
        case.mark_changed()
        case.save(update_fields=["status", "version"])
    if Paper.objects.filter(source=kept).exists():
        for paper in Paper.objects.filter(source=gone):
            remove_paper(paper)
    Paper.objects.filter(source=gone).update(source=kept)
    Capture.objects.filter(source=gone).update(source=kept)
    for field in ("title", "publisher", "group", "url", "archived_url", "published", "accessed", "language"):
        if not getattr(kept, field):
            setattr(kept, field, getattr(gone, field))
