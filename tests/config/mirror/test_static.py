import pytest

from config.mirror.static import NotInTheMirror, static_file


def test_static_file_that_is_not_there() -> None:
    assert static_file("css/base.css").is_file()
    with pytest.raises(NotInTheMirror, match="collectstatic"):
        static_file("css/nothing.css")
