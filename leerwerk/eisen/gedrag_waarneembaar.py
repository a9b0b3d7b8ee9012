"""Gedrag kun je zien of horen.

Wat: het gedrag van een taak en elk kijkpunt noemen iets wat iemand achter in de
klas kan zien of horen: wat de docent doet of zegt, of wat leerlingen daardoor
zichtbaar doen.

Waarom: gedrag kun je oefenen en terugzien, een eigenschap of een gevoel niet.
Staat er wat je doet, dan weten jij en je begeleider allebei waar je naar kijkt.

Goed: "Je noemt de naam van de routine en wacht tot iedereen hem uitvoert."
Goed: "Je laat zien dat je luistert: je herhaalt de kern van het antwoord."
Fout: "Je wordt strenger."
Fout: "Creëert een veilig leerklimaat."

Wat dan wel: vraag je af waaraan een collega het zou merken, en schrijf dat op.
"Je voelt je zekerder" wordt: "Je staat stil, kijkt rond en begint pas te praten
als het stil is."
"""

from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen.rijen import Frasen
from leerwerk.eisen.treffer import Treffer, Uitleg, hele_deel, treffer
from leerwerk.taal import Werkwoord, Wie, Zin, Zinsdeel, features, word_set

ID = "gedrag-waarneembaar"
ERNST = Ernst.FOUT
TITEL = "Gedrag kun je zien of horen"
VELDEN = {"gedrag": Ernst.FOUT, "kijkpunt": Ernst.FOUT, "uitvoering": Ernst.WAARSCHUWING}

INNERLIJK = Uitleg(
    "Dit gaat over wat iemand weet, vindt of voelt. Dat kan een ander niet zien, dus ook niet met je bespreken.",
    "Schrijf op waaraan je het merkt: wat doet of zegt de docent, of wat doen leerlingen dan?",
)
VERMOEDEN = Uitleg(
    "Met deze woorden klinkt het als iets wat een ander niet kan zien of horen.",
    INNERLIJK.hulp,
)
EIGENSCHAP = Uitleg(
    "Dit is een eigenschap of een oordeel. Een eigenschap kun je niet oefenen, gedrag wel.",
    "Schrijf op wat je dan doet: wat zie of hoor je achter in de klas?",
)
BEKWAAM = Uitleg(
    "Dit zegt dat iemand iets kan, maar niet wat er in de les gebeurt.",
    "Laat `kan` weg en noem wat je doet: `legt uit`, `vraagt`, `wijst aan`.",
)
ABSTRACT = Uitleg(
    "Dit is een bedoeling. Twee mensen zien daar verschillende dingen bij, en oefenen is dan lastig.",
    "Noem de handeling waarmee je het bereikt, bijvoorbeeld wat je zegt, vraagt, laat doen of aanwijst.",
)

FRASEN = Frasen("gedrag_waarneembaar")
KALE_BEKWAAMHEID = FRASEN.frase("KALE_BEKWAAMHEID")
HANDELING = FRASEN.frase("HANDELING")
NA_OORDEEL = word_set("na_oordeel", "eisen")
IDIOOM = FRASEN.frase("IDIOOM")
NIET_TE_LATEN = frozenset(["laten", "komen", "gaan", "kunnen", "worden", "zijn", "hebben"])
TOCH_TE_LATEN = frozenset(["proberen", "doen", "waarnemen", "voelen", "inschatten"])
ZINTUIG = frozenset(["zien", "horen"])
MERKBAAR_AAN = FRASEN.frase("MERKBAAR_AAN")
MERKBAAR = FRASEN.frase("MERKBAAR")
ZICHTBAAR = FRASEN.frase("ZICHTBAAR")
DOOR_TE = FRASEN.frase("DOOR_TE")
INNERLIJK_ZELF = FRASEN.frase("INNERLIJK_ZELF")
BIJ_IETS = FRASEN.frase("BIJ_IETS")
VOEL_JE = FRASEN.frase("VOEL_JE")
LEERT_AAN = FRASEN.frase("LEERT_AAN")
WEEGT = FRASEN.frase("WEEGT")
INHOUD = word_set("inhoud", "eisen")
STERK_VAAG = word_set("sterk_vaag", "eisen")
ANDERS = frozenset({"innerlijk", "abstract", "koppel", "hulp"})
DOEL = frozenset(["zodat", "opdat"])
OMSTANDIGHEID = word_set("omstandigheid", "eisen")
BIJWOORD = word_set("bijwoord")
VOORZETSEL = word_set("voorzetsel")
JIJ = word_set("jij")
MODAAL = frozenset(["kunnen", "durven"])
WIL = frozenset(["willen", "hopen", "wensen", "streven", "overwegen", "beogen", "verlangen"])
GELIJKTIJDIG = frozenset(["terwijl", "zodra", "voordat", "nadat"])
BLIJKT = frozenset(["zien", "merken", "blijken"])
TOESTAND = frozenset(["zijn", "voelen", "weten", "raken", "wanen"])
SCHIJN = word_set("schijn", "eisen")


