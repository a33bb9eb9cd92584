"""The readers' addresses in the mirror: each is a file, so that a page opens from a disk as well.

`reverse` reads this table while the mirror is built, behind a prefix that leads from the page at hand to the mirror's
root (`config.mirror.pages.standing_at`). So every link of every page is relative, and none is rewritten.
"""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, include, path

from archive import urls as readers
from archive.api import urls as api
from archive.pages.case.embeds import embed, oembed
from archive.pages.data.views import document_format
from archive.pages.media import media
from config.mirror.alone import case_alone
from config.mirror.elsewhere import elsewhere
from config.mirror.lists import list_by
from config.mirror.requests import FILE
from config.mirror.search import search

ON_THE_SITE_ALONE = frozenset({"calculator", "your-case", "answer", "api"})
"""Pages of readers that ask the server something: the mirror says where they are."""


def as_file(pattern: URLPattern, is_elsewhere: bool = False) -> URLPattern:
    """The same page under the name of a file, or where it is."""
    route = str(pattern.pattern)
    view = elsewhere if is_elsewhere or pattern.name in ON_THE_SITE_ALONE else pattern.callback
    return path(route if "." in route.rpartition("/")[2] else route + FILE, view, pattern.default_args, pattern.name)


own = [
    path(f"cases/<slug:name>=<str:value>/{FILE}", list_by, name="cases-by"),
    path("cases/<slug:case_id>.html", case_alone, name="case-alone"),
    path(f"search/{FILE}", search, name="search"),
]
"""Pages that the site does not have: it reads what a reader asks."""
urlpatterns = [
    path(f"embed/cases/<slug:case_id>/{FILE}", embed, name="embed"),
    path(f"{settings.MEDIA_URL.strip('/')}/<str:name>", media, name="media"),
    path("api/oembed/", oembed, name="oembed"),
    path("api/v1/", include(([as_file(pattern, is_elsewhere=True) for pattern in api.urlpatterns], "api"))),
    path("schemas/shekteu-document-2.json", document_format, name="document-format"),
    *i18n_patterns(path("", include(([*(as_file(pattern) for pattern in readers.urlpatterns), *own], "archive")))),
]
