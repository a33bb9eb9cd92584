"""For as long as others ask Kazakhstan by its name: what they ask of it, until they ask ``law.country``."""

from collections.abc import Mapping

from law.kazakhstan import KAZAKHSTAN
from law.rulebook import ReadInterval, Rule

__all__ = ["ReadInterval", "Rule"]

rule = KAZAKHSTAN.rule
RULES_FILE = KAZAKHSTAN.rules_file
RULE_BOOK_VERSION = KAZAKHSTAN.rule_book_version


def rules() -> Mapping[str, Rule]:
    return KAZAKHSTAN.rules
