"""Whether the endpoint of a language model answers, and what is wrong with it if not."""

from __future__ import annotations

from assistant.writing.chat_model import Message, Patience
from assistant.writing.failures import ModelError
from assistant.writing.generative import GenerativeWriter

_ASKED = (Message("user", "OK?"),)


def failure_at(writer: GenerativeWriter) -> ModelError | None:
    """How asking the model fails; None where it answers. Nothing of any posting is sent."""
    try:
        for _ in writer.model.stream(_ASKED, Patience.of(writer.seconds)):
            return None
    except ModelError as error:
        return error
    return ModelError("empty")
