"""The job on the line below one that says it is sought: « La Ville recrute un(e) », "is appointing its next"."""

from __future__ import annotations

import re

from assistant.domain import Span
from assistant.labels import NOT_STATED, has_own_job
from assistant.leads import lead_in
from assistant.lines import Line
from assistant.title_shape import LONGEST_TITLE

_SEEKS_BELOW = re.compile(
    r"(?<![\w'’])(?:(?:recrute|recherche|cherche|embauche|engage|recrutons|recherchons|cherchons|engageons|embauchons"
    r"|looking for|hiring|recruiting|seeking)(?:\s(?:une?|un\s?\(e\)|un[.·]e|son\s?/\s?sa|son|sa|an?|our))?"
    # « nomme son prochain », "is appointing its next"
    r"|(?:nomme|désigne|s['’]adjoint|recrute|recherche|cherche|attend|appointing|appoint|appoints|hiring|seeking|seeks"
    r"|looking for|needs)\s(?:son\s?/\s?sa|son|sa|leur|its|their|our|a|une?)"
    r"\s(?:prochaine?|future?|nouveau|nouvelle|next|new)"
    # « recrute par voie contractuelle, pour six mois, un : »
    r"|(?:recrute|recherche|cherche|embauche|engage|recrutons|recherchons|hiring|recruiting|seeking|seeks|appoint)"
    r"[\s,][^.;:!?\n]{2,160}[\s,](?:une?\sou\sune?|une?|un\s?\(e\)|un[.·]e|an?|the following))\s?:?\W*$",
    re.IGNORECASE,
)


def sought_below(line: Line, below: Line) -> Span:
    """« La Ville recrute un(e) » and the job on the line below."""
    found = _SEEKS_BELOW.search(line.text)
    start = lead_in(below.text)
    begun = start > 0 and "," in below.text  # « engage / un·e assistant·e social·e à mi-temps, 19 h/sem. »
    if found is not None and begun and len(below.text) <= LONGEST_TITLE and has_own_job(below.text[start:]):
        return Span(below.start + start, below.start + below.text.index(",", start))
    sentence = (
        below.text[-1] in ".;:" or re.search(r"\.\s", below.text) or (below.text[0].islower() and "," in below.text)
    )
    short = len(below.text) <= LONGEST_TITLE // 2 and not sentence
    plain = not below.bullet and not below.text.startswith("#")
    alone = found is not None and short and plain and has_own_job(below.text[start:])
    return Span(below.start + start, below.end) if alone else NOT_STATED
