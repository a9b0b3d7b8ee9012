"""A source as a reference: whatever it says, and nothing it does not."""

import pytest

from leerwerk.domain.apa import apa
from leerwerk.domain.bron import Bron
from leerwerk.domain.document import Knoop, Lijst, Tabel, Waarde


def knoop(waarde: object) -> Knoop:
    if isinstance(waarde, dict):
        return Tabel(tuple((Waarde(naam, True, 1, 1), knoop(deel)) for naam, deel in waarde.items()), 1, 1)
    if isinstance(waarde, list):
        return Lijst(tuple(map(knoop, waarde)), 1, 1)
    return Waarde(str(waarde), True, 1, 1)


def bron(**velden: object) -> Bron:
    return Bron("x", {naam.replace("_", "-"): knoop(waarde) for naam, waarde in velden.items()}, {}, 1, 1)


VAN_DIJK = {"family": "Dijk", "given": "Anne-Marie P.", "non-dropping-particle": "van"}
BAKKER = {"family": "Bakker", "given": "S."}
IN_2020 = {"date-parts": [["2020", "3", "9"]]}


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"title": "Les"}, "Les. (z.d.)."),
        ({"title": "Les?", "author": [BAKKER], "issued": IN_2020}, "Bakker, S. (2020). Les?"),
        ({"title": "Les", "author": [VAN_DIJK, BAKKER]}, "Dijk, A.-M. P. van, & Bakker, S. (z.d.). Les."),
        ({"title": "Les", "editor": [BAKKER], "edition": "2"}, "Bakker, S. (Red.). (z.d.). Les (2e druk)."),
        ({"title": "Les", "author": [{"literal": "SLO"}], "publisher": "SLO"}, "SLO. (z.d.). Les."),
        ({"title": "Les", "genre": "proefschrift", "publisher": "HU"}, "Les [Proefschrift]. (z.d.). HU."),
        ({"title": "Les", "issued": IN_2020, "type": "webpage"}, "Les. (2020, 9 maart)."),
        ({"title": "Les", "issued": {"literal": "ca. 1900"}}, "Les. (ca. 1900)."),
        (
            {
                "title": "Les",
                "author": [BAKKER],
                "container_title": "Blad",
                "volume": "3",
                "issue": "1",
                "page": "2-9",
            },
            "Bakker, S. (z.d.). Les. Blad, 3(1), 2–9.",
        ),
        (
            {"title": "Les", "author": [BAKKER], "container_title": "Blad", "number": "7"},
            "Bakker, S. (z.d.). Les. Blad, artikel 7.",
        ),
        (
            {
                "type": "chapter",
                "title": "Les",
                "author": [BAKKER],
                "editor": [VAN_DIJK],
                "container_title": "Boek",
                "page": "1-2",
            },
            "Bakker, S. (z.d.). Les. In A.-M. P. van Dijk (Red.), Boek (pp. 1–2).",
        ),
        ({"title": "Les", "DOI": "10.1/x", "URL": "https://x.nl"}, "Les. (z.d.). https://doi.org/10.1/x"),
        ({"title": "Les", "URL": "https://x.nl"}, "Les. (z.d.). https://x.nl"),
        ({"title": "Les", "URL": "javascript:alert(1)"}, "Les. (z.d.)."),
    ],
)
def test_reference_says_what_the_source_says(velden: dict[str, object], verwacht: str) -> None:
    assert apa(bron(**velden)) == verwacht


@pytest.mark.parametrize(
    "velden", [{}, {"author": "x"}, {"author": ["x"], "issued": "2020"}, {"issued": {"date-parts": []}}]
)
def test_odd_fields_are_left_out(velden: dict[str, object]) -> None:
    assert "(z.d.)" in apa(bron(**velden))
