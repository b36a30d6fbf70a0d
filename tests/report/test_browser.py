"""The report as people meet it: in a browser, with a mouse, with keys, on a phone."""

import pytest

from tests.report.browser import MISSING, Browser
from tests.report.sample import BODY, TEXT
from tests.report.test_page import HOSTILE
from zhpolicytext.report import html

pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING or "-")

DESKTOP, PHONE = (1440, 900), (390, 844)


@pytest.fixture(scope="module")
def browser():
    with Browser(*DESKTOP) as browser:
        yield browser


@pytest.fixture
def opened(browser, tmp_path):
    """Open a report; returns the browser. Afterwards the browser must have had nothing to complain about."""

    def opened(*documents, size=DESKTOP, place="", dark=False):
        path = tmp_path / "report.html"
        path.write_text(html(documents or [("a.txt", BODY.run(TEXT))]), "utf-8")
        browser.look(*size, dark=dark, touch=size == PHONE)
        browser.open("about:blank")
        browser.open(f"{path.as_uri()}{place}")
        return browser

    browser.log()
    yield opened
    assert browser.log() == []


def rule_button(rule):
    codes = f"[...document.querySelectorAll('.doc.open .filter, .one .filter')].find(b => b.innerText.includes('{rule}'))"
    return f"const b = {codes}; b.scrollIntoView(); b.id = 'wanted'; return b.dataset.filter"


def marked(browser):
    """The raw texts that are visibly marked as changed."""
    return browser.run("""
        const plain = 'rgba(0, 0, 0, 0)';
        return [...document.querySelectorAll('.row .a .c')].filter((c) => {
            const style = getComputedStyle(c);
            return style.backgroundColor !== plain || style.textDecorationLine !== 'none';
        }).map((c) => c.textContent)""")


def test_a_click_on_a_rule_shows_its_changes_alone(opened):
    browser = opened()
    assert len(marked(browser)) > 8
    assert browser.text("#status") == "14 places"
    browser.run(rule_button("mojibake.out-of-step"))
    browser.click("#wanted")
    assert browser.run("return document.getElementById('wanted').getAttribute('aria-pressed')") == "true"
    assert browser.text("#status") == "1 of 1 place: mojibake.out-of-step"
    assert marked(browser) == ["學!窞轭}"]
    assert "學!窞轭}" in browser.text("#card") and "mojibake.out-of-step" in browser.text("#card")
    browser.click("#wanted")
    assert browser.text("#status") == "14 places"
    assert len(marked(browser)) > 8


def test_a_click_on_a_kind_shows_all_its_rules(opened):
    browser = opened()
    browser.click('[data-filter="kr"]')
    assert browser.text("#status") == "1 of 5 places: repaired"
    browser.click("#clear")
    assert browser.text("#status") == "2 of 14 places"


def test_only_changed_lines_hides_the_others(opened):
    browser = opened()
    assert "完。" in browser.text(".rows")
    browser.click("#only")
    assert "完。" not in browser.text(".rows") and "創建" in browser.text(".rows")


def test_n_and_p_go_through_the_places_in_order(opened):
    browser = opened()
    browser.press("n", "n")
    assert browser.text("#status") == "2 of 14 places"
    assert browser.run("return document.activeElement.textContent") == "(huì)"
    browser.press("p")
    assert browser.text("#status") == "1 of 14 places"
    browser.press("p")
    assert browser.text("#status") == "14 of 14 places"
    browser.press("n")
    assert browser.text("#status") == "1 of 14 places"


def test_a_place_in_a_fold_is_reached_and_the_fold_opens_for_its_link(opened):
    browser = opened()
    assert not browser.run("return document.querySelector('details').open")
    browser.click('.legend .kx .examples a')
    assert browser.comes_to("details[open] summary code", "boilerplate.notice")
    assert browser.run("return document.querySelector('.gone').getClientRects().length") == 1


def test_an_entity_tells_its_machine_value_by_key_and_by_pointer(opened):
    browser = opened()
    browser.press("e")
    assert "2023" in browser.text("#card") and "year" in browser.text("#card")
    browser.press("\ue00c")  # Escape
    assert browser.run("return document.getElementById('card').hidden")
    browser.click(".b .e")
    assert "year" in browser.text("#card")


def test_a_suggestion_says_that_nothing_was_changed(opened):
    browser = opened()
    browser.press("s")
    assert "not changed" in browser.text("#card") and "perhaps 0" in browser.text("#card")


def test_every_control_is_reached_by_the_tab_key_and_has_a_name(opened):
    browser = opened()
    names = []
    for _ in range(60):
        browser.press("\ue004")
        name = browser.run("const e = document.activeElement; return e === document.body ? '' : "
                           "(e.getAttribute('aria-label') || e.innerText || (e.labels && e.labels[0].innerText) || '?').trim()")
        if not name:
            break
        names.append(name.split("\n")[0])
    assert "?" not in names
    assert {"Side by side", "Inline", "Clean", "only changed lines", "Light or dark", "Next change"} <= set(names)
    assert any(name.startswith("mojibake.out-of-step") for name in names)


def test_both_themes_differ_and_the_button_changes_them(opened):
    paper = "return getComputedStyle(document.body).backgroundColor"
    browser = opened()
    light = browser.run(paper)
    browser = opened(dark=True)
    dark = browser.run(paper)
    assert light != dark
    browser.click("#theme")
    assert browser.run(paper) == light
    browser.click("#theme")
    assert browser.run(paper) == dark
    browser.run("localStorage.clear()")


