"""From the bytes of a file to a hit: words are found however the file and the question write them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from assistant.readers.content import Content
from assistant.readers.registry import read
from vectorstore.keyword import Document, KeywordIndex

TEXTS = {
    "fr": "Chargé d’études à Fès, 12\u202f000\u00a0MAD, une expé-\nrience de trois ans, re\u00adlations publiques",
    "zgh": "ⴰⵙⵉⵏⴰⴳ ⵏ ⵜⵓⵜⵍⴰⵢⵜ ⵜⴰⵎⴰⵣⵉⵖⵜ, ⵔⵔⴱⴰⵟ",
    "ar": "خبرة في التسيير ومعرفة اللغة الأمازيغية، الرباط ٢٠٢٦",
    "en": "Field work with refugees; naïve résumé at the café",
}
BYTES: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda text: text.encode(),
    "decomposed, CRLF": lambda text: unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-be"),
    "a web page": lambda text: f"<html><p>{text}</p></html>".replace("\n", "<br>").encode(),
}


@pytest.mark.parametrize("form", BYTES)
@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("e\u0301tudes", "fr"),
        ("FÈS", "fr"),
        ("12 000 MAD", "fr"),
        ("12\u00a0000 MAD", "fr"),
        ("experience", "fr"),
        ("relations", "fr"),
        ("ⵜⴰⵎⴰⵣⵉⵖⵜ", "zgh"),
        ("ⵜⴰⵎⴰⵣⵉⵖ\u2d7fⵜ", "zgh"),
        ("الامازيغية", "ar"),
        ("اﻷﻣﺎزﻳﻐﻴﺔ", "ar"),  # letters in the form of their place in a word
        ("التســيير", "ar"),
        ("2026", "ar"),
        ("cafe\u0301", "en"),
        ("re\u0301sume\u0301", "en"),
        ("refu\u200bgees", "en"),
    ],
)
def test_first_hit(form: str, question: str, right: str) -> None:
    index = KeywordIndex()
    for name, text in TEXTS.items():
        (content,) = read(BYTES[form](text), "a")
        assert isinstance(content, Content)
        index.add([Document(name, name, content.text, "en" if name == "en" else "fr")])
    hits = index.search(question, "fr", 1)
    assert [hit.id for hit in hits] == [right]
