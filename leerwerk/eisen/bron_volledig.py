"""Een bron is compleet.

Wat: elke bron in `bronnen.yaml` heeft een `id`, een `type` uit CSL, een `title`, een
`author` of `editor`, en een jaar in `issued`. Is er geen maker of jaar te vinden, dan
zegt `note` dat (`z.d.`, geen datum, auteur niet gezien). Een ISBN en een DOI kloppen.

Waarom: de lezer moet de bron kunnen vinden, en leerwerk maakt er een verwijzing in
APA-stijl van.

Goed: "issued: {date-parts: [[2012]]}"
Goed: "note: z.d.; de pagina noemt geen jaar"
Fout: "een boek zonder jaar, en zonder uitleg waarom"
Fout: "DOI: https://doi.org/10.1080/123"

Wat dan wel: vul aan wat ontbreekt. Bij een DOI schrijf je alleen wat na doi.org/ komt.
"""

import re
from collections.abc import Iterator

from leerwerk.domain.bevinding import Ernst
from leerwerk.domain.bron import Bron
from leerwerk.domain.document import Knoop, Lijst, Tabel, Waarde
from leerwerk.domain.waarden import lijkt_op
from leerwerk.eisen.blad import Vondst

ID = "bron-volledig"
TITEL = "Een bron is compleet"
ERNST = Ernst.FOUT

TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map",
    "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software",
    "song", "speech", "standard", "thesis", "treaty", "webpage",
)  # fmt: skip
_SLEUTEL = re.compile(r"[A-Za-z0-9_][\w:.#$%&+?<>~/-]*")
_GEEN_JAAR = re.compile(r"\bz\.\s?d\.|\bjaar\b|\bdatum\b|\bvan (?:voor|na) (?:\w+ )?\d{4}\b", re.IGNORECASE)
_GEEN_MAKER = re.compile(r"\bauteurs?\b|\bredactie\b|\bmakers?\b|\bschrijvers?\b", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_URL = re.compile(r"https?://[^\s/]+\.\S+", re.IGNORECASE)
_JAAR = re.compile(r"-?\d{3,4}")


def check(bronnen: tuple[Bron, ...], geciteerd: frozenset[str] | None) -> Iterator[Vondst]:
    """Stop at every field that is missing or wrong, and at a second source with the same key."""
    gezien: dict[str, int] = {}
    for bron in bronnen:
        yield from _id(bron, gezien)
        yield from _verplicht(bron)
        yield from _vormen(bron)


def _id(bron: Bron, gezien: dict[str, int]) -> Iterator[Vondst]:
    if not _SLEUTEL.fullmatch(bron.id):
        yield _bij(
            bron,
            "id",
            "Deze bron heeft geen `id` waarmee een taak kan verwijzen.",
            "Geef een id zoals `rosenshine-2012`.",
        )
    elif bron.id in gezien:
        yield _bij(
            bron,
            "id",
            f"De bron `{bron.id}` staat ook op regel {gezien[bron.id]}.",
            "Voeg ze samen, of geef er een een eigen id.",
        )
    gezien.setdefault(bron.id, bron.regelnummer)


def _verplicht(bron: Bron) -> Iterator[Vondst]:
    soort, toelichting = bron.tekst("type"), bron.tekst("note")
    if soort not in TYPES:
        bedoeld = lijkt_op(soort, TYPES) if soort else ""
        hulp = (
            f"Bedoel je `{bedoeld}`?"
            if bedoeld
            else "Bijvoorbeeld `book`, `article-journal`, `chapter`, `report` of `webpage`."
        )
        yield _bij(bron, "type", f"Bij {_naam(bron)} hoort een `type` uit CSL.", hulp)
    if not bron.tekst("title"):
        yield _bij(
            bron,
            "title",
            f"Bij {_naam(bron)} ontbreekt de `title`.",
            "Neem de titel over zoals die in de bron staat.",
        )
    makers = [naam for naam in ("author", "editor") if naam in bron.velden]
    if not makers and not _GEEN_MAKER.search(toelichting):
        hulp = "Voeg `author` of `editor` toe, of zeg in `note` dat er geen auteur genoemd wordt."
        yield _bij(bron, "author", f"Bij {_naam(bron)} ontbreekt wie haar maakte.", hulp)
    for naam in makers:
        if not _zijn_namen(bron.velden[naam]):
            hulp = "Schrijf per persoon `family` en `given`, of `literal` voor een organisatie."
            yield _bij(bron, naam, f"De `{naam}` van {_naam(bron)} is geen lijst van namen.", hulp)
    if "issued" not in bron.velden and not _GEEN_JAAR.search(toelichting):
        hulp = "Voeg `issued` met het jaar toe, of zeg in `note`: z.d. (zonder datum)."
        ernst = Ernst.ADVIES if soort == "webpage" else None  # many pages have no date
        yield _bij(bron, "issued", f"Bij {_naam(bron)} ontbreekt het jaar.", hulp, ernst)
    elif "issued" in bron.velden and not _is_datum(bron.velden["issued"]):
        yield _bij(
            bron, "issued", f"Het jaar van {_naam(bron)} is niet te lezen.", "Schrijf het zo: `date-parts: [[2012]]`."
        )


def _vormen(bron: Bron) -> Iterator[Vondst]:
    doi, isbn, url = bron.tekst("DOI"), bron.tekst("ISBN"), bron.tekst("URL")
    if doi and not _DOI.fullmatch(doi):
        yield _bij(bron, "DOI", f"`{doi[:80]}` is geen DOI.", "Schrijf alleen wat na doi.org/ komt: `10.1080/…`.")
    if isbn and not all(is_isbn(deel) for deel in re.split(r"\s*[,;]\s*", isbn)):
        yield _bij(
            bron,
            "ISBN",
            f"Het controlecijfer van ISBN `{isbn[:80]}` klopt niet.",
            "Neem het ISBN over van het colofon van het boek.",
        )
    if url and not _URL.fullmatch(url):
        yield _bij(bron, "URL", f"`{url[:80]}` is geen webadres.", "Een webadres begint met https://.")


def is_isbn(tekst: str) -> bool:
    """Whether this is an ISBN of ten or thirteen digits whose check digit is right."""
    cijfers = re.sub(r"[\s-]", "", tekst).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", cijfers):
        som = sum((10 - plek) * (10 if cijfer == "X" else int(cijfer)) for plek, cijfer in enumerate(cijfers))
        return som % 11 == 0
    if re.fullmatch(r"97[89][0-9]{10}", cijfers):
        return sum(int(cijfer) * (3 if plek % 2 else 1) for plek, cijfer in enumerate(cijfers)) % 10 == 0
    return False


def _zijn_namen(knoop: Knoop) -> bool:
    if not isinstance(knoop, Lijst) or not knoop.items:
        return False
    return all(
        isinstance(item, Tabel) and any(sleutel.tekst in {"family", "literal"} for sleutel, _ in item.paren)
        for item in knoop.items
    )


def _is_datum(knoop: Knoop) -> bool:
    if isinstance(knoop, Waarde):
        return bool(_JAAR.match(knoop.tekst.strip()))
    paren = {sleutel.tekst: waarde for sleutel, waarde in knoop.paren} if isinstance(knoop, Tabel) else {}
    delen, vrij = paren.get("date-parts"), paren.get("literal") or paren.get("raw")
    if isinstance(vrij, Waarde):
        return bool(vrij.tekst.strip())
    eerste = delen.items[0] if isinstance(delen, Lijst) and delen.items else None
    jaar = eerste.items[0] if isinstance(eerste, Lijst) and eerste.items else None
    return isinstance(jaar, Waarde) and bool(_JAAR.fullmatch(jaar.tekst.strip()))


def _naam(bron: Bron) -> str:
    return f"`{bron.id}`" if bron.id else "deze bron"


def _bij(bron: Bron, veld: str, melding: str, hulp: str, ernst: Ernst | None = None) -> Vondst:
    return Vondst(*bron.plaats(veld), melding, hulp, ernst=ernst)
