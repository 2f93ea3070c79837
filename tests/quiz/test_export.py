"""Exports as other programs take them: read back, scored right and wrong in a player of others, printed, refused."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from decimal import Decimal
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
import qti2latex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vecinos.cli import main
from vecinos.quiz import export as exports
from vecinos.quiz import grading, inline, model
from vecinos.quiz.bank import banks
from vecinos.quiz.export import cartridge, flat, gift, moodle, paper, qti12

from . import cartridge_rules, lms_files, lms_packages, qti21_rules
from .conftest import BANK

ROOT = Path(__file__).resolve().parents[2]
LMS = Path(__file__).parent / "lms"
LANGS = ("en", "es")
PACKAGES = ("qti21", "qti12", "cartridge")


def sample(*names: str, seed: int = 0) -> list[model.Question]:
    """Questions of the sample bank: those named, else one of every type."""
    if not names:
        return model.question_set("sample", "all", seed, BANK)
    return [question for name in names for question in model.question_set("sample", name, seed, BANK)]


@functools.cache
def everything(seed: int = 0) -> list[model.Question]:
    """The sample bank and all that the course itself asks; made once, since hundreds of questions take their time."""
    course = [model.resolve(bank, name, seed) for bank in banks() for name in bank.questions]
    return sample(seed=seed) + sample("template", "from-data", seed=seed) + course


def written(questions: list[model.Question], form: str, lang: str = "en") -> bytes:
    for seed in (0, 3):
        if questions is everything(seed):
            return whole_course(seed, form, lang)
    return exports.export(questions, form, "Title", lang).files[""]


@functools.cache
def whole_course(seed: int, form: str, lang: str) -> bytes:
    return exports.export(everything(seed), form, "Title", lang).files[""]


# --- programs of others --------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def node_folder() -> Path:
    """A folder with the locked npm packages, installed once into _build."""
    if not shutil.which("npm") or not shutil.which("node"):
        pytest.fail("The export tests open the files with programs from npm. Install nodejs and npm.")
    folder = ROOT / "_build" / "lms"
    lock = (LMS / "package-lock.json").read_bytes()
    installed = folder / "installed-lock.json"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "open.mjs"):
        shutil.copy(LMS / name, folder / name)
    if not installed.is_file() or installed.read_bytes() != lock:
        subprocess.run(
            [shutil.which("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
            cwd=folder,
            check=True,
            timeout=200,
        )
        installed.write_bytes(lock)
    return folder


@pytest.fixture(scope="session")
def opened(node_folder):
    """opened(items={name: QTI 2.1}, gift=[texts]) -> {"items": {name: QTI 3}, "gift": [parsed]};
    opened(schema=path, files={name: XML}) -> {"faults": {name: what the schema says against it}}."""

    def run(**asked):
        result = subprocess.run(
            ["node", "open.mjs"], cwd=node_folder, input=json.dumps(asked), text=True, encoding="utf-8",
            capture_output=True, timeout=120,
        )  # fmt: skip
        assert result.returncode == 0, result.stderr[-2000:]
        return json.loads(result.stdout)

    return run


@pytest.fixture(scope="session")
def packages(node_folder) -> Path:
    """The folder with schemas and readers out of packages of others."""
    return lms_packages.fetched(ROOT / "_build" / "lms-packages")


@pytest.fixture(scope="session")
def engine(packages):
    """run(item, answers) -> {outcome: value} of an engine that reads QTI 2.1 as it is; no answers: the right ones."""
    return lms_packages.engine(packages)


@pytest.fixture(scope="module")
def player(browser, node_folder):
    """play(item, act) -> outcomes after a reader did what ``act(page)`` does, in the certified QTI 3 player."""
    page = browser.new_page(viewport={"width": 1000, "height": 1200})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content("<!doctype html><div id=app></div>")
    modules = node_folder / "node_modules"
    page.add_style_tag(path=modules / "qti3-item-player/dist/qti3Player.css")
    page.add_script_tag(path=modules / "vue/dist/vue.min.js")
    page.add_script_tag(path=modules / "qti3-item-player/dist/qti3Player.umd.min.js")
    start = """() => {
        window.player = window.loaded = window.ended = null;
        document.body.innerHTML = '<div id=app></div>';
        new Vue({el: '#app', render: (h) => h(qti3Player.default || qti3Player, {
        props: {suppressAlertMessages: true, suppressInvalidResponseMessages: true},
        on: {notifyQti3PlayerReady: (player) => { window.player = player; },
             notifyQti3ItemReady: () => { window.loaded = true; },
             notifyQti3EndAttemptCompleted: (told) => { window.ended = told.state; }}})}); }"""

    def play(item: str, act) -> dict:
        page.evaluate(start)  # anew: it does not load the item it has
        page.wait_for_function("window.player")
        page.evaluate(
            """(item) => { player.loadItemFromXml(item, {
            guid: String(Math.random()), status: 'interacting',
            sessionControl: {max_attempts: 0, show_feedback: false, validate_responses: false}}); }""",
            item,
        )
        page.wait_for_function("window.loaded")
        act(page)
        page.evaluate("player.endAttempt('x')")
        page.wait_for_function("window.ended")
        return {entry["identifier"]: entry["value"] for entry in page.evaluate("ended.outcomeVariables")}

    yield play
    page.close()
    assert not errors


def choose(*names):
    return lambda page: [page.click(f'[data-identifier="{name}"]') for name in names]


def fill(text):
    return lambda page: page.fill(".qti-item-body input[type=text]", text)


def pair(*pairs):
    return lambda page: [page.click(f'[data-pair="{entry}"]') for entry in pairs]


def gaps(*names):
    def act(page):
        for number, name in enumerate(names, start=1):
            page.click(f"#inlinechoice_button_RESPONSE{number}")
            page.click(f'li[data-identifier="{name}"]')

    return act


# --- QTI 2.1 -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def qti3(opened):
    return opened(items=lms_files.qti21_items(written(sample(), "qti21")))["items"]


def right_names(item: str, response: str = "RESPONSE") -> list[str]:
    """What the exported item declares as correct."""
    root = ET.fromstring(lms_files.qti21_items(written(sample(), "qti21"))[item])
    declaration = next(p for p in lms_files.every(root, "responseDeclaration") if p.get("identifier") == response)
    return [lms_files.words(value) for value in lms_files.every(declaration, "value")]


def test_the_player_gives_credit_for_right_answers_and_none_for_wrong_ones(qti3, player):
    """Every type: right, wrong and, where there is partial credit, in part."""
    one = right_names("sample-single")
    two = right_names("sample-multiple")
    wrong_two = sorted({"c1", "c2", "c3", "c4"} - set(two))
    order = right_names("sample-order")
    match, classify = right_names("sample-match"), right_names("sample-classify")
    first, second = right_names("sample-cloze", "RESPONSE1")[0], right_names("sample-cloze", "RESPONSE2")[0]
    value, tolerance = sample("number")[0].key["value"], sample("number")[0].key["tolerance"]
    plays = [
        ("single", choose(*one), 1),
        ("single", choose("c1" if one != ["c1"] else "c2"), 0),
        ("multiple", choose(*two), 2),
        ("multiple", choose(two[0]), 1),
        ("multiple", choose(two[0], wrong_two[0]), 0),
        ("multiple", choose(*wrong_two), 0),
        ("number", fill(flat.figure(value)), 1),
        ("number", fill(flat.figure(value + tolerance * 0.99)), 1),
        ("number", fill(flat.figure(value - tolerance * 1.01)), 0),
        ("text", fill("t-mec"), 1),
        ("text", fill("TMEC"), 1),
        ("text", fill("USMCA"), 0),
        ("order", pair(*order), 4),
        ("order", pair(*crossed(order[:2]), *order[2:]), 2),
        ("order", pair(*crossed(order)), 0),
        ("match", pair(*match), len(match)),
        ("match", pair(match[0]), 1),
        ("match", pair(*crossed(match)), 0),
        ("classify", pair(*classify), len(classify)),
        ("classify", pair(*crossed(classify)), 0),
        ("cloze", gaps(first, second), 2),
        ("cloze", gaps(first, "g2c1" if second != "g2c1" else "g2c2"), 1),
        ("predict", fill("25"), 0),
    ]
    for name, act, expected in plays:
        outcome = player(qti3[f"sample-{name}"], act)
        assert outcome["SCORE"] == pytest.approx(expected), (name, expected, outcome)
        assert "explanation" in outcome["FEEDBACK"]
    assert {name for name, _, _ in plays} == {question.type for question in sample()} - {"draw"}


def crossed(pairs: list[str]) -> list[str]:
    """The same left sides, each with its neighbour's right side."""
    lefts, rights = zip(*(entry.split() for entry in pairs), strict=True)
    return [f"{left} {right}" for left, right in zip(lefts, rights[1:] + rights[:1], strict=True)]


