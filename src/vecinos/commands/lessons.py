"""``vecinos check-lessons``: the anatomy every lesson keeps, and the parity of the two editions."""

from __future__ import annotations

import argparse
import ast
import io
import posixpath
import re
import tokenize
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import nbformat
import yaml

from vecinos import course
from vecinos.commands.paths import root
from vecinos.mode import LANGUAGES

# Headings with a fixed place in every lesson, by edition. Any other second-level heading opens a section.
FIXED = {
    "predict": {"en": "Predict first", "es": "Primero, predice"},
    "explorer": {"en": "Explore", "es": "Explora"},
    "wrapup": {"en": "Wrap-up quiz", "es": "Repaso final"},
    "further": {"en": "Go further", "es": "Para seguir"},
}
# The same for a debate, in this order; the two places on the line frame everything between them.
DEBATE = {
    "agreed": {"en": "What both sides accept", "es": "Lo que ambas partes aceptan"},
    "cases": {"en": "The two cases", "es": "Los dos argumentos"},
    "evidence": {"en": "The evidence, read again", "es": "La evidencia, otra vez"},
    "sorter": {"en": "What facts can settle", "es": "Lo que los hechos pueden resolver"},
    "options": {"en": "Four options", "es": "Cuatro opciones"},
    "own": {"en": "Your own option", "es": "Tu propia opción"},
    "class": {"en": "In class", "es": "En clase"},
    "further": FIXED["further"],
}
BOXES = ("two-views", "source-check", "takeaways")
ROLES = {"doc", "ref", "numref", "cite", "cite:p", "cite:t", "term"}
DIRECTIVES = {"admonition", "dropdown", "figure"}
SECTIONS = (4, 6)
SECTION_WORDS = {"en": (150, 350), "es": (150, 400)}  # Spanish takes more words to say the same
CHARTS = 3
WRAPUP_QUESTIONS = (6, 8)
CHECK_QUESTIONS = (2, 3)
LESSON_QUESTIONS = 12
LESSON_TYPES = 5
VIEW_RATIO = 1.35
CASE_RATIO = 1.15  # in a debate the two cases are the page
DEBATE_CHARTS = 2
# Minutes are worked out, not guessed: words a minute of everything that is read, and minutes for each thing to do.
READING_SPEED = 180
DOING = {"question": 1, "chart": 2, "explore": 4, "own_option": 10}
MINUTES_OFF = 1
DEBATE_QUESTIONS = 6
OPTIONS = 4
CALL = re.compile(
    r"^\s*(?:\w+\s*=\s*)?(quiz|explore|lesson|line_chart|bar_chart|share_chart|border_map|position|own_option)\(", re.M
)


@dataclass(frozen=True)
class Finding:
    """One thing to mend: the notebook, the cell (1-based; 0 = the whole), what is wrong and the mend."""

    notebook: str
    cell: int
    message: str

    def __str__(self) -> str:
        return f"{self.notebook}: {f'cell {self.cell}: ' if self.cell else ''}{self.message}"


@dataclass(frozen=True)
class Cell:
    """A notebook cell, read once: its place, kind, text, tags, calls of the course's functions, shown charts."""

    position: int
    kind: str
    source: str
    tags: tuple[str, ...]
    calls: tuple[tuple[str, tuple], ...]
    charts: int


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slugs", nargs="*", help="lessons to check (default: all in the outline)")


def run(arguments: argparse.Namespace) -> int:
    top = root()
    findings = check_course(top, set(arguments.slugs) or None)
    for finding in findings:
        print(finding)
    count = sum(len(item.editions) for item in course.lessons())
    print(f"{len(findings)} findings in {count} notebooks." if findings else f"{count} notebooks keep the contract.")
    return 1 if findings else 0


def check_course(top: Path, only: set[str] | None = None) -> list[Finding]:
    """Every finding in the course below ``top``, in reading order."""
    found: list[Finding] = []
    for item in course.lessons():
        if only and item.slug not in only:
            continue
        try:
            bank = question_sets(item.slug)
        except (LookupError, ValueError) as error:
            found.append(Finding(item.slug, 0, f"its question bank cannot be read: {error}"))
            continue
        editions: dict[str, list[Cell]] = {}
        for lang in LANGUAGES:
            path = top / "book" / lang / f"{item.slug}.ipynb"
            name = str(path.relative_to(top))
            if lang not in item.editions:
                if path.exists():
                    found.append(Finding(name, 0, f"exists, but outline.yml does not list {lang!r} in its editions"))
                continue
            if not path.exists():
                found.append(Finding(name, 0, "is missing; write it or take the edition out of outline.yml"))
                continue
            cells = read_cells(path)
            editions[lang] = cells
            found += check_notebook(name, cells, item, bank, lang)
            found += check_figures(name, cells, top / "book" / "figures", item.slug, lang)
        if len(editions) == 2:
            found += check_parity(item.slug, editions["en"], editions["es"])
    return found


