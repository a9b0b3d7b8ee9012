"""Elke sleutel in de gegevens bestaat.

Wat: boven de tekst staan alleen sleutels die leerwerk kent: `id`, `titel`, `soort`,
`vakken`, `studiejaren`, `status`, `vervangen_door`, `gebaseerd_op`, `gedrag`,
`leerdoelen` en `trefwoorden`.

Waarom: een sleutel met een tikfout wordt door niemand gelezen. De taak is dan niet
te vinden op wat erin staat.

Goed: "leerdoelen:"
Fout: "leerdoel:"

Wat dan wel: neem de sleutel die leerwerk voorstelt. Wil je iets kwijt wat nergens
past, schrijf het dan in de tekst.
"""

ID = "sleutels-bekend"
TITEL = "Elke sleutel in de gegevens bestaat"
