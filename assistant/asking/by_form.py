"""Questions whose form alone tells what they ask for, each kind of them in a module of its own."""

from __future__ import annotations

from collections.abc import Callable

from assistant.asking.confirmed import confirmed
from assistant.asking.employer_kind import of_employer_kind
from assistant.asking.held_against import held_against
from assistant.asking.in_title_words import in_title_words
from assistant.asking.offered import offered
from assistant.asking.presented import of_the_one_presented, of_the_two_presented
from assistant.asking.publication import of_publication
from assistant.asking.reading import Reading
from assistant.asking.said_before import of_the_one_named
from assistant.domain import Language
from assistant.library import Library


def by_form(text: str, language: Language, library: Library, read: Callable[[str], Reading]) -> Reading | None:
    """The reading by the first kind that a question is of, None where it is of none; `read` reads plain questions."""
    return (
        of_the_two_presented(text, read)
        or of_the_one_presented(text, language, read)
        or of_the_one_named(text, read)
        or offered(text, language, read)
        or of_publication(text, language, read)
        or held_against(text, language, library, read)
        or confirmed(text, library, read)
        or in_title_words(text, language, read)
        or of_employer_kind(text, language, library, read)
    )
