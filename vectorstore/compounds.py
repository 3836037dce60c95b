"""Words written in several (a « sage-femme » is neither wise nor a woman), and several that are written as one."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

_ACCENTS = {"a": "[aàâ]", "c": "[cç]", "e": "[eéèêë]", "i": "[iîï]", "o": "[oô]", "u": "[uùû]"}
_JOINT = "[ \u00a0\\-\u2010\u2011\u2012\u2013]"
_GENDER = r"(?:\(e\)|[.·•/\-]e)?(?:\(s\)|[.·•/\-]?s)?"  # aide-soignant(e)s
_LOWER, _UPPER = "a-zß-öø-ÿœ", "A-ZÀ-ÖØ-ÝŒ"
# The first of two words that lost the space between them: « posteVous », « QualificationsVous », but not "ServiceNow";
# and an acronym: « 11 jours de RTTCongés payés », but not "RESTful".
GLUED = (
    rf"(?:(?:[{_LOWER}]{{5,}}+|[{_UPPER}][{_LOWER}]{{8,}}+)(?=[{_UPPER}][{_LOWER}]{{2}})"
    rf"|(?<![^\W_])[{_UPPER}]{{3,8}}(?=[{_UPPER}][{_LOWER}]{{4}}))"
)


def _read() -> dict[str, str]:
    text = resources.files("vectorstore").joinpath("data", "words.toml").read_text(encoding="utf-8")
    lines = tomllib.loads(text)["compounds"].splitlines()
    return {form: forms[0] for line in lines if (forms := line.split()) for form in forms}


def _written(form: str) -> str:
    return "".join(_ACCENTS.get(c, _JOINT if c == "-" else c) for c in form)


# The words by their folded parts joined by hyphens, each with the form that stands for all of its own.
_COMPOUNDS = _read()
# What matches one of them as texts write it, in whatever case and with what is elided before it.
COMPOUND = rf"(?i:(?:[dl]['\u2019])?(?:{'|'.join(map(_written, _COMPOUNDS))}){_GENDER})(?![^\W_])"
_END = re.compile(rf"{_GENDER}$")
_JOINTS = re.compile(_JOINT)


def compound_of(folded: str) -> str | None:
    """The form that stands for a folded word, where it is one of them."""
    joined = _JOINTS.sub("-", folded)
    return _COMPOUNDS.get(joined) or _COMPOUNDS.get(_END.sub("", joined))