def test_the_player_shows_the_chart_and_a_field_where_a_line_is_to_be_drawn(qti3, player):
    seen = {}

    def look(page):
        seen["picture"] = page.get_attribute(".qti-item-body img", "alt")
        page.fill(".qti-item-body textarea, .qti-item-body [contenteditable=true]", "It fell.")

    assert player(qti3["sample-draw"], look)["SCORE"] == 0
    assert seen["picture"].startswith("Chart up to 2015")


def test_a_known_mistake_brings_its_own_explanation(qti3, player):
    wrong = sample("number")[0].key["mistakes"][0]
    assert "m1" in player(qti3["sample-number"], fill(flat.figure(wrong)))["FEEDBACK"]
    assert "m1" in player(qti3["sample-text"], fill("usmca"))["FEEDBACK"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("seed", [0, 3])
def test_every_question_makes_a_sound_qti_21_item(lang, seed):
    questions = everything(seed)
    items = lms_files.qti21_items(written(questions, "qti21", lang))
    assert list(items) == [question.id for question in questions]
    for question in questions:
        assert f'xml:lang="{lang}"' in items[question.id]
        assert inline.plain(question.prompt[lang]) in lms_files.words(ET.fromstring(items[question.id]))


@pytest.mark.parametrize("lang", LANGS)
def test_every_item_and_the_test_keep_the_rules_of_the_schema(lang):
    for questions in (sample(), everything(3)):
        files = lms_files.unzipped(written(questions, "qti21", lang))
        names = [name for name in files if name.endswith(".xml") and name != "imsmanifest.xml"]
        assert len(names) == len(questions) + 1
        found = {name: qti21_rules.faults(files[name]) for name in names}
        assert {name: told for name, told in found.items() if told} == {}


BREAKS = [
    # What it holds
    ("single", "<itemBody>", "<itemBody>loose words", "itemBody: holds text outside its parts"),
    ("single", "modalFeedback", "feedbackModal", "feedbackModal: not an element our packages may use"),
    ("single", "</itemBody>", "<video/></itemBody>", "video: not an element our packages may use"),
    ("single", 'imsqti_v2p1"', 'imsqti_v2p2"', "assessmentItem: not an element our packages may use"),
    # Its children, in number and order
    ("single", "</prompt>", "</prompt><prompt>Again</prompt>", "choiceInteraction: children in wrong number or order"),
    ("single", "<itemBody>", '<modalFeedback outcomeIdentifier="FEEDBACK" showHide="show" identifier="x"/><itemBody>',
     "assessmentItem: children in wrong number or order"),
    ("multiple", "<correctResponse><value>c1</value><value>c4</value></correctResponse>", "<correctResponse/>",
     "correctResponse: children in wrong number or order: none"),
    ("match", "</simpleMatchSet></matchInteraction>", "</simpleMatchSet><simpleMatchSet/></matchInteraction>",
     "matchInteraction: children in wrong number or order"),
    ("number", "<gte>", '<gte><variable identifier="RESPONSE"/>', "gte: children in wrong number or order"),
    ("single", "<sum>", '<sum><match><correct identifier="RESPONSE"/><variable identifier="RESPONSE"/></match>',
     "sum: children in wrong number or order"),
    ("draw", "<prompt>", '<prompt><textEntryInteraction responseIdentifier="RESPONSE"/>', "prompt: children in wrong"),
    ("cloze", ">Mexico</inlineChoice>", "><em>Mexico</em></inlineChoice>", "inlineChoice: children in wrong number"),
    # Its attributes
    ("single", ' timeDependent="false"', "", "assessmentItem: lacks timeDependent"),
    ("single", ' showHide="show"', "", "modalFeedback: lacks showHide"),
    ("match", ' matchMax="1"', "", "simpleAssociableChoice: lacks matchMax"),
    ("text", ' caseSensitive="false"', "", "stringMatch: lacks caseSensitive"),
    ("draw", ' src="sample-draw.svg"', "", "img: lacks src"),
    ("single", "<itemBody>", '<itemBody onclick="x">', "itemBody: has no attribute onclick"),
    ("single", 'cardinality="single"', 'cardinality="one"', "cardinality 'one' is no cardinality"),
    ("single", 'baseType="float"', 'baseType="decimal"', "baseType 'decimal' is no base"),
    ("single", 'showHide="show"', 'showHide="yes"', "showHide 'yes' is no shown"),
    ("single", 'shuffle="true"', 'shuffle="yes"', "shuffle 'yes' is no boolean"),
    ("single", 'maxChoices="1"', 'maxChoices="one"', "maxChoices 'one' is no int"),
    ("draw", 'width="480"', 'width="30em"', "width '30em' is no length"),
    ("single", '<simpleChoice identifier="c2"', '<simpleChoice identifier="2c"', "identifier '2c' is no name"),
    ("single", '<simpleChoice identifier="c2"', '<simpleChoice identifier="c:2"', "identifier 'c:2' is no name"),
    ("number", ">1</baseValue>", ">one</baseValue>", "baseValue: 'one' is no float"),
    # What it refers to
    ("single", '<simpleChoice identifier="c2"', '<simpleChoice identifier="c1"', "choice 'c1' comes twice"),
    ("single", 'responseIdentifier="RESPONSE"', 'responseIdentifier="OTHER"', "responseIdentifier 'OTHER' is declared"),
    ("number", 'responseIdentifier="RESPONSE"', 'responseIdentifier="OTHER"', "refers to id 'OTHER'"),
    ("single", 'outcomeIdentifier="FEEDBACK"', 'outcomeIdentifier="TOLD"', "outcomeIdentifier 'TOLD' is declared"),
    ("single", '<setOutcomeValue identifier="SCORE">', '<setOutcomeValue identifier="POINTS">', "of 'POINTS'"),
    ("single", '<correct identifier="RESPONSE"', '<correct identifier="OTHER"', "correct of 'OTHER'"),
    ("single", "<value>c2</value>", "<value>c9</value>", "RESPONSE: names 'c9', which is no choice"),
    ("single", "<value>c2</value>", "<value>c1</value><value>c2</value>", "a single variable has 2 values"),
    ("multiple", 'mapKey="c2"', 'mapKey="c9"', "RESPONSE: names 'c9', which is no choice"),
    ("multiple", 'baseType="identifier"><correct', 'baseType="string"><correct', "cannot be bound to multiple string"),
    ("cloze", 'Declaration identifier="RESPONSE2"', 'Declaration identifier="RESPONSE1"', "id 'RESPONSE1' comes twice"),
    ("single", "<sum>", '<sum><testVariables variableIdentifier="SCORE"/>', "testVariables stands in an item"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "told"), BREAKS, ids=[f"{name} {new}" for name, _, new, _ in BREAKS])
def test_the_rules_of_the_schema_catch_what_breaks_them(name, old, new, told):
    item = lms_files.qti21_items(written(sample(name), "qti21"))[f"sample-{name}"]
    assert qti21_rules.faults(item.encode()) == [] and old in item
    assert told in "; ".join(qti21_rules.faults(item.replace(old, new).encode()))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('navigationMode="nonlinear"', 'navigationMode="free"', "'free' is no way"),
        ('identifier="section-1"', 'identifier="part-1"', "'part-1' names two parts of the test"),
        (' href="items/sample-single.xml"', "", "assessmentItemRef: lacks href"),
        ('value="1"', 'value="full"', "value 'full' is no double"),
        ("<outcomeProcessing>", '<testPart identifier="x"/><outcomeProcessing>', "testPart: lacks navigationMode"),
        ('<setOutcomeValue identifier="SCORE">', '<setOutcomeValue identifier="SUM">', "of 'SUM', which is declared"),
    ],
)
def test_the_rules_of_the_schema_hold_for_the_test_too(old, new, told):
    test = lms_files.unzipped(written(sample("single"), "qti21"))["test.xml"].decode()
    assert qti21_rules.faults(test.encode()) == [] and old in test
    assert told in "; ".join(qti21_rules.faults(test.replace(old, new).encode()))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("seed", [0, 3])
