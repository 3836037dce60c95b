"""Which of the values that a question names its words of denial are of: "English, but no licence"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.asking.lexicon import Tag, Word, holds
from assistant.domain import FactField
from assistant.resources import table

VALUED: dict[str, FactField] = {
    "language": "language",
    "contract": "contract",
    "working_time": "working_time",
    "document": "document",
    "degree": "degree",
    "driving_licence": "driving_licence",
    "apply_to": "apply_to",
    "lacking": "driving_licence",
}
WEIGHED = ("language", "driving_licence", "degree", "document")
_OFFERED = ("contract", "working_time", "currency")  # what no posting requires
JOINTS = frozenset(["but", "yet", "and", "or", "mais", "et", "ou", "only"])  # with these something else begins
_BEING = ("are", "is", "sont", "est")
_INVERTED = [[verb, who] for verb in ("est", "sont") for who in ("il", "elle", "ils", "elles")]
_TOLD_REACH = 7  # words between « ne donnent pas » and what is not given
_NEGATION_REACH = 4  # words between « pas » and what it denies
_SPEAKING = frozenset(["i", "je", "we"])
_BESIDE = 1  # words between a thing and the mark behind it
_LISTED = 9  # words behind a thing in which a no to it and to others may stand
_OBJECT = 2  # … and between "require" and what is required
_DENIED = (*VALUED, "fields", "topics", "beginners")


def without_contrast(tags: Sequence[Tag], words: Sequence[Word]) -> list[Tag]:
    """The tags without "not required" of "not required but a plus": what stands behind it is what is asked for."""
    marks = [tag for tag in tags if tag.table == "modality"]
    gone: list[Tag] = []
    for denial in (tag for tag in tags if tag.table == "negation"):
        denied = next((mark for mark in marks if 0 <= mark.first - denial.last <= 1), None)
        after = next((mark for mark in marks if denied and mark.first >= denied.last and mark.key != denied.key), None)
        if denied and after and _is_turned(denied, after, words) and not _names(tags, denied.last, after.first):
            gone += [denial, denied]
    return _without_the_other(words, [tag for tag in tags if tag not in gone])


def _without_the_other(words: Sequence[Word], tags: list[Tag]) -> list[Tag]:
    """The tags without what the same thing is set against: "hybrid instead of fully on site" asks for hybrid work."""
    for contrast in (tag for tag in tags if tag.table == "negation" and _contrasts(tag, words)):
        before = {(tag.table, tag.key) for tag in tags if tag.last <= contrast.first and tag.table in _DENIED}
        against = [tag for tag in tags if tag.first >= contrast.last and (tag.table, tag.key) in before]
        starts = {tag.first for tag in against}
        own = [tag for tag in tags if tag.table == "negation" and tag.first == tag.last and tag.first in starts]
        if against:
            return [tag for tag in tags if tag not in (contrast, *against, *own)]
    return tags


def _contrasts(negation: Tag, words: Sequence[Word]) -> bool:
    said = " ".join(word.form for word in words[negation.first : negation.last])
    return said in table("asking.toml")["negation"]["contrasts"]


def _names(tags: Sequence[Tag], first: int, last: int) -> bool:
    return any(first <= tag.first < last for tag in tags if tag.table in _DENIED)


def is_untold(tag: Tag, words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """ "Where the pay is not given", « dont la durée n'est pas précisée »: denied behind it, with a verb of telling."""
    spans = holds(words, table("asking.toml")["stating"]["words"])
    before = [t for t in tags if t.table == "negation" and t.last <= tag.first]
    for last in (last for t in before for first, last in spans if 0 <= first - t.last <= 1):
        between = words[last : tag.first]
        joined = any(word.apart or word.form in JOINTS for word in between) or _asks_anew(between)
        if 0 <= len(between) <= _TOLD_REACH and last <= tag.first and not joined:
            return not any(_is_denied_before(no, other, words, tags) for no in before for other in tags if other != tag)
    return any(_is_denied_before(no, tag, words, tags) for no in tags if no.table == "negation")


