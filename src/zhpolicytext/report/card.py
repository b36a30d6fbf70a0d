"""The metadata card: what a reader of labelled blocks found, with its place."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ..core.document import Document
from .cells import Cells
from .templating import Markup, fill, joined, text

#: What fields are called; one that is not listed keeps its own name.
NAMES: Mapping[str, str] = MappingProxyType({
    "title": "标题", "source": "来源", "author": "作者", "editor": "编辑", "reviewers": "审核", "publish_date": "发布日期",
    "written_date": "成文日期", "doc_number": "文号", "index_number": "索引号", "issuing_agency": "发文机关",
    "recipients": "主送", "cc": "抄送", "attachments": "附件", "contact_person": "联系人", "phone": "电话", "email": "邮箱",
    "url": "网址", "views": "浏览量", "keywords": "主题词", "category": "分类", "validity": "有效性",
})


def metadata_card(document: Document, cells: Cells) -> Markup:
    """Empty for a document without that reader, or in which it found nothing."""
    found = document.metadata
    values = found.to_json() if hasattr(found, "to_json") else found
    if not isinstance(values, Mapping):
        return Markup("")
    fields = []
    for key, value in values.items():
        shown = joined("，".join(_values(value, cells)))
        if shown:
            fields.append(fill("field", name=str(key).replace("_", " "), zh=NAMES.get(str(key), ""), value=shown))
    return fill("metadata", fields=joined(fields)) if fields else Markup("")


def _values(value: Any, cells: Cells) -> Iterator[str]:
    """What a reader made: a string, a value with its span, or a list of them."""
    if isinstance(value, Mapping):
        shown = next((value[key] for key in ("value", "text") if value.get(key)), None)
        anchor = cells.anchor(value["raw_start"]) if isinstance(value.get("raw_start"), int) else None
        for each in _values(shown, cells):
            yield fill("place", anchor=Markup(anchor), text=Markup(each)) if anchor else each
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _values(item, cells)
    elif value is not None and str(value).strip():
        yield text(str(value))