@dataclass(frozen=True)
class Asked:
    """What the checker needs to know of a question: its id and type, and whether it comes from an earlier page."""

    id: str
    type: str
    recalls: bool


def question_sets(slug: str) -> dict[str, list[Asked]]:
    """The lesson's question sets {set id: questions in order}. Raises LookupError or BankError (a ValueError)."""
    from vecinos.quiz import load_bank
    from vecinos.quiz.bank import find_question

    bank = load_bank(slug)
    sets = {}
    for name, ids in bank.sets.items():
        sets[name] = [
            Asked(identity, find_question(identity)[1]["type"], identity not in bank.questions) for identity in ids
        ]
    return sets


def read_cells(path: Path) -> list[Cell]:
    """The notebook's cells. Raises ValueError naming the file when it is not a notebook."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:
        raise ValueError(f"{path}: not a notebook that can be read ({error})") from error
    return [_cell(position, raw) for position, raw in enumerate(notebook.cells, start=1)]


def _cell(position: int, raw) -> Cell:
    shown = "".join(_html(output) for output in raw.get("outputs", ()))
    return Cell(
        position,
        raw.cell_type,
        raw.source,
        tuple(sorted(raw.metadata.get("tags", ()))),
        tuple(_calls(raw.source)) if raw.cell_type == "code" else (),
        len(re.findall(r'<figure class="cx[ "]', shown)),
    )


def _html(output) -> str:
    from vecinos.display import MIME

    data = output.get("data", {})
    return data.get(MIME) or data.get("text/html") or ""


def _calls(source: str):
    """(function, literal positional arguments) of every call of the course's own functions, in order."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and CALL.match(node.func.id + "("):
            yield node.func.id, tuple(arg.value for arg in node.args if isinstance(arg, ast.Constant))


# The anatomy -------------------------------------------------------------------------------------------------------


def check_notebook(name: str, cells: list[Cell], item: course.Lesson, bank, lang: str) -> list[Finding]:
    """What is wrong with one edition of one lesson or chapter opening, measured against the contract."""
    found = [Finding(name, cell, message) for cell, message in _opening(cells, item, lang)]
    found += [Finding(name, cell, message) for cell, message in _house_rules(cells)]
    found += [Finding(name, cell, message) for cell, message in _quiz_calls(cells, bank)]
    if lang == "en":
        found += [Finding(name, 0, message) for message in _minutes(cells, item, bank)]
    if item.kind == "lesson":
        found += [Finding(name, 0, message) for message in _outline(item, lang)]
        found += [Finding(name, cell, message) for cell, message in _anatomy(cells, bank, lang)]
        found += [Finding(name, 0, message) for message in _questions(bank)]
    elif item.kind == "debate":
        found += [Finding(name, 0, message) for message in _outline(item, lang)]
        found += [Finding(name, cell, message) for cell, message in _debate(cells, item.slug, bank, lang)]
    elif not sum(cell.charts for cell in cells):
        found.append(Finding(name, 0, "a chapter opening shows the pillar in one chart; none is stored"))
    return found


def _opening(cells: list[Cell], item: course.Lesson, lang: str):
    title = item.title[lang]
    if not cells or cells[0].kind != "markdown" or cells[0].source.split("\n")[0].strip() != f"# {title}":
        yield 1, f"the first cell must be the title as in outline.yml: # {title}"
    opened = [call for cell in cells[:3] for call in cell.calls if call[0] == "lesson"]
    if [call[1][0] for call in opened] != [item.slug]:
        yield 2, f'the second cell must open the lesson: lesson("{item.slug}", lang="{lang}")'
    elif f'"{lang}"' not in cells[1].source:
        yield 2, f'the lesson is opened in another language: say lang="{lang}"'


