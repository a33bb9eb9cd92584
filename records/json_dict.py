"""The plain objects that files and documents are made of."""

from typing import Any

JSONDict = dict[str, Any]
"""An object of JSON: texts, whole numbers, true, false, null, lists and objects by key."""
