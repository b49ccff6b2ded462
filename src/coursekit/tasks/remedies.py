"""What a person can do about what a failed tool printed."""

from __future__ import annotations

# What a failed tool prints, and what the reader can do about it; the first that is found is said.
REMEDIES: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("No space left on device", "ENOSPC", "Disk quota exceeded"),
        "The disk is full. Free about 2 GB and run the same command again.",
    ),
    (
        (
            "Temporary failure in name resolution",
            "Name or service not known",
            "nodename nor servname",
            "Failed to establish a new connection",
            "Network is unreachable",
            "Connection refused",
            "Connection reset",
            "ReadTimeout",
            "Read timed out",
            "ProxyError",
            "ENOTFOUND",
            "EAI_AGAIN",
            "ECONNREFUSED",
            "ECONNRESET",
            "ETIMEDOUT",
            "(from versions: none)",
        ),
        "The package server could not be reached. Check the connection, the proxy (HTTPS_PROXY) and which server is "
        "asked (PIP_INDEX_URL, `pip config list`, `npm config get registry`), and run the same command again; what was "
        "already downloaded is kept.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SELF_SIGNED_CERT", "UNABLE_TO_GET_ISSUER_CERT"),
        "The server's certificate is not trusted here. Behind a company proxy, point PIP_CERT and NODE_EXTRA_CA_CERTS "
        "to its certificate and run the same command again.",
    ),
    (
        ("Read-only file system", "EROFS"),
        "This disk or folder can only be read. Copy the course into a folder that can be written, and run it there.",
    ),
    (
        ("Permission denied", "EACCES", "Operation not permitted", "EPERM"),
        "A file or folder that the lines above name belongs to another user, or can't be written. If it is in the "
        "course's folder, clone the course into a folder of your own.",
    ),
    (
        ("do not match the hashes", "DO NOT MATCH THE HASHES", "Hash mismatch", "hashes are required"),
        "A package is not the one that the lock names: the index or a proxy gives another file. "
        "Ask the package index itself (unset PIP_INDEX_URL and PIP_EXTRA_INDEX_URL, look at `pip config list`).",
    ),
    (
        ("npm ci` can only install", "package.json and package-lock.json", "EINTEGRITY"),
        "web/package-lock.json does not fit web/package.json or what was downloaded. "
        "`git checkout web/package.json web/package-lock.json`, then run the same command again.",
    ),
)


def remedy(output: str) -> str | None:
    """Return what to do about a failed tool's ``output``, or None if it is not a known case."""
    for signs, advice in REMEDIES:
        if any(sign in output for sign in signs):
            return advice
    return None
