"""Words of a question that look like a condition and are none: « l'ingénieur », "should I master", "teach Arabic"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking.helping import is_help_given
from assistant.asking.lexicon import Tag, Word, holds, is_elided, is_job, matches
from assistant.asking.part_words import as_least_years, is_cape, is_having, is_rate, is_staff
from assistant.asking.phrasing import ELIDED
from assistant.library import Library
from assistant.name_index import place_index
from assistant.places import is_town
from assistant.resources import table

_PAPER = 6  # words from « how long » to the paper that it is asked of
_FAR = 6  # words between a day that is asked for and what is due on it


def is_homograph(tag: Tag, words: Sequence[Word], text: str, library: Library) -> bool:
    """Whether the words of a tag mean something else where they stand in a question."""
    return (
        _is_people(tag, words)
        or _is_taught(tag, words)
        or _is_of_employer(tag, words)
        or _is_town(tag, words, library)
        or _is_engineer(tag, words, text)
        or _is_of_studies(tag, words)
        or _is_verb(tag, words)
        or _is_trade(tag, words)
        or _is_farm(tag, words)
        or _is_named_by(tag, words)
        or _is_work_online(tag, words)
        or _is_employer(tag, words)
        or _is_of_days_or_tests(tag, words)
        or _is_of_others(tag, words)
        or _is_relative(tag, words)
        or is_rate(tag, words)
        or is_cape(tag, words, text)
        or is_staff(tag, words, text)
        or is_having(tag, words, text)
        or _is_separately(tag, words)
        or is_help_given(tag, words)
        or (tag.table == "follow" and tag.last - tag.first == 1 and is_offering(words, tag.first))
    )


def is_offering(words: Sequence[Word], at: int) -> bool:
    """« Quels avantages offre Sopra ? », « combien offre la mairie ? », « qu'offre-t-on ? »: no job is meant."""
    if words[at].form != "offre" or not at:
        return False
    before, behind = words[at - 1].form, words[at + 1].form if at + 1 < len(words) else ""
    tables = table("asking.toml")["offering"]
    thing = at > 1 and words[at - 2].form in tables["which"] and before not in tables["adjectives"]
    return thing or before in tables["before"] or behind == "t"


def _is_drawing(tag: Tag, words: Sequence[Word]) -> bool:
    """CAD beside words of drawing is no dollar: "CAD / computer aided drawing skills"."""
    drawn = holds(words, table("asking.toml")["drawing"]["words"])
    return (tag.table, tag.key) == ("currency", "CAD") and words[tag.first].form == "cad" and bool(drawn)


def _is_separately(tag: Tag, words: Sequence[Word]) -> bool:
    """« …, et, à part, où … ? »: with a comma behind it it leaves nothing out."""
    said = [word.form for word in words[tag.first : tag.last]] == ["a", "part"]
    return tag.table == "negation" and said and (tag.last == len(words) or words[tag.last].apart)


def _is_relative(tag: Tag, words: Sequence[Word]) -> bool:
    """« L'annonce où l'on dépose des machines », "the ad where I drop off …": that "where" asks for no place."""
    first, before = words[tag.first], words[tag.first - 1 : tag.first]
    if tag.table != "fields" or tag.last - tag.first == 1 or first.form not in ("ou", "where") or first.apart:
        return False
    return any(word.form in table("asking.toml")["postings"]["singular"] for word in before)


def as_beside(tag: Tag, words: Sequence[Word], text: str) -> Tag:
    """A tag whose words only describe a name that is given: they ask for nothing, nor are they a topic."""
    if (tag.table, tag.key) == ("driving_licence", "A") and _is_at(tag, words, text):
        return replace(tag, table="fields", key="driving_licence", last=tag.last - 1)
    if tag.table == "letter" and _is_to_be_written(words[: tag.first]):
        return replace(tag, table="document", key="letter")
    if _is_length_of_paper(tag, words):
        return replace(tag, table="fields", key="document")
    if _is_drawing(tag, words):
        return replace(tag, table="topics", key="tool CAO/DAO")
    tag = as_least_years(tag, words)
    beside = _is_gloss(tag, words, text) or _is_agency(tag, words)
    beside = beside or _is_due(tag, words) or _is_handed_in_by(tag, words) or _is_begun(tag, words)
    return replace(tag, table="idle", key="words") if beside else tag


def _is_to_be_written(before: Sequence[Word]) -> bool:
    """ "For which jobs do I not have to write a cover letter?", "must I write one …": who wants one is asked."""
    tables = table("asking.toml")
    asked = holds(before, [*tables["postings"]["plural"], *tables["writing"]["asked_of"]])
    asked = asked or holds(before[:1], tables["writing"]["begins"])
    return bool(asked) and bool(holds(before, tables["writing"]["made"]))


