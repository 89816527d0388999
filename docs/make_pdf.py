"""Write examples/huawei-profile.pdf anew: python docs/make_pdf.py (the same bytes each time)."""

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF

TITLE = "Profile: Huawei Technologies"
BODY = (
    "Published: February 15, 2021",
    "SHENZHEN, Feb 15 - Ren Zhengfei founded Huawei in Shenzhen in 1987. He is still the chief "
    "executive of the company. Ren was born in Guizhou and served in the Chinese army before.",
    "Huawei Technologies Co., Ltd. has its headquarters in Shenzhen, a city in Guangdong Province. "
    "Liang Hua is the chairman of Huawei. Guo Ping, Xu Zhijun and Hu Houkun take turns as rotating "
    "chairman. Sun Yafang, the former chairwoman, left the board in 2018. Meng Wanzhou, a daughter "
    "of Ren, is the chief financial officer.",
    "HiSilicon is a subsidiary of Huawei and designs its chips. Huawei sold Honor, a phone brand, "
    "in November 2020.",
    "The staff own the company through a trade union. The Chinese government does not own Huawei, "
    "the company says. Critics doubt this.",
    "Huawei was added to the Entity List in May 2019. The United States has also charged the "
    "company with theft of trade secrets. Huawei rejects the charges.",
    "In Europe the company cooperates with Leica, a camera maker in Wetzlar. It operates a "
    "research centre in Munich. Huawei would like to build a chip factory in Shanghai, according "
    "to unconfirmed reports.",
)


def main() -> None:
    """Write the file."""
    pdf = FPDF(format="A4")
    pdf.set_creation_date(datetime(2021, 2, 15, tzinfo=UTC))
    pdf.set_title(TITLE)
    pdf.set_margin(25)
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 18)
    pdf.multi_cell(0, 10, TITLE, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Times", size=12)
    for paragraph in BODY:
        pdf.ln(3)
        pdf.multi_cell(0, 6, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(Path(__file__).parents[1] / "examples" / "huawei-profile.pdf"))


if __name__ == "__main__":
    main()
