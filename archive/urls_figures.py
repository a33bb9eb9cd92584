"""Statistics, tables, calendar: pages and files."""

from django.urls import path

from archive.views import exports, tables
from archive.views.calendar import calendar_page
from archive.views.statistics import statistics_file, statistics_page

urlpatterns = [
    path("statistics/", statistics_page, name="statistics"),
    path("statistics/<slug:chart>.<slug:form>", statistics_file, name="statistics-file"),
    path("tables/", tables.tables, name="tables"),
    path("tables.csv", tables.tables_csv, name="tables-csv"),
    path("tables.xlsx", tables.tables_xlsx, name="tables-xlsx"),
    path("calendar/", calendar_page, name="calendar"),
    path("calendar.ics", exports.cases_ics, name="calendar-ics"),
]
