"""A strict stand-in for the assistant: it knows a few postings and questions, and fails on any other."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Literal

from assistant.adding import Added, Addition
from assistant.agenda import Deadline, deadlines_of
from assistant.cards import Card, cards_of
from assistant.comparison import Comparison, comparison_of
from assistant.domain import (
    Amount,
    Answer,
    Citation,
    Fact,
    FactField,
    Language,
    Modality,
    Posting,
    Section,
    Span,
    Statement,
    Turn,
    Years,
)
from assistant.errors import UserError
from assistant.insights import Insights, insights_of
from assistant.letters.domain import (
    CV,
    Checklist,
    Fit,
    Match,
    Outline,
    Part,
    Point,
    Quote,
    Ranked,
    Requirement,
)
from assistant.library import Library
from assistant.settings import ModelSettings
from assistant.shortlist import Mark, Marked
from assistant.web.backend import Value

# Each would set window.broken or fetch from elsewhere, were it taken for anything but text.
PAYLOADS = (
    "<script>window.broken = 1</script>",
    "<ScRiPt src=//evil.test/x.js></sCrIpT>",
    '<img src=http://evil.test/x.png onerror="window.broken = 2">',
    "<svg/onload=window.broken=3>",
    "<svg><animate onbegin=window.broken=4 attributeName=x dur=1s>",
    "<iframe src=http://evil.test></iframe>",
    '<iframe srcdoc="<script>parent.broken=5</script>">',
    "<object data=//evil.test/x>",
    "<embed src=//evil.test/x>",
    "<video src=//evil.test/v onerror=window.broken=6>",
    "<details open ontoggle=window.broken=7>",
    "<input autofocus onfocus=window.broken=8>",
    "<body onload=window.broken=9>",
    "<base href=//evil.test/>",
    "<link rel=stylesheet href=//evil.test/x.css>",
    "<style>@import '//evil.test/x.css';*{background:url(//evil.test/b.png)}</style>",
    "<meta http-equiv=refresh content='0;url=//evil.test'>",
    "<form action=//evil.test><button>x</button></form>",
    "<a href=javascript:window.broken=10>x</a>",
    "![x](http://evil.test/x.png)",
    "[x](javascript:window.broken=11)",
    "[x](data:text/html,<script>parent.broken=12</script>)",
    "<http://evil.test/auto>",
    "**bold** `code` $$x$$",
    "${window.broken=13} {{constructor.constructor('window.broken=14')()}}",
    "\" onmouseover=window.broken=15 x='",
    "</mark></div></template></textarea></title></svg>",
    "\u202eabc\u202c &lt;b&gt; &#60;script&#62;",
)
HOSTILE = " ".join(PAYLOADS)
assert len(PAYLOADS) == 28


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


def fact(
    source: Posting, field: FactField, value: str | Years | Amount, quote: str, modality: Modality = "stated"
) -> Fact:
    """A fact that `quote` states in `source`."""
    start = source.text.index(quote)
    return Fact(source.id, field, value, modality, quote, start, start + len(quote))


CV_QUESTIONS = {
    "which postings fit my CV?": "en",
    "quelles offres correspondent à mon CV ?": "fr",
    "fais-moi un plan de lettre pour le poste d'Agadir": "fr",
}
TODAY = date.today()
FACTS = {
    AGADIR.id: [
        fact(AGADIR, "organisation", "CARE", "CARE"),
        fact(AGADIR, "location", "Agadir", "Agadir"),
        fact(AGADIR, "language", "zgh", "Fluent Tamazight is required.", "required"),
        fact(AGADIR, "experience_years", Years(3), "Minimum three years of experience.", "required"),
        fact(AGADIR, "contract", "CDD", "Field officer"),
    ],
    OUJDA.id: [
        fact(OUJDA, "location", "Oujda", "Oujda"),
        fact(OUJDA, "language", "zgh", "chaque mois", "asset"),
        fact(OUJDA, "pay", Amount(9_000, 12_000, "MAD", "month"), "rend compte"),
        fact(OUJDA, "deadline", (TODAY + timedelta(days=3)).isoformat(), "avant le 15 mai"),
        fact(OUJDA, "apply_to", "recrutement@exemple.org", "recrutement@exemple.org"),
    ],
    EVIL.id: [
        fact(EVIL, "location", HOSTILE, HOSTILE),
        fact(EVIL, "organisation", HOSTILE, HOSTILE),
        fact(EVIL, "contract", HOSTILE, HOSTILE),
        fact(EVIL, "document", HOSTILE, HOSTILE, "required"),
        fact(EVIL, "deadline", "2020-01-31", HOSTILE),
    ],
}


class FakeBackend:
    """Answers the questions of the tests, one statement after the other; what it keeps, it keeps in memory."""

    def __init__(self, postings: Sequence[Posting] = (AGADIR, EVIL, OUJDA)) -> None:
        self._first = list(postings)
        self.closed = threading.Event()
        self.reset()

    def reset(self) -> None:
        """Back to how it was made."""
        self.stored = list(self._first)
        self.known = {identity: list(facts) for identity, facts in FACTS.items()}
        self.histories: list[tuple[Turn, ...]] = []
        self.state = "ready"
        self.again: dict[str, str] = {}
        self.writable = True
        self.marks: dict[str, Marked] = {}
        self.thumbs: list[tuple[str, bool]] = []
        self.cvs: list[str] = []
        self.slowly = 0.05
        self.undone: list[int] = []
        self.closed.clear()

    # Asking

    def postings(self) -> list[Posting]:
        return self.stored

    def posting(self, name: str) -> Posting:
        for stored in self.stored:
            if stored.name == name:
                return stored
        raise UserError(f"There is no posting {name}.")

    def facts(self, name: str) -> list[Fact]:
        return self.known.get(self.posting(name).id, [])

    def cards(self) -> list[Card]:
        made = cards_of(self._library(), TODAY)
        return [replace(c, marked=self.marks.get(c.name), repost_of=self.again.get(c.name, "")) for c in made]

    def status(self) -> str:
        return self.state

    def keep_feedback(self, question: str, answer: Answer, up: bool) -> None:
        assert answer.statements
        self.thumbs.append((question, up))

    writer: ModelSettings | None = None

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        stop: threading.Event | None = None,
        cv: CV | None = None,
    ) -> Iterator[Answer]:
        del stop
        self.histories.append(tuple(history))
        if not question.strip():
            raise UserError("The question is empty: write one.")
        if len(question) > 2_000:
            raise UserError("The question is longer than 2,000 characters: shorten it.")
        return self._of_cv(question, cv) if question in CV_QUESTIONS else self._answers(question)

    # Keeping

    def may_remove(self) -> bool:
        return self.writable

    def remove(self, name: str) -> None:
        if name == EVIL.name:
            raise UserError("The disk is full: make room, then remove the posting.")
        self.stored = [stored for stored in self.stored if stored.name != name]

    def add(self, files: Iterable[tuple[str, bytes]]) -> Iterator[Addition]:
        addition = Addition(7)
        for name, data in files:
            yield replace(addition, reading=name)
            if data.startswith(b"broken"):
                done = Added(name, failed=((name, "the file is damaged"),))
            else:
                self.stored.append(
                    posting(
                        name, (data.decode().splitlines() or ["Untitled"])[0], "UNICEF", "Rabat", "I- Profil\n\nx\n"
                    )
                )
                done = Added(name, added=(name,))
            addition = replace(addition, files=(*addition.files, done))
        yield addition

    def add_text(self, text: str, title: str = "") -> Iterator[Addition]:
        return self.add([(title or "pasted.txt", text.encode())])

    def undo(self, number: int) -> list[str]:
        self.undone.append(number)
        self.stored = list(self._first)
        return []

    def mark(self, name: str, mark: Mark | None, note: str | None = None) -> Marked | None:
        before = self.marks.pop(name, None)
        if mark:
            self.marks[name] = Marked(mark, (before.note if before else "") if note is None else note)
        return self.marks.get(name)

    def correct(
        self,
        name: str,
        field: FactField,
        value: Value,
        *,
        replaces: Value | None = None,
        modality: Modality | None = None,
        detail: str = "",
        quote: str = "",
    ) -> list[Fact]:
        assert not detail
        assert not quote
        return self._change(name, field, replaces, value=value, modality=modality, origin="corrected")

    def confirm(self, name: str, field: FactField, value: Value | None = None) -> list[Fact]:
        return self._change(name, field, value, origin="confirmed")

    def deny(self, name: str, field: FactField, value: Value | None = None) -> list[Fact]:
        kept = [fact for fact in self.facts(name) if (fact.field, fact.value) != (field, value)]
        self.known[self.posting(name).id] = kept
        return kept

    def withdraw(self, name: str, field: FactField, value: Value | None = None) -> list[Fact]:
        assert value
        self.known[self.posting(name).id] = list(FACTS[self.posting(name).id])
        return [fact for fact in self.facts(name) if fact.field == field]

    # Overview

    def insights(self) -> Insights:
        return insights_of(self._library(), TODAY)

    def agenda(self, days: int = 14) -> list[Deadline]:
        return [each for each in deadlines_of(self.cards(), self._library()) if each.days <= days]

    def compare(self, names: Sequence[str], language: Language) -> Comparison:
        return comparison_of(self._library(), names, language)

    def export_table(
        self, form: Literal["csv", "xlsx"], language: Language, names: Sequence[str] | None = None
    ) -> bytes:
        return f"{form} {language} {names}".encode()

    def export_comparison(self, form: Literal["csv", "xlsx"], language: Language, names: Sequence[str]) -> bytes:
        return f"{form} {language} {names}".encode()

    def export_calendar(self, language: Language, names: Sequence[str] | None = None) -> bytes:
        return f"calendar {language} {names}".encode()

    def export_conversation(self, form: Literal["md", "docx"], answers: Sequence[Answer]) -> bytes:
        return "\n".join([form, *(answer.text for answer in answers)]).encode()

    # Writing

    def read_cv(self, data: bytes, name: str) -> CV:
        if data.startswith(b"%PDF"):
            raise UserError("The CV is empty, or a scan without text.")
        return CV(data.decode(), name, "en")

    def outline(
        self,
        posting: str,
        cv: CV | None = None,
        language: Language | None = None,
        advice: Language | None = None,
    ) -> Outline:
        self.cvs.append(cv.text if cv else "")
        source = self.posting(posting)
        asked = Quote(source.name, *_at(source, source.sections[0].heading))
        points = [Point("line", f"Dear {HOSTILE}" if source is EVIL else "Dear Sir or Madam", (asked,))]
        matches: tuple[Match, ...] = ()
        if cv:
            own = cv.quote(0, cv.text.index(".") + 1)
            points.append(Point("line", own.words, (own,), state="shown"))
            shown = Match(Requirement("experience", "required", asked), "shown", (own,))
            near = Match(Requirement("skill", "required", asked), "close", (own,))
            matches = (shown, near, Match(Requirement("language", "required", asked), "not_shown"))
        parts = (Part("points", "What I bring", tuple(points)),)
        letter: Language = language or "en"
        warnings = (Point("warning", f"Nobody is named ({advice})"),)
        title = source.title.of(source.text)
        return Outline(source.name, title, letter, advice or letter, bool(cv), warnings, parts, matches)

    def checklist(self, posting: str, language: Language | None = None) -> Checklist:
        source = self.posting(posting)
        points = (Point("line", "Send your CV", key="document"),)
        return Checklist(source.name, source.title.of(source.text), language or "en", None, points)

    def fit(self, cv: CV, language: Language | None = None) -> Fit:
        ranked = [Ranked(p.name, p.title.of(p.text), (), (), (Point("line", cv.text[:10]),)) for p in self.stored]
        return Fit(language or "en", tuple(ranked), (), len(ranked))

    def _library(self) -> Library:
        return Library({p.id: p for p in self.stored}, {p.id: self.known.get(p.id, []) for p in self.stored})

    def _change(self, name: str, field: FactField, replaces: Value | None, **changes: Any) -> list[Fact]:  # noqa: ANN401
        """The facts of a field (with a value), changed."""
        changes = {key: value for key, value in changes.items() if value is not None}
        changed = [
            replace(fact, **changes) if (fact.field, fact.value) == (field, replaces) else fact
            for fact in self.facts(name)
        ]
        self.known[self.posting(name).id] = changed
        return changed

    def _answers(self, question: str) -> Iterator[Answer]:
        if question == "Wait":
            yield from self._slow()
        elif question == "Fail":
            raise RuntimeError("secret: Fail")
        elif question == "Load":
            time.sleep(2.5)
            yield _answer("Load", "Ready.", (), "en")
        else:
            whole = replace(_ANSWERS[question], question=question)
            for count in range(1, len(whole.statements) + 1):
                yield replace(whole, statements=whole.statements[:count])
                time.sleep(0.05)

    def _of_cv(self, question: str, cv: CV | None) -> Iterator[Answer]:
        """What draws on a CV, a statement after the other, and slowly enough to be forgotten meanwhile."""
        self.cvs.append(cv.text if cv else "")
        language = CV_QUESTIONS[question]
        if cv is None:
            yield replace(_answer(question, "That takes your CV.", (), language), kind="clarify", cv="wanted")
            return
        cited = (cite(1, AGADIR, "Fluent Tamazight is required.", "I- Profile"),)
        first = replace(_answer(question, f"Your CV says « {cv.text} »", cited, language), kind="fit", cv="used")
        for count in range(1, 4):
            yield replace(first, statements=(*first.statements, *[Statement(f"Reason {n}.") for n in range(count)]))
            time.sleep(self.slowly)

    def _slow(self) -> Iterator[Answer]:
        try:
            for count in range(1, 200):
                yield _answer("Wait", " ".join(["word"] * count), (), "en")
                time.sleep(0.1)
        finally:
            self.closed.set()


def _at(source: Posting, quote: str) -> tuple[str, int, int]:
    start = source.text.index(quote)
    return quote, start, start + len(quote)


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
    "Many": _answer("", "Many.", [cite(n + 1, OUJDA, f"{n}. L'équipe suit", "I- Contexte") for n in range(40)], "en"),
    "Hostile": _answer("", f"It says {HOSTILE}", (cite(1, EVIL, HOSTILE, HOSTILE),), "en"),
    HOSTILE: _answer("", f"It says {HOSTILE}", (cite(1, EVIL, HOSTILE, HOSTILE),), "en"),
    "Long word": _answer("", "x" * 600, (), "en"),
}
