"""QTI 1.2 as Canvas reads it (Settings › Import course content › QTI .zip file)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html import escape

from vecinos.quiz.export.flat import (
    AS_PAIRS,
    COMPARED,
    DRAWN,
    HINTS_LOST,
    ROW_WHYS,
    Item,
    Note,
    feedback,
    figure,
    spellings,
)
from vecinos.quiz.export.packing import document, node, package

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
PACKAGING = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"

SHOWN_AS_ESSAY = "a guess is asked for in a field for words, for no points"
OWN_CREDIT = "written as all or nothing; Canvas gives partial credit by its own rule"
# Canvas takes every number or text that any rule compares for a right answer, whatever the rule then does.
MISTAKES_LOST = "the reasons of its known mistakes: Canvas would take the mistakes for right answers"

_TYPES = {
    "number": "numerical_question",
    "text": "short_answer_question",
    "pairs": "matching_question",
    "gaps": "multiple_dropdowns_question",
    "open": "essay_question",
}


def write(items: list[Item], title: str, lang: str) -> tuple[bytes, list[Note]]:
    """The package's bytes and what it could not say."""
    section = node("section", *map(_item, items), ident="root_section")
    assessment = node("assessment", section, ident="vecinos", title=title, xml_lang=lang)
    root = node("questestinterop", assessment)
    root.set("xmlns", NAMESPACE)
    pictures = {f"images/{item.id}.svg": item.svg.encode("utf-8") for item in items if item.svg}
    files = {
        "imsmanifest.xml": document(_manifest(list(pictures))),
        "vecinos/vecinos.xml": document(root),
        "vecinos/assessment_meta.xml": document(_meta(items, title)),
    }
    return package(files | pictures), [note for item in items for note in _notes(item)]


def _notes(item: Item) -> list[Note]:
    texts = [HINTS_LOST] if item.hints else []
    texts += [OWN_CREDIT] if item.multiple else []
    texts += [COMPARED] if item.kind == "text" else []
    texts += [AS_PAIRS] if item.type == "order" else []
    texts += [MISTAKES_LOST] if item.mistakes else []
    texts += [ROW_WHYS] if item.gaps or any(row.why for row in item.rows) else []
    texts += [DRAWN] if item.kind == "open" else [] if item.scored else [SHOWN_AS_ESSAY]
    return [Note(item.id, text) for text in texts]


def _type(item: Item) -> str:
    if item.kind == "choice":
        return "multiple_answers_question" if item.multiple else "multiple_choice_question"
    return _TYPES[item.kind if item.scored else "open"]


def _item(item: Item) -> ET.Element:
    fields = {"question_type": _type(item), "points_possible": "1" if item.scored else "0"}
    return asked(item, fields, *_BODIES[_type(item)](item))


def asked(
    item: Item, fields: dict[str, str], whys: dict[str, str], responses: list[ET.Element], rules: list[ET.Element]
) -> ET.Element:
    """One question: ``fields`` are its metadata, ``whys`` its explanations by the names that ``rules`` show them by."""
    always = node(
        "respcondition",
        node("conditionvar", node("other")),
        node("displayfeedback", feedbacktype="Response", linkrefid="general_fb"),
        continue_="Yes",
    )
    outcomes = node("outcomes", node("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal"))
    told = {"general_fb": feedback(item)} | whys
    return node(
        "item",
        node("itemmetadata", metadata(fields)),
        node("presentation", _material(_prompt(item)), *responses),
        node("resprocessing", outcomes, always, *rules),
        *(node("itemfeedback", node("flow_mat", _material(html)), ident=name) for name, html in told.items()),
        ident=item.id,
        title=item.id,
    )


def metadata(fields: dict[str, str]) -> ET.Element:
    return node(
        "qtimetadata",
        *(node("qtimetadatafield", node("fieldlabel", key), node("fieldentry", fields[key])) for key in fields),
    )


def _material(text: str, html: bool = True) -> ET.Element:
    return node("material", node("mattext", text, texttype="text/html" if html else "text/plain"))


def _prompt(item: Item) -> str:
    html = f"<p>{item.prompt.html}</p>"
    if item.unit and item.kind == "number":
        html += f"<p>({escape(item.unit)})</p>"
    if item.svg:
        source = f"%24IMS-CC-FILEBASE%24/images/{item.id}.svg"
        html += f'<p><img src="{source}" alt="{escape(item.svg_text)}" width="480" /></p>'
    if item.kind == "gaps":
        # Brackets mark the gaps, so brackets of the text itself go as entities.
        texts = [part.html.replace("[", "&#91;").replace("]", "&#93;") for part in item.parts]
        gaps = [f"[gap{number}]" for number in range(1, len(texts))]
        passage = "".join(text + gap for text, gap in zip(texts, [*gaps, ""], strict=True))
        html = html.replace("[", "&#91;").replace("]", "&#93;") + f"<p>{passage}</p>"
    return html


def _set(condition: list[ET.Element], value: str, action: str = "Set") -> ET.Element:
    return node(
        "respcondition",
        node("conditionvar", *condition),
        node("setvar", value, action=action, varname="SCORE"),
        continue_="Yes" if action == "Add" else "No",
    )


