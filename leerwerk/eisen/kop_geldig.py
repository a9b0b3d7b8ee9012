"""De gegevens boven de tekst zijn te lezen.

Wat: een taak begint met een regel `---`, dan regels als `sleutel: waarde`, dan weer
een regel `---`. Elke sleutel staat er één keer. Bijzondere YAML, zoals ankers (`&`),
verwijzingen (`*`), tags (`!`) en samenvoegen (`<<`), kan hier niet.

Waarom: met deze gegevens vinden studenten de taak. Kan leerwerk ze niet lezen, dan
bestaat de taak voor hen niet.

Goed: "titel: 'Orde houden: klein beginnen'"
Fout: "titel: Orde houden: klein beginnen"

Wat dan wel: zet een tekst met een dubbele punt tussen aanhalingstekens, en spring in
met spaties. Kijk hoe het in een andere taak van de bank staat.
"""

ID = "kop-geldig"
TITEL = "De gegevens boven de tekst zijn te lezen"
