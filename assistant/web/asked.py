"""What the browser asks, read with care: whatever is not of the kind that is wanted counts as not given."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.errors import UserError
from assistant.web.wording import Wording, wording

_LONGEST = 200_000  # characters of a text
_MOST = 10_000  # items of a list


@dataclass(frozen=True)
class Asked:
    """The arguments of a call from the browser."""

    values: Mapping[str, object]

    @classmethod
    def of(cls, target: object) -> Asked:
        """The arguments in `target`, none if it is no object."""
        return cls(target if isinstance(target, dict) else {})

    @property
    def words(self) -> Wording:
        """The words of the language of the page."""
        return wording(self.text("language"))

    def text(self, key: str) -> str:
        """A text, cut where it is far too long."""
        value = self.values.get(key)
        return value[:_LONGEST] if isinstance(value, str) else ""

    def texts(self, key: str) -> list[str]:
        """A list of texts."""
        value = self.values.get(key)
        return [one for one in value[:_MOST] if isinstance(one, str)] if isinstance(value, list) else []

    def number(self, key: str) -> int | None:
        """A whole number."""
        value = self.values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, key: str) -> bool:
        """Whether `key` is true."""
        return self.values.get(key) is True

    def data(self, key: str) -> bytes:
        """The bytes of a file, which the browser sends in base 64."""
        value = self.values.get(key)
        try:
            return base64.b64decode(value if isinstance(value, str) else "", validate=True)
        except (binascii.Error, ValueError) as error:
            raise UserError("The file arrived damaged: try it again.") from error
