"""A paper in the rows, its files on disk: for the desk as it came, for readers as pictures of its pages."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from desk.documents.inspection import PdfReport, blocks, inspect_pdf
from editions.files import delete_unnamed, delete_untouched
from records import stored
from records.models import Paper, Source


def inspect_upload(content: bytes) -> PdfReport:
    """Finds out what is in an uploaded paper. Raises ValidationError with what is wrong and what to do."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(content)
        return inspect_pdf(path)


@transaction.atomic
def store(source: Source, content: bytes, report: PdfReport, by: User, now: datetime) -> Paper:
    """Keeps the paper for the desk alone; what was there before goes."""
    paper = Paper.objects.select_for_update().filter(source=source).first() or Paper(source=source)
    delete_files(paper)
    paper.sha256, paper.size = stored.store(stored.UNTOUCHED, content, "pdf"), len(content)
    paper.pages, paper.findings = report
    paper.uploaded_by, paper.uploaded_at = by, now
    paper.is_public, paper.public_sha256, paper.public_size = False, "", None
    paper.save()
    return paper


def as_readers_get_it(paper: Paper) -> tuple[PdfReport, bytes]:
    """Draws the paper anew, page by page. Raises ValidationError if its file is gone or cannot be read."""
    content = stored.read(stored.UNTOUCHED, f"{paper.sha256}.pdf")
    if content is None:
        raise ValidationError(_("The file is not here: upload it again."), "gone")
    with TemporaryDirectory() as folder:
        path, target = Path(folder) / "paper.pdf", Path(folder) / "pages.pdf"
        path.write_bytes(content)
        return inspect_pdf(path, target), target.read_bytes()


def make_public(paper: Paper) -> None:
    """Makes the file for readers, who get it with the next edition. Raises ValidationError if readers must not."""
    report, content = as_readers_get_it(paper)
    paper.findings = report.findings
    paper.save(update_fields=["findings"])
    if blocks(report.findings):
        raise ValidationError(_("Readers cannot have it yet: see what was found."), "found")
    paper.public_sha256, paper.public_size = stored.store(stored.CLEANED, content, "pdf"), len(content)
    paper.is_public = True
    paper.save()


@transaction.atomic
def make_internal(paper: Paper) -> None:
    """Takes it from readers, as soon as the cases that cite it are published again."""
    delete_unnamed([f"{paper.public_sha256}.pdf"] if paper.public_sha256 else [])
    paper.is_public, paper.public_sha256, paper.public_size = False, "", None
    paper.save()


@transaction.atomic
def remove(paper: Paper) -> None:
    """Takes the paper out of the rows, and its files from the disk unless an edition names them."""
    delete_files(paper)
    paper.delete()


def delete_files(paper: Paper) -> None:
    """Deletes the files of a paper, once the transaction ends, unless an edition or another paper has them too."""
    if paper.public_sha256:
        delete_unnamed([f"{paper.public_sha256}.pdf"])
    if paper.sha256:
        delete_untouched(paper.sha256)
