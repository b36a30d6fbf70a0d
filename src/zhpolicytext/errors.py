"""What can go wrong, each with a message that says what to do."""


class ZhPolicyTextError(Exception):
    """The base of every error that this library raises on purpose."""


class EditError(ZhPolicyTextError):
    """A rule returned edits that are unsorted, overlapping or outside the text."""


class UnknownRule(ZhPolicyTextError, KeyError):
    """A rule id that no rule of the pipeline has.

    >>> raise UnknownRule.near("pinyin.inlne", ["pinyin.inline", "ocr.spaced-decimal"])
    Traceback (most recent call last):
    zhpolicytext.errors.UnknownRule: unknown rule 'pinyin.inlne': did you mean 'pinyin.inline'?
    """

    def __str__(self) -> str:  # KeyError would print the repr of the message
        return str(self.args[0])

    @classmethod
    def near(cls, unknown: str, known: list[str]) -> "UnknownRule":
        from difflib import get_close_matches

        close = get_close_matches(unknown, known, n=1, cutoff=0.4)
        hint = f"did you mean {close[0]!r}?" if close else "'zhpolicytext rules' lists them all"
        return cls(f"unknown rule {unknown!r}: {hint}")


class DataError(ZhPolicyTextError):
    """A data file that does not keep its format: names the file and the line."""


def not_text(value: object) -> TypeError:
    """What to raise for a value that is no text: the message teaches what to do with bytes."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return TypeError("bytes are not text: zhpolicytext.decode(data) finds the encoding and reports its choice")
    return TypeError(f"a text (str) is needed, not {type(value).__name__}")
