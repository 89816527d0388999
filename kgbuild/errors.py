"""What the user can mend. Everything else is a slip of ours and shows its traceback."""


class KgbuildError(Exception):
    """Something the user can mend: what is wrong, and what to do."""

    exit_code = 2  # usage or setting


class ReadError(KgbuildError):
    """An input that gives no article."""

    exit_code = 1


class LedgerError(KgbuildError):
    """A ledger that can't be opened or used."""


class ModelError(KgbuildError):
    """A spaCy model or an ontology that can't be used."""


class GraphError(KgbuildError):
    """A question that the graph can't answer as it was put."""


class JudgementError(KgbuildError):
    """A judgement that says nothing new, contradicts another, or can't be taken as it is put."""


class Neo4jError(KgbuildError):
    """A Neo4j that does not answer, or refuses."""

    exit_code = 1
