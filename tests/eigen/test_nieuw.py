"""`leerwerk taak nieuw`: from answers to a task that reads without findings."""

from pathlib import Path

import pytest

from leerwerk.actions.taak_nieuw import raad
from leerwerk.domain.ontwerp import kies_bron, met_bron
from leerwerk.store.kop import lees_kop
from leerwerk.store.opmaak import in_vorm
from leerwerk.store.taken import read_taak
from tests.deur import gelukt, git, leerwerk
from tests.eigen.terminal import STOP, typ

ONDERDEEL = """## Onderdeel: {0}

### Theorie

Over {0} is veel bekend [@marzano-2003].

### Handvatten

- Zeg {0} hardop [@marzano-2003].

### Kijkpunten

- Noemt {0}.
  - Waarom: dan weet iedereen het [@marzano-2003].
"""
KOP = (
    *(
        "--titel",
        "Een rustige overgang: zo doe je dat",
        "--gedrag",
        "Je zegt wat er komt en wacht tot iedereen kijkt.",
    ),
    *("--leerdoel", "Ik wil rust bij de wissel.", "--inleiding", "Wissels kosten tijd."),
)
HOOFD = [
    "Een rustige overgang",
    "Je zegt wat er komt en wacht tot iedereen kijkt.",
    "Ik wil rust bij de wissel.",
    "natuurkunde, scheikunde",
    "wissel",
    "Wissels kosten tijd.",
]


def onderdeel(naam: str, bron: str) -> list[str]:
    return [
        naam,
        f"Wie {naam} oefent, krijgt rust.",
        bron,
        f"Zeg: '{naam}.'",
        "",
        f"Noemt {naam}.",
        "Dan weet je het.",
        "",
    ]


def lees(pad: Path):
    taak, bevindingen = read_taak(pad, pad.parent)
    assert bevindingen == ()
    tekst = pad.read_text(encoding="utf-8")
    assert in_vorm(tekst, str(pad)) == tekst
    return taak


def test_options_make_a_task_in_the_portfolio(portfolio: Path, tmp_path: Path) -> None:
    delen = []
    for naam in ("Aankondigen", "Wachten", "Beginnen"):
        (tmp_path / naam).write_text(ONDERDEEL.format(naam), encoding="utf-8")
        delen += ["--onderdeel", f"@{tmp_path / naam}"]
    uit = gelukt("taak", "nieuw", *KOP, *delen, map=portfolio)
    assert "staat in je portfolio.\n  taken/een-rustige-overgang-zo-doe-je-dat.md" in uit
    taak = lees(portfolio / "taken/een-rustige-overgang-zo-doe-je-dat.md")
    assert taak.titel == "Een rustige overgang: zo doe je dat"
    assert [onderdeel.id for onderdeel in taak.onderdelen] == ["aankondigen", "wachten", "beginnen"]
    assert taak.status == "actueel" and taak.studiejaren == (2, 3)
    assert git(portfolio, "log", "-1", "--format=%s") == "Eigen taak bedacht: Een rustige overgang: zo doe je dat"
    assert git(portfolio, "status", "--porcelain") == ""


def test_a_conversation_makes_a_task_with_its_sources(portfolio: Path) -> None:
    regels = [
        *HOOFD,
        *onderdeel("Aankondigen", "marzano-2003"),
        *onderdeel("Wachten", "Lemov, D. & Van der Berg, A. (2015). Doe het zo"),
        *onderdeel("Beginnen", "lemov-van-der-berg-2015"),
        *["", "", "Bedenk een teken.", "", "", ""],
    ]
    code, scherm = typ(portfolio, ("taak", "nieuw"), regels)
    assert code == 0, scherm
    taak = lees(portfolio / "taken/een-rustige-overgang.md")
    assert (taak.soort, taak.vakken) == ("vak", ("natuurkunde", "scheikunde"))
    assert taak.onderdelen[1].theorie[0].tekst == "Wie Wachten oefent, krijgt rust [@lemov-van-der-berg-2015]."
    assert taak.onderdelen[1].handvatten[0].tekst == "Zeg: 'Wachten.' [@lemov-van-der-berg-2015]"
    assert taak.onderdelen[0].kijkpunten[0].waarom.tekst == "Dan weet je het [@marzano-2003]."
    assert [punt.tekst for punt in taak.uitvoeren] == ["Bedenk een teken."]
    assert len(taak.reflecteren) == 4
    bronnen = (portfolio / "taken/bronnen.yaml").read_text(encoding="utf-8")
    lees_kop(bronnen, "bronnen.yaml")
    assert "family: Lemov" in bronnen and bronnen.count("- id:") == 1
    assert git(portfolio, "status", "--porcelain") == ""
    assert git(portfolio, "show", "--format=", "--name-only").split("\n") == [
        "taken/bronnen.yaml", "taken/een-rustige-overgang.md"
    ]  # fmt: skip


