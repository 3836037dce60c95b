"""Languages whose names are those of peoples or places as well, which a question may name all the same: "Sango"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.asking.lexicon import Tag, Word
from assistant.library import Library
from assistant.resources import table
from assistant.text import fold

_ARTICLE = re.compile(r"^(?:l['’]|(?:le|la|les) )")


def rare_languages(words: Sequence[Word], tags: Sequence[Tag], library: Library) -> list[Tag]:
    """Tags for the languages that a posting speaks of and no table of questions names, where nothing else is read."""
    taken = {n for tag in tags for n in range(tag.first, tag.last)}
    named = _named_in(library)
    free = ((n, word.form) for n, word in enumerate(words) if n not in taken)
    return [Tag("language", named[form], n, n + 1) for n, form in free if form in named]


@lru_cache(maxsize=4)
def _named_in(library: Library) -> Mapping[str, str]:
    """The names in one word (folded) of the languages of the postings, with their codes."""
    codes = {str(fact.value) for posting in library.postings for fact in library.facts_of(posting, "language")}
    names = table("language_names.toml")
    called = [(fold(names[kind].get(code, "")), code) for kind in ("french", "english") for code in sorted(codes)]
    bare = ((_ARTICLE.sub("", name), code) for name, code in called)
    return {name: code for name, code in bare if name.isalpha()}
