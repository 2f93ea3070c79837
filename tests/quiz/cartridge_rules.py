"""The rules of Common Cartridge 1.1 for what our cartridges hold, written in our own words and form.

Checked by reading the profile's two schemas and the Schematron rules that stand in them, in the copies kept in Moodle
(moodle/moodle, backup/cc/schemas11): ccv1p1_qtiasiv1p2p1_v1p0.xsd, final, 31 October 2010, rules of 5 January 2011; and
ccv1p1_imscp_v1p2_v1p0.xsd, final, 31 January 2011, with ccv1p1_lommanifest_v1p0.xsd. No package that may be installed
ships them, so this stands in for a validator. It is narrower: an element or attribute that the profile knows and our
cartridges never use is a fault.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from .qti21_rules import Model, grammar, model

QUIZ = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
MANIFEST = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
ABOUT = "{http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest}"

FIELD = "render_choice|render_fib"
MODELS: dict[str, dict[str, Model]] = {
    QUIZ: {
        "questestinterop": model("assessment"),
        "assessment": model("qtimetadata? section", "ident=text title=text", "xml:lang=lang"),
        "section": model("item+", "ident=text", "title=text xml:lang=lang"),
        "item": model(
            "itemmetadata? presentation? resprocessing* itemfeedback*", "ident=text", "title=text xml:lang=lang"
        ),
        "itemmetadata": model("qtimetadata+"),
        "qtimetadata": model("qtimetadatafield+"),
        "qtimetadatafield": model("fieldlabel fieldentry"),
        "fieldlabel": model("", words=True),
        "fieldentry": model("", words=True),
        "presentation": model("(material|response_lid|response_str)+", may="label=text xml:lang=lang"),
        "material": model("mattext+", may="label=text xml:lang=lang"),
        "mattext": model("", may="texttype=text charset=text xml:lang=lang", words=True),
        "response_lid": model(f"material? ({FIELD}) material?", "ident=text", "rcardinality=Single|Multiple|Ordered"),
        "response_str": model(f"material? ({FIELD}) material?", "ident=text", "rcardinality=Single|Multiple|Ordered"),
        "render_choice": model("(material|response_label)*", may="shuffle=Yes|No"),
        "render_fib": model("(material|response_label)*", may="fibtype=Decimal|Integer|Scientific|String"),
        "response_label": model("material*", "ident=text", "rshuffle=Yes|No"),
        "resprocessing": model("outcomes respcondition+"),
        "outcomes": model("decvar"),
        "decvar": model("", "varname=SCORE", "vartype=Decimal|Integer minvalue=text maxvalue=text"),
        "respcondition": model("conditionvar setvar* displayfeedback*", may="title=text continue=Yes|No"),
        "conditionvar": model("(and|other|varequal)+"),
        "and": model("(not|varequal)+"),
        "not": model("varequal+"),
        "other": model(""),
        "varequal": model("", "respident=text", "case=Yes|No", words=True),
        "setvar": model("", may="varname=text action=Set", words=True),
        "displayfeedback": model("", "feedbacktype=Response|Solution|Hint linkrefid=text"),
        "itemfeedback": model("(flow_mat|material)+", "ident=text", "title=text"),
        "flow_mat": model("(flow_mat|material)+", may="class=text"),
    },
    MANIFEST: {
        "manifest": model("metadata organizations resources", "identifier=id"),
        "metadata": model("schema schemaversion lom"),
        "schema": model("", words=True),
        "schemaversion": model("", words=True),
        "organizations": model("organization?"),
        "organization": model("title? item", "identifier=id structure=rooted-hierarchy"),
        "item": model("title? item*", "identifier=id", "identifierref=name"),
        "title": model("", words=True),
        "resources": model("resource*"),
        "resource": model(
            "file* dependency*",
            "identifier=id type=webcontent|imsqti_xmlv1p2/imscc_xmlv1p1/(assessment|question-bank)",
            "href=uri",
        ),
        "file": model("", "href=uri"),
    },
    ABOUT: {
        "lom": model("general?"),
        "general": model("title?"),
        "title": model("string*"),
        "string": model("", may="language=text", words=True),
    },
}
TEST_FIELDS = {
    "cc_profile": r"cc\.exam\.v0p1",
    "qmd_assessmenttype": "Examination",
    "qmd_scoretype": "Percentage",
    "qmd_feedbackpermitted": "Yes|No",
}
ITEM_FIELDS = {
    "cc_profile": r"cc\.(multiple_choice|multiple_response|true_false|fib|pattern_match|essay)\.v0p1",
    "cc_weighting": "[1-9][0-9]?",
}


def faults(data: bytes) -> list[str]:
    """What in a quiz or a manifest breaks a rule; empty when nothing does."""
    root = ET.fromstring(data)
    found = []
    for element in root.iter():
        namespace = element.tag.partition("}")[0] + "}"
        found += grammar(element, MODELS.get(namespace, {}), namespace)
    return found + (_manifest(root) if root.tag.startswith(MANIFEST) else _quiz(root))


def _quiz(root: ET.Element) -> list[str]:
    names = [item.get("ident") for item in _every(root, "item")]
    found = [f"two items are named {name!r}" for name in sorted(set(names), key=str) if names.count(name) > 1]
    for test in _every(root, "assessment"):
        found += _fields(test.find(f"{QUIZ}qtimetadata"), TEST_FIELDS)
    return found + [f"{item.get('ident')}: {text}" for item in _every(root, "item") for text in _item(item)]


def _fields(metadata: ET.Element | None, known: dict[str, str]) -> list[str]:
    found, given = [], []
    for field in [] if metadata is None else metadata:
        label, entry = (field.findtext(f"{QUIZ}{part}") or "" for part in ("fieldlabel", "fieldentry"))
        given.append(label)
        if not re.fullmatch(known.get(label, "(?!)"), entry):
            found.append(f"metadata has no {label} of {entry!r}")
    found += [f"{label} comes twice" for label in known if given.count(label) > 1]
    return found + ([] if "cc_profile" in given else ["lacks cc_profile"])


def _item(item: ET.Element) -> list[str]:
    found = _fields(item.find(f"{QUIZ}itemmetadata/{QUIZ}qtimetadata"), ITEM_FIELDS)
    entries = [field.text for field in _every(item, "fieldentry")]
    kind = next((entry.split(".")[1] for entry in entries if entry and entry.count(".") == 2), "")
    found += _typed(item) if kind == "fib" else _chosen(item, kind)
    shown = {one.get("linkrefid") for one in _every(item, "displayfeedback")}
    told = {one.get("ident") for one in _every(item, "itemfeedback")}
    found += [f"{name!r} is to be shown and is not there" for name in sorted(shown - told, key=str)]
    found += [f"{name!r} is shown by no rule" for name in sorted(told - shown, key=str)]
    found += [f"{name!r} is kept for hints and solutions" for name in sorted(shown & {"hint", "solution"})]
    return found


def _chosen(item: ET.Element, kind: str) -> list[str]:
    """A question with options, of one right answer or several."""
    asked = _every(item, "response_lid")
    if len(asked) != 1 or _every(item, "response_str") or _every(item, "render_fib"):
        return ["a choice asks for anything but one choice"]
    several = kind == "multiple_response"
    found = [] if asked[0].get("rcardinality") == ("Multiple" if several else "Single") else ["wrong cardinality"]
    names = [label.get("ident") for label in _every(item, "response_label")]
    found += [] if len(names) > (1 if several else 2) else ["too few options"]
    found += [f"no option {one.text!r}" for one in _every(item, "varequal") if one.text not in names]
    return found + _responses(item, asked[0])


def _typed(item: ET.Element) -> list[str]:
    """A question with a blank."""
    asked = _every(item, "response_str")
    if len(asked) != 1 or _every(item, "response_lid") or _every(item, "render_choice"):
        return ["a blank asks for anything but one text"]
    return _responses(item, asked[0])


def _responses(item: ET.Element, asked: ET.Element) -> list[str]:
    compared = [one.get("respident") for one in _every(item, "varequal")]
    found = [] if compared else ["no rule compares the answer"]
    return found + [f"no response {name!r}" for name in sorted({*compared} - {asked.get("ident")}, key=str)]


def _manifest(root: ET.Element) -> list[str]:
    found = []
    for name, value in (("schema", "IMS Common Cartridge"), ("schemaversion", "1.1.0")):
        found += [] if root.findtext(f"{MANIFEST}metadata/{MANIFEST}{name}") == value else [f"{name} is not {value}"]
    for top in root.iterfind(f".//{MANIFEST}organization/{MANIFEST}item"):
        found += ["the top of the organization has a title"] if top.find(f"{MANIFEST}title") is not None else []
        below = [one for one in top.iter(f"{MANIFEST}item") if one is not top]
        found += ["an item lacks its title" for one in below if one.find(f"{MANIFEST}title") is None]
    resources = {one.get("identifier"): one for one in root.iter(f"{MANIFEST}resource")}
    for item in root.iter(f"{MANIFEST}item"):
        name = item.get("identifierref")
        found += [f"no resource {name!r}"] if name and name not in resources else []
    for name, resource in resources.items():
        if len(resource.findall(f"{MANIFEST}file")) != 1 or resource.get("href"):
            found.append(f"{name}: a quiz has one file and no href")
    ids = [one.get("identifier") for one in root.iter() if one.get("identifier")]
    return found + [f"id {name!r} comes twice" for name in sorted(set(ids)) if ids.count(name) > 1]


def _every(root: ET.Element, name: str) -> list[ET.Element]:
    return list(root.iter(f"{QUIZ}{name}"))
