"""The addresses of the API, under /api/v1/."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from archive.api import figures, root, rulebook, views
from archive.api.problems import not_found

app_name = "api"
urlpatterns = [
    path("", root.Root.as_view(), name="root"),
    path("cases/", views.CaseList.as_view(), name="cases"),
    path("cases/<slug:case_id>/", views.CaseDetail.as_view(), name="case"),
    path("counts/", views.CaseCounts.as_view(), name="counts"),
    path("people/", views.PersonList.as_view(), name="people"),
    path("people/<slug:person_id>/", views.PersonDetail.as_view(), name="person"),
    path("restrictions/", views.RestrictionList.as_view(), name="restrictions"),
    path("versions/", views.VersionList.as_view(), name="versions"),
    path("editions/", RedirectView.as_view(pattern_name="api:versions", permanent=True)),
    path("changes/", views.ChangeList.as_view(), name="changes"),
    path("kinds/", rulebook.KindList.as_view(), name="kinds"),
    path("articles/", rulebook.ArticleList.as_view(), name="articles"),
    path("rules/", rulebook.RuleList.as_view(), name="rules"),
    path("rules/<slug:rule_id>/", rulebook.RuleDetail.as_view(), name="rule"),
    path("law/check/", rulebook.law_check_as_json, name="law-check"),
    path("statistics/", figures.StatisticsEndpoint.as_view(), name="statistics"),
    path("tables/", figures.TableEndpoint.as_view(), name="tables"),
    path("schema/", root.description_as_json, name="schema"),
    re_path(r"^(?P<rest>(?s:.*))\Z", not_found),
]
