"""GraphML of the entities and their edges that opens in every reader we know of.

What each of them needs: unique edge ids (Gephi, TinkerPop), a ``label`` on nodes and edges,
in the data and on ``<edge>`` (Gephi merges parallel edges else), ``labels`` on ``<node>``
(Neo4j), scalars only, no character that XML can't hold.
"""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from lxml import etree

from kgbuild.export.columns import EDGE, NODE, Scalar, edge, label, node
from kgbuild.projection import Projection

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {str: "string", int: "long", float: "double"}


def write(projection: Projection, out: BinaryIO) -> None:
    """Write the entity layer as a stream; elements take their namespace from the root."""
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: NAMESPACE}):
            xml.write("\n")
            for part, columns in (("node", NODE), ("edge", EDGE)):
                for key in _keys(part, columns):
                    xml.write(key)
            with xml.element("graph", edgedefault="directed"):
                xml.write("\n")
                for element in _elements(projection):
                    xml.write(element)


def _keys(part: str, columns: Mapping[str, type[Scalar]]) -> Iterator[etree._Element]:
    for name, kind in columns.items():
        names = {"attr.name": name, "attr.type": TYPES[kind]}
        yield _element("key", {"id": f"{part}-{name}", "for": part, **names})


def _elements(projection: Projection) -> Iterator[etree._Element]:
    for row in sorted(projection.entities, key=lambda row: row.id):
        ends = {"id": row.id, "labels": f":Entity:{row.type.label}"}
        yield _element("node", ends, node(row))
    for number, tie in enumerate(sorted(projection.edges, key=lambda row: row.id)):
        ends = {"id": f"e{number}", "source": tie.subject, "target": tie.object}
        yield _element("edge", {**ends, "label": label(tie)}, edge(tie))


def _element(
    tag: str, attributes: Mapping[str, str], data: Mapping[str, Scalar] | None = None
) -> etree._Element:
    element = etree.Element(tag, dict(attributes))
    for name, value in (data or {}).items():
        etree.SubElement(element, "data", key=f"{tag}-{name}").text = str(value)
    element.tail = "\n"
    return element
