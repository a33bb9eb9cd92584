"""Examples for parts of the desk's addresses, where no row gives one."""

from typing import Any

EXAMPLES: dict[Any, Any] = {
    "app_label": "cases",
    "content_type_id": 1,
    "pk": 999_999,
    "language": "en",
    "kind": "verdict",
    "subject": "people",
    "slug": "invented-person",
    ("admin:autocomplete", "?"): "?app_label=cases&model_name=case&field_name=person&term=x",
}
