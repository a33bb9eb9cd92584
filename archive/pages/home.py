"""The front page."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from archive.charts.front import picture
from archive.index.columns.current import columns
from archive.index.kept import kept
from archive.index.models import Entry
from archive.index.scoreboard import Score, compared
from archive.pages.headlines import archive_counts, newest_entries, next_endings
from archive.wording.scoreboard import summary

ENDINGS, CHANGES, DRAWN = 8, 5, 400


@kept
def home(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    drawn = Entry.objects.known(None).order_by("-burden_least", "edition")[:DRAWN]
    index = columns()
    score = _score(index.version)
    context = {
        "on": on,
        "known": archive_counts(index, on),
        "endings": next_endings(index, on, ENDINGS),
        "changes": newest_entries(CHANGES),
        "picture": picture(drawn),
        "score": score,
        "score_words": summary(score.scored, score.agreeing),
    }
    return render(request, "archive/home.html", context)


@lru_cache(maxsize=2)
def _score(version: int) -> Score:
    """The score of all published documents at one version of the index."""
    return compared().score
