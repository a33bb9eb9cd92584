"""The readers' pages, under /<lang>/."""

from django.urls import path

from archive.views.about import about, your_case
from archive.views.case import case
from archive.views.home import home
from archive.views.kinds import kind, kinds
from archive.views.person import person

app_name = "archive"
urlpatterns = [
    path("", home, name="home"),
    path("cases/<slug:case_id>/", case, name="case"),
    path("people/<slug:person_id>/", person, name="person"),
    path("restrictions/", kinds, name="kinds"),
    path("restrictions/<slug:kind_id>/", kind, name="kind"),
    path("about/", about, name="about"),
    path("about/your-case/", your_case, name="your-case"),
]