def test_an_engine_of_others_scores_every_question_of_the_course(lang, seed, engine):
    """All of them: the right answers bring every point, none brings none, a known mistake brings its reason."""
    questions = everything(seed)
    files = written(questions, "qti21", lang)
    items = lms_files.qti21_items(files)
    weights = lms_files.qti21_weights(files)
    for question in questions:
        item = items[question.id]
        right, nothing = engine(item), engine(item, {})
        scored = question.type not in model.UNSCORED
        assert right["SCORE"] * weights.get(question.id, 0) == pytest.approx(float(scored)), question.id
        assert nothing["SCORE"] == 0 and "explanation" in nothing["FEEDBACK"]
        for number, mistake in enumerate(question.data.get("mistakes", ()), start=1):
            typed = flat.figure(mistake["value"]) if question.type == "number" else mistake["accept"][lang][0]
            outcome = engine(item, {"RESPONSE": typed})
            assert outcome["SCORE"] == 0 and f"m{number}" in outcome["FEEDBACK"], question.id


def test_an_engine_of_others_takes_every_typed_answer_of_both_languages(engine):
    questions = [question for question in everything() if question.type == "text"]
    items = lms_files.qti21_items(written(questions, "qti21"))
    for question in questions:
        for text in itertools.chain.from_iterable(question.data["accept"][lang] for lang in LANGS):
            for typed in (text, text.upper(), text.lower()):
                assert engine(items[question.id], {"RESPONSE": typed})["SCORE"] == 1, (question.id, typed)


# --- the official schemas ------------------------------------------------------------------------------------------


def qti12_document(data: bytes) -> str:
    """The questions of a package. The schema is of a time before namespaces, so what names ours is left out."""
    text = lms_files.unzipped(data)["vecinos/vecinos.xml"].decode("utf-8")
    assert text.count(f'<questestinterop xmlns="{qti12.NAMESPACE}"') == 1
    return re.sub("<questestinterop [^>]*>", "<questestinterop>", text)


def test_every_qti_12_file_is_valid_by_the_schema_of_the_standard(opened, packages):
    files = {f"{form} {lang} {seed}": qti12_document(written(everything(seed), form, lang))
             for form in ("qti12", "cartridge") for lang in LANGS for seed in (0, 3)}  # fmt: skip
    told = opened(schema=str(packages / lms_packages.QTI_12), files=files)["faults"]
    assert told == dict.fromkeys(files, [])


def test_the_schema_of_qti_12_refuses_what_is_broken(opened, packages):
    whole = qti12_document(written(sample(), "qti12"))
    breaks = {
        "order": ("<resprocessing>", "<itemfeedback ident='x'/><resprocessing>"),
        "missing attribute": ('<item ident="sample-single"', "<item"),
        "unknown element": ("<render_fib", "<render_drawing/><render_fib"),
        "enumeration": ('rcardinality="Single"', 'rcardinality="One"'),
        "unknown attribute": ("<section ", "<section shuffle='Yes' "),
    }
    files = {name: whole.replace(old, new, 1) for name, (old, new) in breaks.items()}
    assert whole not in files.values()
    told = opened(schema=str(packages / lms_packages.QTI_12), files=files)["faults"]
    assert [name for name in files if not told[name]] == []


def manifest(form: str, questions: list[model.Question], lang: str = "en") -> str:
    """The manifest of a package. A cartridge has a name of its own for the same elements; the schema has the first.
    What a cartridge says about itself has another schema, which is not at hand."""
    text = lms_files.unzipped(written(questions, form, lang))["imsmanifest.xml"].decode("utf-8")
    text = re.sub("<lom .*</lom>", "", text)
    return text.replace(qti12.PACKAGING, "http://www.imsglobal.org/xsd/imscp_v1p1")


def test_every_manifest_is_valid_by_the_schema_of_content_packaging(opened, packages):
    files = {f"{form} {lang}": manifest(form, everything(), lang) for form in PACKAGES for lang in LANGS}
    whole = files["qti12 en"]
    broken = {
        "order": whole.replace("<organizations />", "").replace("</manifest>", "<organizations /></manifest>"),
        "missing attribute": re.sub(r' type="imsqti_xmlv1p2"', "", whole),
        "no resources": re.sub(r"<resources>.*</resources>", "", whole),
        "twice": whole.replace('identifier="picture-1"', 'identifier="vecinos"'),
    }
    assert whole not in broken.values()
    told = opened(schema=str(packages / lms_packages.PACKAGING), files=files | broken)["faults"]
    assert {name: told[name] for name in files} == dict.fromkeys(files, [])
    assert [name for name in broken if not told[name]] == []


# --- Moodle --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("seed", [0, 3])
def test_moodle_gives_every_answer_the_credit_the_course_gives(lang, seed):
    questions = everything(seed)
    read = lms_files.moodle(written(questions, "moodle", lang))
    assert list(read) == [question.id for question in questions]
    for question in questions:
        entry = read[question.id]
        assert inline.to_html(question.explanation[lang], links=False) in entry["feedback"]
        assert entry["hints"] == [inline.to_html(hint[lang], links=False) for hint in question.hints]
        assert entry["grade"] == (0 if question.type in ("predict", "draw") else 1)
        MOODLE[question.type](question, entry, lang)


def html(text: dict[str, str], lang: str) -> str:
    return inline.to_html(text[lang], links=False)


def moodle_choices(question, entry, lang):
    options = question.data["options"]
    assert [answer["text"] for answer in entry["answers"]] == [html(option["text"], lang) for option in options]
    assert [answer["why"] for answer in entry["answers"]] == [html(option["why"], lang) for option in options]
    assert entry["single"] == (question.type == "single")
    for size in range(1, 2 if entry["single"] else len(options) + 1):
        for chosen in itertools.combinations(range(len(options)), size):
            names = [options[position]["id"] for position in chosen]
            ours = grading.grade(question.type, question.key, names[0] if entry["single"] else names)
            theirs = max(0, sum(entry["answers"][position]["fraction"] for position in chosen)) / 100
            assert theirs == pytest.approx(ours, abs=1e-6)