def test_what_was_answered_before_stopping_is_kept(portfolio: Path) -> None:
    code, scherm = typ(portfolio, ("taak", "nieuw"), [*HOOFD, "Aankondigen", STOP])
    assert code == 130, scherm
    hervat = ["" for _ in HOOFD]
    rest = [
        "",
        *onderdeel("Aankondigen", "marzano-2003")[1:],
        *onderdeel("B", "marzano-2003"),
        *onderdeel("C", "marzano-2003"),
    ]
    code, scherm = typ(portfolio, ("taak", "nieuw"), [*hervat, *rest, "", "", "", ""])
    assert code == 0, scherm
    assert lees(portfolio / "taken/een-rustige-overgang.md").onderdelen[0].titel.tekst == "Aankondigen"


def test_for_the_bank_it_is_a_file_that_its_author_commits(school: Path, tmp_path: Path) -> None:
    hoofd = git(school, "rev-parse", "HEAD")
    (tmp_path / "taak.md").write_text(vol("een-nieuwe"), encoding="utf-8")
    uit = gelukt("taak", "nieuw", "--bank", "--van", f"@{tmp_path / 'taak.md'}", map=school)
    assert "staat in de bank.\n  taken/onderwijskundig/een-nieuwe.md" in uit
    assert "git switch -c taak/een-nieuwe" in uit
    lees(school / "taken/onderwijskundig/een-nieuwe.md")
    assert git(school, "rev-parse", "HEAD") == hoofd
    assert git(school, "status", "--porcelain") == "?? taken/onderwijskundig/een-nieuwe.md"


def test_a_conversation_for_the_bank_adds_to_its_sources(school: Path) -> None:
    regels = [*HOOFD[:3], "", *HOOFD[4:]]
    for naam in ("Aankondigen", "Wachten", "Beginnen"):
        regels += onderdeel(naam, "Lemov, D. (2015). Doe het zo")
    code, scherm = typ(school, ("taak", "nieuw", "--bank"), [*regels, "", "", "", ""])
    assert code == 0, scherm
    assert lees(school / "taken/onderwijskundig/een-rustige-overgang.md").status == "concept"
    diff = git(school, "diff", "--numstat", "taken/bronnen.yaml").split("\t")
    assert diff[:2] == ["8", "0"]


def vol(id: str) -> str:
    kop = f"---\nid: {id}\ntitel: Iets nieuws\nsoort: onderwijskundig\nstudiejaren: [2]\nstatus: concept\ngedrag: Je zegt iets.\nleerdoelen: [Ik wil iets.]\n---\n"
    delen = "\n".join(ONDERDEEL.format(naam) for naam in ("Een", "Twee", "Drie"))
    return f"{kop}\nInleiding.\n\n## Voorbereiden\n\n- Kies.\n\n## Uitvoeren\n\n- Doe.\n\n{delen}\n## Reflecteren\n\n- Wat?\n"


@pytest.mark.parametrize(
    ("argv", "invoer", "code", "zin"),
    [
        (("--van", "-"), vol("orde-houden"), 1, "Er is al een taak `orde-houden`."),
        (("--van", "-", "anders"), vol("iets-nieuws"), 1, "de id `iets-nieuws`, en jij vroeg om `anders`"),
        (("--van", "-"), vol("x").replace("## Onderdeel: Twee", "## Onderdeel:"), 1, "heeft nog geen titel"),
        (("--van", "-"), "zomaar tekst", 1, "begint niet met `---`"),
        (("--titel", "Iets"), "", 2, "Nog nodig: --gedrag, --leerdoel, --inleiding."),
        (KOP, "", 2, "Nog nodig: --onderdeel (drie tot vijf keer), of --van, of --bewerk."),
        ((*KOP, "--onderdeel", "## Onderdeel: Een"), "", 2, "drie, vier of vijf onderdelen"),
        (("--titel", "Orde houden", *KOP[2:]), "", 1, "Er is al een taak `orde-houden`."),
        (("Geen Id", *KOP), "", 2, "kan niet de naam van een taak zijn"),
    ],
)
def test_mistakes(portfolio: Path, argv: tuple[str, ...], invoer: str, code: int, zin: str) -> None:
    uitkomst = leerwerk("taak", "nieuw", *argv, map=portfolio, invoer=invoer)
    assert (uitkomst.code, zin in uitkomst.fout) == (code, True), uitkomst
    assert not (portfolio / "taken").exists()


def test_without_a_portfolio_it_says_where_a_task_can_go(school: Path) -> None:
    uitkomst = leerwerk("taak", "nieuw", "--titel", "Iets", map=school)
    assert uitkomst.code == 3 and "Hier is nog geen portfolio." in uitkomst.fout


