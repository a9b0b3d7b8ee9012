"""Works out how heavy words weigh, from sentences with the eis that must stop at each.

    python -m tests.eisen.wegen              what the words alone would find in sentences they were not learned from
    python -m tests.eisen.wegen --zonder vers-28 vers-29    what the eisen find in these files without learning from them
    python -m tests.eisen.wegen --schrijf    write leerwerk/eisen/gewichten.txt anew

Logistic regression, one per eis: deterministic, and the same on every machine
but for the last digit. It learns from the sentences with deel `kijk`, and from
the texts of the bank, which are good.
"""

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from leerwerk.domain.taak import Taak
from leerwerk.eisen import EISEN
from leerwerk.eisen.toets import IN_GEHEEL
from leerwerk.eisen.velden import passages
from leerwerk.eisen.weging import VAST, ZEKER, as_weighed, known_part, read_weights, use_weights
from leerwerk.store.taken import parse_taak
from leerwerk.taal import glimpse
from tests.deur import WORTEL
from tests.eisen.zinnen import MAP, Telling, found, lees_zinnen

GEWICHTEN = WORTEL / "leerwerk/eisen/gewichten.txt"
TIENDE = 10  # of a unit of weight
MINSTENS = 3  # texts a word must be in before it weighs anything
MEEGEVEN = 2.0  # how little weights are held back: `C` of scikit-learn
KOP = """\
# Hoe zwaar een woord weegt, in tienden, per eis. Zonder veld: in elk veld; met een veld: daar erbij. `*`: altijd.
# Niet met de hand bijwerken. Zet een zin in tests/eisen/zinnen en draai: python -m tests.eisen.wegen --schrijf
"""

Kenmerk = tuple[str, str]  # a word, and the field it stands in or ``


class Tekst(NamedTuple):
    """A text in a field, where it comes from, and the eisen that may stop at it; `heel` when it is not a part."""

    herkomst: str
    veld: str
    tekst: str
    eisen: frozenset[str]
    heel: bool = True


def teksten() -> Iterator[Tekst]:
    """All that the weights are learned from."""
    for pad in sorted(MAP.glob("*.tsv")):
        for geval in lees_zinnen(pad):
            if geval.deel == "kijk":
                yield Tekst(pad.stem, geval.veld, geval.zin, geval.mag)
    for pad in sorted((WORTEL / "taken").rglob("*.md")):
        yield from _van_taak(parse_taak(pad.read_bytes(), pad.name))


def _van_taak(taak: Taak) -> Iterator[Tekst]:
    """Every text of a task, and every piece of it: all good."""
    for veld, tekst in (("titel", taak.titel), *((veld, passage.tekst) for veld, passage in passages(taak))):
        stukjes = glimpse(tekst)
        yield Tekst("bank", veld, tekst, frozenset())
        for begin, eind, _ in stukjes if len(stukjes) > 1 else ():
            yield Tekst("bank", veld, tekst[begin:eind], frozenset(), heel=False)


def kenmerken(tekst: str, veld: str) -> Counter[Kenmerk]:
    """The words of a text as they are weighed: each way to write one counts once."""
    woorden = {woord for stukje in glimpse(tekst) for woord in stukje.woorden}
    geteld = Counter((as_weighed(woord), plek) for woord in woorden for plek in ("", veld))
    geteld[VAST, veld] = 1
    return geteld


class Gewogen(NamedTuple):
    """What was learned: the weights of every word by eis, and the weight of no word at all."""

    gewichten: dict[Kenmerk, list[int]]
    vast: list[int]
    bekend: frozenset[str]  # the words that weigh anything

    def weigh(self, tekst: str, veld: str) -> list[int]:
        som = list(self.vast)
        for (woord, plek), aantal in kenmerken(tekst, veld).items():
            for nummer, getal in enumerate(self.gewichten.get((known_part(woord, self.bekend), plek), ())):
                som[nummer] += aantal * getal
        return som


