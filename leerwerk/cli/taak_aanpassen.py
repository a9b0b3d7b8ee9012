"""`leerwerk taak aanpassen`: een eigen versie van een taak."""

from typing import Annotated

import typer

from leerwerk.actions.taak_aanpassen import Aangepast
from leerwerk.cli import aanvullen
from leerwerk.cli.editor import Kladblok
from leerwerk.cli.groep import Opdracht, maak_app
from leerwerk.cli.opties import Bewerk, Student
from leerwerk.cli.sessie import open_sessie
from leerwerk.cli.uit import zeg, zeg_rijen
from leerwerk.cli.vragen import kan_vragen, ontbreekt
from leerwerk.cli.waarden import lees_proza, waar_vandaan

app = maak_app()


@app.command(cls=Opdracht)
def aanpassen(
    taak: Annotated[str, typer.Argument(metavar="ID", help="De taak.", autocompletion=aanvullen.taken)],
    van: Annotated[str, typer.Option(metavar="@BESTAND", help="De hele tekst van je eigen versie.")] = "",
    bewerk: Bewerk = False,
    bijgewerkt: Annotated[
        bool, typer.Option("--bijgewerkt", help="Je eigen versie houdt rekening met wat er nu in de bank staat.")
    ] = False,
    student: Student = "",
) -> None:
    """Maak een eigen versie van een taak, die bij jouw klas past.

    Je versie staat in je portfolio en onthoudt van welke taak ze komt. Als je een les voorbereidt, werk je
    met je eigen versie. Rondes waar je al mee bezig bent, houden de versie waarmee je begon.

    Bij --van kun je ook - geven (lees van de invoer).
    """
    from leerwerk.actions.taak_aanpassen import begin, lees, neem_stand_over, pas_aan
    from leerwerk.vastleggen import vooraf

    sessie = open_sessie(student, stap=True)
    if bijgewerkt:
        _toon(neem_stand_over(sessie.werkplek, sessie.map, taak))
        return
    begonnen = begin(sessie.werkplek, sessie.map, taak)
    kladblok = Kladblok(sessie.gitmap / "leerwerk" / f"bewerk-{sessie.portfolio.student}-taak-{taak}.md")
    if van:
        tekst = lees_proza(van, "--van")
    elif bewerk or kan_vragen():
        vooraf(sessie.map)
        tekst = kladblok.schrijf(lambda: begonnen.tekst, lambda tekst, waar: lees(begonnen, tekst, waar)[1].decode())
    else:
        raise ontbreekt(["--van of --bewerk"])
    gedaan = pas_aan(sessie.map, begonnen, tekst, waar_vandaan(van, "--van"))
    kladblok.klaar()
    _toon(gedaan)


def _toon(gedaan: Aangepast) -> None:
    from leerwerk.store.plaatsen import toon_pad

    taak = gedaan.taak.id
    if not gedaan.veranderd:
        zeg("De tekst is hetzelfde gebleven; er is niets vastgelegd.")
        return
    wat = "Je hebt nu een eigen versie van" if gedaan.nieuw else "Je eigen versie is aangepast:"
    zeg(f"{wat} '{gedaan.taak.titel}'.")
    zeg(toon_pad(gedaan.pad), "  ")
    zeg()
    zeg("Nu kan:")
    zeg_rijen(
        [
            (f"leerwerk voorbereiden {taak}", "Oefen ermee in een les."),
            (f"leerwerk taak voorstellen {taak}", "Stel hem voor aan de bank."),
        ]
    )
