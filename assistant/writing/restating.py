"""A question that the rules did not understand, restated by a model; the rules then answer the restated one.

It may name nothing that the conversation did not, and lose nothing that the question named.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence

from assistant.asking.lexicon import words_of
from assistant.domain import Language, Turn
from assistant.language import detect
from assistant.relevance import borne_out, telling
from assistant.resources import table
from assistant.text import fold
from assistant.writing.chat_model import ChatModel, Patience
from assistant.writing.claims import Claims, claims_of
from assistant.writing.evidence import sealed
from assistant.writing.failures import ModelError
from assistant.writing.output_filter import is_plain, safe
from assistant.writing.prompts import prompt

_TURNS = 4  # earlier questions that are told; no answers, which may quote a CV
_LONGEST_TURN = 400  # characters of one
_LONGEST = 300  # characters of a question
_KEPT = 0.5  # share of the question's telling words that must be in the restated one


def restated(
    question: str,
    history: Sequence[Turn],
    language: Language,
    known: Collection[str],
    model: ChatModel,
    patience: Patience,
) -> str | None:
    """The question as a model restates it; None where it does not, or not as it must. `known` are names (folded)."""
    mark = secrets.token_hex(6)
    earlier = [turn.content[:_LONGEST_TURN] for turn in history if turn.role == "user"][-_TURNS:]
    messages = prompt("restate").filled(
        language=table("writing.toml")["languages"][language],
        mark=mark,
        history="\n".join(map(sealed, earlier)) or "-",
        question=sealed(question),
    )
    reply = ""
    try:
        for piece in model.stream(messages, patience):
            reply += piece
            if len(reply) > 2 * _LONGEST:
                return None
    except ModelError:
        return None
    text = _only_line(reply)
    return text if text and is_same_question(text, [question, *earlier], language, known) else None


def is_same_question(text: str, asked: Sequence[str], language: Language, known: Collection[str]) -> bool:
    """Whether `text` asks what the first of `asked` does: the others are the turns before it."""
    if len(text) > _LONGEST or not is_plain(text) or detect(text, language) != language:
        return False
    if fold(text).strip(" ?.!") == fold(asked[0]).strip(" ?.!"):
        return False
    new, old, all_of = (_named(claims_of(part, language), part, known) for part in (text, asked[0], " ; ".join(asked)))
    if not old <= new <= all_of:
        return False
    words = telling(asked[0], language)
    kept = sum(borne_out(words, text, language))
    if len(asked) > 1:  # a follow-up leaves to the conversation what it is about
        return kept > 0 or any(borne_out(telling(" ; ".join(asked), language), text, language))
    return kept >= max(1.0, _KEPT * len(words))


def _named(claims: Claims, text: str, known: Collection[str]) -> frozenset[object]:
    """What a question names, in one set: a name counts in small letters too, where it is known to be one."""
    names = {name for name in claims.names if not name.startswith("^")}
    names |= {word.form for word in words_of(text) if word.form in known}
    turns = claims.turns - {"modality:soft"}
    return frozenset(
        [*claims.days, *claims.numbers, *claims.measures, *claims.times, *turns, *claims.languages, *claims.literals]
    ) | frozenset(names)


def _only_line(reply: str) -> str:
    """The question in a reply: its only line, or its last one behind thoughts."""
    lines = [line for line in safe(reply).split("\n") if line.strip()]
    text = lines[-1].strip(" \t\"'“”«»") if lines else ""
    return "" if text.upper().startswith("NONE") else text
