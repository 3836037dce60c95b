"""The facts of a posting as a card: each opens the words that state it, and can be put right by the person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.answering.tables import WHOLE
from assistant.answering.values import label, value_of
from assistant.domain import Fact, Notice, Posting
from assistant.shortlist import LONGEST_NOTE, MARKS, Marked
from assistant.web.citing import target
from assistant.web.correcting import can_be_put_right
from assistant.web.markup import Html, element, join
from assistant.web.wording import Wording

_ALWAYS = ("location", "contract", "pay", "language", "deadline", "apply_to")


def facts_card(posting: Posting, facts: Sequence[Fact], words: Wording, may_change: bool) -> Html:
    """What a posting states, a row a field; what matters most is "not stated" where it is not."""
    numbered = sorted(enumerate(facts), key=lambda pair: _order(pair[1]))
    by_field = {field: list(group) for field, group in groupby(numbered, key=lambda pair: pair[1].field)}
    rows: list[str] = []
    for field in WHOLE:
        found = by_field.get(field, [])
        if not found and field not in _ALWAYS:
            continue
        values = [_fact(posting, number, fact, words, may_change) for number, fact in found]
        unstated = element("span", words.card["not_stated"], class_="unstated")
        rows.append(element("dt", _capital(label(words.language, field))))
        rows.append(element("dd", *(values or [unstated])))
    title = element("h3", words.card["title"])
    return element("section", title, element("dl", *rows), class_="card", data_card=posting.name)


def shortlist_form(posting: Posting, marked: Marked | None, words: Wording, may_change: bool) -> Html:
    """Whether the person means to apply, and a note of theirs."""
    said = words.card
    current = marked.mark if marked else ""
    note = element(
        "textarea",
        marked.note if marked else "",
        rows=2,
        maxlength=LONGEST_NOTE,
        placeholder=said["note_hint"],
        aria_label=said["note"],
        data_note=posting.name,
        dir="auto",
    )
    legend = element("span", said["mark"], aria_hidden="true", class_="legend")
    group = element("div", legend, *mark_buttons(marked, words), role="group", aria_label=said["mark"], class_="marks")
    parts = [group, note if current else ""]
    if not may_change:
        return Html("")
    return element("div", *parts, class_="shortlist", data_shortlist=posting.name)


def mark_buttons(marked: Marked | None, words: Wording, of: str | None = None) -> list[Html]:
    """A button a mark; they mark the posting that is open, or the one `of` that name."""
    current = marked.mark if marked else ""
    return [
        element(
            "button",
            words.marks[mark],
            type="button",
            data_mark=mark,
            data_of=of,
            aria_pressed=_pressed(mark == current),
        )
        for mark in MARKS
    ]


def reading_notices(posting: Posting, words: Wording) -> Html:
    """What the person should know of how the posting was read."""
    return join(element("p", sentence, class_="notice") for sentence in notices_said(posting.notices, words))


def notices_said(notices: Sequence[Notice], words: Wording) -> list[str]:
    """A sentence a notice, each once."""
    return list(dict.fromkeys(words.card[notice.kind].format(detail=notice.detail) for notice in notices))


def _fact(posting: Posting, number: int, fact: Fact, words: Wording, may_change: bool) -> Html:
    value = element("bdi", value_of(words.language, fact), dir="auto")
    chip = _chip(fact, words)
    if fact.quote:
        place = target(posting.name, fact.start, fact.end, fact.quote)
        shown = element("button", value, type="button", class_="fact", **place)
    else:
        shown = element("span", value, class_="fact")
    own = _own(fact, words)
    edit = _edit(number, fact, words) if may_change and can_be_put_right(fact) else Html("")
    return element("div", shown, chip, own, edit, class_="fact-row")


def _chip(fact: Fact, words: Wording) -> Html:
    if fact.modality not in ("required", "asset"):
        return Html("")
    return element("span", words.card[fact.modality], class_=f"chip {fact.modality}")


def _own(fact: Fact, words: Wording) -> Html:
    if not fact.is_own:
        return Html("")
    kind = "outdated" if fact.outdated else fact.origin
    return element("span", words.facts[kind], class_="chip own")


def _edit(number: int, fact: Fact, words: Wording) -> Html:
    named = words.facts["edit_named"].format(value=value_of(words.language, fact))
    return element(
        "button", "✎", type="button", class_="edit", data_edit=number, aria_label=named, aria_expanded="false"
    )


def _order(fact: Fact) -> tuple[int, int]:
    place = WHOLE.index(fact.field) if fact.field in WHOLE else len(WHOLE)
    return place, 0 if fact.modality == "required" else 1


def _pressed(on: bool) -> str:
    return "true" if on else "false"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
