"""The pages of a paper as pictures: what readers get is what can be seen, so that nothing hidden survives.

Text under a black box, invisible text, authors, dates, scripts, files within the file, layers and marks are no part of
a picture. PDFium (the renderer of Chromium) draws the pages, Pillow writes them as a new PDF.
"""

from math import sqrt
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfPage, raw

MOST_DOTS = 2480 * 3508  # a page of any size is drawn with no more dots than an A4 page at 300 to the inch
QUALITY = 60
PICTURES = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING)
DEEPEST = 12
NOTHING_ABOUT_IT = {
    "title": None, "author": None, "subject": None, "keywords": None, "creator": None, "producer": None,
    "creationDate": None, "modDate": None,
}  # fmt: skip


class DrawnPage:
    """A page as it is seen: in grey if it holds a scan or photograph, else black on white with finer dots."""

    def __init__(self, page: PdfPage) -> None:
        self.has_pictures = any(page.get_objects(filter=PICTURES, max_depth=DEEPEST))
        square_inches = max(page.get_width() * page.get_height() / 72**2, 1e-6)
        self.dots_per_inch = min(150 if self.has_pictures else 200, sqrt(MOST_DOTS / square_inches))
        self.bitmap = page.render(scale=self.dots_per_inch / 72, grayscale=True)
        self.grey: Image.Image = self.bitmap.to_pil()

    def append_to(self, target: Path) -> None:
        """Adds the page to the PDF at `target`, the first one to a file that is not there yet."""
        if self.has_pictures:
            picture, options = self.grey, {"quality": QUALITY}
        else:  # a sixth of the bytes: letters need no greys
            picture, options = self.grey.convert("1", dither=Image.Dither.NONE), {}
        about = {**NOTHING_ABOUT_IT, **options}
        picture.save(target, "PDF", append=target.exists(), resolution=self.dots_per_inch, **about)
