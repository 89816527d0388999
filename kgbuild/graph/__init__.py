"""The graph in NetworkX, and the named queries asked of it without a server."""

from kgbuild.graph.build import Graph, graph
from kgbuild.graph.questions import ask, needs

__all__ = ["Graph", "ask", "graph", "needs"]
