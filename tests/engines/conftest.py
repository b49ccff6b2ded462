"""One suite for all engines: `make test-engines` runs it, and a table says what came of each feature in each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from built_site import built_site
from chromium import Chromium
from driver import Driver, Missing
from firefox import Firefox
from paths import ROOT
from table import Table
from webkit import WebKit

from coursekit.tasks.engines import ENGINES
from coursekit.tasks.serve import served

# An engine that is asked for by its name must be there: only those that nobody asked for are skipped.
ASKED = tuple(os.environ.get("COURSEKIT_ENGINES", "").replace(",", " ").split())
TABLE = Table(ASKED or ENGINES)
FILE = ROOT / "_build" / "engines.md"
# Nothing of what was done is left: as in a browser that never was here.
FORGET = """async () => {
  try { localStorage.clear(); sessionStorage.clear(); } catch {}
  for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) await one.unregister();
  for (const { name } of await indexedDB.databases()) await new Promise((done) => {
    const gone = indexedDB.deleteDatabase(name);
    gone.onsuccess = gone.onerror = gone.onblocked = done;
  });
  for (const name of (await window.caches?.keys()) ?? []) await caches.delete(name);
}"""


def pytest_configure(config: pytest.Config) -> None:
    unknown = [name for name in ASKED if name not in ENGINES]
    if unknown:
        raise pytest.UsageError(f"COURSEKIT_ENGINES names {', '.join(unknown)}: there are {', '.join(ENGINES)}")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames:
        metafunc.parametrize("engine", ASKED or ENGINES, scope="session")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    engine = getattr(item, "callspec", None) and item.callspec.params.get("engine")
    if engine:
        cell = TABLE.at(item.module.FEATURE, engine)
        cell.seconds += report.duration
        if report.failed:
            cell.failed.append(item.name)
        elif report.skipped:
            cell.skipped.append(str(call.excinfo.value.msg) if call.excinfo else "")
        elif report.when == "call":
            cell.passed += 1
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not TABLE.cells:
        return
    text = "\n".join(TABLE.lines())
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text + "\n", "utf-8")
    terminalreporter.section(f"engines (also in {FILE.relative_to(ROOT)})")
    terminalreporter.write_line(text)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built self-study edition."""
    return built_site()


@pytest.fixture(scope="session")
def measured() -> list[str]:
    """What is told below the table: put in a sentence for each thing measured."""
    return TABLE.measured


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of a server of the site, with a slash at its end."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def start(engine: str) -> Iterator[Callable[..., Driver]]:
    """Starts the engine, with ``storage=False`` as a reader does who refuses all storage; ends it at last."""
    with ExitStack() as stack:

        def begin(storage: bool = True) -> Driver:
            try:
                if engine == "chromium":
                    made: Driver = Chromium(storage)
                elif engine == "firefox":
                    made = Firefox(storage)
                elif storage:
                    made = WebKit()
                else:
                    pytest.skip("MiniBrowser has no setting that refuses a page its storage")
            except Missing as missing:
                if ASKED:
                    pytest.fail(str(missing), pytrace=False)
                pytest.skip(str(missing))
            stack.callback(made.close)
            TABLE.versions[engine] = made.version
            return made

        yield begin


@pytest.fixture(scope="session")
def browser(start: Callable[..., Driver]) -> Driver:
    """The engine, started once for all of its tests."""
    return start()


@pytest.fixture(scope="module")
def fresh(browser: Driver, base: str) -> Driver:
    """The engine, which keeps nothing of what other files of tests did."""
    browser.go(f"{base}nothing-here")
    browser.call(FORGET)
    browser.faults()
    return browser


@pytest.fixture
def reader(fresh: Driver) -> Iterator[Driver]:
    """The engine in a reader's hands; the test fails if a page told of an error."""
    fresh.faults()
    yield fresh
    assert not (found := fresh.faults()), "\n".join(found)
