"""Which topic a question asks every posting for, by its words alone: French and English together."""

from __future__ import annotations

from itertools import chain, product

import pytest

from assistant.asking.codes import spellings
from assistant.asking.lexicon import holds, topic_phrases, words_of
from assistant.asking.phrasing import parts_of, phrase_of
from assistant.asking.reader import read
from assistant.language import detect
from assistant.resources import table
from assistant.store import Store
from assistant.topics import topics
from assistant.understanding import as_set

ASKED = [  # the question, the intent, and its topics; one that is to be absent begins with a !
    # an offer with a price, surveys, those who have lived through violence, a visa
    ("Which postings want a financial offer?", "set", "financial_offer"),
    ("Il y a combien d'appels où il faut remettre une offre ou proposition financière ?", "count", "financial_offer"),
    ("Where do I have to name my own daily rate?", "set", "financial_offer"),
    ("Lesquels demandent une proposition d'honoraires ?", "set", "financial_offer"),
    ("Which of these involve household surveys?", "set", "surveys"),
    ("Quelles missions comportent des enquêtes ?", "set", "surveys"),
    ("Which jobs help women who fled violence?", "set", "violence_survivors"),
    ("Quel poste s'occupe de femmes qui ont subi des violences ?", "set", "violence_survivors"),
    ("Which employers sponsor a work visa?", "set", "visa_help"),
    ("Qui prend en charge le visa ?", "set", "visa_help"),
    # what one does not mind is asked for
    ("I don't mind being on call outside office hours. Which jobs include that?", "set", "on_call"),
    ("Les astreintes ne me dérangent pas : quels postes en ont ?", "set", "on_call"),
    ("I wouldn't mind travelling. Which jobs include travel?", "set", "travel"),
    ("Quels postes incluent des déplacements ?", "set", "travel"),
    ("I have nothing against working at weekends: where would I?", "set", "weekend"),
    ("Je n'ai rien contre le travail de nuit, quelles offres en proposent ?", "set", "night"),
    ("Dans quels postes faut-il savoir nager ?", "set", "swimming"),
    ("Quels employeurs demandent d'indiquer ses prétentions salariales ?", "set", "salary_expectations"),
    ("Who wants to know my salary expectations?", "set", "salary_expectations"),
    ("Which jobs may turn permanent?", "set", "permanent_later"),
    ("Quels postes peuvent déboucher sur un CDI ?", "set", "permanent_later"),
    ("Quels postes sont suivis d'une embauche ?", "set", "permanent_later"),
    ("Which jobs accept equivalent experience instead of a degree?", "set", "experience_for_degree"),
    ("Où accepte-t-on une expérience équivalente à la place du diplôme ?", "set", "experience_for_degree"),
    ("Dans quels postes on tient la caisse ou on encaisse de l'argent ?", "set", "cash"),
    ("Which jobs involve taking payments from customers?", "set", "cash"),
    ("In which jobs does the pay depend on your experience?", "set", "pay_by_experience"),
    ("Quels postes paient selon l'expérience ?", "set", "pay_by_experience"),
    ("Which jobs follow a salary scale?", "set", "pay_scale"),
    # what one has nothing against is not denied
    ("Je n'ai rien contre le travail de nuit, lesquelles en ont ?", "set", "night"),
    ("I've nothing against night work. Which ones have it?", "set", "night"),
    ("I don't mind being on call, which jobs include that?", "set", "on_call"),
    ("Les astreintes ne me font pas peur : quelles offres en comportent ?", "set", "on_call"),
    # whom to ask
    ("Qui puis-je appeler si j'ai une question sur le poste ?", "set", "enquiries"),
    ("Who can I ring with questions about the job?", "set", "enquiries"),
    # days at home are no length of the contract
    ("How many days a week can one work from home?", "set", "remote"),
    ("Combien de jours par semaine le graphiste peut-il télétravailler ?", "set", "remote"),
    ("Quels postes exigent un diplôme d'État ?", "set", "state_diploma"),
    ("For which positions must I hold a French state diploma (diplôme d'État)?", "set", "state_diploma"),
    ("How many postings want somebody who can swim?", "count", "swimming"),
    ("Je ne sais pas nager, quels postes l'exigent ?", "set", "swimming"),
    ("Which ads limit the length of the CV?", "set", "cv_length"),
    ("Quelles annonces fixent la longueur du CV ?", "set", "cv_length"),
    ("which jobs would let me work from home at least part of the week?", "set", "remote"),
    ("quels postes permettent de travailler de chez soi au moins une partie de la semaine ?", "set", "remote"),
    ("For how many jobs must the application be handed in on paper, at an office?", "count", "by_hand"),
    ("Où est-ce que je peux déposer un dossier papier en main propre ?", "set", "by_hand"),
    ("where would i have to pass a test, writen, technical or practical", "set", "any_test"),
    ("ou est ce quil y a un test ou une epreuve dans le recrutement", "set", "any_test"),
    # a day of the week
    ("Quelles annonces font travailler le mercredi ?", "set", "on_wednesday"),
    ("Which jobs mean working on Fridays?", "set", "on_friday"),
    ("Quels postes font travailler le lundi ?", "set", "on_monday"),
    ("How many of the jobs include Tuesdays?", "count", "on_tuesday"),
    ("Quelles offres ont une cantine ?", "set", "canteen"),
    ("Quelles offres ont des astreintes de week-end ?", "set", "on_call"),
    # people, and no pay
    ("Parmi les entreprises qui donnent leur effectif, laquelle a le plus de salariés ?", "set", "staff_size"),
    ("Which companies have the most employees?", "set", "staff_size"),
    # of who applies
    ("Quelles annonces demandent d'avoir déjà travaillé dans une ONG ?", "set", "ngo_experience"),
    ("Which ads ask for people who have worked for an NGO?", "set", "ngo_experience"),
    ("Quelles offres acceptent les personnes en reconversion ?", "set", "career_change"),
    ("Which jobs are open to somebody changing careers?", "set", "career_change"),
    ("Do any postings mention a skills test or an assessment?", "set", "any_test"),
    ("Quelles annonces prévoient un test, écrit ou pratique ?", "set", "any_test"),
    ("Dans quelles offres faut-il passer une épreuve écrite ?", "set", "written_test"),
    ("Quels recrutements comportent une mise en situation ?", "set", "practical_test"),
    ("How many recruitments include a technical test?", "count", "practical_test"),
    ("Where would the interview be over Zoom or Teams?", "set", "video_interview"),
    ("quels entretiens se font par téléphone ou en visio ?", "set", "video_interview"),
    ("Quelles annonces précisent que les entrevues se font par vidéo ou téléconférence ?", "set", "video_interview"),
    ("c'est quand le jobdating pour le poste de Safi ?", "fact", "recruiting_event"),
    ("je n'ai aucun permis, ni auto ni moto : quels postes me sont fermés ?", "set", ""),
    ("I have no licence, neither car nor motorbike: which jobs are closed to me?", "set", ""),
    ("Rouler à moto : obligatoire où, simplement utile où ?", "set", "moto"),
    ("Quelles offres exigent un permis (voiture, camion ou moto) ?", "set", ""),
    ("Which jobs require a driving licence (car, van or motorbike)?", "set", ""),
    ("Which jobs require experience managing a team?", "set", "management_experience"),
    ("Quelles offres demandent une expérience du management d'équipe ?", "set", "management_experience"),
    ("Qui veut quelqu'un qui a déjà encadré une équipe ?", "set", "management_experience"),
    ("Is management experience required anywhere?", "set", "management_experience"),
    ("Riding a motorbike: where is it a must, where only useful?", "set", "moto"),
    ("Qui demande une preuve officielle que l'on n'a pas été condamné ?", "set", "criminal_record"),
    ("Which jobs want proof that I was never convicted?", "set", "criminal_record"),
    ("Which jobs are in a home for old people?", "set", "with_elderly"),
    ("Any handyman wanted in a retirement home?", "set", "with_elderly"),
    ("Quels postes sont en maison de retraite ?", "set", "with_elderly"),
    ("Y a-t-il du travail dans une résidence pour seniors ?", "set", "with_elderly"),
    ("y a-t-il des postes où l'on mange sur place ?", "set", "canteen"),
    ("which ones stay open until someone is found?", "set", "until_filled"),
    ("Could I be rung up at night in any of these jobs?", "set", "on_call"),
    ("which of them want a picture of me?", "set", "photo"),
    ("lesquels vérifient les antécédents des candidats ?", "set", "background_check"),
    ("qui laisse arriver quand on veut le matin ?", "set", "flexible_hours"),
    ("I know nothing of it, so who teaches you?", "set", "training_given"),
    ("lesquels acceptent qu'on vienne en famille ?", "set", "family"),
    ("which give part of the wage up front?", "set", "pay_advance"),
    ("lesquels notent les offres sur 100 points ?", "set", "offers_scored"),
    ("which would have me sleep away from home?", "set", "nights_away"),
    ("lesquels me laissent rentrer chez moi tous les soirs ?", "set", "!nights_away"),
    ("which let me sleep at home every night?", "set", "!nights_away"),
    ("un boulot avec des bêtes, ça existe ?", "set", "with_animals"),
    ("lesquels demandent de tenir une caisse ?", "set", "cash"),
    ("lesquels demandent une certif ?", "set", "certification"),
    ("who'll sort out my visa?", "set", "visa_help"),
    ("à part le salaire, que donnent ces offres ?", "set", "benefits"),
    ("Which jobs ask for C++?", "set", "tool C++"),
    ("Quels postes demandent C# ?", "set", "tool C#"),
    ("dans quelles annonces on parle de kobo (collecte sur téléphone) ?", "set", "tool KoboToolbox"),
    ("Which jobs speak of Kobo (collected by telephone)?", "set", "tool KoboToolbox"),
    ("Which jobs ask for a professional certification?", "set", "certification"),
    ("Quels postes demandent d'être certifié ?", "set", "certification"),
    ("dans quels postes on est en équipe du matin et de l'après-midi ?", "set", "shifts"),
    ("How soon do they get back to applicants?", "set", "reply"),
    ("Combien d'employeurs prennent les candidatures par WhatsApp ?", "count", "by_whatsapp"),
    ("Which jobs take applications by WhatsApp?", "set", "by_whatsapp"),
    ("où peut-on déposer son dossier sous enveloppe ?", "set", "by_hand"),
    ("Dans quels postes faut-il réparer ou entretenir des véhicules ?", "set", "vehicle_care"),
    ("Which jobs involve fixing or servicing trucks?", "set", "vehicle_care"),
    ("Which jobs include buying or ordering supplies?", "set", "purchasing"),
    ("Quels postes demandent d'acheter ou de commander du matériel ?", "set", "purchasing"),
    ("How many of the jobs include making dashboards?", "count", "dashboards"),
    ("Quels postes demandent de faire des tableaux de bord ?", "set", "dashboards"),
    ("Combien d'annonces donnent les heures précises de début et de fin de travail ?", "count", "set_hours"),
    ("Which ads give exact start and end times?", "set", "set_hours"),
    ("Quels postes donnent une réponse aux candidats sous quinze jours ?", "set", "reply"),
    ("Can a consulting firm apply for one of them?", "set", "firms"),
    ("Lesquels offrent des chèques cadeaux ?", "set", "vouchers"),
    ("Which ones give gift vouchers?", "set", "vouchers"),
    ("Who could vouch for me?", "set", "references"),
    ("which jobs also take people from other parts of the country?", "set", "anywhere"),
    ("Which postings pay the travel to the interview?", "set", "interview_costs"),
    ("Qui rembourse les frais pour aller à l'entretien ?", "set", "interview_costs"),
    ("wich jobs let me work from home some days of the week", "set", "remote"),
    ("Quels postes peuvent se faire en partie en télétravail ?", "set", "remote"),
    ("Which posts are hybrid?", "set", "remote"),
    ("Which ones want me in the office every day?", "set", "!remote"),
    ("Lesquels sont 100 % présentiel ?", "set", "!remote"),
    ("Which roles would have me on the move a lot?", "set", "travel"),
    ("wich jobs could mean being on call sometimes", "set", "on_call"),
    ("Quels postes peuvent impliquer d'être de garde la nuit ou le week-end ?", "set", "on_call"),
    ("In which postings do samples of my earlier work count?", "set", "work_samples"),
    ("Which postings invite applicants to send examples of their work?", "set", "work_samples"),
    ("Lesquelles demandent des échantillons de mes écrits ?", "set", "work_samples"),
    ("In which roles would I coach junior or less experienced colleagues?", "set", "mentoring"),
    ("Quels postes demandent d'accompagner des juniors ?", "set", "mentoring"),
    (
        "Which postings let you ask for special accommodation during the selection process?",
        "set",
        "selection_adjustments",
    ),
    ("Lesquelles permettent de demander une adaptation pour l'entretien ?", "set", "selection_adjustments"),
    ("Quelles offres annoncent des avantages en plus du salaire ?", "set", "benefits"),
    ("Which postings list benefits?", "set", "benefits"),
    ("Which ones come with housing or a housing allowance?", "set", "housing"),
    ("Which employers help with the rent?", "set", "housing"),
    ("Which jobs pay overtime?", "set", "overtime"),
    ("Où est-ce que l'employeur me logerait ?", "set", "housing"),
    ("how many jobs say i cant bring my family with me", "count", "!family"),
    ("lesquels disent que je peux pas venir avec ma famille ?", "set", "!family"),
    ("In which roles would I have people working under me?", "set", "team_management"),
    ("who would I be working under in Safi?", "fact", "supervisor"),
    ("Will they provide a flat in Safi?", "fact", "housing"),
    ("lesquels fournissent un appartement ?", "set", "housing"),
    ("which have health insurance paid by the employer?", "set", "health_insurance"),
    ("ou est ce que je risque d'avoir des deplacements a faire", "set", "travel"),
    ("Qui assure une formation avant la prise de poste ?", "set", "training_given"),
    ("Which ones have no team to manage?", "set", "!team_management"),
    ("Combien de postes ont une équipe à encadrer ?", "count", "team_management"),
    ("Which jobs leave my weekends free?", "set", "!weekend"),
    ("lesquels c'est que du lundi au vendredi", "set", "!weekend"),
    ("Which contracts can be extended?", "set", "renewable"),
    ("How many state a salary grade?", "count", "grade"),
    ("Quelle annonce permet de travailler avec des enfants handicapés ?", "set", "with_disabled"),
    ("Which jobs are with autistic children?", "set", "with_disabled"),
    ("Which ones could phone me at night because I'm on call?", "set", "on_call"),
    ("Which ads give the pay as a net amount?", "set", "net_pay"),
    ("quelles offres affichent un salaire net ?", "set", "net_pay"),
    ("Combien d'offres indiquent un salaire brut ?", "count", "gross_pay"),
    ("Which salaries are before tax?", "set", "gross_pay"),
    ("Which jobs pay according to a salary scale?", "set", "pay_scale"),
    ("Dans quelles annonces la paie dépend-elle d'une grille ?", "set", "pay_scale"),
    ("Which jobs come with social security?", "set", "social_security"),
    ("quels employeurs déclarent à la CNSS ?", "set", "social_security"),
    ("Which employers help with meals, like meal vouchers or a canteen?", "set", "meals"),
    ("Quels postes donnent une aide pour les repas ?", "set", "meals"),
    ("In which jobs do you write reports for donors?", "set", "donor_reports"),
    ("Dans quels postes rédige-t-on des rapports aux bailleurs ?", "set", "donor_reports"),
    ("In which jobs is writing reports part of the work?", "set", "reporting"),
    ("Quels postes demandent de rédiger des rapports ?", "set", "reporting"),
    ("Which jobs include looking after a vehicle?", "set", "vehicle_care"),
    ("Dans quelle annonce faut-il laver le véhicule ?", "set", "vehicle_care"),
    ("Which employers provide a means of transport?", "set", "getting_about"),
    ("Quelles annonces fournissent un moyen de transport ?", "set", "getting_about"),
    ("Which employers want you to have worked for an NGO or the UN before?", "set", "ngo_or_un"),
    ("Pour quels postes faut-il avoir déjà travaillé en ONG ou à l'ONU ?", "set", "ngo_or_un"),
]


