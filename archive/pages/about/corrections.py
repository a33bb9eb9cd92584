"""Corrections: the editions whose reason says that they are one."""

from django.db.models import Q

from editions.models import Edition
from records.languages import LANGUAGES

STEMS = ("correct", "erratum", "исправ", "ошиб", "түзет", "қате")
"""Stems by which a reason says that it corrects something."""


def newest_corrections(limit: int) -> list[Edition]:
    """Of cases that stand published, newest first, as far as their text was not erased. One query."""
    says_so = Q()
    for stem in STEMS:
        for language in LANGUAGES:
            says_so |= Q(**{f"reason__{language}__icontains": stem})
    published = Edition.objects.current().values("case_key")
    corrections = Edition.objects.filter(says_so, case_key__in=published, text__isnull=False)
    return list(corrections.order_by("-number")[:limit])
