"""Paragraphs in the manner of the press, written with their dates and the days of their acts before they were read by the rules.

A row: (language, publication or None, text, acts). `{2029-04-16:lundi}` marks an expression and the days it means, `{?:récemment}`
one that has none. acts: (act, who did it, its day or None where the page does not give one).
First-run figures are in docs/errors.md.
"""

import re

import pytest
from _pytest.mark import ParameterSet

MARK = re.compile(r"\{([^{}:]+):([^{}]+)\}")

Acts = tuple[tuple[str, str, str | None], ...]


def page(
    name: str, language: str, published: str | None, text: str, *acts: tuple[str, str, str | None]
) -> ParameterSet:
    return pytest.param(language, published, text, acts, id=f"{language}-{name}")


FRENCH = [
    page("agency-1", "fr", "2029-04-18",
         "Haïti a expulsé {2029-04-16:lundi} deux diplomates dominicains, accusés d'ingérence. Saint-Domingue "
         "a répliqué {2029-04-17:dès le lendemain} en rappelant son ambassadeur. {2029-04-18:Ce mercredi}, les "
         "deux pays ont fermé leur frontière {../2029-04-30:jusqu'à la fin du mois}.",
         ("expel", "HTI", "2029-04-16"), ("recall", "DOM", "2029-04-17"), ("close", "HTI", "2029-04-18")),
    page("agency-2", "fr", "2029-04-18",
         "Le ministre tunisien des Affaires étrangères se rendra {2029-04-24:mardi prochain} à Tripoli, a "
         "annoncé son cabinet {2029-04-17:mardi soir}. Sa dernière visite en Libye remontait {2028-11:à "
         "novembre 2028}.",
         ("visit", "TUN", "2029-04-24")),
    page("agency-3", "fr", "2030-11-07",
         "{2030-11-05:Avant-hier}, la Guinée a rappelé son ambassadeur au Sénégal. Le sommet prévu "
         "{2030-11-09:samedi} à Banjul est annulé et celui {2030-11-18/2030-11-19:des 18 et 19 novembre} "
         "reporté {2031:à l'année prochaine}.",
         ("recall", "GIN", "2030-11-05")),
    page("communique-1", "fr", "2030-11-07",
         "Le ministère informe que, {2030-11-11/..:à compter du lundi 11 novembre}, les ressortissants maliens "
         "devront présenter un visa pour entrer en Mauritanie. La mesure, adoptée {2030-10-30:le 30 octobre "
         "dernier}, restera en vigueur {../2031-06:jusqu'en juin 2031}."),
    page("communique-2", "fr", "2028-01-05",
         "La République du Congo et la République centrafricaine ont signé {2027-12-29:le 29 décembre} un "
         "accord de coopération militaire. Le texte entrera en vigueur {2028-02-01:le 1er février} et sera "
         "réexaminé {2029-01:en janvier 2029}.",
         ("sign", "COG", "2027-12-29")),
    page("analysis-1", "fr", "2031-09-01",
         "La brouille ne date pas d'{2031-08-31:hier}. {2027-08:En août 2027}, Alger avait déjà rompu ses "
         "relations diplomatiques avec Rabat. {2028-03:Sept mois plus tard}, l'Espagne changeait de pied ; "
         "{2030-23:à l'automne 2030}, c'est Paris qui reconnaissait la souveraineté marocaine sur le Sahara. "
         "{?:Depuis}, rien n'a bougé.",
         ("cut-ties", "DZA", "2027-08")),
    page("analysis-2", "fr", "2031-09-01",
         "{202X:Dans les années 2020}, Niamey comptait 1 500 soldats français. Le dernier est parti "
         "{2023-12-22:le 22 décembre 2023}, cinq mois seulement {?:après le putsch}. {2024:L'année suivante}, "
         "le Tchad dénonçait à son tour son accord de défense avec la France.",
         ("denounce-agreement", "TCD", "2024")),
    page("analysis-3", "fr", "2031-09-01",
         "{2029-03/2031-06:Entre mars 2029 et juin 2031}, la Hongrie a bloqué quatre fois l'aide européenne à "
         "l'Ukraine. {2030/2031:En 2030-2031}, son commerce avec la Russie a doublé. {2031-07/..:Depuis le "
         "mois de juillet}, elle n'oppose plus son veto."),
    page("chronology-1", "fr", "2030-11-07",
         "{2030-02-03:3 février 2030}\n\nLe Burundi ferme sa frontière avec le Rwanda.\n\n{2030-02-19:19 "
         "février}\n\nKigali rappelle son ambassadeur à Bujumbura. {2030-02-20:Le lendemain}, le Burundi expulse "
         "le chargé d'affaires rwandais.\n\n{2030-05:Mai 2030}\n\nLe Burundi rouvre sa frontière avec le Rwanda.",
         ("close", "BDI", "2030-02-03"), ("recall", "RWA", "2030-02-19"), ("expel", "BDI", "2030-02-20"),
         ("open", "BDI", "2030-05")),
    page("chronology-2", "fr", "2030-11-07",
         "{2030-11-04:Lundi 4 novembre}\n\nLa Serbie rappelle son ambassadeur au Kosovo. {2030-11-04:Dans la "
         "soirée}, le Kosovo expulse deux diplomates serbes.\n\n{2030-11-05:Mardi 5 novembre}\n\nLe Kosovo ferme "
         "sa frontière avec la Serbie.\n\n{2030-11-06:Mercredi 6 novembre}\n\nLe président serbe rencontre son "
         "homologue kosovar à Bruxelles.",
         ("recall", "SRB", "2030-11-04"), ("expel", "XKX", "2030-11-04"), ("close", "XKX", "2030-11-05"),
         ("meet", "SRB", "2030-11-06")),
    page("chronology-3", "fr", "2030-11-07",
         "- {2028-01:Janvier 2028} : le Soudan rompt ses relations diplomatiques avec le Tchad.\n\n- "
         "{2028-06-12:12 juin} : le Tchad ferme sa frontière avec le Soudan.\n\n- {2029-03:Mars 2029} : les deux "
         "présidents se rencontrent à Doha.",
         ("cut-ties", "SDN", "2028-01"), ("close", "TCD", "2028-06-12"), ("meet", "SDN", "2029-03")),
    page("interview-1", "fr", "2029-04-18",
         "« Nous avons reçu le projet {2029-04-09/2029-04-15:la semaine dernière}. Le ministre grec vient "
         "{2029-04-19:demain}, et nous signerons, je l'espère, {../2029-22:avant l'été}. {?:Ces derniers "
         "temps}, on a beaucoup parlé ; {2028:il y a un an}, personne ne se parlait. »"),
    page("interview-2", "fr", "2028-01-05",
         "« {2027-12-24:Le 24 décembre}, la Turquie a levé l'embargo sur la Syrie. Nous attendons que Damas "
         "rouvre son ambassade {../2028-03:d'ici à mars}. {2025:Il y a trois ans}, je n'y aurais pas cru », "
         "confie-t-il.",
         ("lift", "TUR", "2027-12-24")),
    page("live-1", "fr", "2030-11-07",
         "14h32. La Pologne expulse trois diplomates biélorusses. {2030-11-07:Ce matin}, Minsk avait convoqué "
         "l'ambassadeur polonais.\n\n11h05. Le Premier ministre polonais recevra son homologue lituanien "
         "{2030-11-08:demain à 10 heures}.",
         ("expel", "POL", "2030-11-07"), ("summon", "BLR", "2030-11-07")),
    page("live-2", "fr", "2031-09-01",
         "22h10. Le Liban et Israël sont convenus d'une trêve qui commencera {2031-09-02:mardi à 4 heures} et "
         "durera 72 heures. {2031-08-30/2031-08-31:Ce week-end}, l'aviation israélienne a bombardé à plusieurs "
         "reprises le sud du Liban.",
         ("bomb", "ISR", "2031-08-30/2031-08-31")),
    page("measure-1", "fr", "2030-11-07",
         "Le Nigeria a annoncé {2030-11-06:mercredi} la fermeture de sa frontière avec le Bénin. La mesure, "
         "qui entre en vigueur {2030-11-11:lundi}, s'appliquera {../2031-01-31:jusqu'au 31 janvier}. La "
         "frontière avait été rouverte {2029-08:en août 2029}.",
         ("close", "NGA", "2030-11-06")),
    page("measure-2", "fr", "2028-01-05",
         "Le Canada relèvera {2028-01-17:le 17 janvier} ses droits de douane sur l'acier chinois. Pékin, qui "
         "avait porté les siens à 40 % {2027-10:en octobre}, promet de riposter {2028-01-10/2028-01-16:dès la "
         "semaine prochaine}."),
    page("history", "fr", "2031-09-01",
         "{1962-07-05:Le 5 juillet 1962}, l'Algérie devient indépendante. {196X:Dans les années soixante}, "
         "trois accords suivent ; celui {1968-12-27:du 27 décembre 1968} est dénoncé {2031-07-14:le 14 juillet "
         "dernier} par Paris, après des mois de tension."),
    page("no-day", "fr", None,
         "Le ministre est arrivé {?:lundi} à Lomé. {2030-05-06:Le 6 mai 2030}, le Ghana avait rappelé son "
         "ambassadeur au Togo ; {2030-05-10:quatre jours plus tard}, le Togo expulsait deux diplomates "
         "ghanéens. {?:La semaine prochaine}, une commission se réunira.",
         ("recall", "GHA", "2030-05-06"), ("expel", "TGO", "2030-05-10")),
    page("mixed", "fr", "2029-04-18",
         "{2029-04-18:Aujourd'hui}, le Pérou a rappelé son ambassadeur en Bolivie, {?:trois jours après} que "
         "La Paz a expulsé un attaché péruvien. {2029-04-06/2029-04-08:Du vendredi 6 au dimanche 8 avril}, les "
         "deux armées avaient tenu des manœuvres conjointes, les premières {2019/..:depuis 2019}. Prochaine "
         "session : {2029-05-21:lundi 21 mai}.",
         ("recall", "PER", "2029-04-18")),
]  # fmt: skip

