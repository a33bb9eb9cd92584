"""What a review approves: a keyed digest of what a case says. Without the server's key it tests no guess at a text."""

from collections.abc import Collection

from django.db.models import Q
from django.utils.crypto import salted_hmac

from desk.models import SentDigest, Submission
from editions.document import content_digest
from editions.schema import Document

PURPOSE = "desk.review.digests"


def keyed_digest(document: Document, sent: Submission) -> str:
    """The digest of one document of a submission, in 64 hexadecimal digits; another key or submission, another digest.

    A changed `SECRET_KEY` therefore makes what waits look changed: it has to be sent again.
    """
    return salted_hmac(f"{PURPOSE}:{sent.pk}", content_digest(document), algorithm="sha256").hexdigest()


def drop_digests(case_ids: Collection[str]) -> None:
    """Drops what was sent of these cases: it was published, or it may not be any more. Works for former ids too."""
    former = Q(submitted__case__former_ids__overlap=list(case_ids))
    SentDigest.objects.filter(Q(submitted__case__slug__in=case_ids) | former).delete()
