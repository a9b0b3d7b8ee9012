"""Hostile files and arguments: a Dutch message with its place, an exit code, and nothing changed.

Every case is played through the user's door in a school with a portfolio half-way its leerroute. The rule is the
same for all (`weigert`): exit 1, 2 or 3, a message, no traceback, no control character, not one byte of the
repositories different, and no longer than a moment.
"""

import hashlib
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.deur import WORTEL, Uitkomst, gelukt, git, leerwerk

SECONDEN = 0.2
STUURTEKEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ENGELS = re.compile(r"Traceback|Error|Errno|No such|not found|[Ii]nvalid|[Uu]nexpected|expected|permission", re.ASCII)

TAAK = "taken/onderwijskundig/orde-houden.md"
PORTFOLIO = "portfolios/noor/portfolio.md"
LEERDOEL = "portfolios/noor/leerdoelen/strenger-zijn/leerdoel.md"
RONDE = "portfolios/noor/leerdoelen/strenger-zijn/2026-11-03-orde-houden"
DOCUMENTEN = {
    TAAK: ("taak", "toon", "orde-houden"),
    PORTFOLIO: ("waar",),
    LEERDOEL: ("waar",),
    f"{RONDE}/voorbereiding.md": ("waar", "--json"),
    f"{RONDE}/uitvoering.md": ("portfolio", "toon"),
    f"{RONDE}/observatie-sb.md": ("uitvoeren", "x"),
}
REFLECTEREN = ("reflecteren", "--moment", "M.", "--handvat", "H.", "--theorie", "T.", "--samen-met", "sb")


