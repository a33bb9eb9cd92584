"""The readers' pages, under /<lang>/."""

from django.urls import path

from archive.views.home import home

app_name = "archive"
urlpatterns = [
    path("", home, name="home"),
]
