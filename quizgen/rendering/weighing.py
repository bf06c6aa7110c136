"""Templates made to count: what they go through and put together is charged to the meter of ``limits``."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from quizgen.rendering.limits import COUNT, STEP

_STATIC = 64
"""Characters of a template's own text that count as a step."""


class Weigher(NodeTransformer):
    """Makes a template count: a step charges at the head of whatever may run again, and what it puts together."""

    def generic_visit(self, node: nodes.Node, *_: object, **__: object) -> nodes.Node:
        """Visit what stands in a node first; then let it count."""
        super().generic_visit(node)
        match node:
            case nodes.Template() | nodes.For() | nodes.Macro() | nodes.CallBlock() | nodes.Block():
                node.body.insert(0, _step(node))
            case nodes.Compare():
                node.expr = _counting(node.expr)
                for operand in node.ops:
                    operand.expr = _counting(operand.expr)
            case nodes.Getitem(arg=nodes.Slice()) | nodes.Test():
                node.node = _counting(node.node)
            case nodes.Concat() | nodes.List() | nodes.Dict():
                return _counting(node)
            case nodes.Tuple(ctx="load"):
                return _counting(node)
            case _:
                pass
        if isinstance(node, nodes.For) and node.test is not None:
            node.iter = _counting(node.iter)
        return node


def _counting(node: nodes.Node) -> nodes.Filter:
    return _filter(node, COUNT)


def _step(body: nodes.Node) -> nodes.ExprStmt:
    weight = nodes.Const(_weight_of(body), lineno=body.lineno, environment=body.environment)
    return nodes.ExprStmt(_filter(weight, STEP), lineno=body.lineno, environment=body.environment)


def _filter(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno, environment=node.environment)


def _weight_of(body: nodes.Node) -> int:
    own = [body, *body.find_all(nodes.Node)]
    return len(own) + sum(len(node.data) for node in own if isinstance(node, nodes.TemplateData)) // _STATIC
