# Rules of an invented ministry, with python-docx.
import sys
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
d = Document()
d.core_properties.author = "daryn"
d.add_heading("Шетелдік ғалымдарды қабылдау қағидалары", 0)
d.add_heading("1-тарау. Жалпы ережелер", 1)
d.add_paragraph("Осы Қағидалар шетелдік ғалымдарды қабылдау тәртібін айқындайды.", style="List Number")
p = d.add_paragraph("Қағидаларда мынадай ұғымдар пайдаланылады:", style="List Number")
d.add_paragraph("ғалым – ғылыми дәрежесі бар адам;", style="List Bullet")
d.add_paragraph("ұйым – қабылдаушы тарап.", style="List Bullet")
d.add_heading("Глава 2. Порядок приема", 1)
d.add_paragraph("Заявление подается в электронной форме.", style="List Number")
t = d.add_table(rows=3, cols=3)
t.cell(0, 0).merge(t.cell(0, 1)).text = "Көрсеткіш"
t.cell(0, 2).text = "Мерзімі"
t.cell(1, 0).text = "Виза"
t.cell(1, 1).text = "үш ай"
t.cell(1, 2).merge(t.cell(2, 2)).text = "2025 жыл"
t.cell(2, 0).text = "Грант"
t.cell(2, 1).text = "бір жыл"
d.add_paragraph("Министр Ә. Үмбетов")
d.sections[0].header.paragraphs[0].text = "Колонтитул"
d.save("rules-python-docx.docx")
