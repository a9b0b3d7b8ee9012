"""Wat veranderde er in de bank: the version a student began with beside the one of today."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leerwerk.actions.taak import taak_in_versie
from leerwerk.domain.datum import datum_voluit
from leerwerk.domain.portfolio import Portfolio
from leerwerk.domain.taak import Taak
from leerwerk.domain.verschil import Verschil, lijkt_op_taak, verschillen
from leerwerk.errors import Geweigerd
from leerwerk.store.plaatsen import Werkplek, check_id, eigen_taken
from leerwerk.store.portfolios import load_portfolio
from leerwerk.store.taken import load_bank, load_taak, open_bank

EIGEN = "je eigen versie"


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A task a student began with, and today's.

    `waarmee` says what began with it: a ronde, or the student's own version. `nieuw` is None when the
    bank no longer has the task, and has another id when it goes on under that. `oud` is None when Git no
    longer has that version.
    """

    id: str
    waarmee: str
    versie: str
    oud: Taak | None
    nieuw: Taak | None
    verschillen: tuple[Verschil, ...] = ()

    @property
    def hetzelfde(self) -> bool:
        """Whether there is nothing to tell."""
        beide = self.oud is not None and self.nieuw is not None
        return beide and self.nieuwe_id == self.id and not self.verschillen

    @property
    def nieuwe_id(self) -> str:
        """Under which id the task goes on; '' when it is gone."""
        return self.nieuw.id if self.nieuw else ""

    @property
    def titel(self) -> str:
        """The title the student knows it by."""
        taak = self.oud or self.nieuw
        return taak.titel if taak else self.id


def vergelijk(werkplek: Werkplek, map: Path, id: str = "") -> tuple[Vergelijking, ...]:
    """What became of task `id`, or of every task the student works with.

    Raises Geweigerd when the student did not begin with `id`, and as `load_portfolio`.
    """
    if id:
        check_id(id, "taak")
    lezer = _Lezer(werkplek, map)
    begonnen = [wat for wat in lezer.begonnen(load_portfolio(map)) if id in ("", wat.id, wat.naam)]
    if id and not begonnen:
        raise Geweigerd(
            f"Je bent nog niet met de taak `{id}` begonnen, dus er is niets om mee te vergelijken.",
            nu=f"Lees hem met: leerwerk taak toon {id}",
        )
    return tuple(lezer.vergelijking(wat) for wat in begonnen)


@dataclass(frozen=True, slots=True)
class Begonnen:
    """The version of bank task `id` that a ronde or an own version (called `naam`) began with."""

    naam: str
    id: str
    waarmee: str
    versie: str


class _Lezer:
    """Finds both versions; reads the whole bank only when a task is gone from it."""

    def __init__(self, werkplek: Werkplek, map: Path) -> None:
        self.werkplek = werkplek
        self.map = map

    def begonnen(self, portfolio: Portfolio) -> Iterator[Begonnen]:
        """What the student works with: own versions, and the last ronde of every leerdoel."""
        eigen = eigen_taken(self.map)
        for pad in sorted(eigen.glob("*.md")) if eigen.is_dir() else ():
            id, versie = load_taak(open_bank(self.werkplek, self.map), pad.stem).afkomst
            if id and versie:
                yield Begonnen(pad.stem, id, EIGEN, versie)
        for leerdoel in portfolio.leerdoelen:
            if ronde := leerdoel.laatste_ronde:
                taak, versie = ronde.voorbereiding.taak, ronde.voorbereiding.taakversie
                if versie:
                    yield Begonnen(taak, taak, f"de ronde van {datum_voluit(ronde.voorbereiding.op)}", versie)

    def vergelijking(self, wat: Begonnen) -> Vergelijking:
        nu = self._nu(wat.id, met_eigen=wat.waarmee != EIGEN)
        if nu and nu.versie == wat.versie:
            return Vergelijking(wat.id, wat.waarmee, wat.versie, nu, nu)
        oud = taak_in_versie(self.werkplek, self.map, wat.id, wat.versie)
        if oud and not nu:
            nu = self._opvolger(oud)
        return Vergelijking(wat.id, wat.waarmee, wat.versie, oud, nu, verschillen(oud, nu) if oud and nu else ())

    def _nu(self, id: str, met_eigen: bool) -> Taak | None:
        bank = open_bank(self.werkplek, self.map if met_eigen else None)
        return load_taak(bank, id) if id in bank.bestanden() else None

    def _opvolger(self, oud: Taak) -> Taak | None:
        """The task of the bank that is the same card under another id."""
        taken, _ = load_bank(open_bank(self.werkplek))
        return next((taak for taak in taken if lijkt_op_taak(oud, taak)), None)
