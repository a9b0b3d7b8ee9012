"""The quality rules of a task: one file is one eis.

`EISEN` is the registry of the didactic eisen, in the order in which findings
are explained. An eis that finds that something is missing (`WIJKEN` in
`toets`) keeps silent on a passage where another eis already says what is
wrong. The structural eisen stand in tuples by what they look at; `ALLE` holds
every eis there is.
"""

from leerwerk.eisen import (
    beeld_heeft_tekst,
    bestand_leesbaar,
    bron_gebruikt,
    bron_geeft_handvat,
    bron_volledig,
    bronnen_bekend,
    drie_tot_vijf_onderdelen,
    een_tot_vier_kijkpunten,
    formatief,
    gedrag_waarneembaar,
    herhaalbaar,
    id_blijft,
    id_is_bestandsnaam,
    id_uniek,
    id_volgt_titel,
    kijkpunt_heeft_waarom,
    kop_geldig,
    koppen_op_volgorde,
    les_is_product,
    links_werken,
    niet_afvinken,
    onderdeel_blijft,
    onderdelen_uniek,
    punten_als_lijst,
    secties_volledig,
    sleutels_bekend,
    taak_blijft,
    taal_eenvoudig,
    theorie_geeft_handvat,
    uitzondering_met_reden,
    vakken_bij_soort,
    velden_volledig,
    vervanger_bestaat,
    waarden_geldig,
    waarom_noemt_bron,
    zonder_html,
    zonder_leerlingnamen,
    zonder_opnamen,
)
from leerwerk.eisen.eis import Bankeis, Broneis, Eis, Taakeis, Uitlegbaar

EISEN: tuple[Eis, ...] = (
    les_is_product,
    niet_afvinken,
    formatief,
    herhaalbaar,
    gedrag_waarneembaar,
    theorie_geeft_handvat,
)

# Found while reading: `store` and `domain` report these, so an exception cannot undo them.
LEESEISEN: tuple[Uitlegbaar, ...] = (
    bestand_leesbaar,
    kop_geldig,
    sleutels_bekend,
    velden_volledig,
    waarden_geldig,
    secties_volledig,
)

TAAKEISEN: tuple[Taakeis, ...] = (
    drie_tot_vijf_onderdelen,
    onderdelen_uniek,
    koppen_op_volgorde,
    punten_als_lijst,
    een_tot_vier_kijkpunten,
    kijkpunt_heeft_waarom,
    waarom_noemt_bron,
    bronnen_bekend,
    bron_geeft_handvat,
    id_is_bestandsnaam,
    id_volgt_titel,
    id_uniek,
    vervanger_bestaat,
    vakken_bij_soort,
    links_werken,
    beeld_heeft_tekst,
    zonder_html,
    zonder_leerlingnamen,
    zonder_opnamen,
    taal_eenvoudig,
)

# Only when there is an earlier version to compare with.
BASISEISEN: tuple[Taakeis, ...] = (id_blijft, onderdeel_blijft)
BANKEISEN: tuple[Bankeis, ...] = (taak_blijft,)

BRONEISEN: tuple[Broneis, ...] = (bron_volledig, bron_gebruikt)

ALLE: tuple[Uitlegbaar, ...] = (
    *EISEN,
    *TAAKEISEN,
    *BRONEISEN,
    *BASISEISEN,
    *BANKEISEN,
    *LEESEISEN,
    uitzondering_met_reden,
)

__all__ = ["ALLE", "BANKEISEN", "BASISEISEN", "BRONEISEN", "EISEN", "LEESEISEN", "TAAKEISEN", "Eis", "Uitlegbaar"]
