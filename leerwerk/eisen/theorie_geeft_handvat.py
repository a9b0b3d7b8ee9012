"""Theorie geeft een handvat: iets wat je kunt doen of zeggen.

Wat: elk handvat vertelt wat je in de les doet of zegt. Bij het voorbereiden
lees je niet alleen, je kiest ook wat je ermee gaat doen. Elke bron van een
onderdeel levert een handvat op, en elk waarom verwijst naar een bron.

Waarom: theorie helpt je pas als je haar morgen kunt gebruiken. Een samenvatting
of een leesopdracht blijft buiten de klas.

Goed: "Stel de vraag, tel in stilte, en geef dan pas een beurt."
Goed: "Lees de twee bladzijden over voorbeelden en kies het voorbeeld dat je
morgen op het bord zet."
Fout: "Lees de tekst van Rosenshine."
Fout: "Slooter onderscheidt zes rollen."

Wat dan wel: begin met een werkwoord en schrijf op wat jij doet, zegt of vraagt.
De auteur mag erbij, maar het handvat staat voorop.
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.rijen import Frasen
from leerwerk.eisen.treffer import Treffer, Uitleg, hele_deel
from leerwerk.taal import (
    Werkwoord,
    Wie,
    Woord,
    Zin,
    Zinsdeel,
    features,
    word_set,
)

ID = "theorie-geeft-handvat"
ERNST = Ernst.FOUT
TITEL = "Theorie geeft een handvat"
VELDEN = {"handvat": Ernst.FOUT, "voorbereiding": Ernst.FOUT}

LEZEN = Uitleg(
    "Dit vraagt om lezen of kijken, maar zegt nog niet wat je er in de les mee doet.",
    "Voeg toe wat je kiest of doet: `Lees … en kies één vraag die je morgen stelt`.",
)
FEIT = Uitleg(
    "Dit zegt hoe het zit, maar nog niet wat je kunt doen of zeggen. Dan blijft de theorie op papier.",
    "Begin met een werkwoord: wat doe, zeg of vraag je op grond hiervan in de les?",
)
VERMOEDEN = Uitleg(
    "Met deze woorden klinkt het als hoe het zit, of als iets om te lezen. Wat je ermee doet, blijft open.",
    FEIT.hulp,
)

GEEN_DAAD = word_set("geen_daad", "eisen")
STUDIE = word_set("studie", "eisen")
VERWIJST = ("<!--", "](", "://")
BIJWOORD = word_set("bijwoord")
FRASEN = Frasen("theorie_geeft_handvat")
STUDIEDAAD = word_set("studiedaad", "eisen")
OM_TE = FRASEN.frase("OM_TE")
DOOR_TE = FRASEN.frase("DOOR_TE")
PASSIEF_LEZEN = FRASEN.frase("PASSIEF_LEZEN")
ERBIJ = FRASEN.frase("ERBIJ")
VAKTEKST = FRASEN.frase("VAKTEKST")
VOORZETSEL = word_set("voorzetsel")
HINT = word_set("hint", "eisen")
KOP = FRASEN.frase("KOP")
ZEKER = FRASEN.frase("ZEKER")
BETREKKELIJK = word_set("betrekkelijk")
REGEL = FRASEN.frase("REGEL")
OVER = FRASEN.frase("OVER")
OPZOEKEN = FRASEN.frase("OPZOEKEN")
ONDERZOEK = FRASEN.frase("ONDERZOEK")
MODAAL_JE = FRASEN.frase("MODAAL_JE")
STUDEREN = FRASEN.frase("STUDEREN")
IN_DE_LES = FRASEN.frase("IN_DE_LES")
OPSOMMING = FRASEN.frase("OPSOMMING")
THEORIE = FRASEN.frase("THEORIE")
BEWERING = FRASEN.frase("BEWERING")
CITEERT = FRASEN.frase("CITEERT")
TEKST = frozenset(["tekst", "teksten", "stuk", "passage", "fragment", "opname", "uitzending"])
ROND_HET_LEZEN = frozenset(["voordat", "omdat"])
VERWIJSWOORD = frozenset(["ze", "hem", "het", "die", "dat", "je", "jij", "er", "mee", "af", "op", "uit", "voor"])
LIDWOORD = frozenset(["de", "het", "een", "deze", "die", "veel", "sommige", "alle"])


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a passage in which nothing is done or said."""
    delen = [deel for zin in zinnen for deel in zin.zinsdelen]
    lezend = next((deel for deel in delen if _is_lezen(deel)), None)
    studie = lezend is not None and _is_studie(delen, lezend)
    if not delen or all(zin.vraag and not zin.heeft("theorie") for zin in zinnen):
        return
    opzoekend = _zoekt_op(delen)
    citeert = any(CITEERT.search(deel) for deel in delen)
    opgesomd = _opgesomd(delen)
    mogelijk = [
        deel
        for deel in delen
        if deel is not opzoekend and deel not in opgesomd and not (citeert and _is_citaat(deel))
    ]
    if any(_is_daad(deel, studie) for deel in mogelijk):
        return
    if lezend is None and _begint_met(delen, "zorgen") and not _gaat_over_theorie(delen):
        return
    if veld == "voorbereiding" and _weet_van_de_klas(delen):
        return
    if lezend is not None:
        yield hele_deel(lezend, LEZEN, VELDEN[veld])
    elif opzoekend is not None or any(_studeert(deel) for deel in delen):
        yield hele_deel(delen[0], LEZEN, VELDEN[veld])
    elif _gaat_over_theorie(delen) or _is_leeslijst(delen) or (veld == "handvat" and _is_bewering(delen)):
        yield hele_deel(delen[0], FEIT, VELDEN[veld])


