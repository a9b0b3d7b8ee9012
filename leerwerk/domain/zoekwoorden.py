"""What students say, and what the bank calls it.

Pure. The words themselves are content (`taken/zoekwoorden.yaml`): trainers add
to them as they do to a task.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from leerwerk.domain.stam import stam
from leerwerk.domain.woorden import stammen, woorden

Frase = tuple[tuple[str, ...], tuple[str, ...]]
TUSSEN = 3


@dataclass(frozen=True, slots=True)
class Zoekwoorden:
    """Everyday words and phrases with the stems they stand for; names of subjects with the subjects."""

    woorden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    frasen: tuple[Frase, ...] = ()
    vakken: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def bedoeld(self, tekst: str) -> Iterator[tuple[str, ...]]:
        """The stems that each phrase in `tekst` stands for."""
        gezegd = [stam(woord) for woord in woorden(tekst)]
        return (doel for frase, doel in self.frasen if _bevat(gezegd, frase))

    def splits_vakken(self, tekst: str, bekend: Iterable[str]) -> tuple[frozenset[str], str]:
        """The subjects that `tekst` names (in lower case), and what else it says.

        `bekend` are the subjects of the bank. The longest name wins: in 'het Nederlands' it is a
        language teacher who speaks.
        """
        namen = {tuple(woorden(vak)): (vak.lower(),) for vak in bekend} | dict(self.vakken)
        over: list[str] = []
        vakken, gezegd = set[str](), woorden(tekst)
        plek = 0
        while plek < len(gezegd):
            naam = _langste(gezegd[plek:], namen)
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
    vakken = {tuple(woorden(naam)): tuple(vak.lower() for vak in rij) for naam, rij in vakken_van.items()}
    return Zoekwoorden(los, tuple(frasen), vakken)


def _bevat(gezegd: Sequence[str], frase: Sequence[str]) -> bool:
    """Whether `frase` is said in this order, with at most a few words between one and the next."""
    return any(_vanaf(gezegd[plek + 1 :], frase[1:]) for plek, woord in enumerate(gezegd) if woord == frase[0])


def _vanaf(gezegd: Sequence[str], frase: Sequence[str]) -> bool:
    if not frase:
        return True
    dichtbij = enumerate(gezegd[: TUSSEN + 1])
    return any(_vanaf(gezegd[plek + 1 :], frase[1:]) for plek, woord in dichtbij if woord == frase[0])


def _langste(gezegd: Sequence[str], namen: Mapping[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    """The longest name of a subject that `gezegd` begins with; a long one may begin a compound (`gymles`)."""
    passend = (
        naam
        for naam in namen
        if naam and (tuple(gezegd[: len(naam)]) == naam or (len(naam) == 1 and _begint(gezegd[0], naam[0])))
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