@pytest.mark.parametrize("dark", [False, True])
def test_text_stands_out_from_its_ground_in_both_themes(opened, dark):
    """WCAG AA: 4.5 to 1 for text, on every mark too."""
    browser = opened(dark=dark)
    low = browser.run("""
        const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        const rgb = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data]; };
        const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] > 250) return c; } return rgb('white'); };
        const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, k) => sum + v * [0.2126, 0.7152, 0.0722][k], 0);
        const texts = [...document.querySelectorAll('body *')].filter((e) => e.getClientRects().length
            && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()));
        return texts.map((e) => { const a = light(rgb(getComputedStyle(e).color)), b = light(ground(e));
            return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.className || e.tagName, e.textContent.slice(0, 20)]; })
            .filter(([ratio]) => ratio < 4.5)""")
    assert low == []


def test_a_phone_shows_one_column_that_is_not_wider_than_the_phone(opened):
    browser = opened(size=PHONE)
    assert browser.run("return document.documentElement.dataset.view") == "inline"
    assert browser.run("return document.documentElement.scrollWidth") <= PHONE[0]
    assert "學!窞轭}学校》为题" in browser.text(".rows").replace("\n", "")
    browser.run("document.querySelector('[data-view=split]').click()")
    assert browser.run("return document.documentElement.scrollWidth") <= PHONE[0]


def test_the_inline_view_hides_nothing_that_was_deleted_and_reads_on(opened):
    browser = opened()
    browser.run("document.querySelector('button[data-view=inline]').click()")
    assert "年会(huì)议开wm1站" in browser.text(".rows")
    browser.run("document.querySelector('button[data-view=clean]').click()")
    assert "会议开\n" in browser.text(".rows") and "wm1站" not in browser.text(".rows")


def test_many_texts_begin_with_the_index_and_open_one_at_a_time(opened):
    browser = opened(("a.txt", BODY.run(TEXT)), ("b.txt", BODY.run("會(huì)")))
    assert browser.comes_to("#index-title", "2 texts")
    assert browser.run("return [...document.querySelectorAll('.doc')].filter(d => d.getClientRects().length).length") == 0
    browser.click('a[href="#d1"]')
    assert browser.comes_to(".doc.open h1", "b.txt")
    assert browser.comes_to("#status", "2 places")
    browser.press("[")
    assert browser.comes_to(".doc.open h1", "a.txt")
    browser.press("]")
    assert browser.comes_to(".doc.open h1", "b.txt")
    browser.click(".doc.open .back a")
    assert browser.comes_to("#index-title", "2 texts")


def test_a_click_on_a_column_sorts_the_texts(opened):
    names = "return [...document.querySelectorAll('.list tbody td:first-child')].map((e) => e.innerText).join()"
    browser = opened(("a.txt", BODY.run("會")), ("b.txt", BODY.run(TEXT)), ("c.txt", BODY.run("字")))
    browser.click(".list th:nth-child(2) button")
    assert browser.run(names).startswith("b.txt")
    browser.click(".list th:nth-child(1) button")
    assert browser.run(names) == "c.txt,b.txt,a.txt"
    browser.click(".list th:nth-child(1) button")
    assert browser.run(names) == "a.txt,b.txt,c.txt"


def test_the_skip_link_leaves_the_open_text_open(opened):
    browser = opened(("a.txt", BODY.run("會")), ("b.txt", BODY.run(TEXT)), place="#d1")
    browser.run("document.querySelector('.skip').click()")
    assert browser.text(".doc.open h1") == "b.txt"


def test_a_link_to_a_change_opens_its_text_there(opened):
    browser = opened(("a.txt", BODY.run(TEXT)), ("b.txt", BODY.run("會(huì)")), place="#d1-1")
    assert browser.text(".doc.open h1") == "b.txt"
    assert browser.text("#status") == "2 of 2 places"


def test_hostile_texts_do_nothing_but_stand_there(opened):
    documents = [(hostile, BODY.run(f"2023年{hostile}會(huì)議{hostile}O个\n声明:{hostile}\n")) for hostile in HOSTILE]
    browser = opened(*documents)
    assert browser.run("return document.querySelectorAll('.doc img, .doc svg, .doc [onclick], .doc [onmouseover]').length") == 0
    assert browser.count("script") == 1 + len(HOSTILE)
    text = browser.run("return document.documentElement.outerHTML")
    assert not {"\u202e", "\u2067", "\u200b", "\0", "\ud800"} & set(text)
    browser.run("location.hash = '#d0'")
    assert browser.comes_to(".doc.open h1", HOSTILE[0])
    browser.press("n", "n", "e", "s")
    assert "<script>alert(1)</script>" in browser.text(".doc.open .rows")


def test_a_document_of_1_mb_opens_in_under_two_seconds(opened):
    page = TEXT + "各县（市、区）要认真落实有关要求，结合实际制定具体方案，加强统筹协调，明确责任分工。" * 4 + "\n"
    document = BODY.run(page * (1_000_000 // len(page.encode())))
    assert len(document.changes) > 15_000
    taken = []
    for _ in range(3):
        browser = opened(("big.txt", document))
        taken.append(browser.run("return performance.getEntriesByType('navigation')[0].loadEventEnd"))
        if taken[-1] < 2000:
            break
    assert min(taken) < 2000, taken
    browser.press("n")
    assert browser.text("#status").startswith("1 of ")
