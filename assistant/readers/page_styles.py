"""What the styles of a web page hide: the few properties of CSS by which text is on a page and not on a screen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

Declarations = Mapping[str, str]
_LONGEST_SHEET = 1_000_000  # characters
_MOST_RULES = 5_000
_COMPOUND = re.compile(r"(\*|[a-z][a-z0-9]*)?((?:[.#][\w-]{1,80})*)")
_PART = re.compile(r"[.#][\w-]+")
_LENGTH = re.compile(r"(-?\d{0,9}(?:\.\d{1,9})?)\s*(px|pt|em|rem|%|vw|vh|)")
_HEX = re.compile(r"#(?:([0-9a-f]{3})[0-9a-f]?|([0-9a-f]{6})(?:[0-9a-f]{2})?)(?![0-9a-f])")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]{1,8}%?)\s*)?\)")
_NAMED = {
    "white": (255, 255, 255), "snow": (255, 250, 250), "ivory": (255, 255, 240), "whitesmoke": (245, 245, 245),
    "ghostwhite": (248, 248, 255), "floralwhite": (255, 250, 240), "black": (0, 0, 0), "red": (255, 0, 0),
    "green": (0, 128, 0), "blue": (0, 0, 255), "navy": (0, 0, 128), "gray": (128, 128, 128), "grey": (128, 128, 128),
    "yellow": (255, 255, 0), "orange": (255, 165, 0),
}  # fmt: skip
_NEAR = 16  # of 255, in every channel: colours that no eye tells apart
_FAR = -300.0  # px beyond the edge of the page
_PX = {"px": 1.0, "": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "%": 0.16, "vw": 10.0, "vh": 10.0}
_SMALLEST = 2.0  # px of letters
_MOVING = ("transform", "transition", "animation", "animation-name")

Colour = tuple[int, int, int]


@dataclass
class _Rule:
    tag: str
    parts: frozenset[str]
    weight: int
    order: int = 0
    declarations: dict[str, str] = field(default_factory=dict)

    def fits(self, tag: str, names: frozenset[str]) -> bool:
        return self.tag in ("*", tag) and self.parts <= names


@dataclass(frozen=True)
class Look:
    """How the text of an element is seen: what it inherits and what its own styles say."""

    visible: bool = True
    size: float = 16.0  # px
    colour: Colour | None = (0, 0, 0)  # None: unknown, or painted by a picture
    ground: Colour | None = (255, 255, 255)
    transparent: bool = False

    @property
    def is_seen(self) -> bool:
        """Whether letters can be read."""
        alike = self.colour is not None and self.ground is not None and _alike(self.colour, self.ground)
        return self.visible and self.size >= _SMALLEST and not alike and not self.transparent


class Sheet:
    """The rules of a page's own style sheets whose selector is one element: `p`, `.note`, `div.note#a`."""

    def __init__(self) -> None:
        """No rules yet."""
        self._rules: dict[tuple[str, frozenset[str]], _Rule] = {}
        self._by_key: dict[str, list[_Rule]] = defaultdict(list)
        self._made: dict[tuple[str, frozenset[str], str], Declarations] = {}

    def add(self, css: str) -> None:
        """Take in a style sheet; what stands in a condition such as `@media` is left out."""
        for selectors, body in _rules(css[:_LONGEST_SHEET]):
            declarations = declarations_of(body)
            for selector in selectors.lower().split(",") if declarations else ():
                found = _COMPOUND.fullmatch(selector.strip())
                if found and found[0] and len(self._rules) < _MOST_RULES:
                    self._add(found[1] or "*", _PART.findall(found[2]), declarations)

    def _add(self, tag: str, parts: list[str], declarations: Declarations) -> None:
        rule = self._rules.get((tag, frozenset(parts)))
        if rule is None:
            weight = sum(100 if part[0] == "#" else 10 for part in parts) + (tag != "*")
            rule = self._rules[(tag, frozenset(parts))] = _Rule(tag, frozenset(parts), weight)
            self._by_key[parts[0] if parts else tag].append(rule)
        rule.order = len(self._rules)
        rule.declarations.update(declarations)

    def of(self, tag: str, names: frozenset[str], inline: str) -> Declarations:
        """The declarations that hold for an element: `names` are its classes and id with their signs (`.a`, `#b`)."""
        key = (tag, names, inline)
        if key not in self._made:
            self._made[key] = self._merged(*key)
        return self._made[key]

    def _merged(self, tag: str, names: frozenset[str], inline: str) -> Declarations:
        found = [rule for key in ("*", tag, *names) for rule in self._by_key.get(key, ()) if rule.fits(tag, names)]
        found.sort(key=lambda rule: (rule.weight, rule.order))
        merged: dict[str, str] = {}
        important: dict[str, str] = {}
        for declarations in (*(rule.declarations for rule in found), declarations_of(inline)):
            merged.update(declarations)
            important |= {name: value for name, value in declarations.items() if value.endswith("!important")}
        return {name: value.removesuffix("!important").strip() for name, value in (merged | important).items()}


