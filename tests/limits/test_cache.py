import pytest
from django.core.cache import caches
from django.utils import timezone

from limits.models import SharedValue

pytestmark = pytest.mark.django_db


def test_cache_keeps_for_all_workers_until_the_time_is_over() -> None:
    cache = caches["default"]
    cache.set("203.0.113.9", [1.5, 2], 60)
    assert cache.get("203.0.113.9") == [1.5, 2]
    assert cache.add("203.0.113.9", "other", 60) is False
    SharedValue.objects.update(ends_at=timezone.now())
    assert cache.get("203.0.113.9", "gone") == "gone"
    assert cache.add("203.0.113.9", "other", 60) is True
    assert cache.get("203.0.113.9") == "other"
    assert cache.delete("203.0.113.9") is True
    assert cache.get("203.0.113.9") is None


def test_keys_are_digests() -> None:
    caches["default"].set("203.0.113.9", 1)
    assert "203.0" not in repr(SharedValue.objects.values_list("key", flat=True))