def _house_rules(cells: list[Cell]):
    for cell in cells:
        if cell.kind == "code":
            functions = {function for function, _ in cell.calls}
            if functions & {"quiz", "explore", "lesson", "position", "own_option"} and "remove-input" not in cell.tags:
                yield cell.position, "a cell that opens a lesson, quiz, explorer or debate is tagged remove-input"
            if cell.charts and not set(cell.tags) & {"hide-input", "remove-input"}:
                yield cell.position, "a chart's code is folded: tag the cell hide-input"
            continue
        for directive in re.findall(r"^\s*(?::{3,}|`{3,})\{([\w:-]+)\}", cell.source, re.M):
            if directive not in DIRECTIVES:
                yield cell.position, f"{{{directive}}} does not show in JupyterLab; use {', '.join(sorted(DIRECTIVES))}"
        for role in re.findall(r"(?<!`)\{([\w:]+)\}`", cell.source):
            if role not in ROLES:
                yield cell.position, f"the role {{{role}}} does not show in JupyterLab; use {', '.join(sorted(ROLES))}"


def _quiz_calls(cells: list[Cell], bank):
    used = [(cell.position, call[1]) for cell in cells for call in cell.calls if call[0] == "quiz"]
    for position, arguments in used:
        if len(arguments) != 2 or arguments[1] not in bank:
            yield position, f"quiz{arguments} names no set of the bank; its sets: {', '.join(bank)}"
    for unused in [name for name in bank if name not in {args[1] for _, args in used if len(args) == 2}]:
        yield 0, f"the bank's set {unused!r} is asked nowhere; show it or take it out"


def _outline(item: course.Lesson, lang: str):
    if not item.question.get(lang):
        yield "has no driving question in outline.yml"
    if not 3 <= len(item.objectives.get(lang, ())) <= 4:
        yield f"has {len(item.objectives.get(lang, ()))} objectives in outline.yml; give 3 or 4"
    for text in item.objectives.get("es", ()) if lang == "es" else ():
        if not re.match(r"\w+[aei]r(se)?\b", text):
            yield f"an objective starts with a verb in the infinitive: {text!r}"
    if {"read", "do"} - set(item.minutes):
        yield "states minutes to read and to do in outline.yml"


def minutes(cells: list[Cell], bank) -> dict[str, int]:
    """Minutes to read and to do a lesson, from its words, questions, charts, explorers and forms."""
    calls = [name for cell in cells for name, _ in cell.calls]
    asked = {question.id for group in bank.values() for question in group}
    do = DOING["question"] * len(asked) + DOING["chart"] * sum(cell.charts for cell in cells)
    do += sum(DOING.get(name, 0) for name in calls)
    return {"read": max(1, round(words(cells, boxes=True) / READING_SPEED)), "do": do}


def _minutes(cells: list[Cell], item: course.Lesson, bank):
    for what, worked_out in minutes(cells, bank).items():
        stated = item.minutes.get(what)
        if stated is not None and abs(stated - worked_out) > MINUTES_OFF:
            yield f"outline.yml says {stated} minutes to {what}; its words and tasks make it {worked_out}"


def _anatomy(cells: list[Cell], bank, lang: str):
    parts = _split(cells)
    titles = [title for title, _ in parts]
    for key, names in FIXED.items():
        if names[lang] not in titles:
            yield 0, f"has no part headed '## {names[lang]}' ({key})"
    fixed = {names[lang] for names in FIXED.values()}
    sections = [(title, body) for title, body in parts if title and title not in fixed and not _is_box_part(body)]
    if not SECTIONS[0] <= len(sections) <= SECTIONS[1]:
        yield 0, f"has {len(sections)} sections; write {SECTIONS[0]} to {SECTIONS[1]}"
    for title, body in sections:
        yield from _section(title, body, bank, SECTION_WORDS[lang])
    charts = sum(cell.charts for cell in cells)
    if charts < CHARTS:
        yield 0, f"shows {charts} charts; at least {CHARTS} (run: vecinos refresh-notebooks)"
    if not any(call[0] == "explore" for cell in cells for call in cell.calls):
        yield 0, "has no explorer: explore(…)"
    yield from _prediction(dict(parts).get(FIXED["predict"][lang], []), cells, bank)
    yield from _wrap_up(dict(parts).get(FIXED["wrapup"][lang], []), bank)
    yield from _boxes(cells)
    yield from _go_further(dict(parts).get(FIXED["further"][lang], []))


def _split(cells: list[Cell]) -> list[tuple[str, list[Cell]]]:
    """The notebook cut at its second-level headings: [(title, cells)]; what stands before the first has title ''."""
    parts: list[tuple[str, list[Cell]]] = [("", [])]
    for cell in cells:
        heading = re.search(r"^## +(.+?)\s*$", cell.source, re.M) if cell.kind == "markdown" else None
        if heading:
            parts.append((heading[1], []))
        parts[-1][1].append(cell)
    return parts


