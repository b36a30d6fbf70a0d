"""What many pages of a site repeat is learned; what offices rightly repeat is not."""

import pickle
from pathlib import Path

import pytest

from zhpolicytext import DataError, Lexicon, learn_repeated

BODIES = ("春耕备耕", "防汛演练", "技能竞赛", "家校共育", "阅读推广", "安全排查")


def pages() -> list[str]:
    return [
        f"心系桑梓，情满青石\n关于做好{subject}工作的通知\n各中小学校：\n{number}月起，各校要认真组织{subject}活动，按时上报总结。\n"
        f"特此通知。\n青石县教育局\n2014年{number}月3日\n青石微视界，看见身边的美好\n版权所有：青石教育网"
        for number, subject in enumerate(BODIES, 1)
    ]


def test_lines_that_many_pages_repeat_are_learned() -> None:
    lines = learn_repeated(pages()).lines
    assert "心系桑梓，情满青石" in lines and "青石微视界，看见身边的美好" in lines


def test_signatures_addressees_titles_and_dates_are_not_learned() -> None:
    lines = learn_repeated([*pages(), *pages()]).lines
    for line in ("青石县教育局", "各中小学校：", "关于做好春耕备耕工作的通知", "2014年1月3日"):
        assert line not in lines


def test_a_line_counts_once_a_document() -> None:
    assert learn_repeated(["独一行\n独一行\n独一行\n独一行"]).lines == ()


def test_one_text_instead_of_many_is_refused() -> None:
    with pytest.raises(TypeError, match="put it into a list"):
        learn_repeated("知行青石，教育为民")


def test_fewer_documents_than_asked_teach_nothing() -> None:
    assert learn_repeated(pages()[:2]) == Lexicon()
    assert learn_repeated([]) == Lexicon()


def test_an_affix_is_learned_behind_the_ends_of_sentences() -> None:
    texts = [f"第{n}所学校完成整改，验收合格。x{n}q青石教育网\n各校要举一反三，及时上报情况。x{n}q青石教育网\n完" for n in range(4)]
    assert "青石教育网" in learn_repeated(texts).affixes


def test_words_that_end_many_sentences_are_not_affixes() -> None:
    texts = [f"第{n}项任务是加强教育工作\n各校认真落实安全工作\n县里统筹推进招生工作" for n in range(5)]
    assert learn_repeated(texts).affixes == ()


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    lexicon = Lexicon(("欢迎访问青石教育网", "a\\b"), ("青石教育网",))
    lexicon.save(tmp_path / "青石.tsv")
    loaded = Lexicon.load(tmp_path / "青石.tsv")
    assert loaded == lexicon and loaded.digest == lexicon.digest


def test_the_digest_is_of_the_content_alone() -> None:
    assert Lexicon(("b", "a", "a")).digest == Lexicon(("a", "b")).digest
    assert Lexicon(("a",)).digest != Lexicon((), ("a",)).digest


def test_lexicons_join_and_pickle() -> None:
    both = Lexicon(("a",)) | Lexicon(("b",), ("c",))
    assert both == Lexicon(("a", "b"), ("c",)) == pickle.loads(pickle.dumps(both))


@pytest.mark.parametrize("row", ["word\t某某网", "line", "line\t", "line\ta\tb"])
def test_a_file_of_another_format_is_refused_with_its_line(tmp_path: Path, row: str) -> None:
    path = tmp_path / "lexicon.tsv"
    path.write_text(f"# header\nline\t好\n{row}\n", "utf-8")
    with pytest.raises(DataError, match="lexicon.tsv:3"):
        Lexicon.load(path)


@pytest.mark.parametrize("lines", ["某某网", ("",), ("a\tb",), (1,)])
def test_entries_are_strings_that_a_file_can_hold(lines: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        Lexicon(lines)  # type: ignore[arg-type]
