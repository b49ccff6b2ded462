"""Precompile and pack Python modules. Runs inside Pyodide (so that its CPython writes the byte code).

Only the standard library is used, and nothing of this course: the file is read and run there on its own.
"""

import ast
import importlib._bootstrap_external as external  # type: ignore[import-not-found, unused-ignore]
import importlib.util
import io
import zipfile
from collections.abc import Iterable, Iterator

# What a learner never imports from these: tests, build helpers, Fortran wrappers, type stubs; what needs processes,
# sockets or a screen, which a page's Python does not have, or another system than its own; modules in Python that stand
# in for ones in C, which are there; narwhals' ways to other data frames than pandas.
DROPPED_FOLDERS = {"tests", "f2py", "distutils", "idlelib", "turtledemo", "pydoc_data", "lib2to3", "_examples"}
DROPPED_FOLDERS |= {"multiprocessing", "xmlrpc", "wsgiref", "curses", "ensurepip", "venv", "tkinter"}
DROPPED_FOLDERS |= {"_spark_like", "_duckdb", "_dask", "_ibis", "_arrow", "_sql", "_polars"}
# What wheels bring for Jupyter's own pages.
DROPPED_FOLDERS |= {"labextension", "nbextension", "labextensions", "nbextensions"}
DROPPED_FILES = {"imaplib.py", "smtplib.py", "ftplib.py", "poplib.py", "nntplib.py", "telnetlib.py"}
DROPPED_FILES |= {"mailbox.py", "turtle.py", "conftest.py", "cgi.py", "cgitb.py", "_aix.py"}
DROPPED_FILES |= {"_pyio.py", "_pydatetime.py", "proactor_events.py", "windows_events.py", "windows_utils.py"}
DROPPED_SUFFIXES = (".pyi", ".pyx", ".pxd", ".h", ".c", ".lib", ".a", ".typed", ".pyc")
DROPPED_ENDINGS = (*DROPPED_SUFFIXES, "/", "RECORD", "WHEEL", "x86_64-linux-gnu.so")

# Made by machine, and most of it docstrings (which Altair wants to be there): with their first paragraph alone a third
# of a megabyte less to fetch, and a quicker start.
SHORTENED = {f"altair/vegalite/v6/schema/{name}.py" for name in ("core", "channels", "_config")}


def wanted(name: str) -> bool:
    """Whether the file ``name`` of a wheel or of the standard library goes into the page's Python."""
    *folders, file = name.split("/")
    return not (name.endswith(DROPPED_ENDINGS) or file in DROPPED_FILES or DROPPED_FOLDERS.intersection(folders))


def members(archive: str) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every wanted file of a zip or wheel."""
    with zipfile.ZipFile(archive) as opened:
        for name in opened.namelist():
            if wanted(name):
                yield name, opened.read(name)


def compiled(name: str, source: bytes, place: str) -> bytes:
    """Return byte code of one module as it stands in a ``.pyc`` file.

    The code is marked as never to be checked against its source, which is not shipped.

    Parameters
    ----------
    name : str
        The module's path in the archive, as ``numpy/version.py``; those in ``SHORTENED`` keep only the first
        paragraph of each docstring.
    source : bytes
        Its text.
    place : str
        The folder that tracebacks name, where the archive will lie.

    Returns
    -------
    bytes
        The whole content of the ``.pyc`` file, header included.

    Raises
    ------
    SyntaxError
        If the source is not Python.
    """
    tree = ast.parse(source)
    if name in SHORTENED:
        for node in ast.walk(tree):
            match node:
                case ast.ClassDef(body=[ast.Expr(ast.Constant(str(text)) as doc), *_]):
                    doc.value = text.partition("\n\n")[0]
                case ast.FunctionDef(body=[ast.Expr(ast.Constant(str(text)) as doc), *_]):
                    doc.value = text.partition("\n\n")[0]
    code = compile(tree, f"{place}/{name}", "exec", dont_inherit=True)
    return bytes(external._code_to_hash_pyc(code, importlib.util.source_hash(source), False))  # type: ignore[attr-defined, unused-ignore]


def packed(entries: Iterable[tuple[str, bytes]], place: str, keep_sources: bool = False) -> bytes:
    """Return a zip, not compressed, of files, with modules as byte code.

    It is compressed as a whole afterwards: that is smaller, and a browser unpacks it much faster than Python can. Names
    are sorted and dates fixed, so that the same input gives the same bytes.

    Parameters
    ----------
    entries : iterable of (str, bytes)
        Name in the zip, and content, of each file.
    place : str
        The folder that tracebacks name, where the zip will lie.
    keep_sources : bool
        Whether modules' text goes along (the course's own code may be read in the page), with the byte code in
        ``__pycache__``; by default there is byte code only.

    Returns
    -------
    bytes
        The zip.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for name, content in sorted(entries):
            both = [(name, content)]
            if name.endswith(".py"):
                folder, _, module = name.rpartition("/")
                kept = f"{folder}/__pycache__/{module[:-3]}.cpython-312.pyc" if keep_sources else name + "c"
                both = [(kept, compiled(name, content, place)), *(both if keep_sources else [])]
            for member, data in both:
                target.writestr(zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0)), data)
    return out.getvalue()
