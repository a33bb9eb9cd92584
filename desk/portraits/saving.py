"""A portrait in the rows, and its files on disk."""

from collections.abc import Iterable

from django.db import transaction
from PIL import Image

from desk.portraits.picture import renditions
from editions.files import SUFFIXES, delete_unnamed
from people.models import Person, PersonCitation, Portrait
from records import stored
from records.json_dict import JSONDict


def store_renditions(image: Image.Image) -> list[JSONDict]:
    """Keeps every size of the picture; returns what the archive file says of them."""
    return [
        {
            "sha256": stored.store(stored.CLEANED, picture.content, SUFFIXES[picture.type]),
            "type": picture.type,
            "width": picture.width,
            "height": picture.height,
            "bytes": len(picture.content),
        }
        for picture in sorted(renditions(image), key=lambda picture: (picture.type, picture.width))
    ]


def names_of(portrait: Portrait) -> set[str]:
    """The names of the portrait's files."""
    return {f"{rendition['sha256']}.{SUFFIXES[rendition['type']]}" for rendition in portrait.renditions}


@transaction.atomic
def save(portrait: Portrait, sources: Iterable[str]) -> None:
    """Saves the portrait with the sources behind it; files of the one before go unless an edition names them."""
    before = Portrait.objects.filter(person=portrait.person).first()
    portrait.save()
    cited = PersonCitation.objects.filter(person=portrait.person, fact=Portrait.fact)
    cited.exclude(source__slug__in=sources).delete()
    known = set(cited.values_list("source_id", flat=True))
    for source in sorted(set(sources) - known):
        PersonCitation.objects.create(person=portrait.person, fact=Portrait.fact, source_id=source)
    delete_unnamed(names_of(before) if before else ())


@transaction.atomic
def remove(person: Person) -> None:
    """Takes the portrait out of the rows; its files go unless an edition names them."""
    for portrait in Portrait.objects.filter(person=person):
        delete_unnamed(names_of(portrait))
        portrait.delete()
    PersonCitation.objects.filter(person=person, fact=Portrait.fact).delete()