def moodle_number(question, entry, lang):
    right, *wrong = entry["answers"]
    key = question.key
    assert [answer["fraction"] for answer in entry["answers"]] == [100] + [0] * len(key["mistakes"])
    assert [float(answer["text"]) for answer in wrong] == pytest.approx(key["mistakes"])
    for share in (-1.01, -1, -0.5, 0, 0.5, 1, 1.01):
        typed = key["value"] + share * key["tolerance"]
        hair = 1e-9 * max(1.0, abs(typed))  # Moodle forgives binary fractions too
        theirs = abs(typed - float(right["text"])) <= right["tolerance"] + hair
        assert theirs == (grading.grade("number", key, f"{typed:.12f}") == 1.0)


def moodle_text(question, entry, lang):
    for answer in entry["answers"]:
        assert grading.grade("text", question.key, answer["text"].replace("\\*", "*")) == answer["fraction"] / 100
    typed = {answer["text"].casefold() for answer in entry["answers"] if answer["fraction"]}
    assert {text.casefold() for other in LANGS for text in question.data["accept"][other]} <= typed


def moodle_pairs(question, entry, lang):
    rows = [(left, right) for left, right in entry["pairs"] if left]
    data = question.data
    if question.type == "order":
        places = {html(item["text"], lang): str(place) for place, item in enumerate(data["items"], start=1)}
        assert {left: right.split()[0] for left, right in rows} == places
        return
    if question.type == "match":
        assert sorted(right for left, right in entry["pairs"] if not left) == sorted(
            inline.plain(choice["text"][lang])
            for choice in data["choices"]
            if choice["id"] not in {p["id"] for p in data["pairs"]}
        )
    assert rows == moodle_rows(question, lang)


def moodle_rows(question, lang) -> list[tuple[str, str]]:
    """(left as HTML, right as plain text) of a match or classify question."""
    data = question.data
    if question.type == "match":
        return [(html(p["left"], lang), inline.plain(p["right"][lang])) for p in data["pairs"]]
    bins = {entry["id"]: inline.plain(entry["text"][lang]) for entry in data["bins"]}
    return [(html(item["text"], lang), bins[item["bin"]]) for item in data["items"]]


def moodle_gaps(question, entry, lang):
    by_right = {gap["id"]: gap for gap in question.data["gaps"]}
    names = re.findall(r"\[\[([a-z0-9-]+)\]\]", question.data["text"][lang])
    for name, read in zip(names, entry["gaps"], strict=True):
        assert read == [
            (escape(inline.plain(o["text"][lang])), bool(o.get("right")), html(o["why"], lang))
            for o in by_right[name]["options"]
        ]


def moodle_drawing(question, entry, lang):
    assert "@@PLUGINFILE@@/chart.svg" in entry["prompt"] and list(entry["files"]) == ["chart.svg"]


