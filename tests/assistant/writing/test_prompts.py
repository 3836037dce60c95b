"""Prompts are files with declared variables."""

from __future__ import annotations

import pytest

from assistant.resources import prompts_folder
from assistant.writing.prompts import parsed, prompt

TEXT = "---\nvariables: a, b\n---\n# system\nSay {a}.\n# user\n{b} and {a}\n"
FILES = sorted(path.stem for path in prompts_folder().glob("*.md") if path.stem != "README")


@pytest.mark.parametrize("name", FILES)
def test_every_prompt_declares_what_it_uses(name: str) -> None:
    assert [part.role for part in prompt(name).parts] == ["system", "user"]


def test_the_program_fills_in_what_the_prompts_declare() -> None:
    assert prompt("answer").variables == {"language", "mark", "question", "facts", "passages"}
    assert prompt("restate").variables == {"language", "mark", "history", "question"}


def test_values_are_filled_in_once_and_left_as_they_are() -> None:
    system, user = parsed("x", TEXT).filled(a="{b}", b="{a} {zzz}")
    assert (system.content, user.content) == ("Say {b}.", "{a} {zzz} and {b}")


def test_all_missing_and_unknown_names_are_in_one_message() -> None:
    with pytest.raises(ValueError, match="a, b, c"):
        parsed("x", TEXT).filled(c="1")


@pytest.mark.parametrize(
    ("text", "says"),
    [("# system\nx\n", "must begin"), (TEXT.replace("a, b", "a, b, c"), "c"), (TEXT.replace("a, b", "a"), "b")],
)
def test_a_file_that_is_no_prompt_is_refused(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parsed("x", text)


def test_no_prompt_holds_a_secret_or_a_tool() -> None:
    for name in FILES:
        text = " ".join(part.content for part in prompt(name).parts).lower()
        assert "key" not in text
        assert "json" not in text
