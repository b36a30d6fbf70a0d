"""The search for the likeliest text of a row of bytes with gaps."""

from zhpolicytext.text.codecs import big5_bytes, cp1252_bytes, gbk_bytes
from zhpolicytext.text.encodings import DoubleByte, Utf8
from zhpolicytext.text.language_model import language_model
from zhpolicytext.text.lattice import Aside, Option, read

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
