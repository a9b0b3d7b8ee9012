"""History of a folder, in values."""

from pathlib import Path

import pytest

from leerwerk.errors import Geweigerd
from leerwerk.vastleggen import open_stap
from leerwerk.vastleggen.geschiedenis import geschiedenis
from tests.vastleggen.kraan import NAAM, STAP, Repo
from tests.vastleggen.test_stap import make_step


def test_newest_first_with_all_fields(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-01-02T03:04:05+01:00")
    oid = make_step(repo)
    commit, begin = geschiedenis(repo.top, repo.top)
    assert (commit.id, commit.auteur, commit.onderwerp) == (oid, "Jan Jansen", "Leerdoel vastgesteld")
    assert commit.tijd.isoformat() == "2026-01-02T03:04:05+01:00"
    assert len(commit.trailers["Leerwerk-Stap"]) == 32
    assert commit.bestanden == tuple(repo.top / pad for pad in sorted(STAP))
    assert begin.onderwerp == "Begin"


def test_only_what_is_below_the_folder(repo: Repo) -> None:
    make_step(repo)
    (commit,) = geschiedenis(repo.top, Path("doel"))
    assert {pad.parts[len(repo.top.parts)] for pad in commit.bestanden} == {"doel"}


def test_special_characters_are_only_characters(repo: Repo) -> None:
    repo.write({"m/*": b"1", "m/x": b"2"})
    repo.git("add", "m")
    repo.git(*NAAM, "commit", "-q", "-m", "eerste \x01\x02 [red] --output=x", "--", "m/x")
    assert geschiedenis(repo.top, repo.top / "m/*") == ()
    (commit,) = geschiedenis(repo.top, repo.top / "m")
    assert commit.onderwerp == "eerste \x01\x02 [red] --output=x"
    assert commit.bestanden == (repo.top / "m/x",)


def test_trailers_of_the_caller_are_in_one_block_with_ours(repo: Repo) -> None:
    with open_stap(repo.top) as werkboom:
        werkboom.commit("Stap\n\nTekst: met dubbele punt\nen zo.\n\nLeerwerk-Fase: doel", {Path("a.md"): b"1"})
    trailers = geschiedenis(repo.top, repo.top)[0].trailers
    assert list(trailers) == ["Leerwerk-Fase", "Leerwerk-Stap"]
    assert trailers["Leerwerk-Fase"] == "doel"


def test_no_commits_yet(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.git("init", "-q")
    assert geschiedenis(tmp_path, tmp_path) == ()


def test_outside_the_repository(repo: Repo, tmp_path: Path) -> None:
    with pytest.raises(Geweigerd):
        geschiedenis(repo.top, tmp_path)
