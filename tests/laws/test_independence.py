from tests.laws.independence import cells, expected


def test_l9_every_dependence_between_two_rules_is_known_and_explained():
    assert set(cells()) - expected() == set()
