"""Write the graph for other programs: GraphML, JSON or CSV, told by the file's suffix."""

from kgbuild.export.write import SUFFIXES, write, write_whole

__all__ = ["SUFFIXES", "write", "write_whole"]
