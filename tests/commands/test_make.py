"""The bootstrap, as a newcomer meets it."""

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _module():
    spec = importlib.util.spec_from_file_location("make", ROOT / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse((ROOT / "make.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= set(sys.stdlib_module_names)


def test_an_old_python_is_turned_away_politely(monkeypatch):
    make = _module()
    monkeypatch.setattr(make.sys, "version_info", (3, 10, 1))
    monkeypatch.setattr(make.sys, "version", "3.10.1 (x)")
    try:
        make.main()
    except SystemExit as stop:
        assert "Python 3.11 or newer is needed; this is 3.10.1" in str(stop)
    else:
        raise AssertionError("an old Python was let in")


def test_a_change_of_the_pins_asks_for_a_new_environment(monkeypatch, tmp_path):
    make = _module()
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).write_text("a")
    monkeypatch.setattr(make, "ROOT", tmp_path)
    before = make.wanted()
    (tmp_path / "requirements.txt").write_text("b")
    assert make.wanted() != before


def test_a_set_up_environment_is_used_as_it_is(monkeypatch, tmp_path):
    make = _module()
    stamp = tmp_path / "stamp"
    stamp.write_text(make.wanted())
    monkeypatch.setattr(make, "STAMP", stamp)
    monkeypatch.setattr(make, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(make, "run", lambda *command: (_ for _ in ()).throw(AssertionError(command)))
    make.set_up()


def test_a_failed_installation_leaves_no_mark_of_success(monkeypatch, tmp_path):
    make = _module()
    monkeypatch.setattr(make, "VENV", tmp_path / "venv")
    monkeypatch.setattr(make, "PYTHON", tmp_path / "venv" / "python")
    monkeypatch.setattr(make, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(make.subprocess, "call", lambda *_, **__: 7)
    try:
        make.set_up()
    except SystemExit as stop:
        assert "failed with status 7" in str(stop)
    assert not (tmp_path / "stamp").exists()


def test_the_command_lists_what_it_can_do():
    shown = subprocess.run(
        [sys.executable, "-m", "vecinos.cli", "--help"], capture_output=True, text=True, check=True
    ).stdout
    for name in ("book", "test", "refresh-notebooks", "check-lessons", "data", "questions", "assignment"):
        assert name in shown


def test_importing_the_package_stays_cheap():
    code = "import sys, vecinos, vecinos.mystnb; print([m for m in ('matplotlib', 'pandas') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"
