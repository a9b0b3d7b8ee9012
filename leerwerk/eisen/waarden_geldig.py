"""Elke waarde past bij haar sleutel.

Wat: een `id` heeft kleine letters, cijfers en streepjes, `soort` is `onderwijskundig`
of `vak`, `status` is `concept`, `actueel` of `vervallen`, en achter `studiejaren`,
`vakken`, `leerdoelen` en `trefwoorden` staat een lijst.

Waarom: commando's en formulieren gebruiken deze waarden. Een woord dat ze niet
kennen, doet niets.

Goed: "studiejaren: [2, 3]"
Fout: "studiejaren: 2 en 3"

Wat dan wel: neem een van de woorden die leerwerk noemt, of maak er een lijst van.
"""

ID = "waarden-geldig"
TITEL = "Elke waarde past bij haar sleutel"
