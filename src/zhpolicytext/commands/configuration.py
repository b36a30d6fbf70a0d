"""Which rules run: a preset, the project's ``zhpolicytext.toml``, and what the command line adds.

    preset = "canonical"
    without = ["script.traditional"]
    at_least = "safe"
    protect = ["一带一路"]

    [rule."date.date"]
    style = "iso"
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..core.pipeline import Pipeline
from ..core.rule import Safety
from .failure import CommandError, os_reason
from .parameters import near, with_parameters

FILE_NAME = "zhpolicytext.toml"
PRESETS = ("repair", "canonical", "body")


def public_presets() -> Mapping[str, Pipeline]:
    from ..presets import BODY, CANONICAL, REPAIR

    return {"repair": REPAIR, "canonical": CANONICAL, "body": BODY}


@dataclass(frozen=True, slots=True)
class Configuration:
    """What decides which rules run. `where` is the file it was read from, for messages."""

    preset: str = "body"
    without: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    at_least: str = "likely"
    protect: tuple[str, ...] = ()
    rule: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # values of any TOML type
    where: str = ""

    def pipeline(self, presets: Mapping[str, Pipeline]) -> Pipeline:
        """The rules that this configuration asks for. Raises UnknownRule and CommandError."""
        pipeline = presets[self.preset]
        for rule_id, parameters in self.rule.items():
            pipeline = pipeline.replace(with_parameters(pipeline[rule_id], parameters, self.where))
        if self.only:
            pipeline = pipeline.only(*self.only)
        if self.without:
            pipeline = pipeline.without(*self.without)
        if self.protect:
            pipeline = pipeline.protecting(*self.protect)
        return pipeline.at_least(Safety(self.at_least))


def configuration(file: str | None, directory: Path = Path()) -> Configuration:
    """From the named file, or from ``zhpolicytext.toml`` in the directory if there is one."""
    import tomllib

    path = Path(file) if file else directory / FILE_NAME
    if not file and not path.is_file():
        return Configuration()
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise CommandError(f"{path}: {os_reason(error)}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: not valid TOML: {error}") from None
    return _checked(values, str(path))


def _checked(values: Mapping[str, Any], where: str) -> Configuration:
    for key, value in values.items():
        if key not in _SHAPES:
            raise CommandError(f"{where}: unknown key {key!r}{near(key, list(_SHAPES))}")
        is_right, wanted = _SHAPES[key]
        if not is_right(value):
            raise CommandError(f"{where}: {key} must be {wanted}, not {value!r}")
    lists: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Configuration(**lists, where=where)


def _is_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


def _is_tables(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())


#: Each key of the file: what its value must be, and how to say so.
_SHAPES: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "preset": (lambda value: value in PRESETS, "one of " + ", ".join(map(repr, PRESETS))),
    "without": (_is_strings, "a list of rule ids"),
    "only": (_is_strings, "a list of rule ids"),
    "at_least": (lambda value: value in ("safe", "likely"), "'safe' or 'likely'"),
    "protect": (_is_strings, "a list of phrases"),
    "rule": (_is_tables, 'tables such as [rule."date.date"]'),
}
