"""Which rules run: a preset, the project's ``zhpolicytext.toml``, and what the command line adds.

    preset = "canonical"
    without = ["script.traditional"]
    at_least = "safe"
    protect = ["一带一路"]

    [rule."watermark.line-suffix"]
    min_lines = 5
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from ..core.pipeline import Pipeline
from ..core.rule import Rule, Safety
from .failure import CommandError, os_reason

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
            raise CommandError(f"{where}: unknown key {key!r}{_near(key, list(_SHAPES))}")
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
    "rule": (_is_tables, 'tables such as [rule."watermark.line-suffix"]'),
}


def with_parameters(rule: Rule, parameters: Mapping[str, Any], where: str = "") -> Rule:
    """The rule made again with other parameters. Raises CommandError for a parameter that it does not take.

    A factory rule's `find` is a `functools.partial`; its gate and its evidence often are partials with the same
    keywords, and go along.
    """
    known = {**_defaults(rule.find), **rule.params}
    label = f"{where}: " if where else ""
    for key, value in parameters.items():
        if key not in known:
            takes = f"it takes {', '.join(sorted(known))}" if known else "it takes none"
            raise CommandError(f"{label}rule {rule.id!r} has no parameter {key!r}{_near(key, list(known))} ({takes})")
        if not _is_like(value, known[key]):
            raise CommandError(
                f"{label}{key} of rule {rule.id!r} must be {_kind(known[key])}, like {known[key]!r}, not {value!r}")
    values = {key: _as(value, known[key]) for key, value in parameters.items()}
    return replace(rule, find=_rebound(rule.find, values), gate=_rebound(rule.gate, values),
                   evidence=_rebound(rule.evidence, values), params={**rule.params, **values})


def _defaults(function: Callable[..., Any]) -> dict[str, Any]:
    """The parameters that can be given by keyword, with the values they have now."""
    if not isinstance(function, partial):
        return {}
    names = list(inspect.signature(function.func).parameters)
    given = dict(zip(names, function.args, strict=False))
    optional = {name: p.default for name, p in inspect.signature(function).parameters.items()
                if p.default is not p.empty}
    return {**optional, **given, **function.keywords}


def _rebound(function: Any, values: Mapping[str, Any]) -> Any:
    """A partial with those of the values that it takes; anything else as it is."""
    if not isinstance(function, partial):
        return function
    names = list(inspect.signature(function.func).parameters)
    args = [values.get(name, arg) for name, arg in zip(names, function.args, strict=False)]
    more = {key: value for key, value in values.items() if key in names[len(args):]}
    return partial(function.func, *args, **{**function.keywords, **more})


def _is_like(value: object, example: object) -> bool:
    if isinstance(example, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(example, bool)
    if isinstance(example, float):
        return isinstance(value, (int, float))
    if isinstance(example, (tuple, frozenset, set)):
        return isinstance(value, list)
    return example is None or isinstance(value, type(example))


def _as(value: Any, example: Any) -> Any:
    return type(example)(value) if isinstance(example, (tuple, frozenset, set)) else value


def _kind(example: object) -> str:
    names = {bool: "true or false", int: "a whole number", float: "a number", str: "a string"}
    return names.get(type(example), "a list")


def _near(word: str, known: Sequence[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f": did you mean {close[0]!r}?" if close else ""