def _opgesomd(delen: list[Zinsdeel]) -> list[Zinsdeel]:
    """`rust op vier pijlers, te weten maken, tonen en beschouwen`: names of parts, not what to do."""
    if not OPSOMMING.search(delen[0]) or BEWERING.search(delen[0]) is None:
        return []
    return [deel for deel in delen[1:] if _is_naam(deel)]


def _is_naam(deel: Zinsdeel) -> bool:
    """A few words that name something, though one of them may also be a verb: `beeld en taal`."""
    if not any(werkwoord.finiet for werkwoord in deel.werkwoorden):
        return True
    return len(deel.woorden) <= 2 and VERWIJSWOORD.isdisjoint(woord.vorm for woord in deel.woorden)


def _studeert(deel: Zinsdeel) -> bool:
    """Whether theory is taken in, also when it is not said by whom: `de podcast wordt vooraf beluisterd`."""
    if STUDEREN.search(deel):
        return True
    passief = PASSIEF_LEZEN.search(deel) is not None and IN_DE_LES.search(deel) is None
    return (passief or _pakt_erbij(deel)) and deel.heeft("theorie", "theorieding")


def _pakt_erbij(deel: Zinsdeel) -> bool:
    """`Neem de slides er nog eens bij`: what is taken to hand is only looked at."""
    return ERBIJ.search(deel) is not None and not deel.heeft("leerling")


def _is_citaat(deel: Zinsdeel) -> bool:
    """What somebody once said is not what is said in class."""
    return any(woord.citaat for woord in deel.woorden)


def _zoekt_op(delen: list[Zinsdeel]) -> Zinsdeel | None:
    """`Schrijf op wat de auteur bedoelt`: the first clause only serves to study the second."""
    if len(delen) < 2 or delen[1].soort != "bij" or not delen[1].heeft("theorie") or delen[1].heeft("leerling"):
        return None
    eerste = next((daad for daad in delen[0].werkwoorden if not daad.nummer), None)
    return delen[0] if eerste is not None and eerste.infinitief in STUDIEDAAD else None


def _is_studie(delen: list[Zinsdeel], lezend: Zinsdeel) -> bool:
    """Whether the reading is about theory; what pupils know or need may be looked up."""
    opzoeken = OPZOEKEN.search(lezend) is not None
    if opzoeken or lezend.tekst.startswith(" ga na "):
        leerlingen = any(deel.heeft("leerling") for deel in delen)
        return not leerlingen and (opzoeken or _gaat_over_theorie(delen))
    return any(deel.heeft("theorieding", "theorie") for deel in delen) or _is_vaktekst(lezend)


