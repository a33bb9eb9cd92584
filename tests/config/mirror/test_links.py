import pytest

from config.mirror.links import OutsideTheMirror, links, links_of_styles


def test_links_of_a_page() -> None:
    page = b"""<link rel="stylesheet" href="../../static/css/base.css"><img src="card.png"><a href="#here">here</a>
    <a href="../cases/index.html?kind=fine#list">one</a><a href="https://news.example/">far</a><a href="tel:1">m</a>"""

    assert list(links("en/x/index.html", page)) == ["static/css/base.css", "en/x/card.png", "en/cases/index.html"]


def test_links_of_a_picture_in_several_sizes() -> None:
    page = b"""<source srcset="../a.avif 160w,
      ../b.avif 320w"><img src="../c.jpg" alt="">"""

    assert list(links("en/x/index.html", page)) == ["en/a.avif", "en/b.avif", "en/c.jpg"]


@pytest.mark.parametrize("address", ["/en/cases/", "../../../secret"])
def test_links_that_leave_the_mirror(address: str) -> None:
    with pytest.raises(OutsideTheMirror, match=r"en/x/index\.html"):
        list(links("en/x/index.html", f'<a href="{address}">'.encode()))


def test_links_of_a_style_sheet() -> None:
    assert list(links_of_styles("static/css/a.css", b"a{src:url('../b.woff2')} b{c:url(data:x)}")) == ["static/b.woff2"]
