from datetime import timedelta

import pytest
from django.utils import timezone

from desk.requests.floods import in_groups
from inbox.models import Message, receive
from tests.desk.invented_accounts import account, browser

pytestmark = pytest.mark.django_db


def flood(kind: str, texts: list[str]) -> None:
    now = timezone.now().replace(minute=30)
    for number, text in enumerate(texts):
        receive(kind, text, "", "en", f"{kind} {number} {text}", now - timedelta(seconds=number))


def sizes() -> list[tuple[str, int, bool]]:
    return [(group.first.kind, group.size, group.is_same) for group in in_groups(Message.objects.waiting())]


def test_same_words_are_one_line() -> None:
    flood("other", [f"Buy  this {number}!" for number in range(60)] + ["A real question"])
    flood("danger", ["Buy this"])
    assert sizes() == [("danger", 1, True), ("other", 1, True), ("other", 60, True)]


def test_very_many_of_one_hour_are_one_line() -> None:
    words = [chr(97 + number % 26) * (2 + number // 26) for number in range(40)]
    flood("other", words)
    flood("danger", ["Help", "Help me"])
    assert sizes() == [("danger", 1, True), ("danger", 1, True), ("other", 40, False)]


def test_flood_is_answered_at_once() -> None:
    flood("other", [f"Buy this {number}" for number in range(5)] + ["A real question"])
    editor = browser(account("one", "editor"))
    page = editor.get("/desk/requests/").content.decode()
    assert "5 with the same words" in page
    first = Message.objects.filter(text__startswith="Buy").latest("pk")
    assert "4 other messages have the same words." in editor.get(f"/desk/requests/{first.pk}/").content.decode()
    editor.post(f"/desk/requests/{first.pk}/answer/", {"answer": "No", "same": "on"})
    assert list(Message.objects.waiting().values_list("text", flat=True)) == ["A real question"]
