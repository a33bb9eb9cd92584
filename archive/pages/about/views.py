"""The pages that speak about the archive itself."""

import json
from functools import cache
from pathlib import Path

import nh3
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

from archive.index.kept import of_the_release
from archive.pages.about.corrections import newest_corrections
from editions.models import Edition
from law.country import country
from records.json_dict import JSONDict
from records.languages import LANGUAGES, SOURCE_LANGUAGE, active_language

MOST_CORRECTIONS = 200
DOCS = Path(settings.BASE_DIR) / "docs"
GLOSSARY = Path(__file__).with_name("glossary.json")
METHODS = {code: DOCS / ("method.md" if code == SOURCE_LANGUAGE else f"method.{code}.md") for code in LANGUAGES}


def about(request: HttpRequest) -> HttpResponse:
    """The archive about itself; of cases withheld in silence it tells the number and nothing else."""
    return render(request, "archive/about.html", {"withheld": Edition.objects.silent().count()})


@of_the_release
def method(request: HttpRequest) -> HttpResponse:
    """docs/method.md as a page, in the reader's language: one text for readers of the repository and of the site."""
    html = nh3.clean(MarkdownIt().render(METHODS[active_language()].read_text("utf-8")))
    return render(request, "archive/method.html", {"text": mark_safe(html)})  # noqa: S308


def glossary(request: HttpRequest) -> HttpResponse:
    """What each word of the site means: the kinds of restriction, then the words of the archive and of the law."""
    language = active_language()
    kinds = [(kind.id, kind.names.get(language), kind.meaning.get(language)) for kind in country().kinds.values()]
    terms = [(term["id"], term["names"][language], term["text"][language]) for term in glossary_terms()]
    return render(request, "archive/glossary.html", {"terms": terms, "kinds": kinds})


@cache
def glossary_terms() -> list[JSONDict]:
    """The terms that are no kinds of restriction, with plain words in each language."""
    terms: list[JSONDict] = json.loads(GLOSSARY.read_text("utf-8"))["terms"]
    return terms


def corrections(request: HttpRequest) -> HttpResponse:
    return render(request, "archive/corrections.html", {"editions": newest_corrections(MOST_CORRECTIONS)})
