"""A paper in the rows, its files on disk: for the desk as it came, for readers made anew."""

from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from desk.documents.inspection import PdfReport, blocks, inspect_pdf
from editions.files import delete_unnamed
from records import stored
from records.models import Paper, Source


def checked(content: bytes) -> PdfReport:
    """What is in an uploaded paper. Raises ValidationError with what is wrong and what to do."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(content)
        return inspect_pdf(path)


@transaction.atomic
def keep(source: Source, content: bytes, asked: PdfReport, by: User, now: datetime) -> Paper:
    """Keep the paper for the desk alone; what was there before goes."""
    paper = Paper.objects.select_for_update().filter(source=source).first() or Paper(source=source)
    _forget_files(paper)
    paper.sha256, paper.size = stored.store(stored.UNTOUCHED, content, "pdf"), len(content)
    paper.pages, paper.findings = asked
    paper.uploaded_by, paper.uploaded_at = by, now
    paper.is_public, paper.public_sha256, paper.public_size = False, "", None
    paper.save()
    return paper


def make_public(paper: Paper) -> None:
    """Make the file for readers, who get it with the next edition. Raises ValidationError if something hides in it."""
    path = stored.find(stored.UNTOUCHED, f"{paper.sha256}.pdf")
    if path is None:
        raise ValidationError(_("The file is not here: upload it again."), "gone")
    with TemporaryDirectory() as folder:
        clean = Path(folder) / "clean.pdf"
        asked = inspect_pdf(path, clean)
        paper.findings = asked.findings
        paper.save(update_fields=["findings"])
        if blocks(asked.findings):
            raise ValidationError(_("Readers cannot have it yet: see what was found."), "found")
        if blocks(inspect_pdf(clean).findings):
            raise ValidationError(_("It could not be made anew without a rest: print it to a new PDF."), "rest")
        content = clean.read_bytes()
    paper.public_sha256, paper.public_size = stored.store(stored.CLEANED, content, "pdf"), len(content)
    paper.is_public = True
    paper.save()


@transaction.atomic
def make_internal(paper: Paper) -> None:
    """Readers get it no more once the cases that cite it are published again."""
    delete_unnamed([f"{paper.public_sha256}.pdf"] if paper.public_sha256 else [])
    paper.is_public, paper.public_sha256, paper.public_size = False, "", None
    paper.save()


@transaction.atomic
def remove(paper: Paper) -> None:
    """Take the paper out of the rows, and its files from the disk unless an edition names them."""
    _forget_files(paper)
    paper.delete()


def _forget_files(paper: Paper) -> None:
    if paper.public_sha256:
        delete_unnamed([f"{paper.public_sha256}.pdf"])
    if paper.sha256:
        transaction.on_commit(partial(_forget_untouched, paper.sha256))


def _forget_untouched(digest: str) -> None:
    if not Paper.objects.filter(sha256=digest).exists():
        stored.delete(stored.UNTOUCHED, f"{digest}.pdf")
