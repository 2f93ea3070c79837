"""A day of a class, as root of a machine of its own: the commands of docs/class-server.md, ten students, one teacher.

Run in the machine of ``machine.py``; writes what happened to standard output, in JSON.
"""

from __future__ import annotations

import importlib
import json
import os
import pwd
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import requests

COURSE = Path("/opt/vecinos")
HUB = "http://127.0.0.1:8000"
VARIANT, NOTEBOOK = "economy-trade-en-7", "economy-trade.ipynb"
STUDENTS = ["ana", "beto", "carla", "dario", "elena", "fito", "gloria", "hugo", "ines", "julio"]
# Who answers all, who gets one answer wrong, who hands in what was given out.
WRONG, BLANK = {"carla", "hugo"}, {"julio"}
AT_ONCE = 4
EXCHANGE = Path("/srv/nbgrader/exchange/vecinos")
LOG = Path("/srv/hub.log")
started = time.monotonic()


def main() -> None:
    # bubblewrap covers parts of its own, and below such a one the teacher's sandbox may not make another.
    subprocess.run(["mount", "-t", "proc", "proc", "/proc"], check=True)
    for text in ("root:x:0:0:root:/root:/bin/bash", "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin"):
        with open("/etc/passwd", "a") as file:
            file.write(f"{text}\n")
    Path("/etc/group").write_text("root:x:0:\nnogroup:x:65534:\n")
    for name in ("shadow", "gshadow"):
        Path("/etc", name).touch(mode=0o600)
    shutil.copytree("/checkout", COURSE, copy_function=shutil.copy)
    for folder in (COURSE, COURSE / "book", COURSE / "tests"):  # /checkout is root's alone
        folder.chmod(0o755)
    importlib.invalidate_caches()  # this process began before there was a course
    (COURSE / ".venv").symlink_to(os.environ["ENVIRONMENT"])
    (COURSE / ".git").mkdir()
    (COURSE / "students.txt").write_text("".join(f"{name}:secret-of-{name}\n" for name in STUDENTS))
    run(block("accounts"))
    start_hub()
    try:
        report = day()
    except BaseException:
        sys.stderr.write(LOG.read_text(errors="replace")[-6000:])
        raise
    # The hub ends with the machine.
    json.dump(report, sys.stdout)


def day() -> dict:
    said = {}
    run(block("give-out"), "teacher")
    told("given out")
    answers = solutions()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        work = list(pool.map(lambda name: Student(name).work(answers), STUDENTS))
    told("handed in")
    said["students"] = dict(zip(STUDENTS, work, strict=True))
    said["seen"] = {"beto": seen_by("beto", "ana")}
    said["visit"] = visit("beto", "ana")
    harm()
    said["grade"] = grade()
    said["grades"] = Path("/home/teacher/class/graded/grades.csv").read_text(encoding="utf-8-sig")
    said["collected"] = sorted(path.name for path in Path("/home/teacher/class/submitted").iterdir())
    told("graded")
    said["seconds"] = round(time.monotonic() - started)
    return said


