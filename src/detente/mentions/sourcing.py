"""Who a verb of saying has for its subject: before it, past appositions; behind it, turned round; a pronoun; nobody named."""

from dataclasses import replace

from detente.codebook.languages import Language
from detente.mentions.lexicon import Lexicon
from detente.mentions.people import Person
from detente.mentions.personal import Genders
from detente.mentions.phrases import Phrases, Source
from detente.mentions.scene import Scene
from detente.mentions.verbgroups import Group
from detente.model import ActorMention

BEHIND = 12  # words between a verb turned round and its subject: "a lancé, mardi, devant la troupe, le ministre"
OPENS = 9  # words of who stands alone at the head of a sentence
LOCATED = 3  # words of "À Paris," before "on", and of "Du côté de" before the place, at most
ASIDE = 6  # words from the comma that opens an aside to the one that closes it: ", however,"
SEATS = ("capital", "seat")
NAMED = 4  # words from a name to its "qui": ", président du parti,"
NEAR = 60  # characters between "selon", or a "qui", and the state that it is said of: an office with its portfolio
LED = 12  # the same from "selon", where a preposition stands before the state: "selon le ministère *du* Mali"
RANK = 5  # words from "selon" to a name: "le général de division"
AGENT = 6  # words from a participle to its "par": "qualifié hier devant la presse par"
RIGHT_BEHIND = 10  # characters from "par" to the state behind it, which an article fills
TITLED = 6  # words of ranks and titles before the name of who stands behind his verb
GERUND = 4  # letters of words too short to be a gerund: "king"


