"""De gegevens zijn compleet.

Wat: een taak heeft een `id`, `titel`, `soort`, `studiejaren`, `status`, `gedrag` en
minstens een van de `leerdoelen`.

Waarom: het gedrag staat centraal: zonder die zin weten student en werkplekbegeleider
niet wat ze oefenen. Met de leerdoelen vindt een student de taak die past.

Goed: "gedrag: Je noemt de naam van de routine en wacht tot iedereen hem uitvoert."
Fout: "gedrag:"

Wat dan wel: vul de sleutel die ontbreekt aan. `leerwerk taak toon orde-houden` laat
een volledige taak zien.
"""

ID = "velden-volledig"
TITEL = "De gegevens zijn compleet"
