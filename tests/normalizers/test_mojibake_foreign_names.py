"""Names with accents are no bytes, however many of them a list holds and whatever scripts stand between them."""

import random

import pytest

from zhpolicytext import mojibake

ACCENTED = ("Hübner", "Büttner", "Åkerlund", "João", "Sébastien", "Müller", "Núñez", "Gößner", "Würth", "Léon", "Hölder", "Citroën",
            "Besançon", "Malmö", "María", "Łukasz", "Dvořák", "Šimon", "Sörgård", "Zürich", "Moët", "Perú", "Bogotá", "Matej Kovačič")
OTHER = ("Γιώργος Παππάς", "Юрий Иванов", "Софија", "ελληνικά", "Việt Nam", "محمد")


@pytest.mark.parametrize("between", ["\n", "\n    ,\n", "、"])
@pytest.mark.parametrize("seed", range(12))
def test_a_list_of_foreign_names_stays(between, seed):
    rng = random.Random(seed)
    names = rng.sample(ACCENTED, 16) + rng.sample(OTHER, 2)
    rng.shuffle(names)
    text = "翻译人员名单（按语种排列）\n" + between.join(rng.choice(("", "Chris ", "1.\N{NO-BREAK SPACE}")) + name for name in names)
    assert mojibake(text) is text


def test_a_list_in_gbk_with_letters_beside_the_characters_comes_back():
    text = "A类项目名单\n甲公司B座\n乙学校C区\n建设和管理单位\n"
    assert mojibake(text.encode("gbk").decode("latin-1")) == text