def _is_box_part(body: list[Cell]) -> bool:
    return (
        any(f":class: {box}" in cell.source for box in BOXES for cell in body) and words(body) < SECTION_WORDS["en"][0]
    )


def _section(title: str, body: list[Cell], bank, limits: tuple[int, int]):
    count = words(body)
    if not limits[0] <= count <= limits[1]:
        yield (
            body[0].position,
            f"section {title!r} has {count} words; write {limits[0]} to {limits[1]}",
        )
    asked = sum(len(bank.get(name, ())) for name in _sets(body))
    if not CHECK_QUESTIONS[0] <= asked <= CHECK_QUESTIONS[1] + 1:
        yield (
            body[0].position,
            f"section {title!r} asks {asked} questions; {CHECK_QUESTIONS[0]} or {CHECK_QUESTIONS[1]}",
        )


def words(body: list[Cell], boxes: bool = False) -> int:
    """Words of running prose, without headings, citations and markup; with ``boxes`` also what stands in boxes."""
    text = "\n".join(cell.source for cell in body if cell.kind == "markdown")
    if boxes:
        text = re.sub(r"^:{3,}(\{admonition\})?|^:class:.*$", " ", text, flags=re.M)
    text = re.sub(r"^(:{3,})\{admonition\}.*?^\1\s*$", " ", text, flags=re.M | re.S)
    text = re.sub(r"^#+ .*$", " ", text, flags=re.M)
    text = re.sub(r"\{cite:?\w*\}`[^`]*`", " ", text)
    text = re.sub(r"\{\w+\}`([^`<]*)(<[^>]*>)?`", r"\1", text)
    text = re.sub(r"(?<=\d)\s%", "%", text)  # one word in both editions: 25% and 25 %
    return len(re.findall(r"[\w$€%][\w$€%.,’'–-]*", text))


def _sets(body: list[Cell]) -> list[str]:
    return [arguments[1] for cell in body for name, arguments in cell.calls if name == "quiz" and len(arguments) == 2]


def _prediction(body: list[Cell], cells: list[Cell], bank):
    types = {question.type for name in _sets(body) for question in bank.get(name, ())}
    if not types & {"predict", "draw"}:
        yield 0, "predict first: that part asks a question of type predict or draw"
    first_chart = next((cell.position for cell in cells if cell.charts), None)
    if body and first_chart and body[0].position > first_chart:
        yield body[0].position, "the prediction must come before the first chart"


def _wrap_up(body: list[Cell], bank):
    questions = [question for name in _sets(body) for question in bank.get(name, ())]
    if not WRAPUP_QUESTIONS[0] <= len(questions) <= WRAPUP_QUESTIONS[1]:
        yield 0, f"the wrap-up quiz has {len(questions)} questions; {WRAPUP_QUESTIONS[0]} to {WRAPUP_QUESTIONS[1]}"
    if sum(bool(question.recalls) for question in questions) < 2:
        yield 0, "the wrap-up quiz brings back two questions from earlier pages (their ids in the set)"


def _boxes(cells: list[Cell]):
    text = "\n\n".join(cell.source for cell in cells if cell.kind == "markdown")
    for box in BOXES:
        if len(re.findall(rf":class: .*\b{box}\b", text)) != 1:
            yield 0, f"has one box of class {box}"
    yield from _views(text, VIEW_RATIO)
    takeaways = re.search(r"^(:{3,})\{admonition\}[^\n]*\n:class: takeaways\n(.*?)^\1\s*$", text, flags=re.M | re.S)
    points = len(re.findall(r"^[-*] ", takeaways[2], re.M)) if takeaways else 0
    if not 3 <= points <= 5:
        yield 0, f"has {points} takeaways; 3 to 5"


def _views(text: str, ratio: float):
    views = _inner(text, "view")
    if len(views) != 2:
        yield 0, f"the two-views box holds two boxes of class view; there are {len(views)}"
        return
    lengths = sorted(len(re.findall(r"\w+", view)) for view in views)
    if lengths[1] > ratio * lengths[0]:
        yield 0, f"the two views differ in length ({lengths[0]} and {lengths[1]} words); give them equal room"
    if not all("{cite" in view for view in views):
        yield 0, "each view names its holder and cites its evidence"


