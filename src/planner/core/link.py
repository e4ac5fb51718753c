"""Addresses of the web as they are shown, copied and opened: one plain string for all three.

Source: RFC 3986.
"""

import re
from urllib.parse import SplitResult, quote, urlsplit

MOST_CHARACTERS = 2048
_KEPT = "%/:?#[]@!$&'()*+,;=~"
_NAMES = r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?"
_HOST = re.compile(_NAMES)
_PLAIN = re.compile(rf"https?://{_NAMES}(?:/[A-Za-z0-9/._~-]*)?")
"""Addresses of which every sign is its own."""
_ESCAPE = re.compile(r"%(?:[0-9A-Fa-f]{2})?")


def plain_link(url: str) -> str:
    """Return an http or https address in plain ASCII; empty for anything that is none.

    A host in other letters is written in punycode, so that none looks like another one; other letters
    in a path are percent-encoded. Whoever hides a name and a password in an address, or signs that are
    not seen, gets nothing.
    """
    if len(url) <= MOST_CHARACTERS and _PLAIN.fullmatch(url):
        return url
    if len(url) > MOST_CHARACTERS or not url.isprintable() or set(url) & set(" \\"):
        return ""
    try:
        parts = urlsplit(url)
        host = _host(parts)
        port = "" if parts.port is None else f":{parts.port}"
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not host:
        return ""
    rest = url[url.index("//") + 2 + len(parts.netloc) :]
    plain = f"{parts.scheme}://{host}{port}{_encoded(rest)}"
    return plain if len(plain) <= MOST_CHARACTERS else ""


def _host(parts: SplitResult) -> str:
    """Return the host in plain ASCII; empty for one that no name server knows.

    Raises:
        ValueError: it cannot be written so.
    """
    host = (parts.hostname or "").encode("idna").decode("ascii").lower()
    return host if _HOST.fullmatch(host) else ""


def _encoded(rest: str) -> str:
    """Return what follows the host, with every sign that is not its own percent-encoded."""
    return _ESCAPE.sub(_escape, quote(rest, safe=_KEPT))


def _escape(match: re.Match[str]) -> str:
    """Return an escape in its normal form; a percent sign that begins none is escaped itself."""
    return match[0].upper() if len(match[0]) > 1 else "%25"
