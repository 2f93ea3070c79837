"""Readers of what the exporters write, for the tests: strict, from the formats' rules, not from the writers."""

from __future__ import annotations

import io
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
from html import unescape

# Parts of a Moodle question that every type has, and those of each type.
COMMON = {"name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber", "hint", "tags"}
OWN = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "answer"},
    "numerical": {"answer"},
    "shortanswer": {"usecase", "answer"},
    "matching": {"shuffleanswers", "subquestion"},
    "cloze": set(),
    "essay": {"responseformat", "responserequired", "responsefieldlines", "attachments"},
}
# Moodle rounds nothing: a share that is not in its list is refused at import.
SHARES = {100, 50, 33.33333, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 0}
# Moodle's rule for one alternative of a gap: signs count unless a backslash or an ampersand stands before them.
ALTERNATIVE = re.compile(
    r"~?(=|%-?[0-9]+(?:[.,][0-9]*)?%)?(.+?(?<!\\)(?<!&)(?<!&amp;)(?=[~#}]|$))(#(.*?(?<!\\)(?=[~}]|$)))?", re.DOTALL
)
EMBEDDED = re.compile(r"\{1:MULTICHOICE:((?:[^}\\]|\\.)*)\}")


def moodle(data: bytes) -> dict[str, dict]:
    """{id: question} of a Moodle file. Fails on anything Moodle would refuse or silently drop."""
    root = ET.fromstring(data)
    assert root.tag == "quiz"
    found = {}
    for question in root:
        kind = question.get("type")
        if kind == "category":
            assert question.findtext("category/text").startswith("$course$/top/")
            continue
        tags = {part.tag for part in question}
        assert tags <= COMMON | OWN[kind] and {"name", "questiontext", "defaultgrade"} | OWN[kind] <= tags, (kind, tags)
        name = question.findtext("name/text")
        assert name not in found and name == question.findtext("idnumber")
        assert question.find("questiontext").get("format") == "html"
        found[name] = {
            "kind": kind,
            "prompt": question.findtext("questiontext/text"),
            "feedback": question.findtext("generalfeedback/text"),
            "grade": float(question.findtext("defaultgrade")),  # of a passage, Moodle counts the gaps instead
            "hints": [hint.findtext("text") for hint in question.findall("hint")],
            "files": {part.get("name"): part.text for part in question.findall("questiontext/file")},
            "single": question.findtext("single") == "true",
            "answers": [_moodle_answer(answer) for answer in question.findall("answer")],
            "pairs": [
                (pair.findtext("text") or "", pair.findtext("answer/text")) for pair in question.findall("subquestion")
            ],
            "gaps": [_moodle_gap(gap) for gap in EMBEDDED.findall(question.findtext("questiontext/text"))],
        }
        for answer in found[name]["answers"]:
            assert abs(answer["fraction"]) in SHARES
    return found


def _moodle_answer(answer: ET.Element) -> dict:
    tolerance = answer.findtext("tolerance")
    return {
        "text": answer.findtext("text"),
        "fraction": float(answer.get("fraction")),
        "why": answer.findtext("feedback/text") or "",
        "tolerance": None if tolerance is None else float(tolerance),
    }


def _moodle_gap(text: str) -> list[tuple[str, bool, str]]:
    return [(unescape(match[2]), match[1] == "=", unescape(match[4] or "")) for match in ALTERNATIVE.finditer(text)]


# --- GIFT, by the steps of Moodle's importer ---

SET_ASIDE = {":": "&&058;", "#": "&&035;", "=": "&&061;", "{": "&&123;", "}": "&&125;", "~": "&&126;", "n": "&&010;"}
SHARE = re.compile(r"%(-*[0-9]{1,2}\.?[0-9]*)%")


def gift_moodle(data: bytes) -> dict[str, dict]:
    """{name: question} of a GIFT file, read as Moodle does: a question ends at an empty line, comment lines go, signs
    after a backslash are set aside, and the first sign that fits tells the type."""
    found = {}
    for block in re.split(r"\n\s*\n", data.decode("utf-8")):
        lines = [line.strip() for line in block.splitlines()]
        text = "\n".join(" " if line.startswith("//") else line for line in lines).strip()
        if text and not text.startswith("$CATEGORY:"):
            name, question = _gift_question(text)
            assert name not in found
            found[name] = question
    return found


