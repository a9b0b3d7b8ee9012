"""A step commits exactly its own files, whatever state the repository is in."""

from pathlib import Path

import pytest

from leerwerk.errors import Geweigerd
from leerwerk.vastleggen import open_stap
from tests.vastleggen.kraan import OUD, STAP, USER_STATUS, VERANDERD, Repo

BESTANDEN = {Path(pad): inhoud for pad, inhoud in STAP.items()}


def make_step(repo: Repo, onder: Path | None = None) -> str:
    with open_stap(onder or repo.top) as werkboom:
        return werkboom.commit("Leerdoel vastgesteld", BESTANDEN)


def test_step_is_one_commit_with_exactly_its_files(repo: Repo) -> None:
    oid = make_step(repo)
    assert oid == repo.git("rev-parse", "HEAD")
    assert repo.commits() == 2
    assert repo.files_of() == sorted(STAP)


def test_files_are_on_disk_and_in_history(repo: Repo) -> None:
    make_step(repo)
    assert {pad: (repo.top / pad).read_bytes() for pad in STAP} == STAP
    assert {pad: repo.content(pad) for pad in STAP} == STAP


def test_work_of_the_user_stays_as_it_was(repo: Repo) -> None:
    voor = repo.git("ls-files", "-s", "klaar.txt", "los.txt")
    make_step(repo)
    assert repo.status() == USER_STATUS
    assert repo.git("ls-files", "-s", "klaar.txt", "los.txt") == voor


def test_message_author_and_trailer(repo: Repo) -> None:
    with open_stap(repo.top) as werkboom:
        werkboom.commit("Onderwerp\n\n-- --amend\nmeer", BESTANDEN)
    onderwerp, auteur, committer, romp = repo.git("log", "-1", "--format=%s%x00%an <%ae>%x00%cn%x00%b").split("\0")
    assert (onderwerp, auteur, committer) == ("Onderwerp", "Jan Jansen <jan@school.example>", "Jan Jansen")
    assert "-- --amend\nmeer" in romp
    assert len(repo.git("log", "-1", "--format=%(trailers:key=Leerwerk-Stap,valueonly)").strip()) == 32


def test_author_from_the_environment(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Mentor")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-01-02T03:04:05+01:00")
    make_step(repo)
    assert repo.git("log", "-1", "--format=%an %aI %cn") == "Mentor 2026-01-02T03:04:05+01:00 Jan Jansen"


def test_several_steps_under_one_lock(repo: Repo) -> None:
    with open_stap(repo.top) as werkboom:
        eerste = werkboom.commit("Een", {Path("een.md"): b"1\n"})
        tweede = werkboom.commit("Twee", {repo.top / "twee.md": b"2\n"})
    assert repo.git("rev-list", "-2", "HEAD").split() == [tweede, eerste]


def test_absolute_path_through_another_name_of_the_folder(repo: Repo, tmp_path: Path) -> None:
    (tmp_path / "ander").symlink_to(repo.top)
    with open_stap(tmp_path / "ander") as werkboom:
        werkboom.commit("Een", {tmp_path / "ander" / "een.md": b"1\n"})
    assert repo.files_of() == ["een.md"]


def test_file_changed_since_the_decision_is_not_overwritten(repo: Repo) -> None:
    with open_stap(repo.top) as werkboom, pytest.raises(Geweigerd) as weigering:
        (repo.top / VERANDERD).write_bytes(b"van de gebruiker\n")
        werkboom.commit("Stap", BESTANDEN, verwacht={repo.top / VERANDERD: OUD})
    assert weigering.value.waar == str(repo.top / VERANDERD)
    assert (repo.top / VERANDERD).read_bytes() == b"van de gebruiker\n"
    assert repo.commits() == 1


def test_file_that_must_not_exist(repo: Repo) -> None:
    with open_stap(repo.top) as werkboom, pytest.raises(Geweigerd):
        werkboom.commit("Stap", {Path("nieuw.txt"): b"x"}, verwacht={Path("nieuw.txt"): None})
    assert (repo.top / "nieuw.txt").read_bytes() == b"n\n"


def test_first_commit_of_a_new_repository(tmp_path: Path) -> None:
    from leerwerk.vastleggen import maak_repository

    map = tmp_path / "leeg"
    maak_repository(map)
    repo = Repo(map)
    repo.git("config", "user.name", "Jan")
    repo.git("config", "user.email", "jan@school.example")
    make_step(repo)
    assert repo.commits() == 1
    assert repo.status() == []
    assert repo.git("branch", "--show-current") == "main"


def test_repository_is_not_made_twice(repo: Repo) -> None:
    from leerwerk.vastleggen import maak_repository

    with pytest.raises(Geweigerd):
        maak_repository(repo.top)


def test_packed_refs(repo: Repo) -> None:
    repo.git("pack-refs", "--all")
    make_step(repo)
    assert repo.commits() == 2


def test_linked_work_tree_on_its_own_branch(repo: Repo, tmp_path: Path) -> None:
    repo.git("worktree", "add", "-q", "-b", "zij", str(tmp_path / "zij"))
    make_step(Repo(tmp_path / "zij"))
    assert repo.git("log", "-1", "--format=%s", "zij") == "Leerdoel vastgesteld"
    assert repo.commits() == 1


