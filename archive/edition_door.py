"""The door through which ``editions`` reaches the readers' side (settings.EDITION_INDEX).

What is withdrawn or erased leaves the index in the same transaction, and the releases as soon as it has ended: none of
them is given out in between.
"""

from collections.abc import Sequence
from functools import partial

from django.db import transaction

from archive.exports.dataset.release import rewrite_releases
from archive.index import edition_index
from archive.index.edition_index import lines_of, rebuild, strays
from archive.index.indexing.copying import DocumentLines
from editions.models import Edition

SECONDS = 10
"""After so long no further release is begun: the editor who withdraws a case waits for them."""
__all__ = ["index_edition", "index_editions", "lines_of", "rebuild", "strays"]


def index_edition(edition: Edition, lines: DocumentLines | None) -> None:
    """Index an edition again of which a part or all is gone."""
    edition_index.index_edition(edition, lines)
    transaction.on_commit(partial(rewrite_releases, SECONDS), robust=True)


def index_editions(published: Sequence[tuple[Edition, DocumentLines | None]]) -> None:
    """Index editions and withdrawals."""
    edition_index.index_editions(published)
    if any(lines is None for _edition, lines in published):
        transaction.on_commit(partial(rewrite_releases, SECONDS), robust=True)
