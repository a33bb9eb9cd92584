"""Who called it political, in the reader's language."""

import pytest
from django.utils.translation import override

from archive.wording.recognitions import ORGANISATIONS, organisation
from tests.archive.published import real_documents

NAMES_IN_EVERY_LANGUAGE = {
    "Amnesty International",
    "ARTICLE 19",
    "Forum 18",
    "Human Rights Watch",
    "IndustriALL",
    "Open Dialogue Foundation",
    "Qaharman",
    "Tirek",
    "TrialWatch (Clooney Foundation for Justice)",
}
"""Written in Russian and Kazakh as they write themselves."""


def test_every_organisation_of_the_founding_cases_has_its_name() -> None:
    names = {finding.by for document in real_documents() for finding in document.person.recognitions}
    assert names - NAMES_IN_EVERY_LANGUAGE <= set(ORGANISATIONS)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_description_of_who_spoke_is_translated(language: str) -> None:
    with override(language):
        names = {name: organisation(name) for name in ORGANISATIONS}
        assert organisation("A new one") == "A new one"
    assert not [name for name, translated in names.items() if name == translated]
