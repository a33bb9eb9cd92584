"""The endpoints on what the law says: kinds, articles, rules."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from rest_framework.request import Request
from rest_framework.response import Response

from archive.api import answers
from archive.api.endpoint import Endpoint
from archive.api.problems import BadQuery
from archive.exports.scoreboard import scoreboard_json
from archive.index.filters import parameters
from archive.index.scoreboard import compared
from law.country import country
from law.rulebook import Rule
from records.json_dict import JSONDict


class OfTheRuleBook(Endpoint):
    """A list that changes only with a release."""

    of_the_release = True

    def get(self, request: Request) -> Response:
        if given := parameters(request):
            raise BadQuery({name: ["This list has no parameters."] for name in given})
        return Response({"rule_book": country().rule_book_version, "results": self.results()})

    def results(self) -> list[JSONDict]:
        raise NotImplementedError


@answers.describe(answers.KINDS)
class KindList(OfTheRuleBook):
    """Kinds of restriction with their names and what they mean in daily life."""

    operation = "kinds_list"

    def results(self) -> list[JSONDict]:
        return [
            {
                "id": kind.id,
                "order": kind.order,
                "main": kind.is_main,
                "from_custody": kind.pretrial,
                "group": kind.group,
                "burden": kind.burden,
                "names": kind.names.texts,
                "short": kind.short.texts,
                "meaning": kind.meaning.texts,
            }
            for kind in country().kinds.values()
        ]


@answers.describe(answers.ARTICLES)
class ArticleList(OfTheRuleBook):
    """Articles of the criminal codes with the gravity of their parts."""

    operation = "articles_list"

    def results(self) -> list[JSONDict]:
        return [
            {
                "code": article.code,
                "article": article.article,
                "names": article.names.texts,
                "extremist": article.extremist,
                "terrorist": article.terrorist,
                "parts": [
                    {"part": part.part, "gravity": part.gravity, "certainty": part.certainty}
                    for part in article.parts.values()
                ],
            }
            for article in country().articles.values()
        ]


@answers.describe(answers.RULES)
class RuleList(OfTheRuleBook):
    """Rules of law by which dates are computed."""

    operation = "rules_list"

    def results(self) -> list[JSONDict]:
        return [rule_json(rule) for rule in country().rules.values()]


@answers.describe(answers.RULE, answers.RULE_ID)
class RuleDetail(Endpoint):
    """One rule."""

    operation = "rules_detail"
    of_the_release = True

    def get(self, request: Request, rule_id: str) -> Response:
        if rule_id not in country().rules:
            raise Http404
        return Response(rule_json(country().rules[rule_id]))


def rule_json(rule: Rule) -> JSONDict:
    return {
        "id": rule.id,
        "version": rule.version,
        "law": rule.law,
        "article": rule.article,
        "title": rule.title.texts,
        "text": rule.text.texts,
        "url": rule.url,
        "valid_from": rule.valid_from.isoformat() if rule.valid_from else None,
        "valid_until": rule.valid_until.isoformat() if rule.valid_until else None,
        "certainty": rule.certainty,
    }


@require_safe
def law_check_as_json(request: HttpRequest) -> HttpResponse:
    return JsonResponse(scoreboard_json(compared()), json_dumps_params={"ensure_ascii": False})
