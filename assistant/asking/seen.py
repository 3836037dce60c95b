"""A question with what its words may mean, settled by the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.asking.answered_in import as_value
from assistant.asking.beside_topics import beside_topics
from assistant.asking.counted import (
    COUNTED_REACH,
    demanding,
    has_verb,
    hiring,
    is_of_time,
    is_per_time,
    lasting,
    paid_by,
    weekly,
)  # fmt: skip
from assistant.asking.ending import ending
from assistant.asking.homographs import as_beside, is_homograph, is_offering
from assistant.asking.in_order import ranked
from assistant.asking.in_titles import TITLE_FIELDS, in_titles
from assistant.asking.kinds_of_pay import without_kinds_of_pay
from assistant.asking.lacking import driving
from assistant.asking.lexicon import Tag, Word, as_written, holds, is_elided, matches, tags_of, words_of
from assistant.asking.missions import missions_as_postings
from assistant.asking.opening_to import opening_to
from assistant.asking.ranges import Window
from assistant.asking.rare_languages import rare_languages
from assistant.asking.spelling import corrected
from assistant.asking.superlatives import superlative, weighs_last
from assistant.asking.timed import begins, timed
from assistant.asking.topics import topics_asked
from assistant.domain import Language
from assistant.library import Library
from assistant.naming import name_words
from assistant.places import country_words
from assistant.resources import table
from vectorstore.keyword import Keywords

VALUES = ("written",  # tables whose phrases are values that a condition can name
    "lacking", "language", "contract", "working_time", "document", "degree", "driving_licence", "apply_to", "currency",
)  # fmt: skip
_COUNTED = ("modality", "status", "negation", "fields", "follow", "contract", "topics")
_OU_EST_CE = ["ou", "est", "ce"]
_WHAT_REACH = 5  # words of which one is the "what" of "tell me what …"


@dataclass(frozen=True)
class Seen:
    """The words of a question and the phrases found among them; `nouns` are the places of « poste » and "jobs".

    `left_out` are the languages (codes) that another one is asked for than.
    """

    text: str
    language: Language
    words: tuple[Word, ...]
    tags: tuple[Tag, ...]
    nouns: tuple[int, ...]
    window: Window | None = None
    window_of: Literal["start", "deadline"] = "deadline"  # what falls in the window
    left_out: tuple[str, ...] = ()

    def has(self, name: str, key: str | None = None) -> bool:
        """Whether a phrase of the table (and key) stands in it."""
        return any(tag.table == name and key in (None, tag.key) for tag in self.tags)

    def keys(self, name: str) -> list[str]:
        """The keys of a table's phrases in it, in order, each once."""
        return list(dict.fromkeys(tag.key for tag in self.tags if tag.table == name))

    def written(self, number: int) -> str:
        """A word as it is written, with the letter before its hyphen: « e-commerce »."""
        return as_written(self.text, self.words[number])

    def begins(self, *forms: str) -> bool:
        """Whether one of these is among the first two words."""
        return any(word.form in forms for word in self.words[:2])


def look(text: str, language: Language, library: Library, keywords: Keywords) -> Seen:
    """The words of a question, misspelt ones put right, with the phrases of the tables that hold where they stand."""
    spelt = corrected(words_of(text), lambda form: _is_known(form, keywords), name_words(library))
    words = tuple(missions_as_postings(spelt))
    postings = table("asking.toml")["postings"]
    named = {at for at, _ in holds(words, [*postings["plural"], *postings["singular"]]) if not is_offering(words, at)}
    named -= {first for first, _ in holds(words, postings["no_one"])}
    nouns = tuple(sorted(named - {last - 1 for _, last in holds(words, postings["no_posting"])}))
    told = [tag for tag in tags_of(words) if not _is_false_friend(tag, words, text, language)]
    tags = topics_asked(words, [as_value(tag, words) for tag in without_kinds_of_pay(words, told)])
    tags += rare_languages(words, tags, library)
    tags.sort(key=lambda tag: tag.first)
    for settle in (opening_to, _counting, _where, in_titles, beside_topics):
        tags = [tag for tag in tags if settle(tag, words, tags, nouns, library)]
    tags = [as_beside(tag, words, text) for tag in tags if not is_homograph(tag, words, text, library)]
    tags = ending(words, [_at_work(tag, words, text) for tag in tags])
    tags += ranked(words, tags)
    extreme = superlative(words, tags)
    extremes = [tag for tag in (*tags, extreme) if tag and tag.table == "extreme"]
    if any(tag.key.startswith("deadline") for tag in extremes):  # « ferme en premier » is not « fermé »
        tags = [tag for tag in tags if tag.table != "status" or tag.key == "open"]
    if [word.form for word in words[:2]] in (["how", "many"], ["combien", "de"], ["combien", "d"]):
        tags = [tag for tag in tags if tag.table != "sections"]  # "how many nurses would I be in charge of?"
    tags = hiring(words, tags, nouns)
    tags += [*demanding(words, tags), *lasting(words, tags), *paid_by(words, tags), *driving(words, tags)]
    found = (_beginning, _doing, _earning, _hours, weekly)
    tags += [tag for find in found for tag in find(words, tags)]
    tags, extreme, time = timed(text, language, words, tags, extreme)
    return Seen(text, language, words, (*tags, extreme) if extreme else tuple(tags), nouns, time.window, time.of)


