"""A store that another version of the program or another model made, made anew from the texts in its catalogue."""

from __future__ import annotations

from collections.abc import Callable

from assistant.catalogue import Catalogue
from assistant.drafts import draft_of
from assistant.encoder import Encoder
from assistant.entries import entries_of
from assistant.errors import UserError
from assistant.reading import RULES, read_again

Notify = Callable[[str], None]


def made_with(fingerprint: str) -> dict[str, str]:
    """What a store made by this program, with the model of this fingerprint, remembers."""
    return {"rules": RULES, "embedding": fingerprint}


def bring_up_to_date(catalogue: Catalogue, encoder: Encoder, *, can_write: bool, notify: Notify) -> None:
    """Make anew what other rules or another model made; what they made is never mixed with what these make.

    `notify` hears of it first. UserError where there is something to make anew and nothing may be written.
    """
    now, then = made_with(encoder.fingerprint), catalogue.made_with()
    if then == now:
        return
    postings = catalogue.stored() if then else []
    what = "embedding model" if then.get("embedding") != now["embedding"] else "version of the rules"
    if postings and not can_write:
        raise UserError(
            f"This store was made with another {what} and has to be made anew. Close other programs that have it open "
            "and see that its folder can be written, then ask again."
        )
    if postings:
        notify(f"This store was made with another {what}: its {len(postings)} postings are made anew …")
        drafts = [draft_of("", one.file_digest, read_again(one.posting)) for one in postings]
        same_model = then.get("embedding") == now["embedding"]
        catalogue.replace_all(entries_of(drafts, encoder, catalogue, same_model), now)
    elif can_write:
        catalogue.remember(now)
