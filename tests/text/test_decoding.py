"""Which encoding `decode` finds, and why."""

import codecs

import pytest

from zhpolicytext.text.decoding import decode

TEXT = "关于做好农田水利建设的通知\n各县人民政府：2023年12月前完成。\n"
TRADITIONAL = "關於做好農田水利建設的通知\n各縣人民政府：2023年12月前完成。\n"


@pytest.mark.parametrize(("text", "encoding", "found"), [
    (TEXT, "utf-8", "utf-8"), (TEXT, "gbk", "gb18030"), (TEXT, "gb18030", "gb18030"), (TEXT, "utf-16-le", "utf-16-le"),
    (TEXT, "utf-16-be", "utf-16-be"), (TRADITIONAL, "big5", "big5"), (TRADITIONAL, "gbk", "gb18030"), (TRADITIONAL, "utf-8", "utf-8"),
    ("学校", "gbk", "gb18030"), ("联通", "gbk", "gb18030"), ("café", "utf-8", "utf-8"), ("Привет", "utf-8", "utf-8"),
])
def test_the_encoding_is_read_off_the_bytes(text, encoding, found):
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.undecodable) == (text, found, 0)


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_a_byte_order_mark_decides_and_goes(mark, encoding):
    decoded = decode(mark + TEXT.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.reason) == (TEXT, encoding, "byte order mark")


@pytest.mark.parametrize("head", [b'<meta charset="gb2312">', b"<META http-equiv=Content-Type content='text/html; charset=GBK'>",
                                  b'<?xml version="1.0" encoding="gb2312"?>'])
def test_a_declaration_is_believed_where_the_text_bears_it_out(head):
    decoded = decode(head + TEXT.encode("gbk"))
    assert decoded.encoding == "gb18030" and decoded.reason.startswith("declared as")


def test_a_declaration_that_the_text_belies_is_not_believed():
    decoded = decode(b'<meta charset="big5">' + TEXT.encode("gbk"))
    assert decoded.encoding == "gb18030" and "declared as big5" in decoded.reason
    assert decode(b'<meta charset="gb2312">' + TEXT.encode()).encoding == "utf-8"


def test_the_caller_may_declare():
    assert decode(TEXT.encode("gbk"), declared="gb2312").reason == "declared as gb2312"


def test_undecodable_bytes_are_counted():
    decoded = decode(TEXT.encode() + b"\xff")
    assert decoded.encoding == "utf-8" and decoded.undecodable == 1


def test_an_unknown_declaration_is_no_error():
    assert decode(b'<meta charset="klingon">' + TEXT.encode("gbk")).encoding == "gb18030"


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe", b"\x80\x81", bytes(range(256)), b"a" * 10])
def test_no_bytes_raise(data):
    assert isinstance(decode(data).text, str)


def test_text_is_refused_with_the_reason():
    with pytest.raises(TypeError, match="decoded already"):
        decode("教育")
