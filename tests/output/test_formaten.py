"""The formats say what their owners ask for."""

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from leerwerk.actions.uitleggen import alle_eisen
from leerwerk.domain.bevinding import Bevinding, Ernst
from leerwerk.domain.verslag import Verslag
from leerwerk.output import github, junit, sarif, tekst
from leerwerk.output.formaten import FORMATS, render

WORTEL = Path(__file__).parents[2]
SCHEMA = json.loads((WORTEL / "tests/vendor/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
LASTIG = "100% fout: 'a, b'\n::error::x <b>&\x1b[31m"


def bevinding(regelnummer=3, ernst=Ernst.FOUT, pad="taken/a,b:c %.md", **extra):
    return Bevinding(pad, regelnummer, 5, "formatief", ernst, LASTIG, "Doe dit.", "Een »zin«.", 9, **extra)


def verslag(*bevindingen, gewijzigd=None):
    return Verslag(("taken/a,b:c %.md", "taken/goed.md"), bevindingen, alle_eisen(), gewijzigd)


@pytest.mark.parametrize("formaat", FORMATS)
def test_every_format_shows_a_run_without_findings(formaat):
    assert render(formaat, verslag())


def test_tekst_begins_each_finding_with_file_line_and_column():
    assert tekst.render(verslag(bevinding())).startswith("taken/a,b:c %.md:3:5: fout: 100% fout")


def test_json_has_exactly_the_agreed_keys():
    uit = json.loads(render("json", verslag(bevinding())))
    assert list(uit) == ["versie", "bestanden", "bevindingen"]
    assert list(uit["bevindingen"][0]) == ["pad", "regel", "kolom", "eis", "ernst", "melding", "hulp"]


def test_github_escapes_data_and_properties():
    regel = github.render(verslag(bevinding())).split("\n")[0]
    assert regel.startswith(
        "::error file=taken/a%2Cb%3Ac %25.md,line=3,col=5,endLine=3,endColumn=9,title=fout%3A formatief::"
    )
    assert regel.endswith("Een »zin«.%0A100%25 fout: 'a, b'%0A::error::x <b>&\x1b[31m%0ADoe dit.")


def test_github_shows_ten_of_a_kind_and_counts_the_rest():
    regels = github.render(verslag(*(bevinding(n) for n in range(1, 14)), bevinding(ernst=Ernst.ADVIES))).split("\n")
    assert sum(regel.startswith("::error") for regel in regels) == 10
    assert sum(regel.startswith("::notice") for regel in regels) == 1
    assert regels[-1].startswith("+ 3 meer")


def test_github_puts_changed_lines_first():
    alle = [bevinding(n) for n in range(1, 14)]
    gewijzigd = {"taken/a,b:c %.md": frozenset({12})}
    assert ",line=12," in github.render(verslag(*alle, gewijzigd=gewijzigd)).split("\n")[0]


def test_the_summary_of_github_lists_everything_and_stays_text():
    uit = github.summary(verslag(*(bevinding(n) for n in range(1, 14))))
    assert uit.count("- **fout**") == 13
    assert "<b>" not in uit


def test_the_summary_of_github_stays_below_its_limit():
    assert len(github.summary(verslag(*(bevinding(n) for n in range(1, 9000)))).encode()) < 1024 * 1024


def test_sarif_follows_its_published_schema():
    log = json.loads(
        sarif.render(verslag(bevinding(), bevinding(ernst=Ernst.ADVIES), bevinding(ernst=Ernst.WAARSCHUWING)))
    )
    assert [fout.message for fout in Draft4Validator(SCHEMA).iter_errors(log)] == []


def test_the_schema_of_sarif_refuses_what_is_not_sarif():
    assert list(Draft4Validator(SCHEMA).iter_errors({"version": "2.1.0", "runs": [{}]}))


def test_sarif_points_from_every_result_to_its_rule():
    run = json.loads(sarif.render(verslag(bevinding())))["runs"][0]
    resultaat = run["results"][0]
    regel = run["tool"]["driver"]["rules"][resultaat["ruleIndex"]]
    assert regel["id"] == resultaat["ruleId"] == "formatief"
    assert regel["help"]["text"]


def test_a_sarif_fingerprint_survives_lines_added_above():
    een, twee = (json.loads(sarif.render(verslag(bevinding(n)))) for n in (3, 30))
    assert afdruk(een, 0) == afdruk(twee, 0)


def test_sarif_fingerprints_of_two_equal_findings_differ():
    log = json.loads(sarif.render(verslag(bevinding(3), bevinding(4))))
    assert afdruk(log, 0) != afdruk(log, 1)


def afdruk(log, nummer):
    return log["runs"][0]["results"][nummer]["partialFingerprints"][sarif.VINGERAFDRUK]


def test_junit_is_xml_with_a_failure_for_what_is_wrong():
    suite = ElementTree.fromstring(junit.render(verslag(bevinding(), bevinding(ernst=Ernst.ADVIES))))[0]
    assert [len(geval.findall("failure")) for geval in suite] == [1, 0, 0]
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")


def test_a_format_is_imported_only_when_it_is_asked_for():
    code = "import sys, leerwerk.output.formaten; print([m for m in sys.modules if m.startswith('leerwerk.output.')])"
    uit = subprocess.run([sys.executable, "-c", code], cwd=WORTEL, capture_output=True, text=True, check=True).stdout
    assert uit.strip() == "['leerwerk.output.formaten']"


def test_the_problem_matcher_in_the_handleiding_reads_our_text():
    handleiding = (WORTEL / "docs/handleiding/taken-schrijven-in-je-editor.md").read_text(encoding="utf-8")
    taken = json.loads(re.search(r"```json\n(.*?)```", handleiding, re.DOTALL)[1])
    patroon = taken["tasks"][0]["problemMatcher"]["pattern"]
    gevonden = re.match(patroon["regexp"], tekst.render(verslag(bevinding(pad="taken/a.md"))).split("\n")[0])
    assert [gevonden[patroon[naam]] for naam in ("file", "line", "column", "code")] == [
        "taken/a.md",
        "3",
        "5",
        "formatief",
    ]
