"""Text boxes, pictures, charts and what is embedded in a Word document."""

from gui.readers.raw import RawAside, RawLine, RawPicture
from tests.readers.docx_files import paragraph, run
from tests.readers.word.raws import drawing, lines, raws, texts, warnings


def test_a_text_box_comes_out_once() -> None:
    box = f"<w:txbxContent>{paragraph('상자')}</w:txbxContent>"
    choice = drawing(f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>").removeprefix("<w:r>").removesuffix("</w:r>")
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback><w:pict><v:shape>'
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    after = lines(f"<w:p>{run('글')}{both}</w:p>")
    assert [(line.text.text, line.box) for line in after] == [("글", 0), ("상자", 1)]
    assert texts(f"<w:p>{both}{run('글')}</w:p>") == ["상자", "글"]
    assert warnings(f"<w:p>{both}</w:p>") == []


def test_pictures_have_their_size() -> None:
    vml = '<w:r><w:pict><v:shape style="width:72pt;height:1in"><v:imagedata r:id="x"/></v:shape></w:pict></w:r>'
    found = raws(f"<w:p>{drawing('<pic:pic/>')}</w:p><w:p>{vml}</w:p>")
    assert found == [RawPicture(100.0, 50.0), RawPicture(25.4, 25.4)]


def test_charts_and_diagrams() -> None:
    office = "http://schemas.openxmlformats.org/drawingml/2006"
    chart = (
        f'<c:chartSpace xmlns:c="{office}/chart" xmlns:a="{office}/main"><a:p><a:t>추이</a:t></a:p>'
        "<c:strCache><c:v>1월</c:v></c:strCache></c:chartSpace>"
    )
    diagram = (
        f'<d:dataModel xmlns:d="{office}/diagram" xmlns:a="{office}/main"><a:p><a:t>목표</a:t></a:p></d:dataModel>'
    )
    body = paragraph(drawing('<c:chart r:id="chart1"/>')) + paragraph(drawing('<dgm:relIds r:dm="data1"/>'))
    found = raws(body, {"chart|charts/chart1.xml": chart, "diagramData|diagrams/data1.xml": diagram})
    assert isinstance(found[0], RawPicture)
    assert [raw.text for raw in found if isinstance(raw, RawAside)] == ["추이\n1월"]
    assert [(raw.text.text, raw.box) for raw in found if isinstance(raw, RawLine)] == [("목표", 1)]


def test_what_is_embedded_is_told() -> None:
    assert len(warnings(paragraph("글") + '<w:altChunk r:id="x"/>')) == 1
    assert len(warnings("<w:p><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>")) == 1
