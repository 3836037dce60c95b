"""Replies as models really write them, tidy and untidy, in pieces of any length."""

from __future__ import annotations

import pytest

from assistant.writing.reply import Said, statements_in

ONE = Said("The Oujda job closed on 17 July 2022.", (2,))
QUOTED = Said("It pays 1,200 euros.", (4,), ((4, '"Indemnité : 1200€/mois."'),))
REPLIES: list[tuple[str, str, list[Said]]] = [
    ("as asked", "The Oujda job closed on 17 July 2022. [2]", [ONE]),
    ("a list mark", "- The Oujda job closed on 17 July 2022 [2].", [ONE]),
    ("numbered", "1. The Oujda job closed on 17 July 2022. [2]", [ONE]),
    ("bold and a label", "**Statement 1: The Oujda job closed on 17 July 2022. [2]**", [ONE]),
    ("a heading", "## The Oujda job closed on 17 July 2022. [2]", [ONE]),
    ("Chinese brackets", "The Oujda job closed on 17 July 2022.【2】", [ONE]),
    ("a fence", "```\nThe Oujda job closed on 17 July 2022. [2]\n```", [ONE]),
    ("thoughts first", "<think>\nThe user wants [1] a date.\n</think>\nThe Oujda job closed on 17 July 2022. [2]", [ONE]),  # noqa: E501
    ("thoughts without an end", "<think>\nThe Oujda job closed on 17 July 2022. [2]", []),
    ("a quote below", 'It pays 1,200 euros. [4]\n> [4] "Indemnité : 1200€/mois."', [QUOTED]),
    ("a quote after a blank line", 'It pays 1,200 euros. [4]\n\n> [4] "Indemnité : 1200€/mois."', [QUOTED]),
    ("a quote without its mark", 'It pays 1,200 euros. [4]\n[4]: "Indemnité : 1200€/mois."', [QUOTED]),
    ("a quote on the line", 'It pays 1,200 euros. [4: "Indemnité : 1200€/mois."]', [
        Said("It pays 1,200 euros.", (4,), ((4, "Indemnité : 1200€/mois."),))]),
    ("two numbers", "Both closed. [2, 3]", [Said("Both closed.", (2, 3))]),
    ("two on a line", "One closed. [1] The other pays well. [2]", [Said("One closed.", (1,)), Said("The other pays well.", (2,))]),  # noqa: E501
    ("a place in brackets", "Officer, Enabel (Oujda): closed. [2]", [Said("Officer, Enabel (Oujda): closed.", (2,))]),
    ("no numbers", "I am happy to help!", [Said("I am happy to help!")]),
    ("nothing", " \n\n``` \n---\n", []),
    ("two statements", "Eins. [1]\r\nZwei. [2]\r\n", [Said("Eins.", (1,)), Said("Zwei.", (2,))]),
]  # fmt: skip


@pytest.mark.parametrize("step", [1, 5, 10_000])
@pytest.mark.parametrize(("reply", "said"), [(r, s) for _, r, s in REPLIES], ids=[name for name, _, _ in REPLIES])
def test_read(reply: str, said: list[Said], step: int) -> None:
    assert list(statements_in(reply[at : at + step] for at in range(0, len(reply), step))) == said


def test_a_statement_is_there_as_soon_as_the_next_line_is_there() -> None:
    taken: list[str] = []

    def pieces() -> object:
        for piece in ("One. [1]\n", "Two. [2]\n", "Three"):
            taken.append(piece)
            yield piece

    first = next(iter(statements_in(pieces())))  # type: ignore[arg-type]
    assert (first.text, len(taken)) == ("One.", 2)


@pytest.mark.parametrize(
    "line", ["[" * 50_000, "[1" * 30_000, '"' * 50_000, "> " * 30_000, "<think>" * 9_000, "1. " * 30_000]
)
def test_hostile_lines_take_no_time(line: str) -> None:
    assert list(statements_in([line, "\n"])) is not None
