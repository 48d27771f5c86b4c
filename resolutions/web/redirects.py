"""Where a form may lead afterwards: inside this site, and nowhere else."""

from urllib.parse import unquote, urlsplit


def inside(target: str, otherwise: str = "/") -> str:
    """The target when it is a plain path of this site, however it was written; else the other place."""
    plain = unquote(target or "")
    parts = urlsplit(plain)
    strange = parts.scheme or parts.netloc or "\\" in plain or any(ord(letter) < 32 for letter in plain)
    if strange or not plain.startswith("/") or plain.startswith("//"):
        return otherwise
    return target
