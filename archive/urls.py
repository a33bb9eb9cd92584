"""The readers' pages, under /<lang>/."""

from django.urls import include, path

from archive.views import law
from archive.views.about import about, corrections, method
from archive.views.calculator import calculator
from archive.views.case import case, case_text
from archive.views.case_files import case_csv, case_json
from archive.views.citing import cite, cite_file
from archive.views.editions import edition, editions
from archive.views.follow import PersonFeed, case_calendar, case_feed
from archive.views.home import home
from archive.views.kinds import kind, kinds
from archive.views.law_check import law_check, law_check_as_csv
from archive.views.person import person
from archive.views.take import bars_png, bars_svg, card
from archive.views.your_case import answer, your_case

app_name = "archive"
urlpatterns = [
    path("", home, name="home"),
    path("", include("archive.urls_research")),
    path("", include("archive.urls_figures")),
    path("cases/<slug:case_id>/", case, name="case"),
    path("cases/<slug:case_id>/cite/", cite, name="cite"),
    path("cases/<slug:case_id>/cite.<slug:suffix>", cite_file, name="cite-file"),
    path("cases/<slug:case_id>/editions/", editions, name="editions"),
    path("cases/<slug:case_id>/editions/<int:number>/", edition, name="edition"),
    path("cases/<slug:case_id>/text.txt", case_text, name="case-text"),
    path("cases/<slug:case_id>/card.png", card, name="card"),
    path("cases/<slug:case_id>/bars.png", bars_png, name="bars-png"),
    path("cases/<slug:case_id>/bars.svg", bars_svg, name="bars-svg"),
    path("cases/<slug:case_id>.json", case_json, name="case-json"),
    path("cases/<slug:case_id>.csv", case_csv, name="case-csv"),
    path("cases/<slug:case_id>.ics", case_calendar, name="case-calendar"),
    path("cases/<slug:case_id>.atom", case_feed, name="case-feed"),
    path("people/<slug:person_id>.atom", PersonFeed(), name="person-feed"),
    path("people/<slug:person_id>/", person, name="person"),
    path("restrictions/", kinds, name="kinds"),
    path("restrictions/<slug:kind_id>/", kind, name="kind"),
    path("law/", law.law, name="law"),
    path("law/calculator/", calculator, name="calculator"),
    path("law/check/", law_check, name="law-check"),
    path("law/check.csv", law_check_as_csv, name="law-check-csv"),
    path("law/<slug:rule_id>/", law.rule, name="rule"),
    path("about/", about, name="about"),
    path("about/method/", method, name="method"),
    path("about/corrections/", corrections, name="errata"),
    path("about/your-case/", your_case, name="your-case"),
    path("about/your-case/answer/", answer, name="answer"),
]
