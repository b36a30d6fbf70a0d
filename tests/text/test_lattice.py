"""The search for the likeliest text of a row of bytes with gaps."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from zhpolicytext.text import lattice
from zhpolicytext.text.beam import BEAM, pruned
from zhpolicytext.text.codecs import big5_bytes, cp1252_bytes, gbk_bytes
from zhpolicytext.text.encodings import DoubleByte, Utf8, double_bytes
from zhpolicytext.text.language_model import language_model
from zhpolicytext.text.lattice import UNEXPLAINED, Aside, Option, Slot, read, read_before, slot

ANY = tuple(range(0x81, 0xFF))


def exact(data):
    return [(Option(0.0, (byte,)),) for byte in data]


def test_bytes_without_gaps_decode_as_they_are():
    reader = DoubleByte(language_model(), "gb18030", False)
    assert read(exact("教育改革".encode("gbk")), reader)[0].text == "教育改革"


def test_a_lost_lead_byte_is_found_by_its_neighbours():
    data = "学校教育改革".encode("gbk")
    slots = [*exact(data[:2]), (Option(0.0, (ANY,)),), *exact(data[3:])]
    assert read(slots, DoubleByte(language_model(), "gb18030", False))[0].text == "学校教育改革"


def test_a_lost_continuation_byte_is_found_by_its_neighbours():
    data = "学校教育改革".encode()
    slots = [*exact(data[:5]), (Option(0.0, (tuple(range(0x80, 0xC0)),)),), *exact(data[6:])]
    assert read(slots, Utf8(language_model(), False))[0].text == "学校教育改革"


def test_the_script_of_the_text_decides_between_forms():
    slots = [*exact("學".encode()), (Option(0.0, tuple("校".encode())), Option(0.0, tuple("挍".encode())))]
    assert read(slots, Utf8(language_model(), True))[0].text == "學校"


def test_an_option_can_ask_for_a_character_that_is_begun():
    slots = [(Option(0.0, ("学",), False),), (Option(0.0, (0xD0,), True), Option(5.0, ("校",), False))]
    assert read(slots, DoubleByte(language_model(), "gb18030", False))[0].text == "学校"


def test_an_aside_stands_in_the_text_and_not_in_its_context():
    reader = DoubleByte(language_model(), "gb18030", False)
    plain = read([(Option(0.0, ("学",)),), (Option(0.0, ("校",)),)], reader)[0]
    aside = read([(Option(0.0, ("学",)),), (Option(0.0, (Aside("(xue)"),)),), (Option(0.0, ("校",)),)], reader)[0]
    assert (aside.text, aside.cost) == ("学(xue)校", plain.cost)


def test_the_second_best_may_differ_long_before_the_end():
    reader = DoubleByte(language_model(), "gb18030", False)
    slots = [(Option(0.0, ("加强",)), Option(3.0, ("加快",))), *exact("学校教育改革".encode("gbk"))]
    assert [reading.text for reading in read(slots, reader)] == ["加强学校教育改革", "加快学校教育改革"]


def test_readings_that_differ_in_the_width_of_a_character_are_one():
    reader = DoubleByte(language_model(), "gb18030", False)
    slots = [(Option(0.0, ("，",)), Option(0.0, (",",)), Option(4.0, ("。",))), *exact("学校".encode("gbk"))]
    assert [reading.text[0] for reading in read(slots, reader, "学校", results=3)] == ["，", "。"]


def test_what_follows_the_lattice_decides():
    data = "教".encode("gbk")
    slots = [(Option(0.0, tuple(data)), Option(0.0, tuple("保".encode("gbk"))))]
    reader = DoubleByte(language_model(), "gb18030", False)
    assert [read(slots, reader, "", after)[0].text for after in ("育部", "护区")] == ["教", "保"]


def test_what_has_no_reading_has_none():
    assert read(exact(b"\xd0"), DoubleByte(language_model(), "gb18030", False)) == []


def test_private_use_has_the_bytes_of_the_user_defined_areas():
    assert [gbk_bytes(char).hex() for char in ("\ue000", "\ue2a2", "\ue4c6", "€")] == ["aaa1", "f9b1", "a140", "80"]
    assert [big5_bytes(char).hex() for char in ("\ue000", "\ue311", "\ueeb8", "\uf6b1")] == ["fa40", "8e40", "8140", "c6a1"]
    assert gbk_bytes("\ud800") is big5_bytes("\ud800") is None
    assert cp1252_bytes()["™"] == 0x99


STRAY = Option(UNEXPLAINED, ())


def test_the_same_options_are_the_same_slot():
    options = (Option(0.0, (0xD0,)), Option(2.0, ()))
    assert slot(options) is slot([*options]) is slot(slot(options)) is not slot(options[:1])
    assert not slot(options) == Slot(options)


def test_a_byte_that_is_in_the_way_is_left_out_and_no_other():
    data = "学校教育改革".encode()
    slots = [(Option(0.0, (byte,)), STRAY) for byte in (*data[:6], 0xE4, *data[6:])]
    reader = Utf8(language_model(), False)
    assert read(slots, reader)[0].text == "学校教育改革"
    assert read([*slots[:6], *slots[7:]], reader)[0] == read([(options[0],) for options in (*slots[:6], *slots[7:])], reader)[0]


@pytest.mark.parametrize("results", [1, 3])
def test_known_bytes_may_be_one_slot_or_several(results):
    reader = Utf8(language_model(), False)
    data = [*"学校教育".encode()]
    apart = [(Option(0.0, (byte,)), STRAY) for byte in data]
    apart[4] = (Option(0.0, (tuple(range(0x80, 0xC0)),)), STRAY)
    together = [(Option(0.0, (*data[:3],)),), (Option(0.0, (data[3], tuple(range(0x80, 0xC0)), data[5])),), (Option(0.0, (*data[6:9],)),),
                (Option(0.0, (*data[9:],)),)]
    assert [one.text for one in read(apart, reader, results=results)] == [one.text for one in read(together, reader, results=results)]


def test_what_is_remembered_is_told_apart_by_its_context(monkeypatch):
    monkeypatch.setattr(lattice, "MOST_READINGS", 2000)
    reader = DoubleByte(language_model(), "gb18030", False)
    slots = [(Option(0.0, (ANY,)),), (Option(0.0, ("教".encode("gbk")[1],)),)]
    fresh = [read(slots, DoubleByte(language_model(), "gb18030", False), before, after, results)
             for before in ("学校", "宗") for after in ("育部", "") for results in (1, 2)]
    for _ in range(3):
        assert [read(slots, reader, before, after, results)
                for before in ("学校", "宗") for after in ("育部", "") for results in (1, 2)] == fresh
        assert 0 < len(reader.readings) <= 2000 / lattice.SIZE_OF_READING


def test_what_is_remembered_is_bounded_by_its_size(monkeypatch):
    monkeypatch.setattr(lattice, "MOST_READINGS", 3200)
    reader = DoubleByte(language_model(), "gb18030", False)
    for size in range(1, 200, 3):
        read(exact("教".encode("gbk") * size), reader, results=1)
        assert sum(len(key[0]) for key in reader.readings) <= 3200
    assert reader.readings and max(len(key[0]) for key in reader.readings) < 200  # a long row is searched each time


def test_before_several_texts_a_lattice_has_the_readings_that_it_has_before_each():
    reader = DoubleByte(language_model(), "gb18030", False)
    slots = [(Option(0.0, (ANY,)),), (Option(0.0, (0xA3,)),)]
    together = read_before(slots, reader, "学", ("基本", "\n"), 4)
    assert together == [read(slots, reader, "学", after, 4) for after in ("基本", "\n")]


def test_threads_that_share_a_reader_find_the_same(monkeypatch):
    monkeypatch.setattr(lattice, "MOST_READINGS", 1000)
    texts = ["加强农村公路养护", "落实各项政策措施", "促进经济社会发展", "完善公共服务体系"] * 5
    reader = Utf8(language_model(), False)

    def mended(text):
        data = text.encode()
        return read([*exact(data[:4]), (Option(0.0, (tuple(range(0x80, 0xC0)),)),), *exact(data[5:])], reader)[0].text

    with ThreadPoolExecutor(4) as pool:
        assert [*pool.map(mended, texts)] == texts


def test_a_table_of_pairs_holds_what_the_codec_decodes():
    for codec in ("gb18030", "big5", "cp950", "big5hkscs"):
        table = double_bytes(codec)
        for lead in range(0x81, 0xFF, 7):
            for trail in range(0x40, 0xFF):
                char = bytes((lead, trail)).decode(codec, "ignore")
                expected = char if len(char) == 1 and char > "\x7f" and not "\ue000" <= char <= "\uf8ff" else None
                assert table[lead].get(trail) == expected


@pytest.mark.parametrize("groups", [1, 3])
def test_the_beam_keeps_the_cheapest_of_what_is_begun_in_however_many_ways(groups):
    rng = random.Random(groups)
    rows = [language_model().row(char) for char in "的国和一是在了有中大为上个人这我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说"]
    grown = {pending: {row: (rng.uniform(0, 30), None, "", None) for row in rng.sample(rows, 20)} for pending in range(1, groups + 1)}
    every = sorted((reached[0], pending, row.context) for pending, target in grown.items() for row, reached in target.items())
    for floor in (1e9, 5.0, -25.0):
        limit = min(every[0][0], floor) + 20
        expected = [one for one in every[:BEAM] if one[0] <= limit]
        kept = pruned(grown, floor, 20.0, False)
        assert sorted((reached[0], pending, row.context) for pending, states in kept for row, reached in states) == expected
        assert all(states and [one[1][0] for one in states] == sorted(one[1][0] for one in states) for _, states in kept)
