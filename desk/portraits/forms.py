"""The form of a portrait: the picture, and everything without which it may not be shown."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image

from desk.forms.citations import CitedSources
from desk.forms.widgets import SourcesField
from desk.portraits.picture import open_picture
from people.models import Portrait
from records.languages import LANGUAGES
from records.licences import LICENCES

MEGABYTE = 1024 * 1024


def licence_choices() -> list[tuple[str, Any]]:
    return [("", "—"), *((word, licence.name) for word, licence in LICENCES.items())]


class PortraitForm(forms.ModelForm):
    """What it shows and who made it, in all three languages; under which licence, from which source."""

    picture = forms.FileField(
        label=gettext_lazy("Picture"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.webp,.avif"}),
    )
    licence = forms.ChoiceField(label=gettext_lazy("Licence"), choices=licence_choices)
    sources = SourcesField(label=gettext_lazy("Sources"))
    image: Image.Image | None = None
    field_order = ("picture", "alt", "credit", "licence", "terms", "sources")

    class Meta:
        model = Portrait
        fields = ("alt", "credit", "licence", "terms")

    def __init__(self, *args: Any, cited_sources: CitedSources, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["picture"].required = self.instance.pk is None
        self.fields["picture"].help_text = _(
            "JPEG, PNG, WebP or AVIF, at most %(size)s MB. What is hidden in the file (place, camera) is removed."
        ) % {"size": settings.PORTRAIT_LARGEST // MEGABYTE}
        cited_sources.fill(self, Portrait.fact)

    def clean_picture(self) -> Any:
        file = self.cleaned_data["picture"]
        if file is None:
            return None
        if file.size > settings.PORTRAIT_LARGEST:
            message = _("Larger than %(size)s MB: make it smaller.")
            raise ValidationError(message, "large", {"size": settings.PORTRAIT_LARGEST // MEGABYTE})
        self.image = open_picture(file, file.name)
        return file

    def clean_alt(self) -> dict[str, str]:
        return in_all_languages(self.cleaned_data["alt"])

    def clean_credit(self) -> dict[str, str]:
        return in_all_languages(self.cleaned_data["credit"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        licence = LICENCES.get(cleaned.get("licence", ""))
        if licence and licence.needs_terms and "terms" in cleaned:
            try:
                in_all_languages(cleaned["terms"])
            except ValidationError as error:
                self.add_error("terms", error)
        return cleaned


def in_all_languages(texts: dict[str, str]) -> dict[str, str]:
    """Refuses texts that lack a language, named by its own name."""
    missing = [name for language, name in LANGUAGES.items() if language not in texts]
    if missing:
        raise ValidationError(_("Missing in: %(languages)s."), "languages", {"languages": ", ".join(missing)})
    return texts