def _is_known(form: str, keywords: Keywords) -> bool:
    """Whether a word is spelt as it is meant: it stands in a posting, or names a country."""
    return keywords.document_frequency(form) > 0 or form in country_words()


def _is_false_friend(tag: Tag, words: Sequence[Word], text: str, language: Language) -> bool:
    """« le pays » pays nobody, and IT is no "it"."""
    if tag.table == "follow" and text[words[tag.first].start : words[tag.last - 1].end] == "IT":
        return not text.isupper()
    return tag.last - tag.first == 1 and words[tag.first].form in table("asking.toml")["false_friends"][language]


def _beginning(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """ "When does the job in Valence start?": the verb may stand far behind its « quand »."""
    if not words or words[0].form not in ("when", "quand"):
        return []
    fields = (tag.first for tag in tags if tag.table == "fields" and tag.key not in TITLE_FIELDS)
    first = min(fields, default=len(words))  # « quand commence le poste d'éducateur »: education names the job
    return [Tag("fields", "start", n, n + 1) for n in begins(words) if n < first][:1]


def _doing(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """ "What would the nurse in Lyon do?", "what does a nurse do in Lyon": the verb may stand far behind its "what"."""
    what = next((n for n, word in enumerate(words[:_WHAT_REACH]) if word.form == "what"), None)
    if what is None or any(tag.table in ("fields", "sections") for tag in tags):
        return []
    if [word.form for word in words[-2:]] == ["look", "like"]:  # "what does the work of a nurse look like?"
        return [Tag("sections", "missions", len(words) - 2, len(words))]
    verbs = table("asking.toml")["verbs"]
    helper = next((n for n in range(what + 1, len(words)) if words[n].form not in verbs["doing_beside"]), what)
    helped = words[helper].form in verbs["doing_before"]
    for n, word in enumerate(words[what + 2 :], what + 2):
        behind = words[n + 1].form if n + 1 < len(words) else ""
        if helped and not behind and word.form.endswith("ing") and words[n - 1].form == "be":
            return [Tag("sections", "missions", n, n + 1)]  # "what would the designer be building?"
        if word.form in verbs["doing"] and (not behind or (helped and behind in verbs["doing_behind"])):
            return [Tag("sections", "missions", n, n + 1)]
    return []


def _earning(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """ "How much does the nurse get?", "how much does the cook in Esch start on?" ask for pay."""
    if [word.form for word in words[:2]] != ["how", "much"] or any(tag.table == "fields" for tag in tags):
        return []
    verbs = table("asking.toml")["verbs"]
    last = [at for at in holds(words, verbs["earning_last"]) if at[1] == len(words)]
    return [Tag("fields", "pay", *at) for at in (*holds(words, verbs["earning"]), *last)][:1]


def _hours(words: Sequence[Word], tags: Sequence[Tag]) -> list[Tag]:
    """ "What time does the job in Lyon finish?" asks for the hours, unless something else is what begins or ends."""
    at = next((first for first, _ in holds(words, ["what time", "at what time"])), None)
    if at is None or any(tag.table in ("fields", "topics", "status") for tag in tags):
        return []
    return [Tag("fields", "working_time", at, at + 2)] if begins(words) or _ends(words) else []


def _at_work(tag: Tag, words: Sequence[Word], text: str) -> Tag:
    """« à quelle adresse est le poste » asks where the work is, unless something is sent there."""
    of_day = tag.table == "fields" and tag.key == "deadline" and words[tag.last - 1].form in ("heure", "time", "hour")
    if of_day and (begins(words) or _ends(words)):
        return replace(tag, key="working_time")  # « à quelle heure ça commence ? », « … finit-on le vendredi ? »
    if (
        tag.table == "fields"
        and tag.key == "deadline"
        and words[tag.last - 1].form in ("when", "quand")
        and _lasts(words)
    ):
        return replace(tag, key="duration")  # "until when would the job run?"
    if tag.table == "fields" and tag.key == "apply_to" and matches(words[-1].form, "report*"):
        return replace(tag, table="topics", key="supervisor")  # "to whom does the officer report?"
    if _is_paid_by(tag, words) or _is_of_who_bears(tag, words, text):
        return replace(tag, table="idle", key="words")
    sent = any(matches(word.form, verb) for word in words for verb in table("asking.toml")["sending"]["words"])
    if (
        tag.table == "fields"
        and tag.key == "location"
        and sent
        and (words[tag.first].form in ("ou", "where") or words[tag.last - 1].form in ("endroit", "place"))
    ):
        return replace(tag, key="apply_to")  # « où est-ce qu'on postule »
    if tag.table != "fields" or tag.key != "apply_to" or words[tag.last - 1].form not in ("adresse", "address"):
        return tag
    works = any(matches(word.form, noun) for word in words for noun in table("asking.toml")["sending"]["workplace"])
    return replace(tag, key="location") if works and not sent else tag


def _is_paid_by(tag: Tag, words: Sequence[Word]) -> bool:
    """« Payée par l'employeur » asks for no pay, but « payé par mois » does."""
    behind = [word.form for word in words[tag.last : tag.last + 3]]
    units = {phrase.split()[-1] for phrases in table("asking.toml")["period"].values() for phrase in phrases}
    return (tag.table, tag.key) == ("fields", "pay") and behind[:1] in (["by"], ["par"]) and units.isdisjoint(behind)


def _is_of_who_bears(tag: Tag, words: Sequence[Word], text: str) -> bool:
    """« Qui paie le train ? », "who pays for the hotel?" asks for no salary, but « qui paie le mieux ? » does."""
    tables, behind = table("asking.toml")["bearing_costs"], words[tag.last : tag.last + 2]
    if (tag.table, tag.key) != ("fields", "pay") or not tag.first or not behind:
        return False
    if is_elided(text, behind[0]):
        thing = behind[0]
    elif len(behind) > 1 and behind[0].form in tables["articles"]:
        thing = behind[1]
    else:
        return False
    borne = words[tag.first - 1].form in tables["who"] or (behind[0].form == "for" and words[0].form in tables["which"])
    return borne and thing.form not in tables["superlative"]


def _lasts(words: Sequence[Word]) -> bool:
    """Whether the last word is a verb of lasting."""
    return any(matches(words[-1].form, verb) for verb in table("asking.toml")["beginning"]["lasting"])


def _ends(words: Sequence[Word]) -> bool:
    """Whether a verb of ending stands among words that speak of no application: « à quelle heure on finit »."""
    data = table("asking.toml")
    ends = holds(words, data["beginning"]["ends"]) or words[-1].form in data["beginning"]["working"]
    return bool(ends) and not holds(words, data["sending"]["words"])


def _counting(tag: Tag, words: Sequence[Word], tags: Sequence[Tag], nouns: Sequence[int], _library: Library) -> bool:
    """ "How many" counts postings only where they, or what they do, come next: not "how many beds"."""
    if tag.table != "count":
        return True
    if is_per_time(words, tag.last):
        return False  # "how many trips a month", "how many posts a week"
    if any(noun < tag.last + COUNTED_REACH and noun >= tag.first for noun in nouns):
        return True
    verbs = table("asking.toml")["count"]["before"]
    if any(noun >= tag.last and not has_verb(words[tag.last : noun], verbs) for noun in nouns):
        return True  # "how many data engineer or big data engineer jobs are there?"
    after = words[tag.last].form if tag.last < len(words) else ""
    if (after and words[tag.last].apart) or (tag.first and words[tag.first - 1].form in ("in", "en")):
        return False  # « est-il payé ? Combien, et … », "in how many instalments"
    if tag.last - tag.first > 1 and any(matches(words[tag.last - 1].form, verb) for verb in verbs):
        return True  # « combien demandent l'espagnol »
    amount = words[tag.last - 1].form in ("de", "d")  # « combien de congés » counts no postings
    does = any(
        t.first == tag.last
        and t.table in _COUNTED
        and not (amount and t.table == "topics")
        and not is_of_time(t, words)  # "how many working days is the contract?"
        for t in tags
    )
    return does or not after or any(matches(after, verb) for verb in verbs)


def _where(tag: Tag, words: Sequence[Word], tags: Sequence[Tag], _nouns: Sequence[int], _library: Library) -> bool:
    """« where » asks for a place only at the beginning, and not where a condition follows: "jobs where English …"."""
    if (tag.table, tag.key) == ("fields", "location") and [w.form for w in words[tag.first : tag.last]] == _OU_EST_CE:
        # « où est-ce que l'arabe est exigé ? »
        return not any(t.table in (*VALUES, "topics", "modality") for t in tags)
    if tag.table != "fields" or tag.key != "location" or words[tag.first].form != "where":
        return True
    if tags[0].table == "compare" and tag.last - tag.first > 1:
        return True  # "compare A and B: where are they, and what do they pay?"
    bare = tag.last - tag.first == 1 and tag.first == 0
    if bare and holds(words[:4], table("asking.toml")["postings"]["opening"]) and not _of_workplace(words, tags):
        return False  # "Where must I bring my own computer?"
    conditioned = any(t.table in (*VALUES, "status") or (t.table == "fields" and t.key != "location") for t in tags)
    return tag.first <= 1 and not conditioned and not weighs_last(words, tags)


def _of_workplace(words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """ "Where would I work?", but not "where do I work at night?"."""
    nouns = table("asking.toml")["sending"]["workplace"]
    return any(matches(w.form, noun) for w in words for noun in nouns) and not any(t.table == "topics" for t in tags)
