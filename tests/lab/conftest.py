"""A real JupyterLab on loopback, and a page in it."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """(address, token, folder) of a JupyterLab that runs live: no static switch in its kernels."""
    folder = tmp_path_factory.mktemp("lab")
    port, token = _free_port(), secrets.token_hex(8)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("VECINOS_")}
    environment |= {
        "JUPYTER_CONFIG_DIR": str(folder / ".config"),
        "JUPYTER_DATA_DIR": str(folder / ".data"),
        "IPYTHONDIR": str(folder / ".ipython"),
    }
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", "--port-retries=0"),
        *(f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}", "--ServerApp.ip=127.0.0.1"),
        "--expose-app-in-browser",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    log = (folder / "server.log").open("wb")
    server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"{address}/api/status?token={token}") as answer:
                json.load(answer)
                break
        except OSError:
            assert server.poll() is None, (folder / "server.log").read_text(errors="replace")[-3000:]
            time.sleep(0.25)
    else:
        pytest.fail("JupyterLab did not start: " + (folder / "server.log").read_text(errors="replace")[-3000:])
    yield address, token, folder
    server.terminate()
    server.wait(timeout=30)
    log.close()


class Notebook:
    """A notebook open in JupyterLab in a real browser."""

    def __init__(self, page, requests: list[str]):
        self.page, self.requests = page, requests

    def command(self, name: str) -> None:
        """Run one of JupyterLab's own commands, and wait until it is done; a minute and a half at most."""
        self.page.evaluate(
            """name => {
              window.commandDone = null;
              const say = (outcome) => { window.commandDone = outcome; };
              window.jupyterapp.commands.execute(name).then(() => say("done"), (error) => say(`failed: ${error}`));
            }""",
            name,
        )
        outcome = self.page.wait_for_function("window.commandDone", timeout=90_000).json_value()
        assert outcome == "done", f"{name}: {outcome}"

    def run_all(self) -> None:
        """Run every cell; returns when the kernel has answered all of them."""
        self.command("notebook:run-all-cells")

    def evaluate(self, code: str) -> str:
        """What the kernel says ``code`` is: run in a new last cell, as a student would type it."""
        mark = secrets.token_hex(6)
        self.page.locator(".jp-Cell").last.locator(".jp-InputPrompt").click()
        self.command("notebook:insert-cell-below")
        self.command("notebook:enter-edit-mode")
        self.page.keyboard.insert_text(f"print('{mark}[', {code}, ']{mark}', sep='')")
        self.command("notebook:run-cell")
        output = self.page.locator(".jp-OutputArea-output", has_text=f"{mark}[").last
        output.wait_for(timeout=60_000)
        return re.search(rf"{mark}\[(.*)\]{mark}", output.inner_text(), re.S)[1]

    def cell_count(self) -> int:
        return self.page.locator(".jp-Cell").count()


@pytest.fixture
def open_notebook(lab, browser):
    """open_notebook(cells or path) -> Notebook, open and with its kernel ready."""
    address, token, folder = lab
    contexts = []

    def start(source: list[str] | Path, name: str = "lesson.ipynb", dark: bool = False) -> Notebook:
        target = folder / name
        if isinstance(source, Path):
            shutil.copyfile(source, target)
        else:
            cells = [nbformat.v4.new_code_cell(text) for text in source]
            notebook = nbformat.v4.new_notebook(cells=cells)
            notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
            nbformat.write(notebook, target)
        context = browser.new_context(viewport={"width": 1300, "height": 1000})
        contexts.append(context)
        page = context.new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(f"{address}/lab/tree/{name}?token={token}&reset")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=90_000)
        # The indicator says idle before there is a kernel; a cell run then is lost without a word.
        page.wait_for_function(
            "window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'", timeout=90_000
        )
        return Notebook(page, requests)

    yield start
    for context in contexts:
        context.close()
