"""A PDF opened with care. Loads no Django: it runs in a process of its own, with limits (see `child`)."""

from pathlib import Path

from pypdfium2 import PdfDocument, PdfiumError

HEAD, TAIL, AFTER_THE_END = b"%PDF-", b"%%EOF", 1024


class InvalidPdf(ValueError):
    """The file is refused; `code` says why, `number` how many."""

    def __init__(self, code: str, number: int = 0) -> None:
        super().__init__(code)
        self.code, self.number = code, number


def open_pdf(path: Path, most_pages: int) -> PdfDocument:
    """Opens the paper. Raises InvalidPdf for what is no PDF, is locked, or has more pages than that."""
    refuse_other_formats(path.read_bytes())
    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        raise InvalidPdf("encrypted" if "password" in str(error).lower() else "unreadable") from None
    if len(document) > most_pages:
        raise InvalidPdf("pages", len(document))
    if len(document) == 0:
        raise InvalidPdf("unreadable")
    return document


def refuse_other_formats(content: bytes) -> None:
    """Raises InvalidPdf for a file that is a PDF to one program and something else to another."""
    if not content.startswith(HEAD):
        raise InvalidPdf("no-pdf")
    end = content.rfind(TAIL)
    if end < 0:
        raise InvalidPdf("unreadable")
    if len(content) - end > AFTER_THE_END or b"PK\x05\x06" in content[end:]:
        raise InvalidPdf("more-behind")
