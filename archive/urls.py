"""The readers' pages, under /<lang>/."""

from django.urls import path

from archive.views import law
from archive.views.about import about, your_case
from archive.views.calculator import calculator
from archive.views.case import case
from archive.views.cases import cases
from archive.views.home import home
from archive.views.kinds import kind, kinds
from archive.views.law_check import law_check, law_check_as_csv
from archive.views.person import person

app_name = "archive"
urlpatterns = [
    path("", home, name="home"),
    path("cases/", cases, name="cases"),
    path("cases/<slug:case_id>/", case, name="case"),
    path("people/<slug:person_id>/", person, name="person"),
    path("restrictions/", kinds, name="kinds"),
    path("restrictions/<slug:kind_id>/", kind, name="kind"),
    path("law/", law.law, name="law"),
    path("law/calculator/", calculator, name="calculator"),
    path("law/check/", law_check, name="law-check"),
    path("law/check.csv", law_check_as_csv, name="law-check-csv"),
    path("law/<slug:rule_id>/", law.rule, name="rule"),
    path("about/", about, name="about"),
    path("about/your-case/", your_case, name="your-case"),
]
