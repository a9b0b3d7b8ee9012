// Bewaart wat er getypt wordt op dit apparaat, en slaat het op in een bestand. Zonder netwerk.
(function () {
  "use strict";
  var form = document.getElementById("formulier");
  var blok = document.getElementById("leerwerk-antwoorden");
  var melding = document.getElementById("melding");
  var kenmerk = JSON.parse(document.getElementById("leerwerk-kenmerk").textContent);
  var sleutel = "leerwerk:" + JSON.stringify(kenmerk);
  var leeg = JSON.stringify(antwoorden());

  function antwoorden() {
    var uit = {};
    Array.prototype.forEach.call(form.elements, function (el) {
      if (!el.name) return;
      if (el.type === "radio" || el.type === "checkbox") {
        if (el.checked) uit[el.name] = el.value;
      } else if (el.value) {
        uit[el.name] = el.value;
      }
    });
    return uit;
  }

  function zet(waarden) {
    Array.prototype.forEach.call(form.elements, function (el) {
      if (!el.name) return;
      if (el.type === "radio" || el.type === "checkbox") {
        el.checked = waarden[el.name] === el.value;
      } else {
        el.value = waarden[el.name] || "";
        groei(el);
      }
    });
    toonWis();
  }

  function groei(el) {
    if (el.tagName !== "TEXTAREA") return;
    while (el.scrollHeight > el.clientHeight + 2 && el.rows < 80) el.rows += 1;
  }

  function toonWis() {
    Array.prototype.forEach.call(document.querySelectorAll("[data-wis]"), function (knop) {
      knop.hidden = !form.querySelector('input[name="' + knop.dataset.wis + '"]:checked');
    });
  }

  function schrijf(stand) {
    blok.textContent = JSON.stringify(stand).replace(/</g, "\\u003c");
  }

  function lees(tekst) {
    try {
      var stand = JSON.parse(tekst);
      return stand && stand.antwoorden ? stand : null;
    } catch (fout) {
      return null;
    }
  }

  function opgeslagen() {
    try {
      return lees(localStorage.getItem(sleutel));
    } catch (fout) {
      return null;
    }
  }

  function bewaar() {
    var stand = { tijd: Date.now(), antwoorden: antwoorden() };
    schrijf(stand);
    try {
      localStorage.setItem(sleutel, JSON.stringify(stand));
      melding.textContent = "Bewaard op dit apparaat. Sla het formulier op om het terug te geven.";
    } catch (fout) {
      melding.textContent = "Dit apparaat bewaart niets. Sla het formulier op voordat je het sluit.";
    }
  }

  function alsBestand() {
    var kopie = document.documentElement.cloneNode(true);
    var velden = kopie.querySelectorAll("[name]");
    var waarden = antwoorden();
    Array.prototype.forEach.call(velden, function (el) {
      if (el.tagName === "TEXTAREA") el.textContent = waarden[el.name] || "";
      else if (el.type === "radio" || el.type === "checkbox") el.toggleAttribute("checked", waarden[el.name] === el.value);
      else if (el.tagName === "INPUT") el.setAttribute("value", waarden[el.name] || "");
    });
    return "<!DOCTYPE html>\n" + kopie.outerHTML + "\n";
  }

  function slaOp() {
    bewaar();
    var adres = URL.createObjectURL(new Blob([alsBestand()], { type: "text/html;charset=utf-8" }));
    var link = document.createElement("a");
    link.href = adres;
    link.download = kenmerk.bestand + "-ingevuld.html";
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(adres); }, 60000);
    melding.textContent = "Opgeslagen als " + link.download + ". Geef dat bestand terug.";
  }

  function wis() {
    if (!window.confirm("Alles wat je op dit formulier typte van dit apparaat wissen? Een opgeslagen bestand blijft bestaan.")) return;
    try { localStorage.removeItem(sleutel); } catch (fout) { /* er stond niets */ }
    zet(JSON.parse(leeg));
    schrijf({});
    melding.textContent = "Van dit apparaat gewist.";
  }

  var uitBestand = lees(blok.textContent);
  var uitApparaat = opgeslagen();
  var stand = uitBestand && uitApparaat ? (uitApparaat.tijd > uitBestand.tijd ? uitApparaat : uitBestand) : uitBestand || uitApparaat;
  if (stand) {
    zet(stand.antwoorden);
    schrijf(stand);
    melding.textContent = "Je gaat verder met wat er eerder is ingevuld.";
  }

  form.addEventListener("input", function (e) { groei(e.target); toonWis(); bewaar(); });
  form.addEventListener("change", function () { toonWis(); bewaar(); });
  form.addEventListener("submit", function (e) { e.preventDefault(); });
  form.addEventListener("click", function (e) {
    var naam = e.target.dataset && e.target.dataset.wis;
    if (!naam) return;
    var keuzes = form.querySelectorAll('input[name="' + naam + '"]');
    Array.prototype.forEach.call(keuzes, function (el) { el.checked = false; });
    keuzes[0].focus();
    toonWis();
    bewaar();
  });
  document.getElementById("opslaan").addEventListener("click", slaOp);
  document.getElementById("afdrukken").addEventListener("click", function () { window.print(); });
  document.getElementById("wissen").addEventListener("click", wis);
  document.getElementById("balk").hidden = false;
})();
