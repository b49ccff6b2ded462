"""What this page has in place of a module, a command or a site that is not here."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from difflib import get_close_matches

from coursekit.course import course
from coursekit.words import say

# Modules by the abbreviation that usually stands for them.
IMPORTS = {"np": "numpy", "pd": "pandas", "alt": "altair", "widgets": "ipywidgets", "ipw": "ipywidgets"}
PACKAGES = ("numpy", "pandas", "altair", "ipywidgets", *course().packages)
# Modules by what the page has instead; the sentence is python.instead.KEY.
INSTEAD = {
    "charts": "matplotlib mpl pylab pyplot seaborn plotly bokeh plotnine ggplot pygal holoviews hvplot folium "
    "ipyleaflet bqplot turtle PIL cv2 skimage imageio",
    "numbers": "scipy statsmodels sklearn scikit_learn sympy numba cupy torch tensorflow keras jax xgboost pymc "
    "networkx pingouin",
    "tables": "sqlite3 sqlalchemy psycopg2 pymysql duckdb polars dask pyspark dbm shelve geopandas",
    "files": "pyarrow fastparquet openpyxl xlrd xlsxwriter odf tables h5py lxml html5lib bs4 pyreadstat docx PyPDF2",
    "sites": "requests httpx urllib3 aiohttp ssl selenium scrapy wget yfinance pandas_datareader wbdata vega_datasets "
    "websocket ftplib smtplib imaplib poplib nntplib telnetlib xmlrpc",
    "install": "pip micropip piplite conda setuptools ensurepip venv pkg_resources",
    "colab": "google kaggle kaggle_secrets jupyter notebook nbconvert ipykernel",
    "programs": "multiprocessing joblib curses tkinter readline idlelib pexpect sh msvcrt winreg",
    "vegafusion": "vegafusion vl_convert altair_saver altair_viewer altair_data_server",
    "progress": "tqdm rich progressbar",
    "packed": "lzma _lzma",
}
BY_MODULE = {name: key for key, names in INSTEAD.items() for name in names.split()}
# Messages of libraries in which another library is missing.
WANTS = (
    r"Missing optional dependency '(\w+)'",
    r"(\w+) is required for plotting",
    r"`Import (\w+)` failed",
    r"tried using: '(\w+)'",
    r"No module named '(\w+)",
    r"No '([\w-]+)' entry point found",
)


def module_help(name: str) -> str:
    """Return what the page has in place of the module ``name``, or the module that may be meant."""
    root = name.partition(".")[0]
    if root in IMPORTS:
        return say("python.help.import-name", name=root, module=IMPORTS[root])
    if root in BY_MODULE:
        return say(f"python.instead.{BY_MODULE[root]}")
    # A near name only among what learners import: each module has near neighbours that nobody means.
    near = near_name(root, PACKAGES) or near_name(root, (one for one in sys.stdlib_module_names if one[0] != "_"), 0.85)
    return say("python.help.meant", name=root, near=near) if near else say("python.instead.other")


def wanted_module(text: str) -> str:
    """Return what the page has instead of the module that a library's message names, if it names one."""
    for pattern in WANTS:
        found = re.search(pattern, text)
        if found and found[1].replace("-", "_") in BY_MODULE:
            return say(f"python.instead.{BY_MODULE[found[1].replace('-', '_')]}")
    return ""


def near_name(name: str, there: Iterable[object], cutoff: float = 0.7) -> str:
    """Return the one of ``there`` that ``name`` is nearest to, if it is near.

    Parameters
    ----------
    name : str
        The name that was not found.
    there : iterable
        The names that there are; what is no text is left out.
    cutoff : float
        How alike they must be, from 0 (anything) to 1 (the same).

    Returns
    -------
    str
        The nearest name, first of all one that differs in capitals only; empty if none is near.
    """
    names = [one for one in there if type(one) is str and one != name]
    same = [one for one in names if one.lower() == name.lower()]
    near = same or get_close_matches(name, names, n=1, cutoff=cutoff)
    return near[0] if near else ""
