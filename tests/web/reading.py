"""Every page fetched in a test is looked at as a person who reads HTML would."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.exceptions import MethodNotAllowed, NotFound
from werkzeug.routing import RequestRedirect

VOID = {"meta", "link", "input", "br", "img"}
Attributes = dict[str, str]


@dataclass
class Node:
    """An element, with its children and its own text."""

    tag: str
    attributes: Attributes
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """Yield the element and all inside."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *tags: str) -> list["Node"]:
        """Return the elements of these names."""
        return [node for node in self.walk() if node.tag in tags]

    @property
    def text(self) -> str:
        """Return all the text inside."""
        return " ".join(" ".join(node.texts) for node in self.walk())

    def inside(self, tag: str) -> bool:
        """Tell whether an element of that name holds this one."""
        return self.parent is not None and (self.parent.tag == tag or self.parent.inside(tag))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("document", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"attribute twice: {tag} {attrs}"
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}> {self.here.attributes}"
        assert self.here.parent
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.here.texts.append(" ".join(data.split(" ")).strip())


def parse(html: str) -> Node:
    """Return the page as a tree; fails where a tag is not closed."""
    reader = _Reader()
    reader.feed(html)
    assert reader.here is reader.root, f"never closed: {reader.here.tag}"
    return reader.root


def inspect(app: Flask, html: str) -> Node:
    """Fail on whatever no page may have; return the page."""
    page = parse(html)
    assert page.all("html")[0].attributes["lang"] in ("fr", "en")
    assert len(page.all("h1")) == 1 and page.all("h1")[0].text.strip()
    titles = [title for title in page.all("title") if title.inside("head")]
    assert len(titles) == 1 and not titles[0].text.startswith("–")
    assert len(page.all("main")) == 1
    ids = [node.attributes["id"] for node in page.walk() if "id" in node.attributes]
    assert len(ids) == len(set(ids)), f"ids twice: {sorted(i for i in ids if ids.count(i) > 1)}"
    for node in page.walk():
        assert not any(name == "style" or name.startswith("on") for name in node.attributes), node
        assert all(name in ids for name in _referred(node)), (node.tag, node.attributes)
    assert not any(script.texts for script in page.all("script")) and not page.all("style")
    _labelled(page)
    _lead_somewhere(app, page)
    return page


def _referred(node: Node) -> list[str]:
    names = ("for", "aria-labelledby", "aria-describedby")
    return [name for attribute in names for name in node.attributes.get(attribute, "").split()]


def _labelled(page: Node) -> None:
    named = {label.attributes["for"] for label in page.all("label") if "for" in label.attributes}
    for control in page.all("input", "select", "textarea"):
        if control.attributes.get("type") != "hidden":
            said = {"aria-label", "aria-labelledby"} & control.attributes.keys()
            labelled = bool(said) or control.attributes.get("id") in named
            assert labelled or control.inside("label"), control.attributes
    for table in page.all("table"):
        assert table.all("caption") and all("scope" in th.attributes for th in table.all("th"))


def _lead_somewhere(app: Flask, page: Node) -> None:
    for form in page.all("form"):
        method = form.attributes["method"].upper()
        _exists(app, form.attributes["action"], method)
        tokens = [i for i in form.all("input") if i.attributes.get("name") == "csrf_token"]
        assert len(tokens) == (method == "POST"), form.attributes
    for link in page.all("a"):
        if not link.attributes["href"].startswith(("#", "mailto:", "tel:")):
            _exists(app, link.attributes["href"], "GET")


def _exists(app: Flask, address: str, method: str) -> None:
    parts = urlsplit(address)
    assert not parts.netloc, address
    try:
        app.url_map.bind("localhost").match(parts.path, method=method)
    except (NotFound, MethodNotAllowed, RequestRedirect) as error:
        raise AssertionError(f"{method} {address} leads nowhere") from error
