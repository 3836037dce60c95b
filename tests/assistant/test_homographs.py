"""Words of a question that look like a condition: read as one where they are, and not where they are none."""

from __future__ import annotations

import pytest

from assistant.asking.seen import look
from assistant.language import detect
from assistant.store import Store

CASES = [
    ("Which tracking tools should I master?", ("degree", "master"), False),
    ("what do I have to master for the job", ("degree", "master"), False),
    ("Which jobs ask for a master's degree?", ("degree", "master"), True),
    ("can I apply with a master?", ("degree", "master"), True),
    ("What would the EMC test technician do all day?", ("topics", "any_test"), False),
    ("Is there a test for the technician?", ("topics", "any_test"), True),
    ("Que ferait l'ingénieur à Rabat ?", ("degree", "engineer"), False),
    ("le travail d'ingénieur, c'est quoi ?", ("degree", "engineer"), False),
    ("Qui demande un diplôme d'ingénieur ?", ("degree", "engineer"), True),
    ("tell me what the meal manager does", ("topics", "canteen"), False),
    ("do they serve meals?", ("topics", "canteen"), True),
    ("a job about volunteers who read", ("contract", "volunteering"), False),
    ("Where would I teach Arabic?", ("language", "ar"), False),
    ("Where would I speak Arabic?", ("language", "ar"), True),
    ("Combien coûte la location d'une chambre à Rabat ?", ("fields", "location"), False),
    ("Quelle est la localisation du poste ?", ("fields", "location"), True),
    # whose an employer is
    ("What is the salary at the Norwegian embassy?", ("language", "no"), False),
    ("Que paie l'ONG espagnole de Rabat ?", ("language", "es"), False),
    ("Which jobs ask for Norwegian, embassy or not?", ("language", "no"), True),
    ("Qui demande l'espagnol ?", ("language", "es"), True),
    # what my engineer would do
    ("Que ferait mon ingénieur au Niger ?", ("degree", "engineer"), False),
    # what is due on the day that is asked for
    ("Quelle est la date limite pour déposer le dossier ?", ("fields", "apply_to"), False),
    ("Quelle est la date limite, et où déposer le dossier ?", ("fields", "apply_to"), True),
    ("By when must I hand in my application?", ("fields", "apply_to"), False),
    ("Where do I hand in my application?", ("fields", "apply_to"), True),
    ("Et jusqu'à quand peut-on postuler ?", ("fields", "deadline"), True),
    ("Et à qui envoyer le dossier ?", ("fields", "apply_to"), True),
    # papers that those lack for whom the work is
    ("Où aide-t-on des gens qui ont besoin de papiers ?", ("fields", "document"), False),
    ("Is there a job helping people without papers?", ("fields", "document"), False),
    ("Quels papiers faut-il joindre ?", ("fields", "document"), True),
    ("Which papers do people need to apply?", ("fields", "document"), True),
    # the beginning of a contract, and its kind
    ("On what date does the contract begin?", ("fields", "contract"), False),
    ("When does it begin, and what type of contract is it?", ("fields", "contract"), True),
    ("Quand commence le contrat ?", ("fields", "contract"), False),
]


@pytest.mark.parametrize(("question", "tag", "there"), CASES)
def test_a_word_is_a_condition_where_it_stands_as_one(
    hashed_seeds: Store, question: str, tag: tuple[str, str], there: bool
) -> None:
    seen = look(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert (tag in {(found.table, found.key) for found in seen.tags}) == there
