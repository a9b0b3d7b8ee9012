"""What the module reads in a sentence."""

import time

import pytest

from leerwerk.taal import Wie, Zinsdeel, read
from leerwerk.taal.lexicon import kenmerken


def clauses(tekst: str) -> list[Zinsdeel]:
    return [deel for zin in read(tekst) for deel in zin.zinsdelen]


def negated(tekst: str) -> set[str]:
    return {deel.woorden[nummer].vorm for deel in clauses(tekst) for nummer in deel.ontkend}


def verbs(tekst: str) -> set[str]:
    return {werkwoord.infinitief for deel in clauses(tekst) for werkwoord in deel.werkwoorden}


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("Leerlingen schrijven een verslag; jij kijkt.", ["leerlingen schrijven een verslag", "jij kijkt"]),
        ("Schrijf geen verslag, poster of map.", ["schrijf geen verslag poster map"]),
        ("Stel de vraag en wacht.", ["stel de vraag", "wacht"]),
        ("Een taak is geen vakje dat je aankruist.", ["een taak is geen vakje", "dat je aankruist"]),
        ("Doe het maar één keer voor.", ["doe het maar één keer voor"]),
    ],
)
def test_clauses(tekst: str, delen: list[str]) -> None:
    assert [deel.tekst.strip() for deel in clauses(tekst)] == delen


@pytest.mark.parametrize(
    ("tekst", "ontkend", "niet_ontkend"),
    [
        ("Je schrijft géén verslag.", "verslag", "je"),
        ("Je hoeft geen verslag te maken, maar werk je les wel uit in een blog.", "verslag", "blog"),
        ("Geen verslag, wel een podcast.", "verslag", "podcast"),
        ("In plaats van een verslag vul je de kaart in.", "verslag", "kaart"),
        ("Zonder iets op papier te zetten vertel je hoe het ging.", "papier", "vertel"),
        ("Er bestaat geen lijst die je moet afwerken.", "afwerken", "er"),
        ("Zonder een voldoende kun je niet slagen.", "", "slagen"),
        ("Maak niet meer dan zes dia's.", "", "dia's"),
        ("Je doet de taak in mei, daarna niet meer.", "daarna", "taak"),
    ],
)
def test_negation_reaches_as_far_as_it_should(tekst: str, ontkend: str, niet_ontkend: str) -> None:
    gevonden = negated(tekst)
    assert not ontkend or ontkend in gevonden
    assert niet_ontkend not in gevonden


@pytest.mark.parametrize(
    ("tekst", "wie"),
    [
        ("Leerlingen leveren hun schets in.", Wie.LEERLING),
        ("Laat elk tweetal een antwoord opschrijven.", Wie.LEERLING),
        ("Laat je begeleider de kaart aftekenen.", Wie.BEGELEIDER),
        ("De werkplekbegeleider noteert alles.", Wie.BEGELEIDER),
        ("Je vraagt leerlingen om stilte.", Wie.STUDENT),
        ("Vraagt leerlingen om een voorbeeld.", Wie.STUDENT),
        ("Teken dan de situatie op het bord.", Wie.STUDENT),
        ("Als het rumoerig wordt, zwijg je.", Wie.STUDENT),
        ("Er wordt een verslag gemaakt door de student.", Wie.STUDENT),
        ("De uitleg over osmose is helder.", Wie.DING),
    ],
)
def test_who_acts(tekst: str, wie: Wie) -> None:
    assert clauses(tekst)[-1].uitvoerder is wie


@pytest.mark.parametrize(
    ("tekst", "werkwoord"),
    [
        ("Lever je lesplan op tijd in.", "inleveren"),
        ("Vink elk onderdeel af.", "afvinken"),
        ("Je vat samen wat twee leerlingen zeiden.", "samenvatten"),
        ("Je hoeft het nergens in te leveren.", "inleveren"),
        ("Het formulier is ingeleverd.", "inleveren"),
        ("Rekent een voorbeeld voor.", "voorrekenen"),
    ],
)
def test_separated_verbs_come_together(tekst: str, werkwoord: str) -> None:
    assert werkwoord in verbs(tekst)


def test_a_noun_is_no_verb() -> None:
    assert verbs("Herhaalt de vraag in je lessen.") == {"herhalen"}


@pytest.mark.parametrize(
    ("woord", "lijst"),
    [
        ("reflectieverslag", "van-student"),
        ("practicumverslagen", "van-leerling"),
        ("verslagje", "product"),
        ("portfolio's", "product"),
        ("leerwerktaken", "taakding"),
        ("stagebegeleiders", "begeleider"),
        ("brugklassers", "leerling"),
    ],
)
def test_compounds_and_diminutives(woord: str, lijst: str) -> None:
    assert lijst in kenmerken(woord)


@pytest.mark.parametrize("woord", ["standpunt", "kijkpunt", "figuren", "hoeveelheid"])
def test_words_that_only_look_like_a_compound(woord: str) -> None:
    assert not kenmerken(woord) & {"waardering", "abstract", "les"}


def test_a_quoted_sentence_is_not_read_as_instruction() -> None:
    (zin,) = read("Zeg: 'Lever je blaadje in bij de deur.'")
    assert "inleveren" not in {werkwoord.infinitief for deel in zin.zinsdelen for werkwoord in deel.werkwoorden}


def test_accents_for_emphasis_disappear_but_one_stays_a_number() -> None:
    (deel,) = clauses("Géén fout in één les.")
    assert [woord.vorm for woord in deel.woorden] == ["geen", "fout", "in", "één", "les"]


def test_a_place_points_into_the_passage() -> None:
    tekst = "Wacht even. Je schrijft [@bron-2020] géén verslag."
    woord = clauses(tekst)[-1].woorden[-1]
    assert tekst[woord.begin : woord.eind] == "verslag"


@pytest.mark.parametrize("teken", ["a ", "'", "(", "geen ", "één keer ", "die dat ", ", en ", "x" * 50, "é", "[@"])
def test_a_line_of_a_megabyte_does_not_hang(teken: str) -> None:
    begin = time.perf_counter()
    read(teken * (1_000_000 // len(teken)))
    assert time.perf_counter() - begin < 5
