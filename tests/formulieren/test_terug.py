"""A form that came back and does not fit: a reason in Dutch, and the file stays as it was."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.deur import gelukt, git, leerwerk
from tests.formulieren.conftest import KIJKVRAAG, KWAAD


def vul_html(pad: Path, **antwoorden: str) -> Path:
    """Fill in a page as its own script does."""
    blok = json.dumps({"tijd": 1, "antwoorden": antwoorden}).replace("<", "\\u003c")
    tekst = pad.read_text(encoding="utf-8")
    nieuw = re.sub(r'(id="leerwerk-antwoorden">).*?(</script>)', lambda m: m[1] + blok + m[2], tekst, flags=re.DOTALL)
    assert nieuw != tekst
    pad.write_text(nieuw, encoding="utf-8")
    return pad


def verander_kenmerk(pad: Path, **anders: str) -> Path:
    tekst = pad.read_text(encoding="utf-8")
    begin = tekst.index('id="leerwerk-kenmerk">') + len('id="leerwerk-kenmerk">')
    einde = tekst.index("</script>", begin)
    kenmerk = {**json.loads(tekst[begin:einde]), **anders}
    pad.write_text(tekst[:begin] + json.dumps(kenmerk) + tekst[einde:], encoding="utf-8")
    return pad


def afkappen(pad: Path) -> None:
    vul_html(pad, lukte="Ja.")
    pad.write_bytes(pad.read_bytes()[:-400])


def halve_gegevens(pad: Path) -> None:
    pad.write_text(pad.read_text(encoding="utf-8").replace('"versie": "1"', '"versie": '), encoding="utf-8")


def vijftig_mb(pad: Path) -> None:
    with pad.open("r+b") as bestand:
        bestand.truncate(50 * 1024 * 1024)


def iets_anders(pad: Path) -> None:
    pad.write_text("<html><body>Boodschappen</body></html>", encoding="utf-8")


def plaatje(pad: Path) -> None:
    pad.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)


def webarchief(pad: Path) -> None:
    pad.write_text("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", encoding="utf-8")


def stuurteken(pad: Path) -> None:
    vul_html(pad, lukte="rood \x1b[31m")


def diepe_json(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(tekst.replace(">{}</script>", f">{'[' * 200000}</script>"), encoding="utf-8")


def kapotte_pdf(pad: Path) -> None:
    pad.write_bytes(b"%PDF-1.7\n1 0 obj<</Type/Catalog>>")


def veel_velden(pad: Path) -> None:
    delen = [b"%PDF-1.7\n", b"1 0 obj<</Type/Catalog/AcroForm<</Fields["]
    delen += [b"%d 0 R " % nummer for nummer in range(3, 100_003)]
    delen += [b"]>>/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"]
    begin = b"".join(delen)
    plek = begin.index(b"2 0 obj")
    xref = b"xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n" % (9, plek)
    pad.write_bytes(begin + xref + b"trailer<</Root 1 0 R/Size 3>>\nstartxref\n%d\n%%%%EOF" % len(begin))


SLECHT: list[tuple[Callable[[Path], object], str]] = [
    (afkappen, "beschadigd"),
    (halve_gegevens, "beschadigd"),
    (vijftig_mb, "groter dan 5 MiB"),
    (iets_anders, "geen formulier van leerwerk"),
    (plaatje, "geen formulier van leerwerk"),
    (webarchief, "webarchief"),
    (stuurteken, "stuurteken"),
    (diepe_json, "beschadigd"),
    (kapotte_pdf, "beschadigd"),
    (veel_velden, "meer dan 2000 velden"),
    (lambda pad: vul_html(pad, **{"notitie-terugblik-1": "x"}), "een vak dat er niet bij hoort"),
    (lambda pad: vul_html(pad, **{"keuze-klein-bijsturen-1": "voldoende"}), "Kies uit"),
    (lambda pad: vul_html(pad, op="31-2-2026"), "geen datum"),
    (lambda pad: verander_kenmerk(pad, student="jan"), "is van `jan`"),
    (lambda pad: verander_kenmerk(pad, ronde="2020-01-01-orde-houden"), "Er is geen ronde"),
    (lambda pad: verander_kenmerk(pad, taak="vragen-stellen"), "gaat over de taak `vragen-stellen`"),
    (lambda pad: verander_kenmerk(pad, taak="../../etc/passwd"), "kan niet bestaan"),
    (lambda pad: verander_kenmerk(pad, taakversie="--help"), "versie van de taak klopt niet"),
    (lambda pad: verander_kenmerk(pad, versie="9"), "andere versie van leerwerk"),
    (lambda pad: verander_kenmerk(pad, formulier="koppelkaart"), "leerwerk reflecteren"),
    (lambda pad: vul_html(pad, wie="sb"), "nog niets"),
]


@pytest.mark.parametrize(("maak_stuk", "reden"), SLECHT, ids=[reden for _, reden in SLECHT])
def test_what_does_not_fit_is_refused_and_kept(maak, ronde, maak_stuk, reden):
    pad = maak("observatie")
    maak_stuk(pad)
    inhoud, voor = pad.read_bytes(), git(ronde, "rev-parse", "HEAD")
    weigering = leerwerk("observeren", "--wie", "sb", "--formulier", str(pad), map=ronde)
    assert weigering.code == 1
    assert reden in weigering.fout
    assert "Traceback" not in weigering.alles
    assert pad.read_bytes() == inhoud
    assert git(ronde, "rev-parse", "HEAD") == voor
    assert git(ronde, "status", "--porcelain") == ""


def test_missing_file_says_so(ronde):
    weigering = leerwerk("observeren", "--formulier", "weg.html", map=ronde)
    assert (weigering.code, "weg.html: " in weigering.fout) == (3, True)


def test_older_version_of_the_task_is_accepted_and_said(maak, ronde, school):
    pad = maak("observatie")
    taak = next(school.glob("taken/**/orde-houden.md"))
    taak.write_text(taak.read_text(encoding="utf-8").replace("titel: Orde houden", "titel: Orde"), encoding="utf-8")
    git(school, "commit", "-qam", "Andere titel")
    gelukt("voorbereiden", "orde-houden", "--handvat", "x", "--nieuwe-ronde", "--datum", "2026-03-09", map=ronde)
    gelukt("uitvoeren", "Weer rustig.", "--datum", "2026-03-10", map=ronde)
    nieuw = next(p.name for p in sorted(ronde.glob("leerdoelen/*/2026-03-09-*")))
    verander_kenmerk(pad, ronde=nieuw)
    vul_html(pad, wie="Tom Visser", lukte="De start.")
    uitkomst = leerwerk("observeren", "--formulier", str(pad), map=ronde)
    assert uitkomst.code == 0, uitkomst
    assert "een andere versie van de taak" in uitkomst.fout


def test_same_words_in_another_file_change_nothing(maak, ronde, tmp_path):
    pad = vul_html(maak("observatie"), wie="Sanne Bakker", lukte="De start.")
    gelukt("observeren", "--formulier", str(pad), map=ronde)
    voor = git(ronde, "rev-parse", "HEAD")
    pad.write_text(pad.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert "Er is niets veranderd" in gelukt("observeren", "--formulier", str(pad), map=ronde)
    assert git(ronde, "rev-parse", "HEAD") == voor


def test_step_keeps_the_fingerprint_of_the_file(maak, ronde):
    import hashlib

    pad = vul_html(maak("observatie"), wie="mw. De Vries", lukte="De start.")
    gelukt("observeren", "--formulier", str(pad), map=ronde)
    (document,) = ronde.glob("leerdoelen/*/*/observatie-mw-de-vries.md")
    assert hashlib.sha256(pad.read_bytes()).hexdigest() in document.read_text(encoding="utf-8")
    assert "rol: collega" in document.read_text(encoding="utf-8")


def test_markdown_form_is_filled_in_with_an_editor(maak, ronde):
    pad = maak("observatie", "--formaat", "md")
    tekst = pad.read_text(encoding="utf-8")
    tekst = tekst.replace("{#wie}\n", "{#wie}\n\nTom\n").replace("- ( ) gezien", "- [x] gezien", 1)
    tekst = tekst.replace(
        "{#notitie-klein-bijsturen-1}\n", f"{{#notitie-klein-bijsturen-1}}\n\nLiep.\n\n## Kop\n\n{KWAAD}\n"
    )
    pad.write_text(tekst, encoding="utf-8")
    gelukt("observeren", "--formulier", str(pad), map=ronde)
    (document,) = ronde.glob("leerdoelen/*/*/observatie-tv.md")
    uit = document.read_text(encoding="utf-8")
    for stuk in ("verwachting-uitspreken-1: gezien", "Liep.", "## Kop", KWAAD):
        assert stuk in uit


def test_empty_form_of_a_task_finds_the_last_lesson(ronde, tmp_path):
    pad = Path(
        gelukt("formulier", "observatie", "orde-houden", "--naar", str(tmp_path), map=ronde.parents[1]).strip()
    )
    verander_kenmerk(pad, student="", ronde="", leerdoel="")
    vul_html(pad, student="Noor", wie="Sanne", **{"kijkvraag-van-de-student": "Rustig?", "kijkvraag": "Ja."})
    gelukt("observeren", "--formulier", str(pad), map=ronde)
    (document,) = ronde.glob("leerdoelen/*/*/observatie-sb.md")
    assert "Kijkvraag: Rustig?\n\nJa." in document.read_text(encoding="utf-8")
    weigering = leerwerk(
        "observeren", "--formulier", str(vul_html(pad, student="Jan", wie="Tom", lukte="x")), map=ronde
    )
    assert "Op dit formulier staat 'Jan'" in weigering.fout


def test_rubric_joins_the_conversation(portfolio, tmp_path):
    gelukt("doel", "Practicum", "--gedrag", "Ik loop rond.", "--samen-met", "sb", map=portfolio)
    gelukt("voorbereiden", "het-leerlingpracticum", "--handvat", "x", "--datum", "2026-03-02", map=portfolio)
    gelukt("uitvoeren", "Druk.", "--datum", "2026-03-03", map=portfolio)
    pad = Path(gelukt("formulier", "rubric", "--naar", str(tmp_path), map=portfolio).strip())
    (eerste, *_) = re.findall(r'name="past-([a-z0-9-]+)"', pad.read_text(encoding="utf-8"))
    beschrijving = re.search(r'name="past-[^>]* value="([^"]*)"', pad.read_text(encoding="utf-8"))[1]
    vul_html(pad, **{"samen-met": "Sanne", f"past-{eerste}": beschrijving, f"straks-{eerste}": "Meer vragen."})
    weigering = leerwerk("reflecteren", "--formulier", str(pad), map=portfolio)
    assert (weigering.code, "--moment" in weigering.fout) == (2, True)
    reden = ("--zonder-observatie", "Geen tijd.", "--volgende", "opnieuw")
    prozas = ("--moment", "De proef.", "--handvat", "Vragen.", "--theorie", "Denken.")
    gelukt("reflecteren", *prozas, *reden, map=portfolio)
    gelukt("reflecteren", "--formulier", str(pad), map=portfolio)
    (document,) = portfolio.glob("leerdoelen/*/*/reflectie.md")
    tekst = document.read_text(encoding="utf-8")
    assert "## Wat nu het best past" in tekst
    assert "Meer vragen." in tekst
    assert "Er is niets veranderd" in gelukt("reflecteren", "--formulier", str(pad), map=portfolio)


def test_weekreflectie_works_without_a_lesson(portfolio, tmp_path):
    gelukt("weekreflectie", "--lukte", "Ik vroeg hulp.", "--datum", "2026-03-04", map=portfolio)
    pad = Path(
        gelukt("formulier", "weekreflectie", "--naar", str(tmp_path), "--datum", "2026-03-05", map=portfolio).strip()
    )
    vul_html(pad, stap="Meekijken bij Tom.")
    gelukt("weekreflectie", "--formulier", str(pad), map=portfolio)
    tekst = (portfolio / "weekreflecties/2026-w10.md").read_text(encoding="utf-8")
    assert "Ik vroeg hulp." in tekst
    assert "Meekijken bij Tom." in tekst
    assert "Er is niets veranderd" in gelukt("weekreflectie", "--formulier", str(pad), map=portfolio)


def test_kijkvraag_is_shown_as_text(maak):
    assert KIJKVRAAG.partition("?")[0] in maak("observatie").read_text(encoding="utf-8")
    assert KWAAD not in maak("observatie").read_text(encoding="utf-8")
