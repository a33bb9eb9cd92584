"""The readers' pages, under /<lang>/."""

from django.urls import path

from archive.views.about import about, your_case
from archive.views.case import case
from archive.views.home import home

app_name = "archive"
urlpatterns = [
    path("", home, name="home"),
    path("cases/<slug:case_id>/", case, name="case"),
    path("about/", about, name="about"),
    path("about/your-case/", your_case, name="your-case"),
]
