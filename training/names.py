"""Names that fill the slots of patterns.py: kinds of bodies, lists, places, peoples."""

from functools import cache

from kgbuild.extract.words import table

LISTS = """Entity List|US Entity List|Specially Designated Nationals List|SDN List|Military End User List|
Unverified List|Consolidated List|Magnitsky Act|Global Magnitsky Act|Paris Agreement|Kyoto Protocol|Rome Statute|
Geneva Convention|Treaty of Lisbon|Schengen Agreement|CHIPS Act|Inflation Reduction Act|Espionage Act|Jones Act|
Foreign Extortion Prevention Act|Red Notice list|No Fly List|Terrorism List|Proceeds of Crime Act|National Security Law|
Minsk Protocol|Abraham Accords|Good Friday Agreement|Dayton Agreement|Montreal Protocol|Nuclear Non-Proliferation Treaty|
New START treaty|Chemical Weapons Convention|Export Control List|Restricted Parties List|Denied Persons List|
Non-SDN Menu-Based Sanctions List|Digital Markets Act|Digital Services Act|Bribery Act|Sarbanes-Oxley Act|Clean Air Act|
Uyghur Forced Labor Prevention Act|Caesar Act|Foreign Agents Register|Transparency Register|Treaty of Maastricht|
Ottawa Treaty|Basel Convention|Arms Trade Treaty|Sectoral Sanctions Identifications List|UN Sanctions List|
Grey List|World Heritage List|Helms-Burton Act|Unreliable Entity List|Foreign Account Tax Compliance Act|
Nagoya Protocol|Svalbard Treaty|Hague Convention|Belfast Agreement|Stability Pact""".replace(
    "\n", ""
).split("|")

BODIES = {
    "m": """Reuters|AFP|The Guardian|Le Monde|Der Spiegel|El País|Nikkei|Xinhua|TASS|the BBC|CNN|Al Jazeera|Kommersant|
Handelsblatt|Corriere della Sera|Yonhap|Kyodo|Bloomberg|%t Post|%t Times|Daily %t|Radio %t|%t Herald|Haaretz|Dawn|Folha|
Financial Times|Gazeta|Dnevnik|Helsingin Sanomat|Aftenposten|Politiken|Channel 7""",
    "y": """Ministry of Health|Finance Ministry|Defence Ministry|Foreign Ministry|Interior Ministry|Central Bank|
Securities and Exchange Commission|Food and Drug Administration|Federal Reserve|Commerce Department|Treasury Department|
Competition Authority|Financial Conduct Authority|Maritime Safety Agency|National Police|Coast Guard|State Department|
Border Force|Bureau of Industry and Security|Health Authority|Customs Service|Bank of %t|Department of Justice|
International Atomic Energy Agency|World Health Organization|European Commission|Civil Aviation Authority""",
    "k": """Supreme Court|High Court|Court of Appeal|%t District Court|%t Regional Court|Constitutional Court|
International Criminal Court|European Court of Justice|%t prosecutor's office|Crown Prosecution Service|
Office of the Attorney General|Serious Fraud Office|Southern District Court|Anti-Corruption Court|Federal Tribunal""",
    "v": """Labour Party|Conservative Party|Green Party|Social Democrats|National Front|People's Party|Christian Democrats|
Liberal Union|Workers' Party|Freedom Party|New Way|Fatherland|Unity Party|Democratic Alliance|Centre Party|Sinn Féin|
Civic Platform|Five Star Movement|Likud|Free Democrats|Morena|Justice and Development Party|Forward Together""",
    "g": """Army of the North|People's Front|%t Brigade|Islamic State|al-Shabaab|Boko Haram|Hezbollah|Hamas|Taliban|Wagner|
Houthi movement|Lord's Resistance Army|National Liberation Army|M23|Tigray Defence Forces|Free %t Army|Red Banner|
Seventh Corps|Rapid Support Forces|Kurdish Peshmerga|Syrian Democratic Forces|Azov|Black Wasps""",
    "u": """University of %t|%t University|%t State University|Oxford|Harvard|Yale|Tsinghua University|%t Institute of Technology|
%t Business School|London School of Economics|ETH Zurich|Charles University|%t Polytechnic|Sorbonne|MIT|%t Law School""",
    "e": """FC %t|%t United|%t City|Real %t|Dynamo %t|%t Rovers|Sporting %t|Red Star %t|Ajax|Benfica|Porto|Juventus|Galatasaray|
Boca Juniors|%t Wanderers|Racing %t|Spartak %t|Al Hilal|Orlando Pirates|%t Lions|%t Bulls|Atlético %t|Hapoel %t|
Chelsea|Arsenal|%t Athletic|Flamengo|%t|%t Lakers|Mumbai Indians""",
    "b": """European Union|United Nations|NATO|African Union|ASEAN|OPEC|Arab League|Mercosur|G20|Commonwealth|Security Council|
World Trade Organization|Eurasian Economic Union|BRICS|Council of Europe|ECOWAS|Gulf Cooperation Council|Nordic Council|
European Parliament|International Olympic Committee|FIFA|Federation of Trade Unions""",
    "c": """%p Group|%p & Sons|%p Holdings|Banco %t|%t Steel|%t Airlines|%p Capital|%t Energy|%p Motors|%t Shipping|%pTech|
%p Pharma|%t Mining Co.|%p AG|%p SA|%p Oy|%p Ltd|Grupo %p|%t Telecom|%p Media|%p Foods|%t Gas|%p Semiconductor|
%p Logistics|%t Port Authority|Bank of %t|%p Biotech|%t Water|%p Brothers|Air %t|%p Inc.|%p NV""",
}  # fmt: skip
PLACES = {
    "x": """Heathrow Airport|Camp Nou|Evin prison|Wembley|Zaporizhzhia nuclear plant|Port of Rotterdam|Stade de France|
Kerch Bridge|Changi Airport|Tahrir Square|Bagram Air Base|Maracanã|Black Beach Prison|Suez Canal|Fifth Avenue|
Old Trafford|Elysee Palace|Kremlin|Aswan Dam|Silver Street|North Terminal|Hill 881|Grand Hotel""",
    "r": """Kasai|Tigray|Bavaria|Catalonia|Punjab|Donbas|Sinaloa|Crimea|Darfur|Xinjiang|Normandy|Lombardy|Kashmir|Texas|Guangdong|
West Bank|North Kivu|Anatolia|Siberia|Patagonia|Upper Nile|Cabo Delgado|Queensland|Ontario|Shanxi|Kurdistan|the Sahel""",
}  # fmt: skip
BODIES = {kind: text.replace("\n", "").split("|") for kind, text in BODIES.items()}
PLACES = {kind: text.replace("\n", "").split("|") for kind, text in PLACES.items()}
for _kind in BODIES:
    BODIES[_kind] = [name.removeprefix("the ") for name in BODIES[_kind]]
for _kind in PLACES:
    PLACES[_kind] = [name.removeprefix("the ") for name in PLACES[_kind]]


@cache
def states() -> list[tuple[str, str]]:
    """Return every state with the first adjective of its people."""
    return [(state, found[0]) for state, found in table("countries").items() if found]
