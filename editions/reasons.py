"""The reasons that readers see beside an edition or an erasure."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from pydantic import TypeAdapter, ValidationError

from editions.importing.complaints import complaints
from editions.refusal import PublicationError
from editions.schema.values import Language, Titles

WITHHELD: Mapping[str, Mapping[str, str]] = {
    "request": {
        "en": "Withheld at the request of the person concerned.",
        "ru": "Скрыто по просьбе человека, о котором идёт речь.",
        "kk": "Мәлімет қатысты адамның өтініші бойынша көрсетілмейді.",
    },
    "safety": {
        "en": "Withheld for safety reasons.",
        "ru": "Скрыто из соображений безопасности.",
        "kk": "Қауіпсіздік үшін көрсетілмейді.",
    },
    "review": {
        "en": "Withheld while the editors look at it.",
        "ru": "Скрыто, пока редакторы проверяют сведения.",
        "kk": "Редакторлар тексеріп жатқанда көрсетілмейді.",
    },
}
"""The only reasons that a withheld page gives."""

SILENT = {"en": "Not shown", "ru": "Не показывается", "kk": "Көрсетілмейді"}
"""The reason of a withdrawal of which nothing is said: the address answers like an unknown one."""

RECKONED: Mapping[str, str] = {
    "en": "Dates computed anew",
    "ru": "Даты рассчитаны заново",
    "kk": "Күндер қайта есептелді",
}
"""The reason where what a case rested on has changed."""

_TITLES: TypeAdapter[dict[Language, str]] = TypeAdapter(Titles)


def checked_reason(reason: Mapping[str, Any]) -> dict[str, str]:
    """`reason` by language, at most 400 characters each, as the chain keeps it. Raises PublicationError.

    It is hashed with the edition and can never go: it names nobody who may want to be forgotten.
    """
    try:
        texts = _TITLES.validate_python(dict(reason))
    except ValidationError as error:
        raise PublicationError(complaints(error, dict(reason), "reason")) from error
    if not texts:
        raise PublicationError([_("there is no reason: say in a sentence why; readers will see it")])
    return {str(language): text for language, text in texts.items()}
