"""The front page."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.charts.front import picture
from archive.index.models import Entry
from archive.index.scoreboard import Score, compared
from archive.pages.headlines import archive_counts, newest_entries, next_endings
from archive.wording.scoreboard import summary
from editions.models import Edition

ENDINGS, CHANGES, DRAWN = 8, 5, 400


def home(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    drawn = Entry.objects.known(None).order_by("-burden_least", "edition")[:DRAWN]
    score = _score(Edition.objects.order_by("-number").values_list("hash", flat=True).first())
    context = {
        "on": on,
        "known": archive_counts(on),
        "endings": next_endings(on, ENDINGS),
        "changes": newest_entries(CHANGES),
        "picture": picture(drawn),
        "score": score,
        "score_words": summary(score.scored, score.agreeing),
    }
    return render(request, "archive/home.html", context)


@lru_cache(maxsize=2)
def _score(head: str | None) -> Score:
    """The score of all published documents; it changes only with the head of the chain."""
    return compared().score
