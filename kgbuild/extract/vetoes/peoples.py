"""Whether a people's name only tells of another: "a Danish film", "fluent German"."""

from kgbuild.extract.neural.scores import Score
from kgbuild.extract.references.referring import persons
from kgbuild.extract.relations import citizens
from kgbuild.extract.text.lemma import lemma
from kgbuild.extract.text.lexicon import state_of_people
from kgbuild.extract.text.lexicon import words as listed
from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.extract.text.scene import Scene
from kgbuild.extract.text.tagsets import BEFORE_NOUN
from kgbuild.extract.vetoes.bearers import COUNTERPARTS, titled
from kgbuild.model import Form

_SQUADS = frozenset("camp crew daily delegation newspaper outfit side squad team watchdog".split())
_BELONGING = frozenset(
    """citizen citizenship descent national nationality native origin paper parent passport program
    root subject""".split()
)
_SPEAKS = frozenset("learn know speak study teach".split())


def is_of_body(people: Anchor) -> bool:
    """Say whether it tells of another: "head of the Danish group", "a Danish film", a colleague."""
    noun = people.span.root
    while noun.dep_ in BEFORE_NOUN and noun.head.i > noun.i:
        noun = noun.head
    if noun == people.span.root or state_of_people(people.span.text) is None:
        return False
    kinds = listed("organization", "companies") | listed("organization", "government") | _SQUADS
    if lemma(noun) in kinds or noun.lower_ in COUNTERPARTS:
        return True
    thing = noun.tag_ in {"NN", "NNS"} and noun.is_lower and not citizens.is_person(noun)
    return thing and lemma(noun) not in _BELONGING | persons()


def is_tongue(people: Anchor) -> bool:
    """Say whether it is a language: "said in fluent German", "learned his German in Bonn"."""
    root = people.span.root
    if state_of_people(people.span.text) is None:
        return False
    spoken = root.dep_ == "dobj" and lemma(root.head) in _SPEAKS
    return spoken or (root.dep_ == "pobj" and root.head.lower_ in {"in", "into"})


def is_but_a_people(score: Score) -> bool:
    """Say whether a people's adjective stands right before the name: "the Algerian Ann Lee"."""
    named = score.subject.form is Form.NAME and score.object.span.end == score.subject.span.start
    return named and state_of_people(score.object.span.text) is not None


def is_of_named_next(scene: Scene, score: Score) -> bool:
    """Say whether a people is that of the next name: "Ann Lee and Polish author Max Orr"."""
    if state_of_people(score.object.span.text) is None:
        return False
    named = titled(scene, score.object)
    return named is not None and named.referent != score.subject.referent