@pytest.fixture(scope="session")
def halverwege(voorbeeldportfolio: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school in which Noor gave a lesson that Sanne saw. Copy it."""
    school = Path(
        shutil.copytree(
            voorbeeldportfolio.parents[1], tmp_path_factory.mktemp("halverwege") / "school", symlinks=True
        )
    )
    for argv in (
        ("doel", "strenger zijn", "--gedrag", "Ik wacht.", "--samen-met", "sb", "--datum", "2026-11-02"),
        ("voorbereiden", "orde-houden", "--handvat", "Wachten.", "--datum", "2026-11-03"),
        ("uitvoeren", "Het ging.", "--datum", "2026-11-04"),
        ("observeren", "--wie", "sb", "--gezien", "klein-bijsturen-1", "--datum", "2026-11-04"),
    ):
        gelukt(*argv, map=school)
    return school


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the school of all cases stands."""
    return tmp_path_factory.mktemp("slecht") / "school"


@pytest.fixture
def school(kopie: Path, halverwege: Path) -> Iterator[Path]:
    """The school half-way; copied anew only after a case that touched it."""
    if not kopie.exists():
        shutil.copytree(halverwege, kopie, symlinks=True)
    voor = stempels(kopie)
    yield kopie
    if stempels(kopie) != voor:
        shutil.rmtree(kopie)


def stempels(map: Path) -> list[tuple[str, int, int]]:
    """Every file below `map` with its inode and time of change: cheap, and different after any write."""
    paden = (os.path.join(boven, naam) for boven, mappen, namen in os.walk(map) for naam in (*mappen, *namen))
    return [(pad, status.st_ino, status.st_ctime_ns) for pad in paden for status in [os.lstat(pad)]]


def afdruk(map: Path) -> str:
    """A hash of every file, link and folder below `map`, Git's own included."""
    som = hashlib.sha256()
    for boven, mappen, namen in os.walk(map):
        mappen.sort()
        for naam in (*mappen, *sorted(namen)):
            pad = os.path.join(boven, naam)
            soort = os.lstat(pad).st_mode
            inhoud = os.fsencode(Path(pad).readlink()) if stat.S_ISLNK(soort) else b"-"
            if stat.S_ISREG(soort):
                inhoud = Path(pad).read_bytes()
            som.update(os.fsencode(pad) + b"\0" + inhoud + b"\0")
    return som.hexdigest()


def speel(*argv: str, map: Path, invoer: bytes = b"") -> tuple[Uitkomst, float]:
    """What a command answers, and the processor time that it and its children took. Waiting for ever fails."""

    def te_lang(*_: object) -> None:
        raise TimeoutError("leerwerk wacht op iets dat niet komt")

    signal.signal(signal.SIGALRM, te_lang)
    signal.alarm(10)
    try:
        begin = sum(os.times()[:4])
        uitkomst = leerwerk(*argv, map=map, invoer=invoer)
        return uitkomst, sum(os.times()[:4]) - begin
    finally:
        signal.alarm(0)


def weigert(*argv: str, map: Path, invoer: bytes = b"") -> Uitkomst:
    """The refusal of a command, after checking that it is one and that nothing changed."""
    voor = afdruk(map)
    uitkomst, duur = speel(*argv, map=map, invoer=invoer)
    pogingen = 3
    while duur > SECONDEN and pogingen:
        duur, pogingen = min(duur, speel(*argv, map=map, invoer=invoer)[1]), pogingen - 1
    assert uitkomst.code in (1, 2, 3), uitkomst
    assert uitkomst.fout.strip()
    assert not ENGELS.search(uitkomst.alles), uitkomst.fout
    assert not STUURTEKEN.search(uitkomst.alles), repr(uitkomst.fout)
    assert afdruk(map) == voor
    assert duur <= SECONDEN
    return uitkomst


def kop(bij: bytes) -> Callable[[bytes], bytes]:
    """The document with `bij` as an extra line at the end of its front matter."""

    def maak(inhoud: bytes) -> bytes:
        _, gegevens, romp = inhoud.split(b"---\n", 2)
        return b"---\n" + gegevens + bij + b"\n---\n" + romp

    return maak


def vervang(van: bytes, door: bytes) -> Callable[[bytes], bytes]:
    def maak(inhoud: bytes) -> bytes:
        assert van in inhoud
        return inhoud.replace(van, door, 1)

    return maak


BOM = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(9)
)
MERGE = b"a: &a {x: 1}\n" + b"".join(
    b"%c: &%c {<<: [*%c, *%c]}\n" % (98 + n, 98 + n, 97 + n, 97 + n) for n in range(24)
)
KAPOT: dict[str, Callable[[bytes], bytes]] = {
    "leeg": lambda _: b"",
    "alleen-witruimte": lambda _: b" \n\n",
    "zonder-kop": lambda _: b"# Een kop\n\nEn tekst.\n",
    "kop-zonder-einde": lambda inhoud: b"---\n" + inhoud.split(b"---\n")[1],
    "lege-kop": lambda _: b"---\n---\n",
    "kop-is-lijst": lambda _: b"---\n- a\n- b\n---\n",
    "kop-is-woord": lambda _: b"---\nhallo\n---\n",
    "kop-is-null": lambda _: b"---\n~\n---\n",
    "nul-teken": lambda inhoud: inhoud + b"\0",
    "latin-1": lambda inhoud: inhoud + "één\n".encode("latin-1"),
    "utf-16": lambda inhoud: inhoud.decode().encode("utf-16"),
    "half-teken": lambda inhoud: inhoud + b"\xed\xa0\x80\n",
    "beeld": lambda _: bytes(range(256)) * 40,
    "tab": kop(b"x:\n\t- y"),
    "nel": kop("x: a\x85b: c".encode()),
    "esc": kop(b"x: \x1b[31mrood"),
    "esc-geschreven": kop(b'x: "\\e[31mrood"'),
    "osc-geschreven": kop(b'x: "\\e]0;titel\\a"'),
    "c1-geschreven": kop(b'x: "\\x9b31m"'),
    "surrogaat-geschreven": kop(b'x: "\\ud800"'),
    "bidi": kop("x: a\u202eb".encode()),
    "anker": kop(b"x: &a b"),
    "verwijzing": kop(b"x: *a"),
    "aliasbom": kop(BOM),
    "samenvoegbom": kop(MERGE),
    "samenvoegen": kop(b"<<: {x: y}"),
    "tag": kop(b"x: !!python/object/apply:os.system [true]"),
    "eigen-tag": kop(b"x: !iets y"),
    "dubbele-sleutel": kop(b"x: 1\nx: 2"),
    "sleutel-is-lijst": kop(b"? [a, b]\n: c"),
    "tweede-document": kop(b"...\n--- # nog een\nx: y"),
    "opdracht": lambda inhoud: inhoud.replace(b"---\n", b"---\n%YAML 9.9\n", 1),
    "onbekende-sleutel": kop(b"cijfer: 8"),
    "sleutel-no": kop(b"no: 1"),
    "lege-sleutel": kop(b'"": 1'),
    "opmaak-als-sleutel": kop(b'"[/red]{{7*7}}": 1'),
    "lange-sleutel": kop(b"x" * 5000 + b": 1"),
    "open-aanhaling": kop(b'x: "a'),
    "open-haak": kop(b"x: [a"),
    "diep": kop(b"x: " + b"[" * 30 + b"]" * 30),
    "afgrond": kop(b"x: " + b"[" * 25_000),
    "diepe-groepen": kop(b"x: " + b"{a: " * 5_000),
    "kop-te-groot": kop(b"x: " + b"a" * 300_000),
    "een-mib-regel-in-kop": kop(b"# " + b"a" * 1_000_000),
    "bestand-te-groot": lambda inhoud: inhoud + b"a\n" * 600_000,
}


