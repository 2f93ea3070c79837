"""How fast a class is graded: ours against nbgrader's own command, as ratios of one run on one machine.

    python benchmarks/grading.py --assignment economy-trade --count 40

Three ways with the same notebooks: ``nbgrader autograde`` once for the whole class, ``nbgrader autograde`` once per
submission (as many at a time as there are processors), and ``vecinos assignment grade``. Only ours mends, sandboxes
and writes feedback and tables; the others run students' code with the rights of whoever calls them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat

from vecinos.classroom.course_folder import GRADEBOOK_VARIABLE, Course
from vecinos.classroom.release import student_version
from vecinos.classroom.source import Variant, find_assignment
from vecinos.classroom.workers import cores

TOP = Path(__file__).parents[1]
SEED = 5


def solved(variant: Variant) -> str:
    """The student version with the master's solutions in it, as the text of a notebook."""
    student = student_version(variant)
    answers = {
        one["id"]: one.source for one in variant.master.cells if one.metadata.get("nbgrader", {}).get("solution")
    }
    for cell in student.cells:
        if cell["id"] in answers:
            lines = answers[cell["id"]].splitlines()
            cell.source = "\n".join(line for line in lines if not line.startswith("### "))
    return nbformat.writes(student)


def hand_in(folder: Path, variant: Variant, text: str, count: int, inside: str = "") -> list[str]:
    names = [f"student-{number:03}" for number in range(count)]
    for name in names:
        place = folder / name / inside
        place.mkdir(parents=True)
        (place / f"{variant.id.name}.ipynb").write_text(text, encoding="utf-8")
    return names


def timed(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def nbgrader_course(top: Path, variant: Variant, text: str, count: int) -> tuple[list[str], list[str]]:
    """The command and the students of a course folder that has everything but grades."""
    course = Course(top)
    course.derive(variant)
    names = hand_in(top / "submitted", variant, text, count, str(variant.id))
    script = Path(sys.executable).with_name("nbgrader")
    return [str(script), "autograde", str(variant.id), f"--course-dir={top}", "--create"], names


def run(words: list[str], **options: object) -> None:
    environment = {name: value for name, value in os.environ.items() if name != GRADEBOOK_VARIABLE}
    environment |= {"VECINOS_STATIC": "1", "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(words, capture_output=True, text=True, env=environment, **options)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}\n{done.stdout}\n{done.stderr}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--assignment", default="economy-trade")
    parser.add_argument("--exercises", type=Path, default=TOP / "exercises")
    parser.add_argument("--count", type=int, default=40, help="how many hand-ins (40)")
    parser.add_argument("--skip", choices=("loop", "each"), action="append", default=[], help="a way to leave out")
    chosen = parser.parse_args()
    variant = find_assignment(chosen.assignment, chosen.exercises).variant(SEED, "en")
    text = solved(variant)
    top = Path(tempfile.mkdtemp(prefix="vecinos-benchmark-"))
    try:
        seconds = {}
        hand_in(top / "in", variant, text, chosen.count)
        ours = [sys.executable, "-m", "vecinos.cli", "assignment", "grade", str(top / "in")]
        seconds["ours"] = timed(lambda: run([*ours, "--exercises", str(chosen.exercises)]))
        if "loop" not in chosen.skip:
            words, _ = nbgrader_course(top / "loop", variant, text, chosen.count)
            seconds["nbgrader, one command"] = timed(lambda: run(words))
        if "each" not in chosen.skip:
            words, names = nbgrader_course(top / "each", variant, text, chosen.count)
            with ThreadPoolExecutor(cores()) as pool:
                each = [[*words, f"--student={name}"] for name in names]
                seconds["nbgrader, one command per hand-in"] = timed(lambda: list(pool.map(run, each)))
        print(f"{chosen.count} hand-ins of {variant.id}, {cores()} processors")
        for way, took in seconds.items():
            each_took = took / chosen.count
            print(f"{way}: {took:.1f} s, {each_took:.2f} s each, {took / seconds['ours']:.2f} times ours")
    finally:
        shutil.rmtree(top)


if __name__ == "__main__":
    main()
