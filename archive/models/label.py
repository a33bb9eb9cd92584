"""Names of what entries are filtered by, where no vocabulary has them."""

from django.db import models


class Label(models.Model):
    """The names of a court, as the newest edition that cites it gives them; ``token`` as in ``Entry.facets``."""

    token = models.CharField(max_length=120, primary_key=True)
    names = models.JSONField()
    edition = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return self.token
