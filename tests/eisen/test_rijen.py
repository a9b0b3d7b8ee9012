"""The words that a phrase cannot do without hide nothing: every row that occurs is looked for."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerwerk.eisen import EISEN
from leerwerk.eisen.rijen import Rij
from leerwerk.eisen.voorwaarden import all_of, required
from leerwerk.taal import normal_form, read
from tests.eisen.zinnen import read_cases

ZINNEN = sorted({geval.zin for geval in read_cases()})
RIJEN = [(eis, nummer) for eis in EISEN for nummer in range(len(eis.FRASEN.rijen))]
KIJKT_OM = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")


def test_what_occurs_in_a_sentence_is_among_what_is_looked_for():
    verborgen = []
    for tekst in {deel.tekst for zin in ZINNEN[::4] for zinnen in read(zin) for deel in zinnen.zinsdelen}:
        for eis in EISEN:
            gezocht = eis.FRASEN.zeef.sift(tekst.split())
            for nummer, rij in enumerate(eis.FRASEN.rijen):
                if nummer not in gezocht and rij.zoek.search(tekst) and (not rij.met or rij.met.search(tekst)):
                    verborgen.append((eis.ID, nummer, tekst))
            for nummer, los in enumerate(eis.FRASEN.los, 1):
                if -nummer not in gezocht and los.search(tekst):
                    verborgen.append((eis.ID, -nummer, tekst))
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
            assert nummer in eis.FRASEN.zeef.sift(tekst.split())

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
