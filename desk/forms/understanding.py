"""What the desk understood of a typed date or length, said back while one types."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from desk.pages import desk_page
from law.dates import DateError, DateRange, parse
from law.lengths import Length, LengthError
from records.fields import SEARCHED
from records.typed import typed_date, typed_length


@desk_page("cases.view_case")
def understand(request: HttpRequest) -> JsonResponse:
    """`{"words": …, "known": true|false}` for `?date=` or `?length=`."""
    length = request.GET.get("length", "")[:200]
    known, words = understood_length(length) if length else understood_date(request.GET.get("date", "")[:200])
    return JsonResponse({"known": known, "words": words})


def understood_date(text: str) -> tuple[bool, str]:
    """Whether the text is a date, and which days it means; or what is wrong with it."""
    plain = typed_date(text)
    if plain.startswith(SEARCHED):
        return True, _("searched on %(day)s, not found") % {"day": plain.removeprefix(SEARCHED)}
    try:
        return True, _days(plain, parse(plain))
    except DateError as error:
        return False, _(error.pattern) % error.values


def _days(plain: str, found: DateRange) -> str:
    if found.is_exact:
        return str(found.earliest)
    return _("%(text)s: between %(first)s and %(last)s") % {
        "text": plain,
        "first": found.earliest or "?",
        "last": found.latest or "?",
    }


def understood_length(text: str) -> tuple[bool, str]:
    """Whether the text is a length, and how the archive writes it; or what is wrong with it."""
    plain = typed_length(text)
    try:
        Length.parse(plain)
    except LengthError as error:
        return False, _(error.pattern) % error.values
    return True, plain
