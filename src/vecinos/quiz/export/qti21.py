"""QTI 2.1: a content package with one item per question and a test that lists them.

SCORE of an item counts its credited parts; the test weighs every scored question as one point.
Only rules that players agree on are used: a tolerance is two comparisons, credit per part is a sum, and putting in
order is pairing with places (``index``, which credit per place in an orderInteraction needs, fails in some).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from vecinos.quiz.export.flat import (
    AS_PAIRS,
    COMPARED,
    DRAWN,
    HINTS_LOST,
    ROW_WHYS,
    UNSCORED_TYPED,
    Item,
    Note,
    bounds,
    feedback,
    figure,
    spellings,
)
from vecinos.quiz.export.packing import document, node, package, rich

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def write(items: list[Item], title: str, lang: str) -> tuple[bytes, list[Note]]:
    """The package's bytes and what it could not say."""
    files = {f"items/{item.id}.xml": document(_item(item, lang)) for item in items}
    files |= {f"items/{item.id}.svg": item.svg.encode("utf-8") for item in items if item.svg}
    manifest = {"imsmanifest.xml": document(_manifest(items)), "test.xml": document(_test(items, title))}
    notes = [note for item in items for note in _notes(item)]
    return package(manifest | files), notes


def _notes(item: Item) -> list[Note]:
    texts = [HINTS_LOST] if item.hints else []
    texts += [AS_PAIRS] if item.type == "order" else []
    texts += [COMPARED] if item.kind == "text" else []
    texts += [ROW_WHYS] if any(row.why for row in item.rows) else []
    texts += [DRAWN] if item.kind == "open" else [] if item.scored else [UNSCORED_TYPED]
    return [Note(item.id, text) for text in texts]


def _root(tag: str, *content: ET.Element, **attributes: object) -> ET.Element:
    root = node(tag, *content, **attributes)
    root.attrib = {
        "xmlns": NAMESPACE,
        "xmlns:xsi": _XSI,
        "xsi:schemaLocation": f"{NAMESPACE} {SCHEMA}",
        **root.attrib,
    }
    return root


