"""What a document says, as one short text: what a review approves."""

from editions.canonical import canonical, digest
from editions.schema import Document


def said_digest(document: Document) -> str:
    """SHA-256 of all that the document says.

    Left out are the salt, which is new with each build, and the digests of the person's other cases.
    """
    return digest(canonical({key: value for key, value in document.record().items() if key not in ("salt", "others")}))
