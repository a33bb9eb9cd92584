"""How many functions of ours somebody meets who reads one request from its view to its response.

Two requests are followed: the list of cases in the order of names, and `case_page` of one document. Each is made twice
and counted the second time, when all that is kept between requests is kept.

A stop is a function or method of `archive`, once each, that is reached by a call written in our own code. These are no
stops: properties, which read as what they are called; special methods, comprehensions, lambdas; hooks that only Django
calls, and whatever templates call; the words for dates and texts (`archive.wording.dates`, `lengths`, `localize`), which a
reader takes for granted like gettext; the documents and the law's values below the archive. By this rule the code of
commit b3dae88, before the rooms, had 62 stops for the list and 85 for the case page.
"""

import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import FrameType
from typing import Any

from benchmarks._database import empty_database

ROOT = Path(__file__).resolve().parents[1]
ROOMS = str(ROOT / "archive")
TAKEN_FOR_GRANTED = tuple(
    str(ROOT / "archive" / part) for part in ("wording/dates", "wording/lengths", "wording/localize", "templatetags")
)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = date(2026, 11, 22)

Stop = tuple[str, str]
"""A file and the name of a function in it."""


def main() -> None:
    with empty_database():
        from tests.archive.published import publish_real

        publish_real(NOW)
        for title, stops in (("list", stops_of_the_list()), ("case_page", stops_of_a_case_page())):
            print(f"  {title:10} {len(stops):4} stops in {len({file for file, _name in stops})} files")
            for file, name in sorted(stops):
                print(f"             {file} {name}")


def stops_of_the_list() -> set[Stop]:
    from django.test import RequestFactory

    from archive.pages.cases.views import cases

    request = RequestFactory(headers={"host": "localhost"}).get("/en/cases/", {"sort": "name"})
    request.LANGUAGE_CODE = "en"
    return stops_of(lambda: cases(request))


def stops_of_a_case_page() -> set[Stop]:
    from archive.pages.case.page import case_page
    from tests.archive.published import real_documents

    document = next(document for document in real_documents() if document.case.id == "bokai-2016")
    return stops_of(lambda: case_page(document, DAY))


def stops_of(request: Callable[[], object]) -> set[Stop]:
    request()
    with calls() as frames:
        request()
    return frames


@contextmanager
def calls() -> Iterator[set[Stop]]:
    """The stops of what happens inside, which begins with a function of ours called from this file."""
    stops: set[Stop] = set()
    reached: set[int] = set()

    def meet(frame: FrameType, event: str, _arg: Any) -> None:
        if event == "return":
            reached.discard(id(frame))
        if event != "call" or not frame.f_code.co_filename.startswith(ROOMS):
            return
        caller = frame.f_back
        while caller is not None and caller.f_code.co_filename == functools.__file__:
            caller = caller.f_back
        if caller is None or (id(caller) not in reached and caller.f_code.co_filename != __file__):
            return
        if frame.f_code.co_filename.startswith(TAKEN_FOR_GRANTED):
            return
        reached.add(id(frame))
        name = frame.f_code.co_qualname
        if "<" not in name and not name.endswith("__") and not is_property(frame):
            stops.add((str(Path(frame.f_code.co_filename).relative_to(ROOT)), name))

    sys.setprofile(meet)
    try:
        yield stops
    finally:
        sys.setprofile(None)


def is_property(frame: FrameType) -> bool:
    """Whether it reads as what it is called; what it calls in its turn still counts."""
    owner = type(frame.f_locals.get("self"))
    return isinstance(getattr(owner, frame.f_code.co_name, None), (property, functools.cached_property))
