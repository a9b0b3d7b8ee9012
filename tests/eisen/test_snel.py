"""Reading less finds the same: the words that a phrase or check cannot do without hide nothing."""

import re
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerwerk.eisen import EISEN
from leerwerk.eisen.rijen import Rij
from leerwerk.eisen.toets import IN_GEHEEL, VRIJ, WIJKEN, check_passage
from leerwerk.eisen.velden import ALLE
from leerwerk.eisen.voorwaarden import all_of, required
from leerwerk.eisen.zeef import Zeef, in_lists, look, mark
from leerwerk.taal import glance, normal_form, read, spellings, union
from tests.deur import WORTEL
from tests.eisen.zinnen import read_cases

ZINNEN = sorted({(geval.veld, geval.zin) for geval in read_cases()})
RIJEN = [(eis, nummer) for eis in EISEN for nummer in range(len(eis.FRASEN.rijen))]
KIJKT_OM = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")


def voluit(tekst, veld):
    """What the eisen find when no word is looked up beforehand: every sentence that `needs` lets through is read."""
    eisen = [eis for eis in EISEN if veld in eis.VELDEN and eis.needs(*glance(tekst), veld)]

    def is_nodig(woorden):
        gelezen = [tekst[woord.begin : woord.eind] for woord in woorden if not woord.citaat]
        return any(eis.needs(union(gelezen), gelezen, veld) for eis in eisen)

    alles = any(eis in IN_GEHEEL for eis in eisen) or not VRIJ.isdisjoint(glance(tekst)[1])
    zinnen = read(tekst, None if alles else is_nodig)
    gevonden = []
    for eis in eisen:
        if not gevonden or eis.ID not in WIJKEN:
            gevonden.extend((eis, treffer) for treffer in eis.check(zinnen, veld))
    return tuple(gevonden)


def test_every_sentence_gives_the_same_in_its_own_field():
    anders = [(veld, zin) for veld, zin in ZINNEN if check_passage(zin, veld) != voluit(zin, veld)]
    assert anders == []


@pytest.mark.parametrize("eis", EISEN, ids=lambda eis: eis.ID)
def test_the_very_first_sentence_of_a_process_gives_the_same(eis):
    veld, zin = next(
        (veld, zin) for veld, zin in ZINNEN if eis.ID in {gevonden.ID for gevonden, _ in voluit(zin, veld)}
    )
    code = f"from leerwerk.eisen.toets import check_passage; print([eis.ID for eis, _ in check_passage({zin!r}, {veld!r})])"
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=WORTEL)
    assert eis.ID in uit.stdout


def test_a_sieve_that_is_made_later_knows_a_text_that_was_marked_before():
    merk = mark(["een", "zeldzaamwoord", "erbij"])
    weg = (frozenset({" zeldzaamwoord "}),)
    assert Zeef([(weg, "ja")]).sift(merk) == {"ja"}