def check(zinnen: tuple[Zin, ...], veld: str) -> Iterator[Treffer]:
    """Stop at a passage in which nobody does anything that can be seen."""
    delen = [deel for zin in zinnen if not zin.vraag for deel in zin.zinsdelen]
    if any(_is_zichtbaar(deel) and _toont_zelf(delen, nummer) for nummer, deel in enumerate(delen)):
        return
    if any(WEEGT.search(deel) for deel in delen):
        return
    streng = veld != "uitvoering"
    vaag = (gevonden for deel in delen if streng or _van_student(deel) for gevonden in _vaag(deel, veld))
    eerste = next(vaag, None)
    if eerste is None and streng and delen and not any(_lijkt_werkwoord(deel) for deel in delen):
        eerste = hele_deel(delen[0], ABSTRACT, VELDEN[veld])
    if eerste is not None:
        yield eerste


def _is_zichtbaar(deel: Zinsdeel) -> bool:
    if any(woord.citaat for woord in deel.woorden):
        return True
    if deel.voeg in DOEL or IDIOOM.search(deel):
        return False
    kaal = (
        deel.uitvoerder is not Wie.LEERLING
        and deel.woorden[0].vorm != "durf"
        and (deel.doet("hulp") or KALE_BEKWAAMHEID.search(deel))
    )
    if kaal and (any(w.infinitief in MODAAL and w.finiet for w in deel.werkwoorden) or KALE_BEKWAAMHEID.search(deel)):
        return False
    if DOOR_TE.search(deel) or BIJ_IETS.search(deel) or LEERT_AAN.search(deel):
        return True
    if deel.woorden[0].vorm == "laat" and deel.woorden[-1].vorm in ZINTUIG:
        return not deel.heeft("abstract", "verdict")
    if MERKBAAR_AAN.search(deel):
        return True
    if MERKBAAR.search(deel) and deel.doet("koppel") is None:
        return True
    if deel.uitvoerder is Wie.LEERLING and deel.doet("hulp") and _onbekende_daad(deel):
        return True
    if deel.uitvoerder is Wie.LEERLING and deel.doet("hulp") and any(_laat_doen(daad) for daad in deel.werkwoorden):
        return True
    if ZICHTBAAR.search(deel) and not deel.heeft("abstract", "verdict"):
        return True
    if any(_telt(deel, w) and _toont(deel, w) for w in deel.werkwoorden):
        return True
    return HANDELING.search(deel) is not None and deel.doet("innerlijk", "koppel", "hulp") is None


def _onbekende_daad(deel: Zinsdeel) -> bool:
    """`laat een leerling uitpraten`: an infinitive that no list knows."""
    vormen = [woord.vorm for woord in deel.woorden]
    return " laat " in deel.tekst[:12] and any(vorm.endswith("en") and not features(vorm) for vorm in vormen[2:])


def _laat_doen(daad: Werkwoord) -> bool:
    """What pupils are made to do, whatever it is, can be seen: `laat leerlingen proberen`."""
    andere = {"innerlijk", "abstract", "koppel"} if daad.infinitief not in TOCH_TE_LATEN else set()
    return daad.wijs == "heel" and daad.infinitief not in NIET_TE_LATEN and daad.soorten.isdisjoint(andere)


