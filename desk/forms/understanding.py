"""What the desk understood of a typed date or length, said back while one types."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desk.pages import desk_page
from law.dates import DateError, parse
from law.lengths import Length, LengthError
from records.fields import SEARCHED
from records.languages import day_in_words
from records.typed import two_readings, typed_date, typed_length


@desk_page("cases.view_case")
def understand(request: HttpRequest) -> JsonResponse:
    """Answers `{"words": …, "known": true|false}` for `?date=` or `?length=`."""
    length = request.GET.get("length", "")[:200]
    known, words = understood_length(length) if length else understood_date(request.GET.get("date", "")[:200])
    return JsonResponse({"known": known, "words": words})


def understood_date(text: str) -> tuple[bool, str]:
    """Whether the text is a date, and which days it means; or what is wrong with it."""
    if readings := two_readings(text):
        earlier, later = map(day_in_words, readings)
        words = _("“%(text)s” reads two ways: %(earlier)s or %(later)s. Write the month as a word.")
        return False, words % {"text": text, "earlier": earlier, "later": later}
    plain = typed_date(text)
    if plain.startswith(SEARCHED):
        return True, _("searched on %(day)s, not found") % {"day": plain.removeprefix(SEARCHED)}
    try:
        days = parse(plain)
    except DateError as error:
        return False, _(error.pattern) % error.values
    if days.is_exact and days.earliest:
        return True, day_in_words(days.earliest)
    bounds = {"text": plain, "first": days.earliest or "?", "last": days.latest or "?"}
    return True, _("%(text)s: between %(first)s and %(last)s") % bounds


def length_in_words(length: str) -> str:
    """“1 year 6 months” of P1Y6M."""
    parts = Length.parse(length)
    counted = (
        ngettext("%(number)s year", "%(number)s years", parts.years) % {"number": parts.years} if parts.years else "",
        ngettext("%(number)s month", "%(number)s months", parts.months) % {"number": parts.months}
        if parts.months
        else "",
        ngettext("%(number)s day", "%(number)s days", parts.days) % {"number": parts.days} if parts.days else "",
    )
    return " ".join(filter(None, counted))


def understood_length(text: str) -> tuple[bool, str]:
    """Whether the text is a length, and how the archive writes it; or what is wrong with it."""
    plain = typed_length(text)
    try:
        Length.parse(plain)
    except LengthError as error:
        return False, _(error.pattern) % error.values
    return True, length_in_words(plain)