@pytest.mark.parametrize(("question", "intent", "topic"), ASKED)
def test_the_topic_asked_for(question: str, intent: str, topic: str, hashed_seeds: Store) -> None:
    reading = as_set(read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords))
    found = [("!" if c.negated else "") + c.value for c in reading.conditions]
    assert (reading.intent, found) == (intent, [topic])
    assert not reading.topic


NOT_ASKED = [  # what sounds like a topic and is none, or is another
    ("Do any of them take money from applicants?", "cash"),
    ("Qui veut encaisser de l'argent des candidats ?", "cash"),
    ("Which jobs involve writing unit tests?", "any_test"),
    ("Quels postes parlent de tests utilisateurs ?", "any_test"),
    ("Which jobs have interviews and remote work?", "video_interview"),
    ("Quels postes comportent la gestion d'un budget et d'une équipe ?", "mentoring"),
    ("Which ones ask for previous work experience?", "work_samples"),
    ("Which jobs are open to disabled people?", "with_disabled"),
    ("Quels postes sont ouverts aux personnes handicapées ?", "with_disabled"),
    ("Que dois-je remettre pour postuler à Safi ?", "deliverables"),
    ("Quels postes demandent une formation en comptabilité ?", "training_given"),
    ("Which jobs ask for project management experience?", "management_experience"),
    ("Quelles offres demandent une expérience en gestion de projet ?", "management_experience"),
    ("Which jobs require experience managing a team?", "team_management"),
    ("Which jobs require experience managing a team?", "experience"),
    ("Where can I apply before Thursday 3 December?", "on_thursday"),
    ("Quels postes sont du lundi au vendredi ?", "on_monday"),
    # where one works, not where one eats
    ("À la cantine de Besse, est-ce qu'on travaille le lundi ?", "canteen"),
    ("On gagne combien à la cantine scolaire de Besse ?", "canteen"),
    ("Do they work on Mondays at the school canteen?", "canteen"),
]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Which jobs have on-call or weekend turns?", {"on_call", "weekend"}),
        ("Which jobs come with night work or being on call?", {"night", "on_call"}),
        ("Lesquels ont du travail de nuit ou des astreintes ?", {"night", "on_call"}),
        ("Quelles offres ont des astreintes ou du travail de nuit ?", {"on_call", "night"}),
    ],
)
def test_or_asks_for_a_topic_that_another_takes_in(question: str, asked: set[str], hashed_seeds: Store) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert {value for c in reading.conditions for value in (c.value, *c.others)} == asked


