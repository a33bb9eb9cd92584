from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from inbox.models import Message


class Command(BaseCommand):
    help = "Erases messages whose answer is older than thirty days. Run it once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        number, _ = Message.objects.to_be_erased(timezone.now()).delete()
        self.stdout.write(f"{number} erased")