ENGLISH = [
    page("agency-1", "en", "2029-04-18",
         "Kenya expelled two Somali diplomats {2029-04-16:on Monday}, accusing them of spying. {2029-04-17:A "
         "day later}, Somalia recalled its ambassador, and {2029-04-18:on Wednesday} it closed its border with "
         "Kenya {../2029-05-15:until May 15}.",
         ("expel", "KEN", "2029-04-16"), ("recall", "SOM", "2029-04-17"), ("close", "SOM", "2029-04-18")),
    page("agency-2", "en", "2029-04-18",
         "The Greek foreign minister will travel to Ankara {2029-04-24:next Tuesday}, his office said "
         "{2029-04-17:late Tuesday}. He last visited Turkey {2028-11:in November 2028}.",
         ("visit", "GRC", "2029-04-24")),
    page("agency-3", "en", "2030-11-07",
         "COLOMBO, {2030-11-06:Nov 6} - Sri Lanka recalled its envoy to India {2030-11-05:the day before "
         "yesterday}. A meeting due {2030-11-09:Saturday} is off, and talks set for "
         "{2030-11-18/2030-11-19:Nov. 18-19} have slipped to {2031:next year}.",
         ("recall", "LKA", "2030-11-05")),
    page("communique-1", "en", "2030-11-07",
         "{2030-11-11/..:Effective Monday, 11 November}, nationals of Ghana will need a visa to enter Togo. "
         "The measure, adopted {2030-10-30:on 30 October}, remains in force {../2031-06:until June 2031}."),
    page("communique-2", "en", "2028-01-05",
         "Zambia and Malawi signed a defence pact {2027-12-29:on December 29}. It takes effect {2028-02-01:on "
         "February 1} and will be reviewed {2029-01:in January 2029}.",
         ("sign", "ZMB", "2027-12-29")),
    page("analysis-1", "en", "2031-09-01",
         "The quarrel is not new. {2027-08:In August 2027}, Algeria cut diplomatic ties with Morocco. "
         "{2028-03:Seven months later}, Spain switched sides; {2030-23:in the autumn of 2030}, France "
         "recognised Moroccan rule. Little has moved {?:since then}.",
         ("cut-ties", "DZA", "2027-08")),
    page("analysis-2", "en", "2031-09-01",
         "{201X:In the 2010s}, Chad hosted 1,000 French soldiers. The last of them left {2025-01-30:on 30 "
         "January 2025}, {?:weeks after} N'Djamena tore up the pact. {2026:The following year}, Chad signed a "
         "defence agreement with Turkey.",
         ("sign", "TCD", "2026")),
    page("analysis-3", "en", "2031-09-01",
         "{2029-03/2031-06:Between March 2029 and June 2031}, Hungary vetoed European aid to Ukraine four "
         "times. It has not done so {2031-07/..:since July}. {../2031-12:By the end of the year}, a vote is "
         "expected; {2030-07/2030-12:in the second half of last year} there was none."),
    page("chronology-1", "en", "2030-11-07",
         "{2030-02-03:3 February 2030}\n\nBurundi closes its border with Rwanda.\n\n{2030-02-19:19 "
         "February}\n\nRwanda recalls its ambassador to Burundi. {2030-02-20:The next day}, Burundi expels the "
         "Rwandan chargé d'affaires.\n\n{2030-05:May 2030}\n\nBurundi reopens its border with Rwanda.",
         ("close", "BDI", "2030-02-03"), ("recall", "RWA", "2030-02-19"), ("expel", "BDI", "2030-02-20"),
         ("open", "BDI", "2030-05")),
    page("chronology-2", "en", "2030-11-07",
         "{2030-11-04:Monday, November 4}\n\nSerbia recalls its ambassador to Kosovo. {2030-11-04:That evening}, "
         "Kosovo expels two Serbian diplomats.\n\n{2030-11-05:Tuesday, November 5}\n\nKosovo closes its border "
         "with Serbia.\n\n{2030-11-06:Wednesday, November 6}\n\nThe Serbian president meets his Kosovar "
         "counterpart in Brussels.",
         ("recall", "SRB", "2030-11-04"), ("expel", "XKX", "2030-11-04"), ("close", "XKX", "2030-11-05"),
         ("meet", "SRB", "2030-11-06")),
    page("chronology-3", "en", "2030-11-07",
         "{2028-01:January 2028}: Sudan severs diplomatic relations with Chad.\n\n{2028-06-12:June 12}: Chad "
         "closes its border with Sudan.\n\n{2029-03:March 2029}: The two presidents meet in Doha.",
         ("cut-ties", "SDN", "2028-01"), ("close", "TCD", "2028-06-12"), ("meet", "SDN", "2029-03")),
    page("interview-1", "en", "2029-04-18",
         "“We got the draft {2029-04-09/2029-04-15:last week}. The Greek minister is coming "
         "{2029-04-19:tomorrow}, and we hope to sign {../2029-22:before the summer}. {?:Lately} there has been "
         "a lot of talk; {2028:a year ago} nobody spoke.”"),
    page("interview-2", "en", "2028-01-05",
         "“Turkey lifted its embargo on Syria {2027-12-24:on Christmas Eve}. We expect Damascus to reopen its "
         "embassy {../2028-03:by March}. {2025:Three years ago} I would not have believed it,” he said.",
         ("lift", "TUR", "2027-12-24")),
    page("live-1", "en", "2030-11-07",
         "14:32 Poland expels three Belarusian diplomats. Earlier {2030-11-07:today}, Minsk summoned the "
         "Polish ambassador.\n\n11:05 The Polish prime minister will host his Lithuanian counterpart at 10 a.m. "
         "{2030-11-08:tomorrow}.",
         ("expel", "POL", "2030-11-07"), ("summon", "BLR", "2030-11-07")),
    page("live-2", "en", "2031-09-01",
         "22:10 Lebanon and Israel have agreed a truce that begins {2031-09-02:at 4 a.m. on Tuesday} and will "
         "last 72 hours. Israeli jets bombed southern Lebanon {2031-08-30/2031-08-31:over the weekend}.\n\n21:50 "
         "Details soon.",
         ("bomb", "ISR", "2031-08-30/2031-08-31")),
    page("measure-1", "en", "2030-11-07",
         "Nigeria announced {2030-11-06:on Wednesday} the closure of its border with Benin. The measure, which "
         "comes into force {2030-11-11:on Monday}, will apply {../2031-01-31:through January 31}. The border "
         "had been reopened {2029-08:in August 2029}.",
         ("close", "NGA", "2030-11-06")),
    page("measure-2", "en", "2028-01-05",
         "Canada will raise its tariffs on Chinese steel {2028-01-17:on January 17}. Beijing, which lifted its "
         "own to 40 percent {2027-10:in October}, vows to retaliate {2028-01-10/2028-01-16:next week}."),
    page("history", "en", "2031-09-01",
         "{1962-07-05:On 5 July 1962} Algeria became independent. Three accords followed {196X:in the 1960s}; "
         "that of {1968-12-27:27 December 1968} was denounced by Paris {2031-07-14:on 14 July}, after months "
         "of tension."),
    page("no-day", "en", None,
         "The minister arrived in Lomé {?:on Monday}. {2030-05-06:On May 6, 2030}, Ghana had recalled its "
         "ambassador to Togo; {2030-05-10:four days later}, Togo expelled two Ghanaian diplomats. A commission "
         "will meet {?:next week}.",
         ("recall", "GHA", "2030-05-06"), ("expel", "TGO", "2030-05-10")),
    page("mixed", "en", "2029-04-18",
         "Peru recalled its ambassador to Bolivia {2029-04-18:today}, {?:three days after} La Paz threw out a "
         "Peruvian attaché. {2029-04-06/2029-04-08:From Friday, April 6 to Sunday, April 8}, the two armies "
         "had held joint drills, the first {2019/..:since 2019}. The next session is {2029-05-21:Monday, May 21}.",
         ("recall", "PER", "2029-04-18")),
]  # fmt: skip

