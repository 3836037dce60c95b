"""A strict stand-in for the assistant: it knows a few postings and questions, and fails on any other."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain import Answer, Citation, Posting, Section, Span, Statement, Turn
from assistant.errors import UserError

HOSTILE = (
    '<script>window.broken = 1</script> <img src=http://evil.test/x.png onerror="window.broken = 2"> '
    "![x](http://evil.test/x.png) [x](javascript:window.broken=3) **bold** `code` $$x$$ ${window.broken=4} "
    "{{constructor}} </mark></div><iframe src=http://evil.test></iframe> \u202eabc\u202c"
)


def posting(name: str, title: str, organisation: str, location: str, body: str, language: str = "fr") -> Posting:
    """A posting whose headings are the lines of `body` that begin with a roman numeral."""
    text = f"{title}\n{organisation} – {location}\n\n{body}"
    headings = [*re.finditer(r"^[IVX]+- .*\n", text, re.MULTILINE)]
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    sections = tuple(
        Section("other", (heading.group().strip(),), heading.start(), heading.end(), end)
        for heading, end in zip(headings, ends, strict=True)
    )
    first = len(title) + 1
    return Posting(
        id=name,
        source="tests",
        name=name,
        text=text,
        title=Span(0, len(title)),
        organisation=Span(first, first + len(organisation)),
        location=Span(first + len(organisation) + 3, first + len(organisation) + 3 + len(location)),
        language="en" if language == "en" else "fr",
        sections=sections,
    )


def cite(number: int, source: Posting, quote: str, section: str = "") -> Citation:
    """The place of `quote` in `source`, which must hold it."""
    start = source.text.index(quote)
    return Citation(number, source.name, section, quote, start, start + len(quote))


LONG = "\n\n".join(
    f"{n}. L'équipe suit les activités du projet et rend compte chaque mois au siège." for n in range(60)
)
OUJDA = posting(
    "oujda.txt",
    "Chargé·e de projet",
    "Association Enabel",
    "Oujda",
    f"I- Contexte\n\n{LONG}\n\nII- Candidature\n\n"
    "Les dossiers sont envoyés à recrutement@exemple.org avant le 15 mai.\n",
)
AGADIR = posting(
    "agadir.txt",
    "Field officer",
    "CARE",
    "Agadir",
    "I- Profile\n\nFluent Tamazight is required.\n\nII- Notes\n\nMinimum three years of experience.\n",
    "en",
)
EVIL = posting(
    "evil <b>.txt", HOSTILE, HOSTILE, HOSTILE, f"I- {HOSTILE}\n\n{HOSTILE}\n\nII- Fin\n\nالعربية والفرنسية\n"
)


class FakeBackend:
    """Answers the questions of the tests, one statement after the other."""

    def __init__(self, postings: Sequence[Posting] = (AGADIR, EVIL, OUJDA)) -> None:
        self._first = list(postings)
        self.closed = threading.Event()
        self.reset()

    def reset(self) -> None:
        """Back to how it was made."""
        self.stored = list(self._first)
        self.histories: list[tuple[Turn, ...]] = []
        self.state = "ready"
        self.again: dict[str, str] = {}
        self.writable = True
        self.closed.clear()

    def postings(self) -> list[Posting]:
        return self.stored

    def posting(self, name: str) -> Posting:
        for stored in self.stored:
            if stored.name == name:
                return stored
        raise UserError(f"There is no posting {name}.")

    def reposts(self) -> dict[str, str]:
        return self.again

    def may_remove(self) -> bool:
        return self.writable

    def remove(self, name: str) -> None:
        if name == EVIL.name:
            raise UserError("The disk is full: make room, then remove the posting.")
        self.stored = [stored for stored in self.stored if stored.name != name]

    def status(self) -> str:
        return self.state

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Answer]:
        self.histories.append(tuple(history))
        if not question.strip():
            raise UserError("The question is empty: write one.")
        if len(question) > 2_000:
            raise UserError("The question is longer than 2,000 characters: shorten it.")
        return self._answers(question)

    def _answers(self, question: str) -> Iterator[Answer]:
        if question == "Wait":
            yield from self._slow()
        elif question == "Fail":
            raise RuntimeError("secret: Fail")
        elif question == "Load":
            time.sleep(2.5)
            yield _answer("Load", "Ready.", (), "en")
        else:
            whole = _ANSWERS[question]
            for count in range(1, len(whole.statements) + 1):
                yield replace(whole, statements=whole.statements[:count])
                time.sleep(0.05)

    def _slow(self) -> Iterator[Answer]:
        try:
            for count in range(1, 200):
                yield _answer("Wait", " ".join(["word"] * count), (), "en")
                time.sleep(0.1)
        finally:
            self.closed.set()


def _answer(question: str, text: str, citations: Sequence[Citation], language: str) -> Answer:
    return Answer(
        question=question,
        language="fr" if language == "fr" else "en",
        kind="open",
        statements=(Statement(text, tuple(c.number for c in citations)),),
        citations=tuple(citations),
        names={p.name: p.title.of(p.text) for p in (AGADIR, EVIL, OUJDA)},
    )


_ANSWERS = {
    "Which jobs require Tamazight?": replace(
        _answer("", "1 of 3 postings requires Tamazight.", (), "en"),
        statements=(
            Statement("1 of 3 postings requires Tamazight:"),
            Statement("- **Field officer** (CARE): Fluent Tamazight is required.", (1,)),
            Statement("It also asks for experience.", (2,)),
        ),
        citations=(
            cite(1, AGADIR, "Fluent Tamazight is required.", "I- Profile"),
            cite(2, AGADIR, "Minimum three years of experience.", "II- Notes"),
        ),
        notices=("The language model did not answer; this answer is made of quotes.",),
    ),
    "Où envoyer ma candidature pour le poste d'Oujda ?": _answer(
        "",
        "Pour « Chargé·e de projet », la candidature s'envoie à recrutement@exemple.org avant le 15 mai.",
        (cite(1, OUJDA, "Les dossiers sont envoyés à recrutement@exemple.org avant le 15 mai.", "II- Candidature"),),
        "fr",
    ),
    "Hostile": _answer("", f"It says {HOSTILE}", (cite(1, EVIL, HOSTILE, HOSTILE),), "en"),
    HOSTILE: _answer("", f"It says {HOSTILE}", (cite(1, EVIL, HOSTILE, HOSTILE),), "en"),
    "Long word": _answer("", "x" * 600, (), "en"),
}
