"""Hypothesis strategies for clean Chinese policy text. Needs the extra ``hypothesis``.

Every text that these strategies draw is clean: canonical marks, numbers and dates, simplified script. It is meant for
laws such as ``clean(corrupt(x)) == clean(x)`` and ``clean(x) is x``, here and in other projects.

>>> from hypothesis import given
>>> from zhpolicytext.strategies import policy_sentences
>>> @given(policy_sentences())
... def test_my_step_keeps_clean_sentences(sentence):
...     assert my_step(sentence) == sentence
"""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["han_words", "policy_clauses", "policy_dates", "policy_documents", "policy_paragraphs", "policy_quantities",
           "policy_sentences", "policy_titles"]

_AGENCIES = (
    "市教育局", "省人力资源和社会保障厅", "县人民政府", "区卫生健康委员会", "国家发展改革委", "财政部", "市水利局",
    "自治区农业农村厅", "州文化和旅游局", "市应急管理局", "省生态环境厅", "县住房和城乡建设局", "街道办事处",
    "市市场监督管理局", "省科学技术厅", "团市委", "市总工会", "县档案馆", "乡镇卫生院", "市公共资源交易中心",
)
_VERBS = (
    "推进", "落实", "完善", "健全", "加强", "规范", "优化", "深化", "统筹", "组织", "开展", "印发", "制定", "修订",
    "督促", "检查", "总结", "推广", "支持", "引导", "鼓励", "扩大", "巩固", "提升", "保障", "改善", "审议", "部署",
)
_OBJECTS = (
    "职业教育改革", "乡村振兴工作", "义务教育均衡发展", "校园安全管理", "教师队伍建设", "营商环境", "基层治理体系",
    "医疗保障制度", "污染防治工作", "高标准农田建设", "防汛抗旱准备", "食品安全监管", "公共文化服务", "养老服务供给",
    "数字政府建设", "科技成果转化", "就业创业服务", "住房保障政策", "交通基础设施", "粮食收购秩序", "普惠托育服务",
    "困难群众救助", "档案管理制度", "审计整改事项", "水库除险加固", "专业设置", "实训基地", "课程标准", "招生计划",
)
_ADVERBS = ("进一步", "积极", "扎实", "切实", "稳妥", "依法", "全面", "持续", "有序", "着力", "加快", "严格", "分类")
_LINKS = ("，", "，并", "，同时", "；", "，确保", "，不断", "，从而")
_OPENERS = (
    "会议指出，", "会议强调，", "通知要求，", "近年来，", "为此，", "下一步，", "按照统一部署，", "调研期间，",
    "各单位要", "各地要", "对照目标任务，", "在此基础上，", "",
)
_UNITS = ("名", "所", "个", "项", "家", "户", "人次", "亩", "公里", "万元", "亿元", "吨", "套", "台", "场", "平方米")
_NOUNS = ("学生", "学校", "项目", "任务", "企业", "农户", "群众", "示范基地", "公路", "资金", "设备", "活动", "用房")
_SLOGANS = (
    "“双随机、一公开”", "“放管服”改革", "“一网通办”", "“四个意识”", "“三农”工作", "“十四五”规划", "“最多跑一次”",
    "“1+X”证书", "“五育并举”", "“一村一品”", "共建“一带一路”", "“双减”政策",
)
_TITLES = (
    "关于做好冬春农田水利建设工作的通知", "全县水利建设现场会举行", "年度财政预算执行情况的报告",
    "县城供水管网改造实施方案", "校园食品安全管理办法", "关于开展公共卫生服务督查的函", "乡镇档案工作规范",
)
_ENUMERATORS = ("一是", "二是", "三是", "四是")



def policy_dates() -> SearchStrategy[str]:
    """Canonical dates: ``2023年5月12日``, ``2024年11月``, ``2025年``."""
    year = st.integers(1990, 2030)
    return st.one_of(
        st.builds("{}年{}月{}日".format, year, st.integers(1, 12), st.integers(1, 28)),
        st.builds("{}年{}月".format, year, st.integers(1, 12)),
        st.builds("{}年".format, year),
    )


