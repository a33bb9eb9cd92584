"""What a reader sees first: the story that fits a telephone."""

import pytest

from archive.pages.case.first_screen import LONGEST_STORY, story
from tests.archive.published import document
from tests.invented import records as invented

FIRST = "She led a union."
LONG = "A court gave her two years of imprisonment " + "and a ban on public activity " * 5 + "in 2019"
MORE = "; the appeal changed nothing, " + "as was reported " * 5


@pytest.mark.parametrize(
    ("summary", "lead", "rest"),
    [
        (f"{FIRST} She was tried. She left.", f"{FIRST} She was tried.", "She left."),
        (f"{FIRST} {LONG}{MORE}. She left.", f"{FIRST} {LONG}.", "The appeal changed nothing, "),
        (f"{FIRST} {LONG} {LONG}. She left.", FIRST, LONG),
        (FIRST, FIRST, ""),
    ],
)
def test_story_takes_what_fits_of_two_sentences(summary: str, lead: str, rest: str) -> None:
    """The second sentence to its first semicolon where all of it is too long; what is cut off stands below."""
    told = story(document(invented.case("invented-2016", summary={"en": summary})))
    assert told is not None
    assert told.lead.text == lead
    assert len(lead) <= LONGEST_STORY
    assert (told.rest.text if told.rest else "").startswith(rest)
    assert (told.rest is None) == (rest == "")
