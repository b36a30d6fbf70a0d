"""Texts for the laws: clean, damaged, and hostile. The clean ones are published as `zhpolicytext.strategies`."""

from hypothesis import strategies as st

from zhpolicytext.strategies import policy_documents, policy_paragraphs, policy_sentences

#: Pieces that rules look for, put together without sense: what no author writes and every scraper meets some day.
FRAGMENTS = (
    "教(jiao)育(yu)", "學(xué)", "(xué)", "?zhèn)", "（", "）", "(", ")", "锟斤拷", "窞轭}", "厩闆r", "\ue2a2", "鏁欒偛",
    "½ÌÓý", "æ•™è‚²", "&nbsp;", "ldquo;", "x0dx0a", "\\u6559", "vwb四川教育在線\n", "![]()", "1、", "2、", "\n", "\n\n",
    " ", "\u3000", "\u200b", "\ufeff", "\x00", "\x85", "\r\n", "\ud800", "一", "一一", "三五年", "二〇二三年五月十二日",
    "２０２３", "2023-05-12", "2023年13月45日", "3. 2亿元", "IOO 多亩", "L 9万个", "147. 8%o(二)", "2021 2025年",
    "教高厅函202016号", "“", "”", "‘", "’", '"', ",,", "，，", ",、", "……", "——", "？！", "...", "来源:", "责任编辑:",
    "版权所有", "第3页 共12页", "- 3 -", "於", "裡", "「", "」", "發", "后", "乾", "著", "沈藉", "http://a.cn", "a@b.cn",
    "|", "[1]", "〔2020〕", "[2020]", "号", "年", "月", "日", "%", "万", "亿元", "é", "я", "の", "한", "😀", "A", "1",
)


def hostile_texts() -> st.SearchStrategy[str]:
    """Fragments of every damage in any order, and arbitrary characters between them."""
    return st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=30).map("".join)


def mixed_texts() -> st.SearchStrategy[str]:
    """Clean sentences with hostile fragments in them."""
    return st.lists(st.one_of(policy_sentences(), st.sampled_from(FRAGMENTS)), min_size=1, max_size=10).map("".join)


__all__ = ["FRAGMENTS", "hostile_texts", "mixed_texts", "policy_documents", "policy_paragraphs", "policy_sentences"]