def test_portfolio_of_its_own_inside_a_repository_that_ignores_it(repo: Repo) -> None:
    repo.write({".gitignore": b"portfolios/\n"})
    binnen = Repo.create(repo.top / "portfolios" / "jan")
    make_step(binnen, binnen.top / "doel")
    assert (binnen.commits(), repo.commits()) == (2, 1)


def test_folder_deep_inside_a_repository(repo: Repo) -> None:
    make_step(repo, repo.top / "portfolios" / "jan" / "nog niet gemaakt")
    assert repo.commits() == 2


def test_ignored_path(repo: Repo) -> None:
    repo.write({".git/info/exclude": b"doel/\n"})
    make_step(repo)
    assert repo.files_of() == sorted(STAP)


def test_path_outside_the_sparse_checkout(repo: Repo) -> None:
    repo.git("stash", "-q")
    repo.git("sparse-checkout", "set", "--cone", "elders")
    make_step(repo)
    assert repo.files_of() == sorted(STAP)
    assert repo.git("diff", "--cached", "--name-only") == ""


@pytest.mark.parametrize("vlag", ["--skip-worktree", "--assume-unchanged"])
def test_flagged_entry_is_updated_too(repo: Repo, vlag: str) -> None:
    repo.git("update-index", vlag, VERANDERD)
    make_step(repo)
    assert repo.status() == USER_STATUS


@pytest.mark.parametrize("instelling", ["core.autocrlf=true", "core.autocrlf=input"])
def test_line_endings_as_git_wants_them(repo: Repo, instelling: str) -> None:
    naam, waarde = instelling.split("=")
    repo.git("config", naam, waarde)
    repo.git("config", "core.safecrlf", "true")
    with open_stap(repo.top) as werkboom:
        werkboom.commit("Stap", {Path("crlf.md"): b"een\r\ntwee\r\n"})
    assert repo.content("crlf.md") == b"een\ntwee\n"
    assert repo.status() == USER_STATUS


def test_filter_from_gitattributes(repo: Repo) -> None:
    repo.write({".gitattributes": b"*.md filter=hoofd\n"})
    repo.git("config", "filter.hoofd.clean", "tr a-z A-Z")
    repo.git("config", "filter.hoofd.smudge", "tr A-Z a-z")
    with open_stap(repo.top) as werkboom:
        werkboom.commit("Stap", {Path("x.md"): b"abc\n"})
    assert repo.content("x.md") == b"ABC\n"
    assert "x.md" not in " ".join(repo.status())


def test_hooks_do_not_run(repo: Repo) -> None:
    haak = repo.top / ".git/hooks/pre-commit"
    haak.write_text("#!/bin/sh\nexit 1\n")
    haak.chmod(0o755)
    make_step(repo)
    assert repo.commits() == 2


def test_program_in_the_configuration_does_not_run(repo: Repo, tmp_path: Path) -> None:
    repo.git("config", "core.fsmonitor", f"touch {tmp_path}/gelopen")
    make_step(repo)
    assert not (tmp_path / "gelopen").exists()


def test_variables_of_an_outer_git_are_ignored(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as even:
        for naam in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY"):
            even.setenv(naam, str(tmp_path / "elders"))
        make_step(repo)
    assert repo.commits() == 2


def test_permissions_of_an_existing_file_are_kept(repo: Repo) -> None:
    (repo.top / VERANDERD).chmod(0o640)
    make_step(repo)
    assert (repo.top / VERANDERD).stat().st_mode & 0o777 == 0o640


def test_conflict_left_by_a_stash_in_another_file_is_kept(repo: Repo) -> None:
    oid = repo.git("rev-parse", "HEAD:los.txt")
    regels = "".join(f"100644 {oid} {fase}\tbotsing.txt\n" for fase in (1, 2, 3))
    repo.git("update-index", "--index-info", invoer=regels)
    make_step(repo)
    assert repo.git("ls-files", "-u").count("botsing.txt") == 3


def test_gewijzigd_lists_new_changed_and_staged_below_a_folder(repo: Repo) -> None:
    repo.write({"m/een é.md": b"1", "m/*.md": b"2", "elders.md": b"3"})
    with open_stap(repo.top) as werkboom:
        assert werkboom.gewijzigd(repo.top / "m") == (repo.top / "m/*.md", repo.top / "m/een é.md")
        assert werkboom.gewijzigd(repo.top / "m/*.md") == (repo.top / "m/*.md",)
        assert repo.top / "klaar.txt" in werkboom.gewijzigd(repo.top)


def test_git_folder_is_as_clean_as_before(repo: Repo) -> None:
    make_step(repo)
    eigen = sorted(pad.name for pad in (repo.top / ".git/leerwerk").iterdir())
    assert eigen == ["lock", "merk"]
    assert not (repo.top / ".git/index.lock").exists()
    assert repo.git("fsck", "--strict") == ""


@pytest.mark.parametrize("versie", [2, 4])
def test_the_index_keeps_the_version_that_the_user_chose(repo: Repo, versie: int) -> None:
    repo.git("update-index", "--index-version", str(versie))
    with open_stap(repo.top) as werkboom:
        werkboom.commit("Stap", {Path(pad): inhoud for pad, inhoud in STAP.items()})
    assert (repo.top / ".git/index").read_bytes()[4:8] == versie.to_bytes(4, "big")
    assert repo.status() == USER_STATUS
