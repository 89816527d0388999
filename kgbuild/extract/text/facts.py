"""What a rule finds: two anchors, a relation, and the word that its truth hangs on."""

from dataclasses import dataclass

from spacy.tokens import Token

from kgbuild.extract.text.paragraphs import Anchor
from kgbuild.model import Status

CLEAR, PLAIN, OPEN = 0.9, 0.8, 0.4
"""How sure a rule is: a title or apposition; a verb's frame; an end that is no name; any verb."""


OFFICES = frozenset({"LEADS", "WORKS_FOR"})
TITULAR = OFFICES | {"MEMBER_OF"}
"""What a title may tell: "director of Acme", "senator of the Reform Party"."""
POSTS = OFFICES | {"PLAYS_FOR"}
"""What one is appointed to: a coach, too, has a post."""
SEATS = frozenset({"HEADQUARTERED_IN", "OPERATES_IN"})
WHEREABOUTS = frozenset({"BORN_IN", "DIED_IN", "LIVES_IN", "VISITED"})
DWELLS = frozenset({"HEADQUARTERED_IN", "LIVES_IN"})
"""Of a body and of a person the same: where it is at home."""
OWNED = frozenset({"ACQUIRED", "FOUNDED", "INVESTED_IN", "OWNS"})
"""What somebody may do with a firm, and with no state's bank."""
UNSAID = "unsaid"
LASTING = frozenset(
    """LEADS WORKS_FOR PLAYS_FOR MEMBER_OF OWNS LIVES_IN SUBSIDIARY_OF ALLIED_WITH""".split()
)
"""Relations that last until they end: told in the past tense, they are over."""
BYGONE = LASTING | {"SPOUSE_OF"}
"""What is over if it was so "once": who "was married" to somebody may be yet."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A tie as one rule reads it, before it is judged and dated.

    ``word`` is where dates are sought. ``verb`` governs the status; without one the tie is
    told in passing, and is so. ``status`` is what the pattern's own words say: "former".
    ``apart`` says that one end tells a clause that the other stands in; ``implied`` that the tie is
    told by another's, or by what the article is about: the model was not taught such.
    """

    subject: Anchor
    relation: str
    object: Anchor
    word: Token
    rule: str
    verb: Token | None = None
    status: Status = Status.ASSERTED
    ends: bool = False
    state: bool = False
    role: str | None = None
    label: str | None = None
    apart: bool = False
    implied: bool = False
    confidence: float = PLAIN

    @property
    def unsaid(self) -> bool:
        """Whether the body of an office is gathered from elsewhere in the article."""
        return self.rule == UNSAID

    @property
    def key(self) -> tuple[int, str, int]:
        """The tie that it speaks of: subject, relation, object; the ends as referents."""
        return self.subject.referent, self.relation, self.object.referent
