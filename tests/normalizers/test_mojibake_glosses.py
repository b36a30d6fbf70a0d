"""Readings that the mirror tool put between the bytes of two characters: where they stand tells what the bytes were."""

import pytest

from tests.corruptors import mojibake as damage
from zhpolicytext import BODY
from zhpolicytext.normalizers.mojibake import mojibake
from zhpolicytext.normalizers.mojibake.glosses import annotated, is_glossed, misplaced, trails_of


def annotated_unaligned(text: str, char: str, reading: str) -> str:
    return damage.folded(damage.out_of_step(text, private=False, readings=[(char, reading)]))


#: A text, and the character that the tool sees in its bytes, with the reading that it puts there.
SPLIT = {
    "此事嚴重損害群眾利益。": ("負", "fù"),  # 重 D6D8, 損 9370: D893
    "會議向天津濱海新區學習。": ("驗", "yàn"),
    "我們如實報告情況。": ("內", "nèi"),
    "人人敢幹事、能幹成事。": ("規", "guī"),
    "嚴格控制不適當的進口設備。": ("數", "shù"),
    "把握兩個理念——創新與服務。": ("獎", "jiǎng"),  # — A1AA, 創 8493: AA84
}


@pytest.mark.parametrize("text", SPLIT)
def test_characters_with_a_reading_between_their_bytes_come_back(text: str) -> None:
    broken = annotated_unaligned(text, *SPLIT[text])
    assert is_glossed(broken) and not is_glossed(text)
    assert mojibake(broken) == text


@pytest.mark.parametrize("text", ["造成嚴重損害。", "人人敢幹事、能幹成事。", "嚴格控制不適當的進口設備。"])
def test_so_do_they_where_the_lost_byte_left_no_sign(text: str) -> None:
    char = {"損": "負", "幹": "規", "適": "數"}[next(char for char in text if char in "損幹適")]
    reading = {"負": "fù", "規": "guī", "數": "shù"}[char]
    broken = damage.folded(damage.out_of_step(text, lost="", marks=damage.MARKS_001, readings=[(char, reading)]))
    assert misplaced(broken) and "?" not in broken.replace("?、", "")
    assert mojibake(broken) == text


@pytest.mark.parametrize("broken, text", [
    ("生活有困難?,F(xiàn)在好轉了。", "生活有困難。現在好轉了。"),  # 。現: A1 A3AC 46, and A3AC is a comma
    ("辦學有一定規?!R?guī)範收費行為。", "辦學有一定規模。規範收費行為。"),
])
def test_a_reading_behind_the_second_byte_of_its_character_tells_of_the_first_one(broken: str, text: str) -> None:
    assert mojibake(broken).replace("(xiàn)", "").replace("(guī)", "") == text


def test_pairs_of_private_use_that_were_dropped_are_those_of_row_fe_as_well() -> None:
    broken = annotated_unaligned("推進均衡。基本公共教育服務的發展。", "務", "wù")
    assert "竟步逃?wù)" in broken  # 務 is 84D5, behind the FE of 服: FE84 is of private use in GBK 1.0
    assert mojibake(broken) == "推進均衡。基本公共教育服務的發展。"


def test_a_mirror_annotates_characters_that_it_made_traditional() -> None:
    listed, others = annotated("wù")
    assert "務" in listed and "物" in others and "亡" not in listed | others  # which is wáng


@pytest.mark.parametrize("text", [
    "重(chóng)新做人，你念什么?fù)", "“损”字怎么读?sǔn)还是别的?", "教育?xué)習", "这个字(念什么?fù)p，老師也不知道。", "參考,見A(附表)。現在開始。",
    "单位,A(xian)在此，请注意。", "學校?fù)在那裏。", "讀重(chóng)還是重(zhòng)？",
    "他姓仇(qiú)，住在番(pān)禺。", "反復(fù)p多次"])
def test_readings_that_a_writer_put_there_stay(text: str) -> None:
    assert not is_glossed(text)
    assert mojibake(text) is text


def test_what_follows_the_sign_must_fit_the_character_before() -> None:
    assert trails_of("重", "fù") == ((0x93, True),)
    assert trails_of("校", "fù") == trails_of("A", "fù") == trails_of("重", "xyz") == ()


def test_a_number_is_not_guessed() -> None:
    """Where pairs were dropped “十五”, “十三五” and “十四五” leave the same; where they are private use they differ."""
    text = "學校工作有了起色。“十三五”期間要繼續推進。"
    lost = damage.folded(damage.out_of_step(text, private=False))
    assert mojibake(lost) is lost
    assert any("十五" in candidate for found in BODY.run(lost).suggestions for candidate in found.candidates)
    assert mojibake(damage.folded(damage.out_of_step(text))) == text