def learn(voorbeelden: Sequence[Tekst]) -> Gewogen:
    """The weights that tell these texts apart."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    geteld = [kenmerken(tekst.tekst, tekst.veld) for tekst in voorbeelden]
    in_teksten = Counter(woord for woorden in geteld for woord, plek in woorden if not plek)
    bekend = {woord for woord, aantal in in_teksten.items() if aantal >= MINSTENS}
    geteld = [_by_known_parts(woorden, bekend) for woorden in geteld]
    hoe_vaak = Counter(kenmerk for woorden in geteld for kenmerk in woorden)
    namen = {kenmerk: "\t".join(kenmerk) for kenmerk, aantal in hoe_vaak.items() if aantal >= MINSTENS}
    vormer = DictVectorizer()
    waarden = vormer.fit_transform(
        [{namen[kenmerk]: aantal for kenmerk, aantal in woorden.items() if kenmerk in namen} for woorden in geteld]
    )
    waarden.indices, waarden.indptr = waarden.indices.astype("int32"), waarden.indptr.astype("int32")
    gewichten: dict[Kenmerk, list[int]] = defaultdict(list)
    vast: list[int] = []
    for eis in EISEN:
        telt = [nummer for nummer, tekst in enumerate(voorbeelden) if tekst.heel or eis not in IN_GEHEEL]
        model = LogisticRegression(C=MEEGEVEN, solver="liblinear", random_state=0)
        model.fit(waarden[telt], [eis.ID in voorbeelden[nummer].eisen for nummer in telt])
        vast.append(round(TIENDE * float(model.intercept_[0])))
        for naam, getal in zip(vormer.feature_names_, model.coef_[0], strict=True):
            woord, _, veld = naam.partition("\t")
            gewichten[woord, veld].append(round(TIENDE * float(getal)))
    wegend = {kenmerk: getallen for kenmerk, getallen in gewichten.items() if any(getallen)}
    return Gewogen(wegend, vast, frozenset(woord for woord, _ in wegend))


def _by_known_parts(woorden: Counter[Kenmerk], bekend: set[str]) -> Counter[Kenmerk]:
    """The same, with the last part of each compound that is not known by itself."""
    uit: Counter[Kenmerk] = Counter()
    for (woord, plek), aantal in woorden.items():
        uit[known_part(woord, bekend), plek] += aantal
    return uit


def write(gewogen: Gewogen, pad: Path = GEWICHTEN) -> None:
    """Keep the weights where `leerwerk` reads them, or at `pad`."""
    rijen = sorted([((VAST, ""), gewogen.vast), *gewogen.gewichten.items()])
    regels = ["\t".join(("woord", "veld", *(eis.ID for eis in EISEN)))]
    regels += ["\t".join((*kenmerk, *(str(getal or "") for getal in getallen))) for kenmerk, getallen in rijen]
    pad.write_text(KOP + "\n".join(regels) + "\n", encoding="utf-8")


def measure(delen: int) -> Iterator[tuple[str, Telling]]:
    """What words alone find in files they were not learned from, file by file."""
    alle = list(teksten())
    bestanden = sorted({tekst.herkomst for tekst in alle} - {"bank"})
    for deel in range(delen):
        apart = set(bestanden[deel::delen])
        gewogen = learn([tekst for tekst in alle if tekst.herkomst not in apart])
        for bestand in sorted(apart):
            yield bestand, _tel(gewogen, (tekst for tekst in alle if tekst.herkomst == bestand))


def _tel(gewogen: Gewogen, alle: Iterable[Tekst]) -> Telling:
    telling = Telling()
    for tekst in alle:
        gewicht = {
            eis.ID: getal
            for eis, getal in zip(EISEN, gewogen.weigh(tekst.tekst, tekst.veld), strict=True)
            if tekst.veld in eis.VELDEN
        }
        zwaarste = max(gewicht, key=gewicht.__getitem__)
        gevonden = frozenset((zwaarste,) if gewicht[zwaarste] > ZEKER else ())
        telling.tel(gevonden, tekst.eisen, tekst.eisen)
    return telling


def without(bestanden: Sequence[str]) -> Iterator[tuple[str, Telling]]:
    """What the eisen find in each of these files when no weight is learned from any of them.

    It says something of new sentences as far as no row and no word list was
    made after these either: so it is for the files from vers-23 on.
    """
    gewogen = learn([tekst for tekst in teksten() if tekst.herkomst not in bestanden])
    with tempfile.TemporaryDirectory() as map:
        write(gewogen, Path(map) / "gewichten.txt")
        use_weights(read_weights(Path(map) / "gewichten.txt"))
    for bestand in bestanden:
        telling = Telling()
        for geval in lees_zinnen(MAP / f"{bestand}.tsv"):
            telling.tel(found(geval), geval.moet, geval.mag)
        yield bestand, telling


def main() -> None:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--schrijf", action="store_true")
    opties.add_argument(
        "--zonder", nargs="+", metavar="BESTAND", help="bestanden uit tests/eisen/zinnen, zonder .tsv"
    )
    opties.add_argument("--delen", type=int, default=8, help="in hoeveel keer elk bestand een keer apart staat")
    keuze = opties.parse_args()
    if keuze.schrijf:
        write(learn(list(teksten())))
        return
    samen = Telling()
    for bestand, telling in without(keuze.zonder) if keuze.zonder else measure(keuze.delen):
        samen += telling
        print(f"{bestand:32} {telling.kort()}")
    print(f"{'samen':32} {samen.kort()}")
    for eis in EISEN:
        print(f"{eis.ID:32} precisie {samen.precisie(eis.ID):.3f}  vangst {samen.vangst(eis.ID):.3f}")


if __name__ == "__main__":
    main()
