"""Which pages are about relations between states: hard cases on both sides, as short articles."""

import pytest

from detente.api import codebook
from detente.model import Page, Report
from detente.pipeline import code

RELEVANT = [
    pytest.param(
        "Kenya, Uganda end row over Busia queue\n\n"
        "Seasonal workers will get a lane of their own from Easter. The two transport ministers met in Busia on Thursday. "
        "Kenya's Davis Chirchir came with the head of the border agency. Their hosts had protested in January when "
        "soldiers held up lorries for a week. Uganda's foreign ministry praised the decision. The police of both countries "
        "will share the post. Kenya's government will pay for the second dam. Maize is dear this year.",
        id="the-headline-names-the-two",
    ),
    pytest.param(
        "Séisme : Alger envoie des secours à la Turquie\n\n"
        "L'Algérie a envoyé mardi une équipe de 89 sauveteurs et 17 tonnes de médicaments à la Turquie, frappée par un "
        "séisme de magnitude 7,2. Le président algérien a téléphoné à son homologue turc pour lui présenter ses "
        "condoléances. La Grèce a dépêché deux avions de l'armée et des pompiers. Les sinistrés passent la nuit dehors, "
        "sous la neige. Le gouvernement turc a remercié Athènes et Alger de leur aide humanitaire. L'Union européenne "
        "prépare un convoi. Les Nations unies estiment le nombre des sans-abri à 40 000. Les routes sont coupées.",
        id="relief-after-an-earthquake",
    ),
    pytest.param(
        "Ottawa hits back at Washington over steel\n\n"
        "Canada imposed tariffs of 25% on American steel on Tuesday, in retaliation for the duties that the United States "
        "announced last week. Prime Minister Paul Gagnon called the American measure unjustified. Prices will rise, "
        "analysts say, and consumers will pay. Shares of three steel makers fell. The White House threatened Canada with "
        "more tariffs if it does not back down. Suppliers on both sides of the border fear for production. The two "
        "governments agreed to hold talks in May. A broker in Toronto expects a long trade war.",
        id="a-trade-war",
    ),
    pytest.param(
        "Boycott : Kiev n'enverra pas ses athlètes à Minsk\n\n"
        "L'Ukraine a annoncé qu'elle boycotterait le tournoi de judo organisé par la Biélorussie. Kiev accuse Minsk de "
        "bombarder ses villes avec des drones. Le ministère ukrainien des Affaires étrangères a appelé l'Union européenne "
        "à retirer ses équipes. La Pologne a refusé un visa au sélectionneur biélorusse. La fédération maintient le "
        "championnat. Les joueurs polonais, eux, ne feront pas le voyage. Le gouvernement biélorusse a dénoncé une "
        "ingérence. La finale aura lieu dimanche.",
        id="a-boycott-of-a-tournament",
    ),
    pytest.param(
        "Le Bénin et la France s'accordent sur des trônes\n\n"
        "La France a rendu jeudi au Bénin vingt-six œuvres pillées en 1892, conservées dans un musée parisien. Le "
        "président béninois a salué un geste de la France. L'exposition ouvrira en mai. Les deux gouvernements ont signé "
        "une convention de coopération. L'ambassadeur de France a assisté au concert. Des artistes et des cinéastes ont "
        "été invités. Le Bénin réclame encore une statue. Paris a promis d'étudier cette demande.",
        id="works-of-art-given-back",
    ),
    pytest.param(
        "Iran jails French cyclist\n\n"
        "Iran sentenced a French cyclist to five years in prison for espionage on Monday, a court in Tehran said. France "
        "summoned the Iranian ambassador and demanded his release. The French foreign minister called the trial a farce. "
        "His lawyer was not told of the verdict. Tehran rejected the French demand. The European Union condemned Iran. "
        "The driver who travelled with him was freed. Police had arrested both in May.",
        id="a-court-that-jails-a-national",
    ),
    pytest.param(
        "Grève au port : Lomé accuse Accra\n\n"
        "Les dockers togolais sont en grève depuis lundi. Leur syndicat réclame des primes et des salaires. Le gouvernement "
        "togolais accuse le Ghana de financer les grévistes. Accra a convoqué l'ambassadeur du Togo. Les camions du Niger "
        "attendent. Le préavis court jusqu'à vendredi. Le Togo a fermé sa frontière avec le Ghana. Le patronat s'inquiète.",
        id="a-strike-that-two-states-quarrel-over",
    ),
    pytest.param(
        "Ankara convoque l'ambassadeur de Grèce pour un film\n\n"
        "La Turquie a convoqué mardi l'ambassadeur de Grèce, après la sortie d'un film sur l'invasion de Chypre. Le ministère "
        "turc des Affaires étrangères accuse Athènes de provocation. La Grèce a rejeté la protestation turque. Le cinéaste, "
        "lui, parle d'un roman. « Ce n'est qu'une fiction », a répondu l'ambassade grecque. Ankara menace de suspendre les "
        "patrouilles communes de garde-côtes. L'Union européenne appelle les deux gouvernements à l'apaisement.",
        id="a-film-that-two-states-quarrel-over",
    ),
    pytest.param("Alger a expulsé un consul malien.", id="one-sentence"),
]  # fmt: skip

