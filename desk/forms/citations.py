"""The sources that one form of the desk cites: read once, shared by all its parts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from cases.models import Case
from desk.accounts.visibility import visible_rows
from desk.forms.widgets import LabelledAutocompleteSelectMultiple, SourcesField
from desk.site import site
from people.models import Person
from records.models import Citation, Source

Owner = Case | Person
ENDINGS = ("-sources", "-source")
NEWEST = 40


class CitedSources:
    """What an owner of facts (a case, a person) cites, and the labels of all sources concerned.

    `sources` are those that the account may choose; `offers` says that the boxes list some, as scripts may be off.
    """

    def __init__(
        self,
        model: type[Citation],
        owner: Owner | None,
        data: QueryDict,
        may_add: bool,
        sources: QuerySet[Source],
        offers: bool = False,
    ) -> None:
        self.model = model
        self.offers = offers
        self.sources = sources
        self.owner = owner
        self.data = data
        self.may_add = may_add

    def fill(self, form: forms.ModelForm, fact: str | None) -> None:
        """Lets the form's ``sources`` search, show what `fact` cites, and know the sources by name."""
        field = form.fields["sources"]
        assert isinstance(field, SourcesField)
        source = self.model._meta.get_field("source")
        box = LabelledAutocompleteSelectMultiple(source, site)
        box.labels = field.labels = self.labels
        box.offered = self.offered
        box.attrs["data-offers"] = "source"
        field.widget = RelatedFieldWidgetWrapper(box, source.remote_field, site, can_add_related=self.may_add)
        form.initial["sources"] = [] if fact is None else self.by_fact.get(fact, [])

    @cached_property
    def citations(self) -> list[Citation]:
        """The owner's saved citations. One query."""
        return list(self.owner.citations.all()) if self.owner and self.owner.pk else []

    @cached_property
    def by_fact(self) -> Mapping[str, list[str]]:
        """Source ids of whole facts."""
        ids: dict[str, list[str]] = defaultdict(list)
        for citation in self.citations:
            if not citation.field:
                ids[citation.fact].append(citation.source_id)
        return ids

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Source id -> label, of all sources saved or typed in this form that exist. One query."""
        boxes = [name for name in self.data if name == "sources" or name.endswith(ENDINGS)]
        # The database takes no NUL, and no source has one in its id: the field refuses it by itself.
        typed = {slug for name in boxes for slug in self.data.getlist(name) if "\0" not in slug}
        saved = {citation.source_id for citation in self.citations}
        rows = Source.objects.filter(slug__in=saved) | self.sources.filter(slug__in=typed)
        return {source.slug: str(source) for source in rows.select_related("publisher")}

    @cached_property
    def offered(self) -> Mapping[str, str]:
        """What the form cites and the newest sources, for boxes that cannot search. One query."""
        if not self.offers:
            return {}
        newest = self.sources.select_related("publisher").order_by("-pk")[:NEWEST]
        return {**self.labels, **{source.slug: str(source) for source in newest}}


def cited_sources(request: HttpRequest, model: type[Citation], owner: Owner | None) -> CitedSources:
    """The one `CitedSources` of this request, shared by all parts of its form; its citations are rows of `model`."""
    shared: CitedSources | None = request.__dict__.get("cited_sources")
    if shared is None:
        may_add, sources = request.user.has_perm("records.add_source"), visible_rows(request, Source)
        shared = CitedSources(model, owner, request.POST, may_add, sources, offers="blank" in request.GET)
        request.__dict__["cited_sources"] = shared
    return shared


def save_citations(owner: Owner, cited: Mapping[str, Iterable[str]], spared: Collection[str] = ()) -> None:
    """Makes the owner's citations of whole facts exactly `cited`; those of fields and of `spared` facts stay.

    Three queries.
    """
    whole_facts = owner.citations.filter(field="").exclude(fact__in=spared)
    saved = {(row.fact, row.source_id): row.pk for row in whole_facts}
    wanted = {(fact, source) for fact, sources in cited.items() for source in sources}
    owner.citations.filter(pk__in=[pk for pair, pk in saved.items() if pair not in wanted]).delete()
    model: Any = whole_facts.model
    model.objects.bulk_create(
        model(fact=fact, source_id=source, **{str(owner._meta.model_name): owner})
        for fact, source in sorted(wanted - saved.keys())
    )


def submitted_values(data: Mapping[str, Any], part: str, field: str, removed: bool = False) -> list[str]:
    """What stands in `field` of the entries of one part of a submitted form: of those that stay, or are removed."""
    try:
        total = min(int(data.get(f"{part}-TOTAL_FORMS") or 0), 1000)
    except ValueError:
        return []
    rows = [f"{part}-{index}" for index in range(total)]
    rows = [row for row in rows if bool(data.get(f"{row}-DELETE")) == removed]
    return [text for row in rows if (text := str(data.get(f"{row}-{field}", "")).strip())]
