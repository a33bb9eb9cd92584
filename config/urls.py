from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView

from archive.pages.case.embeds import embed, oembed
from archive.pages.data.views import document_format
from archive.pages.media import media
from archive.pages.robots import robots, sitemap
from config.health import healthz, readyz
from config.metrics import metrics
from config.security_txt import security_txt
from desk.site import site

handler500 = "config.unavailable.server_error"

urlpatterns = [
    path("healthz", healthz),
    path("readyz", readyz),
    path("metrics", metrics),
    path(f"{settings.DESK_PATH}/account/", include("desk.accounts.urls")),
    path(f"{settings.DESK_PATH}/", include("desk.urls")),
    path(f"{settings.DESK_PATH}/", site.urls),
    path("api/v1/", include("archive.api.urls")),
    path("embed/cases/<slug:case_id>/", embed, name="embed"),
    path(f"{settings.MEDIA_URL.strip('/')}/<str:name>", media, name="media"),
    path("api/", RedirectView.as_view(pattern_name="archive:api")),
    path("api/oembed/", oembed, name="oembed"),
    path("schemas/shekteu-document-2.json", document_format, name="document-format"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security-txt"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("favicon.ico", RedirectView.as_view(url=f"/{settings.STATIC_URL.strip('/')}/icon.svg", permanent=True)),
    *i18n_patterns(path("", include("archive.urls"))),
]
