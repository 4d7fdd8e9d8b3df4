"""The fixed parts of a workbook (ECMA-376), as small as spreadsheets accept them."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

NOTHING, NUMBER, TRUTH = "<c/>", "<c><v>%s</v></c>", '<c t="b"><v>%d</v></c>'
TEXT = '<c t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>'
BOLD = '<c s="1" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>'
DAY, MOMENT = '<c s="2"><v>%d</v></c>', '<c s="3"><v>%r</v></c>'

STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
FROZEN = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" '
    'state="frozen"/></sheetView></sheetViews>'
)


def sheet_path(number: int) -> str:
    """Return where a sheet stands; the first is 1."""
    return f"xl/worksheets/sheet{number}.xml"


def head(widths: Sequence[int], frozen: bool) -> str:
    """Return what stands before the rows of a sheet."""
    columns = "".join(f'<col min="{i}" max="{i}" width="{w}" customWidth="1"/>' for i, w in enumerate(widths, 1))
    shown = f"<cols>{columns}</cols>" if columns else ""
    return f'{HEAD}<worksheet xmlns="{MAIN}">{FROZEN if frozen else ""}{shown}<sheetData>'


def foot(columns: int, rows: int) -> str:
    """Return what stands behind the rows: a filter over the columns of the header."""
    filters = f'<autoFilter ref="A1:{column(columns)}{rows}"/>' if columns else ""
    return f"</sheetData>{filters}</worksheet>"


def column(number: int) -> str:
    """Return a column's letters.

    >>> column(1), column(26), column(27), column(702), column(703)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def around(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the paths and contents of all that makes sheets a workbook."""
    numbers = range(1, len(names) + 1)
    sheets = "".join(f'<sheet name={quoteattr(name)} sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(names, 1))
    ours = [(f"rId{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in numbers]
    types = "".join(_override(f"/{sheet_path(i)}", "worksheet") for i in numbers)
    yield "xl/workbook.xml", f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{sheets}</sheets></workbook>'
    yield "xl/_rels/workbook.xml.rels", _relations([*ours, ("rId0", "styles", "styles.xml")])
    yield "xl/styles.xml", STYLES
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    more = _override("/xl/workbook.xml", "sheet.main") + _override("/xl/styles.xml", "styles")
    yield (
        "[Content_Types].xml",
        (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}{more}</Types>'
        ),
    )


def _override(path: str, kind: str) -> str:
    return f'<Override PartName="{path}" ContentType="{KIND}.{kind}+xml"/>'


def _relations(held: Sequence[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{LINKS}/{kind}" Target="{target}"/>' for i, kind, target in held)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'
