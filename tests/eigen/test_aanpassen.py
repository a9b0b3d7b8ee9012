"""`leerwerk taak aanpassen`: a version of one's own, in one step, that wins when a lesson is prepared."""

import json
import re
from pathlib import Path

import pytest

from tests.deur import gelukt, git, leerwerk
from tests.eigen.conftest import DOEL, LES
from tests.eigen.terminal import typ


def pas_aan(werk: Path, tekst: str) -> str:
    return gelukt("taak", "aanpassen", "orde-houden", "--van", "-", map=werk, invoer=tekst)


def eigen(werk: Path) -> str:
    return (werk / "taken/orde-houden.md").read_text(encoding="utf-8")


def test_an_own_version_is_one_step_with_one_file(werk: Path, eigen_tekst: str) -> None:
    uit = pas_aan(werk, eigen_tekst)
    assert "Je hebt nu een eigen versie van 'Orde houden'." in uit
    assert git(werk, "show", "--format=%s", "--name-only", "--relative", "HEAD").split("\n") == [
        "Eigen versie van een taak: Orde houden",
        "",
        "taken/orde-houden.md",
    ]
    assert git(werk, "status", "--porcelain") == ""


def test_it_remembers_the_version_of_the_bank(werk: Path, bank: Path, eigen_tekst: str) -> None:
    pas_aan(werk, eigen_tekst)
    blob = git(bank.parent, "hash-object", "taken/onderwijskundig/orde-houden.md")
    assert f"\ngebaseerd_op: orde-houden@{blob}\n" in eigen(werk)
    assert eigen(werk).replace(f"gebaseerd_op: orde-houden@{blob}\n", "") == eigen_tekst


def test_the_own_version_wins_when_a_lesson_is_prepared(werk: Path, eigen_tekst: str) -> None:
    gelukt(*DOEL, map=werk)
    pas_aan(werk, eigen_tekst)
    gelukt("voorbereiden", "orde-houden", "--handvat", "verwachting-uitspreken-2", map=werk)
    voorbereiding = json.loads(gelukt("portfolio", "toon", "--json", map=werk))["leerdoelen"][0]["rondes"][0][
        "voorbereiding"
    ]
    assert voorbereiding["handvatten"] == ["Tel zachtjes tot vijf."]
    assert voorbereiding["taakversie"] == git(werk, "hash-object", "taken/orde-houden.md")


def test_adapting_again_changes_the_own_version_and_keeps_where_it_came_from(
    werk: Path, eigen_tekst: str, verander
) -> None:
    pas_aan(werk, eigen_tekst)
    eerst = re.search("gebaseerd_op: .*", eigen(werk))[0]
    verander("Je oefent een rustige start", "Je oefent een stille start")
    uit = pas_aan(werk, eigen_tekst.replace("tot vijf", "tot tien"))
    assert "Je eigen versie is aangepast" in uit
    assert "tot tien" in eigen(werk) and eerst in eigen(werk)


def test_the_same_text_takes_no_step(werk: Path, eigen_tekst: str) -> None:
    pas_aan(werk, eigen_tekst)
    hoofd = git(werk, "rev-parse", "HEAD")
    assert "er is niets vastgelegd" in pas_aan(werk, eigen(werk))
    assert "er is niets vastgelegd" in pas_aan(werk, eigen_tekst)
    assert git(werk, "rev-parse", "HEAD") == hoofd


def test_saying_that_the_bank_was_looked_at_moves_the_version(
    werk: Path, bank: Path, eigen_tekst: str, verander
) -> None:
    pas_aan(werk, eigen_tekst)
    verander("Je oefent een rustige start", "Je oefent een stille start")
    gelukt("taak", "aanpassen", "orde-houden", "--bijgewerkt", map=werk)
    blob = git(bank.parent, "hash-object", "taken/onderwijskundig/orde-houden.md")
    assert f"gebaseerd_op: orde-houden@{blob}" in eigen(werk)
    assert "niets veranderd" in gelukt("taak", "verschil", "orde-houden", map=werk)


def test_a_running_ronde_keeps_the_text_it_began_with(werk: Path, eigen_tekst: str) -> None:
    gelukt(*DOEL, map=werk)
    gelukt(*LES, map=werk)
    pas_aan(werk, eigen_tekst.replace("## Onderdeel: Klein bijsturen", "## Onderdeel: Bijsturen in het klein"))
    onderdelen = json.loads(gelukt("waar", "--json", map=werk))["leerdoelen"][0]["onderdelen"]
    assert "klein-bijsturen" in [onderdeel["id"] for onderdeel in onderdelen]


