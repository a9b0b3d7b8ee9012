"""What words weigh: added up per eis, and used before and after reading."""

import math
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerwerk.domain.bevinding import Ernst
from leerwerk.eisen import EISEN, toets, weging
from leerwerk.eisen.toets import check_passage
from leerwerk.eisen.velden import ALLE
from leerwerk.eisen.weging import VAST, above, as_weighed, bounds, heaviest, known_part, per_eis, sign, weigh
from leerwerk.taal import glimpse, read
from tests.eisen import wegen
from tests.nodig import ontbreekt

RIJEN = [
    regel.split("\t")
    for regel in wegen.GEWICHTEN.read_text(encoding="utf-8").splitlines()
    if not regel.startswith("#")
][1:]
WOORDEN = sorted({rij[0] for rij in RIJEN} - {VAST})
GRENZEN = (weging.possible(), weging.heavy())
GEVONDEN = check_passage.__wrapped__


def zwaar(eis):
    """A sentence that words alone stop, and how they say so."""
    return next(
        (tekst.veld, tekst.tekst, gevonden)
        for tekst in wegen.teksten()
        for gezien, gevonden in check_passage(tekst.tekst, tekst.veld)
        if gezien is eis and gevonden.uitleg == eis.VERMOEDEN
    )


@given(st.lists(st.sampled_from(WOORDEN), max_size=12), st.sampled_from(ALLE))
def test_weights_are_added_word_by_word(woorden, veld):
    per_woord = {(rij[0], rij[1]): [int(getal or 0) for getal in rij[2:]] for rij in RIJEN}
    kenmerken = [(VAST, ""), (VAST, veld), *((woord, plek) for woord in {*woorden} for plek in ("", veld))]
    nul = [0] * len(EISEN)
    assert per_eis(weigh(woorden, veld)) == tuple(
        map(sum, zip(*(per_woord.get(k, nul) for k in kenmerken), strict=True))
    )


@given(
    st.lists(st.sampled_from(WOORDEN), max_size=12),
    st.sampled_from(ALLE),
    st.lists(st.integers(-60, 60), min_size=len(EISEN), max_size=len(EISEN)),
)
def test_the_eisen_above_their_bound_are_known_by_their_signs(woorden, veld, grenzen):
    som = weigh(woorden, veld)
    zwaarder = [nummer for nummer, gewicht in enumerate(per_eis(som)) if gewicht > grenzen[nummer]]
    alle = sum(map(sign, range(len(EISEN))))
    assert above(som, bounds(grenzen), alle) == sum(map(sign, zwaarder))


def test_the_columns_are_the_eisen_in_order():
    assert weging.eisen() == tuple(eis.ID for eis in EISEN)


@pytest.mark.parametrize(
    ("woord", "vorm"), [("Géén", "geen"), ("12", "00"), ("één", "één"), ("Minstens", "minstens")]
)
def test_accents_capitals_and_digits_weigh_nothing(woord, vorm):
    assert as_weighed(woord) == vorm


@pytest.mark.parametrize(
    ("woord", "deel"),
    [
        ("stageverslag", "verslag"),
        ("verslag", "verslag"),
        ("eindverslag", "eindverslag"),
        ("lesverslag", "lesverslag"),
        ("reflectiemap", "reflectiemap"),
    ],
    ids=["laatste deel", "zelf bekend", "als geheel bekend", "begin te kort", "deel te kort"],
)
def test_a_compound_weighs_as_its_longest_known_last_part(woord, deel):
    assert known_part(woord, {"verslag", "eindverslag", "map"}) == deel


def test_a_compound_that_nobody_wrote_before_is_found():
    assert "zoutkristalverslag" not in weging.weights()[""]
    assert weigh(["zoutkristalverslag"], "reflectie") == weigh(["verslag"], "reflectie") != weigh([], "reflectie")


@pytest.mark.parametrize("eis", EISEN, ids=lambda eis: eis.ID)
def test_words_alone_may_stop_a_sentence_and_then_only_warn(eis):
    veld, tekst, gevonden = zwaar(eis)
    assert gevonden.ernst is Ernst.WAARSCHUWING
    assert tekst[gevonden.begin : gevonden.eind].strip()


def test_the_stretch_that_weighs_most_is_marked():
    tekst = "Loop rustig rond en verzamel voor je portfolio drie bewijsstukken van de les over breuken."
    begin, eind = heaviest(tekst, "uitvoering", "les-is-product")
    assert "portfolio" in tekst[begin:eind]
    assert not tekst[begin:eind].startswith("Loop")


def test_of_the_bank_little_is_read(monkeypatch):
    gelezen = []
    monkeypatch.setattr(toets, "read", lambda tekst: gelezen.append(tekst) or read(tekst))
    bank = [tekst for tekst in wegen.teksten() if tekst.herkomst == "bank" and tekst.heel]
    assert [tekst for tekst in bank if GEVONDEN(tekst.tekst, tekst.veld)] == []
    assert len(gelezen) < 0.06 * len(bank)


def test_words_in_a_sentence_that_is_quoted_do_not_weigh():
    zin = "Zeg: 'Lever je verslag in bij de docent, dan krijg je een voldoende.'"
    assert GEVONDEN(zin, "handvat") == ()


def test_what_is_denied_does_not_weigh():
    assert GEVONDEN("Je schrijft géén verslag van deze les.", "reflectie") == ()
    assert [eis.ID for eis, _ in GEVONDEN("Je schrijft een verslag van deze les.", "reflectie")] == ["les-is-product"]


def test_each_piece_is_weighed_by_itself():
    goed = "Vraag een leerling wat de volgende stap is."
    fout = "Schrijf hierover een verslag voor je portfolio."
    (eis, gevonden), *rest = GEVONDEN(f"{goed} {fout} {goed}", "uitvoering")
    assert (eis.ID, rest) == ("les-is-product", [])
    assert len(goed) < gevonden.begin < gevonden.eind <= len(f"{goed} {fout}")


def test_the_bounds_are_the_odds_that_they_say():
    def kans(gewicht):
        return 1 / (1 + math.exp(-gewicht / 10))

    assert kans(weging.MOGELIJK) == pytest.approx(1 / 10, abs=0.005)
    assert kans(weging.RUIMER["formatief"]) == pytest.approx(1 / 20, abs=0.005)
    assert kans(weging.ZEKER + 0.5) == pytest.approx(2 / 3, abs=0.02)


def test_the_weights_do_not_run_behind_the_sentences():
    """Learned again they say the same of nearly every text; else: `python -m tests.eisen.wegen --schrijf`."""
    if not find_spec("sklearn"):
        ontbreekt("scikit-learn", "pip install -e '.[test]'")
    alle = list(wegen.teksten())
    opnieuw = wegen.learn(alle)
    anders = 0
    for tekst in alle:
        woorden = [woord for stukje in glimpse(tekst.tekst) for woord in stukje.woorden]
        oud, nieuw = per_eis(weigh(woorden, tekst.veld)), opnieuw.weigh(tekst.tekst, tekst.veld)
        anders += sum((a > grens) != (b > grens) for a, b in zip(oud, nieuw, strict=True) for grens in GRENZEN)
    assert anders <= 0.001 * len(alle) * len(EISEN) * len(GRENZEN)