def test_the_editor_gets_hints_that_do_not_stay(portfolio: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\np = pathlib.Path(sys.argv[1]); t = p.read_text()\nassert '<!-- ? ' in t\n"
        "t = t.replace('Onderdeel: \\n', 'Onderdeel: A\\n', 1).replace('Onderdeel: \\n', 'Onderdeel: B\\n', 1)"
        ".replace('Onderdeel: \\n', 'Onderdeel: C\\n', 1)\n"
        "t = t.replace('### Theorie\\n', '### Theorie\\n\\nBekend.\\n').replace('\\n-\\n', '\\n- Doe iets.\\n').replace('Waarom:', 'Waarom: daarom.')\n"
        "p.write_text(t)\n"
    )
    with pytest.MonkeyPatch.context() as omgeving:
        import sys

        omgeving.setenv("EDITOR", f"{sys.executable} {script}")
        gelukt("taak", "nieuw", *KOP, "--bewerk", map=portfolio)
    pad = portfolio / "taken/een-rustige-overgang-zo-doe-je-dat.md"
    assert "<!--" not in pad.read_text(encoding="utf-8")
    assert [onderdeel.id for onderdeel in lees(pad).onderdelen] == ["a", "b", "c"]


def test_an_answer_gets_advice_at_once_and_may_stay(portfolio: Path) -> None:
    regels = [HOOFD[0], "Je begrijpt hoe je rust brengt.", *HOOFD[1:]]
    delen = [*onderdeel("A", "marzano-2003"), *onderdeel("B", "marzano-2003"), *onderdeel("C", "marzano-2003")]
    houden = delen.index("Zeg: 'A.'")
    delen[houden : houden + 1] = ["Wees geduldig.", ""]
    code, scherm = typ(portfolio, ("taak", "nieuw"), [*regels, *delen, "", "", "", ""])
    assert code == 0, scherm
    assert scherm.count("Schrijf het anders, of druk op Enter om het zo te houden.") == 2
    assert "`begrijpt`" in scherm
    taak = lees(portfolio / "taken/een-rustige-overgang.md")
    assert taak.gedrag.tekst == HOOFD[1]
    assert taak.onderdelen[0].handvatten[0].tekst == "Wees geduldig [@marzano-2003]."


def test_a_source_that_was_refused_is_not_offered_again(portfolio: Path) -> None:
    code, scherm = typ(portfolio, ("taak", "nieuw"), [*HOOFD, "A", "Bekend.", "geen idee", "marzano-2003", STOP])
    assert code == 130, scherm
    assert "Die bron ken ik niet." in scherm and "Bron: marzano-2003" in scherm
    assert "Enter houdt" not in scherm


BEKEND = ("ebbens-ettekoven-2015", "rosenshine-2012", "rosenshine-2020")


@pytest.mark.parametrize(
    ("tekst", "sleutel"),
    [
        ("rosenshine-2012", "rosenshine-2012"),
        ("[@rosenshine-2012]", "rosenshine-2012"),
        ("ettekoven", "ebbens-ettekoven-2015"),
        ("Ebbens, S. & Ettekoven, S. (2015). Effectief leren.", "ebbens-ettekoven-2015"),
        ("Slooter (2018). De zes rollen van de leraar", "slooter-2018"),
        ("Surma, T., Vanhoyweghen, K., & Kirschner, P. (2019) Wijze lessen", "surma-vanhoyweghen-2019"),
        ("rosenshine", ""),
        ("geen idee", ""),
    ],
)
def test_a_source_is_recognised(tekst: str, sleutel: str) -> None:
    assert kies_bron(tekst, BEKEND).sleutel == sleutel


def test_a_source_that_could_be_two_is_asked_again() -> None:
    assert kies_bron("rosenshine", BEKEND).mogelijk == ("rosenshine-2012", "rosenshine-2020")


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [("Zo is het.", "Zo is het [@x]."), ("Zeg: 'Ja.'", "Zeg: 'Ja.' [@x]"), ("Al [@y].", "Al [@y]."), ("", "")],
)
def test_a_source_stands_before_the_full_stop(tekst: str, uit: str) -> None:
    assert met_bron(tekst, "x") == uit


@pytest.mark.parametrize(
    "lastig", ["# geen kop", "- geen punt", "1. geen lijst", "<b>vet", "[a]: b", "> citaat", "```", "{{ 7*7 }}"]
)
def test_text_of_a_person_stays_text(portfolio: Path, lastig: str) -> None:
    antwoorden = [*HOOFD[:5], lastig, *onderdeel("A", "marzano-2003"), *onderdeel("B", "marzano-2003")]
    handvat, kijkpunt = ([lastig, *[""] * bool(raad(veld, lastig))] for veld in ("handvat", "kijkpunt"))
    antwoorden += ["C", lastig, "marzano-2003", *handvat, "", *kijkpunt, lastig, "", "", "", "", ""]
    code, scherm = typ(portfolio, ("taak", "nieuw"), antwoorden)
    assert code == 0, scherm
    taak = lees(portfolio / "taken/een-rustige-overgang.md")
    laatste = taak.onderdelen[-1]
    assert len(taak.onderdelen) == 3
    kaal = "".join(c for c in lastig if c.isalnum())
    for passage in (laatste.handvatten[0], laatste.kijkpunten[0].tekst, laatste.kijkpunten[0].waarom):
        assert kaal in "".join(c for c in passage.tekst if c.isalnum())
