"""Find a Chromium-family browser on this machine, for the checks that look at pages as a reader does."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
    "win32": (
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
    ),
}
HELP = (
    "No Chromium or Chrome was found; the browser checks need one.\n"
    "  Debian, Ubuntu:  sudo apt-get install chromium\n"
    "  elsewhere:       install Chrome or Chromium, or set CHROME_PATH to its program"
)


def find_chromium() -> str | None:
    """The browser's program, or None: CHROME_PATH first, then the PATH, then the system's usual places."""
    candidates = [os.environ.get("CHROME_PATH"), *(shutil.which(name) for name in NAMES)]
    candidates += [os.path.expandvars(place) for place in PLACES.get(sys.platform, ())]
    return next((path for path in candidates if path and Path(path).is_file()), None)
