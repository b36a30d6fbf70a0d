"""What else there is. A peer that is not installed is left out, and the reason is printed.

The naive chain is what people write today; it needs ftfy, opencc (both come with zhpolicytext) and cn2an.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterator

Peer = Callable[[str], object]

#: The patterns of a hand-written boilerplate step, as they stand in many a crawler's repository.
NAIVE_BOILERPLATE = [
    re.compile(r"(来源|作者|编辑|责任编辑|发布时间|发布日期|浏览次数|浏览量|点击数)[:：][^\n]*"),
    re.compile(r"(版权所有|Copyright|ICP备|公网安备)[^\n]*"),
    re.compile(r"(上一篇|下一篇|相关阅读|相关链接|免责声明)[:：]?[^\n]*"),
    re.compile(r"[【\[](打印|关闭|返回顶部|打印本页|关闭窗口)[】\]]"),
    re.compile(r"!\[[^\]]*\]\([^)]*\)"),
]
NAIVE_PINYIN = re.compile(r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+[)）]")


def naive_chain() -> Peer:
    """ftfy, then t2s, then two kinds of `re.sub`, with cn2an in the middle: the order of most scripts."""
    import cn2an
    import ftfy
    import opencc

    convert = opencc.OpenCC("t2s").convert
    transform = cn2an.transform

    def chain(text: str) -> str:
        text = ftfy.fix_text(text)
        text = convert(text)
        text = NAIVE_PINYIN.sub("", text)
        text = transform(text, "cn2an")
        for pattern in NAIVE_BOILERPLATE:
            text = pattern.sub("", text)
        return re.sub(r"[ \u3000]+", " ", text).strip()

    return chain


def only_ftfy() -> Peer:
    import ftfy

    return ftfy.fix_text  # type: ignore[no-any-return]


def only_cn2an() -> Peer:
    import cn2an

    transform = cn2an.transform
    return lambda text: transform(text, "cn2an")


def only_opencc() -> Peer:
    import opencc

    return opencc.OpenCC("t2s").convert  # type: ignore[no-any-return]


def jionlp() -> Peer:
    import jionlp

    return jionlp.clean_text  # type: ignore[no-any-return]


def clean_text() -> Peer:
    import cleantext

    return lambda text: cleantext.clean(text, to_ascii=False, lower=False)


def harvest_text() -> Peer:
    from harvesttext import HarvestText

    return HarvestText().clean_text  # type: ignore[no-any-return]


def data_juicer() -> Peer:
    """The mappers that a Chinese recipe names for text of the web, one after another."""
    from data_juicer.ops.mapper.chinese_convert_mapper import ChineseConvertMapper
    from data_juicer.ops.mapper.clean_copyright_mapper import CleanCopyrightMapper
    from data_juicer.ops.mapper.clean_links_mapper import CleanLinksMapper
    from data_juicer.ops.mapper.fix_unicode_mapper import FixUnicodeMapper
    from data_juicer.ops.mapper.punctuation_normalization_mapper import PunctuationNormalizationMapper
    from data_juicer.ops.mapper.whitespace_normalization_mapper import WhitespaceNormalizationMapper

    mappers = [FixUnicodeMapper(), PunctuationNormalizationMapper(), WhitespaceNormalizationMapper(),
               ChineseConvertMapper("t2s"), CleanLinksMapper(), CleanCopyrightMapper()]

    def chain(text: str) -> str:
        sample = {"text": [text]}
        for mapper in mappers:
            sample = mapper.process_batched(sample)
        return sample["text"][0]

    return chain


#: Name, what makes it, whether it claims to be a whole pipeline.
PEERS: tuple[tuple[str, Callable[[], Peer], bool], ...] = (
    ("naive chain", naive_chain, True),
    ("ftfy", only_ftfy, True),
    ("cn2an", only_cn2an, False),
    ("JioNLP clean_text", jionlp, True),
    ("clean-text", clean_text, True),
    ("HarvestText clean_text", harvest_text, True),
    ("data-juicer mappers", data_juicer, True),
    ("OpenCC t2s alone", only_opencc, False),
    ("str.encode", lambda: str.encode, False),
    ("str.translate, empty", lambda: lambda text: text.translate({}), False),
)


def available(report: Callable[[str], object] = print) -> Iterator[tuple[str, Peer, bool]]:
    """The peers that can be imported here."""
    for name, make, whole in PEERS:
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                peer = make()
                peer("测试一下（test），没有问题。")
        except Exception as error:  # a peer may fail in any way of its own: it is left out, aloud
            report(f"left out: {name}: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}")
        else:
            yield name, peer, whole
