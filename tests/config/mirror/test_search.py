"""The search page and its index. Everybody is invented."""

import gzip
from pathlib import Path

import pytest
from django.utils.timezone import localdate

from config.mirror.lists import filters_of_cases
from config.mirror.pages import made
from config.mirror.search import NoIndex, end_of, index_of, with_sorted_filters
from tests.archive.published import document, publish
from tests.invented import records as invented

pytestmark = pytest.mark.django_db
SITE = "https://site.example"


def case_pages(folder: Path, *case_ids: str) -> Path:
    filters = filters_of_cases(localdate())
    for language in ("en", "ru", "kk"):
        for case_id in case_ids:
            file = f"{language}/cases/{case_id}/index.html"
            (folder / file).parent.mkdir(parents=True)
            (folder / file).write_bytes(made(file, SITE, filters).content)
    return folder


def test_index_is_the_same_twice_and_knows_every_language_and_filter(tmp_path: Path) -> None:
    publish(document(), document(invented.case("other-2016")))
    one = dict(index_of(case_pages(tmp_path / "one", "invented-2016", "other-2016")))
    two = dict(index_of(case_pages(tmp_path / "two", "other-2016", "invented-2016")))

    assert one == two
    assert {name for name in one if name.startswith("pagefind/pagefind")} >= {
        "pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/pagefind-entry.json"
    }  # fmt: skip
    assert sum(name.endswith(".pf_meta") for name in one) == 3
    known = b"".join(gzip.decompress(content) for name, content in one.items() if "/filter/en_" in name)
    for query in filters_of_cases(localdate())["invented-2016"]:
        assert query.replace("&", "/").encode() in known, query
    fragments = [gzip.decompress(content).decode() for name, content in one.items() if "/fragment/en_" in name]
    assert len(fragments) == 2
    for text in ("A copy as of", "Questions from reporters", "Made from published sources", "Embed, files"):
        assert not [fragment for fragment in fragments if text in fragment], text


def test_index_of_no_page(tmp_path: Path) -> None:
    assert list(index_of(tmp_path)) == []


def test_index_when_pagefind_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_text("<p>page</p>")
    monkeypatch.setattr("config.mirror.search.pagefind_bin.get_executable", lambda: "/bin/false")

    with pytest.raises(NoIndex, match="made no index"):
        list(index_of(tmp_path))


def test_filters_are_sorted_and_nothing_else_is_moved() -> None:
    def written(*filters: bytes) -> bytes:
        return b"pagefind_dcd\x86\x611\x80\x80" + bytes([0x80 + len(filters)]) + b"".join(filters) + b"\x80\x81\x61t"

    one, two, long = b"\x82\x61a\x61x", b"\x82\x61b\x61y", b"\x82\x78\x1f" + b"c" * 31 + b"\x19\x07\x3b"

    assert with_sorted_filters(written(long, two, one)) == written(one, two, long)
    assert with_sorted_filters(written()) == written()
    assert end_of(long, 0) == len(long)
    with pytest.raises(NoIndex, match="another format"):
        with_sorted_filters(b"pagefind_2")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_page_loads_its_own_script_alone_and_has_the_lists_without_it(language: str) -> None:
    publish(document())

    page = made(f"{language}/search/index.html", SITE).content.decode()

    assert page.count("<script") == page.count('<script type="module" src="../../static/mirror-search.js">') == 1
    assert "script-src &#x27;self&#x27; &#x27;wasm-unsafe-eval&#x27;" in page
    assert f"../../{language}/cases/kind=fine/index.html" in page
    assert '<option value="fine">' in page


def test_other_pages_allow_no_script() -> None:
    publish(document())

    for file in ("en/index.html", "kk/cases/invented-2016/index.html", "embed/cases/invented-2016/index.html"):
        page = made(file, SITE).content.decode()
        assert 'http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;' in page
        assert "script-src" not in page and "<script src" not in page