def _gift_question(text: str) -> tuple[str, dict]:
    text = text.replace("\\\\", "&&092;")
    for sign, code in SET_ASIDE.items():
        text = text.replace("\\" + sign, code)
    text = text.replace("&&092;", "\\")
    assert text.startswith("::")
    name, text = text[2:].split("::", 1)
    start, end = text.index("{"), text.index("}")
    answers, _, feedback = text[start + 1 : end].strip().rpartition("####")
    answers = answers.strip()
    question = {
        "prompt": _gift_text(text[:start] + ("" if text.strip().endswith("}") else "_____") + text[end + 1 :]),
        "feedback": _gift_text(feedback),
    }
    if not answers:
        kind, entries = "essay", []
    elif answers.startswith("#"):
        kind, entries = "numerical", _gift_answers(answers[1:].split("~")[0].split("="), 1.0)
        pairs = [(entry[0].split(":") + ["0"])[:2] for entry in entries]
        question["numbers"] = [(float(value), float(reach)) for value, reach in pairs]
    elif "~" in answers:
        kind, entries = "multichoice", _gift_answers(answers.replace("=", "~=").split("~"), 0.0)
        question["single"] = "=" in answers
    elif "=" in answers and "->" in answers:
        kind, entries = "match", []
        sides = [pair.strip().split("->", 1) for pair in answers.split("=") if pair.strip()]
        question["pairs"] = [(_gift_text(left), _put_back(right).strip()) for left, right in sides]
    else:
        kind, entries = "shortanswer", _gift_answers(answers.split("="), 1.0)
    return _put_back(name), question | {"kind": kind, "answers": entries}


def _gift_answers(parts: list[str], share: float) -> list[tuple[str, float, str]]:
    """(text, share of credit, feedback) of each; ``share`` is what one without a share of its own gets."""
    found = []
    for part in (part.strip() for part in parts if part.strip()):
        credit = share
        if part.startswith("="):
            credit, part = 1.0, part[1:]
        elif weight := SHARE.match(part):
            credit, part = float(weight[1]) / 100, part[weight.end() :]
        text, _, feedback = part.partition("#")
        found.append((_gift_text(text.strip()), credit, _gift_text(feedback.strip())))
    return found


def _gift_text(text: str) -> str:
    text = text.strip()
    return _put_back(re.sub(r"^\[(html|plain|markdown|moodle)\]", "", text)).strip()


def _put_back(text: str) -> str:
    for sign, code in SET_ASIDE.items():
        text = text.replace(code, "\n" if sign == "n" else sign)
    return text


