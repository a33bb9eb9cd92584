"""What an organisation did when it spoke up about a person, in a verb of its own."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

VERBS: dict[str, dict[str | None, Promise]] = {
    "prisoner-of-conscience": {
        "male": pgettext_lazy("of a man", "called him a prisoner of conscience"),
        "female": pgettext_lazy("of a woman", "called her a prisoner of conscience"),
        None: _("spoke of a prisoner of conscience"),
    },
    "political-prisoner": {
        "male": pgettext_lazy("of a man", "recognised him as a political prisoner"),
        "female": pgettext_lazy("of a woman", "recognised her as a political prisoner"),
        None: _("spoke of a political prisoner"),
    },
    "human-rights-defender": {
        "male": pgettext_lazy("of a man", "called him a human rights defender"),
        "female": pgettext_lazy("of a woman", "called her a human rights defender"),
        None: _("spoke of a human rights defender"),
    },
    "political-persecution": {None: _("called it political persecution")},
    "arbitrary-detention": {None: _("called the detention arbitrary")},
    "unfair-trial": {None: _("called the trial unfair")},
    "other": {None: _("spoke up about the case")},
}

ORGANISATIONS: dict[str, Promise] = {
    "American Bar Association Center for Human Rights": _("American Bar Association Center for Human Rights"),
    "European Parliament": _("European Parliament"),
    "Expert council of Kazakh human-rights defenders (Tirek)": _(
        "Expert council of Kazakh human-rights defenders (Tirek)"
    ),
    "International Trade Union Confederation": _("International Trade Union Confederation"),
    "Kazakh human-rights defenders": _("Kazakh human-rights defenders"),
    "Kazakh human-rights organisations": _("Kazakh human-rights organisations"),
    "Kazakhstan International Bureau for Human Rights": _("Kazakhstan International Bureau for Human Rights"),
    "UN Special Rapporteur on Human Rights Defenders": _("UN Special Rapporteur on Human Rights Defenders"),
    "UN Working Group on Arbitrary Detention": _("UN Working Group on Arbitrary Detention"),
}
"""What is a description, or has a name of its own in Kazakh and Russian. A document holds one name: that in English."""


def organisation(name: str) -> str:
    """An organisation's name in the reader's language; as it is recorded where we know no other."""
    return str(ORGANISATIONS.get(name, name))


def recognised_by(recognised_as: str, gender: str | None) -> str:
    """“ called him a prisoner of conscience”: what follows the name of the organisation, with its space or colon.

    Russian begins with a colon: its verbs would have to agree with the name.
    """
    verbs = VERBS.get(recognised_as, VERBS["other"])
    verb = str(verbs.get(gender) or verbs[None])
    return verb if verb.startswith(":") else f" {verb}"