def _is_denied_before(negation: Tag, tag: Tag, words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """Whether a tag is what a negation behind it says is not told, as the nearest: « la durée n'est pas précisée »."""
    if tag.table not in (*_DENIED, *_OFFERED) or not 0 <= negation.first - tag.last <= _NEGATION_REACH:
        return False
    if _contrasts(negation, words):  # "permanent rather than fixed-term"
        return False
    between = words[tag.last : negation.first]
    nearer = any(tag.last <= other.first < negation.first for other in tags if other.table in (*_DENIED, *_OFFERED))
    if nearer or any(word.form in JOINTS for word in between):
        return False
    spans = holds(words, table("asking.toml")["stating"]["words"])
    return any(
        0 <= first - negation.last <= 1
        and not _has_object(last, words, tags)
        and not _names(tags, negation.last, first)  # "permanent jobs with no pay given"
        for first, last in spans
    )


def _has_object(last: int, words: Sequence[Word], tags: Sequence[Tag]) -> bool:
    """Whether what is not told stands behind the verb that ends at `last`: "CDI jobs that mention no telework"."""
    small = table("asking.toml")["stating"]["small"]
    objects = (tag.first for tag in tags if tag.table in (*_DENIED, *_OFFERED) and 0 <= tag.first - last <= _OBJECT)
    return any(all(word.form in small and not word.apart for word in words[last:first]) for first in objects)


def is_negated(tag: Tag, tags: Sequence[Tag], words: Sequence[Word]) -> bool:
    """Whether a negation stands shortly before the value, before the modality word that leads to it, or ends it off."""
    if _is_denied_last(tag, words) or _is_left_out_too(tag, tags, words):
        return True
    for negation in (other for other in tags if other.table == "negation"):
        if negation.first == negation.last != tag.first or _asks_anew(words[negation.last : tag.first]):
            continue  # it denies one thing alone, or what is said before it is asked
        distance = tag.first - negation.last
        between = (t for t in tags if negation.last <= t.first < tag.first)
        if tag.first < negation.first and _is_wished_for(tag, tags):
            continue  # « qui aimerait l'allemand sans l'exiger ? »
        if tag.table == "beginners" and any(t.table == "fields" for t in between):
            continue  # « j'ai aucune expérience, lesquels acceptent les débutants ? »
        told_before = (other for other in tags if other.last <= negation.first and other != tag)
        if tag.first >= negation.last and any(_is_denied_before(negation, o, words, tags) for o in told_before):
            continue  # "whose pay isn't stated, and that offer housing"
        if _is_turned(negation, tag, words) or _is_of_a_clause_before(negation, tag, tags, words):
            continue
        if 0 <= distance <= _NEGATION_REACH or _leads_to(negation, tag, tags):
            return True
        required = tag.table not in _OFFERED  # "which permanent jobs do not require English?"
        if required and _stands_before(tag, negation, tags, words):
            return True
    return False


def _is_of_a_clause_before(negation: Tag, tag: Tag, tags: Sequence[Tag], words: Sequence[Word]) -> bool:
    """ "Leaving aside internships, which ask for English?": the denial is of what its own clause names."""
    nearer = [o for o in tags if negation.last <= o.first < tag.first and o.table in (*_DENIED, *_OFFERED)]
    marks = [o.first for o in tags if o.table == "modality" and nearer and nearer[0].last <= o.first < tag.first]
    return any(any(word.apart for word in words[nearer[0].last : mark + 1]) for mark in marks)


def _is_left_out_too(tag: Tag, tags: Sequence[Tag], words: Sequence[Word]) -> bool:
    """ "Leave out temp agency missions, consultancies and volunteering": of a list the last as the first."""
    if tag.table not in _OFFERED:
        return False
    tables = table("asking.toml")
    leads = [last for _, last in holds(words[: tag.first], tables["leaving_out"]["words"])]
    listed = [other for other in tags if other.table == tag.table and leads and leads[-1] <= other.first <= tag.first]
    gaps = [words[a.last : b.first] for a, b in pairwise(listed)]
    near = bool(listed) and 0 <= listed[0].first - leads[-1] <= 1
    turned = [*tables["turning"]["words"], *tables["postings"]["which"], "but", "mais", "only"]
    return near and all(len(gap) <= _OBJECT and not holds(gap, turned) for gap in gaps)


def _asks_anew(between: Sequence[Word]) -> bool:
    """ "I don't have a computer: which jobs …": a question begins behind what is denied."""
    nouns = table("asking.toml")["postings"]
    named = {first for first, _ in holds(between, [*nouns["singular"], *nouns["plural"]])}
    being = {at for at, word in enumerate(between) if word.form in _BEING}  # "leave out X: which are Y?"
    return any(between[first].apart or last in named | being for first, last in holds(between, nouns["which"]))


def _is_denied_last(tag: Tag, words: Sequence[Word]) -> bool:
    """ "Where is Arabic a must but English isn't?", « arabe obligatoire mais anglais non »: a denial ends it."""
    behind, tables = words[tag.last :], table("asking.toml")
    if _is_no_to_all(behind):
        return True
    if not behind or behind[0].apart:
        return False
    ends = {last for first, last in holds(behind, tables["negation"]["ends"]) if first == 0}
    which = {first for first, _ in holds(behind, tables["postings"]["which"])}
    return any(last == len(behind) or behind[last].apart or last in which for last in ends)


def _is_no_to_all(behind: Sequence[Word]) -> bool:
    """« Le soir et le week-end, c'est non », "my English is poor": a thing, or several joined, and then a no."""
    for first, last in holds(behind[:_LISTED], table("asking.toml")["no_to_all"]["words"]):
        between = [word.form for word in behind[:first]]
        at = next((n for n, form in enumerate(between[:_OBJECT]) if form in ("et", "ou", "and", "or")), None)
        joined = not between or (at is not None and JOINTS.isdisjoint(between[at + 1 :]))
        ends = last == len(behind) or behind[last].apart or behind[last].capital or behind[last].form in JOINTS
        if joined and ends:
            return True
    return False


def _is_wished_for(tag: Tag, tags: Sequence[Tag]) -> bool:
    """ "Who would like German but don't demand it?", « langue souhaitée, sans l'exiger »: beside a wish."""
    wishes = (other for other in tags if (other.table, other.key) == ("modality", "asset"))
    return any(0 <= max(tag.first - other.last, other.first - tag.last) <= _OBJECT for other in wishes)


def _stands_before(tag: Tag, negation: Tag, tags: Sequence[Tag], words: Sequence[Word]) -> bool:
    """ "English is not required", but not "English and don't require a licence", « … sans exiger de permis »."""
    mark = next((m for m in tags if m.table == "modality" and m.first == negation.last), None)
    between = words[tag.last : negation.first]
    inverted = [w.form for w in between] in _INVERTED  # « le bilinguisme n'est-il pas obligatoire »
    far = len(between) > 1 and not inverted
    if mark is None or negation.first < tag.last or far or any(w.form in JOINTS for w in between):
        return False
    of_another = (other for other in tags if other.table in _DENIED and 0 <= other.first - mark.last <= _OBJECT)
    return not any(
        other.table not in _OFFERED and not any(w.apart or w.form in JOINTS for w in words[mark.last : other.first + 1])
        for other in of_another
    )


def _is_turned(negation: Tag, tag: Tag, words: Sequence[Word]) -> bool:
    """« Pas de nuits mais un logement », "no nights, and with a room": what is wanted after all begins in between."""
    between = words[negation.last : tag.first]
    return bool(holds(between, table("asking.toml")["turning"]["words"]))


def _leads_to(negation: Tag, tag: Tag, tags: Sequence[Tag]) -> bool:
    """ "Don't oblige me to hold a licence": what is denied demands the thing next."""
    marks = (mark for mark in tags if mark.table == "modality" and 0 <= mark.first - negation.last <= 1)
    mark = next(marks, None)
    if mark is None or not 0 <= tag.first - mark.last <= _NEGATION_REACH:
        return False
    return not any(mark.last <= other.first < tag.first for other in tags if other.table in (*VALUED, "fields"))


def is_not_made(words: Sequence[Word]) -> bool:
    """ "I hate travelling. Which jobs don't make me?", « … lesquels ne m'y obligent pas ? »."""
    tables = table("asking.toml")
    end = len(words) - (words[-1].form == "pas") if words else 0
    forced = [first for first, last in holds(words, tables["background"]["leaning_end"]) if last == end]
    denied = end < len(words)
    return any(denied or holds(words[max(0, first - _OBJECT) : first], tables["negation"]["words"]) for first in forced)


def is_of_another(mark: Tag, tag: Tag, tags: Sequence[Tag]) -> bool:
    """Whether a demand is one of something else: "without a licence, which ask for English?", "English required"."""
    return any(
        (0 <= other.first - mark.last <= _OBJECT or 0 <= mark.first - other.last <= _BESIDE)
        and other.table in _DENIED
        and tag.last <= other.first
        and tag.key not in (other.table, other.key)
        and (other.table, other.key) != (tag.table, tag.key)
        for other in tags
    )


def is_taken_up(tag: Tag, tags: Sequence[Tag], words: Sequence[Word]) -> bool:
    """ "My English is poor. Which jobs do not require it?", « Je parle mal anglais : lesquels ne l'exigent pas ? »."""
    if is_not_made(words):
        return True
    later = [other for other in tags if other.first >= tag.last]
    ends = table("asking.toml")["taken_up"]["ends"]  # « je déteste les lettres, où postuler sans ? »
    if words[-1].form in ends and words[-2].form not in table("asking.toml")["taken_up"]["unless"]:
        return not any(other.table in VALUED for other in later)
    named = tag.key if tag.table == "fields" else VALUED.get(tag.table)
    weighed = named in (*WEIGHED, "experience_years")  # "which permanent jobs do not require it?"
    wished = any((other.table, other.key) == ("modality", "asset") for other in later)  # "nice rather than a must"
    wished = wished or _is_wished_for(tag, tags)
    again = any(other.table == "fields" and other.key == named for other in later)  # « … n'exigent pas cette langue »
    if (
        not weighed
        or wished
        or any(other.table in VALUED and not (again and other.table in _OFFERED) for other in later)
    ):
        return False
    marks = [mark for mark in later if mark.table == "modality" and mark.key == "required"]
    denials = [other for other in later if other.table == "negation"]
    for mark, denial in ((mark, denial) for mark in marks for denial in denials):
        joined = 0 <= mark.first - denial.last <= 1 or 0 <= denial.first - mark.last <= 1
        behind = [word.form for word in words[max(mark.last, denial.last) :]]
        if joined and set(behind) <= set(table("asking.toml")["taken_up"]["words"]):
            return True
    return False


def is_lacked(tag: Tag, tags: Sequence[Tag], words: Sequence[Word]) -> bool:
    """« j'ai pas le permis, pour lesquels est-il obligatoire »: what the person lacks, and then what is asked.

    So in « Je n'ai pas le permis. Quels postes l'exigent ? », where nothing before it is said to be demanded.
    """
    if any(0 <= tag.first - last <= 1 for _, last in holds(words, table("asking.toml")["leaving_out"]["words"])):
        return False  # "leaving aside internships, which ask for English?"
    which = [*table("asking.toml")["postings"]["which"], *table("asking.toml")["taken_up"]["asked"]]
    own = {n for n, word in enumerate(words) if word.form in _SPEAKING}  # "…, I want to see what's left"
    marks = [other for other in tags if other.table == "modality" and other.first - 1 not in own]
    owned = not any(mark.first < tag.first for mark in marks)
    for mark in (mark for mark in marks if mark.first >= tag.last and not is_of_another(mark, tag, tags)):
        between = words[tag.last : mark.first + 1]
        taken_up = any(
            tag.last <= other.first < mark.first for other in tags if (other.table, other.key) == ("follow", "it")
        )
        if any(word.apart for word in between) or (owned and (taken_up or holds(between, which))):
            return not holds(between, table("asking.toml")["negation"]["words"])
    return False
