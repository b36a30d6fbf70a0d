"""Labels of what stays: title, document number, addressees, signature, attachments, contact, copies."""

from collections.abc import Mapping, Sequence

from .lines import Line
from .model import Label


def kept_labels(lines: Sequence[Line], gone: Mapping[int, Label]) -> dict[int, Label]:
    return {k: Label.BODY for k in range(len(lines)) if k not in gone}
