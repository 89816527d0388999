"""A judgement that contradicts others is found, with the chain that it contradicts."""

from kgbuild.model import Judgement, Side, Verdict
from kgbuild.resolve.chains import Chains

A, B, C, D, E = (Side(f"PERSON:{name}") for name in "abcde")


def same(left: Side, right: Side) -> Judgement:
    return Judgement(Verdict.SAME, left, right)


def different(left: Side, right: Side) -> Judgement:
    return Judgement(Verdict.DIFFERENT, left, right)


def test_the_chain_runs_from_one_side_to_the_other() -> None:
    known = Chains([same(A, B), same(C, D), different(B, C), same(D, E)])

    assert known.against(same(A, E)) == (same(A, B), different(B, C), same(C, D), same(D, E))


def test_what_is_the_same_along_a_chain_can_not_be_different() -> None:
    known = Chains([same(A, B), same(B, C)])

    assert known.against(different(C, A)) == (same(A, B), same(B, C))


def test_a_cycle_of_sameness_contradicts_nothing() -> None:
    known = Chains([same(A, B), same(B, C)])

    assert known.against(same(A, C)) == ()


def test_two_that_differ_from_a_third_may_be_one() -> None:
    assert Chains([different(A, C), different(B, C)]).against(same(A, B)) == ()


def test_a_name_in_one_article_is_not_the_name_elsewhere() -> None:
    here = Side(A.key, "a.txt")

    assert Chains([different(here, A), same(A, B)]).against(same(here, C)) == ()
    assert Chains([different(here, A), same(A, B)]).against(same(here, B)) != ()


def test_doubt_contradicts_nothing() -> None:
    doubt = Judgement(Verdict.UNSURE, A, B)

    assert Chains([doubt]).against(same(A, B)) == ()
    assert Chains([same(A, B)]).against(doubt) == ()