def _inner(text: str, box: str) -> list[str]:
    """The texts of the boxes of a class that stand inside another box."""
    return re.findall(rf"^:::\{{admonition\}}[^\n]*\n:class: {box}\n(.*?)^:::\s*$", text, flags=re.M | re.S)


def _debate(cells: list[Cell], slug: str, bank, lang: str):
    """A debate: two cases in equal room, facts apart from values, four options, the reader's own place and option."""
    parts = dict(_split(cells))
    wanted = [names[lang] for names in DEBATE.values()]
    if [title for title in parts if title in wanted] != wanted:
        yield 0, f"a debate has these parts in this order: {', '.join(wanted)}"
    text = "\n\n".join(cell.source for cell in cells if cell.kind == "markdown")
    yield from _views(text, CASE_RATIO)
    options = _inner(text, "option")
    if len(options) != OPTIONS or not all("{cite" in option for option in options):
        yield 0, f"shows {len(options)} boxes of class option; {OPTIONS}, each with its holder cited"
    charts = sum(cell.charts for cell in cells)
    if charts < DEBATE_CHARTS:
        yield 0, f"shows {charts} charts; at least {DEBATE_CHARTS} (run: vecinos refresh-notebooks)"
    yield from _places(cells, slug, parts.get(DEBATE["own"][lang], []))
    asked = [question for name in _sets(parts.get(DEBATE["sorter"][lang], [])) for question in bank.get(name, ())]
    if not any(question.type == "classify" for question in asked):
        yield 0, f"the part {DEBATE['sorter'][lang]!r} asks a question of type classify"
    count = len({question.id for group in bank.values() for question in group})
    if count < DEBATE_QUESTIONS:
        yield 0, f"asks {count} questions; at least {DEBATE_QUESTIONS}"
    lesson_in_class = "\n".join(cell.source for cell in parts.get(DEBATE["class"][lang], []))
    minutes = sum(int(number) for number in re.findall(r"^\| *(\d+) *\|", lesson_in_class, flags=re.M))
    if not 40 <= minutes <= 50:
        yield 0, f"in class: a table whose first column is minutes, about 45 in all; it adds up to {minutes}"
    yield from _go_further(parts.get(DEBATE["further"][lang], []))


def _places(cells: list[Cell], slug: str, own_part: list[Cell]):
    calls = [(cell.position, name, arguments) for cell in cells for name, arguments in cell.calls]
    at = {
        arguments[1:]: position
        for position, name, arguments in calls
        if name == "position" and arguments[:1] == (slug,)
    }
    first_chart = next((cell.position for cell in cells if cell.charts), len(cells))
    if set(at) != {("before",), ("after",)}:
        yield 0, f'shows position("{slug}", "before") and position("{slug}", "after"), once each'
    elif not at["before",] < first_chart < at["after",]:
        yield at["before",], "the reader marks a place before the evidence and again after it"
    if not any(name == "own_option" and arguments == (slug,) for cell in own_part for name, arguments in cell.calls):
        yield 0, f'the reader writes an option of their own: own_option("{slug}")'


def _go_further(body: list[Cell]):
    text = "\n".join(cell.source for cell in body if cell.kind == "markdown")
    entries = re.findall(r"^[-*] .+(?:\n(?![-*#:]).+)*", text, flags=re.M)
    if not 3 <= len(entries) <= 6 or not all("{cite" in entry for entry in entries):
        yield 0, f"go further: 3 to 6 annotated references, each with its citation; there are {len(entries)}"


def _questions(bank):
    questions = {question.id: question for group in bank.values() for question in group}.values()
    if len(questions) < LESSON_QUESTIONS:
        yield f"asks {len(questions)} questions; at least {LESSON_QUESTIONS}"
    kinds = Counter(question.type for question in questions)
    if len(kinds) < LESSON_TYPES:
        yield f"uses {len(kinds)} types of question; at least {LESSON_TYPES}"


# Figures in prose --------------------------------------------------------------------------------------------------


