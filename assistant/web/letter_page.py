"""Letters: a posting, a CV, and an outline between the two texts. The CV comes with each call and is kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from assistant.domain import Language
from assistant.letters.cv import cv_of
from assistant.letters.docx import as_docx
from assistant.letters.domain import CV, Checklist, Fit, Match, Outline, Point, Quote, Ranked, State
from assistant.letters.markdown import as_markdown, as_text
from assistant.letters.misread import is_misread
from assistant.letters.phrases import say
from assistant.web.asked import Asked
from assistant.web.backend import Backend
from assistant.web.card import notices_said
from assistant.web.citing import target
from assistant.web.downloads import file_reply
from assistant.web.markup import Html, element, join, without_emphasis
from assistant.web.plain import one_line
from assistant.web.wording import LANGUAGES, Wording

_NAMES = {"fr": "Français", "en": "English"}


def show(backend: Backend, asked: Asked) -> dict[str, Any]:
    """The page before anything is drafted; the script puts the CV of this visit back into its box."""
    words = asked.words
    said = words.letter
    if not backend.cards():
        return {"html": element("section", _head(words), element("p", said["none"], class_="hint"))}
    picker = element(
        "div", class_="picker", data_picker="letter", data_label=said["posting"], data_chosen=asked.text("posting")
    )
    box = element("textarea", id="cv", rows=9, placeholder=said["cv_hint"], dir="auto", aria_describedby="cv-private")
    pick = element("button", said["cv_file"], type="button", data_pick="cv")
    forget = element("button", said["forget"], type="button", data_forget_cv="1")
    file = element("input", type="file", id="cv-file", hidden=True, tabindex="-1")
    cv = element(
        "div",
        element("label", said["cv"], for_="cv"),
        box,
        element("p", said["cv_private"], id="cv-private", class_="hint"),
        element("div", pick, forget, file, class_="actions"),
        class_="field",
    )
    deeds = element(
        "div",
        element("button", said["draft"], type="button", data_draft="1", class_="button"),
        element("button", said["rank"], type="button", data_fit="1"),
        class_="actions",
    )
    result = element("div", id="letter-result", aria_live="polite")
    return {"html": element("section", _head(words), picker, _languages(words), cv, deeds, result)}


def read_cv(backend: Backend, asked: Asked) -> dict[str, Any]:
    """The text of a CV that was opened as a file, for the box on the page; the file is kept nowhere."""
    cv = backend.read_cv(asked.data("data"), asked.text("name"))
    return {"text": cv.text, "say": " ".join(notices_said(cv.notices, asked.words))}


def draft(backend: Backend, asked: Asked) -> dict[str, Any]:
    """An outline between the posting and the CV, what fits, and what to send."""
    words, cv = asked.words, _cv(asked)
    language = _language(asked)
    outline = backend.outline(asked.text("posting"), cv, language, words.language)
    checklist = backend.checklist(asked.text("posting"), words.language)
    text = cv.text if cv else ""
    return {"html": join([_outline(outline, text, words), _matches(outline, words), _checklist(checklist, words)])}


def fit(backend: Backend, asked: Asked) -> dict[str, Any]:
    """All postings by how they fit the CV."""
    words, cv = asked.words, _cv(asked)
    if cv is None:
        return {"html": element("p", words.letter["cv_hint"], class_="notice")}
    misread = element("p", say(words.language, "warn_misread"), class_="notice") if is_misread(cv.text) else ""
    return {"html": join([misread, _fit(backend.fit(cv, words.language), words)])}


def download(backend: Backend, asked: Asked) -> dict[str, Any]:
    """The outline as a file."""
    outline = backend.outline(asked.text("posting"), _cv(asked), _language(asked), asked.words.language)
    form, name = asked.text("form"), asked.words.files["letter"]
    if form == "docx":
        return file_reply(as_docx(outline), name, "docx")
    written = as_markdown(outline) if form == "md" else as_text(outline)
    return file_reply(written.encode("utf8"), name, "md" if form == "md" else "txt")


def _cv(asked: Asked) -> CV | None:
    text = asked.text("cv")
    return cv_of(text) if text.strip() else None


def _language(asked: Asked) -> Language | None:
    """The language of the letter, None for the one that the posting wants."""
    return next((known for known in LANGUAGES if known == asked.text("letter_language")), None)


def _head(words: Wording) -> Html:
    title = element("h2", words.letter["title"], tabindex="-1")
    return join([title, element("p", words.letter["intro"], class_="intro")])


def _languages(words: Wording) -> Html:
    choices = {"": words.letter["language_auto"]} | {language: _NAMES[language] for language in LANGUAGES}
    radios = (
        element(
            "label",
            element("input", type="radio", name="letter-language", value=value, checked=not value),
            " ",
            name,
            lang=value or None,
        )
        for value, name in choices.items()
    )
    return element("fieldset", element("legend", words.letter["language"]), *radios, class_="field choices")


def _outline(outline: Outline, cv: str, words: Wording) -> Html:
    said = words.letter
    warnings = (element("p", point.text, class_="notice", dir="auto") for point in outline.warnings)
    parts = [
        element(
            "section",
            element("h4", part.heading),
            _points(part.points, words),
            class_="letter-part",
        )
        for part in outline.parts
    ]
    # An outline is many screens long on a phone: it can be taken away from its beginning and from its end.
    letter = element("div", element("h3", said["outline"]), _files(words), *warnings, *parts, _files(words))
    text = element("pre", cv, dir="auto", id="cv-text")
    back = element("button", said["back"], type="button", id="cv-back", class_="button", hidden=True)
    own = element("div", element("h3", said["your_cv"]), text, back, class_="own-cv")
    return element("div", letter, own if cv else "", class_="beside")


def _files(words: Wording) -> Html:
    buttons = [
        element("button", words.letter[name], type="button", data_letter_file=form)
        for form, name in (("docx", "docx"), ("md", "markdown"), ("txt", "text"))
    ]
    return element("div", element("span", words.letter["download"]), *buttons, class_="actions files")


def _points(points: Iterable[Point], words: Wording) -> Html:
    rows = (
        element(
            "li",
            element("span", point.text, dir="auto", lang=point.language),
            *(element("small", note, dir="auto", class_="note") for note in point.notes),
            *(_quote(quote, words) for quote in point.quotes),
            class_=f"point {point.kind} {_state(point.state)}",
        )
        for point in points
    )
    return element("ul", *rows, class_="points")


def _quote(quote: Quote, words: Wording) -> Html:
    """The words that a point stands on, which open where they stand."""
    shown = without_emphasis(f"« {one_line(quote.words)} »")
    if quote.of_cv:
        return element(
            "button", words.letter["your_cv"], " ", shown, type="button", class_="proof", data_cv_start=quote.start,
            data_cv_end=quote.end, dir="auto",
        )  # fmt: skip
    place = target(quote.source, quote.start, quote.end, quote.words)
    return element(
        "button", words.letter["the_posting"], " ", shown, type="button", class_="proof", dir="auto", **place
    )


def _matches(outline: Outline, words: Wording) -> Html:
    if not outline.matches or not outline.has_cv:
        return Html("")
    asked = [match for match in outline.matches if match.requirement.kind not in ("mission", "quality", "condition")]
    gaps = [match for match in asked if match.state == "not_shown"]
    shown = [match for match in asked if match.state != "not_shown"]
    parts = [
        element(
            "div",
            element("h3", words.letter[key]),
            element("ul", *(_match(one, words) for one in found), class_="points"),
        )
        for key, found in (("fit", shown), ("missing", gaps))
        if found
    ]
    return element("div", *parts, class_="beside")


def _state(state: State | None) -> str:
    """The class of a state; by itself `close` would be that of the buttons which close."""
    return f"is-{state}" if state else ""


def _match(match: Match, words: Wording) -> Html:
    asked = match.requirement
    weight = words.card.get(asked.modality, "")
    chip = element("span", weight, class_=f"chip {asked.modality}") if weight else ""
    evidence = [_quote(quote, words) for quote in match.evidence]
    note = element("small", match.note, class_="note") if match.note else ""
    return element("li", _quote(asked.quote, words), chip, note, *evidence, class_=f"point {_state(match.state)}")


def _checklist(checklist: Checklist, words: Wording) -> Html:
    return element(
        "div", element("h3", words.letter["checklist"]), _points(checklist.points, words), class_="checklist"
    )


def _fit(found: Fit, words: Wording) -> Html:
    parts = [
        element("div", element("h3", words.letter[key]), *_ranking(ranked, words))
        for key, ranked in (("fit_open", found.open), ("fit_closed", found.closed))
        if ranked
    ]
    return element("div", *parts, class_="ranking")


def _ranking(ranked: Sequence[Ranked], words: Wording) -> Iterable[Html]:
    for one in ranked[:20]:
        opener = element("button", element("bdi", one.title), type="button", data_posting=one.posting, class_="link")
        summary = element("summary", words.letter["reasons"])
        yield element(
            "article", opener, _points(one.deadline, words), element("details", summary, _points(one.reasons, words))
        )