def test_sentences_together_give_the_same_in_any_field():
    anders = []
    for nummer in range(0, len(ZINNEN) - 3, 3):
        veld = ALLE[nummer % len(ALLE)]
        tekst = " ".join(zin for _, zin in (ZINNEN[nummer], ZINNEN[-nummer], ZINNEN[nummer // 2]))
        if check_passage(tekst, veld) != voluit(tekst, veld):
            anders.append((veld, tekst))
    assert anders == []


@pytest.mark.parametrize("eis", IN_GEHEEL, ids=lambda eis: eis.ID)
def test_in_what_is_fine_at_first_sight_a_full_reading_finds_nothing(eis):
    teksten = {zin for _, zin in ZINNEN} | {
        " ".join(zinnen) for zinnen in zip(*[(zin for _, zin in ZINNEN)] * 2, strict=False)
    }
    fijn = [tekst for tekst in teksten if eis.fine(look(tekst, spellings(tekst), mark(spellings(tekst))))]
    assert fijn
    assert [(veld, tekst) for tekst in fijn for veld in eis.VELDEN if list(eis.check(read(tekst), veld))] == []


def test_a_row_that_occurs_in_a_sentence_is_among_those_that_are_looked_for():
    verborgen = []
    for tekst in {deel.tekst for _, zin in ZINNEN[::4] for zinnen in read(zin) for deel in zinnen.zinsdelen}:
        for eis in EISEN:
            gezocht = eis.FRASEN.zeef.sift(mark(tekst.split())) if eis.FRASEN.rijen else set()
            for nummer, rij in enumerate(eis.FRASEN.rijen):
                if nummer not in gezocht and rij.zoek.search(tekst) and (not rij.met or rij.met.search(tekst)):
                    verborgen.append((eis.ID, nummer, tekst))
    assert verborgen == []


def patroon(zoek):
    """A phrase as a pattern that examples can be made of: a lookaround only takes some of them away."""
    return re.compile(KIJKT_OM.sub("", zoek.pattern()))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("eis", "nummer"), RIJEN, ids=lambda waarde: getattr(waarde, "ID", waarde))
def test_a_row_is_found_by_any_text_it_occurs_in(eis, nummer):
    rij: Rij = eis.FRASEN.rijen[nummer]

    @settings(max_examples=2, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.tuples(*(st.from_regex(patroon(zoek), fullmatch=True) for zoek in (rij.zoek, rij.met) if zoek)))
    def zoek(delen):
        tekst = f" {' '.join(normal_form(woord) for woord in ''.join(delen).split(' ') if woord)} "
        if rij.zoek.search(tekst) and (not rij.met or rij.met.search(tekst)):
            assert nummer in eis.FRASEN.zeef.sift(mark(tekst.split()))

    zoek()


@pytest.mark.parametrize(
    ("bron", "verwacht"),
    [
        ("geen (?:verslag|poster)", [[{" geen "}, {" verslag ", " poster "}]]),
        ("(?:ten minste|minstens) (?:\\S+ ){0,3}<DING>", [[{" minste ", " minstens "}, {" taak ", " kaart "}]]),
        ("(?:on)?voldoende", [[{" voldoende ", " onvoldoende "}]]),
        ("\\S*begeleider", [[{"begeleider "}]]),
        ("herhaal\\S*|\\d{1,2} mei", [[{" herhaal"}], [{"0"}, {" mei "}]]),
        ("(?<!nog )één(?! of) (?:keer )?(?:\\S+ )?klaar", [[{" één "}, {" klaar "}]]),
        ("voldoe[nt]? (?:de |het )*(?:a b|c)", [[{" voldoe ", " voldoen ", " voldoet "}, {" a ", " c "}]]),
        ("(?:\\S+ )?.*", [[]]),
    ],
)
def test_what_a_phrase_cannot_do_without(bron, verwacht):
    wegen = required(bron, {"DING": "taak|kaart"})
    assert [[set(voorwaarde) for voorwaarde in weg] for weg in wegen] == verwacht


def test_of_several_ways_the_weaker_is_kept():
    assert all_of([(frozenset({" a "}), frozenset({" verslag "})), (frozenset({" poster "}),)]) == (
        frozenset({" verslag ", " poster "}),
    )
    assert all_of([(frozenset({" a "}),), ()]) == ()


def test_a_separable_verb_is_found_in_one_piece_and_in_two():
    zeef = Zeef((weg, "inleveren") for weg in in_lists("=inleveren"))
    assert zeef.sift(mark(spellings("Lever het formulier op tijd in."))) == {"inleveren"}
    assert zeef.sift(mark(spellings("Je hoeft het niet in te leveren, ingeleverd is genoeg."))) == {"inleveren"}
    assert zeef.sift(mark(spellings("Lever commentaar op de tekst."))) == set()


@pytest.mark.parametrize("tekst", ["Doe 4-puntsschaal en 50% of 2,5.", "zie foo-https://x.nl/een-taak [@bron-2020]"])
def test_spellings_are_the_words_that_are_read(tekst):
    gelezen = {
        tekst[woord.begin : woord.eind] for zin in read(tekst) for deel in zin.zinsdelen for woord in deel.woorden
    }
    assert gelezen <= set(spellings(tekst))
