"""Contents and their Git ids."""

import pytest

from leerwerk.errors import MachineWeigert
from leerwerk.vastleggen import blob_id, lees_blob
from tests.vastleggen.kraan import OUD, VERANDERD, Repo


def test_id_is_that_of_git(repo: Repo) -> None:
    assert blob_id(OUD) == repo.git("rev-parse", f"HEAD:{VERANDERD}")


def test_id_does_not_depend_on_line_endings() -> None:
    assert blob_id(b"een\r\ntwee\r\n") == blob_id(b"een\ntwee\n")


def test_content_by_id(repo: Repo) -> None:
    assert lees_blob(repo.top, blob_id(OUD)) == OUD


@pytest.mark.parametrize("oid", ["0" * 40, "HEAD", "--help", "", "abc", "0" * 40 + "\n", f"HEAD:{VERANDERD}"])
def test_what_is_not_there_or_no_id(repo: Repo, oid: str) -> None:
    assert lees_blob(repo.top, oid) is None


def test_without_git(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MachineWeigert, match="Git staat niet op deze computer"):
        lees_blob(repo.top, "0" * 40)