def check_figures(name: str, cells: list[Cell], ledgers: Path, slug: str, lang: str) -> list[Finding]:
    """Figures typed in prose that come from tables: each stands in the text and equals what the table gives now."""
    from vecinos.data import evaluate

    ledger = ledgers / f"{slug.replace('/', '-')}.yml"
    if not ledger.exists():
        return [Finding(name, 0, f"has no ledger of its figures: {ledger.relative_to(ledgers.parent.parent)}")]
    prose = re.sub(r"\s+", " ", " ".join(cell.source for cell in cells))
    found = []
    for entry in yaml.safe_load(ledger.read_text(encoding="utf-8")) or ():
        where = f"{ledger.name}: {entry['figure']}"
        if re.sub(r"\s+", " ", str(entry[lang])) not in prose:
            found.append(Finding(name, 0, f"{where}: the text does not say {entry[lang]!r}"))
        try:
            value = float(evaluate(entry["value"]))
        except Exception as error:
            found.append(Finding(name, 0, f"{where}: {error}"))
            continue
        digits = len(str(entry["number"]).partition(".")[2])
        if round(value, digits) != float(entry["number"]):
            found.append(
                Finding(name, 0, f"{where}: the tables now give {round(value, digits)}, not {entry['number']}")
            )
        if not _says(entry["number"], str(entry[lang])):
            found.append(Finding(name, 0, f"{where}: the phrase {entry[lang]!r} does not hold {entry['number']}"))
    return found


def _says(value: float, phrase: str) -> bool:
    """Whether the phrase holds the number as a reader would see it (thousands commas; sign may be put in words)."""
    plain = re.sub(r"(?<=\d)[,\u00a0\u202f](?=\d{3})", "", phrase).replace("\u2212", "-")
    return any(abs(float(token)) == abs(float(value)) for token in re.findall(r"\d+(?:\.\d+)?", plain))


# Parity ------------------------------------------------------------------------------------------------------------


def check_parity(slug: str, english: list[Cell], spanish: list[Cell]) -> list[Finding]:
    """Where the editions differ in more than language: cells, headings, code, charts, citations, links, terms."""
    if len(english) != len(spanish):
        return [Finding(slug, 0, f"the editions differ in length: {len(english)} cells in en, {len(spanish)} in es")]
    found = []
    traits = {**TRAITS, "links to pages": lambda cell: _shared_links(slug, cell)}
    for one, two in zip(english, spanish, strict=True):
        for what, trait in traits.items():
            if trait(one) != trait(two):
                found.append(
                    Finding(slug, one.position, f"the editions differ in {what}: en {trait(one)} / es {trait(two)}")
                )
    return found


def _shared_links(slug: str, cell: Cell) -> list[str]:
    """The cell's links to pages, without those to lessons that do not yet exist in both editions."""
    editions = {item.slug: item.editions for item in course.lessons()}
    found = re.findall(r"\{doc\}`(?:[^`<]*<)?([^`>]*)>?`", cell.source)
    pages = {link: posixpath.normpath(posixpath.join(posixpath.dirname(slug), link)) for link in found}
    return sorted(link for link in found if set(editions.get(pages[link], LANGUAGES)) == set(LANGUAGES))


def masked_code(source: str) -> str:
    """The code with its strings blanked, but for those that name tables, question sets, explorers and columns."""
    out = []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        text = token.string
        if token.type == tokenize.STRING:
            value = ast.literal_eval(text) if not text.lower().startswith(("f", "rf", "fr")) else text
            text = text if isinstance(value, str) and re.fullmatch(r"[a-z0-9_/-]+", value) else '"…"'
            text = '"…"' if value in LANGUAGES else text
        elif token.type == tokenize.COMMENT:
            text = "#"
        elif token.type in (tokenize.NL, tokenize.NEWLINE):
            text = "\n" if token.type == tokenize.NEWLINE else ""
        # Adjacent strings are one text, which may take one more line in one language than in the other.
        if text and not (text == '"…"' and out[-1:] == [text]):
            out.append(text)
    return " ".join(out)


TRAITS = {
    "kind": lambda cell: cell.kind,
    "tags": lambda cell: cell.tags,
    "headings": lambda cell: re.findall(r"^(#+) ", cell.source, re.M) if cell.kind == "markdown" else [],
    "code": lambda cell: masked_code(cell.source) if cell.kind == "code" else "",
    "charts": lambda cell: cell.charts,
    "citations": lambda cell: sorted(
        key.strip() for keys in re.findall(r"\{cite(?::\w+)?\}`([^`]*)`", cell.source) for key in keys.split(",")
    ),
    "terms": lambda cell: len(re.findall(r"\{term\}`", cell.source)),
    "boxes": lambda cell: re.findall(r"^:class: (.*)$", cell.source, re.M),
    "list items": lambda cell: len(re.findall(r"^\s*(?:[-*]|\d+\.) ", cell.source, re.M)) * (cell.kind == "markdown"),
}
