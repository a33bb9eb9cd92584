"""The pages and files of the research desk: lists, exports, counts. Part of archive.urls."""

from django.urls import path

from archive.views import exports
from archive.views.cases import cases
from archive.views.data import data, release_file

urlpatterns = [
    path("cases/", cases, name="cases"),
    path("cases.csv", exports.cases_csv, name="cases-csv"),
    path("cases.xlsx", exports.cases_xlsx, name="cases-xlsx"),
    path("cases.json", exports.cases_json, name="cases-json"),
    path("cases.jsonl", exports.cases_jsonl, name="cases-jsonl"),
    path("cases.atom", exports.cases_atom, name="cases-atom"),
    path("cases.ics", exports.cases_ics, name="cases-ics"),
    path("data/", data, name="data"),
    path("data/<slug:release>/<str:name>", release_file, name="release-file"),
    path("restrictions.csv", exports.restrictions_csv, name="restrictions-csv"),
]
