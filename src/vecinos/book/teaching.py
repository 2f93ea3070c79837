"""For instructors: ``{vecinos-plan}`` shows a plan session by session, ``{vecinos-blueprint}`` a chapter on one sheet.

``{vecinos-assignments}`` lists what there is to hand in. No minute is typed: those of a page come from ``outline.yml``,
those of a debate from its table *In class*, those of an assignment from its first lines. ``syllabi.yml`` says what
happens in which session; a session that needs more minutes than it has is refused.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape, unescape
from pathlib import Path

import yaml
from docutils import nodes
from docutils.parsers.rst import directives
from pybtex.database import parse_file
from sphinx.util.docutils import SphinxDirective

from vecinos import course
from vecinos.book import coverage
from vecinos.book.words import WORDS
from vecinos.display import MIME
from vecinos.i18n import number
from vecinos.quiz.bank import bank_slugs, load_bank

FILE = Path(course.__file__).parent / "syllabi.yml"
BIBLIOGRAPHY = Path(course.__file__).parents[2] / "book" / "references.bib"
KINDS = ("read", "do", "all", "debate", "assignment", "activity")
SESSION = {"title", "home", "class"}
PLAN = {"id", "weeks", "session", "title", "text", "sessions"}
LEVELS = ("recall", "understand", "apply", "evaluate")
IN_CLASS = {"en": "## In class", "es": "## En clase"}
STATED = re.compile(r"^# \*\*About (\d+) minutes, (\d+) points", re.M)
CHART = re.compile(r'<figure class="cx[ "].*?<figcaption class="cx-title">(.*?)</figcaption>', re.S)
BOX = r"^:{3,}\{admonition\} ([^\n]*)\n:class: (?:[\w-]+ )*%s\b"


# Assignments and pages ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Assignment:
    """An assignment as its file states it; ``lessons`` are the pages it serves (none: the whole course)."""

    name: str
    minutes: int
    points: int
    lessons: frozenset[str]


@cache
def assignments(folder: Path) -> tuple[Assignment, ...]:
    """Every assignment below ``folder``. Raises ValueError for one that does not state minutes and points."""
    found = []
    for path in sorted(folder.glob("*.py")):
        stated = STATED.search(path.read_text(encoding="utf-8"))
        if not stated:
            raise ValueError(f"{path.name}: say in English '**About 75 minutes, 30 points.**' or the like first.")
        lessons = frozenset(coverage.covered(path.stem))
        found.append(Assignment(path.stem, int(stated[1]), int(stated[2]), lessons))
    return tuple(found)


def _place(one: Assignment) -> tuple[int, int]:
    """Where an assignment stands in the course: by its first page, the whole course last."""
    order = [item.slug for item in course.lessons()]
    return min((order.index(slug) for slug in one.lessons), default=len(order)), -len(one.lessons)


def of_part(part: str, folder: Path) -> tuple[Assignment, ...]:
    """The assignments that serve a part: the part's own first, then those of its lessons."""
    slugs = {item.slug for item in next(one for one in course.parts() if one.id == part).lessons}
    found = [one for one in assignments(folder) if one.lessons & slugs]
    return tuple(sorted(found, key=lambda one: (one.name != part, one.name)))


@dataclass(frozen=True)
class Seen:
    """What a page shows, by name, as its stored notebook has it."""

    charts: tuple[str, ...]
    explorers: tuple[str, ...]
    views: str
    source_check: str
    documents: tuple[str, ...]
    tables: tuple[str, ...]
    class_minutes: int
    predicts: bool


@cache
def seen(notebook: Path, lang: str) -> Seen:
    """Charts, explorers, boxes and tables of a page's notebook."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    shown = "\n".join(_shown(cells))
    lesson_in_class = text.partition(IN_CLASS[lang])[2].partition("\n## ")[0]
    box = {name: re.search(BOX % name, text, re.M) for name in ("two-views", "source-check")}
    return Seen(
        charts=tuple(_plain(found) for found in CHART.findall(shown)),
        explorers=tuple(_plain(found) for found in re.findall(r'class="ex-title">(.*?)</p>', shown, re.S)),
        views=box["two-views"][1] if box["two-views"] else "",
        source_check=box["source-check"][1] if box["source-check"] else "",
        documents=_cited(text, "source-check"),
        tables=tuple(dict.fromkeys(re.findall(r'\btable\("([\w-]+)"', code))),
        class_minutes=sum(int(minutes) for minutes in re.findall(r"^\| *(\d+) *\|", lesson_in_class, re.M)),
        predicts=bool(re.search(r'quiz\("[^"]+", "(?:predict|draw\w*)"', code)),
    )


def _cited(text: str, box: str) -> tuple[str, ...]:
    """The keys cited in the page's box of that class, in their order."""
    inside = re.search(rf"^(:{{3,}})\{{admonition\}}[^\n]*\n:class: {box}\n(.*?)^\1\s*$", text, re.M | re.S)
    keys = re.findall(r"\{cite(?::\w+)?\}`([^`]*)`", inside[2]) if inside else ()
    return tuple(dict.fromkeys(key.strip() for found in keys for key in found.split(",")))


