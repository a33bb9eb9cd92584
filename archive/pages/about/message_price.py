"""What a message costs while very many come in: some work of the browser, or some minutes of waiting.

The inbox never closes. Messages about danger are counted apart from all others.
"""

import hashlib
from datetime import datetime, timedelta
from typing import NamedTuple

from django.http import HttpRequest

from inbox.models import Message, MessageKind
from limits.models import count, counted
from limits.readers import reader

HOUR = timedelta(hours=1)
FREE_FOR_ALL, FREE_FOR_ONE, MOST_FOR_ONE = 60, 5, 60
"""Messages an hour, of one lane: before they cost something, for all and for one reader; and the most of one reader."""
LEAST_BITS, MOST_BITS = 16, 22
"""A browser's work of about a second, and of about a minute."""
LONGEST_WAIT = timedelta(hours=1)


class Price(NamedTuple):
    """What has to be done for a message: so many bits of work, or so long a wait since the form was opened."""

    bits: int
    wait: timedelta

    def is_paid(self, age: timedelta, nonce: str, proof: str) -> bool:
        return age >= self.wait or zero_bits(nonce, proof) >= self.bits


def zero_bits(nonce: str, proof: str) -> int:
    """With how many zeros the digest of the form's number and the browser's answer begins; each costs twice as much."""
    digest = hashlib.sha256(f"{nonce}:{proof}".encode()).digest()
    return 256 - int.from_bytes(digest).bit_length()


def price(in_the_lane: int, of_this_reader: int) -> Price:
    """Nothing while few come; twice as much with each doubling."""
    level = max(doublings(in_the_lane, FREE_FOR_ALL), doublings(of_this_reader, FREE_FOR_ONE))
    if level == 0:
        return Price(0, timedelta(0))
    return Price(min(LEAST_BITS + level - 1, MOST_BITS), min(timedelta(minutes=2**level), LONGEST_WAIT))


def doublings(number: int, free: int) -> int:
    return (number // free).bit_length()


def lane(kind: str) -> str:
    return "danger" if kind == MessageKind.DANGER else "others"


def price_now(request: HttpRequest, kind: str, now: datetime) -> Price:
    """What a message of this kind costs this reader."""
    return price(number_in(lane(kind), now), counted(purpose(kind), reader(request)))


def price_of_one_more(request: HttpRequest, kind: str, now: datetime) -> Price | None:
    """The price of a message that is being sent, which counts from now on; None where its reader has sent too many."""
    number = count(purpose(kind), reader(request), HOUR)[0]
    return price(number_in(lane(kind), now), number - 1) if number <= MOST_FOR_ONE else None


def purpose(kind: str) -> str:
    return f"message, {lane(kind)}"


def number_in(lane: str, now: datetime) -> int:
    recent = Message.objects.received_since(now - HOUR)
    is_danger = {"kind": MessageKind.DANGER}
    return (recent.filter(**is_danger) if lane == "danger" else recent.exclude(**is_danger)).count()