def _is_length_of_paper(tag: Tag, words: Sequence[Word]) -> bool:
    """ "How long may my CV be?" asks what the posting says of the CV, and not how long the work goes on."""
    if (tag.table, tag.key) != ("fields", "duration"):
        return False
    known = table("asking.toml")["length_of_paper"]
    asked, behind = holds(words[tag.first : tag.last], known["asked"]), words[tag.last : tag.last + _PAPER]
    taken_up = holds(behind, known["it"]) and holds(
        words[: tag.first], known["papers"]
    )  # "… the CV? How long may it be?"
    named = holds(behind, known["papers"]) or taken_up
    return bool(asked) and bool(named) and not holds(words, known["unless"])


def _is_due(tag: Tag, words: Sequence[Word]) -> bool:
    """« La date limite pour déposer le dossier » asks for the day, and neither where to nor what it holds."""
    if tag.table != "document" and (tag.table, tag.key) not in (("fields", "apply_to"), ("fields", "document")):
        return False
    tables = table("asking.toml")["due"]
    day = max((last for _, last in holds(words[: tag.first], tables["day"])), default=None)
    return day is not None and tag.first - day <= _FAR and not holds(words[day : tag.last], tables["other"])


def _is_handed_in_by(tag: Tag, words: Sequence[Word]) -> bool:
    """ "By what date must the application be handed in?" asks for the day, and not whether it is handed over."""
    tables = table("asking.toml")["due"]
    if (tag.table, tag.key) != ("topics", "by_hand") or (tag.first, tag.last) not in holds(words, tables["handed"]):
        return False
    return bool(holds(words[: tag.first], [*tables["day"], *tables["day_of"]]))


def _is_begun(tag: Tag, words: Sequence[Word]) -> bool:
    """ "When does the contract begin?", « à quelle date finit le contrat ? » ask for no kind of contract."""
    bare = (tag.table, tag.key) == ("fields", "contract") and tag.last - tag.first == 1
    beginning = table("asking.toml")["beginning"]
    moves = holds(words, [*beginning["words"], *beginning["ends"]])
    when = holds(words[: tag.first], ["when", "quand", "date", "dates", "jour", "day"])
    return bare and bool(when) and bool(moves)


def _is_at(tag: Tag, words: Sequence[Word], text: str) -> bool:
    """« Se passer du permis à Zinder » names a place, and no category."""
    last = words[tag.last - 1]
    named = words[tag.last : tag.last + 1]
    written = text[last.start : last.end]
    return written == "à" or (written == "a" and bool(named) and (named[0].capital or is_town(named[0].form)))


def _before(tag: Tag, words: Sequence[Word], many: int = 1) -> list[str]:
    return [word.form for word in words[max(0, tag.first - many) : tag.first]]


def _is_of_days_or_tests(tag: Tag, words: Sequence[Word]) -> bool:
    """ "Which days is the restaurant closed?", "I've just passed my driving test": no posting closes."""
    if tag.table != "status":
        return False
    passed = words[tag.last - 1].form == "passed"
    behind = passed and tag.last < len(words) and words[tag.last].form in table("asking.toml")["passed"]["behind"]
    return behind or bool(holds(words[: tag.first], table("asking.toml")["which_days"]["words"]))


def _is_employer(tag: Tag, words: Sequence[Word]) -> bool:
    """ "What would I do at the Brussels place?" names the job that is there; "is the city safe?" asks for no place."""
    if (tag.table, tag.key) != ("fields", "location") or not tag.first:
        return False
    form, before = words[tag.first].form, words[tag.first - 1]
    sites = table("asking.toml")["site"]
    site = form in sites["words"] and before.form in sites["before"] and not holds(words, sites["asked"])
    leads = words[0].form in table("asking.toml")["asks"]["whether"]  # "is the city dangerous?"
    return (form == "place" and before.capital) or (
        site and leads and before.form in table("asking.toml")["site"]["before"]
    )


def _is_people(tag: Tag, words: Sequence[Word]) -> bool:
    """ "A job about volunteers who read": people, no kind of contract."""
    known = table("asking.toml")["people"]
    people = tag.table == "contract" and words[tag.first].form in known["words"]
    return people and any(form in known["before"] for form in _before(tag, words))


def _is_engineer(tag: Tag, words: Sequence[Word], text: str) -> bool:
    """« Que ferait l'ingénieur » names a job and no degree."""
    article = is_elided(text, words[tag.first])
    known = table("asking.toml")["works"]
    of_work = any(form in known["of"] for form in _before(tag, words))
    named = any(form in known["as"] for form in _before(tag, words, 2))
    as_one = named and bool(holds(words[: tag.first], known["doing"]))
    return (tag.table, tag.key) == ("degree", "engineer") and (article or of_work or as_one)


def _is_of_studies(tag: Tag, words: Sequence[Word]) -> bool:
    """« Ingénieur études de prix », « bureau d'études »: what is studied there, and no studies of whoever applies."""
    bare = (tag.table, tag.key) == ("fields", "degree") and words[tag.last - 1].form in ("etudes", "etude")
    return bare and any(form in table("asking.toml")["works"]["studying"] for form in _before(tag, words))


