"""De vaste onderdelen van de tekst staan er.

Wat: een taak heeft `## Voorbereiden`, `## Uitvoeren`, `## Onderdeel: …` en
`## Reflecteren`. Elk onderdeel heeft `### Theorie`, `### Handvatten` en
`### Kijkpunten`, en daar staat iets onder.

Waarom: de student gaat elke ronde langs dezelfde vier fasen, en het formulier voor de
werkplekbegeleider wordt uit deze delen gemaakt.

Goed: "## Onderdeel: Terugblik, met daaronder ### Theorie, ### Handvatten, ### Kijkpunten"
Fout: "## Onderdeel: Terugblik, met daaronder alleen ### Theorie"

Wat dan wel: voeg de kop toe en schrijf eronder wat erbij hoort.
"""

ID = "secties-volledig"
TITEL = "De vaste onderdelen van de tekst staan er"