class SourceFinder:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        speech = language.maps["speech"]
        self.phrases = Phrases(language)
        self.impersonal, self.flanks = frozenset(speech["impersonal"]), frozenset(speech["flanks"])
        self.small_ahead = self.phrases.ruling | self.flanks | frozenset((*language["articles"], *language["links"]))
        self.pronouns = frozenset(language["pronouns"]) | self.impersonal
        self.opening = frozenset(speech["opening"])
        self.joins = frozenset(language["and"])
        self.relative = frozenset(language["relative"])
        self.articles = frozenset(language["articles"])
        self.subject_relative = (
            self.relative - {*speech["that"], *speech["noun_that"]} - set(language["relative_objects"])
        )
        self.among: Lexicon[None] = Lexicon({})
        self.among.add_wordings(speech["among"], None)
        self.by = frozenset(language["passive_by"])
        self.that = frozenset(speech["that"])
        self.turns = language.narrates_in_the_perfect  # any verb of saying may stand before its subject there
        self.leads = frozenset(language["gerund_leads"]) - {","}
        self.gerunds = language.maps["endings"]["gerund"]
        self.subordinating = frozenset(speech["subordinating"])
        self.small = frozenset(w.casefold() for w in (*speech["after"], *speech["beside"]))
        self.coming, self.without = frozenset(language["coming"]), frozenset(speech["without"])
        self.possessives, self.against = frozenset(language["possessives"]), frozenset(speech["against"])
        self.finite = {*language.auxiliary("be"), *language.auxiliary("have"), *speech["modal"]}
        self.gender = Genders.of(language)
        self.owners = self.gender.among(self.possessives)
        self.him = self.pronouns | frozenset(speech["him"])

    # -- subjects
    def before(self, scene: Scene, group: Group) -> Source:
        """The subject that stands before the verb; appositions, clauses and asides between commas are passed over."""
        found, i = self.near(scene, group), group.first - 1
        lead = self._opens(scene, i) if found.how in ("nobody", "other") and scene.key(i) == "," else None
        return lead or found

    def near(self, scene: Scene, group: Group) -> Source:
        """The same, but for whoever stands at the head of the sentence and is parted from the verb by an aside."""
        i = group.first - 1
        if i < 0:
            return Source("nobody")
        if scene.key(i) in self.pronouns:
            return self._one_of(scene, i) or self.pronoun(scene, i)
        if scene.key(i) in self.relative:
            return self._antecedent(scene, i)
        if scene.key(i) in self.joins or scene.key(i) in self.that:
            return Source("nobody")
        if scene.key(i) == "," and (clause := self._aside(scene, i)):
            return replace(self._antecedent(scene, clause), last=i)
        if scene.key(i) == "," and (j := self._interrupted(scene, i)) >= 0:
            return self.pronoun(scene, j)
        first, last = self.phrases.phrase(scene, i)
        first = self._clause(scene, first, last)
        found = self.phrases.within(scene, first, last)
        if found.how in ("nobody", "other") and scene.key(first - 1) in self.subject_relative and first > 1:
            return self._antecedent(scene, first - 1)  # "a diplomat *who follows the file* said"
        if found.how == "nobody" and scene.key(i) == ",":
            return found
        if found.how in ("nobody", "other") and first > 1 and scene.key(first - 1) == ",":
            begin = self.phrases.phrase(scene, first - 2)[0]
            wider = self.phrases.within(scene, begin, last)
            clause = any(
                scene.key(k) in self.finite for k in range(begin, first - 1)
            )  # "her remark *is* an insult, X said"
            return wider if wider.speaker and not wider.speaker.preposition and not clause else found
        return found

    def _one_of(self, scene: Scene, i: int) -> Source | None:
        """ "*One of them* blamed Israel": the pronoun is not who speaks."""
        told = next((m for m in self.among.find(scene.words[max(i - 3, 0) : i + 1])), None)
        return Source("unnamed", max(i - 3, 0) + told.first, i) if told else None

    def _interrupted(self, scene: Scene, comma: int) -> int:
        """ "*She*, however, said": the pronoun before what two commas set off; -1 where none stands there."""
        opened = next((j for j in range(comma - 1, max(comma - ASIDE, 0), -1) if scene.key(j) == ","), 0)
        return opened - 1 if opened and scene.key(opened - 1) in self.pronouns - self.impersonal else -1

    def _clause(self, scene: Scene, first: int, last: int) -> int:
        """Where the clause begins that ends in a subject: "… *after American officials* said"."""
        for i in range(last - 1, first, -1):
            if scene.key(i) in self.subordinating and not self._going(scene.key(i + 1)):
                start, end = scene.words[i].end, scene.words[last].end
                own = any(start <= m.start and m.end == end and not m.preposition for m in scene.speakers)
                return i + 1 if own else first
        return first

    def _going(self, key: str) -> bool:
        return len(key) > GERUND and key.endswith(self.gerunds)

    def _opens(self, scene: Scene, comma: int) -> Source | None:
        """ "*Le chef de l'État*, ayant salué l'accord à Lomé, a noté": who stands alone before the sentence's first comma."""
        first = next((i for i in range(comma) if scene.key(i) == ","), comma)
        if first >= comma or first > OPENS or any(i in scene.quoted for i in range(first)):
            return None
        found = self.phrases.within(scene, 0, first - 1)
        speaks = found.how == "unnamed" or (found.speaker is not None and not found.speaker.preposition)
        return found if speaks and not self.phrases.ruled(scene, 0) else None

    def silent(self, scene: Scene, group: Group) -> Source:
        """Who does not say it: "no comment *from Riyadh*"; "X said so, *without* elaborating"; else who stands before."""
        if scene.key(group.last + 1) in self.coming:
            return self.according(scene, group.last + 2)
        found = self.before(scene, group)
        if scene.key(group.first) in self.without and found.how in ("nobody", "other"):
            return self.leading(scene, group)
        return found

    def _aside(self, scene: Scene, comma: int) -> int:
        """ "X, *who came with A, B and C*, said": the relative word of a clause that a comma closes here; 0 where none is."""
        for j in range(comma - 1, 1, -1):
            if (
                j in scene.quoted
                or scene.key(j) in (";", ":")
                or (self.turns and scene.key(j) == "," and scene.key(j + 1) not in self.relative)
            ):
                return 0
            if scene.key(j) in self.relative and scene.key(j - 1) == ",":
                return j
        return 0

    def pronoun(self, scene: Scene, i: int) -> Source:
        """ "Il", "she"; "on" is nobody in particular."""
        if scene.key(i) in self.impersonal:
            return self._there(scene, i) or Source("other", i, i)
        return Source("pronoun", i, i, None, scene.key(i) in self.gender.feminine)

    def _there(self, scene: Scene, i: int) -> Source | None:
        """ "*À Paris*, *côté malien*, on assure que": whose capital, palace or side opens the sentence right before "on"."""
        if i < LOCATED or scene.key(i - 1) != "," or any(k in scene.quoted for k in range(i)):
            return None
        end = scene.words[i - 1].start
        found = next((m for m in scene.sentence.actors if m.end == end and scene.at(m.start) <= LOCATED), None)
        if found is None or any(scene.key(k) not in self.small_ahead for k in range(scene.at(found.start))):
            return None
        flank = found.how == "adjective" and scene.key(scene.at(found.start) - 1) in self.flanks
        return Source("unnamed", 0, i - 2, found) if found.how in SEATS or flank else None

    def a_name(self, scene: Scene, source: Source) -> bool:
        """ "…, said *Jeffrey Trimble*": somebody, whoever he is."""
        return any(scene.words[i].text[:1].isupper() for i in range(source.first, source.last + 1))

    def a_stranger(self, scene: Scene, source: Source) -> bool:
        """ "Pour *Jean Lemba*, chercheur à Accra, la crise durera": a given name and a surname, who speaks for nobody."""
        names = [i for i in range(source.first, source.last + 1) if scene.words[i].text[:1].isupper()]
        whole = len(names) > 1 and len(names) == source.last + 1 - source.first
        return source.how == "other" and whole and scene.key(source.last + 1) == ","

    def own(self, scene: Scene, first: int, last: int) -> Source:
        """ "À *son* avis", "in *her* words"."""
        return Source("pronoun", first, last, None, self.owners.woman(scene.key(i) for i in range(first, last + 1)))

    def subordinate(self, scene: Scene, source: Source) -> bool:
        """ "Les vedettes *que Dakar réclamait*", "as it has threatened": said in passing, of something else."""
        i = source.first - 1
        if source.first < 1 or source.how == "nobody":
            return False
        key = scene.key(i)
        if key in self.relative and scene.key(i - 1) in self.phrases.ruling:
            return False  # "a speech *in which* he said"
        if self.contrasted(scene, source):
            return False
        if key in self.relative or key in self.that:
            return True
        return source.how == "pronoun" and key[:1].isalpha() and key not in self.joins and key not in self.opening

    def contrasted(self, scene: Scene, source: Source) -> bool:
        """ "…, *tandis que* Dakar assurait que": another who speaks."""
        i = source.first - 1
        return i > 0 and scene.key(i) in self.that and scene.key(i - 1) in self.against

    def apposed(self, scene: Scene, group: Group, ahead: Source) -> bool:
        """ "Le Premier ministre, X, a menacé…", "L'UE, dont Chypre est membre, a appelé…": the subject stands before."""
        if not ahead.speaker or ahead.last != group.first - 1 or scene.mark(group.first - 1):
            return False
        inside = range(ahead.first, ahead.last)
        clause = any(scene.key(k) == "," and scene.key(k + 1) in self.relative for k in inside)
        return clause or ahead.speaker.person is not None

    def _antecedent(self, scene: Scene, i: int) -> Source:
        """ "M. Kellou, *qui* dit attendre": who is named just before."""
        start = scene.words[i].start
        player = next((p for p in reversed(scene.people) if p[1] < i <= p[1] + NAMED), None)
        if player:
            return self.phrases.played(scene, *player)
        near = [m for m in scene.speakers if m.end <= start and start - m.end < NEAR]
        if near:
            m = near[-1]
            return Source("named", scene.at(m.start), scene.at(m.end) - 1, m)
        first, last = self.phrases.phrase(scene, i - 2 if scene.key(i - 1) == "," else i - 1)
        return self.phrases.within(scene, first, last)

    def behind(self, scene: Scene, i: int) -> Source:
        """The subject turned round behind the verb, from word i to the next stop."""
        j = i
        while j < len(scene.words) and j - i < BEHIND and not self._past(scene, j):
            j += 1
        start = scene.words[i].start if i < len(scene.words) else 0
        end = scene.words[j - 1].end if j > i else start
        last = j if self._going_on(scene, j) else j + TITLED
        player = next((p for p in scene.people if i <= p[0] < last and not self.phrases.ruled(scene, p[0])), None)
        free = [m for m in scene.speakers if start <= m.start < end and not m.preposition]
        if player and self._held(scene, i, player[0]) and (not free or _one(free[0], player)):
            return self.phrases.played(scene, *player)
        if free:
            first = scene.at(free[0].start)
            found = self.phrases.within(
                scene, first, max(scene.at(free[0].end) - 1, self.phrases.to_comma(scene, first))
            )
            return found if found.how == "other" else Source("named", found.first, found.last, free[0])
        return self.phrases.within(scene, i, self.phrases.to_comma(scene, i))

    def _past(self, scene: Scene, i: int) -> bool:
        """Whether the noun phrase behind a verb is over at word i."""
        return self.phrases.stops(scene, i) or self._going_on(scene, i)

    def _going_on(self, scene: Scene, i: int) -> bool:
        """ "…”, said X, *accusing* Paris of": a comma, and what else he does."""
        key = scene.key(i + 1)
        return scene.key(i) == "," and self._going(key) and key not in self.small

    def _held(self, scene: Scene, i: int, name: int) -> bool:
        """Whether the name stands in the phrase, or behind one comma as its apposition."""
        return sum(scene.key(k) == "," for k in range(i, name)) <= 1 and not any(
            self.phrases.stops(scene, k) for k in range(i, name)
        )

    def agent(self, scene: Scene, i: int) -> Source:
        """ "A été qualifié *par Georgetown* de…": who stands behind "par", within a few words."""
        for j in range(i, min(i + AGENT, len(scene.words))):
            if scene.key(j) in self.by:
                start = scene.words[j].end
                near = [m for m in scene.speakers if 0 <= m.start - start < RIGHT_BEHIND]
                return Source("named", j + 1, scene.at(near[0].end) - 1, near[0]) if near else Source("nobody")
        return Source("nobody")

    def absolute(self, scene: Scene, group: Group, source: Source) -> bool:
        """ "…, *William Hague dénonçant* …", "…, *its minister citing* …": a subject of its own, right before the verb."""
        own = source.how == "named" and source.last == group.first - 1 and scene.key(source.last) != ","
        if self.leads & {scene.key(group.first - 1), scene.key(group.first)}:
            return False  # "a défendu son pays *en* rappelant"
        if not own or source.speaker is None or source.speaker.preposition:
            return False
        return scene.key(scene.at(source.speaker.start) - 1) in (",", *self.articles, *self.possessives)

    def joined(self, scene: Scene, group: Group) -> bool:
        """A second verb of one subject: behind "et", or a comma."""
        return scene.key(group.first - 1) in self.joins or scene.key(group.first - 1) == ","

    def leading(self, scene: Scene, group: Group) -> Source:
        """Who leads the sentence up to this verb."""
        start = scene.words[group.first].start
        ahead = [m for m in scene.speakers if m.end <= start]
        lead = next((m for m in ahead if not m.preposition), None)
        beside = scene.words[max(group.first - 2, 0)].end  # "une annonce de l'ambassade, *indiquant*"
        if group.gerund and not lead and ahead and scene.key(group.first - 1) == ",":
            lead = ahead[-1] if ahead[-1].end >= beside else None
        return Source("named", scene.at(lead.start), scene.at(lead.end) - 1, lead) if lead else Source("nobody")

    def is_source(self, scene: Scene, i: int) -> bool:
        return any(True for _ in self.phrases.sources.find(scene.words[i : i + 1]))

    def according(self, scene: Scene, i: int) -> Source:
        """Who stands behind "selon", up to a comma or a verb."""
        if scene.key(i) in self.him:
            return self.pronoun(scene, i)
        if i >= len(scene.words):  # "selon" ends what we took for the sentence
            return Source("nobody")
        last = self.phrases.to_comma(scene, i)
        start = scene.words[i].start
        if self.phrases.press(scene, i, last):
            return Source("other", i, last)
        player = next((p for p in scene.people if i <= p[0] <= min(last, i + RANK)), None)
        if player:
            return self.phrases.played(scene, *player)
        near = [m for m in scene.speakers if 0 <= m.start - start < NEAR and m.start < scene.words[last].end]
        if near and (near[0].preposition in ("", *self.articles) or near[0].start - start < LED):
            end = max(scene.at(near[0].end) - 1, i)
            return Source("named", i, max(last, end), near[0])
        found = self.phrases.within(scene, i, last)
        if found.how == "unnamed" and near:
            return Source("unnamed", i, last, near[0])
        return found


def _one(mention: ActorMention, player: tuple[int, int, Person]) -> bool:
    """Whether an office and a name are one person: of one side, or a side that nobody has told."""
    return player[2].code is None or player[2].code in mention.codes
