"""Two people, or two sources, become one. Undone by restoring the editions from before."""

from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from cases.models import Case, CaseCitation
from desk.audit.entries import AuditEntry, entries
from desk.documents.saving import remove as remove_paper
from desk.forms.facts import next_id
from desk.models import Capture, RowChange
from desk.portraits.saving import remove as remove_portrait
from editions.refusal import PublicationError
from people.models import OtherName, Person, PersonCitation, PersonNote, Portrait
from records.models import Citation, Paper, Source


def preview(kept: Model, gone: Model) -> list[AuditEntry]:
    """All that would move, row by row, as the audit would write it. Nothing is kept. Raises PublicationError."""
    with transaction.atomic():
        before = _last_numbers()
        merge(kept, gone)
        moved = entries(_since(before))
        transaction.set_rollback(True)
    return moved


def _last_numbers() -> dict[str, int]:
    """The last change of each table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT model, max(number) FROM desk_change GROUP BY model")
        return dict(cursor.fetchall())


def _since(before: dict[str, int]) -> Iterable[RowChange]:
    for change in RowChange.objects.select_related("user").order_by("model", "number"):
        if change.number > before.get(change.model, 0):
            yield change


@transaction.atomic
def merge(kept: Model, gone: Model) -> None:
    """Let `kept` take over everything of `gone`, which is removed; its id is never reused. Raises PublicationError."""
    if kept.pk == gone.pk:
        raise PublicationError([_("choose two different rows")])
    if isinstance(kept, Person):
        _merge_people(kept, gone)
    else:
        _merge_sources(kept, gone)
    kept.former_ids = sorted({*kept.former_ids, gone.slug, *gone.former_ids})
    gone.delete()
    kept.save()


def _merge_people(kept: Person, gone: Person) -> None:
    for case in Case.objects.filter(person=gone):
        case.mark_changed()
        case.person = kept
        case.save(update_fields=["person", "status", "version"])
    _merge_names(kept, gone)
    for field in ("gender", "born", "died", "region"):
        if not getattr(kept, field):
            setattr(kept, field, getattr(gone, field))
    kept.city = {**gone.city, **kept.city}
    kept.about = {**gone.about, **kept.about}
    kept.occupations.add(*gone.occupations.all())
    if Portrait.objects.filter(person=kept).exists():
        remove_portrait(gone)
    Portrait.objects.filter(person=gone).update(person=kept)
    _merge_citations(PersonCitation.objects.filter(person=gone), person=kept, renamed=_merge_recognitions(kept, gone))
    _merge_notes(kept, gone)


def _merge_names(kept: Person, gone: Person) -> None:
    """Every spelling of the one who goes becomes another name of the one who stays."""
    known = {*kept.names.values(), *kept.other_names.values_list("name", flat=True)}
    spellings = [(name, language, "variant") for language, name in gone.names.items() if language in kept.names]
    spellings += [(other.name, other.language, other.kind) for other in gone.other_names.all()]
    kept.names = {**gone.names, **kept.names}
    position = kept.other_names.count()
    for name, language, kind in spellings:
        if name not in known:
            OtherName.objects.create(person=kept, position=position, name=name, language=language, kind=kind)
            known.add(name)
            position += 1


def _merge_recognitions(kept: Person, gone: Person) -> dict[str, str]:
    """Recognitions move under ids that are free; old name of the fact -> new."""
    taken, renamed = set(kept.recognitions.values_list("slug", flat=True)), {}
    for row in gone.recognitions.all():
        before, row.slug, row.person = row.fact, next_id("r", taken), kept
        row.save()
        taken.add(row.slug)
        renamed[before] = row.fact
    return renamed


def _merge_citations(rows: Iterable[Citation], renamed: dict[str, str], **owner: Model) -> None:
    for row in rows:
        wanted = {"fact": renamed.get(row.fact, row.fact), "field": row.field, "source_id": row.source_id, **owner}
        type(row)._default_manager.get_or_create(**wanted)


def _merge_notes(kept: Person, gone: Person) -> None:
    theirs = PersonNote.objects.filter(person=gone).first()
    if theirs is None:
        return
    ours = PersonNote.objects.get_or_create(person=kept)[0]
    for field in ("notes", "risk", "contact_consent"):
        setattr(ours, field, "\n\n".join(filter(None, [getattr(ours, field), getattr(theirs, field)])))
    ours.save()


def _merge_sources(kept: Source, gone: Source) -> None:
    cases = CaseCitation.objects.filter(source=gone)
    touched = list(cases.values_list("case_id", flat=True))
    for model in (CaseCitation, PersonCitation):
        owner = "case" if model is CaseCitation else "person"
        for row in model.objects.filter(source=gone):
            same = {"fact": row.fact, "field": row.field, owner: getattr(row, owner)}
            model.objects.get_or_create(**same, source=kept)
            row.delete()
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
