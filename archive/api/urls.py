"""The addresses of the API, under /api/v1/."""

from django.urls import path

from archive.views.law_check import law_check_as_json

app_name = "api"
urlpatterns = [
    path("law/check/", law_check_as_json, name="law-check"),
]