MOODLE = {
    "single": moodle_choices,
    "multiple": moodle_choices,
    "number": moodle_number,
    "text": moodle_text,
    "order": moodle_pairs,
    "match": moodle_pairs,
    "classify": moodle_pairs,
    "cloze": moodle_gaps,
    "predict": lambda question, entry, lang: [a["text"] for a in entry["answers"]] == ["*"] or pytest.fail(str(entry)),
    "draw": moodle_drawing,
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_moodle_reader_of_others_finds_choices_and_gaps(lang, packages, monkeypatch):
    monkeypatch.syspath_prepend(str(packages))
    from moodle_xml_parser import parser

    questions = everything()
    read = parser.parse_bytes(written(questions, "moodle", lang))
    choices = {entry.name: entry for entry in read["multichoice"]}
    passages = {entry.name: entry for entry in read["cloze"]}
    assert list(choices) == [question.id for question in questions if question.type in ("single", "multiple")]
    assert list(passages) == [question.id for question in questions if question.type == "cloze"]
    for question in questions:
        if question.id in choices:
            entry, options = choices[question.id], question.data["options"]
            shown = [(unescape(html(option["text"], lang)), bool(option.get("right"))) for option in options]
            assert [(option.answer, option.score_fraction > 0) for option in entry.options] == shown
            assert entry.single == (question.type == "single") and entry.shuffle_answers
        if question.id in passages:
            right = [[option.answer for option in gap.options if option.score] for gap in passages[question.id].gaps]
            by_id = {gap["id"]: gap["options"] for gap in question.data["gaps"]}
            names = re.findall(r"\[\[([a-z0-9-]+)\]\]", question.data["text"][lang])
            assert right == [[inline.plain(option["text"][lang]) for option in by_id[name] if option.get("right")]
                             for name in names]  # fmt: skip


# --- QTI 1.2 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_a_canvas_reader_of_others_finds_type_prompt_choices_and_key(lang):
    questions = everything()
    items = lms_files.qti12_items(written(questions, "qti12", lang))
    assert list(items) == [question.id for question in questions]
    kinds = {"single": "multiple_choice", "multiple": "multiple_answers", "number": "numerical", "text": "short_answer",
             "order": "matching", "match": "matching", "classify": "matching", "cloze": "multiple_dropdowns",
             "predict": "essay", "draw": "essay"}  # fmt: skip
    for question in questions:
        item = items[question.id]
        assert qti2latex.guess_type(qti2latex.get_qti_metadata(item), item) == kinds[question.type] + "_question"
        assert html(question.prompt, lang) in qti2latex.get_item_stem(item)
        if question.type in ("single", "multiple"):
            choices = dict(qti2latex.get_choices(item))
            assert list(choices.values()) == [html(option["text"], lang) for option in question.data["options"]]
            right = [html(option["text"], lang) for option in question.data["options"] if option.get("right")]
            # It takes the choices whose reasons are told for right ones too, so only the scoring rules are left to it.
            for rule in [r for r in lms_files.every(item, "respcondition") if not lms_files.every(r, "setvar")]:
                lms_files.every(item, "resprocessing")[0].remove(rule)
            assert sorted(choices[name] for name in qti2latex.get_correct_idents(item)) == sorted(right)


def test_the_rules_of_a_qti_12_file_score_right_and_wrong_answers():
    items = lms_files.qti12_items(written(sample(), "qti12"))
    number = sample("number")[0].key
    near = flat.figure(number["value"] + number["tolerance"] * 0.99)
    far = flat.figure(number["value"] + number["tolerance"] * 1.5)
    score = lms_files.qti12_score
    for name, right, wrong in [
        ("single", {"c2"}, {"c1"}),
        ("multiple", {"c1", "c4"}, {"c1", "c2", "c4"}),
        ("number", {near}, {far}),
        ("text", {"tmec"}, {"usmca"}),
    ]:
        assert score(items[f"sample-{name}"], {"response1": right}) == 100
        assert score(items[f"sample-{name}"], {"response1": wrong}) == 0
    for name in ("order", "match", "classify", "cloze"):
        item = items[f"sample-{name}"]
        lids = [part.get("ident") for part in lms_files.every(item, "response_lid")]
        right = {lid: {key_of(item, lid)} for lid in lids}
        assert score(item, right) == pytest.approx(100, abs=0.1)
        assert score(item, {lids[0]: right[lids[0]]}) == pytest.approx(100 / len(lids), abs=0.01)
        assert score(item, {lid: {"none"} for lid in lids}) == 0


def test_canvas_takes_no_known_mistake_for_a_right_answer():
    """Its importer counts all that a number's or a text's rules compare, so the file may compare right answers only."""
    questions = [question for question in everything() if question.type in ("number", "text")]
    result = exports.export(questions, "qti12", "Title", "en")
    items = lms_files.qti12_items(result.files[""])
    told = {note.question for note in result.notes if note.text == qti12.MISTAKES_LOST}
    assert told == {question.id for question in questions if question.data.get("mistakes")} and told
    for question in questions:
        accepted = lms_files.canvas_accepts(items[question.id])
        if question.type == "text":
            assert all(grading.grade("text", question.key, text) == 1 for text in accepted) and accepted
            continue
        assert accepted == [flat.figure(question.key["value"])]
        (upper,) = lms_files.every(items[question.id], "varlte")  # Canvas reads the tolerance off it
        reach = Decimal(upper.text) - Decimal(accepted[0])
        assert reach == Decimal(flat.figure(question.key["tolerance"])), question.id


def key_of(item: ET.Element, response: str) -> str:
    """What the course's own key says for one response of a pair or gap question."""
    question = next(q for q in sample() if q.id == item.get("ident"))
    lid = next(part for part in lms_files.every(item, "response_lid") if part.get("ident") == response)
    left, *labels = [text.text for text in lms_files.every(lid, "mattext")]
    data = question.data
    if question.type == "order":
        place = [inline.plain(entry["text"]["en"]) for entry in data["items"]].index(left)
        right = next(label for label in labels if label.split()[0] == str(place + 1))
    elif question.type == "match":
        right = next(p["right"]["en"] for p in data["pairs"] if p["left"]["en"] == left)
    elif question.type == "classify":
        wanted = next(entry["bin"] for entry in data["items"] if entry["text"]["en"] == left)
        right = next(entry["text"]["en"] for entry in data["bins"] if entry["id"] == wanted)
    else:
        gap = data["gaps"][int(left.removeprefix("gap")) - 1]
        right = next(option["text"]["en"] for option in gap["options"] if option.get("right"))
    return lms_files.every(lid, "response_label")[labels.index(right)].get("ident")


# --- Common Cartridge ----------------------------------------------------------------------------------------------

HELD = ("single", "multiple", "text")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("seed", [0, 3])
def test_every_cartridge_keeps_the_rules_of_its_profile(lang, seed, packages, tmp_path):
    data = written(everything(seed), "cartridge", lang)
    found = {name: cartridge_rules.faults(file) for name, file in lms_files.unzipped(data).items()}
    assert found == {"imsmanifest.xml": [], "vecinos/vecinos.xml": []}
    (tmp_path / "x.imscc").write_bytes(data)
    assert lms_packages.cartridge_rules(packages)(tmp_path / "x.imscc") == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("cc.multiple_choice.v0p1", "cc.matching.v0p1", "metadata has no cc_profile of 'cc.matching.v0p1'"),
        ("cc.exam.v0p1", "cc.quiz.v0p1", "metadata has no cc_profile of 'cc.quiz.v0p1'"),
        ("cc.multiple_response", "cc.multiple_choice", "sample-multiple: wrong cardinality"),
        ("cc.multiple_choice", "cc.fib", "sample-single: a blank asks for anything but one text"),
        ("cc.fib", "cc.multiple_choice", "sample-text: a choice asks for anything but one choice"),
        ("<fieldlabel>cc_weighting", "<fieldlabel>points_possible", "sample-single: metadata has no points_possible"),
        (">1</fieldentry>", ">0</fieldentry>", "sample-single: metadata has no cc_weighting of '0'"),
        (r"<response_label ident=\"c3\">.*?</response_label>", "", "sample-single: too few options"),
        (">c1</varequal>", ">c9</varequal>", "sample-single: no option 'c9'"),
        ('respident="response1"', 'respident="other"', "sample-single: no response 'other'"),
        ('linkrefid="c1_fb"', 'linkrefid="c8_fb"', "sample-single: 'c8_fb' is to be shown and is not there"),
        ("<displayfeedback [^>]*c1_fb[^>]*>", "", "sample-single: 'c1_fb' is shown by no rule"),
        ('action="Set"', 'action="Add"', "setvar: action 'Add' is no Set"),
        ("<and>(.*?)</and>", r"<or>\1</or>", "or: not an element our packages may use"),
        ("<other />", "<vargte respident='response1'>1</vargte>", "vargte: not an element our packages may use"),
        ("<outcomes>", "<itemfeedback ident='x'/><outcomes>", "resprocessing: children in wrong number or order"),
        ('ident="sample-multiple"', 'ident="sample-single"', "two items are named 'sample-single'"),
        ('<section ident="root_section">', '<section ident="x"/><section ident="y">', "assessment: children in wrong"),
    ],
)
def test_the_rules_of_the_cartridge_catch_what_breaks_them(old, new, told):
    whole = lms_files.unzipped(written(sample(), "cartridge"))["vecinos/vecinos.xml"].decode("utf-8")
    broken = re.sub(old, new, whole, count=1)
    assert broken != whole
    assert any(told in text for text in cartridge_rules.faults(broken.encode("utf-8")))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("1.1.0", "1.0", "schemaversion is not 1.1.0"),
        ("<lom .*</lom>", "", "metadata: children in wrong number"),
        ("imscc_xmlv1p1/assessment", "assessment", "resource: type"),
        ("rooted-hierarchy", "flat", "organization: structure 'flat'"),
        ('identifierref="vecinos"', 'identifierref="none"', "no resource 'none'"),
        ("<title>Title</title>", "", "an item lacks its title"),
        ('identifier="vecinos-top">', 'identifier="vecinos-top"><title>T</title>', "the top of the organization has"),
        ("<file ", '<file href="x.xml" /><file ', "vecinos: a quiz has one file"),
        ('identifier="vecinos-item"', 'identifier="vecinos-top"', "id 'vecinos-top' comes twice"),
    ],
)
def test_the_rules_of_the_cartridge_hold_for_its_manifest_too(old, new, told):
    whole = lms_files.unzipped(written(sample(), "cartridge"))["imsmanifest.xml"].decode("utf-8")
    broken = re.sub(old, new, whole, count=1)
    assert broken != whole
    assert any(told in text for text in cartridge_rules.faults(broken.encode("utf-8")))


@pytest.mark.parametrize("lang", LANGS)
def test_a_reader_of_others_finds_prompt_choices_and_key_in_a_cartridge(lang):
    held = [question for question in everything() if question.type in HELD]
    items = lms_files.qti12_items(written(everything(), "cartridge", lang))
    assert list(items) == [question.id for question in held]
    for question in held:
        item = items[question.id]
        assert html(question.prompt, lang) in qti2latex.get_item_stem(item)
        if question.type != "text":
            choices = dict(qti2latex.get_choices(item))
            assert list(choices.values()) == [html(option["text"], lang) for option in question.data["options"]]
            for rule in [r for r in lms_files.every(item, "respcondition") if not lms_files.every(r, "setvar")]:
                lms_files.every(item, "resprocessing")[0].remove(rule)
            right = [html(option["text"], lang) for option in question.data["options"] if option.get("right")]
            assert sorted(choices[name] for name in qti2latex.get_correct_idents(item)) == sorted(right)


def test_the_rules_of_a_cartridge_score_every_answer():
    questions = [question for question in everything(3) if question.type in HELD]
    items = lms_files.qti12_items(written(questions, "cartridge"))
    for question in questions:
        item = items[question.id]

        def score(*answers, item=item):
            return lms_files.qti12_score(item, {"response1": {*answers}})

        if question.type == "text":
            assert {score(text.upper()) for text in lms_files.canvas_accepts(item)} == {100}
            wrong = [text for entry in question.data.get("mistakes", []) for text in entry["accept"]["en"]]
            assert not any(score(text) for text in ["", *wrong])
            continue
        right = {f"c{n}" for n, option in enumerate(question.data["options"], start=1) if option.get("right")}
        names = [f"c{n}" for n, _ in enumerate(question.data["options"], start=1)]
        assert score(*right) == 100 and score() == 0
        answers = [{name} for name in names] if question.type == "single" else [right ^ {name} for name in names]
        assert [score(*given) for given in answers] == [100 * (given == right) for given in answers]