def document(key: str, lang: str) -> str:
    """A source in a few words: who, and when."""
    entry = _bibliography()[key]
    who = entry.fields.get("author_es") if lang == "es" else None
    who = who or " and ".join(str(person) for person in entry.persons["author"])
    return f"{re.sub(r'[{}]', '', who)} ({entry.fields.get('year', 'n.d.')})"


@cache
def _bibliography() -> dict:
    return parse_file(str(BIBLIOGRAPHY), bib_format="bibtex").entries


def _shown(cells: list[dict]) -> Iterator[str]:
    for cell in cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            yield "".join(data.get(MIME) or data.get("text/html") or "")


def _plain(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


# Plans -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """One thing to do: its kind, what it is about (a page, an assignment or an activity) and its minutes."""

    kind: str
    about: str
    minutes: int


@dataclass(frozen=True)
class Session:
    place: int
    title: dict[str, str]
    home: tuple[Step, ...]
    in_class: tuple[Step, ...]

    @property
    def home_minutes(self) -> int:
        return sum(step.minutes for step in self.home)

    @property
    def class_minutes(self) -> int:
        return sum(step.minutes for step in self.in_class)


@dataclass(frozen=True)
class Plan:
    id: str
    weeks: int
    session: int
    title: dict[str, str]
    text: dict[str, str]
    sessions: tuple[Session, ...]

    @property
    def left_out(self) -> tuple[course.Lesson, ...]:
        """The pages of the course that this plan does not use."""
        used = {step.about for one in self.sessions for step in (*one.home, *one.in_class)}
        return tuple(item for item in course.lessons() if item.slug not in used)


def activities(path: Path = FILE) -> dict[str, dict]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))["activities"]


def plans(top: Path, path: Path = FILE) -> tuple[Plan, ...]:
    """Every plan with its minutes. ``top``: the checkout. Raises ValueError naming plan, session and mend."""
    source = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(_plan(entry, source["activities"], top, path.name) for entry in source["plans"])


def _plan(entry: dict, known: dict[str, dict], top: Path, name: str) -> Plan:
    where = f"{name}: {entry.get('id', 'a plan without id')}"
    if set(entry) != PLAN:
        raise ValueError(f"{where}: the fields of a plan are {sorted(PLAN)}, not {sorted(entry)}.")
    if len(entry["sessions"]) % entry["weeks"]:
        raise ValueError(f"{where}: {len(entry['sessions'])} sessions do not fill {entry['weeks']} weeks evenly.")
    done: Counter[str] = Counter()  # minutes of each assignment that earlier sessions took
    sessions = []
    for place, one in enumerate(entry["sessions"], start=1):
        at = f"{where}: session {place}"
        if unknown := set(one) - SESSION:
            raise ValueError(f"{at}: unknown field {sorted(unknown)}; the fields are {sorted(SESSION)}.")
        home = tuple(_step(step, known, top, at, done) for step in one.get("home", ()))
        in_class = tuple(_step(step, known, top, at, done) for step in one["class"])
        session = Session(
            place, one.get("title") or _title(in_class, at), tuple(s for s in home if s.minutes), in_class
        )
        if session.class_minutes > entry["session"]:
            raise ValueError(f"{at}: needs {session.class_minutes} of {entry['session']} minutes; take something out.")
        sessions.append(session)
    return Plan(entry["id"], entry["weeks"], entry["session"], entry["title"], entry["text"], tuple(sessions))


def _title(steps: tuple[Step, ...], at: str) -> dict[str, str]:
    for step in steps:
        if step.kind in ("read", "do", "all", "debate"):
            return course.find_lesson(step.about).title
    raise ValueError(f"{at}: give it a title; it is about no page.")


