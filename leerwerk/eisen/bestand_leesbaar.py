"""Een taak is een gewoon, leesbaar tekstbestand.

Wat: elk bestand is een gewoon bestand in UTF-8, niet groter dan 1 MiB, dat in de
map van de bank zelf staat. Een verwijzing naar een bestand ergens anders
(symlink) telt niet mee.

Waarom: iedereen die de bank binnenhaalt, krijgt dan dezelfde taak, op elke
computer.

Goed: "taken/onderwijskundig/orde-houden.md, opgeslagen als UTF-8"
Fout: "taken/orde-houden.md -> /home/ik/Documenten/orde.md"

Wat dan wel: sla het bestand in je editor op als UTF-8 (zonder opmaak), en zet het
zelf in de map in plaats van een verwijzing ernaartoe.
"""

ID = "bestand-leesbaar"
TITEL = "Een taak is een gewoon, leesbaar tekstbestand"
