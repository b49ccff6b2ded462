"""Find a Chromium or Chrome to drive: an installed one, else Playwright's download, else Debian's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
# Of two lists of switched-off features a browser takes the last, so this one repeats Playwright's (a test compares).
_PLAYWRIGHTS = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "msForceBrowserSignIn",
    "msEdgeUpdateLaunchServicesPreferredVersion",
)
# Processes that a browser starts with each window, for pages and menus that nobody will open here.
_AHEAD_OF_NEED = ("SpareRendererForSitePerProcess", "PreloadTopChromeWebUI", "WebUIOmniboxPopup")
# Nothing of the browser's own may go to the network, and no page may reach another host: such a request fails at once.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join((*_PLAYWRIGHTS, *_AHEAD_OF_NEED))}",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)


class NoBrowser(Exception):
    """There is no browser to drive; the message says what to do."""


def installed() -> str | None:
    """Return the path of an installed browser: the environment's ``CHROMIUM``, one on PATH, or one in a usual place.

    Raises
    ------
    NoBrowser
        If ``CHROMIUM`` is set but names no program.
    """
    if asked := os.environ.get("CHROMIUM"):
        found = shutil.which(asked)
        if not found:
            raise NoBrowser(
                f"CHROMIUM is set to {asked!r}, which is no program: set it to a browser's path, or unset it."
            )
        return found
    on_path = (shutil.which(name) for name in NAMES)
    in_place = (str(path) for path in (Path(place).expanduser() for place in PLACES) if path.is_file())
    return next((path for path in (*on_path, *in_place) if path), None)


def _playwrights(downloaded: str) -> str | None:
    """Return Playwright's own browser at ``downloaded``, after a download if need be; None if that fails."""
    if not Path(downloaded).is_file():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        try:
            subprocess.run(command, capture_output=True, timeout=600)
        except (OSError, subprocess.TimeoutExpired):
            return None
    return downloaded if Path(downloaded).is_file() else None


def _debians() -> str | None:
    """Return Debian's Chromium, installed now; None if this is not Debian, not root, or it fails."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    command = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
    try:
        subprocess.run(
            command, capture_output=True, timeout=600, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return installed()


def find(downloaded: str) -> str:
    """Return the path of a browser.

    Parameters
    ----------
    downloaded
        Where Playwright's own browser is, or would be (``playwright.chromium.executable_path``).

    Raises
    ------
    NoBrowser
        If none is there and none can be had.
    """
    path = installed() or _playwrights(downloaded) or _debians()
    if path:
        return path
    raise NoBrowser(
        "This needs Chromium or Chrome, there is none here and none could be downloaded: "
        "install one, or set CHROMIUM to its path."
    )