def check_cartridge_in_moodle(question: model.Question, read: dict, lang: str) -> None:
    kinds = {"single": "multiple_choice", "multiple": "multiple_response", "text": "fib"}
    assert (read["kind"], read["grade"]) == (kinds[question.type], 1)
    assert read["prompt"] == f"<p>{html(question.prompt, lang)}</p>"
    assert read["feedback"].startswith(html(question.explanation, lang))
    if question.type == "text":
        assert [text for text, _, _ in read["answers"]] == flat.spellings(flat.flattened(question, lang).accept)
        return
    options = question.data["options"]
    share = 1 / sum(bool(option.get("right")) for option in options)
    assert read["answers"] == [
        (html(option["text"], lang), share if option.get("right") else 0,
         html(option["why"], lang) if option.get("why") else "")
        for option in options
    ]  # fmt: skip
    if question.type == "single":  # what is said of one option stays with it
        assert not any(html(option["why"], lang) in read["feedback"] for option in options if option.get("why"))


@pytest.mark.parametrize("lang", LANGS)
def test_moodles_own_steps_read_a_cartridge(lang):
    read = lms_files.cartridge_moodle(written(everything(), "cartridge", lang))
    for question in everything():
        assert (question.id in read) == (question.type in HELD)
        if question.id in read:
            check_cartridge_in_moodle(question, read[question.id], lang)


def test_what_a_cartridge_cannot_hold_is_named():
    result = exports.export(sample(), "cartridge", "Title", "en")
    left_out = {note.question for note in result.notes if note.left_out}
    assert left_out == {question.id for question in sample() if question.type not in HELD}
    told = {(note.question, note.text) for note in result.notes}
    assert {("sample-multiple", cartridge.ALL_OR_NOTHING), ("sample-text", cartridge.MISTAKES_LOST)} <= told
    with pytest.raises(exports.ExportError, match="no question chosen is of such a type"):
        exports.export(sample("number", "draw"), "cartridge", "Title", "en")


# --- GIFT ----------------------------------------------------------------------------------------------------------


def test_a_gift_parser_of_others_reads_what_was_written(opened):
    questions = everything()
    files = {lang: exports.export(questions, "gift", "Title", lang) for lang in LANGS}
    parsed = opened(gift=[files[lang].files[""].decode("utf-8") for lang in LANGS])["gift"]
    for lang, found in zip(LANGS, parsed, strict=True):
        read = {entry["title"]: entry for entry in found if entry["type"] != "Category"}
        left_out = {note.question for note in files[lang].notes if note.left_out}
        assert list(read) == [question.id for question in questions if question.id not in left_out]
        assert left_out == {q.id for q in questions if q.type == "draw" or len(q.data.get("gaps", "1")) > 1}
        for question in questions:
            if question.id in read:
                check_gift(question, read[question.id], lang)


def check_gift(question, entry, lang):
    kinds = {
        "single": "MC",
        "multiple": "MC",
        "number": "Numerical",
        "text": "Short",
        "predict": "Essay",
        "cloze": "MC",
    }
    assert entry["type"] == kinds.get(question.type, "Matching")
    assert entry["id"] == question.id
    assert one_line(html(question.prompt, lang)) in one_line(entry["stem"]["text"])
    if question.type in ("single", "multiple"):
        for option, choice in zip(question.data["options"], entry["choices"], strict=True):
            assert choice["text"]["text"] == one_line(html(option["text"], lang))
            share = 100 if question.type == "single" else 100 / len(question.key["right"])
            if question.type == "single":
                assert choice["isCorrect"] == bool(option.get("right"))
            else:
                assert choice["weight"] == pytest.approx(share if option.get("right") else -share, abs=1e-4)
    if question.type == "number":
        right = entry["choices"][0]["text"]
        assert right["number"] == pytest.approx(question.key["value"])
        assert right["range"] == pytest.approx(question.key["tolerance"], abs=1e-6)
        assert [choice["weight"] for choice in entry["choices"][1:]] == [0] * len(question.key["mistakes"])
    if question.type == "text":
        for choice in entry["choices"]:
            right = grading.grade("text", question.key, choice["text"]["text"])
            assert choice["weight"] == 100 * right
    if question.type == "match":
        pairs = {p["subquestion"]["text"]: p["subanswer"] for p in entry["matchPairs"] if p["subquestion"]["text"]}
        assert pairs == {
            one_line(html(p["left"], lang)): inline.plain(p["right"][lang]) for p in question.data["pairs"]
        }


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("seed", [0, 3])
def test_moodles_own_steps_read_gift_with_the_credit_the_course_gives(lang, seed):
    questions = everything(seed)
    result = exports.export(questions, "gift", "Title", lang)
    read = lms_files.gift_moodle(result.files[""])
    left_out = {note.question for note in result.notes if note.left_out}
    assert list(read) == [question.id for question in questions if question.id not in left_out]
    for question in questions:
        if question.id in read:
            check_gift_in_moodle(question, read[question.id], lang)


def check_gift_in_moodle(question, entry, lang):
    kinds = {"single": "multichoice", "multiple": "multichoice", "cloze": "multichoice", "number": "numerical",
             "text": "shortanswer", "predict": "essay"}  # fmt: skip
    assert entry["kind"] == kinds.get(question.type, "match"), question.id
    assert one_line(html(question.prompt, lang)) in entry["prompt"]
    assert one_line(html(question.explanation, lang)) in headless(entry["feedback"])
    if question.type in ("single", "multiple"):
        options = question.data["options"]
        assert [headless(text) for text, _, _ in entry["answers"]] == [one_line(html(o["text"], lang)) for o in options]
        assert [headless(why) for _, _, why in entry["answers"]] == [one_line(html(o["why"], lang)) for o in options]
        assert entry["single"] == (question.type == "single")
        for size in range(1, 2 if entry["single"] else len(options) + 1):
            for chosen in itertools.combinations(range(len(options)), size):
                names = [options[position]["id"] for position in chosen]
                ours = grading.grade(question.type, question.key, names[0] if entry["single"] else names)
                theirs = max(0.0, sum(entry["answers"][position][1] for position in chosen))
                assert theirs == pytest.approx(ours, abs=1e-6)
    if question.type == "number":
        key = question.key
        numbers = [(key["value"], key["tolerance"])] + [(value, key["tolerance"]) for value in key["mistakes"]]
        assert entry["numbers"] == [pytest.approx(pair) for pair in numbers]
        assert [credit for _, credit, _ in entry["answers"]] == [1] + [0] * len(key["mistakes"])
    if question.type == "text":
        for text, credit, _ in entry["answers"]:
            assert grading.grade("text", question.key, text.replace("\\*", "*")) == credit
    if question.type in ("match", "classify"):
        rows = moodle_rows(question, lang)
        assert [(headless(left), right) for left, right in entry["pairs"] if left] == [
            (one_line(left), one_line(right)) for left, right in rows
        ]


def headless(text: str) -> str:
    """A text whose first sign went as an entity, because GIFT acts on it there."""
    return re.sub(r"^&#(37|91);", lambda found: chr(int(found[1])), text)