@pytest.mark.parametrize(("question", "topic"), NOT_ASKED)
def test_no_such_topic(question: str, topic: str, hashed_seeds: Store) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert topic not in {c.value for c in reading.conditions}


@pytest.mark.parametrize(
    "question",
    ["how many jobs say i cant bring my family with me", "lesquels disent que je peux pas venir avec ma famille ?"],
)
def test_what_is_to_be_said_outright(question: str, hashed_seeds: Store) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert [(c.value, c.negated, c.outright) for c in reading.conditions] == [("family", True, True)]


def test_a_contrary_denies_one_thing_alone(hashed_seeds: Store) -> None:
    reading = read("Which give weekends off and housing?", "en", hashed_seeds.library, hashed_seeds.keywords)
    assert [(c.value, c.negated) for c in reading.conditions] == [("weekend", True), ("housing", False)]


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Quels postes sont classés CS-04 ?", ("CS-04",)),
        ("Which ones are classified as PM5?", ("PM5",)),
    ],
)
def test_the_code_of_a_grade_has_to_be_named(question: str, codes: tuple[str, ...], hashed_seeds: Store) -> None:
    reading = read(question, detect(question), hashed_seeds.library, hashed_seeds.keywords)
    assert [(c.value, c.others) for c in reading.conditions] == [("grade", codes)]
    assert (reading.topic, reading.aside) == ((), ())