def grade() -> str:
    """What the page's commands say; as it advises, they are root's where only root may make sandboxes."""
    trial = [*becoming("teacher"), "bwrap", "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "true"]
    if subprocess.run(trial, stderr=subprocess.DEVNULL).returncode == 0:
        return run(block("grade"), "teacher")
    told("only root may make sandboxes here")
    return run("export HOME=/home/teacher\n" + block("grade"))


def told(what: str) -> None:
    print(f"{time.monotonic() - started:6.1f} s: {what}", file=sys.stderr, flush=True)


def block(name: str) -> str:
    """The commands of the page's block ``name``."""
    page = (COURSE / "docs" / "class-server.md").read_text(encoding="utf-8")
    return re.search(rf"^```bash {name}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)[1]


def run(script: str, user: str = "root") -> str:
    """What the commands said, as ``user``; they must all succeed."""
    done = subprocess.run([*becoming(user), "bash", "-euc", script], cwd=COURSE, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{user}: {script}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def becoming(user: str) -> list[str]:
    home = pwd.getpwnam(user).pw_dir
    group = str(pwd.getpwnam(user).pw_gid)
    return ["setpriv", f"--reuid={user}", f"--regid={group}", "--init-groups", "env", f"HOME={home}", f"USER={user}"]


def start_hub() -> None:
    with LOG.open("wb") as log:
        words = ["jupyterhub", "-f", str(COURSE / "hub" / "jupyterhub_config.py")]
        hub = subprocess.Popen(words, cwd="/srv/jupyterhub", stdout=log, stderr=log)
    LOG.chmod(0o600)
    until(lambda: hub.poll() is not None or answers_at(f"{HUB}/hub/login"), 60, "the hub's first page")
    if hub.poll() is not None:
        raise RuntimeError(LOG.read_text())
    told("the hub answers")


def answers_at(address: str) -> bool:
    try:
        return requests.get(address, timeout=5).ok
    except requests.RequestException:
        return False


def until(there, seconds: float, what: str) -> None:
    end = time.monotonic() + seconds
    while not there():
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not after {seconds:g} s")
        time.sleep(0.3)


class Student:
    """Someone at a browser: a session with its cookies, and nothing else."""

    def __init__(self, name: str):
        self.name = name
        self.web = requests.Session()
        self.home = f"{HUB}/user/{name}"

    def login(self, password: str | None = None) -> bool:
        """Log in as the form does; whether the hub took it."""
        self.web.get(f"{HUB}/hub/login", timeout=60)
        form = {
            "username": self.name,
            "password": password or f"secret-of-{self.name}",
            "_xsrf": self.web.cookies["_xsrf"],
        }
        done = self.web.post(f"{HUB}/hub/login", params={"next": "/hub/home"}, data=form, timeout=60)
        return done.ok and done.url.endswith("/hub/home")

    def start(self) -> None:
        self.web.get(f"{HUB}/hub/spawn/{self.name}", timeout=120)

        def is_there() -> bool:
            page = self.web.get(f"{self.home}/lab", timeout=60)
            return page.ok and page.url.startswith(self.home)

        until(is_there, 150, f"{self.name}'s server")

    def ask(self, method: str, path: str, **options):
        """The server's answer, read from JSON."""
        [token] = [one.value for one in self.web.cookies if one.name == "_xsrf" and one.path == f"/user/{self.name}/"]
        headers = {"X-XSRFToken": token}
        done = self.web.request(method, f"{self.home}/{path}", headers=headers, timeout=180, **options)
        done.raise_for_status()
        return done.json()

    def work(self, answers: dict[str, str]) -> dict:
        """Log in, fetch, answer, validate, submit; what was seen on the way."""
        seen = {"wrong password": Student(self.name).login("guess") if self.name == "ana" else False}
        seen["login"] = self.login()
        self.start()
        which = {"course_id": "vecinos", "assignment_id": VARIANT}
        seen["offered"] = [one["status"] for one in self.ask("GET", "assignments?course_id=vecinos")["value"]]
        self.ask("POST", "assignments/fetch", data=which)
        path = f"api/contents/{VARIANT}/{NOTEBOOK}"
        notebook = nbformat.from_dict(self.ask("GET", path)["content"])
        self.answer(notebook, answers)
        self.ask("PUT", path, json={"type": "notebook", "format": "json", "content": notebook})
        checked = self.ask("POST", "assignments/validate", data={"path": f"{VARIANT}/{NOTEBOOK}"})
        seen["valid"] = checked["success"] and not checked["value"].get("failed")
        handed = self.ask("POST", "assignments/submit", data=which)
        seen["submitted"] = [one["status"] for one in handed["value"] if one["status"] == "submitted"] != []
        told(f"{self.name} has handed in")
        return seen

    def answer(self, notebook, answers: dict[str, str]) -> None:
        notebook.metadata["secret"] = secret(self.name)
        for cell in notebook.cells:
            if self.name not in BLANK and cell["id"] in answers:
                cell.source = answers[cell["id"]]
            if self.name in WRONG and cell["id"] == "ranking":
                cell.source = "ranking = ['canada', 'china', 'mexico']"


def secret(name: str) -> str:
    return f"written-by-{name}-alone"


def solutions() -> dict[str, str]:
    """Answer cell -> the master's solution, as a good student types it."""
    from vecinos.classroom.source import find_assignment

    master = find_assignment("economy-trade", COURSE / "exercises").variant(7, "en").master
    return {
        cell["id"]: "\n".join(line for line in cell.source.splitlines() if not line.startswith("### "))
        for cell in master.cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }


def seen_by(user: str, other: str) -> dict[str, list[str]]:
    """What ``user`` can find on the whole machine of ``other``'s hand-in and of the solutions."""
    search = "grep --recursive --files-with-matches --no-messages --fixed-strings --devices=skip -e {} -- {} || true"
    places = " ".join(f"/{name}" for name in ("etc", "home", "opt", "run", "srv", "tmp", "var", "dev/shm"))
    marks = {"own": secret(user), "hand-in": secret(other), "solutions": "### BEGIN SOLUTION"}
    marks["rubric"] = "Grade the argument, not the side."
    found = {}
    for name, mark in marks.items():
        lines = run(search.format(f"'{mark}'", places), user).splitlines()
        # The course's package, its pages, this file and what is installed speak of these marks.
        own = (f"{COURSE}/src/", f"{COURSE}/tests/", f"{COURSE}/docs/", os.environ["ENVIRONMENT"])
        found[name] = [one for one in lines if not one.startswith(own)]
    listed = subprocess.run([*becoming(user), "ls", str(EXCHANGE / "inbound")], capture_output=True, text=True)
    found["listing"] = listed.stdout.split()
    return found


def visit(user: str, other: str) -> int:
    """The status that ``user``, logged in, gets for a file in ``other``'s running server."""
    student = Student(user)
    student.login()
    address = f"{HUB}/user/{other}/api/contents/{VARIANT}/{NOTEBOOK}"
    return student.web.get(address, timeout=60).status_code


def harm() -> None:
    """Fito hands in a link to what only the teacher may read, and something in Ana's name."""
    later = "2099-01-01 00:00:00.000000 UTC"
    key = f"/home/teacher/class/economy-trade-en-7/teacher/{NOTEBOOK.replace('.', '-key.')}"
    run(
        f"cd {EXCHANGE}/inbound; mkdir 'fito+{VARIANT}+{later}+x'; ln -s {key} 'fito+{VARIANT}+{later}+x/{NOTEBOOK}'",
        "fito",
    )
    run(f"cd {EXCHANGE}/inbound; cp -r ~/{VARIANT} 'ana+{VARIANT}+{later}+x'", "fito")


if __name__ == "__main__":
    main()