def one_line(text: str) -> str:
    """A text on one line; spaces that do not break are kept."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text).strip()


# --- texts of every kind -------------------------------------------------------------------------------------------

NASTY = [
    "</script><script>alert(1)</script>",
    "]]>",
    "<!-- -->",
    "a & b < c > d \" e ' f",
    "{1:MULTICHOICE:=x~y#z}",
    "~=#{}:\\ -> ####",
    "%50% off",
    "%",
    "\\",
    "$$x$$ @@PLUGINFILE@@ ${x} [gap1] [[x]]",
    "&#35; &amp; &&035;",
    "* literally *",
    "// no comment",
    "::title::[html]x",
    "[html]x",
    "[plain] x ] y [",
    "[1] note -> x",
    "¿Cuánto? ñ é 🌮 “x” — x",
    "line\none",
    "\ttab",
    "javascript:alert(1) onerror=alert(1)",
]


def allowed(text: str) -> bool:
    return bool(text.strip()) and not flat.ILLEGAL.search(text) and not flat.UNSEEN.search(text)


TEXTS = st.sampled_from(NASTY) | st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cf"], exclude_characters="\ufffe\uffff\u2028\u2029\x85"),
    min_size=1, max_size=30,
).filter(allowed)  # fmt: skip


def with_texts(question: model.Question, texts: list[str]) -> model.Question:
    """The question with every text a reader sees replaced, each by another of the given ones with a number."""
    count = itertools.count()

    def other(value):
        if isinstance(value, dict) and set(value) == {"en", "es"} and isinstance(value["en"], str):
            number = next(count)
            text = f"{texts[number % len(texts)]} {number}"
            return {"en": text, "es": text}
        if isinstance(value, dict):
            return {
                key: value if key == "text" and "[[" in str(value) else other(value) for key, value in value.items()
            }
        return [other(entry) for entry in value] if isinstance(value, list) else value

    keep = {"accept": question.data["accept"]} if question.type == "text" else {}
    if question.type == "cloze":
        around = [f"{text} " for text in texts]
        passage = f"{around[0]}[[share]] {around[-1]}[[place]] {around[0]}".replace("[[x]]", "")
        keep = {"text": {"en": passage, "es": passage}}
    data = other(question.data) | keep
    if question.type == "match":
        rights = {entry["id"]: entry["right"] for entry in data["pairs"]}
        data["choices"] = [choice | {"text": rights.get(choice["id"], choice["text"])} for choice in data["choices"]]
    return dataclasses.replace(
        question,
        prompt=other(question.prompt),
        explanation=other(question.explanation),
        hints=other(question.hints),
        data=data,
    )


FUZZ = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@given(st.lists(TEXTS, min_size=1, max_size=6))
@FUZZ
def test_moodle_brings_any_text_back(texts):
    questions = [with_texts(question, texts) for question in sample()]
    read = lms_files.moodle(written(questions, "moodle"))
    for question in questions:
        if question.type in ("single", "multiple", "match", "classify", "order", "cloze"):
            MOODLE[question.type](question, read[question.id], "en")
        if question.type != "cloze":
            assert html(question.prompt, "en") in read[question.id]["prompt"]


@given(st.lists(TEXTS, min_size=1, max_size=6))
@FUZZ
def test_both_qti_formats_bring_any_text_back(texts):
    questions = [with_texts(question, texts) for question in sample()]
    items = lms_files.qti21_items(written(questions, "qti21"))
    canvas = lms_files.qti12_items(written(questions, "qti12"))
    for question in questions:
        root = ET.fromstring(items[question.id])
        prompt = inline.plain(question.prompt["en"])
        assert prompt in lms_files.words(root)
        assert not {"script", "img"} & {lms_files.local(part) for part in root.iter()} or question.type == "draw"
        if question.type in ("single", "multiple"):
            shown = [lms_files.words(choice) for choice in lms_files.every(root, "simpleChoice")]
            assert shown == [inline.plain(option["text"]["en"]) for option in question.data["options"]]
            assert [text for _, text in qti2latex.get_choices(canvas[question.id])] == [
                html(option["text"], "en").strip() for option in question.data["options"]
            ]


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=6), min_size=4, max_size=4))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_gift_brings_any_text_back(opened, groups):
    made = [[with_texts(question, texts) for question in sample()] for texts in [*groups, NASTY]]
    files = [exports.export(questions, "gift", "Title", "en") for questions in made]
    parsed = opened(gift=[result.files[""].decode("utf-8") for result in files])["gift"]
    for questions, result, found in zip(made, files, parsed, strict=True):
        read = {entry["title"]: entry for entry in found if entry["type"] != "Category"}
        left_out = {note.question for note in result.notes if note.left_out}
        assert set(read) | left_out == {question.id for question in questions}
        for question in questions:
            if question.type in ("single", "multiple"):
                shown = [choice["text"]["text"] for choice in read[question.id]["choices"]]
                assert [headless(text) for text in shown] == [
                    one_line(html(option["text"], "en")) for option in question.data["options"]
                ]


@given(st.lists(TEXTS, min_size=1, max_size=6))
@FUZZ
def test_moodles_own_steps_bring_any_text_back_from_gift(texts):
    questions = [with_texts(question, texts) for question in sample()]
    result = exports.export(questions, "gift", "Title", "en")
    read = lms_files.gift_moodle(result.files[""])
    assert set(read) | {note.question for note in result.notes if note.left_out} == {q.id for q in questions}
    for question in questions:
        if question.id in read:
            check_gift_in_moodle(question, read[question.id], "en")


@given(st.lists(TEXTS, min_size=1, max_size=6))
@FUZZ
def test_any_text_comes_back_from_a_cartridge(texts):
    questions = [with_texts(question, texts) for question in sample() if question.type in HELD]
    data = written(questions, "cartridge")
    assert [told for file in lms_files.unzipped(data).values() for told in cartridge_rules.faults(file)] == []
    read = lms_files.cartridge_moodle(data)
    for question in questions:
        if question.type != "single":
            check_cartridge_in_moodle(question, read[question.id], "en")
        else:
            shown = [text for text, _, _ in read[question.id]["answers"]]
            assert shown == [html(option["text"], "en") for option in question.data["options"]]


class Page(HTMLParser):
    """The words of a page and the names of its elements."""

    def __init__(self, page: bytes):
        super().__init__()
        self.words, self.names = "", []
        self.feed(page.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)

    def handle_data(self, data):
        self.words += data


@given(st.lists(TEXTS, min_size=1, max_size=6), TEXTS)
@FUZZ
def test_any_text_is_only_text_on_paper(texts, title):
    plain = exports.export(sample(), "paper", "Title", "en").files
    questions = [with_texts(question, texts) for question in sample()]
    for ending, page in exports.export(questions, "paper", title, "en").files.items():
        read = Page(page)
        assert set(read.names) - {"em", "strong", "code"} == set(Page(plain[ending]).names) - {"em", "strong", "code"}
        assert title in read.words
        assert all(inline.plain(question.prompt["en"]) in read.words for question in questions)


def typable(text: str) -> bool:
    return bool(flat.spellings((text,))) and "\\" not in text


TYPED = TEXTS.filter(typable)


@given(st.lists(TYPED, min_size=1, max_size=3), st.lists(TYPED, min_size=1, max_size=2))
@FUZZ
def test_any_typed_answer_comes_back(right, wrong):
    """As the course spells it and with the credit it has there, in every format that can hold it."""
    question = sample("text")[0]
    data = {
        "accept": {"en": right, "es": right},
        "mistakes": [entry | {"accept": {"en": wrong, "es": wrong}} for entry in question.data["mistakes"]],
    }
    question = dataclasses.replace(question, data=question.data | data)
    good, bad = flat.spellings(tuple(right)), flat.spellings(tuple(wrong))
    shares = [(text, 100) for text in good] + [(text, 0) for text in bad]
    moodle_entry = lms_files.moodle(written([question], "moodle"))["sample-text"]
    assert [(a["text"].replace("\\*", "*"), a["fraction"]) for a in moodle_entry["answers"]] == shares
    canvas = lms_files.qti12_items(written([question], "qti12"))["sample-text"]
    assert lms_files.canvas_accepts(canvas) == good
    item = lms_files.qti21_items(written([question], "qti21"))["sample-text"]
    assert qti21_rules.faults(item.encode()) == []
    strings = [
        part.text for part in lms_files.every(ET.fromstring(item), "baseValue") if part.get("baseType") == "string"
    ]
    assert strings == good + bad
    result = exports.export([question], "gift", "Title", "en")
    if not result.notes[-1].left_out:
        answers = lms_files.gift_moodle(result.files[""])["sample-text"]["answers"]
        assert [(text.replace("\\*", "*"), 100 * credit) for text, credit, _ in answers] == shares


@given(st.lists(TEXTS, min_size=1, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_keeps_the_rules_of_qti_21(texts):
    files = lms_files.unzipped(written([with_texts(question, texts) for question in sample()], "qti21"))
    found = [told for name, data in files.items() if name.startswith(("items/", "test")) and name.endswith(".xml")
             for told in qti21_rules.faults(data)]  # fmt: skip
    assert found == []


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=6), min_size=8, max_size=8))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_keeps_the_schema_of_qti_12(opened, packages, groups):
    made = [[with_texts(question, texts) for question in sample()] for texts in [*groups, NASTY]]
    files = {str(number): qti12_document(written(questions, "qti12")) for number, questions in enumerate(made)}
    assert not any(opened(schema=str(packages / lms_packages.QTI_12), files=files)["faults"].values())


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x1f", "\ufffe", "\ud800", "\u202e", "\u200f", "\ufeff"])
@pytest.mark.parametrize("form", exports.FORMATS)
def test_signs_no_file_may_hold_are_refused_with_question_and_place(form, sign):
    for question in sample("single", "match", "cloze"):
        bad = dataclasses.replace(question, prompt={"en": f"a{sign}b", "es": "a"})
        with pytest.raises(
            exports.ExportError, match=rf"^{question.id}: its prompt hold.*U\+{ord(sign):04X}.*Remove it"
        ):
            exports.export([bad], form, "Title", "en")


# --- paper ---------------------------------------------------------------------------------------------------------


def test_the_paper_for_students_is_the_same_whatever_the_key_is():
    """So nothing on it, seen or hidden, can tell the answer."""
    items = [flat.flattened(question, "en") for question in sample()]

    def other_key(item):
        return dataclasses.replace(
            item,
            choices=tuple(dataclasses.replace(choice, right=not choice.right, why=None) for choice in item.choices),
            rows=tuple(dataclasses.replace(row, answer=0, why=None) for row in item.rows),
            gaps=tuple(
                flat.Gap(tuple(dataclasses.replace(choice, right=not choice.right) for choice in gap.choices))
                for gap in item.gaps
            ),
            value=-1.0, shown_value="-1", accept=("other",), mistakes=(), explanation=item.prompt, source="", hints=(),
        )  # fmt: skip

    sheet = paper.write(items, "Title", "en")[0][""]
    assert sheet == paper.write([other_key(item) for item in items], "Title", "en")[0][""]


def test_the_key_says_every_answer_and_stays_off_the_sheet():
    files = exports.export(sample(), "paper", "Title", "es").files
    sheet, key = files[""].decode("utf-8"), files["-key"].decode("utf-8")
    for question in sample():
        told = escape(inline.plain(question.explanation["es"]))
        assert told in key and told not in sheet
    assert "T-MEC" in key and "T-MEC" not in re.sub(r"Programa de.*?</ul>", "", sheet.split("siglas")[0])


def test_the_paper_prints_with_its_chart_and_nothing_cut_off(browser, tmp_path):
    questions = everything()
    files = exports.export(questions, "paper", "Title", "en").files
    for ending, data in files.items():
        place = tmp_path / f"paper{ending}.html"
        place.write_bytes(data)
        page = browser.new_page(viewport={"width": 718, "height": 900})  # a letter page between its margins
        page.goto(place.as_uri())
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        printed = page.pdf(prefer_css_page_size=True)
        assert printed.startswith(b"%PDF") and 3 <= printed.count(b"/Type /Page\n") <= len(questions) / 2
        if not ending:
            assert page.locator("svg").first.bounding_box()["width"] > 300
        page.close()


# --- the command ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", exports.FORMATS)
def test_the_same_questions_give_the_same_bytes(form):
    for lang in LANGS:
        one, two = (exports.export(sample(), form, "Title", lang) for _ in range(2))
        assert one.files == two.files


@pytest.mark.parametrize("form", exports.FORMATS)
def test_both_languages_go_into_one_file_each_with_a_report_beside(form, tmp_path, capsys):
    suffix = exports.FORMATS[form][0]
    command = ["questions", "export", "--format", form, "--lang", "both", "--bank", str(BANK)]
    assert main([*command, "--out", str(tmp_path / "new" / "quiz")]) == 0
    wanted = {
        f"quiz.{lang}{ending}{suffix}" for lang in LANGS for ending in (("", "-key") if form == "paper" else ("",))
    }
    assert {path.name for path in (tmp_path / "new").iterdir()} == wanted | {"quiz-report.txt"}
    said = capsys.readouterr().out
    assert (tmp_path / "new" / "quiz-report.txt").read_text(encoding="utf-8") in said


def test_what_gift_cannot_hold_is_named_in_the_report(tmp_path, capsys):
    assert main(["questions", "export", "--format", "gift", "--bank", str(BANK), "--out", str(tmp_path / "q")]) == 0
    said = capsys.readouterr().out
    assert "2 left out" in said
    assert f"LEFT OUT: {gift.NO_PICTURE}\n    sample-draw" in said
    assert f"LEFT OUT: {gift.ONE_GAP}\n    sample-cloze" in said


def test_lesson_objective_level_and_seed_choose(tmp_path):
    def names(*options):
        out = tmp_path / "q.xml"
        assert (
            main(["questions", "export", "--format", "moodle", "--bank", str(BANK), "--out", str(out), *options]) == 0
        )
        return lms_files.moodle(out.read_bytes())

    assert set(names("--lesson", "other/lesson")) == {"other-lesson-single"}
    recalled = names("--level", "recall")
    assert recalled and recalled.keys() < names().keys()
    assert names("--objective", "1").keys() < names().keys()
    assert names("--seed", "1")["sample-template"]["prompt"] != names("--seed", "2")["sample-template"]["prompt"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--lesson", "nowhere"], "No questions for 'nowhere'. Lessons with a bank: other/lesson, sample"),
        (["--objective", "99"], "No question fits"),
    ],
)
def test_a_choice_that_holds_nothing_says_so_and_writes_nothing(options, said, tmp_path, capsys):
    out = tmp_path / "q.xml"
    assert main(["questions", "export", "--format", "moodle", "--bank", str(BANK), "--out", str(out), *options]) == 1
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_told(tmp_path, capsys):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    out = str(tmp_path / "file" / "q.xml")
    assert main(["questions", "export", "--format", "moodle", "--bank", str(BANK), "--out", out]) == 1
    assert "cannot write there" in capsys.readouterr().err


def test_more_right_options_than_moodle_has_shares_for_are_left_out_and_named():
    question = flat.flattened(sample("multiple")[0], "en")
    many = dataclasses.replace(question, choices=question.choices[:1] * 11 + question.choices[1:2])
    data, notes = moodle.write([many], "Title", "en")
    assert lms_files.moodle(data) == {} and [note.left_out for note in notes] == [True]
