"""The postings that the benchmark questions are asked about, made again from the corpora.

The texts of the corpora are not part of the project: `questions_postings.json` names, for each file, the corpus and the
id of its posting, and `write_folder` writes the files of one set. A `bare` posting has no line for its employer and
place; the project's `own`, made up for the purpose, lie in `postings/`.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

Set = Literal["dev", "held", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]

OWN = Path(__file__).with_name("postings")

POSTINGS = Path(__file__).with_name("questions_postings.json")
LIST_CORPUS = "postings_fr.jsonl"
BARE = " (bare)"
PAIRS_CORPUS = "postings_en_fr_pairs.json"


def write_folder(corpora: Path, which: Set, folder: Path) -> list[Path]:
    """Write the postings of one set as UTF-8 text files into `folder`, which is made where it is missing.

    Returns the paths in the order of their names. Raises KeyError where a posting is no longer in its corpus, and
    OSError where a corpus cannot be read.
    """
    texts = texts_of(corpora)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, place in json.loads(POSTINGS.read_text(encoding="utf8")).items():
        if place["set"] == which:
            path = folder / name
            text = OWN.joinpath(name).read_text("utf8") if "own" in place else texts[_key(place)]
            path.write_text(text, encoding="utf8", newline="")
            paths.append(path)
    return paths


def _key(place: dict[str, str]) -> tuple[str, str]:
    return place["corpus"], place["id"] + (BARE if "bare" in place else "")


def texts_of(corpora: Path) -> dict[tuple[str, str], str]:
    """Every posting of both corpora, by the name of its corpus and its id; OSError where one cannot be read.

    Those of the list come twice: behind the id stands `BARE` where employer and place are left out.
    """
    return dict(_texts(corpora))


def _texts(corpora: Path) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield ((corpus, id), text) for every posting of both corpora."""
    # Not splitlines: a description may hold a line separator that JSON leaves as it is.
    for line in (corpora / LIST_CORPUS).read_text(encoding="utf8").split("\n"):
        if line.strip():
            row = json.loads(line)
            yield (LIST_CORPUS, row["id"]), _list_text(row)
            yield (LIST_CORPUS, row["id"] + BARE), _text(row["title"] or "", row["description"] or "", [])
    for pair in json.loads((corpora / PAIRS_CORPUS).read_text(encoding="utf8")):
        for side in pair.values():
            yield (PAIRS_CORPUS, side["id"]), _text(side["title"], side["body"], [])


def _list_text(row: dict[str, str | None]) -> str:
    named = [("Entreprise", row.get("company")), ("Lieu", row.get("location"))]
    return _text(row["title"] or "", row["description"] or "", [f"{word} : {value}" for word, value in named if value])


def _text(title: str, body: str, ending: list[str]) -> str:
    parts = [title.strip(), body.strip(), "\n".join(ending)]
    return "\n\n".join(part for part in parts if part) + "\n"
