"""The HTML of the postings: their list, and one of them by sections with a quote marked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from assistant.domain import Posting, Section, Span
from assistant.web.markup import Html, element, join, text, without_emphasis
from assistant.web.wording import Wording

_DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def quote_check(quote: str) -> str:
    """Eight hexadecimal digits that tell whether a place still holds the words that were quoted."""
    return hashlib.sha256(quote.encode("utf8", "replace")).hexdigest()[:8]


def posting_list(postings: Sequence[Posting], wording: Wording, reposts: Mapping[str, str]) -> Html:
    """The list of postings, each a button that opens its text; one of `reposts` says which posting it is again."""
    heading = element(
        "h2", wording.postings, " ", element("span", str(len(postings)), class_="count"), id="postings-title"
    )
    close = element(
        "button", "×", type="button", class_="close", data_close="postings", aria_label=wording.postings_close
    )
    head = element("div", heading, close, class_="panel-head")
    if not postings:
        return element(
            "nav", head, element("p", wording.postings_none, class_="hint"), aria_labelledby="postings-title"
        )
    rows = (element("li", _posting_button(posting, wording, reposts.get(posting.name, ""))) for posting in postings)
    return element("nav", head, element("ul", *rows, class_="postings"), aria_labelledby="postings-title")


def posting_source(
    posting: Posting, wording: Wording, quote: Span | None = None, notice: str = "", removable: bool = False
) -> Html:
    """The whole text of `posting` by sections, the characters of `quote` in marks; `notice` stands above it.

    One that is `removable` has a button that asks whether to take it out.
    """
    sections = sorted(posting.sections, key=lambda section: section.start)
    parts: list[str] = []
    reached = 0
    starts_of_next = [*(section.start for section in sections[1:]), len(posting.text)]
    for section, next_start in zip(sections, starts_of_next, strict=False):
        parts.extend(_blocks(posting, reached, section.start, quote))
        parts.append(_heading(posting, section, quote))
        # A section may reach over the ones below it; each character is shown once, under the nearest heading.
        reached = min(section.end, next_start)
        parts.extend(_blocks(posting, section.body_start, reached, quote))
    parts.extend(_blocks(posting, reached, len(posting.text), quote))
    body = element("div", *parts, class_="posting-text", lang=posting.language)
    removal = _removal(posting, wording) if removable else Html("")
    return _panel(wording, posting_title(posting), _details(posting, wording), removal, _notice(notice), body)


def no_source(wording: Wording) -> Html:
    """The source panel before anything is opened."""
    heading = element("h2", wording.source, id="source-title")
    return element(
        "section",
        element("div", heading, class_="panel-head"),
        element("p", wording.source_hint, class_="hint"),
        aria_labelledby="source-title",
    )


def unreadable_source(wording: Wording, sentence: str) -> Html:
    """The source panel when a posting cannot be opened, and why."""
    return _panel(wording, wording.source, _notice(sentence))


def removed_source(wording: Wording, title: str) -> Html:
    """The source panel after its posting was taken out."""
    return _panel(wording, wording.source, _notice(wording.removed.format(title=title)))


def posting_title(posting: Posting) -> str:
    """The title as written, on one line, or the posting's name where it has none."""
    return one_line(posting.title.of(posting.text)) or one_line(posting.name)


def one_line(words: str) -> str:
    """`words` with every run of white space as one space, and without marks that turn the direction of text."""
    return " ".join(_DIRECTION_MARKS.sub("", words).split())


def _posting_button(posting: Posting, wording: Wording, again: str) -> Html:
    title = element("bdi", posting_title(posting), class_="posting-title", lang=posting.language)
    same = element("span", *_with_name(wording.same_as, again), class_="posting-same") if again else ""
    return element(
        "button",
        title,
        element("span", *_place(posting), class_="posting-place"),
        same,
        type="button",
        class_="posting",
        data_posting=posting.name,
    )


