"""Which ronde a command is about: the one named, else those for which it is time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from leerwerk.domain.portfolio import Leerdoel, Portfolio, Ronde
from leerwerk.domain.waarden import bedoel_je, kies_uit
from leerwerk.domain.weigering import check_gesprek, check_observeren, check_uitvoeren
from leerwerk.errors import Geweigerd

Check = Callable[[Ronde], None]


@dataclass(frozen=True, slots=True)
class Plek:
    """A ronde, and the leerdoel it belongs to."""

    leerdoel: Leerdoel
    ronde: Ronde

    @property
    def sleutel(self) -> str:
        """What tells this ronde from every other of the portfolio."""
        return f"{self.leerdoel.id}-{self.ronde.id}"


def vind_leerdoel(portfolio: Portfolio, id: str) -> Leerdoel:
    """The leerdoel with this id. Raises Geweigerd with the one that was probably meant."""
    bekend = {leerdoel.id: leerdoel for leerdoel in portfolio.leerdoelen}
    if id not in bekend:
        raise Geweigerd(f"Er is geen leerdoel `{id}`.", nu=bedoel_je(id, bekend) or "Eerst: leerwerk doel")
    return bekend[id]


def vind_ronde(portfolio: Portfolio, id: str, leerdoel: str = "") -> Plek:
    """The ronde with this id, among those of one leerdoel when it is given. Raises Geweigerd."""
    plekken = {plek.ronde.id: plek for plek in _plekken(portfolio, leerdoel)}
    if id not in plekken:
        raise Geweigerd(f"Er is geen ronde `{id}`.", nu=kies_uit(plekken) or "Eerst: leerwerk voorbereiden")
    return plekken[id]


def te_geven(portfolio: Portfolio, leerdoel: str = "") -> tuple[Plek, ...]:
    """Per leerdoel the ronde whose lesson may be given now. Raises Geweigerd when there is none."""
    return _passend(portfolio, leerdoel, _laatste, check_uitvoeren)


def te_observeren(portfolio: Portfolio, leerdoel: str = "") -> tuple[Plek, ...]:
    """Per leerdoel the last lesson that was given. Raises Geweigerd when there is none."""
    return _passend(portfolio, leerdoel, _nieuwste_eerst, check_observeren)


def te_bespreken(portfolio: Portfolio, leerdoel: str = "") -> tuple[Plek, ...]:
    """Per leerdoel the last lesson that was given and not talked about. Raises Geweigerd when there is none."""
    return _passend(portfolio, leerdoel, _nieuwste_eerst, check_gesprek)


def _laatste(rondes: tuple[Ronde, ...]) -> tuple[Ronde, ...]:
    return rondes[-1:]


def _nieuwste_eerst(rondes: tuple[Ronde, ...]) -> tuple[Ronde, ...]:
    return rondes[::-1]


def _passend(
    portfolio: Portfolio,
    leerdoel: str,
    kandidaten: Callable[[tuple[Ronde, ...]], tuple[Ronde, ...]],
    check: Check,
) -> tuple[Plek, ...]:
    """The first candidate of each leerdoel that passes `check`; else the refusal of the newest."""
    gekozen = (vind_leerdoel(portfolio, leerdoel),) if leerdoel else portfolio.leerdoelen
    uitslagen = [
        tuple((Plek(doel, ronde), _weigering(check, ronde)) for ronde in kandidaten(doel.rondes)) for doel in gekozen
    ]
    passend = (next((plek for plek, nee in uitslag if nee is None), None) for uitslag in uitslagen)
    gevonden = tuple(plek for plek in passend if plek)
    if not gevonden:
        geweigerd = (nee for uitslag in reversed(uitslagen) for _, nee in reversed(uitslag) if nee)
        raise next(geweigerd, _zonder_ronde(gekozen))
    return gevonden


def _weigering(check: Check, ronde: Ronde) -> Geweigerd | None:
    """Why `check` refuses a ronde; None when it does not."""
    try:
        check(ronde)
    except Geweigerd as nee:
        return nee
    return None


def _zonder_ronde(leerdoelen: tuple[Leerdoel, ...]) -> Geweigerd:
    if not leerdoelen:
        return Geweigerd("Je hebt nog geen leerdoel vastgesteld.", nu="Eerst: leerwerk doel")
    return Geweigerd("Je hebt nog geen les voorbereid.", nu="Eerst: leerwerk voorbereiden")


def _plekken(portfolio: Portfolio, leerdoel: str) -> Iterator[Plek]:
    for doel in portfolio.leerdoelen:
        if leerdoel in ("", doel.id):
            yield from (Plek(doel, ronde) for ronde in doel.rondes)