def _is_taught(tag: Tag, words: Sequence[Word]) -> bool:
    """ "Teach Arabic", « prof d'anglais », "a French teacher": what is taught is no requirement."""
    tables = table("asking.toml")["teaching"]
    teacher = any(
        not w.apart and matches(w.form, t) for w in words[tag.last : tag.last + 1] for t in tables["teachers"]
    )
    taught = any(matches(form, verb) for form in _before(tag, words, 2) for verb in tables["words"])
    return tag.table == "language" and (teacher or taught)


def _is_town(tag: Tag, words: Sequence[Word], library: Library) -> bool:
    """ "The Béja consultancy", « à Fada N'Gourma »: a town with a posting, whose name holds a language's as well."""
    if tag.table != "language" or tag.last - tag.first > 1 or not words[tag.first].capital:
        return False
    forms, own = [word.form for word in words], words[tag.first].form
    towns = ([part for part in town if part not in ELIDED] for town in place_index(library).phrases if own in town)
    starts = ((town, tag.first - town.index(own)) for town in towns)
    return any(start >= 0 and forms[start : start + len(town)] == town for town, start in starts)


def _is_of_employer(tag: Tag, words: Sequence[Word]) -> bool:
    """ "The Norwegian embassy", « l'ONG française »: whose an employer is."""
    if tag.table != "language" or tag.last - tag.first > 1:
        return False
    kinds = table("asking.toml")["nationality"]["employers"]
    behind = words[tag.last : tag.last + 1]
    before = _before(tag, words) if not words[tag.first].apart else []
    return any(not word.apart and word.form in kinds for word in behind) or any(form in kinds for form in before)


def _is_verb(tag: Tag, words: Sequence[Word]) -> bool:
    """ "Which tools should I master?" asks for no degree."""
    known = table("asking.toml")["mastering"]
    verb = (tag.table, tag.key) == ("degree", "master") and words[tag.first].form in known["words"]
    return verb and any(form in known["before"] for form in _before(tag, words))


def _is_trade(tag: Tag, words: Sequence[Word]) -> bool:
    """ "The test technician": part of what the job is called."""
    trade = tag.table == "topics" and words[tag.last - 1].form in table("asking.toml")["trades"]["words"]
    return trade and tag.last < len(words) and not words[tag.last].apart and is_job(words[tag.last].form)


def _is_of_others(tag: Tag, words: Sequence[Word]) -> bool:
    """« On aide des gens qui ont besoin de papiers »: who the work is for lacks them, and nobody hands them in."""
    known, before = table("asking.toml")["papers_of_others"], words[: tag.first]
    if (tag.table, tag.key) != ("fields", "document") or words[tag.last - 1].form not in known["words"]:
        return False
    return bool(
        holds(before, known["people"]) and holds(before, known["lacking"]) and not holds(words, known["handing"])
    )


def _is_farm(tag: Tag, words: Sequence[Word]) -> bool:
    """« On travaille quels jours à la ferme ? »: no call that closes."""
    known = table("asking.toml")["farm"]
    return (
        tag.table == "status"
        and words[tag.first].form in known["words"]
        and any(form in known["before"] for form in _before(tag, words))
    )


def _is_named_by(tag: Tag, words: Sequence[Word]) -> bool:
    """« Gérer les produits frais », « faire les fiches de paie », "helping people find a first job": worked on."""
    return any(
        tag.table == known["table"]
        and words[tag.first].form in known["words"]
        and any(form in known["before"] for form in _before(tag, words, known["reach"]))
        for known in table("worked_on.toml").values()
    )


def _is_gloss(tag: Tag, words: Sequence[Word], text: str) -> bool:
    """« le Service numérique canadien (SNC, en anglais CDS) »: what something is called in a language."""
    if tag.table != "language" or _before(tag, words) not in (["en"], ["in"]):
        return False
    opened = "(" in text[: words[tag.first].start].rpartition(")")[2]
    return opened and any(w.capital and text[w.start : w.end].isupper() for w in words[tag.last : tag.last + 1])


def _is_agency(tag: Tag, words: Sequence[Word]) -> bool:
    """ "By the temp agency Adéquat", « l'agence d'intérim Synergie »: what a named employer is, no kind of contract."""
    if (tag.table, tag.key) not in (("contract", "temporary"), ("topics", "for_client")):
        return False
    agency = table("asking.toml")["agency"]["words"]
    before = next((n for n in range(tag.first - 1, max(-1, tag.first - 3), -1) if words[n].form in agency), None)
    after = tag.last if tag.last < len(words) and words[tag.last].form in agency else None
    name = after + 1 if after is not None else tag.last
    named = name < len(words) and words[name].capital and not words[name].apart
    return named and (before is not None or after is not None or words[tag.last - 1].form in agency)


def _is_work_online(tag: Tag, words: Sequence[Word]) -> bool:
    """« Psychologue en ligne » works there, and applies by no form."""
    tables = table("asking.toml")["applying_online"]
    online = tag.table == "apply_to" and (tag.first, tag.last) in holds(words, tables["online"])
    return online and not holds(words, tables["words"])
