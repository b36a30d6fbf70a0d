"""Quotation marks that a page wrote as entities are right, whatever became of the bytes around them."""

import pytest

from zhpolicytext import mojibake


def as_cp1252(text: str, encoding: str) -> str:
    """What bytes read as cp1252 look like, but for quotation marks."""
    out = []
    for char in text:
        for byte in () if char in "“”‘’" else char.encode(encoding):
            try:
                out.append(bytes((byte,)).decode("cp1252"))
            except UnicodeDecodeError:
                out.append(chr(byte))
        out += char if char in "“”‘’" else ""
    return "".join(out)


@pytest.mark.parametrize("text", [
    "学校装了“云校”办公系统，从收文登记到归档都在上面办理。",
    "各单位要按照“不忘初心”的要求认真落实，确保取得实效。",
    "我们开展了“优秀”教师评选，广大师生积极参与，获得“最美”称号的有三人。",
    "要推进“乡村振兴”和“一网通办”，让群众少跑腿，让数据多跑路。",
])
@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_quotation_marks_among_bytes_are_themselves(text, encoding):
    assert mojibake(as_cp1252(text, encoding)) == text
