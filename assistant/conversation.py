"""A conversation in the terminal."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console

from assistant.assistant import Assistant
from assistant.domain import Answer, Turn
from assistant.errors import UserError

_TURNS = 20  # earlier turns that are kept


def converse(assistant: Assistant, show: Callable[[Answer], None], console: Console) -> None:
    """Ask and answer until an empty line or the end of input; prompts and errors go to `console`."""
    console.print(f"{len(assistant.postings())} postings. Ask in French or in English; an empty line ends.")
    if model := assistant.writer:
        console.print(f"Answers are worded by {model.name}: questions and passages go to {model.host}.", markup=False)
    turns: list[Turn] = []
    while question := _question(console):
        try:
            answer = assistant.ask(question, turns)
        except UserError as error:
            console.print(str(error), markup=False)
            continue
        show(answer)
        turns = [*turns, Turn("user", question), Turn("assistant", answer.text)][-_TURNS:]


def _question(console: Console) -> str:
    try:
        return console.input("\n> ").strip()
    except EOFError:
        return ""