# written after the first forty were mended
SECOND = [
    page("dispatch-1-second", "fr", "2032-03-15",
         "La Zambie et le Zimbabwe ont conclu {2032-03-14:dimanche, tard dans la soirée,} un accord de pêche, "
         "au terme de trois jours de pourparlers entamés {2032-03-12:vendredi}. Les premiers permis seront "
         "délivrés {2032-04-01/..:à compter du 1er avril} et vaudront {../2033-12:jusqu'à fin décembre 2033}.",
         ("sign", "ZMB", "2032-03-14")),
    page("dispatch-2-second", "fr", "2032-03-15",
         "Le président libanais, arrivé {2032-03-13:samedi} au Caire, a rencontré {2032-03-14:le lendemain} "
         "son homologue égyptien. Il est attendu {2032-03-16:mardi} à Amman et devrait regagner Beyrouth "
         "{2032-03-18:jeudi}.",
         ("meet", "LBN", "2032-03-14")),
    page("dispatch-3-second", "fr", "2029-12-28",
         "L'Équateur a expulsé {2029-12-26:mercredi} l'ambassadeur du Nicaragua, {?:deux jours après} que "
         "Managua a accordé l'asile à un ancien ministre. {2028-04:En avril 2028} déjà, Quito avait rappelé "
         "son ambassadeur, qui n'était revenu qu'{2029-01:en janvier dernier}.",
         ("expel", "ECU", "2029-12-26"), ("recall", "ECU", "2028-04")),
    page("dispatch-4-second", "fr", "2031-06-12",
         "{2031-06-12:Ce jeudi après-midi}, la Moldavie a convoqué l'ambassadeur de Russie, quelques heures "
         "après le survol de son territoire par un drone. Elle avait fait de même {2031-05-29:le 29 mai} puis "
         "{2031-06-03:le 3 juin}.",
         ("summon", "MDA", "2031-06-12")),
    page("release-1-second", "fr", "2031-06-12",
         "Abidjan, {2031-06-11:le 11 juin 2031}. Le gouvernement ivoirien suspend, {2031-06-16/..:à partir du "
         "16 juin prochain}, la délivrance des visas aux ressortissants burkinabè. Cette décision fait suite "
         "aux incidents {2031-06-01/2031-06-02:des 1er et 2 juin derniers}."),
    page("release-2-second", "fr", "2031-06-12",
         "Le ministre recevra {2031-06-17:le mardi 17 juin, à 15 heures,} son homologue cap-verdien. Un "
         "mémorandum doit être signé {2031-06-18:mercredi matin}. La délégation repartira {2031-06-18:le même "
         "jour}."),
    page("analysis-1-second", "fr", "2032-03-15",
         "{201X:Durant la décennie 2010}, Ankara courtisait Le Caire. Tout change {2013-22:à l'été 2013} : la "
         "Turquie rappelle son ambassadeur {2013-08-15:le 15 août}, et l'Égypte expulse le sien {2013-11-23:le "
         "23 novembre de la même année}. Il faudra attendre {2023-07:juillet 2023} pour un nouvel échange "
         "d'ambassadeurs.",
         ("recall", "TUR", "2013-08-15"), ("expel", "EGY", "2013-11-23")),
    page("analysis-2-second", "fr", "2032-03-15",
         "{2031:L'an dernier}, la Chine a acheté deux fois plus de gaz russe qu'{2025:en 2025}. "
         "{2032-01/2032-03:Au premier trimestre de cette année}, le rythme a encore augmenté ; "
         "{2032-04/2032-06:au trimestre prochain}, il pourrait fléchir. {2030/2032:Ces deux dernières années}, "
         "Pékin n'a rien signé."),
    page("timeline-1-second", "fr", "2032-03-15",
         "{2032-03-14:14 mars}\n\nLe Niger ferme son espace aérien aux avions béninois.\n\n{2032-03-02:2 "
         "mars}\n\nCotonou rappelle son ambassadeur à Niamey, {?:au lendemain} d'un discours "
         "hostile.\n\n{2031-12:Décembre 2031}\n\nLe Bénin et le Niger rouvrent leur frontière.",
         ("close", "NER", "2032-03-14"), ("recall", "BEN", "2032-03-02"), ("open", "BEN", "2031-12")),
    page("timeline-2-second", "fr", None,
         "{2030-09-04:4 septembre 2030} – Le Ghana expulse le haut-commissaire nigérian.\n\n{2030-09-07:7 "
         "septembre} – Le Nigeria rappelle son ambassadeur au Ghana.\n\n{2031-01-10:10 janvier 2031} – Accra et "
         "Lagos signent un accord.\n\n{2031-02:Février} – Le Nigeria lève ses sanctions contre le Ghana.",
         ("expel", "GHA", "2030-09-04"), ("recall", "NGA", "2030-09-07"), ("lift", "NGA", "2031-02")),
    page("interview-1-second", "fr", "2029-12-28",
         "« {2029-12-22/2029-12-23:Le week-end dernier}, j'ai vu mon homologue. Nous nous reverrons "
         "{2030-01-15:le 15 janvier}, puis {2030-03:en mars}. {2029-12-25:À Noël}, nos soldats ont échangé des "
         "vœux ; {2027-12:en décembre 2027}, ils échangeaient des tirs. Nous avons {?:jusqu'au sommet} pour "
         "conclure. »"),
    page("live-1-second", "fr", "2029-12-28",
         "19:45 – Le Chili ferme sa frontière avec le Pérou {2029-12-28:ce vendredi à minuit}. Il l'avait "
         "rouverte {2029-12-27:jeudi dernier}.\n\n18:10 – Lima rappelle son ambassadeur au Chili pour "
         "consultations.\n\n17:30 – {2029-12-27:Hier soir}, les deux ministres s'étaient parlé au téléphone.",
         ("close", "CHL", "2029-12-28"), ("recall", "PER", "2029-12-28")),
    page("column-second", "fr", "2031-06-12",
         "On a beau dire : {2031-06-09:lundi} l'Italie menaçait, {2031-06-10:mardi} elle négociait, "
         "{2031-06-11:hier} elle signait avec la Tunisie. {2031-06-23/2031-06-29:Dans deux semaines}, le "
         "Conseil européen entérinera. {?:Un jour}, il faudra relire ce qu'on écrivait {2011-21:au printemps 2011}."),
    page("war-second", "fr", "2031-06-12",
         "{2031-06-11/2031-06-12:Dans la nuit de mercredi à jeudi}, l'armée russe a bombardé Odessa. C'est la "
         "troisième attaque {2031-06-09/2031-06-15:de la semaine}, après celles de {2031-06-09:lundi} et de "
         "{2031-06-10:mardi}. {2031-06-08:Dimanche}, Kiev avait proposé une trêve {../2031-07-01:jusqu'au 1er "
         "juillet}."),
    page("dispatch-1-second", "en", "2032-03-15",
         "LUSAKA, {2032-03-15:March 15} - Zambia and Zimbabwe signed a fisheries deal {2032-03-14:late on "
         "Sunday} after three days of talks that opened {2032-03-12:Friday}. The first permits will be issued "
         "{2032-04-01/..:from 1 April} and will be good {../2033-12:until the end of December 2033}.",
         ("sign", "ZMB", "2032-03-14")),
    page("dispatch-2-second", "en", "2032-03-15",
         "The Lebanese president, who landed in Cairo {2032-03-13:on Saturday}, met his Egyptian counterpart "
         "{2032-03-14:the day after}. He is due in Amman {2032-03-16:Tuesday} and returns home "
         "{2032-03-18:Thursday}.",
         ("meet", "LBN", "2032-03-14")),
    page("dispatch-3-second", "en", "2029-12-28",
         "Ecuador expelled Nicaragua's ambassador {2029-12-26:Wednesday}, {?:two days after} Managua granted "
         "asylum to a former minister. Quito had recalled its own envoy {2028-04:back in April 2028}; he "
         "returned only {2029-01:this January}.",
         ("expel", "ECU", "2029-12-26"), ("recall", "ECU", "2028-04")),
    page("dispatch-4-second", "en", "2031-06-12",
         "Moldova summoned the Russian ambassador {2031-06-12:on Thursday afternoon}, hours after a drone "
         "crossed its airspace. It did the same {2031-05-29:on May 29} and again {2031-06-03:on June 3}.",
         ("summon", "MDA", "2031-06-12")),
    page("dispatch-5-second", "en", "2031-06-12",
         "Belarus said {2031-06-12:Thursday} it was expelling a Polish consul, a move Warsaw called absurd. "
         "Poland threw out two Belarusian diplomats {2031-06-09:on Monday}, and last closed its border "
         "{2031-02:in February}. The consul has {../2031-06-14:until Saturday} to leave.",
         ("expel", "BLR", "2031-06-12")),
    page("release-1-second", "en", "2031-06-12",
         "ABIDJAN, {2031-06-11:11 June 2031}. The government of Ivory Coast is suspending visas for nationals "
         "of Burkina Faso {2031-06-16/..:with effect from 16 June}. The decision follows the incidents "
         "{2031-06-01/2031-06-02:of June 1 and 2}."),
    page("release-2-second", "en", "2031-06-12",
         "The Minister will host his Cabo Verdean counterpart {2031-06-17:on Tuesday 17 June at 3 p.m.} A "
         "memorandum is to be signed {2031-06-18:on Wednesday morning}. The delegation leaves {2031-06-18:that "
         "same day}."),
    page("analysis-1-second", "en", "2032-03-15",
         "{201X:Through the 2010s} Ankara courted Cairo. That changed {2013-22:in the summer of 2013}: Turkey "
         "recalled its ambassador {2013-08-15:on August 15}, and Egypt expelled his successor {2013-11-23:on "
         "November 23 of the same year}. It took {../2023-07:until July 2023} for envoys to be exchanged again.",
         ("recall", "TUR", "2013-08-15"), ("expel", "EGY", "2013-11-23")),
    page("analysis-2-second", "en", "2032-03-15",
         "{2031:Last year} China bought twice as much Russian gas as {2025:in 2025}. The pace rose again "
         "{2032-01/2032-03:in the first quarter of this year} and may ease {2032-04/2032-06:next quarter}. "
         "{2030/2032:Over the past two years} Beijing has signed nothing."),
    page("timeline-1-second", "en", "2032-03-15",
         "{2032-03-14:March 14}\n\nNiger closes its airspace to Beninese planes.\n\n{2032-03-02:March 2}\n\nBenin "
         "recalls its ambassador to Niger, {?:a day after} a hostile speech.\n\n{2031-12:December 2031}\n\nBenin "
         "and Niger reopen their border.",
         ("close", "NER", "2032-03-14"), ("recall", "BEN", "2032-03-02"), ("open", "BEN", "2031-12")),
    page("timeline-2-second", "en", None,
         "{2030-09-04:September 4, 2030} – Ghana expels the Nigerian high commissioner.\n\n{2030-09-07:September "
         "7} – Nigeria recalls its ambassador to Ghana.\n\n{2031-01-10:January 10, 2031} – Ghana and Nigeria "
         "sign an accord.\n\n{2031-02:February} – Nigeria lifts its sanctions against Ghana.",
         ("expel", "GHA", "2030-09-04"), ("recall", "NGA", "2030-09-07"), ("sign", "GHA", "2031-01-10"),
         ("lift", "NGA", "2031-02")),
    page("interview-1-second", "en", "2029-12-28",
         "“I saw my counterpart {2029-12-22/2029-12-23:last weekend}. We meet again {2030-01-15:on January "
         "15}, then {2030-03:in March}. {2029-12-25:At Christmas} our soldiers swapped greetings; {2027-12:in "
         "December of 2027} they swapped fire. We have {?:until the summit} to conclude.”"),
    page("live-1-second", "en", "2029-12-28",
         "19:45 Chile will close its border with Peru {2029-12-28:at midnight tonight}. It had reopened it "
         "only {2029-12-27:last Thursday}.\n\n18:10 Peru recalls its ambassador to Chile.\n\n17:30 The two "
         "ministers spoke by telephone {2029-12-27:last night}.",
         ("recall", "PER", "2029-12-28")),
    page("column-second", "en", "2031-06-12",
         "{2031-06-09:On Monday} Italy threatened, {2031-06-10:on Tuesday} it bargained, "
         "{2031-06-11:yesterday} it signed with Tunisia. {2031-06-23/2031-06-29:In two weeks' time} the "
         "Council will nod it through. {?:One day} someone should reread what we wrote {2011-21:in the spring "
         "of 2011}."),
    page("war-second", "en", "2031-06-12",
         "Russian forces bombed Odesa {2031-06-11/2031-06-12:overnight Wednesday into Thursday}. It was the "
         "third strike {2031-06-09/2031-06-15:this week}, after those of {2031-06-09:Monday} and "
         "{2031-06-10:Tuesday}. {2031-06-08:On Sunday}, Kyiv had offered a truce {../2031-07-01:until July 1}."),
]  # fmt: skip

FRESH = [*FRENCH, *ENGLISH, *SECOND]


def plain(text: str) -> tuple[str, list[tuple[int, int, str | None]]]:
    """The text without its marks, and (start, end, EDTF or None) of each."""
    out, marks, at = "", [], 0
    for mark in MARK.finditer(text):
        out += text[at : mark.start()]
        marks.append((len(out), len(out) + len(mark[2]), None if mark[1] == "?" else mark[1]))
        out += mark[2]
        at = mark.end()
    return out + text[at:], marks