def _step(entry: dict, known: dict[str, dict], top: Path, at: str, done: Counter[str]) -> Step:
    kinds = [kind for kind in KINDS if kind in entry]
    if len(kinds) != 1 or set(entry) - {kinds[0], "minutes"} or ("minutes" in entry and kinds != ["assignment"]):
        raise ValueError(f"{at}: {entry}: say one of {', '.join(KINDS)}; only an assignment says its minutes.")
    kind, about = kinds[0], entry[kinds[0]]
    if kind == "activity":
        if about not in known:
            raise ValueError(f"{at}: no activity {about!r}; they are {', '.join(sorted(known))}.")
        return Step(kind, about, known[about]["minutes"])
    if kind == "assignment":
        whole = {one.name: one.minutes for one in assignments(top / "exercises")}
        if about not in whole:
            raise ValueError(f"{at}: no assignment {about!r} in exercises/; they are {', '.join(whole)}.")
        minutes = entry.get("minutes", max(0, whole[about] - done[about]))
        done[about] += minutes
        return Step(kind, about, minutes)
    try:
        item = course.find_lesson(about)
    except LookupError as error:
        raise ValueError(f"{at}: {error}") from None
    if kind == "debate":
        return Step(kind, about, seen(top / "book" / "en" / f"{about}.ipynb", "en").class_minutes)
    return Step(kind, about, sum(item.minutes.values()) if kind == "all" else item.minutes[kind])


class _Teach(SphinxDirective):
    """What both directives share: the edition's language, its words, and links to pages from the shelf."""

    required_arguments = 1

    def start(self) -> Path:
        self.lang = self.config.language
        self.word = {
            key.removeprefix("teach_"): text[self.lang] for key, text in WORDS.items() if key.startswith("teach_")
        }
        for path in (FILE, course.OUTLINE, coverage.FILE):
            self.env.note_dependency(str(path))
        self.top = Path(self.env.srcdir).parents[1]
        for path in (self.top / "exercises").glob("*.py"):
            self.env.note_dependency(str(path))
        return self.top

    def link(self, slug: str) -> str:
        """The page's title, linked where this edition has the page."""
        item = course.find_lesson(slug)
        title = escape(item.title[self.lang])
        return f'<a href="../{slug}.html">{title}</a>' if self.lang in item.editions else title

    def minutes(self, count: int) -> str:
        return f'<span class="te-min">{escape(self.word["min"].format(number(count)))}</span>'


class PlanTable(_Teach):
    """``{vecinos-plan} three-weeks``: every session of a plan, week by week, with the sums."""

    def run(self) -> list[nodes.Node]:
        found = {plan.id: plan for plan in plans(self.start())}
        for item in course.lessons("en"):
            if item.kind == "debate":
                self.env.note_dependency(str(self.top / "book" / "en" / f"{item.slug}.ipynb"))
        if self.arguments[0] not in found:
            raise self.error(f"No plan {self.arguments[0]!r} in {FILE.name}; they are {', '.join(found)}.")
        plan = found[self.arguments[0]]
        return [
            nodes.paragraph("", plan.text[self.lang]),
            nodes.raw("", f"<p>{self._sum(plan)}</p>{self._table(plan)}", format="html"),
        ]

    def _sum(self, plan: Plan) -> str:
        total = len(plan.sessions) * plan.session
        text = self.word["sum"].format(
            number(len(plan.sessions)),
            number(sum(one.class_minutes for one in plan.sessions)),
            number(total),
            number(sum(one.home_minutes for one in plan.sessions)),
            number(max(one.home_minutes for one in plan.sessions)),
        )
        left = ", ".join(self.link(item.slug) for item in plan.left_out)
        gap = f"{self.word['left_out']}: {left}." if left else self.word["complete"]
        return f"{escape(text)} {gap}"

    def _table(self, plan: Plan) -> str:
        per_week = len(plan.sessions) // plan.weeks
        heads = "".join(f'<th scope="col">{escape(self.word[key])}</th>' for key in ("session", "before", "class"))
        groups = []
        for week in range(plan.weeks):
            sessions = plan.sessions[week * per_week : (week + 1) * per_week]
            home, in_class = (sum(getattr(one, what) for one in sessions) for what in ("home_minutes", "class_minutes"))
            told = escape(self.word["week"].format(week + 1, number(home), number(in_class)))
            head = f'<tr><th scope="rowgroup" colspan="3" class="te-week">{told}</th></tr>'
            groups.append(f"<tbody>{head}{''.join(self._row(one, plan.session) for one in sessions)}</tbody>")
        caption = f'<caption class="vh">{escape(plan.title[self.lang])}</caption>'
        return f'<table class="te-plan">{caption}<thead><tr>{heads}</tr></thead>{"".join(groups)}</table>'

    def _row(self, one: Session, length: int) -> str:
        home = self._steps(one.home) or f'<p class="te-none">{escape(self.word["nothing"])}</p>'
        used = escape(self.word["of"].format(number(one.class_minutes), number(length)))
        before = escape(self.word["min"].format(number(one.home_minutes))) if one.home_minutes else ""
        return (
            f'<tr><th scope="row"><b>{one.place}.</b> {escape(one.title[self.lang])}</th>'
            f'<td><p class="te-label">{escape(self.word["before"])}</p>{home}<p class="te-total">{before}</p></td>'
            f'<td><p class="te-label">{escape(self.word["class"])}</p>{self._steps(one.in_class)}'
            f'<p class="te-total">{used}</p></td></tr>'
        )

    def _steps(self, steps: tuple[Step, ...]) -> str:
        lines = "".join(f"<li>{self._say(step)} {self.minutes(step.minutes)}</li>" for step in steps)
        return f"<ul>{lines}</ul>" if lines else ""

    def _say(self, step: Step) -> str:
        if step.kind == "activity":
            return f"<i>{escape(activities()[step.about][self.lang])}</i>"
        if step.kind == "assignment":
            return f"{escape(self.word['assignment'])} <code>{escape(step.about)}</code>"
        return f"{escape(self.word[step.kind])} {self.link(step.about)}"


