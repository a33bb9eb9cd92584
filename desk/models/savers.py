"""Whose hands a text went through: who saved what enters documents, and what a reviewer has answered for since."""

from django.db import models

from desk.models.workflow import Publication


class Saver(models.Model):
    """One account saved one row that enters documents. Triggers write it, nobody else; it never goes.

    `subject` and `subject_id` say to whom the row belongs: a case, a person, a source, a court and so on.
    """

    account = models.BigIntegerField()
    table_name = models.CharField(max_length=63)
    row_id = models.BigIntegerField()
    subject = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["subject", "subject_id"], name="saver_by_subject")]

    def __str__(self) -> str:
        return f"{self.account}: {self.table_name} {self.row_id}"


class ConsumedSaver(models.Model):
    """A publication took a saver off one case: somebody else approved the very text that the saver is part of."""

    saver = models.ForeignKey(Saver, models.PROTECT, related_name="+")
    case_number = models.BigIntegerField()
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="consumed_savers")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case_number", "saver"], name="saver_consumed_once_per_case")]

    def __str__(self) -> str:
        return f"{self.case_number}: {self.saver_id}"
