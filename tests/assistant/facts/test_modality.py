"""What a cue governs: places and sides, not families of facts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant.domain import Span
from assistant.facts.cues import cues_of
from assistant.facts.modality import modalities
from assistant.facts.pieces import Piece, pieces
from assistant.readers.content import Content
from assistant.reading import posting_of


def piece_of(text: str) -> Piece:
    return pieces(posting_of("cases", "case", Content(text)))[0]


def of(text: str, *words: str) -> list[str]:
    piece = piece_of(text)
    spans = [Span(piece.raw.index(word), piece.raw.index(word) + len(word)) for word in words]
    return list(modalities(piece, spans))


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        # what a thing is for stands between it and the mark before its weight
        ("un peu d'alpha pour tenir le cahier et le registre = un plus", ("alpha",), ["asset"]),
        ("some alpha to greet visitors and the drivers: an asset", ("alpha",), ["asset"]),
        ("alpha pour parler aux parents et une expérience en crèche : un plus", ("alpha",), ["required"]),
        ("alpha for the meetings and experience in a nursery: a plus", ("alpha",), ["required"]),
        ("alpha pour les tournées et les réunions = obligatoire", ("alpha",), ["required"]),
        ("we don't care whether you have alpha", ("alpha",), ["none"]),
        ("alpha ou non, écrivez-nous", ("alpha",), ["none"]),
        ("alpha exigé, beta apprécié", ("alpha", "beta"), ["required", "asset"]),
        ("alpha required, beta preferred", ("alpha", "beta"), ["required", "asset"]),
        ("alpha et beta souhaités", ("alpha", "beta"), ["asset", "asset"]),
        ("alpha, beta ou gamma très appréciés", ("alpha", "beta", "gamma"), ["asset"] * 3),
        ("alpha ; beta est un plus", ("alpha", "beta"), ["required", "asset"]),
        ("alpha serait un atout indispensable", ("alpha",), ["required"]),
        ("alpha is an essential asset", ("alpha",), ["required"]),
        ("alpha serait un véritable atout", ("alpha",), ["asset"]),
        ("alpha n'est pas obligatoire", ("alpha",), ["none"]),
        ("alpha n'est pas exigé mais il sera utile", ("alpha",), ["asset"]),
        ("alpha is not required but it will help", ("alpha",), ["asset"]),
        ("il est souhaité de parler alpha, ainsi que d'avoir beta", ("alpha", "beta"), ["asset", "asset"]),
        ("il est souhaité de parler alpha, mais beta est exigé", ("alpha", "beta"), ["asset", "required"]),
        ("it is desirable, though not essential, to have alpha, as well as beta", ("alpha", "beta"), ["asset"] * 2),
        ("it would be an advantage to have alpha, and you must have beta", ("alpha", "beta"), ["asset", "required"]),
        ("alpha is not required", ("alpha",), ["none"]),
        ("alpha (non obligatoire)", ("alpha",), ["asset"]),
        ("aucun alpha exigé", ("alpha",), ["none"]),
        ("alpha et idéalement beta", ("alpha", "beta"), ["required", "asset"]),
        ("alpha and preferably beta", ("alpha", "beta"), ["required", "asset"]),
        ("alpha de préférence", ("alpha",), ["asset"]),
        ("alpha, de préférence en ville", ("alpha",), ["required"]),
        ("alpha (de préférence)", ("alpha",), ["asset"]),
        ("alpha courant, et le beta (dialectal) est souhaité", ("alpha", "beta"), ["required", "asset"]),
        ("Excellent alpha, and beta (spoken) is desirable", ("alpha", "beta"), ["required", "asset"]),
        ("alpha, and beta are desirable", ("alpha", "beta"), ["asset", "asset"]),
        ("alpha, et beta appréciés", ("alpha", "beta"), ["asset", "asset"]),
        ("La connaissance de l'alpha, et du beta, est souhaitée", ("alpha", "beta"), ["asset", "asset"]),
        ("alpha; basic; desirable", ("alpha",), ["asset"]),
        ("alpha ; notions ; souhaité", ("alpha",), ["asset"]),
        ("alpha ; courant ; exigé", ("alpha",), ["required"]),
        ("alpha ; un beta souhaité", ("alpha", "beta"), ["required", "asset"]),
        ("alpha (dans une grande association de la région de préférence)", ("alpha",), ["required"]),
        ("alpha (in a large organisation of the region if possible)", ("alpha",), ["required"]),
        ("Un plus : alpha, beta", ("alpha", "beta"), ["asset", "asset"]),
        ("Nous apprécions alpha.", ("alpha",), ["required"]),
        ("L'équipe apprécie la qualité et alpha", ("alpha",), ["required"]),
        ("alpha dans un plus grand groupe", ("alpha",), ["required"]),
        ("alpha est de plus en plus utile", ("alpha",), ["required"]),
        ("alpha nous arrangerait", ("alpha",), ["asset"]),
        ("alpha would ease the work", ("alpha",), ["asset"]),
        ("alpha, extrait de casier", ("alpha",), ["required"]),
        ("vous maîtrisez alpha, et la commune vous hébergerait", ("alpha",), ["required"]),
        ("alpha : pas éliminatoire", ("alpha",), ["asset"]),
        ("alpha : néant", ("alpha",), ["none"]),
        ("alpha - no", ("alpha",), ["none"]),
        ("alpha, beta constituent un avantage", ("alpha", "beta"), ["asset", "asset"]),
        ("Atouts : alpha ; beta ; gamma exigé", ("alpha", "beta", "gamma"), ["asset", "asset", "required"]),
        ("alpha ; le parler est un plus", ("alpha",), ["asset"]),
        ("alpha, gamma nullement demandé", ("alpha",), ["required"]),
        # what is said of all that was told over
        ("Le reste se discute : alpha, beta, gamma, tout cela est souhaité", ("alpha", "gamma"), ["asset", "asset"]),
        ("alpha, a bit of beta, some gamma: all of this would be a plus", ("alpha", "gamma"), ["asset", "asset"]),
        ("Tout le reste est un souhait, pas une condition : alpha, beta", ("alpha", "beta"), ["asset", "asset"]),
        ("Everything else is a wish, not a condition: alpha, beta", ("alpha", "beta"), ["asset", "asset"]),
        # a weight behind a dash, with words before it
        ("alpha en milieu rural – apprécié", ("alpha",), ["asset"]),
        ("alpha in rural places – optional – 25", ("alpha",), ["asset"]),
        ("alpha exigé - expérience de beta souhaitée", ("alpha", "beta"), ["required", "asset"]),
        ("alpha (préférence)", ("alpha",), ["asset"]),
        ("alpha (condition)", ("alpha",), ["required"]),
        ("alpha: non-negotiable", ("alpha",), ["required"]),
        # wishes by a verb or a condition
        ("Ideally you would bring alpha and beta, but neither is a condition", ("alpha", "beta"), ["asset", "asset"]),
        ("Ce serait bien que vous ayez alpha et beta", ("alpha", "beta"), ["asset", "asset"]),
        ("On préfère, à dossier égal, qui connaît alpha et qui manie beta", ("alpha", "beta"), ["asset", "asset"]),
        ("We would welcome, without insisting on it, alpha and beta", ("alpha", "beta"), ["asset", "asset"]),
        ("We would welcome applications from people who know alpha", ("alpha",), ["required"]),
        ("Nous préférons les candidatures par courriel de personnes qui manient alpha", ("alpha",), ["required"]),
        ("S'il ou elle a alpha, un an de terrain ou beta, on sera content", ("alpha", "beta"), ["asset", "asset"]),
        ("S'il y a lieu, alpha sera exigé", ("alpha",), ["required"]),
        ("Et si alpha ne vous fait pas peur, ce ne serait pas de trop : il dort", ("alpha",), ["asset"]),
        ("alpha n'est pas demandé, mais nous en serions ravis : il sert parfois", ("alpha",), ["asset"]),
        ("alpha not needed, but we'd be thrilled", ("alpha",), ["asset"]),
        ("alpha est un atout, de même qu'une pratique de beta", ("alpha", "beta"), ["asset", "asset"]),
        ("Des notions d'alpha, ainsi que trois ans de beta, constitueraient des atouts", ("beta",), ["asset"]),
    ],
)
def test_what_a_cue_governs(text: str, words: tuple[str, ...], right: list[str]) -> None:
    assert of(text, *words) == right


def test_a_clause_ends_at_a_semicolon() -> None:
    text = "alpha exigé ; beta apprécié ; gamma"
    piece = piece_of(text)
    start = piece.raw.index("beta")
    assert piece.clause(Span(start, start + 4)).of(text) == "beta apprécié"


def test_sentences_run_together_are_cut_apart() -> None:
    words = "Vous rejoignez une équipe de douze personnes qui accompagne les clients de toute la région" * 3
    found = pieces(posting_of("cases", "case", Content(f"{words}Vous parlez anglais")))
    assert found[-1].raw == "Vous parlez anglais"


def test_a_list_glued_to_a_closing_bracket_is_cut_from_it() -> None:
    words = "Un ensemble d'avantages (mutuelle, transport...).- Master en droit\n- Permis B"
    assert "- Master en droit" in [piece.raw for piece in pieces(posting_of("cases", "case", Content(words)))]


def test_pieces_are_slices_of_the_text() -> None:
    text = "Profil\n\n- **Anglais** courant ; permis B\n- <li>Master</li>\n\nAtouts :\n* espagnol\n"
    posting = posting_of("cases", "case", Content(text))
    for piece in pieces(posting):
        assert posting.text[piece.start : piece.end] == piece.raw
        assert len(piece.folded) == len(piece.raw)


def test_cues_do_not_overlap() -> None:
    cues = cues_of(piece_of("alpha serait un vrai plus, beta fortement souhaité, gamma requis"))
    assert [cue.kind for cue in cues] == ["weak", "weak", "strong"]
    assert all(one.end <= other.start for one, other in pairwise(cues))
