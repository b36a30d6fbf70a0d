"""A page as a tree, enough to ask what a browser would make of it without one."""

from html.parser import HTMLParser

VOID = {"meta", "input", "br", "rect"}


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, dict(attributes), parent, []

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    def all(self, wanted):
        for child in self.children:
            if isinstance(child, Element):
                if wanted(child):
                    yield child
                yield from child.all(wanted)

    def with_class(self, name):
        return list(self.all(lambda element: name in element.classes))

    def text(self, without=lambda element: False):
        return "".join(child if isinstance(child, str) else "" if without(child) else child.text(without)
                       for child in self.children)


class Tree(HTMLParser):
    """Raises AssertionError for tags that are not closed in order: a sign that something escaped its place."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.root = self._open = Element("", (), None)
        self.feed(page)
        self.close()
        assert self._open is self.root, f"<{self._open.tag}> is not closed"

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes, self._open)
        self._open.children.append(element)
        if tag not in VOID:
            self._open = element

    def handle_startendtag(self, tag, attributes):
        self._open.children.append(Element(tag, attributes, self._open))

    def handle_endtag(self, tag):
        assert tag == self._open.tag, f"</{tag}> closes <{self._open.tag}>"
        self._open = self._open.parent

    def handle_data(self, data):
        self._open.children.append(data)
