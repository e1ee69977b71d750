"""Who speaks, for which side: named, by surname, by a pronoun, by nobody since he spoke last, or without a name."""

from detente.codebook import Codebook
from detente.codebook.languages import Language
from detente.model import UNNAMED, ActorMention, Document, Mentions, Utterance
from detente.reports.antecedents import Antecedents
from detente.reports.bare import Bare
from detente.reports.blamed import Blamed
from detente.reports.called import Called
from detente.reports.heard import Heard, Speaker, clash
from detente.reports.houses import Houses
from detente.reports.introduced import Introduced
from detente.reports.seats import WHOLE, Seats
from detente.reports.spelling import low
from detente.reports.titles import Titles
from detente.reports.voices import TITLE, Voices

POST = 40  # characters before a state in which the post of an envoy to it stands
ASIDE = 8  # characters before words told in passing: " comme "
BEHALF = 60  # characters before a state in which "on behalf of" stands


class Talk:
    """Hears the utterances of one document in order, and remembers who spoke last. Made anew for each document."""

    def __init__(
        self, document: Document, mentions: Mentions, language: Language, book: Codebook | None = None
    ) -> None:
        self.document, self.mentions = document, mentions
        self.definite = tuple(f"{word} " if word[-1].isalpha() else word for word in language["definite"])
        self.bare = Bare(document, mentions, language)
        titles = Titles(mentions, language, book.actors.people if book else None)
        entries = book.actors.entries if book else {}
        blocs = frozenset(code for code, entry in entries.items() if entry.kind != "state")
        houses = Houses(document, mentions, language)
        self.heard = Heard()
        self.called = Called(document, mentions, language)
        seats = Seats(document, mentions, language, self.called)
        self.voices = Voices(
            document, mentions, language, self.bare, titles, houses, self.called, seats, self.heard, blocs
        )
        self.introduced = Introduced(document, mentions, language)
        self.antecedents = Antecedents(
            document, mentions, language, self.introduced, self.heard, Blamed(document, mentions, language)
        )
        self.counterparts, self.other_ones = frozenset(language["counterpart"]), tuple(language["other_one"])
        self.among = tuple(language.maps["speech"]["among"])
        self.likewise = frozenset(language.maps["speech"]["likewise"])
        self.behalf = tuple(f" {word}" for word in language.maps["speech"]["behalf"])
        self.accredited, self.envoys = frozenset(language["accredited"]), tuple(language["envoys"])
        self.times = frozenset(w for w in language.maps["speech"]["after"] if w[:1].isupper())  # "Nigeria on *Monday*"
        self.between = frozenset(language.maps["speech"]["after"])
        self.verbs = {*language.auxiliary("be"), *language.auxiliary("have"), *language.maps["speech"]["modal"]}

    def speaker(self, utterance: Utterance) -> Speaker | None:
        """Who says it; None when it is nobody who speaks for a state or an organisation."""
        found = self._found(utterance)
        self.heard.keep(utterance, found, self._aside(utterance), self.called.house(utterance))
        return found

    def _aside(self, utterance: Utterance) -> bool:
        """ "…, *as Madrid alleges*": told in passing, and no later "he" means who says it."""
        starts = [span[0] for span in (utterance.source, utterance.cue) if span]
        before = self.document.text[max(0, min(starts, default=0) - ASIDE) : min(starts, default=0)].casefold().split()
        return bool(before) and before[-1] in self.likewise

    def _found(self, utterance: Utterance) -> Speaker | None:
        if utterance.how == "named" and utterance.speaker:
            return self._named(utterance, utterance.speaker)
        if utterance.how == "unnamed":
            return self._untold(utterance)
        if utterance.how == "organ":
            return self._organ(utterance)
        if utterance.how == "pronoun":
            return self.antecedents.meant(utterance)
        if utterance.how == "carried":
            return self._carried(utterance)
        if utterance.how == "other" and utterance.form in ("quoted", "mixed"):
            return self._newly(utterance)
        return Speaker(None, None) if utterance.form == "unsaid" and utterance.how == "nobody" else None

    def _organ(self, utterance: Utterance) -> Speaker | None:
        """A state's own outlet, of the state that its name or the words beside tell, else of whom the page speaks."""
        codes = utterance.speaker.codes if utterance.speaker else ()
        return Speaker(self._words(utterance), codes[0] if codes else self._voted(utterance))

    def _newly(self, utterance: Utterance) -> Speaker | None:
        """ "*La ministre mozambicaine* est à Lisbonne. « … », a prévenu *Graça Muianga*": the name of who led without one."""
        name, official = self.introduced.name(utterance), self.introduced.official(utterance)
        return Speaker(name, official.codes[0], utterance.feminine, True) if name and official else None

    def _named(self, utterance: Utterance, mention: ActorMention) -> Speaker | None:
        if mention.carrier == "nationals":
            return None
        if mention.how == "inferred" and not mention.person and utterance.source:
            return self._inferred(utterance, mention)
        name = mention.person
        if mention.how == "carrier" and not name and self.introduced.bare(mention):
            name = self._holder((mention.start, mention.end), self._side(utterance, mention), utterance)
        if mention.how == "pronoun" and not name:
            before = self.heard.within(utterance, 2)
            name = before.name if before and before.side in mention.codes else None
        return Speaker(
            name or self._whole(utterance, mention), self._side(utterance, mention), utterance.feminine, bool(name)
        )

    def _posted(self, mention: ActorMention) -> bool:
        """ "A former *envoy to* Egypt": where he is posted is not whom he speaks for."""
        *post, preposition = ["", *self.document.text[max(0, mention.start - POST) : mention.start].casefold().split()]
        return not mention.person and preposition in self.accredited and " ".join(post).endswith(self.envoys)

    def _inferred(self, utterance: Utterance, mention: ActorMention) -> Speaker:
        """ "Le ministre", "the ministry": of the state that the page gave such a one, else of the one that was inferred."""
        span = (mention.start, mention.end)
        other = mention.codes[0] if self._other_side(mention) and len(mention.codes) == 1 else None
        side = self._behalf(utterance) or other or self._voted(utterance)
        name = self._holder(span, side, utterance) if mention.carrier == "office" else None
        return Speaker(name or self._whole(utterance, mention), side, utterance.feminine, bool(name))

    def _other_side(self, mention: ActorMention) -> bool:
        """ "A confié *son homologue*", "l'autre partie": whose he is was told against who was spoken of, not by who spoke last."""
        words = low(self.document.text[mention.start : mention.end])
        return words.startswith(self.other_ones) or words.split(" ")[0] in self.counterparts

    def _untold(self, utterance: Utterance) -> Speaker | None:
        """A source without a name; of no mention, one such as the page named with its state before."""
        span, words = utterance.source, self._words(utterance)
        if low(words or "").endswith(self.among):
            before = self.heard.within(utterance, 1)
            return Speaker(words, before.side) if before else None
        side = self._side(utterance, utterance.speaker)
        plain = span is not None and (words or "").casefold().startswith(self.definite)
        title = span if plain and len((words or "").split()) <= TITLE else None
        name = self._holder(title, side, utterance) if title else None
        return Speaker(name or words, side, utterance.feminine, bool(name))

    def _holder(self, span: tuple[int, int], side: str | None, utterance: Utterance) -> str | None:
        """The person who holds the office: the only one, else of those the one who spoke last, of the gender told."""
        fit = self.bare.holders(span, side)
        spoke = [p.name for _, p in self.heard.people if p.name in fit and not clash(p, utterance)]
        return next(iter(fit)) if len(fit) == 1 else spoke[-1] if spoke else None

    def _side(self, utterance: Utterance, mention: ActorMention | None) -> str | None:
        """For whom he says that he speaks; his one state or organisation; untold, of whom the page speaks."""
        if told := self._behalf(utterance):
            return told
        if mention and mention.codes and (mention.how != "inferred" or mention.person):
            alone = len(mention.codes) == 1 and mention.how != "both" and not self._posted(mention)
            alone = alone and mention.codes[0] != UNNAMED  # "a Western diplomat": nobody says of which country
            return mention.codes[0] if alone else None
        if utterance.source is None or (mention and mention.person):
            return self.voices.seats.seat(utterance)
        return self._voted(utterance)

    def _voted(self, utterance: Utterance) -> str | None:
        """Whose the signs say he is, with for whom the last one spoke in this sentence or the one before."""
        before = self.heard.within(utterance, 1)
        return self.voices.side(utterance, before.side if before else None)

    def _behalf(self, utterance: Utterance) -> str | None:
        """ "Speaking *for the African Union*, the Mauritanian minister said": outside what is said."""
        for mention in self.mentions.sentences[utterance.sentence].actors:
            inside = utterance.start <= mention.start < utterance.end
            before = low(f" {self.document.text[max(0, mention.start - BEHALF) : mention.start]}").rstrip()
            sure = len(mention.codes) == 1 and mention.how != "inferred"
            if not inside and sure and before.endswith(self.behalf):
                return mention.codes[0]
        return None

    def _whole(self, utterance: Utterance, mention: ActorMention) -> str:
        """The words for who speaks: the noun phrase, or the mention where the phrase is long."""
        text = self.document.text
        if utterance.source is None or utterance.source[0] > mention.start:
            return text[mention.start : mention.end]
        words = text[mention.start : max(utterance.source[1], mention.end)].split(",")[0].strip(" '\"“”«»‘’\xa0")
        words = words if "(" in words else words.rstrip(")")  # "the ministry (DFA) said"
        if any(word.casefold() in self.verbs or word in self.times for word in words.split()):
            return text[mention.start : mention.end]
        own = text[mention.start : mention.end]
        return words if own in words and len(words) < WHOLE else own

    def _words(self, utterance: Utterance) -> str | None:
        if not utterance.source:
            return None
        words = self.document.text[slice(*utterance.source)].strip(" ,")
        while (parts := words.split(" ", 1))[0] in self.between and len(parts) > 1:
            words = parts[1]  # "ont indiqué *lundi* des sources"
        return words

    def _carried(self, utterance: Utterance) -> Speaker | None:
        """A quotation alone goes on with who spoke just before; without such a one nobody is named."""
        sentence = self.mentions.sentences[utterance.sentence]
        if self.heard.since(utterance) <= 1:
            return self.heard.last[1]
        if any(c.kind == "opinion" for c in sentence.cues):
            return None
        return self._following(utterance) or Speaker(None, None)

    def _following(self, utterance: Utterance) -> Speaker | None:
        """Who speaks in a quotation alone with nobody before it: he whom the next sentence names behind what he goes on to say."""
        ahead = next((u for u in self.mentions.utterances if u.start >= utterance.end), None)
        if ahead is None or ahead.how == "carried" or ahead.form not in ("quoted", "mixed"):
            return None
        sentence = self.mentions.sentences[ahead.sentence]
        near = sum(utterance.end <= s.start < ahead.end for s in self.mentions.sentences) == 1
        return self._found(ahead) if near and ahead.start <= sentence.start else None
