"""The readers' pages and files, under /<lang>/."""

from django.urls import path

from archive.exports.definitions import TABLES
from archive.pages import api, home, kinds, people, statistics, tables, trials
from archive.pages.about import views as about
from archive.pages.about import your_case
from archive.pages.calendar import views as calendar
from archive.pages.case import cite, embeds, files, follow, reasoning, versions
from archive.pages.case import views as case
from archive.pages.cases import files as list_files
from archive.pages.cases import views as cases
from archive.pages.data import views as data
from archive.pages.law import check, rules
from archive.pages.law.calculator import views as calculator

app_name = "archive"
urlpatterns = [
    path("", home.home, name="home"),
    # The list, and the same selection as files.
    path("cases/", cases.cases, name="cases"),
    *(
        path(f"{name}.{form}", list_files.table_file, {"table": name, "form": form}, name=f"{name}-{form}")
        for name in TABLES
        for form in ("csv", "jsonl")
        if (name, form) != ("cases", "jsonl")
    ),
    path("cases.xlsx", list_files.cases_xlsx, name="cases-xlsx"),
    path("cases.json", list_files.cases_json, name="cases-json"),
    path("cases.jsonl", list_files.cases_jsonl, name="cases-jsonl"),
    path("cases.atom", list_files.cases_atom, name="cases-atom"),
    path("cases.ics", list_files.cases_ics, name="cases-ics"),
    # Figures.
    path("statistics/", statistics.statistics_page, name="statistics"),
    path("statistics/<slug:chart>.<slug:form>", statistics.statistics_file, name="statistics-file"),
    path("tables/", tables.tables, name="tables"),
    path("tables.csv", tables.tables_file, {"form": "csv"}, name="tables-csv"),
    path("tables.xlsx", tables.tables_file, {"form": "xlsx"}, name="tables-xlsx"),
    path("calendar/", calendar.calendar_page, name="calendar"),
    path("calendar.ics", list_files.cases_ics, name="calendar-ics"),
    # Releases of the data set.
    path("data/", data.data, name="data"),
    path("data/codebook/", data.codebook, name="codebook"),
    path("data/ledger.json", data.ledger, name="ledger"),
    path("data/<slug:release>/<str:name>", data.release_file, name="release-file"),
    path("api/", api.api, name="api"),
    # One case.
    path("cases/<slug:case_id>/", case.case, name="case"),
    path("cases/<slug:case_id>/cite/", cite.cite, name="cite"),
    path("cases/<slug:case_id>/cite.<slug:suffix>", cite.cite_file, name="cite-file"),
    path("cases/<slug:case_id>/reasoning/", reasoning.reasoning, name="reasoning"),
    path("cases/<slug:case_id>/court-request/", reasoning.court_request, name="court-request"),
    path("cases/<slug:case_id>/versions/", versions.versions, name="versions"),
    path("cases/<slug:case_id>/versions/<int:number>/", versions.version, name="version"),
    path("cases/<slug:case_id>/editions/", versions.moved, name="editions"),
    path("cases/<slug:case_id>/editions/<int:number>/", versions.moved, name="edition"),
    path("cases/<slug:case_id>/text.txt", case.case_text, name="case-text"),
    path("cases/<slug:case_id>/card.png", embeds.card, name="card"),
    path("cases/<slug:case_id>/bars.png", embeds.bars_png, name="bars-png"),
    path("cases/<slug:case_id>/bars.svg", embeds.bars_svg, name="bars-svg"),
    path("cases/<slug:case_id>.json", files.case_json, name="case-json"),
    path("cases/<slug:case_id>.csv", files.case_csv, name="case-csv"),
    path("cases/<slug:case_id>.ics", follow.case_calendar, name="case-calendar"),
    path("cases/<slug:case_id>.atom", follow.case_feed, name="case-feed"),
    # People, trials and kinds of restriction.
    path("people/<slug:person_id>.atom", follow.person_feed, name="person-feed"),
    path("people/<slug:person_id>/", people.person, name="person"),
    path("trials/<slug:trial_id>/", trials.trial, name="trial"),
    path("restrictions/", kinds.kinds, name="kinds"),
    path("restrictions/<slug:kind_id>/", kinds.kind, name="kind"),
    # The law.
    path("law/", rules.law, name="law"),
    path("law/calculator/", calculator.calculator, name="calculator"),
    path("law/check/", check.law_check, name="law-check"),
    path("law/check.csv", check.law_check_as_csv, name="law-check-csv"),
    path("law/<slug:rule_id>/", rules.rule, name="rule"),
    # The archive itself.
    path("about/", about.about, name="about"),
    path("about/method/", about.method, name="method"),
    path("about/glossary/", about.glossary, name="glossary"),
    path("about/corrections/", about.corrections, name="corrections"),
    path("about/your-case/", your_case.your_case, name="your-case"),
    path("about/your-case/answer/", your_case.answer, name="answer"),
]