def test_a_code_may_be_written_in_several_ways() -> None:
    assert spellings("CS-04") == ("CS-04", "CS-4", "CS04", "CS4")
    assert spellings("family") == ("family",)


@pytest.mark.parametrize(
    ("phrase", "spelt"),
    [
        ("work sample*", ["work sample*"]),
        ("(pass|sit) a test", ["pass a test", "sit a test"]),
        ("a (written |)(test|exam)", ["a written test", "a written exam", "a test", "a exam"]),
        ("apprenti(e|) (de |d'|)(la |l'|)ferme", ["apprentie de la ferme", "apprenti ferme", "apprenti de ferme"]),
        ("no( driving|) licen(c|s)e", ["no licence", "no license", "no driving licence", "no driving license"]),
        ("test( written|)s", ["test writtens", "tests"]),
        ("test( written |)s", ["test written s", "tests"]),
        ("(aujourd'|)(hui|demain)", ["hui", "aujourd hui", "demain"]),
    ],
)
def test_choices_are_read_as_if_spelt_out(phrase: str, spelt: list[str]) -> None:
    read = {" ".join(chain(*choices)) for choices in product(*parts_of(phrase))}
    assert set(spelt) <= read
    assert read == {" ".join(phrase_of(each)) for each in _spelt_out(phrase)}