def _place(posting: Posting) -> list[str]:
    shown = [one_line(span.of(posting.text)) for span in (posting.organisation, posting.location)]
    parts: list[str] = []
    for words in filter(None, shown):
        parts += [" · ", element("bdi", words)] if parts else [element("bdi", words)]
    return parts


def _details(posting: Posting, wording: Wording) -> Html:
    name = join(_with_name(wording.posting_file, posting.name))
    return join([element("p", *_place(posting), class_="posting-place"), element("p", name, class_="posting-file")])


def _with_name(words: str, name: str) -> list[str]:
    """`words` with the name of a file in place of {name}."""
    before, after = words.format(name="\0").split("\0")
    return [before, element("bdi", one_line(name)), after]


def _removal(posting: Posting, wording: Wording) -> Html:
    """The button to take a posting out, and the question that it opens."""
    ask = element(
        "button", wording.remove, type="button", class_="remove", data_removal="ask", aria_expanded="false",
        aria_controls="removal",
    )  # fmt: skip
    yes = element(
        "button", wording.remove_yes, type="button", class_="remove-yes", data_removal="yes", data_name=posting.name
    )
    no = element("button", wording.remove_no, type="button", class_="remove-no", data_removal="no")
    question = element("p", wording.remove_ask, id="removal-ask")
    asked = element("div", question, yes, no, id="removal", role="group", aria_labelledby="removal-ask", hidden=True)
    return element("div", ask, asked, class_="removal")


def _notice(sentence: str) -> Html:
    return element("p", sentence, class_="notice", role="status") if sentence else Html("")


def _panel(wording: Wording, title: str, *content: str) -> Html:
    heading = element("h2", element("bdi", title), id="source-title", tabindex="-1")
    close = element("button", "×", type="button", class_="close", data_close="source", aria_label=wording.source_close)
    return element(
        "section", element("div", heading, close, class_="panel-head"), *content, aria_labelledby="source-title"
    )


def _heading(posting: Posting, section: Section, quote: Span | None) -> Html:
    start, end = _trimmed(posting.text, section.start, section.body_start)
    if start == end:
        return join(_gap(posting.text, section.start, section.body_start))
    level = min(2 + max(len(section.path), 1), 6)
    heading = element(f"h{level}", *_inline(posting, start, end, quote), dir="auto", class_=f"kind-{section.kind}")
    return join([_gap(posting.text, section.start, start), heading, _gap(posting.text, end, section.body_start)])


def _blocks(posting: Posting, start: int, end: int, quote: Span | None) -> Iterator[Html]:
    """The paragraphs of a stretch of the text; the blank lines between them stay, and show as nothing."""
    reached = start
    for gap in [*_BLANK_LINES.finditer(posting.text, start, end), None]:
        stop = gap.start() if gap else end
        first, last = _trimmed(posting.text, reached, stop)
        yield _gap(posting.text, reached, first)
        if first < last:
            yield element("p", *_inline(posting, first, last, quote), dir="auto")
        yield _gap(posting.text, last, gap.end() if gap else stop)
        reached = gap.end() if gap else end


def _inline(posting: Posting, start: int, end: int, quote: Span | None) -> Iterator[Html]:
    """The characters `start` to `end` with the quote marked and page furniture dimmed."""
    marks = [quote] if quote else []
    cuts = sorted({start, end, *_inside(start, end, [*marks, *posting.furniture])})
    for first, last in pairwise(cuts):
        shown = without_emphasis(posting.text[first:last])
        if _covered(first, posting.furniture):
            shown = element("span", shown, class_="furniture")
        if _covered(first, marks):
            shown = element("mark", shown)
        yield shown


def _inside(start: int, end: int, spans: Iterable[Span]) -> Iterator[int]:
    for span in spans:
        yield from (edge for edge in (span.start, span.end) if start < edge < end)


def _covered(position: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= position < span.end for span in spans)


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    body = words[start:end]
    first = start + len(body) - len(body.lstrip())
    return (first, first + len(body.strip())) if body.strip() else (end, end)


def _gap(words: str, start: int, end: int) -> Html:
    return text(words[start:end])
