"""A whole leerroute with example people: a goal, two rondes, and what was decided.

Takes the same actions as the commands do; only the words are made up. Everybody
in it is invented.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from leerwerk.actions import doel, nieuw, observeren, portfolio_nieuw, reflecteren, uitvoeren, voorbereiden
from leerwerk.actions.taak import vind_bestand
from leerwerk.domain.portfolio import (
    Begeleider,
    Leerdoel,
    Observatie,
    Portfolio,
    Reflectie,
    Uitvoering,
    Vervolg,
    Voorbereiding,
)
from leerwerk.store.plaatsen import vind_werkplek

SCHOOL = "Voorbeeldopleidingsschool"
STUDENT = Portfolio(
    student="noor",
    naam="Noor de Wit",
    werkplekbegeleiders=(Begeleider("sanne", "Sanne Bakker", "sanne@school.example"),),
    studiejaar=2,
    opleiding="Lerarenopleiding wiskunde",
    school="Voorbeeldcollege",
    vak="wiskunde",
    email="noor@student.example",
)
OPLEIDER = ("Iris Smit", "iris@opleidingsschool.example")
TAAK = "orde-houden"
MET = ("sanne",)
KLAS = "2 havo, wiskunde"
DOEL = Leerdoel(
    id="",
    op=date.min,
    tekst="Ik wil strenger zijn.",
    samen_met=MET,
    gedrag="Ik zeg vooraf wat ik verwacht, wacht tot het stil is en grijp vroeg en klein in.",
    herkomst="eigen wens",
    teksten={"toelichting": "Bij het begin van de les praat de helft van de klas door mijn uitleg heen."},
)


@dataclass(frozen=True, slots=True)
class Rondetekst:
    """The words of one example ronde; days count back from today."""

    dagen: int
    onderdelen: tuple[str, ...]
    handvatten: tuple[str, ...]
    onderwerp: str
    kijkvraag: str
    lesplan: str
    les: str
    kijkpunten: dict[str, str]
    notities: dict[str, str]
    lukte: str
    antwoord: str
    gesprek: dict[str, str]
    besluiten: dict[str, str]
    volgende: tuple[Vervolg, ...]


RONDES = (
    Rondetekst(
        dagen=14,
        onderdelen=("verwachting-uitspreken", "klein-bijsturen"),
        handvatten=("verwachting-uitspreken-1", "klein-bijsturen-1"),
        onderwerp="lineaire formules",
        kijkvraag="Wacht ik echt tot het stil is, of begin ik door het gepraat heen?",
        lesplan="Bij de overgang naar zelf werken zeg ik: 'Opgave 12 en 13, alleen, in stilte, tot half elf.'",
        les=(
            "Bij de overgang naar zelf werken zei ik wat, met wie en hoe lang, maar niet hoe hard. De helft begon, "
            "achterin bleef het rumoerig. Ik praatte door en liep ernaartoe; toen werd het stil."
        ),
        kijkpunten={
            "verwachting-uitspreken-1": "niet gezien",
            "verwachting-uitspreken-2": "niet gezien",
            "klein-bijsturen-1": "gezien",
            "klein-bijsturen-2": "gezien",
        },
        notities={
            "verwachting-uitspreken-1": "'Opgave 12 en 13, alleen, tot half elf.' Hoe hard het mocht, bleef open.",
            "verwachting-uitspreken-2": "Je begon terwijl twee groepjes nog praatten.",
            "klein-bijsturen-1": "Je liep al pratend naar achteren en bleef naast de tafel staan. Het werd stil.",
        },
        lukte="Je stem bleef rustig en de les ging gewoon door toen je bijstuurde.",
        antwoord="Eén keer wel, twee keer niet: bij de start en na de opdracht praatte je over de klas heen.",
        gesprek={
            "moment": "Na mijn opdracht bleef het rumoerig. Ik begon toch aan mijn rondje.",
            "handvat": "Doorpraten en naar de onrust lopen. Binnen een halve minuut was het stil.",
            "theorie": "Een klas kan pas doen wat je verwacht als je alles noemt: ook hoe hard het mag klinken.",
            "alternatief": "Een leerling laten herhalen wat de bedoeling is, en dan pas het startsein geven.",
        },
        besluiten={"verwachting-uitspreken": "nog oefenen", "klein-bijsturen": "beheerst"},
        volgende=(Vervolg("onderdeel", onderdelen=("verwachting-uitspreken",)),),
    ),
    Rondetekst(
        dagen=7,
        onderdelen=("verwachting-uitspreken",),
        handvatten=("verwachting-uitspreken-1", "verwachting-uitspreken-3"),
        onderwerp="lineaire formules, grafieken tekenen",
        kijkvraag="Noem ik alle vier: wat, met wie, hoe hard en tot wanneer?",
        lesplan="Ik schrijf de vier woorden op het bord en laat een leerling herhalen wat de bedoeling is.",
        les=(
            "Ik noemde alle vier en vroeg een leerling om het te herhalen. Daarna wachtte ik. Het duurde lang, maar "
            "iedereen begon tegelijk."
        ),
        kijkpunten={"verwachting-uitspreken-1": "gezien", "verwachting-uitspreken-2": "gezien"},
        notities={
            "verwachting-uitspreken-1": "'Opgave 16, met je buur, fluisteren, tot kwart over negen.' Alle vier.",
            "verwachting-uitspreken-2": "Je stond stil bij het bord en keek rond. Na tien tellen was het stil.",
        },
        lukte="De klas wist wat de bedoeling was: niemand vroeg het nog.",
        antwoord="Ja, alle vier, twee keer in deze les.",
        gesprek={
            "moment": "Een leerling herhaalde de opdracht en voegde zelf toe: 'en fluisteren, hè?'",
            "handvat": "De vier dingen noemen en laten herhalen. Iedereen begon tegelijk.",
            "theorie": "Duidelijk zeggen wat je verwacht is leiding geven, geen hardheid.",
        },
        besluiten={"verwachting-uitspreken": "beheerst"},
        volgende=(
            Vervolg("aanvullend", taak="directe-instructie", wat="Dezelfde rust gebruiken bij de uitleg."),
            Vervolg("nieuw-leerdoel"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Gezet:
    """A step of the demo: the command a person would type, and what came of it."""

    commando: str
    uitkomst: str


def speel(map: Path, vandaag: date) -> Iterator[Gezet]:
    """Build the example in `map`, giving each step after it was taken. Raises as the actions do."""
    nieuw.begin(map, SCHOOL, OPLEIDER)
    yield Gezet(f"leerwerk nieuw {map.name}", "een bank met leerwerktaken, in Git")
    portfolio = portfolio_nieuw.begin(vind_werkplek(map), STUDENT, (STUDENT.naam, STUDENT.email))
    yield Gezet("leerwerk portfolio nieuw", f"het portfolio van {STUDENT.naam}, alleen van haar")
    _, leerdoel = doel.stel_vast(portfolio, replace(DOEL, op=vandaag - timedelta(days=15)))
    yield Gezet(f'leerwerk doel "{DOEL.tekst}"', "een leerdoel, samen vastgesteld met Sanne Bakker")
    for tekst in RONDES:
        yield from _ronde(portfolio, leerdoel.id, tekst, vandaag)


def _ronde(map: Path, leerdoel: str, tekst: Rondetekst, vandaag: date) -> Iterator[Gezet]:
    werkplek = vind_werkplek(map)
    bestand = vind_bestand(werkplek, map, TAAK)
    taak = bestand.taak
    dag = vandaag - timedelta(days=tekst.dagen)
    voorbereiding = Voorbereiding(
        op=dag - timedelta(days=1),
        taak=TAAK,
        taakversie=taak.versie,
        onderdelen=tekst.onderdelen,
        handvatten=voorbereiden.kies_handvatten(taak, tekst.handvatten),
        onderwerp=tekst.onderwerp,
        klas=KLAS,
        kijkvraag=tekst.kijkvraag,
        teksten={"lesplan": tekst.lesplan},
    )
    voornemen = voorbereiden.Voornemen(leerdoel, voorbereiding, bestand, nieuwe_ronde=True)
    ronde = voorbereiden.bereid_voor(werkplek, map, voornemen).ronde.id
    yield Gezet(f"leerwerk voorbereiden {TAAK}", f"{' en '.join(tekst.onderdelen)}, met een kijkvraag voor Sanne")
    uitvoeren.leg_les_vast(map, leerdoel, ronde, Uitvoering(dag, KLAS, {"gebeurtenis": tekst.les}))
    yield Gezet("leerwerk uitvoeren", "de les is gegeven")
    gezien = Observatie(
        op=dag,
        wie=MET[0],
        rol="werkplekbegeleider",
        taak=TAAK,
        taakversie=taak.versie,
        kijkpunten=tekst.kijkpunten,
        notities=tekst.notities,
        teksten={"lukte": tekst.lukte, "kijkvraag": tekst.antwoord},
    )
    observeren.neem_op(map, leerdoel, ronde, gezien, taak)
    yield Gezet("leerwerk observeren", "wat Sanne zag en hoorde, per kijkpunt")
    gesprek = Reflectie(dag, tekst.volgende, MET, tekst.besluiten, teksten=tekst.gesprek)
    reflecteren.leg_gesprek_vast(map, leerdoel, ronde, gesprek)
    besluiten = ", ".join(f"{onderdeel} {besluit}" for onderdeel, besluit in tekst.besluiten.items())
    yield Gezet("leerwerk reflecteren", f"samen vastgesteld: {besluiten}")
