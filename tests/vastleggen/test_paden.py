"""Only plain names inside the work tree are written."""

import os
from pathlib import Path

import pytest

from leerwerk.errors import Geweigerd
from leerwerk.vastleggen.paden import relative

VERBODEN = [
    "", ".", "..", "../buiten.md", "a/../../b", "/etc/passwd", ".git/config", "a/.GIT/x", "git~1/x",
    ".git./x", "CON", "a/aux.md", "com1.txt", "jan.", "jan ", "map./x", "a:b", "a\\b", "a\nb", "a\x7fb",
    'a"b', "a?b", "é" * 121, "a\u200b/.g\u200cit/x", "\ud800.md",
]  # fmt: skip


@pytest.mark.parametrize("pad", VERBODEN)
def test_refused(tmp_path: Path, pad: str) -> None:
    with pytest.raises(Geweigerd):
        relative(tmp_path, Path(pad))


@pytest.mark.parametrize("pad", ["a.md", "a b/é.md", "-rf", "console.md", ".gitignore", "a/.leerwerk"])
def test_allowed(tmp_path: Path, pad: str) -> None:
    assert relative(tmp_path, Path(pad)) == pad
    assert relative(tmp_path, tmp_path / pad) == pad


def test_link_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "link").symlink_to("echt")
    with pytest.raises(Geweigerd):
        relative(tmp_path, Path("link/x.md"))


@pytest.mark.parametrize("maak", [lambda p: p.symlink_to("/etc/passwd"), lambda p: p.mkdir(), os.mkfifo])
def test_target_that_is_no_plain_file(tmp_path: Path, maak) -> None:  # type: ignore[no-untyped-def]
    maak(tmp_path / "doel.md")
    with pytest.raises(Geweigerd):
        relative(tmp_path, Path("doel.md"))


def test_file_on_the_way(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(Geweigerd):
        relative(tmp_path, Path("a/b.md"))
