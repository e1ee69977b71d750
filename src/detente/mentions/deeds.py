"""Whether what stands behind a verb of saying is a deed, or a clause; or a bare noun, of which nothing is said."""

from detente.codebook.languages import Language
from detente.mentions.scene import STOPS, Scene
from detente.mentions.speech import CONTENT, Saying

Span = tuple[int, int]
LETTERS = 3  # of a verb, at least
JUDGED = ("approving", "disapproving", "favouring", "deprecating")  # kinds of cue
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
        self.negating = frozenset(speech["negating"])
        self.perfect = language.auxiliary("have")
        self.clitics = frozenset(language["object_pronouns"]) | frozenset(language["reflexive"])
        self.places = frozenset(language["clitics"])  # "y", "en"
        self.gerunds = language.maps["endings"]["gerund"]
        self.endings = () if language["infinitive"] else tuple(language.tables)

    def asked(self, scene: Scene, saying: Saying, i: int) -> bool:
        """ "Invite ses étudiants à partir": somebody is asked, behind the verb, to do something."""
        may = saying.verb in self.telling or saying.strength in ("demand", "warn")
        first = i + 1 if scene.key(i) in self.doing else i  # "a demandé *à* la France de partir"
        return may and self._deed(scene, first, i + CONTENT + FURTHER)

    def judged(self, scene: Scene, i: int) -> bool:
        """ "Called the move *unfair*", "described it *as* a success": a word that judges, or one that introduces it."""
        last = min(i + CONTENT + FURTHER, len(scene.words))
        stop = next((j for j in range(i, last) if scene.key(j) in STOPS or scene.key(j) == ","), last)
        if i >= stop:
            return False
        told = any(scene.key(j) in self.as_ for j in range(i + 1, stop))
        start, end = scene.words[i].start, scene.words[stop - 1].end
        return told or any(c.kind in JUDGED and start <= c.start < end for c in scene.sentence.cues)

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
        j = i + 1 + (scene.key(i + 1) in self.clitics)
        if j >= len(scene.words):
            return False
        done = len(scene.key(j)) > LETTERS and scene.key(j).endswith(self.endings or self.gerunds)
        return scene.key(i) in self.doing and (done or scene.key(i) in self.marker)

    def gerund(self, scene: Scene, i: int) -> bool:
        """ "*Holding* him", where infinitives are marked by a word."""
        return not self.endings and len(scene.key(i)) > LETTERS + 1 and scene.key(i).endswith(self.gerunds)

    def infinitive(self, scene: Scene, i: int) -> bool:
        first = i
        while scene.key(i) in self.negating or (i > first and scene.key(i) in self.clitics | self.places):
            i += 1  # "*ne pas* avoir lu", "*ne pas y* croire"
        key = scene.key(i)
        return len(key) > LETTERS and key.endswith(self.endings) if self.endings and not scene.opens(i) else False
