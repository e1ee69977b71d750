"""Whether what stands behind a verb of saying is a deed, or a clause; or a bare noun, of which nothing is said."""

from detente.codebook.languages import Language
from detente.mentions.scene import STOPS, Scene
from detente.mentions.speech import CONTENT, Saying

Span = tuple[int, int]
LETTERS = 3  # of a verb, at least
JUDGED = ("approving", "disapproving", "favouring", "deprecating")  # kinds of cue
NEAR = 8  # words from "which" to the verb: "which the Qatari foreign ministry called"
FURTHER = 3  # words that an object may add before what it is asked


class Deeds:
    """Compiled once for a language."""

    def __init__(self, language: Language) -> None:
        speech = language.maps["speech"]
        self.that, self.likewise = frozenset(speech["that"]), frozenset(speech["likewise"])
        self.judging, self.doing = frozenset(speech["judging"]), frozenset(speech["doing"])
        self.whether = frozenset(speech["whether"])
        self.telling, self.as_ = frozenset(speech["telling"]), frozenset(speech["judged"])
        self.marker = frozenset(language["infinitive"])
        self.satellites = frozenset(language["satellites"])
        self.indefinite, self.naming = frozenset(speech["indefinite"]), frozenset(speech["naming"])
        self.relative, self.small = frozenset(language["relative"]), frozenset(language["ruling"])
        self.negating = frozenset(speech["negating"])
        self.perfect = language.auxiliary("have")
        self.clitics = frozenset(language["object_pronouns"]) | frozenset(language["reflexive"])
        self.reflexive = frozenset(language["reflexive"])
        self.places = frozenset(language["clitics"])  # "y", "en"
        self.passed = self.clitics | self.places | self.negating  # "de *ne pas s'y* rendre"
        self.gerunds = language.maps["endings"]["gerund"]
        self.endings = () if language["infinitive"] else tuple(language.tables)

    def asked(self, scene: Scene, saying: Saying, i: int) -> bool:
        """ "Invite ses étudiants à partir": somebody is asked, behind the verb, to do something."""
        may = saying.verb in self.telling or saying.strength in ("demand", "warn")
        first = i + 1 if scene.key(i) in self.doing else i  # "a demandé *à* la France de partir"
        return may and self._deed(scene, first, i + CONTENT + FURTHER)

    def judged(self, scene: Scene, i: int, verb: str = "") -> bool:
        """ "Called the move *unfair*", "described it *as* a success": a word that judges, or one that introduces it."""
        last = min(i + CONTENT + FURTHER, len(scene.words))
        stop = next((j for j in range(i, last) if scene.key(j) in STOPS or scene.key(j) == ","), last)
        if i >= stop:
            return False
        told = any(scene.key(j) in self.as_ for j in range(i + 1, stop)) or (
            verb in self.naming and self._named(scene, i, stop)
        )
        start, end = scene.words[i].start, scene.words[stop - 1].end
        return told or any(c.kind in JUDGED and start <= c.start < end for c in scene.sentence.cues)

    def _named(self, scene: Scene, i: int, stop: int) -> bool:
        """ "Called the blockade *an* overreaction", "which it called *a* fabrication": what it is said to be."""
        if scene.key(i) in self.satellites:
            return False  # "called off a visit"
        first = i if self._relative(scene, i) else i + 1
        told = (j for j in range(first, stop) if scene.key(j) in self.indefinite)
        return any(j == i or scene.key(j - 1) not in self.doing | self.small for j in told)

    def _relative(self, scene: Scene, i: int) -> bool:
        """Whether what a verb is said of stands before it: "*which* the ministry called a fabrication"."""
        return any(scene.key(j) in self.relative for j in range(max(i - NEAR, 0), i))

    def bare(self, scene: Scene, span: Span) -> bool:
        """Whether a content is nothing but a noun: "demanded a ransom"; no clause, no deed, nothing quoted or judged."""
        first, last = scene.at(span[0]), scene.at(span[1])
        comma = next((i for i in range(first, last) if scene.key(i) == ","), last)
        if scene.key(first) in self.whether or any(
            scene.key(i) in self.that | self.likewise for i in range(first, comma)
        ):
            return False
        told = self.infinitive(scene, first) or self.perfect.get(scene.key(first + 1)) == "infinitive"
        return not (told or self._deed(scene, first, last) or any(i in scene.quoted for i in range(first, last)))

    def _deed(self, scene: Scene, first: int, last: int) -> bool:
        """ "… *à rouvrir* le poste", "… *of firing* first": a verb told as to be done, or done."""
        for i in range(first, min(last, len(scene.words)) - 1):
            if scene.key(i) in STOPS or scene.key(i) in self.that:
                return False
            if self.begins(scene, i):
                return True
        return False

    def begins(self, scene: Scene, i: int) -> bool:
        """ "*To reopen*", "*de* les *rendre*", "*of firing*": a little word and its verb."""
        j = i + 1
        while j - i < FURTHER + 2 and (scene.opens(j) or scene.key(j) in self.passed):
            j += 1
        if j >= len(scene.words):
            return False
        done = len(scene.key(j)) > LETTERS and scene.key(j).endswith(self.endings or self.gerunds)
        return scene.key(i) in self.doing and (done or scene.key(i) in self.marker)

    def gerund(self, scene: Scene, i: int) -> bool:
        """ "*Holding* him", where infinitives are marked by a word."""
        return not self.endings and len(scene.key(i)) > LETTERS + 1 and scene.key(i).endswith(self.gerunds)

    def infinitive(self, scene: Scene, i: int) -> bool:
        first = i
        while scene.key(i) in self.negating | self.reflexive or (
            i > first and scene.key(i) in self.clitics | self.places
        ):
            i += 1  # "*ne pas* avoir lu", "*ne pas y* croire", "*s'*être entretenu"
        i += (
            scene.key(i) in self.places and self.perfect.get(scene.key(i + 1)) == "infinitive"
        )  # "dit *en* avoir parlé"
        key = scene.key(i)
        return len(key) > LETTERS and key.endswith(self.endings) if self.endings and not scene.opens(i) else False
