"""Sentences of our own: who says what, to whom, through whom; `/` parts several, "—" is nobody, ¶ parts paragraphs."""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """Text in; parts of the names of speakers, addressees and channels, the content and its mode out."""

    text: str
    speakers: str
    content: str
    to: str = ""
    via: str = ""
    mode: str = "indirect"
    date: str = ""


POSITIONS = (
    Case("The minister said that Norway had closed its port.", "minister", "Norway had closed its port"),
    Case("The minister said Norway had closed its port.", "minister", "Norway had closed its port"),
    Case("Norway has closed its port, the minister said.", "minister", "Norway has closed its port"),
    Case(
        "Norway has closed its port, the minister said on Monday.",
        "minister",
        "Norway has closed its port",
        date="2021-06-14",
    ),
    Case("Norway, the minister said, has closed its port.", "minister", "Norway … has closed its port"),
    Case("Norway has closed its port, said the minister.", "minister", "Norway has closed its port"),
    Case("Chad, says the general, will not retreat.", "general", "Chad … will not retreat"),
    Case("As the minister noted, trade with China has doubled.", "minister", "trade with China has doubled"),
    Case("As Putin put it, the collapse was a catastrophe.", "Putin", "the collapse was a catastrophe"),
    Case("Iran and Russia said they would build a railway.", "IRN/RUS", "they would build a railway"),
    Case(
        "The two presidents said their countries would build a railway.",
        "presidents",
        "their countries would build a railway",
    ),
    Case("India, which says the border is settled, has sent troops.", "IND", "the border is settled"),
    Case("Modi, who has said that the border is settled, met Xi.", "Modi", "the border is settled"),
    Case(
        "The ministry in Ankara summoned the envoy and said the visit was unacceptable.",
        "ministry",
        "the visit was unacceptable",
    ),
    Case("It said the test was a success.", "It", "the test was a success"),
    Case(
        "BIARRITZ, France (Reuters) - The minister said that Norway had closed its port.",
        "minister",
        "Norway had closed its port",
    ),
    Case(
        "The bank said in a statement it was closing its branch in Oslo.", "bank", "it was closing its branch in Oslo"
    ),
)
QUOTATIONS = (
    Case('"We will respond," Erdogan said on Monday.', "Erdogan", "We will respond", mode="direct", date="2021-06-14"),
    Case(
        '"We will respond," Erdogan said. "Nobody should doubt it."',
        "Erdogan",
        "We will respond … Nobody should doubt it",
        mode="direct",
    ),
    Case(
        '"The sanctions," said the spokesman, "will be lifted in June."',
        "spokesman",
        "The sanctions … will be lifted in June",
        mode="direct",
    ),
    Case(
        '"The truce will hold," said Norway\'s foreign minister, Anna Berg.',
        "foreign minister",
        "The truce will hold",
        mode="direct",
    ),
    Case(
        'The envoy said: "We want peace. We will work for it."',
        "envoy",
        "We want peace … We will work for it",
        mode="direct",
    ),
    Case('Lavrov: "We are ready for new talks."', "Lavrov", "We are ready for new talks", mode="direct"),
    Case("Sergei Lavrov: Russia is ready for new talks", "Lavrov", "Russia is ready for new talks"),
    Case(
        "The prime minister wrote: Japan will never accept the demand.",
        "prime minister",
        "Japan will never accept the demand",
    ),
    Case(
        "The talks were “constructive and useful for all,” the envoy said.",
        "envoy",
        "The talks were “constructive and useful for all",
        mode="mixed",
    ),
    Case(
        '"We will respond," Erdogan told reporters, adding that Syria must withdraw.',
        "Erdogan",
        "We will respond … Syria must withdraw",
        to="reporters",
        mode="mixed",
    ),
    Case(
        '"The truce is dead," the general said.¶"We will not come back to it."',
        "general",
        "The truce is dead … We will not come back to it",
        mode="direct",
    ),
    Case(
        "“The truce is dead,” the general said. “We will not come back to it.",
        "general",
        "The truce is dead … We will not come back to it",
        mode="direct",
    ),
    Case(
        "Lavrov emphasized the need for trade with Iran, adding, “We have the potential for that.”",
        "Lavrov",
        "the need for trade with Iran … We have the potential for that",
        mode="mixed",
    ),
)
PASSIVES = (
    Case(
        "It is believed that North Korea has moved the missiles.",
        "—",
        "North Korea has moved the missiles",
        mode="belief",
    ),
    Case(
        "North Korea is believed to have moved the missiles.",
        "—",
        "North Korea … to have moved the missiles",
        mode="belief",
    ),
    Case("The rebels were reported to have captured the airport.", "—", "The rebels … to have captured the airport"),
    Case("Iran will comply, it was reported by Reuters.", "Reuters", "Iran will comply"),
    Case("He was quoted as saying that the border would stay closed.", "He", "the border would stay closed"),
    Case("The premier was convinced that China would not attack.", "premier", "China would not attack", mode="belief"),
)
CHAINS = (
    Case("TASS quoted Lavrov as saying that the talks were useful.", "Lavrov", "the talks were useful", via="TASS"),
    Case(
        "Lavrov was quoted by TASS as saying that the border would stay closed.",
        "Lavrov",
        "the border would stay closed",
        via="TASS",
    ),
    Case(
        "Tehran Times, citing TASS, quoted Lavrov as telling reporters that Moscow would supply wheat to Cuba.",
        "Lavrov",
        "Moscow would supply wheat to Cuba",
        to="reporters",
        via="Tehran Times/TASS",
    ),
    Case(
        "IRNA quoted Zarif as telling the BBC that Iran would comply.",
        "Zarif",
        "Iran would comply",
        to="BBC",
        via="IRNA",
    ),
    Case(
        "The frigate has left Tartus, Interfax quoted the navy as saying.",
        "navy",
        "The frigate has left Tartus",
        via="Interfax",
    ),
    Case(
        '"Iran will not yield," the supreme leader was quoted as saying by IRNA.',
        "leader",
        "Iran will not yield",
        via="IRNA",
        mode="direct",
    ),
    Case("Lavrov was cited by RIA as having said that Iran would comply.", "Lavrov", "Iran would comply", via="RIA"),
    Case(
        "Reuters reported, citing two officials, that Norway would reopen its embassy in Cuba.",
        "two officials",
        "Norway would reopen its embassy in Cuba",
        via="Reuters",
    ),
    Case(
        "State media reported that North Korea had fired a missile, citing the army.",
        "army",
        "North Korea had fired a missile",
        via="State media",
    ),
    Case(
        "Interfax, citing a source in the defence ministry, reported that the frigate had left Tartus.",
        "source",
        "the frigate had left Tartus",
        via="Interfax",
    ),
    Case(
        "According to TASS, Russia believes the pipeline is safe.",
        "RUS",
        "the pipeline is safe",
        via="TASS",
        mode="belief",
    ),
    Case(
        "According to Interfax, the navy said the frigate had left Tartus.",
        "navy",
        "the frigate had left Tartus",
        via="Interfax",
    ),
    Case(
        "According to Iranian state television, Raisi told Putin that ties would deepen.",
        "Raisi",
        "ties would deepen",
        to="Putin",
        via="television",
    ),
    Case(
        "The Guardian reported that Peskov had told TASS that Putin would visit Iran.",
        "Peskov",
        "Putin would visit Iran",
        to="TASS",
        via="Guardian",
    ),
    Case(
        "The Kremlin said Putin had told Raisi that Russia would deliver wheat.",
        "Putin",
        "Russia would deliver wheat",
        to="Raisi",
    ),
    Case("In remarks carried by IRNA, Zarif said that Iran would respond.", "Zarif", "Iran would respond", via="IRNA"),
    Case(
        "Kim said, in remarks carried by KCNA, that the South was an enemy.",
        "Kim",
        "the South was an enemy",
        via="KCNA",
    ),
    Case(
        "In an article published by Le Monde, Macron said that Mali wanted peace.",
        "Macron",
        "Mali wanted peace",
        via="Le Monde",
    ),
    Case("As reported by Reuters, Iran will comply.", "Reuters", "Iran will comply"),
)
SOURCES = (
    Case("According to Xinhua, Laos will build a railway.", "Xinhua", "Laos will build a railway"),
    Case(
        "Serbia will never recognise Kosovo, according to President Vucic.",
        "Vucic",
        "Serbia will never recognise Kosovo",
    ),
    Case("In the words of the ambassador, the treaty is dead.", "ambassador", "the treaty is dead"),
    Case("By Tehran's account, the ship was in international waters.", "IRN", "the ship was in international waters"),
    Case("For Moscow, the deal is dead.", "RUS", "the deal is dead", mode="belief"),
    Case("Macron's claim that Turkey sends fighters to Libya is false.", "Macron", "Turkey sends fighters to Libya"),
    Case("A warning from Beijing that trade would suffer was ignored.", "CHN", "trade would suffer"),
    Case(
        "The foreign ministry issued a statement saying that the envoy would leave.",
        "ministry",
        "the envoy would leave",
    ),
    Case("The UN report says that Syria had used chlorine.", "UN", "Syria had used chlorine"),
    Case(
        "The minister is confident that India will win the case.", "minister", "India will win the case", mode="belief"
    ),
    Case(
        "Two diplomats, speaking on condition of anonymity, said Iran had stopped enrichment.",
        "Two diplomats",
        "Iran had stopped enrichment",
    ),
)
ADDRESSEES = (
    Case(
        "Zarif told IRNA and IRIB last week that the deal was dead.",
        "Zarif",
        "the deal was dead",
        to="IRNA/IRIB",
        date="2021-06-07",
    ),
    Case(
        "Serbia will never recognise Kosovo, Vucic told the BBC.",
        "Vucic",
        "Serbia will never recognise Kosovo",
        to="BBC",
    ),
    Case(
        "Lavrov said in an interview with Al Jazeera that Moscow would not leave the treaty.",
        "Lavrov",
        "Moscow would not leave the treaty",
        to="Al Jazeera",
    ),
    Case(
        "In an interview with Al Jazeera, Lavrov said Moscow would not leave the treaty.",
        "Lavrov",
        "Moscow would not leave the treaty",
        to="Al Jazeera",
    ),
    Case(
        "In a letter to the UN Security Council, Iran said the ship was unarmed.",
        "IRN",
        "the ship was unarmed",
        to="Security Council",
    ),
    Case(
        "In a phone call with Macron, Putin said Russia was ready for talks.",
        "Putin",
        "Russia was ready for talks",
        to="Macron",
    ),
    Case(
        "Speaking to reporters in Oslo, the envoy said Mali wanted peace.", "envoy", "Mali wanted peace", to="reporters"
    ),
    Case("Iran called on Iraq to close the camps.", "IRN", "to close the camps", to="IRQ"),
    Case("Kenya urged Somalia to release the sailors.", "KEN", "to release the sailors", to="SOM"),
    Case("Turkey warned Greece not to extend its waters.", "TUR", "not to extend its waters", to="GRC"),
    Case(
        "The president urged Egypt and Sudan to sign the accord, the ministry said in a statement.",
        "president",
        "to sign the accord",
        to="EGY/SDN",
    ),
)
CLASSES = (
    Case("Moscow denied that it had shelled the town.", "RUS", "it had shelled the town"),
    Case("Iran denied attacking the ship.", "IRN", "attacking the ship"),
    Case("Russia rejected the claim that it had shelled the town.", "RUS", "it had shelled the town"),
    Case(
        "Russia's Defence Ministry on Friday accused Ukraine of shelling Donetsk.",
        "RUS",
        "Ukraine of shelling Donetsk",
        date="2021-06-11",
    ),
    Case("Seoul described the launch as a provocation.", "KOR", "the launch as a provocation"),
    Case("Ankara considers the group a threat.", "TUR", "the group a threat", mode="belief"),
    Case("China warned against a new cold war.", "CHN", "a new cold war"),
    Case("Japan pledged to help Nepal.", "JPN", "to help Nepal"),
    Case("India voiced concern over the arrest of its sailors.", "IND", "concern over the arrest of its sailors"),
    Case("Beijing condemned the visit of the speaker to Taiwan.", "CHN", "the visit of the speaker to Taiwan"),
    Case("The envoy condemned what he called a cowardly attack on Mali.", "he", "a cowardly attack on Mali"),
    Case(
        "China's Foreign Ministry spokesman reiterated last month that Taiwan was part of China.",
        "spokesman",
        "Taiwan was part of China",
        date="2021-05-01",
    ),
    Case(
        "Speaking in Oslo on Friday, the envoy said Mali wanted peace.", "envoy", "Mali wanted peace", date="2021-06-11"
    ),
)
# Text and a part of the reason why its cue gives no statement; "" where no rule takes it for a cue.
NOTHING = (
    ("The embassy declined the offer.", "no content"),
    ("Pyongyang did not say when the test took place.", ""),
    ("Neither country has confirmed that the meeting took place.", "no speaker"),
    ("The minister will announce on Friday that Norway has left.", "not yet said"),
    ("The minister expects to visit Baku in May.", "no content"),
    ("The bus added a stop in Oslo.", "no content"),
    ("They see a film every week.", "no content"),
    ("The envoy noted the date.", "no content"),
    ("Police found a note in the car.", "no content"),
    ("The two sides cooperate to answer the challenges of the day.", "no content"),
    ("The claim that Turkey sends fighters is false.", "nobody is named"),
    ("The attack shows that Mali is weak.", ""),
    ("NEW DELHI: The monsoon has reached the coast.", ""),
)
CASES = (*POSITIONS, *QUOTATIONS, *PASSIVES, *CHAINS, *SOURCES, *ADDRESSEES, *CLASSES)
