"""Messages from readers: deadlines, codes, erasure."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from inbox.models import Message, MessageKind, digest, new_code, receive

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def received(kind: str = "correction", token: str = "t1", now: datetime = NOON) -> tuple[str, Message]:
    code = receive(kind, "The date is wrong", "invented-2016", "en", token, now)
    return code, Message.objects.get(form_token=token)


@pytest.mark.parametrize(
    ("kind", "hours"),
    [("danger", 24), ("take-out", 24), ("correction", 168), ("reply", 168), ("removal", 168), ("other", 168)],
)
def test_deadline_by_kind(kind: str, hours: int) -> None:
    _code, message = received(kind)
    assert message.due_at - message.received_at == timedelta(hours=hours)
    assert {choice.value for choice in MessageKind} == {"danger", "take-out", "correction", "reply", "removal", "other"}


def test_code_is_known_to_the_reader_alone() -> None:
    code, message = received()
    assert code not in repr(message.__dict__)
    assert Message.objects.with_code(code.lower().replace("-", " "), NOON) == message
    assert Message.objects.with_code(new_code(), NOON) is None


def test_codes_differ_and_hold_no_lookalikes() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert set("".join(codes)).isdisjoint("01IOL")
    assert digest("abcde-fghjk") == digest("ABCDEFGHJK")


def test_token_works_once() -> None:
    received()
    with pytest.raises(IntegrityError), transaction.atomic():
        received()


def test_waiting_are_sorted_by_deadline() -> None:
    received("other", "t1")
    received("danger", "t2")
    Message.objects.create(
        kind="other",
        text="x",
        language="en",
        received_at=NOON,
        due_at=NOON + timedelta(1),
        answer="Done",
        answered_at=NOON,
        code_digest="1" * 64,
        form_token="t3",
    )
    assert [message.kind for message in Message.objects.waiting()] == ["danger", "other"]


@pytest.mark.parametrize(("field", "value"), [("text", ""), ("answered_at", NOON), ("due_at", NOON - timedelta(1))])
def test_constraints(field: str, value: object) -> None:
    _code, message = received()
    setattr(message, field, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        message.save()


def test_erased_thirty_days_after_the_answer() -> None:
    code, message = received()
    message.answer, message.answered_at = "Corrected", NOON
    message.save()
    assert Message.objects.with_code(code, NOON + timedelta(days=29)) == message
    assert Message.objects.with_code(code, NOON + timedelta(days=30)) is None
    assert list(Message.objects.to_be_erased(NOON + timedelta(days=30))) == [message]
    assert list(Message.objects.to_be_erased(NOON + timedelta(days=29))) == []


def test_command_erases_what_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    _code, message = received()
    message.answer, message.answered_at = "Corrected", timezone.now() - timedelta(days=31)
    message.save()
    received(token="t2")
    call_command("erase_messages")
    assert capsys.readouterr().out == "1 erased\n"
    assert Message.objects.get().form_token == "t2"
