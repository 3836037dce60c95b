"""OpenDocument texts: what a reader of the page sees, in its order, and nothing else."""

from __future__ import annotations

import pytest

from assistant.domain import Notice
from assistant.facts import facts_of
from assistant.readers import opendocument
from assistant.readers.content import Content
from assistant.reading import posting_of
from tests.makers.office import odt_file, odt_of
from tests.support import SEED_NAMES, seed_text


def read(body: str) -> Content:
    (content,) = opendocument.read(odt_file(body), "a.odt")
    return content


def stated(text: str) -> set[tuple[str, str, str]]:
    facts = facts_of(posting_of("seeds", "a", Content(text)))
    return {(fact.field, str(fact.value), fact.modality) for fact in facts}


@pytest.mark.parametrize("name", SEED_NAMES)
def test_a_seed_states_the_same(name: str) -> None:
    (content,) = opendocument.read(odt_of(seed_text(name)), name)
    assert stated(content.text) == stated(seed_text(name))
    assert content.notices == (Notice("hidden_text"),)
    assert "Japanese" not in content.text


SEEN = [
    ("<text:h text:outline-level='2'>Missions</text:h><text:p>a</text:p>", "## Missions\n\na"),
    ("<text:list><text:list-item><text:p>a</text:p><text:p>b</text:p></text:list-item></text:list>", "- a\n\nb"),
    ("<text:p><text:span text:style-name='Bold'>Profil</text:span></text:p>", "**Profil**"),
    ("<text:p>a<text:line-break/>b<text:s text:c='2'/>c<text:tab/>d\n  e</text:p>", "a\nb  c d e"),
    ("<text:p>a<text:s text:c='999999999999'/></text:p>", "a"),
    ("<text:p>a<office:annotation><text:p>note</text:p></office:annotation>b</text:p>", "ab"),
    (
        "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p>"
        "</text:note-body></text:note>b</text:p>",
        "ab\n\nn",
    ),
    ("<text:p>a<draw:frame><draw:text-box><text:p>boîte</text:p></draw:text-box></draw:frame></text:p>", "a\n\nboîte"),
    ("<text:table-of-content><text:p>Missions 3</text:p></text:table-of-content><text:p>a</text:p>", "a"),
    ("<text:p><text:a xlink:href='mailto:rh@example.org'>Postuler</text:a></text:p>", "Postuler (rh@example.org)"),
    ("<text:p><text:a xlink:href='https://example.org/'>example.org</text:a></text:p>", "example.org"),
    (
        "<table:table><table:table-row><table:table-cell><text:p>Lieu</text:p></table:table-cell>"
        "<table:table-cell><text:p>Rabat</text:p></table:table-cell></table:table-row></table:table>",
        "Lieu : Rabat",
    ),
    (
        "<table:table><table:table-row><table:table-cell table:style-name='Dark'><text:p>"
        "<text:span text:style-name='White'>Comptable</text:span></text:p></table:table-cell></table:table-row>"
        "</table:table>",
        "Comptable",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), SEEN)
def test_what_is_seen(body: str, text: str) -> None:
    assert read(body) == Content(text)


HIDDEN = [
    "<text:p>a<text:span text:style-name='Hidden'>x</text:span></text:p>",
    "<text:p>a<text:span text:style-name='White'>x</text:span></text:p>",
    "<text:p>a<text:span text:style-name='Tiny'>x</text:span></text:p>",
    "<text:p>a<text:hidden-text>x</text:hidden-text></text:p>",
    "<text:p>a</text:p><text:section text:display='none'><text:p>x</text:p></text:section>",
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p></text:deletion></text:changed-region>"
    "</text:tracked-changes><text:p>a</text:p>",
]


@pytest.mark.parametrize("body", HIDDEN)
def test_what_is_hidden(body: str) -> None:
    assert read(body) == Content("a", notices=(Notice("hidden_text"),))


def test_headers_come_once_at_the_end() -> None:
    made = odt_file("<text:p>Comptable</text:p>", header="<text:p>Association</text:p><text:p>comptable</text:p>")
    assert opendocument.read(made, "a.odt")[0].text == "Comptable\n\nAssociation"
