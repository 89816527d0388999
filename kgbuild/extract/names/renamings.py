"""Names that one thing bore after another: "Acme changed its name to Beta"."""

import re

from spacy.tokens import Doc

from kgbuild.extract.text.spans import Name
from kgbuild.model import Type

_WHEN = r"(?:(?:has|had|then|later|since|soon|recently|officially|formally|in (?:\w+ )?\d{4},?) )*"
_ANEW = "(?:renamed|rebranded|rechristened)"
_RENAMED_PERSON = re.compile(
    rf"(?:, who )?{_WHEN}(?:changed (?:his|her)(?: \w+)? name to|(?:was|been) {_WHEN}{_ANEW}) "
)
_RENAMED = re.compile(
    rf"""(?:, (?:which|that) )?{_WHEN}(?:changed (?:its|their)(?: \w+)? name to
|(?:renamed|rebranded) itself(?: as)?|rebranded as|adopted the name(?: of)?
|(?:was|were|been) {_WHEN}{_ANEW}(?: as| to)?|(?:is|are) now (?:called|named|known as)) (?:the )?
["']?""".replace("\n", "")
)
_IT = "(?:it|the (?:airline|bank|brand|business|chain|club|company|firm|group|paper|party|team))"
_RENAMED_IT = re.compile(
    rf"""{_WHEN}(?:and {_WHEN}{_ANEW} {_IT}|, (?:renaming|rebranding|rechristening) {_IT}
|, which (?:it|he|she|they|the \w+) {_WHEN}{_ANEW})(?: as)? (?:the )?["']?""".replace("\n", "")
)
"""Behind what was renamed, and behind what somebody bought and renamed."""


def told(doc: Doc, name: Name, between: str) -> bool:
    """Say whether a name is the subject or the object of a renaming, by the words behind it.

    "Acme changed its name to Beta", "Ann Lee bought Acme and renamed it Beta".
    """
    role = doc[name.start : name.end].root.dep_
    if role.startswith("nsubj") or between.startswith(", "):
        renamed = _RENAMED_PERSON if name.type is Type.PERSON else _RENAMED
        if renamed.fullmatch(between):
            return True
    return role == "dobj" and bool(_RENAMED_IT.fullmatch(between))