@pytest.mark.parametrize("kwaad", KAPOT)
@pytest.mark.parametrize("pad", [TAAK, LEERDOEL])
def test_broken_document_is_named_with_its_line(school: Path, pad: str, kwaad: str) -> None:
    (school / pad).write_bytes(KAPOT[kwaad]((school / pad).read_bytes()))
    uitkomst = weigert(*DOCUMENTEN[pad], map=school)
    assert uitkomst.code == 1
    assert re.match(re.escape(pad) + r"(:[0-9]+)?: ", uitkomst.fout)
    heeft_regel = kwaad != "bestand-te-groot"
    assert not heeft_regel or re.match(re.escape(pad) + r":[0-9]+: ", uitkomst.fout)


@pytest.mark.parametrize("pad", [pad for pad in DOCUMENTEN if pad not in (TAAK, LEERDOEL)])
@pytest.mark.parametrize("kwaad", ["leeg", "latin-1", "esc-geschreven", "aliasbom", "afgrond", "onbekende-sleutel"])
def test_every_kind_of_document_is_read_as_strictly(school: Path, pad: str, kwaad: str) -> None:
    (school / pad).write_bytes(KAPOT[kwaad]((school / pad).read_bytes()))
    assert re.match(re.escape(pad) + ":[0-9]+: ", weigert(*DOCUMENTEN[pad], map=school).fout)


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"naam: x\n---\nnaam: y\n",
        b"naam: !!str x\n",
        b"naam: x\nportfolios: overal\n",
        b"\xff\xfe",
        b"[" * 30_000,
    ],
)
def test_broken_settings_are_named_with_their_line(school: Path, inhoud: bytes) -> None:
    (school / "leerwerk.yaml").write_bytes(inhoud)
    uitkomst = weigert("portfolio", "nieuw", "--naam", "Bo", "--werkplekbegeleider", "Kim Li", map=school)
    assert re.match("leerwerk.yaml:[0-9]+: ", uitkomst.fout)


