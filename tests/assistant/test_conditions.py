"""The conditions that the words of a question set: lists of which one, or all, are asked for."""

from __future__ import annotations

import pytest

from assistant.asking.conditions import conditions_of
from assistant.asking.lexicon import tags_of, words_of
from assistant.asking.topics import topics_asked


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Which need Spanish or Portuguese?", [("language", "es", ("pt",))]),
        ("jobs that ask for Arabic, French or English", [("language", "ar", ("fr", "en"))]),
        ("postes qui exigent l'arabe, le français ou l'anglais", [("language", "ar", ("fr", "en"))]),
        (
            "postes qui exigent l'arabe, le français et l'anglais",
            [("language", "ar", ()), ("language", "fr", ()), ("language", "en", ())],
        ),
        ("Qui veut un bac+5, un master ou un diplôme d'ingénieur ?", [("degree", "master", ("engineer",))]),
        ("un bac+5, que ce soit un master ou une école d'ingénieurs", [("degree", "master", ("engineer",))]),
        ("un CDI, un CDD ou un stage", [("contract", "CDI", ("CDD", "internship"))]),
        ("which are temporary, fixed-term or interim?", [("contract", "temporary", ("CDD",))]),
        ("Lesquelles demandent un master, et lesquelles une licence ?", [("degree", "master", ("bachelor",))]),
        ("Which want a master's degree and which a bachelor's?", [("degree", "master", ("bachelor",))]),
        ("lesquels par la poste ou à déposer en main propre ?", [("mention", "by_post", ("by_hand",))]),
        ("which by post or handed in in person?", [("mention", "by_post", ("by_hand",))]),
        (
            "Quels postes demandent l'anglais, le permis ou un master ?",  # things of different kinds
            [("language", "en", ()), ("driving_licence", "", ()), ("degree", "master", ())],
        ),
    ],
)
def test_a_list_is_of_alternatives_where_or_ends_it(
    question: str, right: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    words = words_of(question)
    found = conditions_of(words, tags_of(words), presence=True)
    assert [(condition.field, condition.value, condition.others) for condition in found] == right


@pytest.mark.parametrize(
    ("question", "right"),  # each thing that is asked for, behind a minus where it is not wanted
    [
        ("lesquels demandent l'anglais sans exiger d'expérience ?", "+en -experience_years"),
        (
            "Which offer a CDD? Leave out temp agency missions, consultancies and volunteering.",
            "+CDD -temporary -freelance -volunteer",
        ),
        (
            "Quels CDD y a-t-il ? Laisse de côté l'intérim, les stages et le bénévolat.",
            "+CDD -temporary -internship -volunteer",
        ),
        ("Leave out internships: which are permanent?", "-internship +CDI"),
        ("which require English and don't ask for experience?", "+en -experience_years"),
        ("where English is not required", "-en"),
        ("lesquels où l'anglais n'est pas exigé ?", "-en"),
        ("which offer housing and don't need a degree?", "+housing -degree"),
        ("lesquels logent sans exiger de diplôme ?", "+housing -degree"),
        ("quelles annonces ne disent pas qui est l'employeur ?", "-organisation"),
        ("which ads don't name the employer?", "-organisation"),
        ("I don't have a computer: which jobs can I apply to on paper?", "+by_hand"),
        ("pas de nuits mais un logement", "-night +housing"),
        ("no nights but housing please", "-night +housing"),
        ("no nights, no weekends", "-night -weekend"),
        ("lesquels n'exigent pas l'anglais mais donnent un logement ?", "-en +housing"),
        ("des CDI sans anglais et avec mutuelle", "+CDI -en +health_insurance"),
        ("which offer housing but don't say what they pay?", "+housing -pay"),
        ("where the pay is not given", "-pay"),
        ("which of the permanent jobs do not mention any housing?", "+CDI -housing"),
        ("quels CDI ne mentionnent pas de logement ?", "+CDI -housing"),
        ("which full-time jobs do not state the pay?", "+full_time -pay"),
        ("which jobs whose pay isn't stated offer housing?", "-pay +housing"),
        ("quelles offres dont le salaire n'est pas indiqué sont en CDI ?", "-pay +CDI"),
        ("Which permanent jobs do not state the pay?", "+CDI -pay"),
        ("Which part-time posts don't mention a salary?", "+part_time -pay"),
        ("Which jobs with housing never say what they pay?", "+housing -pay"),
        ("Quels CDI ne précisent pas le salaire ?", "+CDI -pay"),
        ("English: which do not mention it?", "-en"),
        ("where is English not mandatory but a plus?", "+en"),
        ("lesquels où l'anglais n'est pas exigé mais apprécié ?", "+en"),
        ("not a fixed-term contract but a permanent one", "-CDD +CDI"),
        ("which state the pay and offer accommodation?", "+pay +housing"),
        ("which pay overtime?", "+overtime"),
        ("which would like German but don't demand it?", "+de"),
        ("qui aimerait l'allemand sans l'exiger ?", "+de"),
        ("who does not require a licence but would prefer one?", "+driving_licence"),
        ("qui n'exige pas le permis mais l'apprécie ?", "+driving_licence"),
        ("lesquels n'exigent pas le permis ?", "-driving_licence"),
        ("which neither require nor wish for English?", "-en"),
        ("lesquelles ne demandent l'anglais ni comme exigence ni comme atout ?", "-en"),
    ],
)
def test_a_denial_is_of_what_it_stands_before_and_of_nothing_else(question: str, right: str) -> None:
    words = words_of(question)
    found = conditions_of(words, topics_asked(words, tags_of(words)), presence=True)
    told = [(condition.value or condition.field, condition.negated) for condition in found]
    expected = [(each[1:], each[0] == "-") for each in right.split()]
    assert sorted(told) == sorted(expected)