# Blueprints --------------------------------------------------------------------------------------------------------


class Blueprint(_Teach):
    """``{vecinos-blueprint} economy``: questions, tasks, sources and outcomes of one part, on one sheet of paper.

    The option ``charts`` names, page by page, the chart to begin with: ``economy/trade 4, economy/labor 1``.
    """

    option_spec = {"charts": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        top = self.start()
        part = next((one for one in course.parts() if one.id == self.arguments[0]), None)
        if part is None:
            raise self.error(f"No part {self.arguments[0]!r} in outline.yml.")
        self.first = self._first_charts()
        items = [item for item in part.lessons if self.lang in item.editions]
        self.pages = {item.slug: self._page(item) for item in items}
        section = nodes.section("", nodes.title("", part.title[self.lang]), ids=[part.id], names=[part.id])
        section["classes"].append("te-sheet")
        section += nodes.raw("", self._sheet(part, items, of_part(part.id, top / "exercises")), format="html")
        return [section]

    def _first_charts(self) -> dict[str, int]:
        pairs = [pair.split() for pair in self.options.get("charts", "").replace("\n", " ").split(",") if pair.strip()]
        return {slug: int(place) for slug, place in pairs}

    def _page(self, item: course.Lesson) -> Seen:
        notebook = Path(self.env.srcdir) / f"{item.slug}.ipynb"
        self.env.note_dependency(str(notebook))
        return seen(notebook, self.lang)

    def _sheet(self, part: course.Part, items: list[course.Lesson], given: tuple[Assignment, ...]) -> str:
        word = {key: escape(text) for key, text in self.word.items()}
        read, do = (sum(item.minutes[what] for item in items) for what in ("read", "do"))
        heads = "".join(f'<th scope="col">{word[key]}</th>' for key in ("supporting", "formative", "sources"))
        rows = "".join(self._row(item) for item in items)
        sums = word["part_sum"].format(number(read), number(do), number(read + do))
        return (
            f'<p class="te-question"><span>{word["compelling"]}</span> {escape(part.question[self.lang])}</p>'
            f'<p class="te-sum">{sums}</p>'
            f'<table class="te-blue"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
            f'<p class="te-row"><b>{word["summative"]}.</b> {self._summative(part, given)}</p>'
            f'<p class="te-row"><b>{word["outcomes"]}.</b> {word["outcomes_lead"]}</p>'
            f'<ul class="te-out">{"".join(self._outcomes(part))}</ul>'
        )

    def _row(self, item: course.Lesson) -> str:
        shown = self.pages[item.slug]
        time = self.word["read_do"].format(number(item.minutes["read"]), number(item.minutes["do"]))
        return (
            f'<tr><th scope="row"><p class="te-label">{escape(self.word["supporting"])}</p>'
            f"{escape(item.question[self.lang])} <span>{self.link(item.slug)}, {escape(time)}</span></th>"
            f'<td><p class="te-label">{escape(self.word["formative"])}</p>{self._tasks(item, shown)}</td>'
            f'<td><p class="te-label">{escape(self.word["sources"])}</p>{self._sources(shown)}</td></tr>'
        )

    def _tasks(self, item: course.Lesson, shown: Seen) -> str:
        word = self.word
        tasks = [self._chart(item, shown), word["predict"] if shown.predicts else ""]
        tasks += [word["explorer"].format(name) for name in shown.explorers]
        tasks += [shown.views, word["own"].format(number(shown.class_minutes)) if item.kind == "debate" else ""]
        tasks.append(self._questions(item.slug))
        return "<ul>" + "".join(f"<li>{escape(task)}</li>" for task in tasks if task) + "</ul>"

    def _chart(self, item: course.Lesson, shown: Seen) -> str:
        place, count = self.first.get(item.slug, 1), len(shown.charts)
        if not 1 <= place <= count:
            raise self.error(f"charts: {item.slug} shows {count} charts, not number {place}.")
        more = {1: "", 2: self.word["one_chart"]}.get(count, self.word["more_charts"].format(number(count - 1)))
        return self.word["chart"].format(shown.charts[place - 1]) + more

    def _questions(self, slug: str) -> str:
        if slug not in bank_slugs():
            return ""
        asked = load_bank(slug).questions.values()
        levels = Counter(one.get("level") for one in asked)
        told = ", ".join(f"{number(levels[one])} {self.word[one]}" for one in LEVELS if levels[one])
        return self.word["questions"].format(number(len(asked)), told)

    def _sources(self, shown: Seen) -> str:
        tables = ", ".join(f'<a href="../reference/data/{name}.html">{name}</a>' for name in shown.tables)
        documents = "; ".join(document(key, self.lang) for key in shown.documents)
        check = f"{shown.source_check}: {documents}" if documents else shown.source_check
        lines = [escape(check), f"{escape(self.word['tables'])}: {tables}" if tables else ""]
        return "<ul>" + "".join(f"<li>{line}</li>" for line in lines if line) + "</ul>"

    def _summative(self, part: course.Part, given: tuple[Assignment, ...]) -> str:
        told = [
            f"<code>{one.name}</code> ({escape(self.word['given'].format(number(one.minutes), number(one.points)))})"
            for one in given
        ]
        own = f"{escape(self.word['summative_debate'])} " if part.id == "debates" else ""
        if not told:
            return own or escape(self.word["summative_none"])
        return f"{own}{escape(self.word['assignment'])} {', '.join(told)}."

    def _outcomes(self, part: course.Part) -> Iterator[str]:
        for entry in coverage.read()[part.id]:
            promised = [
                course.find_lesson(slug).objectives[self.lang][place - 1]
                for slug, places in entry.get("objectives", {}).items()
                for place in places
            ]
            yield f"<li><b>{escape(entry['topic'][self.lang])}.</b> {escape('. '.join(promised))}.</li>"


# What there is to hand in ------------------------------------------------------------------------------------------


class Assignments(_Teach):
    """``{vecinos-assignments}``: name, part, minutes and points of every assignment, and the parts that have none."""

    required_arguments = 0

    def run(self) -> list[nodes.Node]:
        folder = self.start() / "exercises"
        heads = "".join(
            f'<th scope="col">{escape(self.word[key])}</th>' for key in ("assignment", "part", "takes", "points")
        )
        rows = "".join(self._row(one) for one in sorted(assignments(folder), key=_place))
        parts = [part for part in course.parts() if not of_part(part.id, folder)]
        without = ", ".join(escape(part.title[self.lang]) for part in parts)
        gap = f"<p>{escape(self.word['without'])}: {without}.</p>" if parts else ""
        table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        return [nodes.raw("", f'<div class="table-box">{table}</div>{gap}', format="html")]

    def _row(self, one: Assignment) -> str:
        part = next((part for part in course.parts() for item in part.lessons if item.slug in one.lessons), None)
        about = part.title[self.lang] if part else self.word["whole_course"]
        numbers = "".join(f'<td class="num">{number(value)}</td>' for value in (one.minutes, one.points))
        return f"<tr><td><code>{one.name}</code></td><td>{escape(about)}</td>{numbers}</tr>"


def setup(app) -> None:
    app.add_directive("vecinos-plan", PlanTable)
    app.add_directive("vecinos-blueprint", Blueprint)
    app.add_directive("vecinos-assignments", Assignments)
