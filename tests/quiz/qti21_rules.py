"""The rules of the QTI 2.1 schema for the elements our packages use, written in our own words and form.

Checked by reading, element by element, against imsqti_v2p1.xsd: "IMS QTI 2.1", final release, file dated 31 July 2012,
with the Schematron rules of 31 October 2012 that stand in it, in the copy kept in TAO (oat-sa/extension-tao-itemqti,
model/qti/data/qtiv2p1). TAO marked one change of its own there, to infoControl, which we never write; three data-…
attributes and style and title of text elements may be others, and count as unknown here. No package that may be
installed ships that schema, so this stands in for a validator. It is narrower: an element or attribute that the schema
knows and our packages never use is a fault.

Beyond the schema's grammar it holds an item to what the schema says in words: which variable may be bound to which
interaction, and that names refer to something declared.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

NAMESPACE = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
XML = "{http://www.w3.org/XML/1998/namespace}"
LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


# --- what an attribute or a text may hold ----------------------------------------------------------------------------

NAME = r"[^\W\d][\w.\-]*"  # an NCName: a letter or _ first, no colon
DOUBLE = r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN"
KINDS = {
    "name": NAME,
    "id": NAME,  # unique in the file, too
    "idref": NAME,  # and the id must be there
    "names": rf"({NAME})?( {NAME})*",
    "double": DOUBLE,
    "int": r"[+-]?\d{1,9}",
    "boolean": "true|false|1|0",
    "uri": r"\S*",
    "length": "[0-9]+%?",
    "short": r"(?s).{0,256}",
    "text": "(?s).*",
    "lang": "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*",
    "cardinality": "single|multiple|ordered|record",
    "base": "boolean|directedPair|duration|file|float|identifier|integer|pair|point|string|uri",
    "shown": "show|hide",
    "lie": "horizontal|vertical",
    "format": "plain|preformatted|xhtml",
    "way": "linear|nonlinear",
    "hand-in": "individual|simultaneous",
}
# What a value of each base type looks like.
VALUES = {
    "boolean": "true|false|1|0",
    "directedPair": rf"{NAME} {NAME}",
    "float": DOUBLE,
    "identifier": NAME,
    "integer": r"[+-]?\d+",
    "pair": rf"{NAME} {NAME}",
}


@dataclass(frozen=True)
class Model:
    """``children``: a pattern of names in order; ``must``, ``may``: attributes and their kinds; ``words``: has text."""

    children: str
    must: dict[str, str]
    may: dict[str, str]
    words: bool


def model(children: str, must: str = "", may: str = "", words: bool = False) -> Model:
    """``must`` and ``may`` are written "name=kind name=kind"; a kind is one of KINDS or a pattern, "*body" and "*base"
    stand for what text elements share."""

    def read(attributes: str) -> dict[str, str]:
        attributes = attributes.replace("*base", "*body xml:base=uri")
        attributes = attributes.replace("*body", "id=id class=text xml:lang=lang label=short")
        return dict(entry.split("=") for entry in attributes.split())

    return Model(children, read(must), read(may), words)


FLOW = "(p|em|strong|code|img)*"  # of what may stand there, what we use; no interaction
TEXT = "(em|strong|code|img|textEntryInteraction|inlineChoiceInteraction)*"
NUMBER = "(sum|multiple|correct|variable|testVariables|baseValue|mapResponse)"
ANY = (
    "(and|or|match|gte|lte|stringMatch|sum|multiple|correct|variable|testVariables|baseValue|mapResponse)"  # expression
)
RULE = "(responseCondition|setOutcomeValue)*"
CHOICE = "*body fixed=boolean templateIdentifier=name showHide=shown"

MODELS = {
    "assessmentItem": model(
        "responseDeclaration* outcomeDeclaration* itemBody? responseProcessing? modalFeedback*",
        "identifier=text title=text timeDependent=boolean",
        "label=short xml:lang=lang toolName=short toolVersion=short adaptive=boolean",
    ),
    "responseDeclaration": model(
        "defaultValue? correctResponse? mapping?", "identifier=id cardinality=cardinality", "baseType=base"
    ),
    "outcomeDeclaration": model(
        "defaultValue?",
        "identifier=name cardinality=cardinality",
        "baseType=base view=names interpretation=text longInterpretation=uri normalMaximum=double normalMinimum=double "
        "masteryValue=double",
    ),
    "defaultValue": model("value+", may="interpretation=text"),
    "correctResponse": model("value+", may="interpretation=text"),
    "value": model("", may="fieldIdentifier=name baseType=base", words=True),
    "mapping": model("mapEntry+", may="lowerBound=double upperBound=double defaultValue=double"),
    "mapEntry": model("", "mapKey=text mappedValue=double", "caseSensitive=boolean"),
    "itemBody": model(
        "(p|choiceInteraction|matchInteraction|extendedTextInteraction)+",
        may="id=name class=text xml:lang=lang label=short",
    ),
    "p": model(TEXT, may="*base", words=True),
    "em": model(TEXT, may="*base", words=True),
    "strong": model(TEXT, may="*base", words=True),
    "code": model(TEXT, may="*base", words=True),
    "img": model("", "src=uri alt=text", "*base longdesc=uri height=length width=length"),
    "prompt": model(FLOW, may="*body", words=True),
    "choiceInteraction": model(
        "prompt? simpleChoice+",
        "responseIdentifier=name",
        "*base shuffle=boolean maxChoices=int minChoices=int orientation=lie",
    ),
    "simpleChoice": model(FLOW, "identifier=name", CHOICE, words=True),
    "matchInteraction": model(
        "prompt? simpleMatchSet simpleMatchSet",
        "responseIdentifier=name",
        "*base shuffle=boolean maxAssociations=int minAssociations=int",
    ),
    "simpleMatchSet": model("simpleAssociableChoice*"),
    "simpleAssociableChoice": model(
        FLOW, "identifier=name matchMax=int", f"{CHOICE} matchGroup=names matchMin=int", words=True
    ),
    "inlineChoiceInteraction": model(
        "inlineChoice+", "responseIdentifier=name", "*base shuffle=boolean required=boolean"
    ),
    "inlineChoice": model("", "identifier=name", CHOICE, words=True),
    "textEntryInteraction": model(
        "",
        "responseIdentifier=idref",
        "*base base=int stringIdentifier=idref expectedLength=int patternMask=text placeholderText=text",
    ),
    "extendedTextInteraction": model(
        "prompt?",
        "responseIdentifier=name",
        "*base base=int stringIdentifier=name expectedLength=int patternMask=text placeholderText=text maxStrings=int "
        "minStrings=int expectedLines=int format=format",
    ),
    "responseProcessing": model(RULE, may="template=uri templateLocation=uri"),
    "responseCondition": model("responseIf"),
    "responseIf": model(f"{ANY} {RULE}"),
    "setOutcomeValue": model(ANY, "identifier=name"),
    "and": model(f"{ANY}+"),
    "or": model(f"{ANY}+"),
    "match": model(f"{ANY} {ANY}"),
    "gte": model(f"{ANY} {ANY}"),
    "lte": model(f"{ANY} {ANY}"),
    "stringMatch": model(f"{ANY} {ANY}", "caseSensitive=boolean", "substring=boolean"),
    "sum": model(f"{NUMBER}+"),
    "multiple": model(f"{ANY}*"),
    "variable": model("", "identifier=name", "weightIdentifier=name"),
    "correct": model("", "identifier=name"),
    "mapResponse": model("", "identifier=name"),
    "baseValue": model("", "baseType=base", words=True),
    "testVariables": model(
        "",
        "variableIdentifier=name",
        "sectionIdentifier=name includeCategory=names excludeCategory=names weightIdentifier=name baseType=base",
    ),
    "modalFeedback": model(FLOW, "outcomeIdentifier=name showHide=shown identifier=name", "title=text", words=True),
    "assessmentTest": model(
        "outcomeDeclaration* testPart+ outcomeProcessing?",
        "identifier=text title=text",
        "toolName=short toolVersion=short",
    ),
    "testPart": model("assessmentSection+", "identifier=text navigationMode=way submissionMode=hand-in"),
    "assessmentSection": model(
        "(assessmentItemRef|assessmentSection)*",
        "identifier=text title=text visible=boolean",
        "required=boolean fixed=boolean keepTogether=boolean",
    ),
    "assessmentItemRef": model("weight*", "identifier=text href=uri", "required=boolean fixed=boolean category=names"),
    "weight": model("", "identifier=name value=double"),
    "outcomeProcessing": model("setOutcomeValue*"),
}
# Which variables an interaction may be bound to: (cardinalities, base types).
BINDS = {
    "choiceInteraction": ("single multiple", "identifier"),
    "inlineChoiceInteraction": ("single", "identifier"),
    "matchInteraction": ("single multiple", "directedPair"),
    "textEntryInteraction": ("single", "string integer float"),
    "extendedTextInteraction": ("single multiple ordered", "string integer float"),
}
CHOICES = {"simpleChoice", "simpleAssociableChoice", "inlineChoice"}
PARTS = {"assessmentTest", "testPart", "assessmentSection", "assessmentItemRef"}


def faults(data: bytes) -> list[str]:
    """What in an item or test breaks a rule; empty when nothing does. Raises ParseError for what is no XML."""
    root = ET.fromstring(data)
    found = [text for element in root.iter() for text in grammar(element, MODELS, NAMESPACE)]
    if _name(root) not in ("assessmentItem", "assessmentTest"):
        found.append(f"{_name(root)}: neither an item nor a test")
    found += _ids(root)
    found += _item(root) if _name(root) == "assessmentItem" else _test(root)
    return found


def grammar(element: ET.Element, models: dict[str, Model], namespace: str) -> list[str]:
    """What of one element breaks its model; its children are looked at by name only."""
    name = _name(element)
    if name not in models or element.tag != namespace + name:
        return [f"{name}: not an element our packages may use"]
    model, found = models[name], []
    given = {key.replace(XML, "xml:"): value for key, value in element.attrib.items() if key != LOCATION}
    if missing := model.must.keys() - given.keys():
        found.append(f"{name}: lacks {', '.join(sorted(missing))}")
    for key, value in given.items():
        kind = model.must.get(key) or model.may.get(key)
        if kind is None:
            found.append(f"{name}: has no attribute {key}")
        elif not re.fullmatch(KINDS.get(kind, kind), value):
            found.append(f"{name}: {key} {value!r} is no {kind}")
    inside = "".join(f"<{_name(child)}>" for child in element)
    if not re.fullmatch(_pattern(model.children), inside):
        found.append(f"{name}: children in wrong number or order: {inside or 'none'}")
    words = [element.text, *(child.tail for child in element)]
    if not model.words and any(one and one.strip() for one in words):
        found.append(f"{name}: holds text outside its parts")
    if name == "baseValue" and not _fits(element.text, element.get("baseType")):
        found.append(f"baseValue: {element.text!r} is no {element.get('baseType')}")
    return found


def _ids(root: ET.Element) -> list[str]:
    """ids that come twice, and references to none."""
    ids, asked = [], []
    for element in root.iter():
        model = MODELS.get(_name(element))
        for key, value in element.attrib.items() if model else ():
            kind = (model.must | model.may).get(key.replace(XML, "xml:"))
            ids += [value] if kind == "id" else []
            asked += [value] if kind == "idref" else []
    found = [f"id {name!r} comes twice" for name in sorted(set(ids)) if ids.count(name) > 1]
    return found + [f"refers to id {name!r}, which is declared nowhere" for name in asked if name not in ids]


def _item(root: ET.Element) -> list[str]:
    def every(*names: str) -> list[ET.Element]:
        return [one for one in root.iter() if _name(one) in names]

    responses = {one.get("identifier"): one for one in every("responseDeclaration")}
    outcomes = {one.get("identifier") for one in every("outcomeDeclaration")}
    choices = [one.get("identifier") for one in every(*CHOICES)]
    found = [f"choice {name!r} comes twice" for name in sorted(set(choices), key=str) if choices.count(name) > 1]
    found += ["testVariables stands in an item"] if every("testVariables") else []
    bound = []
    for interaction in every(*BINDS):
        name, response = _name(interaction), interaction.get("responseIdentifier")
        bound.append(response)
        if response not in responses:
            found.append(f"{name}: responseIdentifier {response!r} is declared nowhere")
            continue
        cardinality, base = (responses[response].get(key) for key in ("cardinality", "baseType"))
        if cardinality not in BINDS[name][0].split() or base not in BINDS[name][1].split():
            found.append(f"{name}: cannot be bound to {cardinality} {base}")
    found += [f"response {name!r} is bound to {bound.count(name)} interactions" for name in responses
              if bound.count(name) != 1]  # fmt: skip
    for feedback in every("modalFeedback"):
        if feedback.get("outcomeIdentifier") not in outcomes:
            found.append(f"modalFeedback: outcomeIdentifier {feedback.get('outcomeIdentifier')!r} is declared nowhere")
    known = {"variable": {*responses, *outcomes}, "setOutcomeValue": outcomes, "correct": responses, "mapResponse": {
        name for name, one in responses.items() if any(_name(part) == "mapping" for part in one)}}  # fmt: skip
    for name, names in known.items():
        found += [f"{name} of {one.get('identifier')!r}, which is declared nowhere" for one in every(name)
                  if one.get("identifier") not in names]  # fmt: skip
    for declaration in every("responseDeclaration", "outcomeDeclaration"):
        found += _values(declaration, choices)
    return found


def _values(declaration: ET.Element, choices: list[str | None]) -> list[str]:
    """Values and keys of a declaration: of its type, as many as its cardinality takes, naming choices that exist."""
    name, base, found = declaration.get("identifier"), declaration.get("baseType"), []
    for part in declaration:
        texts = [one.get("mapKey") if _name(one) == "mapEntry" else one.text for one in part]
        if declaration.get("cardinality") == "single" and _name(part) != "mapping" and len(texts) > 1:
            found.append(f"{name}: a single variable has {len(texts)} values")
        found += [f"{name}: {text!r} is no {base}" for text in texts if not _fits(text, base)]
        if base in ("identifier", "directedPair") and _name(declaration) == "responseDeclaration":
            named = [word for text in texts for word in (text or "").split()]
            found += [f"{name}: names {word!r}, which is no choice" for word in named if word not in choices]
    return found


def _test(root: ET.Element) -> list[str]:
    names = [one.get("identifier") for one in root.iter() if _name(one) in PARTS]
    found = [f"{name!r} names two parts of the test" for name in sorted(set(names), key=str) if names.count(name) > 1]
    outcomes = {one.get("identifier") for one in root.iter() if _name(one) == "outcomeDeclaration"}
    found += [f"setOutcomeValue of {one.get('identifier')!r}, which is declared nowhere" for one in root.iter()
              if _name(one) == "setOutcomeValue" and one.get("identifier") not in outcomes]  # fmt: skip
    return found


def _fits(text: str | None, base: str | None) -> bool:
    return base not in VALUES or bool(re.fullmatch(VALUES[base], text or ""))


def _pattern(children: str) -> str:
    """The content model as a regular expression over "<name><name>"."""
    return re.sub(r"\w+", lambda found: f"(?:<{found[0]}>)", children).replace(" ", "")


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
