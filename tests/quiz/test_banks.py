"""Bank files: hostile and mistaken ones are refused with file, line and mend; hostile texts stay texts."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from vecinos.quiz import _reading, _yaml, bank, check, inline, markup, model, widget
from vecinos.quiz.bank import BankError
from vecinos.quiz.cli import configure, run

from .conftest import BANK, page_html

GUIDE = Path(__file__).parents[2] / "docs" / "questions.md"
HEAD = "sets: {one: [lesson-q]}\nquestions:\n"
QUESTION = {
    "id": "lesson-q",
    "type": "single",
    "level": "recall",
    "prompt": {"en": "Which?", "es": "¿Cuál?"},
    "options": [
        {"id": "a", "right": True, "text": {"en": "First", "es": "Primera"}, "why": {"en": "Yes.", "es": "Sí."}},
        {"id": "b", "text": {"en": "Second", "es": "Segunda"}, "why": {"en": "No.", "es": "No."}},
    ],
    "explanation": {"en": "So.", "es": "Así."},
    "source": ["census-country"],
}


class Plain(yaml.SafeDumper):
    """Writes every value out: a bank may not hold aliases."""

    def ignore_aliases(self, data):
        return True


def write(folder: Path, text: str, name: str = "lesson.yml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def write_question(folder: Path, **changes) -> Path:
    question = {key: value for key, value in (QUESTION | changes).items() if value is not None}
    return write(
        folder, yaml.dump({"sets": {"one": ["lesson-q"]}, "questions": [question]}, Dumper=Plain, allow_unicode=True)
    )


def complaint(folder: Path) -> str:
    """What building the set says; fails when it builds."""
    with pytest.raises(BankError) as caught:
        widget.shown(model.question_set("lesson", "one", folder=folder), "lesson", "one", "es")
    return str(caught.value)


BROKEN = {
    "alias": (HEAD + "  - &a {id: lesson-q}\n  - *a\n", r"lesson.yml:3: anchors and aliases"),
    "bomb": ("a: &a [x]\nb: &b [*a, *a]\nsets: {}\nquestions: []\n", r"lesson.yml:1: anchors and aliases"),
    "tag": (HEAD + "  - !!python/object/apply:os.system ['true']\n", r"lesson.yml:3: tag .* is not allowed"),
    "duplicate key": (
        HEAD + "  - id: lesson-q\n    type: single\n    type: text\n",
        r"lesson.yml:5: 'type' is given twice",
    ),
    "duplicate id": (HEAD + "  - id: lesson-q\n  - id: lesson-q\n", r"lesson.yml:4: id 'lesson-q' is already taken"),
    "no id": (HEAD + "  - type: single\n", r"lesson.yml:3: this question has no id"),
    "empty": ("", r"lesson.yml:1: the file is empty"),
    "a list": ("- 1\n", r"lesson.yml:1: a bank has 'sets:' and 'questions:'"),
    "sets a list": ("sets: [a]\nquestions: []\n", r"lesson.yml:1: 'sets' is a mapping"),
    "indentation": (HEAD + "  - id: lesson-q\n   type: x\n", r"lesson.yml:4: not YAML"),
    "question mark": (
        HEAD + "  - id: lesson-q\n    prompt: {en: Which?, es: no}\n",
        r"lesson.yml:4: .*in quotes inside",
    ),
    "control character": (
        HEAD + "  - id: lesson-q\n    level: \x07\n",
        r"lesson.yml:4: a character YAML does not allow",
    ),
    "deep": ("a: " + "[" * 5000 + "]" * 5000, r"lesson.yml:1: nested too deep"),
    "two documents": ("sets: {}\n---\nsets: {}\n", r"lesson.yml:2: not YAML"),
    "key that is a list": ("? [a]\n: b\n", r"lesson.yml:1: a key must be a word"),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_says_where_and_how_to_mend(tmp_path, text, message):
    assert re.search(message, complaint(write(tmp_path, text)))


def test_a_file_over_a_megabyte_or_not_utf8_is_refused(tmp_path):
    write(tmp_path, "#" * (_yaml.SIZE_LIMIT + 1))
    assert "Split the lesson's bank" in complaint(tmp_path)
    bank.load_bank.cache_clear()
    (tmp_path / "lesson.yml").write_bytes(b"sets: {}\n# \xff\n")
    assert "lesson.yml:2: not UTF-8" in complaint(tmp_path)


def test_words_that_yaml_would_turn_into_something_else_stay_words(tmp_path):
    located = _yaml.parse("[no, yes, on, 12:30, 2026-07-01, 0x1F, 1_000, true, 1.5, -3, null, 'x']", "x")
    assert located.value == ["no", "yes", "on", "12:30", "2026-07-01", "0x1F", "1_000", True, 1.5, -3, None, "x"]


MISTAKEN = {
    "missing Spanish": ({"prompt": {"en": "Which?"}}, "prompt lacks es"),
    "number for a text": ({"prompt": {"en": "Which?", "es": 2019}}, "Put it in quotes"),
    "unknown type": ({"type": "essay"}, "'essay' is not one of"),
    "no right option": (
        {"options": [QUESTION["options"][1], QUESTION["options"][1] | {"id": "c", "text": {"en": "x", "es": "y"}}]},
        "0 options are marked right",
    ),
    "two right": (
        {"options": [QUESTION["options"][0], QUESTION["options"][1] | {"right": True}]},
        "2 options are marked right",
    ),
    "same id": ({"options": [QUESTION["options"][0], QUESTION["options"][1] | {"id": "a"}]}, "id 'a' is used twice"),
    "same text": (
        {"options": [QUESTION["options"][0], QUESTION["options"][1] | {"text": {"en": "first ", "es": "x"}}]},
        "read alike",
    ),
    "key not an option": (
        {
            "right": "costa-rica",
            "options": [QUESTION["options"][1], QUESTION["options"][1] | {"id": "c", "text": {"en": "x", "es": "y"}}],
        },
        "no option's id",
    ),
    "key twice": ({"right": "a"}, "given twice"),
    "unknown placeholder": ({"prompt": {"en": "{{rate}}?", "es": "¿{{rate}}?"}}, "no parameter 'rate'"),
    "unknown table": (
        {"type": "number", "options": None, "tolerance": 1, "key": {"table": "no-such", "where": {}, "value": "value"}},
        "no-such",
    ),
    "key that leaks": (
        {
            "type": "number",
            "options": None,
            "tolerance": 1,
            "key": 25,
            "prompt": {"en": "25 or not?", "es": "¿25 o no?"},
        },
        "stands in the prompt",
    ),
    "key that cannot be typed": (
        {"type": "number", "options": None, "tolerance": 0.001, "decimals": 1, "key": 3.14},
        "outside the tolerance",
    ),
    "accented letters only": (
        {"type": "text", "options": None, "accept": {"en": ["ß"], "es": ["ø"]}},
        "no accepted answer",
    ),
}


@pytest.mark.parametrize(("changes", "message"), MISTAKEN.values(), ids=MISTAKEN)
def test_a_mistaken_question_says_what_is_wrong(tmp_path, changes, message):
    said = complaint(write_question(tmp_path, **changes))
    assert message in said
    assert re.match(r"lesson\.yml:\d+: lesson-q: ", said)


def test_an_unknown_lesson_or_set_lists_what_there_is():
    with pytest.raises(LookupError, match="Lessons with a bank: other/lesson, sample"):
        model.question_set("nowhere", "one", folder=BANK)
    with pytest.raises(LookupError, match="no set 'one'. Sets of 'other/lesson': only"):
        model.question_set("other/lesson", "one", folder=BANK)


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> & \"quote' [x](javascript:alert(3)) `<b>`"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = set()
        self.attributes = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def hostile_sets() -> list[tuple[str, list]]:
    """Every set of the sample bank with every text, id-free, replaced by a hostile one that differs by place."""
    counter = iter(range(10_000))

    def poison(value, key=None):
        if isinstance(value, dict):
            if set(value) == {"en", "es"}:
                gaps = re.findall(r"\[\[[a-z]+\]\]", str(value["en"]))
                bad = f"{HOSTILE} {next(counter)} {' '.join(gaps)}"
                return {lang: [bad + "a"] if isinstance(value[lang], list) else bad for lang in value}
            return {name: poison(item, name) for name, item in value.items()}
        return [poison(item) for item in value] if isinstance(value, list) else value

    owner = bank.load_bank("sample", BANK)
    owner.questions = {name: poison(question) for name, question in owner.questions.items()}
    names = list(owner.questions)
    return [(name, [model.resolve(owner, name)]) for name in names if name != "sample-template"]


def test_hostile_texts_stay_texts():
    for name, questions in hostile_sets():
        html = markup.set_html(questions, "sample", "all", "en")
        tags = Tags()
        tags.feed(html)
        assert not tags.tags & {"script", "img", "form", "button", "iframe", "style"}, name
        assert not any(attribute.startswith("on") for attribute in tags.attributes), name
        assert "javascript:" not in re.sub(r"\[x\]\(javascript:", "", html), name


def test_hostile_texts_do_nothing_in_a_browser(browser, open_page, write_page):
    page = open_page("single")
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.goto(
        write_page(page_html(*(markup.set_html(qs, "sample", name, "en") for name, qs in hostile_sets())), "evil.html")
    )
    page.evaluate(
        "document.querySelectorAll('.cq-body input').forEach((i) => i.type === 'text' ? i.value = '1' : i.click())"
    )
    page.evaluate("document.querySelectorAll('.cq-body select').forEach((s) => { s.selectedIndex = 1; })")
    page.evaluate("document.querySelectorAll('.cq-check').forEach((b) => b.click())")
    assert alerts == [] and page.locator("img").count() == 0
    assert (
        "<script>alert(1)</script>"
        in page.locator(".cq-feedback").first.inner_text() + page.locator(".cq-prompt").first.inner_text()
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b** `c<d`", "<em>a</em> <strong>b</strong> <code>c&lt;d</code>"),
        ("[x](economy/trade)", '<a href="../economy/trade.html" data-lm-suppress-shortcuts>x</a>'),
        ("[x](economy/trade#tariffs)", '<a href="../economy/trade.html#tariffs" data-lm-suppress-shortcuts>x</a>'),
        ("[x](https://example.org)", "[x](https://example.org)"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](//evil)", "[x](//evil)"),
        ("![x](economy/trade)", '!<a href="../economy/trade.html" data-lm-suppress-shortcuts>x</a>'),
        ("<b>x</b> &amp; US$5 snake_case 2 * 3 * 4", "&lt;b&gt;x&lt;/b&gt; &amp;amp; US$5 snake_case 2 * 3 * 4"),
    ],
)
def test_the_few_marks_a_text_may_carry(text, html):
    assert inline.to_html(text, depth=1) == html


def test_links_in_a_live_notebook_lead_to_the_notebook(monkeypatch):
    monkeypatch.delenv("VECINOS_STATIC")
    assert 'href="../economy/trade.ipynb"' in inline.to_html("[x](economy/trade)", depth=1)


def examples() -> list[str]:
    return re.findall(r"```yaml good\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)


def test_the_guide_s_good_examples_are_good(tmp_path):
    found = examples()
    ids = [re.search(r"id: ([a-z0-9-]+)", example).group(1) for example in found]
    (tmp_path / "economy").mkdir()
    write(tmp_path, f"sets: {{all: [{', '.join(ids)}]}}\nquestions:\n" + "".join(found), "economy/trade.yml")
    problems, counts = check.check(tmp_path)
    assert problems == [] and counts["questions"] == 10
    assert {q["type"] for q in bank.load_bank("economy/trade", tmp_path).questions.values()} == set(markup._BODIES)


EDITORIAL = {
    "unknown field": ({"anwser": 1}, "'anwser'"),
    "missing Spanish": ({"explanation": {"en": "So."}}, "lacks es"),
    "prefix": ({"id": "other-q"}, "must start with 'lesson-'"),
    "source": ({"source": ["no-such-key"]}, "references.bib has no 'no-such-key'"),
    "table": ({"tables": ["no-such"]}, "no table 'no-such'"),
    "untranslated": (
        {"explanation": {"en": "One two three four five", "es": "One two three four five"}},
        "are the same text",
    ),
    "question mark": ({"prompt": {"en": "Which?", "es": "Cuál?"}}, "opens with ¿"),
    "link": ({"prompt": {"en": "See [x](no/lesson)?", "es": "¿Ve?"}}, "links to 'no/lesson'"),
    "catch-all": (
        {
            "options": [
                QUESTION["options"][0],
                QUESTION["options"][1] | {"text": {"en": "All of the above", "es": "Todas las anteriores"}},
            ]
        },
        "catch-all",
    ),
    "long key": (
        {"options": [QUESTION["options"][0] | {"text": {"en": "First " * 8, "es": "Primera"}}, QUESTION["options"][1]]},
        "much longer",
    ),
    "hint that tells": (
        {"hints": [{"en": "It is the first.", "es": "Piensa en el orden."}]},
        "a hint says the right choice and no other (en)",
    ),
    "hard words": (
        {
            "explanation": {
                "en": "Institutional interdependencies necessitate multidimensional considerations regarding "
                "intergovernmental organizational responsibilities. " * 5,
                "es": "La interdependencia institucional necesita consideraciones multidimensionales relativas a "
                "responsabilidades organizacionales intergubernamentales. " * 5,
            }
        },
        "hard to read (es: ease",
    ),
    "endless sentence": (
        {"explanation": {"en": "one and " * 25 + "all.", "es": "Así."}},
        "a sentence of 51 words (en: one and",
    ),
    "unknown in set": ({"id": "lesson-p"}, "set 'one' lists 'lesson-q', which no bank has"),
}


@pytest.mark.parametrize(("changes", "message"), EDITORIAL.values(), ids=EDITORIAL)
def test_the_checker_finds_what_an_editor_would(tmp_path, changes, message):
    found, _ = check.check(write_question(tmp_path, **changes))
    assert any(message in problem for problem in found), found
    assert all(re.match(r"lesson\.yml:\d+: ", problem) for problem in found)


CATCH_ALLS = [
    *["All of the above", "None of these", "Both of the above.", "A and B are true", "Any of the above"],
    *[
        "Todas las anteriores",
        "Ninguna de las anteriores",
        "Todas las opciones anteriores",
        "Ambas",
        "a y b son ciertas",
    ],
    *["Ninguno de los anteriores", "Cualquiera de las anteriores"],
]


@pytest.mark.parametrize("text", CATCH_ALLS)
def test_catch_all_options_are_found_in_both_languages(tmp_path, text):
    bad = QUESTION["options"][1] | {"text": {"en": text, "es": text + " "}}
    found, _ = check.check(write_question(tmp_path, options=[QUESTION["options"][0], bad]))
    assert any("catch-all" in problem for problem in found)


@pytest.mark.parametrize("text", ["All imports", "Both countries", "Ambos países", "Todas las aduanas", "Ninguna ley"])
def test_honest_options_are_no_catch_alls(text):
    assert not check.CATCH_ALL.search(text)


def test_the_record_of_ids_keeps_old_ones_from_coming_back(tmp_path, capsys):
    folder = ("--bank", str(write_question(tmp_path)))
    assert command("record", *folder) == 0
    assert "lesson-q" in (tmp_path / "ids.txt").read_text(encoding="utf-8").splitlines()

    write_question(tmp_path, id="lesson-p")
    bank.load_bank.cache_clear()
    said = check.check(tmp_path)[0]
    assert any(re.match(r"lesson\.yml:\d+: id 'lesson-p' is new", problem) for problem in said)
    assert any(re.match(r"ids\.txt:\d+: no bank has 'lesson-q' any more", problem) for problem in said)
    bank.load_bank.cache_clear()
    assert command("record", *folder) == 0
    assert "1 new, 1 retired" in capsys.readouterr().out

    write_question(tmp_path)  # the retired id, on another question
    bank.load_bank.cache_clear()
    assert command("record", *folder) == 0, "recording does not forgive"
    said = check.check(tmp_path)[0]
    assert any(re.match(r"lesson\.yml:\d+: id 'lesson-q' belonged to a question that was", problem) for problem in said)


def test_the_course_has_a_record_of_its_ids():
    assert (bank.FOLDER / "ids.txt").is_file()


@pytest.mark.parametrize(
    ("word", "lang", "count"),
    [("table", "en", 2), ("trade", "en", 1), ("imported", "en", 3), ("country", "en", 2), ("prices", "en", 2)]
    + [("país", "es", 2), ("comercio", "es", 3), ("que", "es", 1), ("guerra", "es", 2), ("aéreo", "es", 4)]
    + [("ley", "es", 1), ("ciudad", "es", 2)],
)
def test_syllables_are_counted_as_spoken(word, lang, count):
    assert _reading._SYLLABLES[lang](word) == count


def test_plain_prose_reads_more_easily_than_officialese():
    plain = {"en": "The tax is low. Trucks pay at the border.", "es": "El pago es bajo. El camión paga al cruzar."}
    stiff = {
        "en": "Intergovernmental harmonization facilitates administrative simplification.",
        "es": "La armonización intergubernamental facilita la simplificación administrativa.",
    }
    for lang in ("en", "es"):
        assert _reading.ease(plain[lang], lang) > _reading.ease(stiff[lang], lang) + 40


def test_the_checker_sees_keys_that_sit_in_one_place(tmp_path):
    questions = [QUESTION | {"id": f"lesson-q{n}"} for n in range(6)]
    write(tmp_path, yaml.dump({"sets": {"one": [q["id"] for q in questions]}, "questions": questions}, Dumper=Plain))
    assert any("number 1 in 6 of 6" in problem for problem in check.check(tmp_path)[0])


def test_the_checker_sees_an_id_taken_by_another_lesson(tmp_path):
    write_question(tmp_path)
    write(tmp_path, (tmp_path / "lesson.yml").read_text(encoding="utf-8"), "zlesson.yml")
    assert any("zlesson.yml:" in problem and "taken by lesson" in problem for problem in check.check(tmp_path)[0])


def command(*words: str) -> int:
    import argparse

    parser = argparse.ArgumentParser()
    configure(parser)
    return run(parser.parse_args(words))


def test_the_course_s_own_banks_have_nothing_to_mend(capsys):
    assert command("check") == 0, capsys.readouterr().out


def test_the_check_command_fails_on_a_finding(tmp_path, capsys):
    assert command("check", "--bank", str(write_question(tmp_path))) == 1
    assert "the outline has no lesson 'lesson'" in capsys.readouterr().out


def test_preview_shows_twenty_variants(tmp_path, capsys):
    assert command("preview", "sample-template", "--bank", str(BANK), "--lang", "es") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 40 and len(set(lines[::2])) > 5 and "envías" in lines[0]
    out = tmp_path / "preview.html"
    assert command("preview", "sample-template", "--bank", str(BANK), "--html", str(out)) == 0
    assert out.read_text(encoding="utf-8").count("cq-t-number") >= 20
    assert command("preview", "no-such", "--bank", str(BANK)) == 1


@pytest.mark.parametrize(
    ("unit", "tolerance", "lang", "how", "answer"),
    [
        ("%", 0.2, "en", "Within 0.2 percentage points of the exact value", "Right answer: 26.9%"),
        ("%", 0.2, "es", "Se acepta una diferencia de hasta 0.2 puntos porcentuales.", "Respuesta correcta: 26.9 %"),
        ("%", 1, "en", "Within 1 percentage point of", "26.9%"),
        ("%", 1, "es", "de hasta 1 punto porcentual.", "26.9 %"),
        ("dollars", 0.2, "en", "Within 0.2 dollars of the exact value", "26.9 dollars"),
    ],
)
def test_how_near_an_answer_must_come_is_in_percentage_points(tmp_path, unit, tolerance, lang, how, answer):
    changes = {"type": "number", "options": None, "key": 26.9, "decimals": 1, "unit": {"en": unit, "es": unit}}
    write_question(tmp_path, tolerance=tolerance, **changes)
    html = markup.set_html(model.question_set("lesson", "one", 0, tmp_path), "lesson", "one", lang)
    shown = re.sub(r"<[^>]+>", "", html).replace("\u00a0", " ")
    assert how in shown
    assert answer in shown
