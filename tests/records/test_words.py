from django.utils import translation

from records import words


def test_choices_when_an_editor_reads_russian() -> None:
    with translation.override("ru"):
        assert dict(words.choices("restriction-kinds"))["imprisonment"] == "лишение свободы"


def test_restriction_kinds_leave_custody_to_its_own_rows() -> None:
    assert "custody" not in words.vocabulary("restriction-kinds")
    assert "imprisonment" in words.vocabulary("restriction-kinds")