def _rules(css: str) -> Iterable[tuple[str, str]]:
    """The selectors and the body of each rule that stands outside any other block."""
    css = _without_comments(css)
    depth, start, selectors = 0, 0, ""
    for brace in re.finditer(r"[{};]", css):
        if brace[0] == "{":
            if depth == 0:
                selectors = css[start : brace.start()]
            depth, start = depth + 1, brace.end() if depth == 0 else start
        elif brace[0] == "}":
            depth = max(0, depth - 1)
            if depth == 0:
                if "@" not in selectors:
                    yield selectors, css[start : brace.start()]
                start = brace.end()
        elif depth == 0:
            start = brace.end()


def _without_comments(css: str) -> str:
    kept, at = [], 0
    while (start := css.find("/*", at)) >= 0:
        kept.append(css[at:start])
        end = css.find("*/", start + 2)
        at = end + 2 if end >= 0 else len(css)
    return "".join([*kept, css[at:]])


def declarations_of(body: str) -> dict[str, str]:
    """The declarations of a rule or of a `style` attribute, in lower case."""
    pairs = (piece.partition(":") for piece in body.lower().split(";")[:200])
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


def is_gone(styles: Declarations) -> bool:
    """Whether an element and all that is in it is not on the page that a person sees."""
    if not styles:
        return False
    if styles.get("display") == "none" or styles.get("content-visibility") == "hidden":
        return True
    moving = any(name in styles for name in _MOVING)  # about to appear
    if _length(styles.get("opacity", "")) == 0 and not moving:
        return True
    return _is_off_page(styles) or _is_clipped(styles)


def _is_off_page(styles: Declarations) -> bool:
    sides = ("left", "top", "right", "bottom") if styles.get("position", "static") not in ("static", "sticky") else ()
    return any((_length(styles.get(n, "")) or 0) <= _FAR for n in (*sides, "text-indent", "margin-left", "margin-top"))


def _is_clipped(styles: Declarations) -> bool:
    """Whether nothing of a box is left: one of no size that cuts off what does not fit, or cut out or shrunk."""
    sizes = [styles.get(name, "") for name in ("height", "max-height", "width", "max-width")]
    lengths = [_length(size) for size in sizes if not size.endswith("%") or size == "0%"]
    cut = "hidden" in (styles.get("overflow"), styles.get("overflow-x"), styles.get("overflow-y"))
    if cut and any(length is not None and length <= 1 for length in lengths):
        return True
    clip = re.sub(r"[\s,]", "", styles.get("clip", ""))
    path = styles.get("clip-path", "").replace(" ", "")
    shrunk = styles.get("transform", "").replace(" ", "").startswith(("scale(0)", "scale(0,"))
    return (
        shrunk
        or clip.startswith(("rect(0", "rect(1px1px1px1px"))
        or path.startswith(("inset(50%", "inset(100%", "circle(0"))
    )


def look_of(styles: Declarations, around: Look) -> Look:
    """How the text of an element is seen, given how that around it is."""
    if not styles:
        return around
    look = around
    if "visibility" in styles:
        look = replace(look, visible=styles["visibility"] not in ("hidden", "collapse"))
    if found := _LENGTH.fullmatch(styles.get("font-size", "")):
        relative = around.size / 16 if found[2] in ("em", "%") else 1.0
        look = replace(look, size=(_length(found[0]) or 0.0) * relative if found[1] not in ("", "-") else look.size)
    ground = styles.get("background-color", "") or styles.get("background", "")
    picture = styles.get("background-image", "") + ground
    if "url(" in picture or "gradient" in picture:
        look = replace(look, ground=None)
    elif painted := _colour(ground):
        look = replace(look, ground=painted)
    colour = styles.get("color", "inherit")
    if colour not in ("inherit", "currentcolor"):
        through = styles.get("background-clip", "") + styles.get("-webkit-background-clip", "")
        clear = (colour == "transparent" or _is_clear(colour)) and "text" not in through
        look = replace(look, colour=_colour(colour), transparent=clear)
    return look


def is_bold(styles: Declarations) -> bool:
    """Whether an element's own styles make its text bold."""
    weight = styles.get("font-weight", "")
    return weight in ("bold", "bolder") or (weight.isdigit() and int(weight[:4]) >= 600)


def _length(value: str) -> float | None:
    found = _LENGTH.fullmatch(value)
    return float(found[1]) * _PX[found[2]] if found and found[1] not in ("", "-") else None


def _colour(value: str) -> Colour | None:
    """The colour in a value, None where it is unknown or leaves through what is behind it."""
    if found := _HEX.search(value):
        digits = "".join(2 * digit for digit in found[1]) if found[1] else found[2]
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if found := _RGB.search(value):
        return None if _is_clear(value) else (int(found[1]), int(found[2]), int(found[3]))
    return next((_NAMED[word] for word in value.split() if word in _NAMED), None)


def _is_clear(value: str) -> bool:
    found = _RGB.search(value)
    return bool(found and found[4] and not found[4].strip("0.%"))


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))