@pytest.mark.parametrize(
    ("van", "naar", "zin"),
    [
        ("id: orde-houden", "id: orde", "En de taak heet `orde-houden`"),
        ("---\nid", "id", "begint niet met `---`"),
        ("### Handvatten", "### Handvaten", "`### Handvatten` ontbreekt"),
        ("titel: Orde houden", "titel: [Orde", "geen geldige YAML"),
        ("titel: Orde houden", "titel: Orde\x1b houden", "stuurteken"),
        ("status: actueel", "status: actueel\ngebaseerd_op: orde-houden", "geen taak met een versie"),
    ],
)
def test_what_cannot_be_read_is_refused_and_changes_nothing(portfolio: Path, van: str, naar: str, zin: str) -> None:
    bron = (portfolio.parents[1] / "taken/onderwijskundig/orde-houden.md").read_text(encoding="utf-8")
    uitkomst = leerwerk(
        "taak", "aanpassen", "orde-houden", "--van", "-", map=portfolio, invoer=bron.replace(van, naar, 1)
    )
    assert uitkomst.code in (1, 2)
    assert zin.lower() in uitkomst.fout.lower()
    assert not (portfolio / "taken").exists()


def test_weak_but_readable_text_is_the_students_own_business(portfolio: Path) -> None:
    bron = (portfolio.parents[1] / "taken/onderwijskundig/orde-houden.md").read_text(encoding="utf-8")
    zwak = bron.replace("Zeg in één zin wat je wilt zien.", "Schrijf een verslag en lever het in.")
    gelukt("taak", "aanpassen", "orde-houden", "--van", "-", map=portfolio, invoer=zwak)


def test_without_a_terminal_it_says_what_is_missing(portfolio: Path) -> None:
    uitkomst = leerwerk("taak", "aanpassen", "orde-houden", map=portfolio)
    assert (uitkomst.code, uitkomst.fout.split("\n")[0]) == (2, "Nog nodig: --van of --bewerk.")


def test_an_unknown_task_is_named_with_the_one_that_was_meant(portfolio: Path) -> None:
    uitkomst = leerwerk("taak", "aanpassen", "orde-huoden", "--van", "x", map=portfolio)
    assert (uitkomst.code, uitkomst.fout) == (1, "Er is geen taak `orde-huoden`.\n  Bedoel je `orde-houden`?\n")


def test_a_task_that_is_vervallen_points_to_another(portfolio: Path) -> None:
    uitkomst = leerwerk("taak", "aanpassen", "oude-taak", "--van", "x", map=portfolio)
    assert uitkomst.code == 1 and "vervallen" in uitkomst.fout


def test_without_an_own_version_there_is_nothing_to_bring_up_to_date(portfolio: Path) -> None:
    uitkomst = leerwerk("taak", "aanpassen", "orde-houden", "--bijgewerkt", map=portfolio)
    assert (uitkomst.code, "geen eigen versie" in uitkomst.fout) == (1, True)


def test_the_editor_begins_with_the_text_and_keeps_it_when_it_cannot_be_read(portfolio: Path, tmp_path: Path) -> None:
    stuk = tmp_path / "stuk.sh"
    stuk.write_text('#!/bin/sh\nsed -i "s/^### Theorie/### Teorie/" "$1"\n')
    heel = tmp_path / "heel.sh"
    heel.write_text('#!/bin/sh\nsed -i "s/^### Teorie/### Theorie/; s/Wacht tot/Wacht echt tot/" "$1"\n')
    for script in (stuk, heel):
        script.chmod(0o755)
    commando = ("taak", "aanpassen", "orde-houden", "--bewerk")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("EDITOR", str(stuk))
        assert leerwerk(*commando, map=portfolio).code == 1
        omgeving.setenv("EDITOR", str(heel))
        uit = gelukt(*commando, map=portfolio)
    assert "Je gaat verder met wat je eerder schreef" in uit
    assert "Wacht echt tot het stil is." in eigen(portfolio)
    assert not list((portfolio / ".git/leerwerk").glob("bewerk-*"))


def test_on_a_terminal_the_editor_opens_by_itself(portfolio: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\nsed -i "s/Wacht tot/Wacht echt tot/" "$1"\n')
    script.chmod(0o755)
    code, scherm = typ(portfolio, ("taak", "aanpassen", "orde-houden"), [], {"EDITOR": str(script)})
    assert code == 0, scherm
    assert "Wacht echt tot" in eigen(portfolio)


def test_a_version_that_was_changed_by_hand_is_committed_first(werk: Path, eigen_tekst: str) -> None:
    pas_aan(werk, eigen_tekst)
    pad = werk / "taken/orde-houden.md"
    pad.write_text(eigen(werk).replace("tot vijf", "tot zes"), encoding="utf-8")
    pas_aan(werk, eigen_tekst.replace("tot vijf", "tot zeven"))
    assert git(werk, "log", "--format=%s", "-2").split("\n") == [
        "Eigen taak aangepast: Orde houden",
        "Met de hand aangepast: taken/orde-houden.md",
    ]