def unzipped(data: bytes) -> dict[str, bytes]:
    """{name: bytes}; the manifest lists every file but itself, once, and nothing else."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        files = {info.filename: archive.read(info) for info in archive.infolist()}
    manifest = ET.fromstring(files["imsmanifest.xml"])
    listed = [part.get("href") for part in manifest.iter() if local(part) == "file"]
    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})
    resources = [part.get("identifier") for part in manifest.iter() if local(part) == "resource"]
    assert len(resources) == len(set(resources))
    for part in manifest.iter():
        if local(part) == "dependency":
            assert part.get("identifierref") in resources
    return files


def local(element: ET.Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def every(element: ET.Element, tag: str) -> list[ET.Element]:
    return [part for part in element.iter() if local(part) == tag]


def words(element: ET.Element) -> str:
    return "".join(element.itertext())


NAME = re.compile(r"^[A-Za-z_][A-Za-z0-9_.-]*$")
ITEM_ORDER = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]


def qti21_items(data: bytes) -> dict[str, str]:
    """{item id: text} of a package. Fails where an item refers to a thing it does not declare."""
    files = unzipped(data)
    test = ET.fromstring(files["test.xml"])
    items = {}
    for reference in every(test, "assessmentItemRef"):
        path = reference.get("href")
        root = ET.fromstring(files[path])
        assert root.tag == "{http://www.imsglobal.org/xsd/imsqti_v2p1}assessmentItem"
        order = [ITEM_ORDER.index(local(part)) for part in root]
        assert order == sorted(order)
        _check_references(root)
        for picture in every(root, "img"):
            assert posixpath.join(posixpath.dirname(path), picture.get("src")) in files
            assert picture.get("alt")
        items[root.get("identifier")] = files[path].decode("utf-8")
    assert len(items) == len(every(test, "assessmentItemRef"))
    return items


def qti21_weights(data: bytes) -> dict[str, float]:
    """{item id: weight in the test} of a package; what is not scored has none."""
    test = ET.fromstring(unzipped(data)["test.xml"])
    found = {}
    for reference in every(test, "assessmentItemRef"):
        for weight in every(reference, "weight"):
            found[reference.get("identifier").removeprefix("ref-")] = float(weight.get("value"))
    return found


def _check_references(root: ET.Element) -> None:
    responses = {part.get("identifier"): part for part in every(root, "responseDeclaration")}
    outcomes = {part.get("identifier") for part in every(root, "outcomeDeclaration")}
    asked = [part.get("responseIdentifier") for part in root.iter() if part.get("responseIdentifier")]
    assert sorted(asked) == sorted(responses)
    choices = [
        part.get("identifier")
        for tag in ("simpleChoice", "simpleAssociableChoice", "inlineChoice")
        for part in every(root, tag)
    ]
    assert len(choices) == len(set(choices))
    assert all(NAME.match(part.get("identifier")) for part in root.iter() if part.get("identifier"))
    for part in every(root, "variable"):
        assert part.get("identifier") in {*responses, *outcomes}
    for declaration in responses.values():
        if declaration.get("baseType") in ("identifier", "directedPair"):
            named = [words(value) for value in every(declaration, "value")]
            named += [entry.get("mapKey") for entry in every(declaration, "mapEntry")]
            assert {name for pair in named for name in pair.split()} <= set(choices)


def qti12_items(data: bytes) -> dict[str, ET.Element]:
    """{question id: item}. Fails where a condition names a response, a choice or a feedback that is not there."""
    files = unzipped(data)
    root = ET.fromstring(files["vecinos/vecinos.xml"])
    items = {}
    for item in every(root, "item"):
        responses = {
            part.get("ident"): {label.get("ident") for label in every(part, "response_label")}
            for part in item.iter()
            if local(part) in ("response_lid", "response_str")
        }
        lids = {part.get("ident") for part in every(item, "response_lid")}
        for equal in every(item, "varequal"):
            assert equal.get("respident") in responses
            assert equal.get("respident") not in lids or equal.text in responses[equal.get("respident")]
        told = {part.get("ident") for part in every(item, "itemfeedback")}
        assert {part.get("linkrefid") for part in every(item, "displayfeedback")} == told
        for text in every(item, "mattext"):
            for source in re.findall(r'src="%24IMS-CC-FILEBASE%24/([^"]*)"', text.text or ""):
                assert source in files
        items[item.get("ident")] = item
    return items


def cartridge_moodle(data: bytes) -> dict[str, dict]:
    """{question id: question} of a Common Cartridge, read as Moodle restores one: whatever a rule that goes on shows is
    told after any answer, and of several right options only those compared with case count."""
    found = {}
    for item in every(ET.fromstring(unzipped(data)["vecinos/vecinos.xml"]), "item"):
        fields = {part[0].text: part[1].text for part in every(item, "qtimetadatafield")}
        rules, told = every(item, "respcondition"), {}
        for feedback in every(item, "itemfeedback"):
            told.setdefault(feedback.get("ident"), words(every(feedback, "mattext")[0]))
        always = [show for rule in rules if rule.get("continue") == "Yes" for show in every(rule, "displayfeedback")]
        kind = fields["cc_profile"].split(".")[1]
        if kind == "fib":
            (right,) = [rule for rule in rules if [part.text for part in every(rule, "setvar")] == ["100"]]
            answers = [(part.text, 1, "") for part in every(right, "varequal")]
        else:
            answers = _cartridge_choices(item, rules, told, kind)
        found[item.get("ident")] = {
            "kind": kind,
            "grade": int(fields["cc_weighting"]),
            "prompt": words(every(item, "mattext")[0]),
            "feedback": " ".join(told[show.get("linkrefid")] for show in always),
            "answers": answers,
        }
    return found


def _cartridge_choices(
    item: ET.Element, rules: list[ET.Element], told: dict[str, str], kind: str
) -> list[tuple[str, float, str]]:
    negated = {part for rule in every(item, "not") for part in rule}
    compared = [part.text for rule in rules if every(rule, "setvar") for part in every(rule, "varequal")
                if part.get("case") == "Yes" and part not in negated]  # fmt: skip
    answers = []
    for label in every(item, "response_label"):
        own = [rule for rule in rules if [part.text for part in every(rule, "conditionvar")[0]] == [label.get("ident")]]
        why = " ".join(told[show.get("linkrefid")] for rule in own for show in every(rule, "displayfeedback"))
        share = float(any(every(rule, "setvar") for rule in own))
        if kind == "multiple_response":
            share = 1 / len(compared) if label.get("ident") in compared else 0
        answers.append((words(every(label, "mattext")[0]), share, why))
    return answers


def canvas_accepts(item: ET.Element) -> list[str]:
    """What Canvas takes for right answers to a number or a text: all that any rule compares, whatever the rule sets."""
    return [part.text for part in every(item, "varequal")]


def qti12_score(item: ET.Element, answers: dict[str, set[str]]) -> float:
    """The score of an item for {response: chosen or typed}, by the rules the file holds, read as Canvas reads them:
    answers side by side in one condition are alternatives."""
    score = 0.0
    for rule in every(item, "respcondition"):
        sets = every(rule, "setvar")
        if sets and any(_holds(part, answers) for part in every(rule, "conditionvar")[0]):
            score = float(sets[0].text) + (score if sets[0].get("action") == "Add" else 0)
    return score


def _holds(condition: ET.Element, answers: dict[str, set[str]]) -> bool:
    kind = local(condition)
    if kind in ("and", "or", "not"):
        inner = [_holds(part, answers) for part in condition]
        return {"and": all(inner), "or": any(inner), "not": not any(inner)}[kind]
    given = answers.get(condition.get("respident"), set())
    if kind == "varequal":
        return condition.text.casefold() in {text.casefold() for text in given}
    limit = float(condition.text)
    return any(float(text) >= limit if kind == "vargte" else float(text) <= limit for text in given)