OF_ANOTHER_SUBJECT = [
    pytest.param(
        "Lomé : les douaniers tiennent bon\n\n"
        "Les douaniers togolais ont posé le tampon lundi. Au poste, les chauffeurs ghanéens et nigériens jouent aux dames. « Nous "
        "négocierons quand l'adversaire cédera », lance leur porte-parole. Le ministre togolais des Finances a convoqué les "
        "meneurs. Un ultimatum a été lancé. La douane du Ghana travaille. Une rencontre entre les deux parties est prévue jeudi. "
        "Le gouvernement a menacé de les remplacer. Les commerçantes font leurs comptes.",
        id="douaniers-en-grève",
    ),
    pytest.param(
        "Customs clerks walk out at Tema\n\n"
        "Ghana's customs clerks began a walkout on Monday over unpaid wages. Their union rejected an offer from the finance "
        "ministry. Lorries bound for Togo and Niger wait at the gate. The labour minister condemned the stoppage and threatened "
        "the workers. Togolese traders are losing money. Talks broke down on Sunday. The two sides will meet on Thursday. The "
        "union accuses the employer of bad faith. A picket blocks the road.",
        id="customs-clerks-on-strike",
    ),
    pytest.param(
        "Five pavilions to see first\n\n"
        "Start with Ghana, whose pavilion is full of smoke. Togo has invited an artist from Benin who paints doors. Russia lends "
        "its hall to a Bolivian choir. Germany attacks its own walls. The curator calls it a peace treaty in clay. France and "
        "Italy share an installation. The biennale closes in May. Queue early for Japan.",
        id="pavilions-of-a-biennale",
    ),
    pytest.param(
        "Rallye : la Finlande écrase l'Italie\n\n"
        "La Finlande a battu l'Italie au championnat des nations. L'équipe finlandaise a attaqué l'Italie dès la première "
        "étape. L'Italie accuse la Finlande d'avoir triché. Le capitaine italien menace de quitter la coupe. Rome a "
        "rappelé deux coureurs. L'arbitre a expulsé un mécanicien de Turin. La victoire revient aux Finlandais. La finale "
        "reste ouverte.",
        id="teams-called-by-their-states",
    ),
    pytest.param(
        "Storm Bella strikes Cuba and threatens Haiti\n\n"
        "Storm Bella attacked Cuba on Sunday and threatened Haiti with heavy rain. Cuba closed its airports. Wind tore "
        "off roofs in Santiago. The hurricane killed three in Jamaica. Havana warned Haiti's fishermen of floods. "
        "Forecasters expect a landfall near Gonaives. The Dominican Republic closed its beaches. The river is rising.",
        id="a-storm-that-threatens",
    ),
    pytest.param(
        "Danish brewer sues Polish rival\n\n"
        "Denmark's Halvorsen accused Poland's Browar Nowy of copying its bottle. The Danish company demanded 20 million "
        "euros. Poland's brewer rejected the demand and threatened Denmark's with a lawsuit. Shares of both fell. Talks "
        "in Berlin failed. The buyer of a German subsidiary withdrew its bid. The chief executive visited Warsaw in May. "
        "Analysts expect a merger.",
        id="companies-called-by-their-states",
    ),
    pytest.param(
        "Tajine ou pastilla ?\n\n"
        "Le Maroc attaque avec une sauce au miel. La Tunisie riposte par le piment et l'huile. L'Algérie accuse le Maroc "
        "de trop cuire la viande. Les cuisinières ont signé un accord sur l'oignon. La recette se prépare la veille. Le "
        "Portugal a envoyé un fromage. Servez avec un vin de Grèce. La cuisson dure deux heures.",
        id="dishes-that-fight",
    ),
    pytest.param(
        "Maire contre ministre\n\n"
        "Le maire de Nice a rejeté le budget de l'opposition. Un député d'origine libanaise a rencontré l'Italie des "
        "affaires, dit-il, lors d'un voyage à Rome. La France a reçu l'Italie au congrès des communes. Le conseil "
        "municipal a voté. Le scrutin aura lieu en mars. Un candidat accuse la majorité. Les électeurs trancheront. Le "
        "quartier attend.",
        id="town-politics",
    ),
    pytest.param(
        "Un marché de village\n\n"
        "Le Mali a rencontré le Niger sous un arbre. On y parle du mil. On y vend des nattes. Les ânes attendent. Une "
        "vieille rit. Le soir tombe. Les lampes s'allument. On rentre.",
        id="an-article-that-hardly-speaks-of-it",
    ),
    pytest.param(
        "Critique : « La Valise », un thriller sans bagages\n\n"
        "Tout commence quand la Serbie expulse l'ambassadeur de Croatie. Zagreb rappelle le sien, et le héros perd sa valise. "
        "La romancière a du métier. Au troisième chapitre, la Hongrie ferme sa frontière avec la Serbie. Les personnages "
        "n'y gagnent rien. Belgrade accuse Zagreb d'espionnage, puis le narrateur s'endort. Le lecteur aussi.",
        id="a-novel-told-as-news",
    ),
    pytest.param(
        "Portrait of a courier\n2 May 2030\n\n"
        "He carried letters for forty years and read none of them. In 1961 the United States broke off relations with Cuba, and "
        "he was on the last ferry. In 1968 the Soviet Union invaded Czechoslovakia while he slept in Prague. He kept bees. "
        "He told his daughter that borders were lines that bored men draw. He was buried on Sunday.",
        id="a-life-long-ago",
    ),
    pytest.param(
        "What the candidates said on Tuesday\n\n"
        "The six candidates for governor met for two hours on Tuesday night. Mr Hale said that his rival had slept through the "
        "floods. Ms Ortiz promised buses. China had bought farms in the county, Mr Hale said, and the United States should "
        "retaliate against China. Nobody answered him. The moderator asked about schools, and then about schools again. Ms "
        "Ortiz spoke of her mother. A man in the balcony sang. The microphones failed twice. Mr Reed wants fewer roads and "
        "longer bridges. He said so three times. The doctors of the county want a clinic, and the nurses want two. The "
        "audience clapped at the wrong moments. It rained on the way home. The next meeting of the candidates is on Friday.",
        id="a-debate-that-names-a-state-once",
    ),
]  # fmt: skip


def read(text: str) -> tuple[bool, tuple[Report, ...]]:
    (reading,) = code(Page(text.encode(), "page.txt"), codebook())
    return reading.relevant, reading.reports


@pytest.mark.parametrize("text", RELEVANT)
def test_states_that_act_outweigh_another_subject(text: str) -> None:
    relevant, reports = read(text)
    assert relevant
    assert reports


@pytest.mark.parametrize("text", OF_ANOTHER_SUBJECT)
def test_another_subject_outweighs_states_that_do_not_act(text: str) -> None:
    assert read(text) == (False, ())
