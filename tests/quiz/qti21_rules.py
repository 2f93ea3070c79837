"""The rules of QTI 2.1 for the elements our packages use, as we know them: a check of structure, no schema validation.

No package that ships the schema was found, so a test does not fetch it. For each element: a pattern of its
children's names in order, and its attributes, those it must have first. An element that is not here is a fault.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

INLINE = "(em|strong|code|img|br|span|sub|sup|a)*"
INLINE_AND_FIELDS = "(em|strong|code|img|br|span|sub|sup|a|textEntryInteraction|inlineChoiceInteraction)*"
EXPRESSION = "(and|or|not|match|gte|lte|stringMatch|variable|correct|baseValue|mapResponse|sum|multiple|testVariables)"
RULES = "(responseCondition|setOutcomeValue)*"
IDENTIFIER = re.compile(r"[A-Za-z_][\w.-]*")
# name: (children, attributes it must have, attributes it may have, text allowed)
MODELS = {
    "assessmentItem": (
        "responseDeclaration* outcomeDeclaration* itemBody? responseProcessing? modalFeedback*",
        "identifier title adaptive timeDependent",
        "lang schemaLocation label toolName toolVersion",
        False,
    ),
    "responseDeclaration": ("correctResponse? mapping?", "identifier cardinality", "baseType", False),
    "outcomeDeclaration": ("defaultValue?", "identifier cardinality", "baseType normalMaximum normalMinimum", False),
    "defaultValue": ("value+", "", "", False),
    "correctResponse": ("value+", "", "", False),
    "value": ("", "", "", True),
    "mapping": ("mapEntry+", "defaultValue", "lowerBound upperBound", False),
    "mapEntry": ("", "mapKey mappedValue", "caseSensitive", False),
    "itemBody": ("(p|div|choiceInteraction|matchInteraction|extendedTextInteraction)*", "", "", False),
    "p": (INLINE_AND_FIELDS, "", "", True),
    "prompt": (INLINE, "", "", True),
    "choiceInteraction": ("prompt? simpleChoice+", "responseIdentifier shuffle maxChoices", "minChoices", False),
    "simpleChoice": (INLINE, "identifier", "fixed", True),
    "matchInteraction": (
        "prompt? simpleMatchSet simpleMatchSet",
        "responseIdentifier shuffle maxAssociations",
        "class minAssociations",
        False,
    ),
    "simpleMatchSet": ("simpleAssociableChoice*", "", "", False),
    "simpleAssociableChoice": (INLINE, "identifier matchMax", "matchMin fixed", True),
    "inlineChoiceInteraction": ("inlineChoice+", "responseIdentifier shuffle", "required", False),
    "inlineChoice": ("", "identifier", "fixed", True),
    "textEntryInteraction": ("", "responseIdentifier", "expectedLength patternMask placeholderText base", False),
    "extendedTextInteraction": ("prompt?", "responseIdentifier", "expectedLines minStrings maxStrings", False),
    "img": ("", "src alt", "width height longdesc", False),
    "em": (INLINE, "", "", True),
    "strong": (INLINE, "", "", True),
    "code": (INLINE, "", "", True),
    "responseProcessing": (RULES, "", "template", False),
    "responseCondition": ("responseIf responseElseIf* responseElse?", "", "", False),
    "responseIf": (EXPRESSION + " " + RULES, "", "", False),
    "setOutcomeValue": (EXPRESSION, "identifier", "", False),
    "and": (EXPRESSION + "+", "", "", False),
    "or": (EXPRESSION + "+", "", "", False),
    "match": (EXPRESSION + " " + EXPRESSION, "", "", False),
    "gte": (EXPRESSION + " " + EXPRESSION, "", "", False),
    "lte": (EXPRESSION + " " + EXPRESSION, "", "", False),
    "stringMatch": (EXPRESSION + " " + EXPRESSION, "caseSensitive", "substring", False),
    "sum": (EXPRESSION + "+", "", "", False),
    "multiple": (EXPRESSION + "*", "", "", False),
    "variable": ("", "identifier", "weightIdentifier", False),
    "correct": ("", "identifier", "", False),
    "mapResponse": ("", "identifier", "", False),
    "baseValue": ("", "baseType", "", True),
    "testVariables": ("", "", "sectionIdentifier variableIdentifier weightIdentifier baseType", False),
    "modalFeedback": ("(p|div)*", "outcomeIdentifier showHide identifier", "title", False),
    "assessmentTest": (
        "outcomeDeclaration* timeLimits? testPart+ outcomeProcessing? testFeedback*",
        "identifier title",
        "schemaLocation toolName toolVersion",
        False,
    ),
    "testPart": ("assessmentSection+", "identifier navigationMode submissionMode", "", False),
    "assessmentSection": ("assessmentItemRef*", "identifier title visible", "required fixed", False),
    "assessmentItemRef": ("weight*", "identifier href", "required fixed category", False),
    "weight": ("", "identifier value", "", False),
    "outcomeProcessing": ("setOutcomeValue*", "", "", False),
}
CARDINALITY = {"single", "multiple", "ordered", "record"}
BASE_TYPE = {"identifier", "boolean", "integer", "float", "string", "point", "pair", "directedPair", "duration", "uri"}


def faults(data: bytes) -> list[str]:
    """What in an item or test breaks a rule; empty when nothing does. Raises ParseError for what is no XML."""
    root = ET.fromstring(data)
    found = [text for element in root.iter() for text in _element(element)]
    declared = {one.get("identifier") for one in root.iter() if _name(one).endswith("Declaration")}
    for element in root.iter():
        for attribute in ("responseIdentifier", "outcomeIdentifier"):
            if element.get(attribute) not in declared | {None}:
                found.append(f"{_name(element)}: {attribute} {element.get(attribute)!r} is declared nowhere")
    if _name(root) == "assessmentItem":
        used = [one for one in root.iter() if _name(one) in ("variable", "correct", "mapResponse", "setOutcomeValue")]
        found += [f"{_name(one)} of {one.get('identifier')!r}, which is declared nowhere" for one in used
                  if one.get("identifier") not in declared]  # fmt: skip
    choices = [one.get("identifier") for one in root.iter() if _name(one).endswith(("Choice", "inlineChoice"))]
    found += [f"choice {name!r} comes twice" for name in set(choices) if choices.count(name) > 1]
    return found


def _element(element: ET.Element) -> list[str]:
    name = _name(element)
    if name not in MODELS:
        return [f"{name}: not an element our packages may use"]
    children, must, may, text = MODELS[name]
    found = []
    given = {key.rpartition("}")[2] for key in element.attrib}
    if missing := set(must.split()) - given:
        found.append(f"{name}: lacks {', '.join(sorted(missing))}")
    if unknown := given - set(must.split()) - set(may.split()):
        found.append(f"{name}: has no attribute {', '.join(sorted(unknown))}")
    inside = "".join(f"<{_name(child)}>" for child in element)
    if not re.fullmatch(_pattern(children), inside):
        found.append(f"{name}: children in wrong number or order: {inside or 'none'}")
    words = [element.text, *(child.tail for child in element)]
    if not text and any(one and one.strip() for one in words):
        found.append(f"{name}: holds text outside its parts")
    if (identifier := element.get("identifier")) is not None and not IDENTIFIER.fullmatch(identifier):
        found.append(f"{name}: {identifier!r} is no identifier")
    if element.get("cardinality", "single") not in CARDINALITY or element.get("baseType", "float") not in BASE_TYPE:
        found.append(f"{name}: unknown cardinality or base type")
    return found


def _pattern(children: str) -> str:
    """The content model as a regular expression over "<name><name>"."""
    return re.sub(r"[A-Za-z]+", lambda found: f"(?:<{found[0]}>)", children).replace(" ", "")


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
