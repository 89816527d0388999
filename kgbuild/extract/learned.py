"""Facts that only the learned relation model sees, beside those that rules read."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from spacy.tokens import Token

from kgbuild.extract import citizens, confidence
from kgbuild.extract.clauses import is_bygone, subjects
from kgbuild.extract.discourse import is_between, quotes
from kgbuild.extract.facts import BYGONE, LASTING, OFFICES, Fact
from kgbuild.extract.governors import turn
from kgbuild.extract.lemma import lemma
from kgbuild.extract.lexicon import state, words
from kgbuild.extract.offices import office_of
from kgbuild.extract.paragraphs import Anchor
from kgbuild.extract.referring import kinds
from kgbuild.extract.scene import Scene
from kgbuild.extract.scores import Key, Score, Told, between
from kgbuild.extract.spans import BEFORE_NOUN
from kgbuild.extract.status import judge
from kgbuild.model import FACTUAL, Form, Status, Type

LIKELY = 0.3
"""What is less probable is no fact for the model; its confidence decides whether it is drawn."""
_BESIDE = frozenset(
    frozenset(pair.split())
    for pair in (
        "FOUNDED LEADS", "FOUNDED OWNS", "LEADS OWNS", "FOUNDED MEMBER_OF", "FOUNDED WORKS_FOR",
        "BORN_IN LIVES_IN", "DIED_IN LIVES_IN",
    )
)  # fmt: skip
"""A pair may well have both."""
_CONTINENTS = frozenset(
    ["Europe", "Asia", "Africa", "America", "North America", "South America", "Latin America"]
)
_OTHER_LISTINGS = {
    "MEMBER_OF": frozenset("list lists blacklist register registry".split()),
    "LISTED_ON": frozenset("accord accords agreement convention pact protocol treaty".split()),
}
"""A list has no members, and on a treaty nobody stands."""
_WHERE = frozenset(
    "BORN_IN DIED_IN HEADQUARTERED_IN LIVES_IN LOCATED_IN OPERATES_IN VISITED".split()
)
_UNEQUAL = frozenset("MEMBER_OF OWNS PARENT_OF SUBSIDIARY_OF WORKS_FOR".split())
_JOINS, _LINKS = frozenset({",", "and", "or", "the"}), frozenset({"NN", "POS"})
_NEAR, _SIDES = frozenset({"above", "near", "outside"}), frozenset("north south east west".split())
_EVENTS = frozenset(
    "ACQUIRED ARRESTED CHARGED MET_WITH PARTNERED_WITH SANCTIONED SPOKE_TO SUED VISITED".split()
)
_ONE_SIDED = frozenset(
    """ACQUIRED ARRESTED CHARGED CRITICIZED FOUNDED INVESTED_IN KILLED LEADS MEMBER_OF OWNS
    PLAYS_FOR SANCTIONED SUBSIDIARY_OF SUED SUPPLIES SUPPORTED WORKS_FOR""".split()
)
_OTHERS_DEEDS = frozenset("FOUNDED INVESTED_IN MET_WITH SPOKE_TO SUPPLIES SUPPORTED".split())
_CUSTOMERS = frozenset("advertiser buyer client customer partner sponsor supplier tenant".split())
_CLIMBED = 5
"""Heads between a word and the verb: "a lawsuit by Acme against Beta is"."""
KIN = frozenset({"SPOUSE_OF", "PARENT_OF", "SIBLING_OF"})
_NEAR_KIN = frozenset(
    """wife husband widow widower son daughter child father mother parent brother sister
    sibling""".split()
)
_SPOUSES = frozenset("wife husband widow widower partner".split())
_COUSINS = frozenset(
    "uncle aunt cousin nephew niece grandson granddaughter grandfather grandmother".split()
)
_FAMILY = _NEAR_KIN | _COUSINS
_ORIGINS = _NEAR_KIN | frozenset("couple family immigrant emigrant migrant refugee".split())
_FAR_KIN = _COUSINS | frozenset(
    """grandparent grandchild stepfather stepmother stepson stepdaughter stepbrother stepsister
    godfather godmother""".split()
)
"""Neither wedded, parent nor sibling."""
_ALL_KIN = _NEAR_KIN | _FAR_KIN
_PARTS = frozenset("arm branch bureau department desk division office outpost section unit".split())
_SENT = frozenset("coordinator envoy rapporteur representative".split())
_RIVALS = frozenset("adversary competitor enemy foe opponent rival".split())
_CLOSE = frozenset(
    "ALLIED_WITH LEADS MEMBER_OF OWNS PARTNERED_WITH SUBSIDIARY_OF WORKS_FOR".split()
)
"""Rivals are not tied so, but for other words."""
_BELONGS = frozenset({"EDUCATED_AT", "WORKS_FOR"})
"""Not so for who gives something: "left her house to the University of Hull"."""
_GIVES = frozenset("bequeath donate give leave lend".split())
_FIRES = frozenset("fire sack dismiss suspend expel".split())
_LEAVES = frozenset("depart escape flee leave quit".split())
_US = frozenset({"we", "us", "our"})
_ABOUT = frozenset("about over regarding concerning".split())
_FOUNDS = frozenset("found establish create start launch set".split())
_FORMER = frozenset("former ex erstwhile onetime then-".split())
_BEFORE = frozenset({"for", "before", "ahead"})
_MEETINGS = frozenset("meeting talk summit visit dinner lunch conversation".split())
_WANTED = frozenset({"PLAYS_FOR", "ACQUIRED", "OWNS"})
_SEEKS = frozenset(
    """apply audition ballot bid campaign candidate compete contender contest election favourite
    favorite frontrunner hopeful interview nominee race run running shortlist stand vote""".split()
)
_SEATS = frozenset({"HEADQUARTERED_IN", "OPERATES_IN"})
_TITULAR = OFFICES | {"CITIZEN_OF", "MEMBER_OF"}
_SETTLES = frozenset(
    """build establish have keep locate move open place put relocate relocation shift
    transfer""".split()
)
_OPENINGS = frozenset("building construction launch opening start".split())
_MADE = OFFICES | {"OWNS", "MEMBER_OF"}
"""What somebody may be made by a verb: "rumour made him a shareholder of"."""
_MAKES = frozenset({"make", "name", "appoint", "elect", "choose"})
_CALLS = frozenset({"call", "label", "brand", "dub"})
_BETROTHED = frozenset("fiancé fiancée fiance fiancee engaged engagement betrothed".split())
_PLACES = frozenset("first second third fourth fifth last top".split())
_PAST = frozenset("be work serve play live lead head run own belong captain coach".split())


def facts(scene: Scene, told: Told) -> Iterator[Fact]:
    """Yield what the model holds for so, the likeliest of what one pair cannot both be."""
    kept: list[Key] = []
    for score in sorted(told.values(), key=lambda s: (-s.probability, s.key)):
        if score.probability < LIKELY:
            return
        if not _is_unfit(scene, score) and not any(excludes(key, score.key) for key in kept):
            path = _path(score.subject.span.root, score.object.span.root)
            fact = _fact(scene, score, path)
            another = _is_of_another(scene, score, path)
            if not (another or _is_guess(fact) or _is_belied(fact, path)):
                kept.append(score.key)
                yield fact


def _is_unfit(scene: Scene, score: Score) -> bool:
    """Say whether no such tie has an object of that name.

    A continent is too wide to be a seat, "runs Acme's business in Europe"; one is a citizen of a
    state, not of Wisconsin; a listing may be of another kind; what is near is not there; "Japan's
    Acme" says nothing of Beta's seat, "Japan's Ann Lee" of no one else's office.
    """
    name = scene.referents[score.object.referent].name
    if score.relation in _UNEQUAL and _are_of_one_list(scene, score):
        return True
    if score.relation in _ONE_SIDED and _are_joined(score):
        return True
    if score.relation in OFFICES and _is_spoken_of(scene, score):
        return True
    if score.relation in _WHERE and _is_only_near(scene, score):
        return True
    if score.relation in _SEATS | {"LOCATED_IN"} and _stands_beside(score):
        return True
    if score.relation == "CAPITAL_OF" and (_is_capital(score.object) or _is_around(score)):
        return True
    if score.relation == "ACQUIRED" and _is_won(score.object):
        return True
    if (score.relation in _SEATS or score.relation in _TITULAR) and _is_of_next(scene, score):
        return True
    if score.relation == "HEADQUARTERED_IN":
        return name in _CONTINENTS
    if score.relation == citizens.RELATION:
        return state(name) is None and name not in citizens.NATIONS
    if score.relation in _OTHER_LISTINGS and scene.type(score.object) is Type.LISTING:
        return not _OTHER_LISTINGS[score.relation].isdisjoint(name.lower().split())
    return False


def _are_of_one_list(scene: Scene, score: Score) -> bool:
    """Say whether nothing but names stands between two: "Huawei, SMIC and DJI".

    A name may have another before it: "Apple, Google parent Alphabet and Japan's Sony".
    """
    if scene.type(score.subject) is not scene.type(score.object):
        return False
    words, named = between(score.subject, score.object), scene.named
    linked = {t.i for t in words if t.tag_ in _LINKS and {t.i - 1, t.i + 1} <= named}
    joints = {"and", "or"}
    last = max(score.subject.span.end, score.object.span.end)
    after = scene.span.doc[last : last + 2]
    runs_on = len(after) > 1 and after[0].lower_ in _JOINS and after[1].i in named
    if runs_on or (linked and any(t.i in named for t in words)):
        joints.add(",")  # "Huawei, SMIC" of "Huawei, SMIC and DJI"
    parted = any(t.lower_ in joints for t in words)
    return parted and all(t.i in named | linked or t.lower_ in _JOINS for t in words)


def _is_of_next(scene: Scene, score: Score) -> bool:
    """Say whether a place or body is that of who is named right before it, or right behind."""
    doc, start, end = scene.span.doc, score.object.span.start, score.object.span.end
    if doc[start - 1].lower_ == "the":
        start -= 1
    of = start > 1 and doc[start - 1].lower_ == "of"
    whose = scene.ends.get(start - 2) if of else None
    if whose is not None and whose.form is Form.NAME and scene.type(whose) is not Type.PLACE:
        return whose.referent != score.subject.referent  # "Ann Lee of Acme and Max Poe"
    if scene.span.doc[end - 1].tag_ != "POS":
        end += 1
    owned = scene.starts.get(end)
    if owned is None or scene.span.doc[end - 1].tag_ != "POS":
        return False
    same = score.relation in _SEATS or scene.type(owned) is scene.type(score.subject)
    return (
        same
        and scene.type(owned) is not Type.PLACE
        and owned.form is Form.NAME
        and owned.referent != score.subject.referent
    )


def _are_joined(score: Score) -> bool:
    """Say whether nothing but "and" stands between two: "Poe and the Acme Group back Berg"."""
    words = [t.lower_ for t in between(score.subject, score.object)]
    return words in (["and"], ["and", "the"], ["or"])


def _is_spoken_of(scene: Scene, score: Score) -> bool:
    """Say whether who holds an office only talks of the body: '"They back the Houthis," he said'.

    Of their own they say so: "We at Acme".
    """
    marks, start = quotes(scene.span.doc), score.object.span.start
    spoken = is_between(marks, score.object.span.root)
    if not spoken or is_between(marks, score.subject.span.root):
        return False
    before = {t.lower_ for t in scene.span.doc[max(scene.span.start, start - 3) : start]}
    return before.isdisjoint(_US | {"at"})


def _stands_beside(score: Score) -> bool:
    """Say whether the place is told beside the other: "studied at the university and in Oslo"."""
    words = between(score.subject, score.object)
    return len(words) == 2 and words[0].lower_ in {"and", "or"} and words[1].tag_ == "IN"


def _is_capital(place: Anchor) -> bool:
    """Say whether it is the capital itself: "the twin city of the capital, Khartoum"."""
    before = [t.lower_ for t in place.span.doc[max(0, place.span.start - 2) : place.span.start]]
    return "capital" in before and before[-1] in {"capital", ","}


def _is_around(score: Score) -> bool:
    """Say whether the one is where the other lies: "the capital of North China's Shanxi"."""
    return score.object.span.start > 0 and between(score.subject, score.object).text == "'s"


def _is_won(firm: Anchor) -> bool:
    """Say whether one has a firm as a customer, not for itself: "hopes to win Acme as a client"."""
    behind = firm.span.doc[firm.span.end : firm.span.end + 4]
    return behind[:1].text == "as" and any(lemma(t) in _CUSTOMERS for t in behind)


def _is_only_near(scene: Scene, score: Score) -> bool:
    """Say whether the place tells where another is: "Strande near Kiel", "a town east of Kiel".

    Who lives "near Kiel", where no other place is told, is taken to live there.
    """
    doc, end = score.object.span.doc, score.object.span.start
    words = [t.lower_ for t in doc[max(0, end - 2) : end]]
    if words[1:] == ["of"] and words[0] in _SIDES:
        return all(c.dep_ != "det" for c in doc[end - 2].children)  # "in the west of Kiel"
    if not words or words[-1] not in _NEAR:
        return False
    end -= 2 if end > 1 and doc[end - 2].text == "," else 1
    parted = any(a.span.end == end and scene.type(a) is Type.PLACE for a in scene.anchors)
    return parted or score.relation == "LOCATED_IN"


def _is_of_another(scene: Scene, score: Score, path: Sequence[Token]) -> bool:
    """Say whether it is told of a third: "Poe thanked Berg, who spoke to Lee": not Poe to Lee."""
    if score.relation not in _OTHERS_DEEDS:
        return False
    above = (t.head for t in path if t.dep_ == "relcl" and t.head in path)
    whose = (scene.heads.get(t.i) for t in above)
    ends = {score.subject.referent, score.object.referent}
    return any(a is not None and a.form is Form.NAME and a.referent not in ends for a in whose)


def _is_guess(fact: Fact) -> bool:
    """Say whether nobody said it: who founded a firm leads it, talks "about" it are with it.

    Nor did who met Berg's wife or lawyer meet Berg.
    """
    ends = fact.subject.span.root, fact.object.span.root
    if _acts_on_other(*ends) or _acts_on_other(*reversed(ends)):
        return True
    if _is_of_kin(*ends) or _is_of_kin(*reversed(ends)):
        return fact.relation not in KIN
    if fact.relation == "LISTED_ON":
        return _is_listed_by_another(*ends) or _is_placed(ends[1])
    if fact.relation in {"SPOKE_TO", "MET_WITH"}:
        above = [end.span.root.head.lower_ for end in (fact.subject, fact.object)]
        posted = above[1] == "on" and fact.object.span.text in words("organization", "networks")
        return posted or not _ABOUT.isdisjoint(above)
    guessed = fact.relation in {"LEADS", "OWNS"} and fact.role is None
    return guessed and fact.verb is not None and lemma(fact.verb) in _FOUNDS


def _is_belied(fact: Fact, path: Sequence[Token]) -> bool:
    """Say whether the nouns between two tell another tie than the model does.

    "Her cousin Rima Lee" is no parent of hers, "a rival of Acme" no part of it; who heads "the
    Delhi office of Acme" does not head Acme, which has no seat there.
    """
    object_ = fact.object.span.root
    nouns = [t for t in path if t.tag_ in {"NN", "NNS"}]
    if fact.relation in KIN:
        kin = sorted((t for t in nouns if lemma(t) in _ALL_KIN), key=_depth)
        owned = {end.span.root.head for end in (fact.subject, fact.object) if _owns(end)}
        if fact.relation == "PARENT_OF" and _is_bereaved(fact.subject):
            return True
        if kin[1:] and kin[-1] in owned and kin[-1].head.head == kin[-2]:
            return True  # "Ann Lee, the mother of his children"
        return bool(kin) and (lemma(kin[-1]) in _FAR_KIN or _is_in_law(kin[-1]))
    if fact.relation == "BORN_IN" and object_.head.lower_ == "from":
        origin = object_.head.head  # "born to a father from Peru"
        return lemma(origin) in _ORIGINS and origin.head.lower_ == "to"
    if fact.relation in {"LEADS", "HEADQUARTERED_IN"} and fact.role is None:
        parts = [t for t in nouns if lemma(t) in _PARTS]
        of = [t for t in parts if any(c.lower_ == "of" for c in t.children)]
        seat = object_.head if object_.dep_ in {"compound", "amod"} else None
        return any(t.dep_ == "dobj" if fact.relation == "LEADS" else t == seat for t in of)
    if fact.relation == "VISITED" and fact.verb is not None and lemma(fact.verb) in _LEAVES:
        return object_.head == fact.verb or object_.head.lower_ == "from"
    if fact.relation == "ARRESTED" and _fires(fact.subject.span.root, fact.verb):
        return True
    if fact.relation in _BELONGS and fact.verb is not None:
        to = object_.head
        return to.lower_ == "to" and to.head == fact.verb and lemma(fact.verb) in _GIVES
    if fact.relation == "MEMBER_OF" and _stays_out(fact, path):
        return True
    if fact.relation == "WORKS_FOR" and (fact.role or "").endswith("minister"):
        named = {t.lower_ for t in fact.object.span}
        return object_.ent_type_ == "ORG" and named.isdisjoint(words("organization", "government"))
    before = object_.dep_ in BEFORE_NOUN and object_.head.tag_ in {"NN", "NNS"}
    people = object_.tag_ == "JJ" or state(object_.text) is not None
    if fact.relation in {"LEADS", "WORKS_FOR"} and before and people:
        noun = lemma(object_.head)  # "chief writer at a Chinese website", "no US company, he said"
        return noun not in words("organization", "government") and noun not in _persons()
    if fact.relation == "WORKS_FOR" and object_.head.lower_ == "for" and state(object_.text):
        return lemma(object_.head.head) in _SENT  # "the UN envoy for Syria"
    rivals = [t for t in nouns if lemma(t) in _RIVALS]
    whose = any(c.lower_ == "of" or c.dep_ == "poss" for t in rivals for c in t.children)
    return fact.relation in _CLOSE and whose


def _is_bereaved(end: Anchor) -> bool:
    """Say whether one is family of who died: "is survived by his wife, Ann, and a son, Max"."""
    said = {lemma(t) for t in end.span.doc[end.span.sent.start : end.span.start]}
    left = not said.isdisjoint({"leave", "survive"})
    return end.form is Form.NAME and left and not said.isdisjoint(_SPOUSES)


def _fires(doer: Token, verb: Token | None) -> bool:
    """Say whether one sends away, not arrests: "a day after the university fired him"."""
    told = [t for t in (verb, doer.head if doer.dep_ == "nsubj" else None) if t is not None]
    return any(lemma(t) in _FIRES for t in told)


def _owns(end: Anchor) -> bool:
    return end.span.root.dep_ == "poss"


def _stays_out(fact: Fact, path: Sequence[Token]) -> bool:
    """Say whether one is no member: "remains outside the alliance", "will keep out of it"."""
    stays = fact.verb is not None and lemma(fact.verb) in {"keep", "remain", "stay"}
    return any(t.lower_ == "outside" or (stays and t.lower_ == "out") for t in path)


def _is_in_law(noun: Token) -> bool:
    return any(c.lower_ == "law" for t in noun.children if t.lower_ == "in" for c in t.children)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def _acts_on_other(actor: Token, owner: Token) -> bool:
    """Say whether one does something to a person of the other's: "Poe met Berg's wife"."""
    noun = owner.head
    if owner.dep_ != "poss" or noun.dep_ not in {"dobj", "pobj"} or lemma(noun) not in _persons():
        return False
    while actor.dep_ == "appos":
        actor = actor.head  # "The owner, Ann Lee, met"
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    return actor.dep_ in {"nsubj", "nsubjpass"} and actor.head == verb and lemma(verb) != "have"