def _tell(condition: ET.Element, name: str) -> ET.Element:
    return node(
        "respcondition",
        node("conditionvar", condition),
        node("displayfeedback", feedbacktype="Response", linkrefid=name),
        continue_="Yes",
    )


def _equal(text: str, response: str = "response1") -> ET.Element:
    return node("varequal", text, respident=response)


def _labels(texts: list[tuple[str, str]], html: bool) -> ET.Element:
    return node(
        "render_choice",
        *(node("response_label", _material(text, html), ident=name) for name, text in texts),
    )


def choices(item: Item):
    names = [f"c{number}" for number in range(1, len(item.choices) + 1)]
    labels = [(name, choice.text.html) for name, choice in zip(names, item.choices, strict=True)]
    response = node(
        "response_lid",
        _labels(labels, html=True),
        ident="response1",
        rcardinality="Multiple" if item.multiple else "Single",
    )
    whys = {f"{n}_fb": choice.why.html for n, choice in zip(names, item.choices, strict=True) if choice.why}
    tell = [_tell(_equal(name.removesuffix("_fb")), name) for name in whys]
    if item.multiple:
        parts = [
            _equal(name) if choice.right else node("not", _equal(name))
            for name, choice in zip(names, item.choices, strict=True)
        ]
        condition = [node("and", *parts)]
    else:
        condition = [_equal(name) for name, choice in zip(names, item.choices, strict=True) if choice.right]
    return whys, [response], [*tell, _set(condition, "100")]


def _field_to_type(kind: str | None = None) -> ET.Element:
    fib = node("render_fib", node("response_label", ident="answer1", rshuffle="No"))
    if kind:
        fib.set("fibtype", kind)
    return node("response_str", fib, ident="response1", rcardinality="Single")


def _number(item: Item):
    # Canvas reads the tolerance off the upper bound, so the bounds are exact.
    low, high = figure(item.value - item.tolerance), figure(item.value + item.tolerance)
    between = node("and", node("vargte", low, respident="response1"), node("varlte", high, respident="response1"))
    right = node("or", _equal(figure(item.value)), between)
    return {}, [_field_to_type("Decimal")], [_set([right], "100")]


def typed(item: Item):
    return {}, [_field_to_type()], [_set([_equal(text) for text in spellings(item.accept)], "100")]


def _pairs(item: Item):
    names = [f"c{number}" for number in range(1, len(item.choices) + 1)]
    labels = [(name, choice.text.plain) for name, choice in zip(names, item.choices, strict=True)]
    share = f"{100 / len(item.rows):.2f}"
    responses, rules = [], []
    for number, row in enumerate(item.rows, start=1):
        ident = f"response_r{number}"
        responses.append(node("response_lid", _material(row.text.plain, False), _labels(labels, False), ident=ident))
        rules.append(_set([_equal(names[row.answer], ident)], share, "Add"))
    return {}, responses, rules


def _gaps(item: Item):
    share = f"{100 / len(item.gaps):.2f}"
    responses, rules = [], []
    for number, gap in enumerate(item.gaps, start=1):
        ident = f"response_gap{number}"
        labels = [(f"g{number}c{place}", choice.text.plain) for place, choice in enumerate(gap.choices, start=1)]
        responses.append(node("response_lid", _material(f"gap{number}", False), _labels(labels, False), ident=ident))
        right = next(name for (name, _), choice in zip(labels, gap.choices, strict=True) if choice.right)
        rules.append(_set([_equal(right, ident)], share, "Add"))
    return {}, responses, rules


def _open(item: Item):
    return {}, [_field_to_type()], []


_BODIES = {
    "multiple_choice_question": choices,
    "multiple_answers_question": choices,
    "numerical_question": _number,
    "short_answer_question": typed,
    "matching_question": _pairs,
    "multiple_dropdowns_question": _gaps,
    "essay_question": _open,
}


def _meta(items: list[Item], title: str) -> ET.Element:
    root = node(
        "quiz",
        node("title", title),
        node("quiz_type", "assignment"),
        node("points_possible", f"{sum(item.scored for item in items)}.0"),
        node("shuffle_answers", "true"),
        node("scoring_policy", "keep_highest"),
        node("allowed_attempts", "1"),
        identifier="vecinos",
    )
    root.attrib = {"xmlns": CANVAS, **root.attrib}
    return root


def _manifest(pictures: list[str]) -> ET.Element:
    meta = "vecinos/assessment_meta.xml"
    quiz = node("resource", node("file", href="vecinos/vecinos.xml"), identifier="vecinos", type_="imsqti_xmlv1p2")
    quiz.append(node("dependency", identifierref="vecinos-meta"))
    about = node("resource", node("file", href=meta), identifier="vecinos-meta", href=meta)
    about.set("type", "associatedcontent/imscc_xmlv1p1/learning-application-resource")
    resources = node("resources", quiz, about)
    for number, path in enumerate(pictures, start=1):
        quiz.append(node("dependency", identifierref=f"picture-{number}"))
        resources.append(
            node("resource", node("file", href=path), identifier=f"picture-{number}", type_="webcontent", href=path)
        )
    metadata = node("metadata", node("schema", "IMS Content"), node("schemaversion", "1.1.3"))
    root = node("manifest", metadata, node("organizations"), resources, identifier="vecinos-manifest")
    root.attrib = {"xmlns": PACKAGING, **root.attrib}
    return root
