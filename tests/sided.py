"""Paragraphs in the manner of the press whose acts have a side several sentences away, coded before the rules read them.

A row: (language, title, text, acts). acts: `TYPE actors>recipients`, as `corpus/` codes them; types parted by `|` are all accepted.
First-run figures are in docs/errors.md.
"""

import pytest
from _pytest.mark import ParameterSet


def page(name: str, language: str, title: str, text: str, *acts: str) -> ParameterSet:
    return pytest.param(language, title, text, acts, id=f"{language}-{name}")


FRENCH = [
    page(
        "embassy",
        "fr",
        "Le Chili ferme son ambassade au Nicaragua",
        "Le Chili a annoncé mardi la fermeture de son ambassade au Nicaragua. Le gouvernement a aussi rappelé son "
        "chargé d'affaires et gelé sa coopération policière. Managua n'a pas réagi.",
        "SANCTION CHL>NIC",
        "SANCTION CHL>NIC",
        "SANCTION|COOPERATE CHL>NIC",
    ),
    page(
        "junta",
        "fr",
        "La Guinée suspend les visas des Espagnols",
        "La Guinée n'accorde plus de visas aux ressortissants espagnols. La junte a convoqué l'ambassadeur lundi "
        "et l'a accusé d'ingérence. Elle a expulsé deux attachés le lendemain.",
        "SANCTION GIN>ESP",
        "ACCUSE GIN>ESP",
        "SANCTION GIN>ESP",
    ),
    page(
        "engineers",
        "fr",
        "Trois ingénieurs coréens arrêtés en Équateur",
        "L'Équateur a arrêté dimanche trois ingénieurs sud-coréens. Séoul a demandé leur libération. Les ingénieurs "
        "ont été relâchés jeudi.",
        "COERCE ECU>KOR",
        "REQUEST KOR>ECU",
        "RETREAT|CONCEDE ECU>KOR",
    ),
    page(
        "tanker",
        "fr",
        "Un pétrolier grec saisi par la Libye",
        "La marine libyenne a saisi vendredi un pétrolier grec au large de Benghazi. Athènes a dénoncé un acte de "
        "piraterie. Le navire a été libéré mercredi contre une amende.",
        "COERCE LBY>GRC",
        "ACCUSE GRC>LBY",
        "RETREAT|CONCEDE LBY>GRC",
    ),
    page(
        "colonial",
        "fr",
        "Madagascar et la France se rapprochent",
        "Le président malgache a été reçu jeudi à l'Élysée. L'ancienne puissance coloniale lui a promis un prêt de "
        "200 millions d'euros. Antananarivo a salué ce geste.",
        "CONSULT MDG>FRA",
        "AGREE FRA>MDG",
        "SUPPORT MDG>FRA",
    ),
    page(
        "kingdom",
        "fr",
        "L'Algérie et le Maroc à couteaux tirés",
        "L'Algérie a rompu ses relations avec le Maroc. Le royaume a accusé son voisin d'hostilité. Rabat a ensuite "
        "fermé sa frontière.",
        "SANCTION DZA>MAR",
        "ACCUSE MAR>DZA",
        "SANCTION MAR>DZA",
    ),
    page(
        "communique",
        "fr",
        "Communiqué du ministère des Affaires étrangères du Pérou",
        "Le ministère péruvien des Affaires étrangères condamne l'intrusion d'un avion militaire bolivien. Il a "
        "convoqué l'ambassadeur de Bolivie. Le ministère exige des excuses et se réserve le droit de saisir la Cour.",
        "ACCUSE PER>BOL",
        "ACCUSE PER>BOL",
        "REQUEST PER>BOL",
    ),
    page(
        "decided",
        "fr",
        "Commission mixte entre le Togo et le Vietnam",
        "La commission mixte entre le Togo et le Vietnam s'est réunie à Lomé. Il a été décidé de rouvrir les "
        "ambassades. Les deux délégations ont signé un accord de coopération agricole.",
        "CONSULT TGO+VNM>",
        "SUPPORT TGO+VNM>",
    ),
    page(
        "counterpart",
        "fr",
        "La Serbie et la Croatie se parlent",
        "Le ministre serbe des Affaires étrangères a rencontré son homologue croate à Vienne. Il lui a reproché "
        "d'entraver l'accès au port de Rijeka. Son homologue a rejeté ces accusations.",
        "CONSULT SRB+HRV>",
        "ACCUSE SRB>HRV",
        "REJECT|ACCUSE HRV>SRB",
    ),
    page(
        "withdraw",
        "fr",
        "Le Danemark quitte le Mali",
        "Le Danemark a retiré ses soldats du Mali. Copenhague a également suspendu son aide. L'ambassade a été fermée "
        "en mai.",
        "RETREAT DNK>MLI",
        "SANCTION DNK>MLI",
        "SANCTION DNK>MLI",
    ),
    page(
        "visa-rule",
        "fr",
        "Les Philippines durcissent l'entrée des Nigérians",
        "Les Philippines ont imposé un visa aux Nigérians. Une caution de 3 000 dollars est exigée depuis juin. Onze "
        "voyageurs ont été refoulés à l'aéroport de Manille.",
        "SANCTION PHL>NGA",
        "SANCTION PHL>NGA",
        "COERCE|SANCTION|REJECT PHL>NGA",
    ),
    page(
        "aid-frozen",
        "fr",
        "La Suisse gèle son aide au Laos",
        "Berne a critiqué le gouvernement laotien. L'aide a été gelée dès vendredi. Trois projets ont été suspendus.",
        "ACCUSE CHE>LAO",
        "SANCTION CHE>LAO",
    ),
    page(
        "interview",
        "fr",
        "« Nous rouvrirons la frontière », dit le ministre tchadien",
        "Le ministre tchadien des Affaires étrangères, Mahamat Oumar Sérif, répond à nos questions sur le Soudan. "
        "« Nous avons rouvert la frontière avec le Soudan le 2 mai », assure-t-il. « Nous lui avons livré 300 tonnes "
        "de vivres. »",
        "CONCEDE TCD>SDN",
        "AID TCD>SDN",
    ),
    page(
        "envoy",
        "fr",
        "L'émissaire brésilien à Caracas",
        "Un émissaire brésilien, Celso Marinho, est arrivé lundi à Caracas. Marinho a proposé une médiation. "
        "L'émissaire a été reçu par le président vénézuélien.",
        "CONSULT BRA>VEN",
        "AGREE BRA>VEN",
        "CONSULT BRA>VEN",
    ),
    page(
        "three",
        "fr",
        "Kigali, Bujumbura et Kinshasa",
        "Le Rwanda a accusé le Burundi d'armer des rebelles. La RDC a soutenu Bujumbura. Kigali a fermé sa frontière "
        "avec le Burundi. Le gouvernement a critiqué la décision.",
        "ACCUSE RWA>BDI",
        "SUPPORT COD>BDI",
        "SANCTION RWA>BDI",
    ),
    page(
        "army",
        "fr",
        "Tirs à la frontière entre la Thaïlande et le Cambodge",
        "L'armée thaïlandaise a bombardé lundi un village du Cambodge. L'armée a aussi tiré sur un poste de douane. "
        "Phnom Penh a appelé au cessez-le-feu.",
        "ASSAULT THA>KHM",
        "ASSAULT THA>KHM",
        "REQUEST KHM>THA",
    ),
    page(
        "elided",
        "fr",
        "Le Japon sanctionne la Birmanie",
        "Le Japon a gelé les avoirs de quatre généraux birmans. Il a en outre interdit l'exportation de drones, "
        "suspendu un prêt et rappelé son ambassadeur. Naypyidaw proteste.",
        "SANCTION JPN>MMR",
        "SANCTION JPN>MMR",
        "SANCTION JPN>MMR",
        "SANCTION JPN>MMR",
        "ACCUSE MMR>JPN",
    ),
    page(
        "fishers",
        "fr",
        "Des pêcheurs sri-lankais libérés par l'Inde",
        "Douze pêcheurs sri-lankais avaient été arrêtés en mai par la marine indienne. Colombo a protesté auprès de "
        "New Delhi. Les pêcheurs ont été libérés samedi et leurs bateaux rendus.",
        "COERCE IND>LKA",
        "ACCUSE LKA>IND",
        "RETREAT|CONCEDE IND>LKA",
    ),
    page(
        "island",
        "fr",
        "Chypre et la Turquie",
        "Chypre a signé vendredi un accord gazier avec l'Égypte. La Turquie a envoyé une frégate au large de l'île. "
        "Ankara a menacé Nicosie de représailles.",
        "SUPPORT|COOPERATE CYP+EGY>",
        "MOBILIZE TUR>CYP",
        "THREATEN TUR>CYP",
    ),
    page(
        "returned",
        "fr",
        "L'Italie et la Tunisie renouent",
        "L'Italie avait retiré son ambassadeur de Tunis en mars. Le diplomate est revenu lundi. Rome a repris son aide "
        "et levé ses restrictions de visas.",
        "SANCTION ITA>TUN",
        "SUPPORT|CONCEDE ITA>TUN",
        "CONCEDE|AID ITA>TUN",
        "CONCEDE ITA>TUN",
    ),
]

