"""A flood is one line on the desk: messages with the same words, and very many of one hour."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from inbox.models import Message

COMPARED = 500
"""Letters of a message: who floods changes the end, or nothing."""
MANY_AN_HOUR = 20
"""Different messages of one kind and hour, more than which stand together."""


class MessageGroup(NamedTuple):
    """Messages that stand on the desk as one: the one that is due first, and the others."""

    first: Message
    others: list[Message]
    is_same: bool

    @property
    def size(self) -> int:
        return 1 + len(self.others)


def in_groups(waiting: Iterable[Message]) -> list[MessageGroup]:
    """Groups what waits, in the order of what is due first."""
    same: dict[tuple[str, str], list[Message]] = defaultdict(list)
    for message in waiting:
        same[message.kind, letters(message.text)].append(message)
    hours: dict[tuple[str, str], list[MessageGroup]] = defaultdict(list)
    for first, *others in same.values():
        hours[first.kind, f"{first.received_at:%Y-%m-%d %H}"].append(MessageGroup(first, others, True))
    groups = [group for hour in hours.values() for group in (hour if len(hour) <= MANY_AN_HOUR else [together(hour)])]
    return sorted(groups, key=lambda group: (group.first.due_at, group.first.pk))


def together(groups: list[MessageGroup]) -> MessageGroup:
    first, *others = [message for group in groups for message in (group.first, *group.others)]
    return MessageGroup(first, others, False)


def letters(text: str) -> str:
    """What has to be the same: the letters alone, however they are spaced, numbered or written large."""
    return "".join(filter(str.isalpha, text.casefold()))[:COMPARED]


def same_as(message: Message) -> list[Message]:
    """The other messages that wait with the same words."""
    words = letters(message.text)
    waiting = Message.objects.waiting().filter(kind=message.kind).exclude(pk=message.pk)
    return [other for other in waiting if letters(other.text) == words]
