"""What students say, and what the bank calls it.

Pure. The words themselves are content (`taken/zoekwoorden.yaml`): trainers add
to them as they do to a task.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from leerwerk.domain.stam import stam
from leerwerk.domain.woorden import stammen, woorden

_HOOFDLETTERS = re.compile(r"\b[A-Z]{2,}\b")
Frase = tuple[tuple[str, ...], tuple[str, ...]]
TUSSEN = 3
_PER_WOORD_ERTUSSEN = 0.8


@dataclass(frozen=True, slots=True)
class Zoekwoorden:
    """Everyday words and phrases with the stems they stand for; names of subjects with the subjects."""

    woorden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    frasen: tuple[Frase, ...] = ()
    vakken: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def bedoeld(self, tekst: str) -> Mapping[tuple[str, ...], float]:
        """The stems that each phrase in `tekst` stands for, with how surely: less as more words stand in between."""
        gezegd = [stam(woord) for woord in woorden(tekst)]
        aanwezig, zeker = frozenset(gezegd), dict[tuple[str, ...], float]()
        for frase, doel in self.frasen:
            if aanwezig.issuperset(frase) and (tussen := _tussen(gezegd, frase)) is not None:
                zeker[doel] = max(zeker.get(doel, 0.0), _PER_WOORD_ERTUSSEN**tussen)
        return zeker

    def splits_vakken(self, tekst: str, bekend: Iterable[str]) -> tuple[frozenset[str], str]:
        """The subjects that `tekst` names (in lower case), and what else it says.

        `bekend` are the subjects of the bank. The longest name wins: in 'het Nederlands' it is a
        language teacher who speaks.
        """
        namen = {tuple(woorden(vak)): (vak.lower(),) for vak in bekend} | dict(self.vakken)
        over: list[str] = []
        vakken, gezegd, groot = set[str](), woorden(tekst), _in_hoofdletters(tekst)
        plek = 0
        while plek < len(gezegd):
            naam = _langste(gezegd[plek:], namen, groot)
            vakken.update(namen.get(naam, ()))
            breed = max(len(naam), 1)
            over += _rest(gezegd[plek : plek + breed], naam, namen.get(naam, ()))
            plek += breed
        return frozenset(vakken), " ".join(over)


def build_zoekwoorden(
    woorden_van: Mapping[str, Sequence[str]], vakken_van: Mapping[str, Sequence[str]]
) -> Zoekwoorden:
    """From rows `bank words: [what students say]` and `what students say: [subjects]`."""
    los: dict[str, tuple[str, ...]] = {}
    frasen: list[Frase] = []
    for doel, gezegd in woorden_van.items():
        stammen_doel = tuple(stammen(doel))
        for uiting in gezegd:
            delen = tuple(stam(woord) for woord in woorden(uiting))
            if len(delen) == 1:
                los[delen[0]] = (*los.get(delen[0], ()), *stammen_doel)
            elif delen:
                frasen.append((delen, stammen_doel))
    vakken = {_naam(naam): tuple(vak.lower() for vak in rij) for naam, rij in vakken_van.items()}
    return Zoekwoorden(los, tuple(frasen), vakken)


def _tussen(gezegd: Sequence[str], frase: Sequence[str]) -> int | None:
    """How many words stand between those of `frase`, said in this order; None when it is not, or with too many.

    At most a few stand between one word and the next.
    """
    gevonden = (_vanaf(gezegd[plek + 1 :], frase[1:]) for plek, woord in enumerate(gezegd) if woord == frase[0])
    return min((tussen for tussen in gevonden if tussen is not None), default=None)


def _vanaf(gezegd: Sequence[str], frase: Sequence[str]) -> int | None:
    if not frase:
        return 0
    plekken = [plek for plek, woord in enumerate(gezegd[: TUSSEN + 1]) if woord == frase[0]]
    verder = ((plek, _vanaf(gezegd[plek + 1 :], frase[1:])) for plek in plekken)
    return min((plek + tussen for plek, tussen in verder if tussen is not None), default=None)


def _naam(naam: str) -> tuple[str, ...]:
    """The words of a name. One in capitals stays so: `NA` is a subject, `na` is not."""
    return (naam,) if _HOOFDLETTERS.fullmatch(naam) else tuple(woorden(naam))


def _in_hoofdletters(tekst: str) -> frozenset[str]:
    """What `tekst` says in capitals, as a name of a subject may be."""
    return frozenset(_HOOFDLETTERS.findall(tekst))


def _langste(
    gezegd: Sequence[str], namen: Mapping[tuple[str, ...], tuple[str, ...]], groot: frozenset[str]
) -> tuple[str, ...]:
    """The longest name of a subject that `gezegd` begins with; a long one may begin a compound (`gymles`)."""
    eerste = gezegd[0]
    passend = (
        naam
        for naam in namen
        if naam
        and (
            tuple(gezegd[: len(naam)]) == naam
            or (len(naam) == 1 and (_begint(eerste, naam[0]) or (naam[0] in groot and naam[0].lower() == eerste)))
        )
    )
    return max(passend, key=lambda naam: (len(naam), len(naam[0]), naam), default=())


_KORTST = 5


def _begint(woord: str, naam: str) -> bool:
    return (len(naam) >= _KORTST and woord.startswith(naam)) or woord in (f"{naam}les", f"{naam}lessen")


def _rest(gezegd: Sequence[str], naam: tuple[str, ...], vakken: tuple[str, ...]) -> Sequence[str]:
    """What is said besides the subject: `sommen` in `natuurkundesommen`, nothing in `Franse`, `turnen` itself."""
    if not naam or not any(vak.startswith(naam[0][:_KORTST]) for vak in vakken):
        return gezegd
    return [gezegd[0].removeprefix(naam[0])] if len(naam) == 1 else []