def _is_of_kin(owner: Token, end: Token) -> bool:
    """Say whether it is one of the family of whom it is told.

    "His wife died in Oslo"; "Ann Lee, wife of Max Lee, was put on the list".
    """
    while owner.dep_ == "appos" and owner.head.tag_ == "NN":
        owner = owner.head  # "wife of the billionaire, Max Lee"
    if owner.tag_ == "WP$" and owner.i < end.i and lemma(owner.nbor(1)) in _ALL_KIN:
        return all(t.text != "," for t in owner.doc[owner.i : end.i])  # whatever the parse
    noun = owner.head
    if owner.dep_ == "pobj" and noun.lower_ == "of":
        return lemma(noun.head) in _FAMILY and noun.head not in end.ancestors
    if owner.dep_ != "poss" or noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    verb = next((t for t in end.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    kin = lemma(noun) in _FAMILY or (noun.lower_ == "law" and noun.i > 3)  # "father-in-law"
    return kin and verb == noun.head and noun not in end.ancestors


def _is_listed_by_another(listed: Token, listing: Token) -> bool:
    """Say whether another clause tells of it: "listed Acme, cutting it off from Beta"."""
    own = next((t for t in listed.ancestors if t.pos_ == "VERB"), None)
    put = next((t for t in listing.ancestors if t.pos_ == "VERB"), None)
    if own is None or put is None or own == put or listed in listing.ancestors:
        return False
    return own.dep_ in {"advcl", "relcl", "ccomp"} and put in own.ancestors


def _is_placed(listing: Token) -> bool:
    """Say whether it is a list of candidates: "is second on the Greens list"."""
    verb = listing.head.head
    placed = any(c.dep_ in {"acomp", "advmod"} and c.lower_ in _PLACES for c in verb.children)
    return listing.dep_ == "pobj" and placed


@cache
def _persons() -> frozenset[str]:
    return frozenset(noun for noun, (_, types) in kinds().items() if Type.PERSON in types)


def excludes(one: Key, other: Key) -> bool:
    """Say whether both tie the same two in ways that do not go together."""
    ends = {one[0], one[2]} == {other[0], other[2]}
    return ends and frozenset({one[1], other[1]}) not in _BESIDE


def _fact(scene: Scene, score: Score, path: Sequence[Token]) -> Fact:
    subject, object_ = score.subject.span.root, score.object.span.root
    lasting = score.relation in LASTING
    verb = _verb(path, lasting=lasting)
    apart = verb is not None and _is_apart(scene, score, verb)
    if _in_passing(scene, score, apart=apart):
        verb = None
    elif verb is None and score.relation in _MADE:
        verb = _maker([*path, subject, object_])
    elif verb is None and score.relation in _SEATS:
        verb = _settles(scene, score.subject, object_)
    elif verb is None and score.relation in _EVENTS:
        higher = object_ if object_ in subject.ancestors else subject
        verb = _befalls(_top(path) or higher)
    elif verb is None and score.relation == "SPOUSE_OF":
        undone = _befalls(_top(path) or object_)
        verb = undone if undone is not None and turn(undone) is Status.DENIED else None
    former = any(c.lower_ in _FORMER for t in path for c in t.children) or any(
        t.nbor(-1).lower_ in _FORMER for t in (subject, object_) if t.i > scene.span.start
    )
    office = office_of(scene, score.subject) if score.relation in OFFICES else None
    held = office[1] if office else Status.ASSERTED
    former = former or held is Status.FORMER
    return Fact(
        score.subject,
        score.relation,
        score.object,
        word=verb or object_,
        rule=confidence.MODEL,
        verb=verb,
        status=_claimed(score, path, held, former=former and lasting),
        state=verb is not None
        and (
            (lasting and verb.tag_ == "VBD" and lemma(verb) in _PAST)
            or (score.relation in BYGONE and is_bygone(verb))
        ),
        role=office[0] if office else None,
        apart=apart,
        confidence=score.probability,
    )


def _claimed(score: Score, path: Sequence[Token], held: Status, *, former: bool) -> Status:
    """Return what the words between the ends, or those of the office, make of a tie."""
    if former:
        return Status.FORMER
    return _of_noun(score, path) if held in FACTUAL else held


def _top(words: Sequence[Token]) -> Token | None:
    """Return the first of some words that hangs on none of them."""
    return next((t for t in words if t.head not in words), None)


def _maker(words: Sequence[Token]) -> Token | None:
    """Return the verb by which one gets an office: "promised to make Poe trade minister"."""
    top = _top(words)
    made = top is not None and top.dep_ in {"dobj", "oprd", "ccomp"}
    return top.head if made and top is not None and lemma(top.head) in _MAKES else None


def _verb(path: Sequence[Token], *, lasting: bool) -> Token | None:
    """Return the verb that tells a tie: the one by the object.

    Of a lasting tie it is the one by the subject, where that makes it less: "sold it to Acme, a
    firm said to be held by his wife".
    """
    verbs = [t for t in path if t.pos_ in {"VERB", "AUX"}]
    less = lasting and len(verbs) > 1 and judge(verbs[-1]).status not in FACTUAL
    if less and judge(verbs[0]).status in FACTUAL:
        return verbs[-1]
    return verbs[0] if verbs else None


def _in_passing(scene: Scene, score: Score, *, apart: bool) -> bool:
    """Say whether the verb speaks of something else than the tie.

    One who tells what "we" did tells in passing whose head he is: "We did not sell it, he said".
    Where a place is does not hang on what happens there.
    """
    if score.relation == "LOCATED_IN":
        return scene.type(score.subject) is scene.type(score.object)
    return apart and score.object.span.text.lower() in _US


def _is_apart(scene: Scene, score: Score, verb: Token) -> bool:
    """Say whether one end stands above a clause that has a subject of its own, and only there.

    "Berg said Acme had no plans": that says little of Berg and Acme.
    """
    own = subjects(verb).tokens
    if not own or score.subject.span.root.dep_ not in {"nsubj", "appos"}:
        return False
    inside = {t.i for t in (*own, *verb.subtree)}
    mine = (a.span.root.i for a in scene.anchors if a.referent == score.subject.referent)
    return inside.isdisjoint(mine)


def _settles(scene: Scene, subject: Anchor, place: Token) -> Token | None:
    """Return the verb by which one gets a seat: "has not moved its seat to Oslo".

    Of "is weighing a move of its seat to Oslo" it is the one above.
    """
    own = subject.span.root
    noun = own.head
    moved = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    verb = moved.head
    if own.tag_ != "PRP$" or moved.dep_ != "dobj" or place.head.lower_ == "from":
        return None
    if lemma(verb if moved is noun else moved) not in _SETTLES:
        return None
    doers = [a for t in subjects(verb).tokens if (a := scene.resolve(t)) is not None]
    same = any(a.referent == subject.referent for a in doers)
    return verb if same or not doers else None


def _befalls(top: Token) -> Token | None:
    """Return the verb that tells what became of it: "talks between Acme and Beta collapsed"."""
    noun = top
    for above in islice(top.ancestors, _CLIMBED):
        if above.pos_ in {"VERB", "AUX"}:
            return above if noun.tag_ in {"NN", "NNS"} else None
        if above.pos_ not in {"ADP", "NOUN", "PROPN"}:
            return None
        noun = noun if above.pos_ == "ADP" else above
    return None


def _of_noun(score: Score, path: Sequence[Token]) -> Status:
    """Return what the nouns between two leave of their tie.

    Planned where they are on the way to it: "flew to Oulu for a meeting with Berg"; possible where
    an office is sought; alleged where it is what someone calls it: "called her Poe's wife".
    """
    relation = score.relation
    if relation not in LASTING and any(
        t.head.lower_ in _BEFORE and lemma(t) in _MEETINGS for t in path
    ):
        return Status.PLANNED
    above = islice(score.object.span.root.ancestors, _CLIMBED)
    opened = [t for t in above if lemma(t) in _OPENINGS and t.head.pos_ == "VERB"]
    if relation in _SEATS and opened and (made := turn(opened[0].head)) is not Status.ASSERTED:
        return made  # "put off the opening of its plant in Texas"
    if relation == "VISITED" and any(t.lower_ == "to" and t.head.lower_ == "way" for t in path):
        return Status.PLANNED  # "was on his way to Oulu"
    if relation == "SPOUSE_OF" and any(
        t.lower_ in _BETROTHED for t in between(score.subject, score.object)
    ):
        return Status.PLANNED  # "Poe and his fiancée, Ann Lee,"
    sought = [t for t in path if t.lower_ == "for" and lemma(t.head) in _SEEKS]
    of_office = any(score.object.span.root.head != t for t in sought)  # not "her run for Kenya"
    if (relation in OFFICES and sought) or (relation == "PLAYS_FOR" and of_office):
        return Status.POSSIBLE  # "came second in the vote for president of Peru"
    if any(t.lower_ == "mistaken" for t in path):
        return Status.DENIED  # "was mistaken for Poe's wife"
    if relation in KIN and any(t.lower_ == "like" and t.dep_ == "prep" for t in path):
        return Status.DENIED  # "is like a sister to Poe"
    if relation == "ARRESTED" and any(lemma(t) == "warrant" for t in path):
        return Status.POSSIBLE
    if relation in _WANTED and any(lemma(t) == "target" for t in path):
        return Status.POSSIBLE  # "a Porto target"
    called = any(t.dep_ == "oprd" and lemma(t.head) in _CALLS for t in path)
    return Status.ALLEGED if called else Status.ASSERTED


def _path(subject: Token, object_: Token) -> list[Token]:
    """Return the words between two in the tree: up from the object, then down to the subject."""
    above = [subject, *subject.ancestors]
    ups = [object_, *object_.ancestors]
    meeting = next((t for t in ups if t in above), None)
    if meeting is None:
        return []
    way = [*ups[: ups.index(meeting)], meeting, *reversed(above[: above.index(meeting)])]
    return [t for t in way if t not in (subject, object_)]
