"""The five documents that this project began with: what must be gone, what must be there, and every character of it.

The golden files under ``seeds/`` are outputs that a person has read line by line against the raw text. When a rule is
meant to change one of them, run ``python -m tests.golden.test_seeds`` and read the difference before committing it.
"""

import re
import unicodedata
from pathlib import Path

import pytest

import zhpolicytext as zh

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "seeds"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
WIDTH = str.maketrans("“”‘’。", "\"\"''.")

#: What a reader of the seed expects to find, white space and width folded.
PRESENT = {
    "000": ["提质赋能创新", "学校高质量发展教研工作会", "德育&教学质量提升行动", "(2024—2035年)", "与会人员合影"],
    "001": ["《树立质量意识,建设优质学校》为题,从学校基本情况", "本着", "着眼", "CG&3D电脑手绘", "管理平台,实现"],
    "002": ["全市2023年职业教育工作会议暨普职融通推进会召开", "建设一批优质专业(群)、实训基地", "1.6余万人,占比52.62%",
            "“五禁五不”"],
    "003": ["占地100多亩", "3.2亿元", "学位1.9万个", "147.8%。(二)", "156.4%。三是", "教高厅函〔2020〕16号",
            "(2021—2025年)", "蓝图绘就——基础", "体系“上下贯通”", "*交专", "实现了“千兆进校园", "荣誉认证——省级"],
    "004": ["江津区高标准推进职业教育高质量发展", "“1+2+4+N”布局", "打造重庆职教“走出去”升级版。"],
}
#: What must not be left.
ABSENT = {
    "000": ["![]", "(zhì)", "撰稿", "终审", "新媒体运营小组", "特别声明", "Notice", "NetEase"],
    "001": ["vwb", "(huì)", "热线:", "通讯员QQ群", "浏览量", "责任编辑", "最火资讯", "Copyright", "ICP备", "广告联系",
            "窞", "厩"],
    "002": ["(jiao)", "(shi)", "来源:", "·"],
    "003": ["职业中等2、", "IOO", "%o", "一一"],
    "004": ["原文链接", "免责声明", "最新加入", "热门资讯", "中国在线健", "2024-11-23"],
}


def seed(number):
    (path,) = [path for path in SEEDS if path.name.startswith(number)]
    return path.read_text("utf-8")


def folded(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).translate(WIDTH))


@pytest.mark.parametrize(("number", "needle"), [(n, x) for n, xs in PRESENT.items() for x in xs])
def test_the_reader_finds(number, needle):
    assert folded(needle) in folded(zh.clean(seed(number)))


@pytest.mark.parametrize(("number", "needle"), [(n, x) for n, xs in ABSENT.items() for x in xs])
def test_nothing_is_left_of(number, needle):
    assert folded(needle) not in folded(zh.clean(seed(number)))


def test_every_asterisk_of_seed_003_stays():
    assert zh.clean(seed("003")).count("*") == seed("003").count("*")


def test_no_wrap_space_is_left_between_han_characters_of_seed_003():
    left = re.findall(r"[\u4e00-\u9fff] [\u4e00-\u9fff]", zh.clean(seed("003")))
    assert left == ["人 美"]  # the author's own: “以美育人 美不胜收”


@pytest.mark.parametrize("path", SEEDS, ids=[path.stem for path in SEEDS])
def test_the_output_is_the_golden_file(path):
    assert zh.clean(path.read_text("utf-8")) == (GOLDEN / path.name).read_text("utf-8")


@pytest.mark.parametrize("path", SEEDS, ids=[path.stem for path in SEEDS])
def test_a_golden_file_is_clean(path):
    golden = (GOLDEN / path.name).read_text("utf-8")
    assert zh.clean(golden) == golden


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for path in SEEDS:
        (GOLDEN / path.name).write_text(zh.clean(path.read_text("utf-8")), "utf-8")
