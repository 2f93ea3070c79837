"""A Common Cartridge 1.1, for Brightspace, Blackboard and others that import one.

Its profile of QTI 1.2 has single and multiple choice and one typed text; a question of another type is left out.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from vecinos.quiz.export import qti12
from vecinos.quiz.export.flat import COMPARED, ExportError, Item, Note
from vecinos.quiz.export.packing import document, node, package

PACKAGING = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
ABOUT = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMAS = "http://www.imsglobal.org/profile/cc/ccv1p1/"

HINTS_UNUSED = "its hints: a cartridge shows one by a rule for an answer only, and so not before it"
ALL_OR_NOTHING = "written as all or nothing; some platforms give partial credit by a rule of their own"
MISTAKES_LOST = "the reasons of its known mistakes: a platform may take every text compared for a right answer"
UNKNOWN = "a Common Cartridge has choices and one typed text only"


def write(items: list[Item], title: str, lang: str) -> tuple[bytes, list[Note]]:
    """The cartridge's bytes and what it could not say. Raises ExportError when it can hold none of the questions."""
    held = [item for item in items if _profile(item)]
    if not held:
        raise ExportError(f"{UNKNOWN}; no question chosen is of such a type. Choose another format.")
    section = node("section", *map(_item, held), ident="root_section")
    fields = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "qmd_feedbackpermitted": "Yes",
    }
    assessment = node("assessment", qti12.metadata(fields), section, ident="vecinos", title=title, xml_lang=lang)
    root = node("questestinterop", assessment)
    root.attrib = _named(qti12.NAMESPACE, "ccv1p1_qtiasiv1p2p1_v1p0.xsd")
    files = {"imsmanifest.xml": document(_manifest(title, lang)), "vecinos/vecinos.xml": document(root)}
    return package(files), [note for item in items for note in _notes(item)]


def _profile(item: Item) -> str:
    """What the cartridge calls the question's type; empty when it has none for it."""
    if item.kind == "text":
        return "cc.fib.v0p1"
    if item.kind == "choice" and item.multiple:
        return "cc.multiple_response.v0p1"
    return "cc.multiple_choice.v0p1" if item.kind == "choice" and len(item.choices) > 2 else ""


def _notes(item: Item) -> list[Note]:
    if not _profile(item):
        return [Note(item.id, UNKNOWN, left_out=True)]
    texts = [HINTS_UNUSED] if item.hints else []
    texts += [ALL_OR_NOTHING] if item.multiple else []
    texts += [COMPARED] if item.kind == "text" else []
    texts += [MISTAKES_LOST] if item.mistakes else []
    return [Note(item.id, text) for text in texts]


def _item(item: Item) -> ET.Element:
    whys, responses, rules = (qti12.typed if item.kind == "text" else qti12.choices)(item)
    if item.multiple:
        for compared in rules[-1].iter("varequal"):
            compared.set("case", "Yes")  # Moodle's importer takes no other for a right option
    elif item.kind == "choice":
        rules = _one_of(item, whys)
    return qti12.asked(item, {"cc_profile": _profile(item), "cc_weighting": "1"}, whys, responses, rules)


def _one_of(item: Item, whys: dict[str, str]) -> list[ET.Element]:
    """One rule per option, for its points and its explanation; a rule that goes on would be told after any answer."""
    rules = []
    for number, choice in enumerate(item.choices, start=1):
        name = f"c{number}"
        rule = node(
            "respcondition", node("conditionvar", node("varequal", name, respident="response1")), continue_="No"
        )
        if choice.right:
            rule.append(node("setvar", "100", action="Set", varname="SCORE"))
        if f"{name}_fb" in whys:
            rule.append(node("displayfeedback", feedbacktype="Response", linkrefid=f"{name}_fb"))
        if len(rule) > 1:
            rules.append(rule)
    return rules


def _named(namespace: str, schema: str, *more: str) -> dict[str, str]:
    places = " ".join([namespace, _SCHEMAS + schema, *more])
    return {"xmlns": namespace, "xmlns:xsi": _XSI, "xsi:schemaLocation": places}


def _manifest(title: str, lang: str) -> ET.Element:
    name = node("title", node("string", title, language=lang))
    about = node("lom", node("general", name))
    about.attrib = {"xmlns": ABOUT}
    metadata = node("metadata", node("schema", "IMS Common Cartridge"), node("schemaversion", "1.1.0"), about)
    quiz = node("item", node("title", title), identifier="vecinos-item", identifierref="vecinos")
    top = node("item", quiz, identifier="vecinos-top")
    organization = node("organization", top, identifier="vecinos-organization", structure="rooted-hierarchy")
    resource = node("resource", node("file", href="vecinos/vecinos.xml"), identifier="vecinos")
    resource.set("type", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment")
    root = node("manifest", metadata, node("organizations", organization), node("resources", resource))
    root.attrib = {"identifier": "vecinos-manifest"} | _named(
        PACKAGING, "ccv1p1_imscp_v1p2_v1p0.xsd", ABOUT, f"{_SCHEMAS}LOM/ccv1p1_lommanifest_v1p0.xsd"
    )
    return root
