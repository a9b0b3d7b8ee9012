"""Een uitzondering heeft een reden, en is nodig.

Wat: soms is een zin goed, ook al zegt een eis van niet. Zet dan op de regel erboven
`<!-- leerwerk: eis – reden -->`. Boven de tekst, bij de gegevens, schrijf je
`# leerwerk: eis – reden`. De eis bestaat, er staat een reden bij, en de eis zou hier
zonder de uitzondering iets zeggen.

Waarom: wie de taak later bewerkt, moet kunnen begrijpen waarom de zin zo mocht blijven.
Een uitzondering die niets meer doet, verbergt straks iets anders.

Goed: "<!-- leerwerk: formatief – de leerlingen krijgen het cijfer -->"
Fout: "<!-- leerwerk: formatief -->"
Fout: "<!-- leerwerk: formatif – de leerlingen krijgen het cijfer -->"

Wat dan wel: schrijf de reden erbij in gewone woorden, of haal de uitzondering weg.
"""

ID = "uitzondering-met-reden"
TITEL = "Een uitzondering heeft een reden, en is nodig"
