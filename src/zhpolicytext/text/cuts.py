"""Whether two stretches of text are the halves of one: by what the language model saves."""

from .language_model import LONGEST, language_model

#: Bits that three characters save by following three others. Places inside of a clause of six work reports held out of
#: the model save so much in 55 of 100 cases, two phrases side by side in 5 of 1,000.
SURELY_ONE = 8.0
#: Three of four places inside of a clause save so much, one of 50 phrase boundaries.
LIKELY_ONE = 4.0


def saved(before: str, after: str) -> float:
    """Bits that the beginning of `after` saves by following `before` instead of a line end.

    >>> saved("深入贯", "彻落实") > SURELY_ONE > saved("加强领导", "明确责任")
    True
    """
    model = language_model()
    fold = model.fold
    alone, together = model.row("\n"), model.row(before[-LONGEST:].translate(fold) or "\n")
    bits = 0.0
    for symbol in after[:LONGEST].translate(fold):
        if alone is together:  # what follows costs the same
            break
        first, alone = alone.steps.get(symbol) or model.step(alone, symbol)
        second, together = together.steps.get(symbol) or model.step(together, symbol)
        bits += first - second
    return bits
