"""What a visitor of the calculator posts. Invented dates, nobody's verdict."""

from archive.pages.law.calculator.form import CalculatorForm

ROWS = {
    "charges-TOTAL_FORMS": "1",
    "charges-INITIAL_FORMS": "1",
    "custody-TOTAL_FORMS": "1",
    "custody-INITIAL_FORMS": "1",
}
PRISON = {
    "verdict_date": "28.11.2016",
    "ruling_date": "2017-01-20",
    "penalty": "imprisonment",
    "years": "5",
    "regime": "medium",
    "ban": "length",
    "ban_years": "3",
    "charges-0-article": "174.2",
    "custody-0-kind": "custody",
    "custody-0-begins": "01.06.2016",
}
HOME = {
    "verdict_date": "2025-04-11",
    "appealed": "no",
    "penalty": "restriction-of-freedom",
    "years": "5",
    "registered": "2025-05-12",
    "charges-0-article": "274.2",
}


def posted(values: dict[str, str], **more: str) -> dict[str, str]:
    return {**ROWS, **values, **more}


def form(values: dict[str, str], **more: str) -> CalculatorForm:
    """The form as posted; ``more`` with a double underscore for the hyphen of a row's field."""
    return CalculatorForm(posted(values, **{name.replace("__", "-"): value for name, value in more.items()}))