def _telt(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    """A purpose (`om … te`) and a state (`is voorbereid`) are no acts."""
    ervoor = deel.woorden[: werkwoord.nummer]
    if werkwoord.wijs == "stam" and ervoor and _is_naam(deel, werkwoord.nummer):
        return False
    if _is_bijvoeglijk(deel, werkwoord) or _is_kern(deel, werkwoord) or _is_gedachte(deel, werkwoord):
        return False
    if werkwoord.wijs == "heel" and any(w.finiet and w.infinitief in WIL for w in deel.werkwoorden):
        return False
    if werkwoord.wijs == "deelwoord" and any(w.finiet and w.nummer == werkwoord.nummer for w in deel.werkwoorden):
        return False
    if werkwoord.wijs == "heel" and ervoor and ervoor[-1].vorm == "te":
        return not any(woord.vorm == "om" for woord in ervoor) or deel.doet("zeggen") is not None
    return werkwoord.wijs != "deelwoord" or not any(w.infinitief in TOESTAND for w in deel.werkwoorden)


def _is_bijvoeglijk(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    """`communiceert helder, open en eerlijk`: in a row of adjectives, `open` is no verb."""
    if werkwoord.wijs != "stam" or werkwoord.nummer or deel.voeg not in {",", "en"}:
        return False
    return "oordeelswoord" in deel.woorden[0].kenmerken


def _is_gedachte(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    """`ziet in dat niet iedereen vlot leest`: what is behind `dat` is what somebody thinks."""
    return any(
        "innerlijk" in eerder.soorten
        and eerder.finiet
        and any(woord.vorm == "dat" for woord in deel.woorden[eerder.nummer + 1 : werkwoord.nummer])
        for eerder in deel.werkwoorden
    )


def _is_kern(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    """Beside `zijn`, what looks like an infinitive may be a noun: `is niet bang voor lastige vragen`."""
    if werkwoord.wijs != "heel" or not werkwoord.nummer:
        return False
    vorige = deel.woorden[werkwoord.nummer - 1].vorm
    if vorige.endswith("les") and deel.doet("hulp") is None:
        return True  # `de praktijkles lassen`
    if deel.doet("koppel") is None:
        return False
    verbogen = vorige.endswith("e") and not vorige.endswith("je") and len(vorige) > 3
    return verbogen or vorige in {"voor", "over", "van"}


def _is_naam(deel: Zinsdeel, nummer: int) -> bool:
    """A bare stem is a verb beside `je` or behind an adverb; elsewhere it is a noun or an adjective: `is druk`."""
    vormen = [woord.vorm for woord in deel.woorden]
    if vormen[nummer].endswith("t") or vormen[nummer + 1 : nummer + 2] == ["je"]:
        return False
    return any(vorm not in BIJWOORD and vorm not in JIJ for vorm in vormen[:nummer])


def _toont(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    infinitief, soorten = werkwoord.infinitief, werkwoord.soorten
    if infinitief == "krijgen" and deel.wie is Wie.LEERLING:
        return not deel.heeft("abstract", "verdict") and INNERLIJK_ZELF.search(deel) is None
    if infinitief == "beoordelen" and deel.heeft("leerling"):
        return True
    if "waarneembaar" not in soorten or infinitief in SCHIJN:
        return False
    if deel.wie is Wie.DING and deel.heeft("abstract"):
        return False
    if "licht" in soorten:
        if deel.wie is Wie.DING and deel.heeft("oordeelswoord"):
            return False
        return not (deel.heeft("abstract") or _veroordeelt(deel)) and " om met " not in deel.tekst
    return soorten.isdisjoint({"innerlijk", "abstract"})


def _veroordeelt(deel: Zinsdeel) -> bool:
    """Whether a verdict stands in for the act: `geeft helder les`, but not `het goede antwoord`."""
    vormen = [woord.vorm for woord in deel.woorden]
    if vormen[-2:-1] and vormen[-2] in VOORZETSEL and vormen[-1] == "zich":
        return False
    if "duidelijk" in vormen and any(daad.infinitief == "maken" for daad in deel.werkwoorden):
        return False
    return any(
        vormen[nummer + 1 : nummer + 2] == [] or vormen[nummer + 1] not in NA_OORDEEL
        for nummer in deel.met("verdict")
    )


def _toont_zelf(delen: list[Zinsdeel], nummer: int) -> bool:
    """Whether a clause tells what happens, and not when, who or why: `blijft rustig als een leerling roept`."""
    while nummer and delen[nummer].soort == "bij" and delen[nummer].voeg in {"en", "of", ","}:
        nummer -= 1
    if _loopt_door(delen, nummer):
        return True
    if delen[nummer].soort == "bij" and (delen[nummer].voeg in OMSTANDIGHEID or _is_achtergrond(delen, nummer)):
        return DOOR_TE.search(delen[nummer]) is not None
    return not any(kijkt(delen, nummer) for kijkt in (_in_het_hoofd, _is_tweede_kern, _belooft))


def _loopt_door(delen: list[Zinsdeel], nummer: int) -> bool:
    """`Laat leerlingen die klaar zijn, zelf nakijken`: what they are made to do stands behind who they are."""
    deel, eerder = delen[nummer], delen[nummer - 1] if nummer else None
    if eerder is None or deel.voeg != "die" or len(deel.werkwoorden) < 2 or not eerder.heeft("leerling"):
        return False
    daad = deel.werkwoorden[-1]
    laat = [werkwoord.infinitief for werkwoord in eerder.werkwoorden] == ["laten"]
    return laat and daad.nummer == len(deel.woorden) - 1 and _laat_doen(daad)


def _belooft(delen: list[Zinsdeel], nummer: int) -> bool:
    """`laat zien dat hij de stof beheerst`: it says that something shows, but not by what."""
    vormen = [woord.vorm for woord in delen[nummer].woorden]
    erna = delen[nummer + 1] if nummer + 1 < len(delen) else None
    if "laat" not in vormen[:2] or vormen[-1] not in BLIJKT or len(vormen) > 3 or erna is None or erna.voeg != "dat":
        return False
    return erna.wie is not Wie.LEERLING and erna.doet("innerlijk", "koppel", "abstract") is not None


def _is_achtergrond(delen: list[Zinsdeel], nummer: int) -> bool:
    """`straalt rust uit terwijl de klas binnenkomt`: beside what is vague, what pupils do is only when."""
    deel, eerder = delen[nummer], delen[nummer - 1] if nummer else None
    if deel.voeg not in GELIJKTIJDIG or deel.wie is not Wie.LEERLING or eerder is None:
        return False
    return eerder.doet("innerlijk", "koppel", "abstract") is not None


def _is_tweede_kern(delen: list[Zinsdeel], nummer: int) -> bool:
    """`kent de regels voor tillen en verplaatsen`: the second of two nouns is no act of its own."""
    deel = delen[nummer]
    if not nummer or deel.voeg not in {"en", "of"} or [(w.wijs, w.nummer) for w in deel.werkwoorden] != [("heel", 0)]:
        return False
    eerder = delen[nummer - 1]
    vormen = [woord.vorm for woord in eerder.woorden]
    return eerder.doet("innerlijk", "koppel") is not None and vormen[-1].endswith("en") and vormen[-2] in VOORZETSEL


def _in_het_hoofd(delen: list[Zinsdeel], nummer: int) -> bool:
    """Whether a clause is what somebody knows or wants: `wil dat iedereen meedoet`."""
    deel = delen[nummer]
    inhoud = deel.voeg in INHOUD and (deel.soort == "bij" or (deel.voeg == "of" and deel.wie is Wie.DING))
    hoofd = delen[nummer - 1] if nummer and inhoud else None
    return (
        hoofd is not None and hoofd.doet("innerlijk", "koppel", "abstract") is not None and not _is_zichtbaar(hoofd)
    )


def _van_student(deel: Zinsdeel) -> bool:
    """In `uitvoering` only what the student is told to be or feel counts."""
    if VOEL_JE.search(deel):
        return True
    vaag = any(_is_vaag(deel, werkwoord) for werkwoord in deel.werkwoorden)
    return deel.wie is Wie.STUDENT and deel.soort == "hoofd" and vaag


def _is_vaag(deel: Zinsdeel, werkwoord: Werkwoord) -> bool:
    if "innerlijk" in werkwoord.soorten:
        probeert = any(daad.infinitief == "proberen" for daad in deel.werkwoorden)
        return werkwoord.finiet or probeert or deel.woorden[0].vorm == "leer"
    vorm = deel.woorden[werkwoord.nummer].vorm
    return werkwoord.infinitief in STERK_VAAG and vorm not in {"is", "was", "wordt"}


def _vaag(deel: Zinsdeel, veld: str) -> Iterator[Treffer]:
    """The first thing in a clause that is no behaviour, with why."""
    ernst = VELDEN[veld]
    for werkwoord in deel.werkwoorden:
        if (uitleg := _bij_werkwoord(deel, werkwoord.infinitief, werkwoord.soorten)) is not None:
            yield treffer(deel, (werkwoord.nummer, len(deel.woorden) - 1), uitleg, ernst)
    if not deel.werkwoorden and veld == "kijkpunt" and not _lijkt_werkwoord(deel):
        yield hele_deel(deel, EIGENSCHAP, ernst)


def _lijkt_werkwoord(deel: Zinsdeel) -> bool:
    """Whether the first word may be a verb that no list knows: `Jojoot tussen …`."""
    eerste = deel.woorden[0]
    return eerste.vorm.endswith("t") and len(eerste.vorm) > 3 and not features(eerste.vorm)


def _bij_werkwoord(deel: Zinsdeel, infinitief: str, soorten: frozenset[str]) -> Uitleg | None:
    if "innerlijk" in soorten or VOEL_JE.search(deel):
        return INNERLIJK
    if infinitief in MODAAL or KALE_BEKWAAMHEID.search(deel):
        return BEKWAAM
    if "koppel" in soorten:
        return EIGENSCHAP
    if infinitief == "hebben" or ("licht" in soorten and deel.heeft("abstract", "oordeelswoord", "verdict")):
        return ABSTRACT
    return ABSTRACT if "abstract" in soorten else None
