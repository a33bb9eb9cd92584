"""What published documents ask of editors, kept so that the desk's first page reads no document twice."""

from django.db import models


class AskedByEditionManager(models.Manager["AskedByEdition"]):
    """Editions whose documents were read."""

    def store(self, questions: dict[int, list[list[str]]], language: str, checks: str) -> None:
        """Keeps what these editions ask for. Two readers at once keep the same."""
        rows = [
            AskedByEdition(edition=number, language=language, checks=checks, questions=asked)
            for number, asked in questions.items()
        ]
        fields = ["checks", "questions"]
        self.bulk_create(rows, update_conflicts=True, unique_fields=["edition", "language"], update_fields=fields)


class AskedByEdition(models.Model):
    """What one edition's document asks for, in one language, by the checks of one release.

    It goes with the text, or with any part of it: a trigger sees to that.
    """

    edition = models.PositiveBigIntegerField()
    language = models.CharField(max_length=3)
    checks = models.CharField(max_length=64)
    questions = models.JSONField()

    objects = AskedByEditionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "language"], name="asked_once_a_language")]

    def __str__(self) -> str:
        return f"{self.edition} ({self.language})"