def policy_quantities() -> SearchStrategy[str]:
    """Canonical quantities and percentages: ``3126人``, ``3.5亿元``, ``52.6%``, ``12万人次``."""
    number = st.integers(2, 9999).map(str)
    decimal = st.builds("{}.{}".format, st.integers(0, 99), st.integers(1, 9))
    return st.one_of(
        st.builds("{}{}".format, number, st.sampled_from(_UNITS)),
        st.builds("{}{}".format, decimal, st.sampled_from(("亿元", "万亩", "万吨", "公里", "个百分点"))),
        st.builds("{}%".format, decimal),
        st.builds("{}万人次".format, st.integers(2, 99)),
    )


def han_words() -> SearchStrategy[str]:
    """Words of policy prose, Han characters only."""
    return st.sampled_from(_VERBS + _OBJECTS + _ADVERBS + _AGENCIES + _NOUNS)


def policy_titles() -> SearchStrategy[str]:
    """Titles of notices, plans and news."""
    return st.one_of(
        st.sampled_from(_TITLES),
        st.builds("{}关于{}{}的通知".format, st.sampled_from(_AGENCIES), st.sampled_from(_VERBS),
                  st.sampled_from(_OBJECTS)),
    )


def policy_clauses() -> SearchStrategy[str]:
    """Clauses without marks at their ends."""
    act = st.builds("{}{}{}".format, st.sampled_from(_ADVERBS), st.sampled_from(_VERBS), st.sampled_from(_OBJECTS))
    return st.one_of(
        act,
        act,
        st.builds("{}{}".format, st.sampled_from(_AGENCIES), act),
        st.builds("{}印发《{}》".format, st.sampled_from(_AGENCIES), st.sampled_from(_TITLES)),
        st.builds("落实{}".format, st.sampled_from(_SLOGANS)),
        st.builds("惠及{}{}".format, policy_quantities(), st.sampled_from(_NOUNS)),
        st.builds("{}，{}{}".format, policy_dates(), st.sampled_from(_AGENCIES), act),
        st.builds("同比增长{}.{}%".format, st.integers(1, 40), st.integers(1, 9)),
    )


def policy_sentences() -> SearchStrategy[str]:
    """One clean sentence that ends in 。"""

    def sentence(opener: str, clauses: list[str], links: list[str]) -> str:
        out = opener + clauses[0]
        for link, clause in zip(links, clauses[1:]):
            out += link + clause
        return out + "。"

    return st.builds(
        sentence,
        st.sampled_from(_OPENERS),
        st.lists(policy_clauses(), min_size=2, max_size=5),
        st.lists(st.sampled_from(_LINKS), min_size=4, max_size=4),
    )


def policy_paragraphs() -> SearchStrategy[str]:
    """Two to six sentences; sometimes the 一是…二是… of a report."""
    plain = st.lists(policy_sentences(), min_size=2, max_size=6).map("".join)
    points = st.lists(policy_clauses(), min_size=2, max_size=4).map(
        lambda clauses: "重点抓好以下工作：" + "；".join(map("".join, zip(_ENUMERATORS, clauses))) + "。"
    )
    return st.one_of(plain, plain, points)


def policy_documents() -> SearchStrategy[str]:
    """A title, paragraphs, and sometimes the issuer and the date at the end."""

    def document(title: str, paragraphs: list[str], signature: tuple[str, str] | None) -> str:
        lines = [title, *paragraphs]
        if signature:
            lines += signature
        return "\n".join(lines)

    date = st.builds("{}年{}月{}日".format, st.integers(1990, 2030), st.integers(1, 12), st.integers(1, 28))
    return st.builds(
        document,
        policy_titles(),
        st.lists(policy_paragraphs(), min_size=2, max_size=8),
        st.none() | st.tuples(st.sampled_from(_AGENCIES), date),
    )