WAARDEN = [
    (LEERDOEL, b"op: 2026-11-02", b"op: 2026-02-31"),
    (LEERDOEL, b"op: 2026-11-02", b"op: 0000-01-01"),
    (LEERDOEL, b"op: 2026-11-02", b"op: " + b"9" * 5000),
    (LEERDOEL, b"op: 2026-11-02", b"op: [2026-11-02]"),
    (LEERDOEL, b"op: 2026-11-02", b"op: ~"),
    (LEERDOEL, b"op: 2026-11-02\n", b""),
    (LEERDOEL, b"leerdoel: strenger zijn", b"leerdoel: ''"),
    (LEERDOEL, b"leerdoel: strenger zijn", b"leerdoel: {a: b}"),
    (PORTFOLIO, b"student: noor", b"student: ../../etc"),
    (PORTFOLIO, b"student: noor", b"student: -rf"),
    (PORTFOLIO, b"student: noor", b"student: con"),
    (PORTFOLIO, b"student: noor", b"studiejaar: " + b"9" * 5000 + b"\nstudent: noor"),
    (PORTFOLIO, b"student: noor", b"studiejaar: 0x1F\nstudent: noor"),
    (PORTFOLIO, b"  - id: sb", b"  - id: sb\n    id: tv"),
    (PORTFOLIO, b"  - id: sb", b"  - bijnaam: sb"),
    (f"{RONDE}/voorbereiding.md", b"taak: orde-houden", b"taak: /etc/passwd"),
    (f"{RONDE}/observatie-sb.md", b"klein-bijsturen-1: gezien", b"klein-bijsturen-1: goed"),
    (f"{RONDE}/observatie-sb.md", b"klein-bijsturen-1: gezien", b"../../x: gezien"),
    (f"{RONDE}/observatie-sb.md", b"rol: werkplekbegeleider", b"rol: beoordelaar"),
]


@pytest.mark.parametrize(("pad", "van", "door"), WAARDEN, ids=[f"{door[:30]!r}" for _, _, door in WAARDEN])
def test_impossible_value_is_named_with_its_line(school: Path, pad: str, van: bytes, door: bytes) -> None:
    (school / pad).write_bytes(vervang(van, door)((school / pad).read_bytes()))
    assert re.match(re.escape(pad) + ":[0-9]+: ", weigert("waar", map=school).fout)


def test_line_is_that_of_the_mistake(school: Path) -> None:
    regels = (school / LEERDOEL).read_text().splitlines()
    nummer = regels.index("samen_met:") + 1
    regels[nummer - 1 :] = ["samen_met: Sanne", *regels[nummer + 1 :]]
    (school / LEERDOEL).write_text("\n".join(regels) + "\n")
    assert weigert("waar", map=school).fout.startswith(f"{LEERDOEL}:{nummer}: ")


GOED: dict[str, Callable[[bytes], bytes]] = {
    "bom": lambda inhoud: b"\xef\xbb\xbf" + inhoud,
    "crlf": lambda inhoud: inhoud.replace(b"\n", b"\r\n"),
    "cr": lambda inhoud: inhoud.replace(b"\n", b"\r"),
    "bom-en-crlf": lambda inhoud: b"\xef\xbb\xbf" + inhoud.replace(b"\n", b"\r\n"),
    "zonder-regeleinde": lambda inhoud: inhoud.rstrip(b"\n"),
    "lange-regel": lambda inhoud: inhoud + b"\n## Toelichting\n\n" + b"woord " * 150_000,
    "opmaak": lambda inhoud: inhoud + b"\n## Toelichting\n\n[/red] {{7*7}} <script> `${HOME}`\n",
    "nel-in-tekst": lambda inhoud: inhoud + "\n## Toelichting\n\na\x85b\u2028c\n".encode(),
}


@pytest.mark.parametrize("goed", GOED)
def test_document_of_another_editor_works(school: Path, goed: str) -> None:
    (school / LEERDOEL).write_bytes(GOED[goed]((school / LEERDOEL).read_bytes()))
    assert '"tekst": "strenger zijn"' in gelukt("waar", "--json", map=school)
    assert "strenger zijn" in gelukt("portfolio", "toon", map=school)


def test_text_in_a_file_becomes_no_markup_template_or_control(school: Path) -> None:
    tekst = "[/red] [bold]x[/bold] {{7*7}} :smile: \x1b[31mrood\x1b]0;t\x07 \u202eom\x9b1m\r weg"
    (school / LEERDOEL).write_bytes((school / LEERDOEL).read_bytes() + f"\n## Toelichting\n\n{tekst}\n".encode())
    getoond = gelukt("portfolio", "toon", map=school) + gelukt("waar", map=school)
    assert "[/red] [bold]x[/bold] {{7*7}} :smile: �[31mrood�]0;t� �om�1m" in getoond
    assert not STUURTEKEN.search(getoond)


