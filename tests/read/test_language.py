import pytest

from kgbuild.read.language import language


@pytest.mark.parametrize(
    "text",
    [
        "Ren Zhengfei met Xi Jinping and Wang Yi in Shenzhen.",
        "Ren Zhengfei, Xu Zhijun, Guo Ping, Hu Houkun, Meng Wanzhou. Taiyuan, Shanxi.",
        "Nokia, Ericsson; Deutsche Telekom AG; Banco Santander SA; Crédit Agricole SA",
        "Angela Merkel, Ursula von der Leyen and Pedro Sánchez met Jean-Yves Le Drian in Aachen.",
        "Teams: Bayern München, Borussia Dortmund, Bayer Leverkusen, Eintracht Frankfurt",
        "Squad: Donnarumma, Chiellini, Bonucci, Verratti, Barella, Insigne, Immobile, Locatelli",
        "SMIC to close plant",
        "HUAWEI SAYS IT WILL NOT SELL PHONE BUSINESS",
        "Shares fell.",
        "12 34 56 ...",
        "Its founder, born in Málaga, told Süddeutsche Zeitung that it would stay in Köln.",
        "Police in Abuja have detained two officials of a bank after an audit, officials said.",
    ],
)
def test_english_is_english_however_many_names_are_in_it(text: str) -> None:
    assert language(text) == "en"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le fondateur a déclaré mardi à Taiyuan que Huawei ne vendrait pas ses usines."),
        (
            "de",
            "Der Gründer sagte am Dienstag in Taiyuan, die Firma werde ihr Werk nicht verkaufen.",
        ),
        ("es", "El fundador dijo el martes en Taiyuan que la empresa no vendería sus fábricas."),
        ("zh", "这家公司的创始人周二在太原表示,公司不会出售手机业务。"),
        ("zh", "华为技术有限公司 Huawei Technologies 在深圳 Shenzhen 宣布"),
        ("ru", "Основатель компании заявил во вторник, что завод не продадут."),
        ("ja", "創業者は火曜日、工場を売却しないと述べた。"),
        ("ar", "أعلنت الشركة يوم الثلاثاء أنها لن تبيع المصنع."),
        ("it", "Il fondatore ha detto martedì che la società non venderà le sue fabbriche."),
    ],
)
def test_another_language_is_told(code: str, text: str) -> None:
    assert language(text) == code
