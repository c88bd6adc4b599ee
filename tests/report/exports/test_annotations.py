"""W3C Web Annotations, read by rdflib. The standard's context is on the web; the terms of it we use stand here."""

from __future__ import annotations

import json
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from tieout.report.exports.annotations import KINDS
from tieout.report.exports.export import export
from tieout.workspace.workspace import Workspace

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own.

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("http://www.w3.org/ns/activitystreams#")
TIEOUT = Namespace("urn:tieout:")
TYPES = ("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector")
NAMES = ("exact", "prefix", "suffix", "start", "end")
LINKS = {"body": "hasBody", "target": "hasTarget", "source": "hasSource", "selector": "hasSelector"}
STANDARD: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in (*TYPES, *NAMES)},
    **{name: {"@id": f"{OA}{link}", "@type": "@id"} for name, link in LINKS.items()},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "describing": f"{OA}describing",
    "tagging": f"{OA}tagging",
    "value": str(RDF.value),
    "format": "http://purl.org/dc/elements/1.1/format",
    "Dataset": "http://purl.org/dc/dcmitype/Dataset",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "first": {"@id": f"{AS}first", "@type": "@id"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
}


def graph(workspace: Workspace, kind: str, *, quotes: bool = True) -> tuple[dict[str, Any], Graph]:
    made = json.loads(export(workspace, kind, "annotations", quotes=quotes))
    standard, own = made["@context"]
    assert standard == "http://www.w3.org/ns/anno.jsonld"
    return made, Graph().parse(data=json.dumps({**made, "@context": {**STANDARD, **own}}), format="json-ld")


def test_every_term_is_one_of_the_standard(base: Workspace) -> None:
    made, _ = graph(base, "figures")

    def names(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {name for held in value.values() for name in names(held)}
        return {name for held in value for name in names(held)} if isinstance(value, list) else set()

    del made["@context"]
    assert {name for name in names(made) if not name.startswith("tieout:")} <= set(STANDARD)


@pytest.mark.parametrize("kind", KINDS)
def test_an_annotation_finds_its_words(base: Workspace, example: Workspace, kind: str) -> None:
    for workspace in (base, example):
        _, found = graph(workspace, kind)
        annotations = set(found.subjects(RDF.type, OA.Annotation))
        held = [one for _, part in workspace.parts() for one in getattr(part, kind)]
        assert {str(one).rpartition(":")[2] for one in annotations} == {one.id for one in held}
        for one in held:
            (node,) = (a for a in annotations if str(a).endswith(one.id))
            target = found.value(node, OA.hasTarget)
            quote, position = sorted(
                found.objects(target, OA.hasSelector), key=lambda s: found.value(s, RDF.type) != OA.TextQuoteSelector
            )
            text = workspace.part(one.doc).document.text
            start, end = (found.value(position, name) for name in (OA.start, OA.end))
            assert isinstance(start, Literal)
            assert isinstance(end, Literal)
            exact = text[start.toPython() : end.toPython()]
            assert str(found.value(quote, OA.exact)) == exact == one.text
            around = f"{found.value(quote, OA.prefix)}{exact}{found.value(quote, OA.suffix)}"
            assert around in text


def test_the_body_says_what_the_record_is(base: Workspace) -> None:
    made, found = graph(base, "figures")
    (change,) = (a for a in made["first"]["items"] if a["target"]["selector"][0]["exact"] == "35 percent")
    bodies = list(found.objects(URIRef(change["id"]), OA.hasBody))
    values = {str(found.value(body, RDF.value)) for body in bodies}
    assert "figure" in values
    assert any("kind: change" in value and "check: breaks" in value for value in values)
    assert Literal("35") in {found.value(body, TIEOUT["value"]) for body in bodies}


def test_without_quotes_only_positions_are_left(base: Workspace) -> None:
    text = export(base, "figures", "annotations", quotes=False).decode()
    assert "TextPositionSelector" in text
    for words in ("TextQuoteSelector", "thefts", "instructions", "HYPERLINK"):
        assert words not in text


def test_the_same_workspace_gives_the_same_bytes(base: Workspace) -> None:
    assert export(base, "figures", "annotations") == export(base, "figures", "annotations")