def test_json_holds_no_control_characters_either(school: Path) -> None:
    (school / LEERDOEL).write_bytes(
        (school / LEERDOEL).read_bytes() + "\n## Toelichting\n\na\x1b\x9b\u202eb\n".encode()
    )
    assert not STUURTEKEN.search(gelukt("portfolio", "toon", "--json", map=school))


def test_one_broken_task_hides_no_other(school: Path) -> None:
    (school / TAAK).write_bytes(b"\xff")
    uitkomst = leerwerk("taken", map=school)
    assert uitkomst.code == 1
    assert "vragen-stellen" in uitkomst.uit and f"{TAAK}:1" in uitkomst.fout


def maak_fifo(pad: Path) -> None:
    pad.unlink()
    os.mkfifo(pad)


def maak_map(pad: Path) -> None:
    pad.unlink()
    pad.mkdir()


def maak_koppeling(doel: str) -> Callable[[Path], None]:
    def maak(pad: Path) -> None:
        pad.unlink()
        pad.symlink_to(doel)

    return maak


GEEN_BESTAND: dict[str, Callable[[Path], None]] = {
    "fifo": maak_fifo,
    "map": maak_map,
    "koppeling-naar-buiten": maak_koppeling("/etc/passwd"),
    "koppeling-naar-zichzelf": maak_koppeling("leerdoel.md"),
    "koppeling-naar-niets": maak_koppeling("nergens"),
    "koppeling-naar-dev-zero": maak_koppeling("/dev/zero"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes and free links on Windows")
@pytest.mark.parametrize("soort", GEEN_BESTAND)
@pytest.mark.parametrize("pad", [TAAK, LEERDOEL, PORTFOLIO, f"{RONDE}/voorbereiding.md"])
def test_what_is_no_plain_file_is_refused(school: Path, pad: str, soort: str) -> None:
    GEEN_BESTAND[soort](school / pad)
    argv = ("waar", "--student", "noor") if pad == PORTFOLIO else DOCUMENTEN[pad]
    assert weigert(*argv, map=school).code in (1, 3)


@pytest.mark.parametrize("pad", ["leerdoelen", "leerdoelen/strenger-zijn"])
def test_folder_that_leads_out_is_refused(school: Path, pad: str, tmp_path: Path) -> None:
    (school / "portfolios/noor" / pad).rename(tmp_path / "buiten")
    (school / "portfolios/noor" / pad).symlink_to(tmp_path / "buiten")
    weigert("waar", map=school)


def test_student_that_leads_out_is_refused(school: Path, tmp_path: Path) -> None:
    (school / "portfolios/noor").rename(tmp_path / "buiten")
    (school / "portfolios/noor").symlink_to(tmp_path / "buiten")
    weigert("waar", "--student", "noor", map=school)


@pytest.mark.parametrize(
    "argv", [("waar", "--student", "bo"), ("portfolio", "nieuw", "--naam", "Bo", "--werkplekbegeleider", "Kim")]
)
def test_portfolios_that_is_a_file_is_refused(school: Path, argv: tuple[str, ...]) -> None:
    shutil.rmtree(school / "portfolios")
    (school / "portfolios").write_text("geen map")
    weigert(*argv, map=school)


@pytest.mark.parametrize("argv", [("waar",), ("doel", "x", "--samen-met", "sb")])
def test_leerdoelen_that_is_a_file_breaks_nothing(school: Path, argv: tuple[str, ...]) -> None:
    shutil.rmtree(school / "portfolios/noor/leerdoelen")
    (school / "portfolios/noor/leerdoelen").write_text("geen map")
    if argv[0] == "waar":
        gelukt(*argv, map=school)
    else:
        weigert(*argv, map=school)


def test_ronde_without_its_preparation_is_refused(school: Path) -> None:
    (school / RONDE / "voorbereiding.md").unlink()
    assert "voorbereiding.md" in weigert("waar", map=school).fout


@pytest.mark.parametrize("pad", DOCUMENTEN)
def test_unreadable_file_is_refused(school: Path, pad: str, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = os.open

    def dicht(naam: object, *args: object, **rest: object) -> int:
        if str(naam).endswith(Path(pad).name):
            raise PermissionError(13, "Permission denied", str(naam))
        return echt(naam, *args, **rest)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(os, "open", dicht)
    uitkomst = weigert(*DOCUMENTEN[pad], map=school)
    assert uitkomst.code == 3
    assert uitkomst.fout.startswith(pad)


def test_folder_that_is_gone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def weg() -> str:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(os, "getcwd", weg)
    from leerwerk.cli.main import main

    assert main(["waar"]) == 3


@pytest.mark.skipif(os.name == "nt", reason="een shell van Unix")
@pytest.mark.parametrize(
    ("omleiding", "code"),
    [(">&-", 0), ("2>&-", 0), ("2>/dev/full", 0), ("| true", 0), (">/dev/full", 3)],
    ids=["geen-uitvoer", "geen-meldingen", "meldingen-vol", "niemand-leest", "uitvoer-vol"],
)
@pytest.mark.parametrize("opdracht", ["--version", "taken", "taken zoek orde", "uitleg formatief"])
def test_output_that_goes_nowhere(school: Path, opdracht: str, omleiding: str, code: int) -> None:
    uit = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m leerwerk {opdracht} {omleiding}"],
        cwd=school,
        env={**os.environ, "PYTHONPATH": str(WORTEL)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (uit.returncode, "Traceback" in uit.stderr) == (code, False)
    assert uit.stderr.startswith("Wat hier moest komen, is niet te schrijven") == (code == 3)


LANG = "a" * 5000
RARE_IDS = {
    "omhoog": "../../etc",
    "wortel": "/etc/passwd",
    "git": ".git",
    "optie": "--output=x",
    "rf": "-rf",
    "apparaat": "con",
    "nul": "NUL",
    "lang": LANG,
    "esc": "a\x1b[31m",
    "osc": "a\x1b]8;;http://x\x07",
    "c1": "a\x9b31m",
    "bidi": "a\u202eb",
    "surrogaat": "a\ud800b",
    "halve-byte": os.fsdecode(b"a\xff"),
    "opmaak": "[/red]",
    "koppeling": "[link=file:///etc/passwd]x[/link]",
    "sjabloon": "{{7*7}}",
    "schuif": "a\\..\\b",
    "dubbele-punt": "a:b",
    "punt": "jan.",
    "spatie": "jan jansen",
    "hoofdletter": "Noor",
    "leeg-teken": "\u200b",
    "breed": "ｎｏｏｒ",
    "regeleinde": "a\nb",
    "ster": "*",
    "shell": "$(id)`id`;id",
}
PLEKKEN = {
    "student": ("waar", "--student={}"),
    "leerdoel": ("waar", "--leerdoel={}"),
    "taak": ("taak", "toon", "--", "{}"),
    "taak-voorbereiden": ("voorbereiden", "--handvat=x", "--", "{}"),
    "onderdeel": ("taak", "toon", "orde-houden", "--onderdeel={}"),
    "ronde": ("observeren", "--wie=sb", "--lukte=x", "--ronde={}"),
    "kijkpunt": ("observeren", "--wie=tv", "--gezien={}"),
    "wie": ("observeren", "--wie={}", "--lukte=x"),
    "notitie": ("observeren", "--wie=tv", "--notitie={}=x"),
    "rol": ("observeren", "--wie=tv", "--lukte=x", "--rol={}"),
    "samen-met": ("doel", "x", "--samen-met={}"),
    "herkomst": ("doel", "x", "--samen-met=sb", "--herkomst={}"),
    "datum": ("doel", "x", "--samen-met=sb", "--datum={}"),
    "beheerst": (*REFLECTEREN, "--volgende=opnieuw", "--beheerst={}"),
    "volgende": (*REFLECTEREN, "--volgende={}"),
    "aanvullend": (*REFLECTEREN, "--volgende=aanvullend:{}"),
    "onderdeel-volgende": (*REFLECTEREN, "--volgende=onderdeel:{}"),
    "nieuwe-student": ("portfolio", "nieuw", "--naam=Bo", "--werkplekbegeleider=Kim", "--", "{}"),
    "studiejaar": ("portfolio", "nieuw", "bo", "--naam=Bo", "--werkplekbegeleider=Kim", "--studiejaar={}"),
    "commando": ("{}",),
    "onderdeel-van-commando": ("portfolio", "{}"),
}


@pytest.mark.parametrize("plek", PLEKKEN)
@pytest.mark.parametrize("raar", ["omhoog", "esc", "lang"])
def test_strange_id_is_refused_everywhere(school: Path, plek: str, raar: str) -> None:
    weigert(*(deel.replace("{}", RARE_IDS[raar]) for deel in PLEKKEN[plek]), map=school)


@pytest.mark.parametrize("raar", RARE_IDS)
@pytest.mark.parametrize("plek", ["student", "taak", "wie"])
def test_every_strange_id_is_refused(school: Path, plek: str, raar: str) -> None:
    weigert(*(deel.replace("{}", RARE_IDS[raar]) for deel in PLEKKEN[plek]), map=school)


def test_number_of_5000_digits_is_refused(school: Path) -> None:
    weigert(*(deel.replace("{}", "9" * 5000) for deel in PLEKKEN["studiejaar"]), map=school)


TEKSTEN = {
    "nul": "a\0b",
    "esc": "a\x1b[31mb",
    "c1": "a\x9bb",
    "bidi": "a\u2066b",
    "surrogaat": "a\ud800b",
    "halve-byte": os.fsdecode(b"a\xff"),
    "geen-teken": "a\uffffb",
    "leeg": "   ",
    "map": "@.",
    "niets": "@nergens.txt",
    "leeg-pad": "@",
    "nul-in-pad": "@a\0b",
    "lang-pad": "@" + LANG,
    "dev-zero": "@/dev/zero",
    "proc": "@/proc/self/environ",
    "fifo": "@../fifo",
    "lus": "@../lus",
    "groot": "@../groot",
    "latin-1": "@../latin-1",
    "beeld": "@../beeld",
}
TEKSTOPTIES = {
    "doel": ("doel", "--samen-met=sb", "--", "{}"),
    "gedrag": ("doel", "x", "--samen-met=sb", "--gedrag={}"),
    "toelichting": ("doel", "x", "--samen-met=sb", "--toelichting={}"),
    "handvat": ("voorbereiden", "vragen-stellen", "--handvat={}"),
    "lesplan": ("voorbereiden", "vragen-stellen", "--handvat=x", "--lesplan={}"),
    "lukte": ("observeren", "--wie=tv", "--lukte={}"),
    "notitie": ("observeren", "--wie=tv", "--notitie=klein-bijsturen-1={}"),
    "moment": (*REFLECTEREN, "--volgende=opnieuw", "--moment={}"),
    "naam": ("portfolio", "nieuw", "bo", "--werkplekbegeleider=Kim", "--naam={}"),
    "begeleider": ("portfolio", "nieuw", "bo", "--naam=Bo", "--werkplekbegeleider={}"),
    "zoek": ("taken", "zoek", "--", "{}"),
}


@pytest.fixture(scope="module")
def buren(kopie: Path) -> None:
    """Files beside the school that no text should come from."""
    boven = kopie.parent
    os.mkfifo(boven / "fifo")
    (boven / "lus").symlink_to("lus")
    (boven / "groot").write_bytes(b"a" * 20_000_000)
    (boven / "latin-1").write_bytes("één".encode("latin-1"))
    (boven / "beeld").write_bytes(bytes(range(256)))


@pytest.fixture
def eromheen(buren: None, school: Path) -> Path:
    return school


@pytest.mark.parametrize("tekst", TEKSTEN)
def test_impossible_text_is_refused(eromheen: Path, tekst: str) -> None:
    weigert(*(deel.replace("{}", TEKSTEN[tekst]) for deel in TEKSTOPTIES["gedrag"]), map=eromheen)


@pytest.mark.parametrize("optie", [optie for optie in TEKSTOPTIES if optie != "zoek"])
@pytest.mark.parametrize("tekst", ["nul", "surrogaat", "fifo", "leeg"])
def test_impossible_text_is_refused_in_every_option(eromheen: Path, optie: str, tekst: str) -> None:
    weigert(*(deel.replace("{}", TEKSTEN[tekst]) for deel in TEKSTOPTIES[optie]), map=eromheen)


@pytest.mark.parametrize("tekst", [tekst for tekst in TEKSTEN if not TEKSTEN[tekst].startswith("@")])
def test_searching_for_anything_is_safe(school: Path, tekst: str) -> None:
    uitkomst = leerwerk("taken", "zoek", "--", TEKSTEN[tekst], map=school)
    assert uitkomst.code in (0, 2)
    assert not STUURTEKEN.search(uitkomst.alles)


@pytest.mark.parametrize(
    "invoer", [b"", b"\xff", b"a" * 2_000_000, b"a\0b", b"\x1b[2J", b" \n"], ids=lambda b: repr(b[:8])
)
def test_impossible_standard_input_is_refused(school: Path, invoer: bytes) -> None:
    weigert("doel", "-", "--samen-met=sb", map=school, invoer=invoer)


VREEMD = [
    "--output=x",
    "[/red]",
    "{{7*7}}",
    "-rf",
    "$(id)",
    "%s %n {0}",
    "' OR 1=1 --",
    "=cmd()",
    "a & b | c > d",
    "\\",
    "👩‍🏫",
    "---",
    "# kop",
    "é",
    "e\u0301",
]


@pytest.mark.parametrize("tekst", VREEMD)
def test_strange_text_stays_text(school: Path, tekst: str) -> None:
    gelukt("uitvoeren", "--ronde=2026-11-03-orde-houden", "--help", map=school)
    gelukt(
        "doel",
        "--samen-met=sb",
        "--gedrag",
        f"x {tekst}",
        "--toelichting",
        f" {tekst}",
        "--",
        f"doel {tekst}",
        map=school,
    )
    getoond = gelukt("portfolio", "toon", "--json", map=school)
    assert f"doel {tekst}".replace("\\", "\\\\") in getoond
    assert git(school / "portfolios/noor", "log", "-1", "--format=%s") == f"Leerdoel vastgesteld: doel {tekst}"


@pytest.mark.parametrize("map", ["nergens", "/dev/null", LANG, os.fsdecode(b"a\xff"), "leerwerk.yaml", "a\x1b[2Jb"])
def test_impossible_folder_is_refused(school: Path, map: str) -> None:
    weigert("-C", map, "waar", map=school)


@pytest.mark.parametrize(
    "map", [".", "/dev/null/x", LANG, os.fsdecode(b"a\xff"), "leerwerk.yaml", "/proc/x", "a\x1b[2Jb"]
)
def test_impossible_place_for_a_school_is_refused(school: Path, map: str) -> None:
    weigert("nieuw", map, map=school)


@pytest.mark.parametrize("naam", ["LEERWERK_STUDENT"])
@pytest.mark.parametrize("raar", ["omhoog", "esc", "opmaak"])
def test_strange_environment_is_refused(school: Path, naam: str, raar: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(naam, RARE_IDS[raar])
    weigert("waar", map=school)


def test_a_change_is_seen(school: Path) -> None:
    voor = afdruk(school)
    (school / ".git" / "refs" / "heads" / "x").write_text("x")
    assert afdruk(school) != voor


def test_a_command_that_does_something_is_no_refusal(school: Path) -> None:
    with pytest.raises(AssertionError):
        weigert("doel", "x", "--samen-met=sb", map=school)
