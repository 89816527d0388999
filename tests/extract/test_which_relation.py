"""Of two relations that a pair may stand in, the one that is told; both, where both are."""

import pytest

from tests.extract.stage import ties


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ann Lee founded Norvane Systems in 2008 and led it until 2019.", "LEADS Norvane"),
        ("Max Orr founded the Norvane Trust and headed it for thirty years.", "LEADS Norvane"),
        ("Norvane, which Ann Lee founded in 2001 and still runs, makes ropes.", "LEADS Norvane"),
        ("Ann Lee, who founded Norvane and is still in charge there, said no.", "LEADS Norvane"),
        ("Max Orr will join Norvane, a shipbroker in Oslo, as its chair.", "LEADS Norvane"),
        ("Ann Lee, who joined Norvane Bank as managing director in 2019, won.", "LEADS Norvane"),
        ("Max Orr, general manager of Norvane Foods, declined to comment.", "LEADS Norvane"),
        ("Ann Lee, secretary general of the Reform Party, said no.", "WORKS_FOR Reform Party"),
        ("Max Orr, general secretary of the Sund Boxing Federation, said no.", "WORKS_FOR Sund"),
        ("Ann Lee, secretary-general of the Baltic Council, said no.", "LEADS Baltic Council"),
        ("Max Orr, general secretary of the Congress of Mine Workers, quit.", "LEADS Congress of"),
        ("Ann Lee taught at the Norvane Academy of Music for years.", "WORKS_FOR Norvane"),
        ("Max Orr studied at Sund University, where he now teaches.", "WORKS_FOR Sund"),
        ("Max Orr has moved to Norvane Foods as its chief executive.", "LEADS Norvane Foods"),
        ("Max Orr joined the Awami League in 2015.", "MEMBER_OF Awami League"),
        ("Ann Lee met Max Orr in Oslo on Monday, and afterwards she accused him of lying.", "MET"),
    ],
)
def test_the_relation_that_is_told_is_read(text: str, tie: str) -> None:
    assert any(tie in said for said in ties(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Max Orr will join Norvane, a shipbroker in Oslo, as its chair.", "WORKS_FOR"),
        ("Max Orr joined Norvane Bank as its finance chief in May.", "LEADS"),
        ("Falcons general manager Max Orr signed the forward before the season.", "LEADS"),
        ("Max Orr, a general manager at Norvane, declined to comment.", "LEADS"),
        ("Ann Lee joined the Green Dawn Movement in 2015.", "WORKS_FOR"),
        ("Ann Lee quit the National Salvation Front on Monday.", "WORKS_FOR"),
        ("Max Orr studied at Sund University, where Ann Lee, a judge, teaches.", "Orr WORKS_FOR"),
        ("Ann Lee founded Norvane Systems in 2008 and is a fan of Genk.", "LEADS"),
        ("Ann Lee founded Norvane Systems in 2008 and led a protest in Oslo.", "LEADS"),
    ],
)
def test_the_relation_that_is_not_told_is_not_read(text: str, tie: str) -> None:
    assert not any(tie in said for said in ties(text))