def _spelt_out(phrase: str) -> list[str]:
    before, bracket, rest = phrase.partition("(")
    choices, _, after = rest.partition(")")
    return (
        [before + choice + end for choice in choices.split("|") for end in _spelt_out(after)] if bracket else [phrase]
    )


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("(pass|sit) (a |)test", "do they sit a test", [(2, 5)]),
        ("(un |)permis( b|)", "faut-il un permis b", [(2, 5), (2, 4), (3, 5), (3, 4)]),
        ("qui ~ chef*", "qui sont mes chefs", [(0, 4)]),
        ("qui ~ chef*", "qui chef", [(0, 2)]),
        ("qui ~ chef*", "qui sont donc alors mes chefs", []),
    ],
)
def test_where_a_phrase_with_choices_stands(phrase: str, text: str, found: list[tuple[int, int]]) -> None:
    assert holds(words_of(text), [phrase]) == found


def test_no_phrase_of_the_tables_is_too_much_for_memory() -> None:
    phrases = [phrase for listed in topic_phrases().values() for phrase in listed]
    assert max(len(part) for phrase in phrases for part in parts_of(phrase)) < 100


def test_what_sentences_are_to_hold_is_no_topic() -> None:
    held = [phrase for entry in table("asking.toml")["closer"].values() for phrase in entry["said"]]
    assert len(held) > 100
    assert not set(held) & set(topics())  # it would be asked for beside the topic that it narrows