def _item(item: Item, lang: str) -> ET.Element:
    declarations, body, rules, whys = _KINDS[item.kind](item)
    told = {"explanation": feedback(item)} | whys
    score = node("outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    score.append(node("defaultValue", node("value", "0")))
    score.set("normalMaximum", str(item.credits))
    return _root(
        "assessmentItem",
        *declarations,
        score,
        node("outcomeDeclaration", identifier="FEEDBACK", cardinality="multiple", baseType="identifier"),
        node("itemBody", *body),
        node("responseProcessing", *rules),
        *(
            node(
                "modalFeedback",
                rich("p", html),
                outcomeIdentifier="FEEDBACK",
                identifier=name,
                showHide="show",
            )
            for name, html in told.items()
        ),
        identifier=item.id,
        title=item.prompt.plain[:80],
        adaptive="false",
        timeDependent="false",
        xml_lang=lang,
    )


def _value(kind: str, value: str) -> ET.Element:
    return node("baseValue", value, baseType=kind)


def _response(identifier: str, cardinality: str, kind: str, right: list[str]) -> ET.Element:
    declaration = node("responseDeclaration", identifier=identifier, cardinality=cardinality, baseType=kind)
    if right:
        declaration.append(node("correctResponse", *(node("value", text) for text in right)))
    return declaration


def _score(expression: ET.Element) -> ET.Element:
    return node("setOutcomeValue", expression, identifier="SCORE")


def _set_feedback(*more: ET.Element) -> ET.Element:
    return node(
        "setOutcomeValue",
        node("multiple", _value("identifier", "explanation"), *more),
        identifier="FEEDBACK",
    )


def _add(condition: ET.Element) -> ET.Element:
    """One point more if the condition holds."""
    more = _score(node("sum", node("variable", identifier="SCORE"), _value("float", "1")))
    return node("responseCondition", node("responseIf", condition, more))


def _matches(response: ET.Element, identifier: str) -> ET.Element:
    return node("match", response, node("correct", identifier=identifier))


def _prompt(item: Item) -> ET.Element:
    return rich("prompt", item.prompt.html)


# Each kind gives (response declarations, body, rules, {identifier: feedback}).


def _choice(item: Item):
    names = [f"c{number}" for number in range(1, len(item.choices) + 1)]
    right = [name for name, choice in zip(names, item.choices, strict=True) if choice.right]
    declaration = _response("RESPONSE", "multiple" if item.multiple else "single", "identifier", right)
    if item.multiple:
        entries = [
            node("mapEntry", mapKey=name, mappedValue="1" if choice.right else "-1")
            for name, choice in zip(names, item.choices, strict=True)
        ]
        declaration.append(node("mapping", *entries, lowerBound="0", upperBound=item.credits, defaultValue="0"))
        score = _score(node("mapResponse", identifier="RESPONSE"))
    else:
        score = _add(_matches(node("variable", identifier="RESPONSE"), "RESPONSE"))
    interaction = node(
        "choiceInteraction",
        _prompt(item),
        *(rich("simpleChoice", choice.text.html, identifier=n) for n, choice in zip(names, item.choices, strict=True)),
        responseIdentifier="RESPONSE",
        shuffle="true",
        maxChoices="0" if item.multiple else "1",
    )
    whys = {name: choice.why.html for name, choice in zip(names, item.choices, strict=True) if choice.why}
    return [declaration], [interaction], [score, _set_feedback(node("variable", identifier="RESPONSE"))], whys


def _typed_body(item: Item, length: int) -> list[ET.Element]:
    entry = node("textEntryInteraction", responseIdentifier="RESPONSE", expectedLength=length)
    unit = [" " + item.unit] if item.unit else []
    return [rich("p", item.prompt.html), node("p", entry, *unit)]


def _within(value: float, tolerance: float) -> ET.Element:
    low, high = bounds(value, tolerance)
    response = {"identifier": "RESPONSE"}
    return node(
        "and",
        node("gte", node("variable", **response), _value("float", low)),
        node("lte", node("variable", **response), _value("float", high)),
    )


def _tell(condition: ET.Element, name: str) -> ET.Element:
    """Tell one thing more if the condition holds."""
    more = node("multiple", node("variable", identifier="FEEDBACK"), _value("identifier", name))
    return node(
        "responseCondition",
        node("responseIf", condition, node("setOutcomeValue", more, identifier="FEEDBACK")),
    )


def _number(item: Item):
    declaration = _response("RESPONSE", "single", "float", [figure(item.value)] if item.scored else [])
    rules = [_add(_within(item.value, item.tolerance))] if item.scored else []
    rules.append(_set_feedback())
    whys = {}
    for number, wrong in enumerate(item.mistakes, start=1):
        whys[f"m{number}"] = wrong.why.html
        rules.append(_tell(_within(wrong.value, item.tolerance), f"m{number}"))
    return [declaration], _typed_body(item, 12), rules, whys


def _same_text(texts: list[str]) -> ET.Element:
    same = [
        node("stringMatch", node("variable", identifier="RESPONSE"), _value("string", text), caseSensitive="false")
        for text in texts
    ]
    return same[0] if len(same) == 1 else node("or", *same)


def _text(item: Item):
    accepted = spellings(item.accept)
    rules = [_add(_same_text(accepted)), _set_feedback()]
    whys = {}
    for number, wrong in enumerate(item.mistakes, start=1):
        whys[f"m{number}"] = wrong.why.html
        rules.append(_tell(_same_text(spellings(wrong.accept)), f"m{number}"))
    return [_response("RESPONSE", "single", "string", accepted[:1])], _typed_body(item, 30), rules, whys


def _pairs(item: Item):
    lefts = [f"r{number}" for number in range(1, len(item.rows) + 1)]
    rights = [f"c{number}" for number in range(1, len(item.choices) + 1)]
    right = [f"{left} {rights[row.answer]}" for left, row in zip(lefts, item.rows, strict=True)]
    declaration = _response("RESPONSE", "multiple", "directedPair", right)
    entries = [node("mapEntry", mapKey=pair, mappedValue="1") for pair in right]
    declaration.append(node("mapping", *entries, lowerBound="0", defaultValue="0"))
    rows = [
        rich("simpleAssociableChoice", row.text.html, identifier=name, matchMax="1")
        for name, row in zip(lefts, item.rows, strict=True)
    ]
    most = 1 if item.once else len(item.rows)
    choices = [
        rich("simpleAssociableChoice", choice.text.html, identifier=name, matchMax=most)
        for name, choice in zip(rights, item.choices, strict=True)
    ]
    interaction = node(
        "matchInteraction",
        _prompt(item),
        node("simpleMatchSet", *rows),
        node("simpleMatchSet", *choices),
        class_="qti-match-tabular",
        responseIdentifier="RESPONSE",
        shuffle="false",
        maxAssociations=len(item.rows),
    )
    return [declaration], [interaction], [_score(node("mapResponse", identifier="RESPONSE")), _set_feedback()], {}


def _gaps(item: Item):
    declarations, rules, whys, told = [], [], {}, []
    passage = rich("p", item.parts[0].html)
    for number, (gap, part) in enumerate(zip(item.gaps, item.parts[1:], strict=True), start=1):
        identifier = f"RESPONSE{number}"
        names = [f"g{number}c{position}" for position in range(1, len(gap.choices) + 1)]
        right = [name for name, choice in zip(names, gap.choices, strict=True) if choice.right]
        declarations.append(_response(identifier, "single", "identifier", right))
        passage.append(
            node(
                "inlineChoiceInteraction",
                *(
                    node("inlineChoice", choice.text.plain, identifier=name)
                    for name, choice in zip(names, gap.choices, strict=True)
                ),
                responseIdentifier=identifier,
                shuffle="true",
            )
        )
        following = rich("p", part.html)
        passage[-1].tail = following.text
        passage.extend(following)
        rules.append(_add(_matches(node("variable", identifier=identifier), identifier)))
        told.append(node("variable", identifier=identifier))
        whys |= {name: choice.why.html for name, choice in zip(names, gap.choices, strict=True) if choice.why}
    return declarations, [rich("p", item.prompt.html), passage], [*rules, _set_feedback(*told)], whys


def _open(item: Item):
    picture = node("p", node("img", src=f"{item.id}.svg", alt=item.svg_text, width="480"))
    field = node(
        "extendedTextInteraction", _prompt(item), responseIdentifier="RESPONSE", expectedLines="3", minStrings="0"
    )
    return [_response("RESPONSE", "single", "string", [])], [picture, field], [_set_feedback()], {}


_KINDS = {
    "choice": _choice,
    "number": _number,
    "text": _text,
    "pairs": _pairs,
    "gaps": _gaps,
    "open": _open,
}


def _test(items: list[Item], title: str) -> ET.Element:
    references = []
    for item in items:
        reference = node("assessmentItemRef", identifier=f"ref-{item.id}", href=f"items/{item.id}.xml")
        if item.scored:
            reference.append(node("weight", identifier="WEIGHT", value=figure(1 / item.credits)))
        references.append(reference)
    total = node("sum", node("testVariables", variableIdentifier="SCORE", weightIdentifier="WEIGHT"))
    return _root(
        "assessmentTest",
        node("outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float"),
        node(
            "testPart",
            node("assessmentSection", *references, identifier="section-1", title=title, visible="true"),
            identifier="part-1",
            navigationMode="nonlinear",
            submissionMode="individual",
        ),
        node("outcomeProcessing", _score(total)),
        identifier="vecinos-test",
        title=title,
    )


def _manifest(items: list[Item]) -> ET.Element:
    resources = node("resources")
    test = node("resource", node("file", href="test.xml"), identifier="res-test", type_="imsqti_test_xmlv2p1")
    test.set("href", "test.xml")
    resources.append(test)
    for item in items:
        path = f"items/{item.id}"
        test.append(node("dependency", identifierref=f"res-{item.id}"))
        files = [node("file", href=f"{path}.xml")] + ([node("file", href=f"{path}.svg")] if item.svg else [])
        resources.append(
            node("resource", *files, identifier=f"res-{item.id}", type_="imsqti_item_xmlv2p1", href=f"{path}.xml")
        )
    metadata = node("metadata", node("schema", "QTIv2.1 Package"), node("schemaversion", "1.0.0"))
    root = node("manifest", metadata, node("organizations"), resources, identifier="vecinos-manifest")
    root.attrib = {"xmlns": PACKAGING, **root.attrib}
    return root
