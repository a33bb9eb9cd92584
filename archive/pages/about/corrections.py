"""Errata: the editions whose reason is a correction."""

from django.db.models import Q

from editions.models import Edition
from records.languages import LANGUAGES

WORDS = ("correct", "erratum", "исправ", "ошиб", "түзет", "қате")
"""Stems by which a reason says that it corrects something."""


def newest_corrections(limit: int) -> list[Edition]:
    """Of cases that stand published, newest first. One query."""
    said = Q()
    for stem in WORDS:
        for language in LANGUAGES:
            said |= Q(**{f"reason__{language}__icontains": stem})
    published = Edition.objects.current().values("case_key")
    return list(Edition.objects.filter(said, case_key__in=published).order_by("-number")[:limit])