def _is_vaktekst(deel: Zinsdeel) -> bool:
    """`de tekst over klassengesprekken`: a text is for pupils, unless it is about teaching."""
    return not TEKST.isdisjoint(woord.vorm for woord in deel.woorden) and VAKTEKST.search(deel) is not None


def _is_daad(deel: Zinsdeel, studie: bool) -> bool:
    """Whether somebody in class does or says something here."""
    if BEWERING.search(deel) or deel.woorden[0].vorm == "dat":
        return False
    if studie and deel.soort == "bij" and deel.voeg in ROND_HET_LEZEN:
        return False
    if deel.wie is Wie.LEERLING and " volgens " in deel.tekst and deel.heeft("theorie"):
        return False
    if "theorie" in deel.woorden[0].kenmerken and deel.wie is not Wie.LEERLING and _noemt_auteur(deel):
        return False
    if _zegt_wie(deel) or _is_bijzaak(deel):
        return False
    if KOP.search(deel) and not any(w.finiet for w in deel.werkwoorden):
        return False
    if any(woord.citaat for woord in deel.woorden):
        return True
    if _gebiedt(deel, studie) or (REGEL.search(deel) and deel.doet("waarneembaar")):
        return True
    if ZEKER.search(deel) and deel.wie in (Wie.STUDENT, Wie.ONBEKEND):
        return True
    if (OM_TE.search(deel) or DOOR_TE.search(deel)) and deel.doet("waarneembaar"):
        return True
    if deel.wie is Wie.DING or (deel.soort == "bij" and deel.wie is not Wie.STUDENT):
        return False
    return any(_werkt(deel, werkwoord, studie) for werkwoord in deel.werkwoorden) or _onbekende_daad(deel)


def _zegt_wie(deel: Zinsdeel) -> bool:
    """`…, schrijft Jolles`: who said so."""
    eerste = deel.werkwoorden[0] if deel.werkwoorden else None
    return (
        eerste is not None
        and (eerste.wijs, eerste.nummer) == ("stam+t", 0)
        and any("theorie" in woord.kenmerken for woord in deel.woorden[1:2])
        and deel.doet("zeggen", "maken") is not None
    )


def _is_bijzaak(deel: Zinsdeel) -> bool:
    """`vijf technieken die de orde bewaren`: what things do by themselves."""
    daden = deel.werkwoorden
    return (
        deel.voeg == "die"
        and len(daden) == 1
        and (daden[0].wijs, daden[0].nummer) == ("heel", len(deel.woorden) - 1)
        and all(woord.vorm not in {"je", "jij"} for woord in deel.woorden)
    )


def _noemt_auteur(deel: Zinsdeel) -> bool:
    """`Deci en Ryan noemen …`: the one who acts has written a book."""
    return all(woord.vorm not in {"je", "jij"} for woord in deel.woorden) and any(
        daad.nummer for daad in deel.werkwoorden
    )


def _gebiedt(deel: Zinsdeel, studie: bool) -> bool:
    """A stem right before `je`, or in front of a joined clause, is for the student: `…, dek je alles af`."""
    eerste = 1 if deel.woorden[0].vorm in {"maar", "dus"} else 0
    return deel.wie in (Wie.DING, Wie.LEERLING) and any(
        werkwoord.wijs == "stam"
        and (
            _vorm(deel, werkwoord.nummer + 1) in {"je", "jij"}
            or (
                deel.voeg in {"en", "maar", "of", ",", "dus"}
                and werkwoord.nummer == eerste
                and _is_bevel(deel, eerste)
            )
        )
        and _werkt(deel, werkwoord, studie)
        for werkwoord in deel.werkwoorden
    )


def _is_bevel(deel: Zinsdeel, nummer: int) -> bool:
    """Whether a stem can be nothing else: `wacht` may be what he does, `open` how it is."""
    return not _vorm(deel, nummer).endswith("t") and "oordeelswoord" not in deel.woorden[nummer].kenmerken


def _vorm(deel: Zinsdeel, nummer: int) -> str:
    return deel.woorden[nummer].vorm if 0 <= nummer < len(deel.woorden) else ""


