"""Why a task fits a goal, in the words of the task itself. Pure."""

from dataclasses import dataclass

from leerwerk.domain.kaart import Kaart, Zin


@dataclass(frozen=True, slots=True)
class Zinsoort:
    """What a sentence is worth for the order (`klinkt`) and as a reason (`zegt`), and how the reason is put."""

    klinkt: float
    zegt: float
    waarom: str


ZINSOORTEN = {
    "titel": Zinsoort(1.2, 0.0, ""),
    "leerdoel": Zinsoort(1.0, 1.5, 'Past bij "{}"'),
    "gedrag": Zinsoort(0.8, 0.8, "Dit oefen je: {}"),
    "onderdeel": Zinsoort(0.6, 1.0, 'Je kunt hiervan het onderdeel "{}" oefenen.'),
    "handvat": Zinsoort(0.4, 0.9, "Je vindt er dit handvat: {}"),
}


def waarom(kaart: Kaart, zin: Zin | None) -> str:
    """One sentence that a student understands: what in the task comes nearest to the goal."""
    soort, tekst = zin or ("gedrag", kaart.gedrag)
    return ZINSOORTEN[soort].waarom.format(tekst)
