import gettext
import os
from pathlib import Path

import pytest

from config.translations import compile_translations

PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "restriction"
msgid_plural "restrictions"
msgstr[0] "шектеу"
msgstr[1] "шектеулер"

#, fuzzy
msgid "verdict"
msgstr "?"
"""


@pytest.fixture
def po(tmp_path: Path) -> Path:
    folder = tmp_path / "kk" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(PO)
    return folder / "django.po"


def test_compile_when_file_is_new(po: Path, tmp_path: Path) -> None:
    assert compile_translations(tmp_path) == 1
    with po.with_suffix(".mo").open("rb") as file:
        texts = gettext.GNUTranslations(file)
    assert [texts.ngettext("restriction", "restrictions", n) for n in (1, 2)] == ["шектеу", "шектеулер"]
    assert texts.gettext("verdict") == "verdict"


def test_compile_when_nothing_changed(po: Path, tmp_path: Path) -> None:
    compile_translations(tmp_path)
    assert compile_translations(tmp_path) == 0
    later = po.stat().st_mtime + 10
    os.utime(po, (later, later))
    assert compile_translations(tmp_path) == 1