def _is_schijn(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    """What only looks like an instruction: a plural verb, or a noun that is also a stem.

    `contexten maken de stof levend`, `beeld en woord worden onthouden`, `wist Vygotski al`.
    """
    nummer = werkwoord.nummer
    if any("innerlijk" in w.soorten and w.nummer == nummer for w in deel.werkwoorden):
        return True
    if not nummer and "oordeelswoord" in deel.woorden[0].kenmerken and _vorm(deel, 1).endswith("en"):
        return True  # `open vragen`
    later = [w for w in deel.werkwoorden if w.nummer > nummer]
    eerder = any(w.finiet and w.nummer < nummer for w in deel.werkwoorden)
    if werkwoord.wijs == "stam" and eerder and not _vorm(deel, nummer).endswith("t"):
        return True
    if werkwoord.wijs == "stam":
        return (
            not nummer
            and not BETREKKELIJK.intersection(woord.vorm for woord in deel.woorden)
            and any(w.infinitief in {"worden", "zijn"} or w.wijs == "stam+t" for w in later)
        )
    if werkwoord.wijs != "heel" or not nummer:
        return False
    if any(w.infinitief == "zijn" and w.wijs != "stam" and w.nummer < nummer for w in deel.werkwoorden):
        return _vorm(deel, nummer - 1) != "te"
    if nummer + 1 >= len(deel.woorden):
        return False
    if any(w.nummer == nummer + 1 and w.wijs == "heel" and _is_schijn(deel, w) for w in later):
        return True
    vorige, volgende = _vorm(deel, nummer - 1), _vorm(deel, nummer + 1)
    onderwerp = vorige.endswith(("en", "s")) and vorige not in BIJWOORD and vorige not in VOORZETSEL
    meervoud = onderwerp or (_vorm(deel, 0) in LIDWOORD and volgende in LIDWOORD)
    alleen = not any(w.finiet or w.infinitief == "laten" for w in deel.werkwoorden)
    return meervoud and alleen and volgende not in VOORZETSEL and deel.wie is not Wie.LEERLING


def _werkt(deel: Zinsdeel, werkwoord: Werkwoord, studie: bool) -> bool:
    if werkwoord.infinitief == "laten":
        return not (deel.heeft("theorie") and not deel.heeft("leerling")) and ONDERZOEK.search(deel) is None
    if _is_schijn(deel, werkwoord):
        return False
    if werkwoord.infinitief in {"gaan", "staan"} and werkwoord.wijs == "stam" and not werkwoord.nummer:
        return True
    if (
        werkwoord.infinitief in GEEN_DAAD
        or "innerlijk" in werkwoord.soorten
        or werkwoord.wijs in {"deelwoord", "verleden"}
    ):
        return False
    if len(deel.woorden) == 1 and not werkwoord.finiet:
        return False
    if werkwoord.infinitief in STUDIEDAAD and _met_theorie(deel, werkwoord.nummer):
        return False
    if deel.heeft("theorie", "theorieding") and _pakt_erbij(deel):
        return False
    if "lezen" in werkwoord.soorten:
        return _leest_in_de_les(deel, werkwoord, studie)
    if studie and "inleveren" in werkwoord.soorten and deel.heeft("product", "formulier"):
        return False
    if deel.wie is Wie.LEERLING and _wil_weten(deel, werkwoord):
        return False
    if deel.wie is Wie.LEERLING:
        return "waarneembaar" in werkwoord.soorten and not _na_te(deel, werkwoord)
    if not werkwoord.finiet and (_is_opsomming(deel) or deel.doet("lezen")):
        return False
    return deel.heeft("leerling") or not STUDEREN.search(deel)


def _wil_weten(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    """`leerlingen onthouden meer van zelf ophalen`: what happens is in their heads, the rest only names it."""
    return werkwoord.wijs == "heel" and any(
        "innerlijk" in daad.soorten and daad.nummer < werkwoord.nummer and daad.infinitief != "leren"
        for daad in deel.werkwoorden
    )


def _met_theorie(deel: Zinsdeel, nummer: int) -> bool:
    """Whether theory itself is looked up or repeated; not `zoek bij elke stap uit de theorie …`."""
    plek = next(deel.met("theorie", "theorieding"), None)
    ertussen = deel.woorden[max(nummer + 1, plek - 2) : plek] if plek is not None else ()
    return (
        plek is not None
        and not deel.heeft("leerling")
        and all(w.vorm not in VOORZETSEL or w.vorm == "van" for w in ertussen)
    )


def _na_te(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    return werkwoord.nummer > 0 and deel.woorden[werkwoord.nummer - 1].vorm == "te"


def _leest_in_de_les(deel: Zinsdeel, werkwoord: Werkwoord, studie: bool) -> bool:
    if IN_DE_LES.search(deel):
        return True
    if studie or deel.heeft("theorieding", "theorie"):
        return False
    return werkwoord.infinitief not in STUDIE or (deel.heeft("leerling") and OVER.search(deel) is None)


def _onbekende_daad(deel: Zinsdeel) -> bool:
    """`je` with a verb that no list knows is taken for an act: `je kunt de kist openbreken`."""
    if MODAAL_JE.search(deel) and deel.doet("innerlijk") is None:
        return any(woord.vorm.endswith("en") and not features(woord.vorm) for woord in deel.woorden[2:])
    return not deel.werkwoorden and deel.soort == "hoofd" and deel.woorden[0].vorm in {"je", "jij"}


def _is_opsomming(deel: Zinsdeel) -> bool:
    """`denken, delen, uitwisselen`: names of steps, not an instruction."""
    heel = sum(werkwoord.wijs == "heel" for werkwoord in deel.werkwoorden)
    if deel.woorden[0].vorm in HINT:
        return False  # `rustig praten, langzaam lopen`
    alle = len(deel.woorden) > 1 and all(woord.vorm.endswith("en") for woord in deel.woorden)
    return alle or (heel > 1 and heel >= len(deel.woorden) - 2)


def _is_lezen(deel: Zinsdeel) -> bool:
    return deel.doet("lezen") is not None and deel.wie in (Wie.STUDENT, Wie.ONBEKEND)


def _begint_met(delen: list[Zinsdeel], infinitief: str) -> bool:
    return any(daad.infinitief == infinitief and not daad.nummer for daad in delen[0].werkwoorden)


def _is_bewering(delen: list[Zinsdeel]) -> bool:
    """A statement, or a term with or without its meaning; not a hint without a verb: `Korte zinnen, …`."""
    if any(KOP.search(deel) or BEWERING.search(deel) for deel in delen):
        return True
    if not any(deel.werkwoorden for deel in delen) and delen[0].woorden[0].vorm in HINT:
        return False
    if any(deel.werkwoorden or any(map(_lijkt_werkwoord, deel.woorden[1:])) for deel in delen):
        return True
    eerste = delen[0]
    if len(delen) > 1 and delen[1].voeg == ":":
        return len(eerste.woorden) <= 2 and eerste.woorden[0].vorm not in {
            "bij",
            "na",
            "voor",
            "eerst",
            "dan",
            "liever",
        }
    return len(delen) == 1 and len(eerste.woorden) <= 3


def _lijkt_werkwoord(woord: Woord) -> bool:
    """Whether a word may be a verb that no list knows."""
    onbekend = woord.vorm not in BIJWOORD and not features(woord.vorm)
    return woord.vorm.endswith("t") and len(woord.vorm) > 4 and onbekend


def _weet_van_de_klas(delen: list[Zinsdeel]) -> bool:
    """`Weet wie je een beurt geeft`: a choice for the lesson, no study."""
    return delen[0].woorden[0].vorm == "weet" and not any(
        deel.heeft("theorie", "theorieding") and not deel.heeft("leerling") for deel in delen
    )


def _is_leeslijst(delen: list[Zinsdeel]) -> bool:
    """Only something to read, without a verb: `De reader over spelvormen`."""
    return not any(deel.werkwoorden for deel in delen) and any(deel.heeft("theorieding") for deel in delen)


def _gaat_over_theorie(delen: list[Zinsdeel]) -> bool:
    return any(deel.heeft("theorie") or THEORIE.search(deel) for deel in delen)
