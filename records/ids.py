"""Ids of the archive file: never reused, kept after a rename."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

ARCHIVE_ID = r"^[a-z0-9-]{3,60}$"
INNER_ID = r"^[a-z0-9-]{1,60}$"

ARCHIVE_ID_MESSAGE = _("An id has 3 to 60 small Latin letters, digits and hyphens, such as “bokai-2016”.")
INNER_ID_MESSAGE = _("An id inside a case has small Latin letters, digits and hyphens: “v1”.")


def archive_slug(**kwargs: Any) -> "models.SlugField[str, str]":
    """The column of an object's public id; sorts by code point on every server."""
    validator = RegexValidator(ARCHIVE_ID, ARCHIVE_ID_MESSAGE)
    return models.SlugField(_("id"), max_length=60, unique=True, db_collation="C", validators=[validator], **kwargs)


def inner_slug(**kwargs: Any) -> "models.SlugField[str, str]":
    """The column of a fact's id inside its case."""
    validator = RegexValidator(INNER_ID, INNER_ID_MESSAGE)
    return models.SlugField(_("id"), max_length=60, db_index=False, db_collation="C", validators=[validator], **kwargs)


def slug_check(name: str, pattern: str = ARCHIVE_ID) -> models.CheckConstraint:
    """The named constraint that holds every row's id to its pattern."""
    message = ARCHIVE_ID_MESSAGE if pattern == ARCHIVE_ID else INNER_ID_MESSAGE
    return models.CheckConstraint(condition=models.Q(slug__regex=pattern), name=name, violation_error_message=message)
