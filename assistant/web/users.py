"""Who may use a page that is served to others: names with passwords, of which only digests are held."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path

from assistant.errors import UserError

_SHORTEST = 8  # characters of a password
_MOST_SEEN = 1_000
_ROUNDS = 2**12  # of scrypt, with the memory that goes with it: a few milliseconds


class Users:
    """Names and passwords. It takes as long to refuse a name that nobody has as a wrong password."""

    def __init__(self, passwords: dict[str, str]) -> None:
        """Take passwords by name; they are not kept."""
        self._salt = secrets.token_bytes(16)
        self._digests = {name: self._digest(password) for name, password in passwords.items()}
        self._nobody = self._digest(secrets.token_hex())
        self._seen: set[bytes] = set()  # headers that were right, by digest: scrypt takes its time once, not each time
        self._key = secrets.token_bytes(32)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._digests)

    def knows(self, header: bytes) -> bool:
        """Whether an `Authorization` header (HTTP Basic, in UTF-8) names one of them with their password."""
        seen = hmac.digest(self._key, header, "sha256")
        if seen in self._seen:
            return True
        name, password = _named(header)
        right = self._digests.get(name, self._nobody)
        if not hmac.compare_digest(self._digest(password), right) or name not in self._digests:
            return False
        if len(self._seen) < _MOST_SEEN:
            self._seen.add(seen)
        return True

    def _digest(self, password: str) -> bytes:
        return hashlib.scrypt(password.encode("utf8", "replace"), salt=self._salt, n=_ROUNDS, r=8, p=1)


def users_of(given: Sequence[str], file: Path | None) -> Users | None:
    """The users given as NAME:PASSWORD, and those of a file with one a line; None where there is neither.

    UserError for one without a name or with a short password, for one that is there twice, and for a file that cannot
    be read or that others can. A message never holds a password.
    """
    lines = [*given, *(_lines(file) if file else ())]
    if not lines:
        if file:
            raise UserError(f"There is no user in {file}: write NAME:PASSWORD, one a line.")
        return None
    passwords: dict[str, str] = {}
    for line in lines:
        name, colon, password = line.partition(":")
        if not colon or not name or not name.isprintable() or not password.isprintable():
            raise UserError("A user is NAME:PASSWORD, with a colon between them.")
        if len(password) < _SHORTEST:
            raise UserError(f"The password of {name} is too short: take at least {_SHORTEST} characters.")
        if name in passwords:
            raise UserError(f"The user {name} is there twice: leave one out.")
        passwords[name] = password
    return Users(passwords)


def _lines(file: Path) -> Iterable[str]:
    try:
        if file.stat().st_mode & 0o077:
            raise UserError(f"Others on this machine can read {file}: chmod 600 {file}")
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{file} is not a text file in UTF-8.") from error
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _named(header: bytes) -> tuple[str, str]:
    """Name and password of a header; both empty where it is none."""
    scheme, _, coded = header.partition(b" ")
    if scheme.lower() != b"basic":
        return "", ""
    try:
        name, _, password = base64.b64decode(coded.strip(), validate=True).decode("utf8").partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return name, password
