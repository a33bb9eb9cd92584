"""Fields of the list's form: what was typed stays, with its message beside it."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from archive.index.filters import CaseFilter, parameters
from archive.index.filters.address import Address
from archive.wording.filter_values import word
from archive.wording.presumptions import READINGS
from law.country import country

register = template.Library()
SHOWN = (
    *("q", "on", "known", "year_from", "year_to", "ends_from", "ends_until", "ends_within", "burden_min"),
    *("total_from", "total_until", "ended_by", "verified_since", "changed_since"),
)
EXAMPLES = {"q": "Бокаев, Bokai, Боқай", "burden_min": "P10Y", "year_from": "2016", "year_to": "2026"}


@register.inclusion_tag("archive/cases/_field.html", takes_context=True)
def field(context: Mapping[str, Any], name: str, type: str) -> dict[str, Any]:
    """One field of the form. A value that cannot be read stays visible: its field becomes plain text."""
    given, problems = context["given"], context["problems"]
    messages = problems.get(name, [])
    value = given.get(name) or ("" if name != "on" else context["today"].isoformat())
    return {
        "name": name,
        "label": CaseFilter.base_filters[name].label,
        "type": "text" if messages else type,
        "value": value,
        "messages": messages,
        "placeholder": EXAMPLES.get(name, ""),
    }


@register.inclusion_tag("archive/cases/_choice_field.html", takes_context=True)
def choice_field(context: Mapping[str, Any], name: str) -> dict[str, Any]:
    """One field of the form that offers a vocabulary; of several values in the address the first stands in it."""
    definition, given = CaseFilter.base_filters[name], context["given"].get(name, "")
    values = definition.field_class(**definition.extra).known()
    options = [("", "–", not given), *((value, word(name, value, {}), value == given) for value in values)]
    messages = context["problems"].get(name, [])
    return {"name": name, "label": definition.label, "options": options, "messages": messages}


@register.inclusion_tag("includes/readings.html", takes_context=True)
def readings(context: Mapping[str, Any], address: Address | None = None) -> dict[str, Any]:
    """What likely days may rest on: each reading with its address, and which of them is the one."""
    request, names = context["request"], list(country().readings)
    address = address or Address(request.path, {})
    chosen, everything = parameters(request).get("reading", names[-1]), names[-1]
    addresses = {name: address.having(reading=None if name == everything else name) for name in names}
    return {"links": [(READINGS.get(name, name), addresses[name], name == chosen) for name in names]}


@register.simple_tag(takes_context=True)
def hidden_fields(context: Mapping[str, Any]) -> SafeString:
    """Everything else that was chosen, so that sending the form keeps it."""
    given = context["given"]
    kept = [name for name in given if name in CaseFilter.base_filters and name not in (*SHOWN, "page")]
    pairs = [(name, value) for name in kept for value in given.getlist(name)]
    return format_html("{}", format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs))