ENGLISH = [
    page(
        "ministry",
        "en",
        "Malaysia recalls its envoy from Bangladesh",
        "Malaysia recalled its high commissioner from Bangladesh on Monday. The foreign ministry also suspended the "
        "labour agreement. The government accused Dhaka of breaking its word.",
        "SANCTION MYS>BGD",
        "SANCTION MYS>BGD",
        "ACCUSE MYS>BGD",
    ),
    page(
        "embassy-closed",
        "en",
        "Norway and South Sudan fall out",
        "Norway condemned the arrest of an aid worker by South Sudan. Juba expelled two Norwegian diplomats in reply. "
        "The embassy was closed a week later.",
        "ACCUSE NOR>SSD",
        "SANCTION SSD>NOR",
    ),
    page(
        "trucks",
        "en",
        "Zambia shuts the door on Malawian maize",
        "Zambia banned imports of Malawian maize on Friday. Thirty trucks were turned back at the Mchinji crossing. "
        "Lilongwe has protested.",
        "SANCTION ZMB>MWI",
        "COERCE|SANCTION ZMB>MWI",
        "ACCUSE MWI>ZMB",
    ),
    page(
        "froze-list",
        "en",
        "Canada punishes Georgia",
        "Canada imposed sanctions on six Georgian judges on Tuesday. It also froze military aid, halted a visa waiver, "
        "and recalled its ambassador. Tbilisi denounced the measures.",
        "SANCTION CAN>GEO",
        "SANCTION CAN>GEO",
        "SANCTION CAN>GEO",
        "SANCTION CAN>GEO",
        "ACCUSE GEO>CAN",
    ),
    page(
        "leaders",
        "en",
        "Joint statement by Indonesia and Kenya",
        "The presidents of Indonesia and Kenya met in Jakarta on Wednesday. Leaders agreed to expand trade. They signed "
        "a defence agreement and welcomed the opening of a consulate.",
        "CONSULT IDN+KEN>",
        "AGREE|COOPERATE IDN+KEN>",
        "SUPPORT IDN+KEN>",
    ),
    page(
        "readout",
        "en",
        "Readout of the Secretary of State's call with the foreign minister of Paraguay",
        "The US Secretary of State spoke by telephone with Foreign Minister Rubén Lezcano of Paraguay. The Secretary "
        "thanked Paraguay for its support. He condemned the jamming of a patrol aircraft by Bolivia.",
        "CONSULT USA+PRY>",
        "SUPPORT USA>PRY",
        "ACCUSE USA>BOL",
    ),
    page(
        "tanker",
        "en",
        "Iran seizes a Danish tanker",
        "Iran seized a Danish tanker in the Gulf on Sunday. Copenhagen demanded its release. The ship was freed ten days "
        "later and the crew flown home.",
        "COERCE IRN>DNK",
        "REQUEST DNK>IRN",
        "RETREAT|CONCEDE IRN>DNK",
    ),
    page(
        "counterpart",
        "en",
        "Ministers of Peru and Chile at odds",
        "Peru's foreign minister, Elsa Quintana, met her Chilean counterpart in Lima. Quintana accused Chile of moving a "
        "border post. Her counterpart rejected the charge.",
        "CONSULT PER+CHL>",
        "ACCUSE PER>CHL",
        "REJECT CHL>PER",
    ),
    page(
        "kingdom",
        "en",
        "Thailand and Myanmar",
        "Thailand has reopened two crossings with Myanmar. The kingdom also lifted its ban on fuel exports. In "
        "return, its neighbour released nine Thai fishermen.",
        "CONCEDE THA>MMR",
        "CONCEDE THA>MMR",
        "RETREAT|CONCEDE MMR>THA",
    ),
    page(
        "army",
        "en",
        "Fire across the Panjshir",
        "Tajikistan said Afghan troops had crossed its border. The army shelled two of their positions on Monday. Kabul "
        "apologised the next day.",
        "ASSAULT TJK>AFG",
        "CONCEDE AFG>TJK",
    ),
    page(
        "withdrawal",
        "en",
        "Sweden leaves Iraq",
        "Sweden withdrew its last trainers from Iraq in June. Stockholm has also ended its aid. The soldiers had been "
        "deployed in 2015.",
        "RETREAT SWE>IRQ",
        "SANCTION SWE>IRQ",
        "MOBILIZE|AID SWE>IRQ",
    ),
    page(
        "op-ed",
        "en",
        "Why we reopened our embassy in Damascus, by the foreign minister of Latvia",
        "Syria has changed since 2024. Last month we reopened our embassy in Damascus. We also lifted our sanctions and "
        "delivered relief.",
        "CONCEDE|SUPPORT LVA>SYR",
        "CONCEDE LVA>SYR",
        "AID LVA>SYR",
    ),
    page(
        "islands",
        "en",
        "Fiji and Tuvalu",
        "Tuvalu accused Fiji of blocking its flights on Monday. The archipelago recalled its high commissioner. Suva "
        "suspended a grant in retaliation.",
        "ACCUSE TUV>FJI",
        "SANCTION TUV>FJI",
        "SANCTION FJI>TUV",
    ),
    page(
        "envoy",
        "en",
        "Envoy of Oman in Sanaa",
        "Oman's special envoy, Salim al-Harthi, flew to Sanaa on Thursday. Harthi met the Yemeni president. The envoy "
        "offered to mediate.",
        "CONSULT OMN>YEM",
        "CONSULT OMN>YEM",
        "AGREE OMN>YEM",
    ),
    page(
        "three-parties",
        "en",
        "Egypt, Ethiopia and Sudan argue over the dam",
        "Egypt accused Ethiopia of filling the dam without notice. Sudan backed Cairo. Addis Ababa rejected the charge. "
        "The ministry recalled its ambassador.",
        "ACCUSE EGY>ETH",
        "SUPPORT SDN>EGY",
        "REJECT ETH>EGY",
    ),
    page(
        "detained-firm",
        "en",
        "Azerbaijan holds two French executives",
        "Azerbaijan detained two French executives in Baku on Friday. Paris summoned the ambassador. The executives were "
        "charged with espionage and later pardoned.",
        "COERCE AZE>FRA",
        "ACCUSE FRA>AZE",
        "CONCEDE AZE>FRA",
    ),
    page(
        "airspace",
        "en",
        "Pakistan shuts its skies to Armenian carriers",
        "Pakistan closed its airspace to Armenian airlines on Saturday. Yerevan retaliated by expelling the Pakistani "
        "consul. The ban was lifted in November.",
        "SANCTION PAK>ARM",
        "SANCTION ARM>PAK",
        "CONCEDE|RETREAT PAK>ARM",
    ),
    page(
        "delegation",
        "en",
        "Mongolian delegation in Astana",
        "A Mongolian delegation arrived in Astana on Monday. The delegation signed a gas agreement with Kazakhstan. The "
        "visitors were received by President Serik Abenov.",
        "CONSULT MNG>KAZ",
        "SUPPORT|COOPERATE MNG+KAZ>",
        "CONSULT MNG>KAZ",
    ),
    page(
        "summoned",
        "en",
        "Ghana summons the Turkish ambassador",
        "Ghana summoned the Turkish ambassador on Tuesday. The diplomat was handed a note of protest. Accra demanded an "
        "apology within a week.",
        "ACCUSE GHA>TUR",
        "REQUEST GHA>TUR",
    ),
    page(
        "loan",
        "en",
        "Qatar lends Lebanon a hand",
        "Qatar granted Lebanon a loan of $300m in May. The emirate has also promised gas. Beirut thanked its benefactor.",
        "AID QAT>LBN",
        "AGREE|AID QAT>LBN",
        "SUPPORT LBN>QAT",
    ),
]
