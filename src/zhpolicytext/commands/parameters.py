"""A rule made again with other parameters, as a configuration file asks for them."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from typing import Any

from ..core.rule import Rule
from .failure import CommandError


def with_parameters(rule: Rule, parameters: Mapping[str, Any], where: str = "") -> Rule:
    """The rule made again. Raises CommandError for a parameter that it does not take, or a value that it cannot.

    The factory that made the rule makes it again. Without one, the partials of which the rule consists (`find`, `gate`
    and `evidence` often share keywords) are bound again.
    """
    label = f"{where}: " if where else ""
    factory = factory_of(rule)
    known = dict(rule.params) if factory else _bound(rule)
    for key, value in parameters.items():
        if key not in known:
            takes = f"it takes {', '.join(sorted(known))}" if known else "it takes none"
            raise CommandError(f"{label}rule {rule.id!r} has no parameter {key!r}{near(key, list(known))} ({takes})")
        if not _is_like(value, known[key]):
            raise CommandError(
                f"{label}{key} of rule {rule.id!r} must be {_kind(known[key])}, like {known[key]!r}, not {value!r}")
    values = {key: _as(value, known[key]) for key, value in parameters.items()}
    if factory is None:
        return replace(rule, find=_rebound(rule.find, values), gate=_rebound(rule.gate, values),
                       evidence=_rebound(rule.evidence, values), params={**rule.params, **values})
    try:
        return factory(**{**rule.params, **values})
    except (ValueError, TypeError) as error:
        raise CommandError(f"{label}rule {rule.id!r}: {error}") from None


def factory_of(rule: Rule) -> Callable[..., Rule] | None:
    """The function of the rule's normaliser that makes this rule from its parameters."""
    if not rule.params:
        return None
    from importlib import import_module

    try:
        module = import_module(f"..normalizers.{rule.id.split('.')[0]}", __package__)
    except ModuleNotFoundError:
        return None
    for function in vars(module).values():
        if not inspect.isfunction(function) or function.__annotations__.get("return") not in (Rule, "Rule"):
            continue
        if set(inspect.signature(function).parameters) == set(rule.params) and function(**rule.params).id == rule.id:
            return function
    return None


def _bound(rule: Rule) -> dict[str, Any]:
    """The parameters of a rule whose `find` is a partial, with the values they have now."""
    function = rule.find
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


def near(word: str, known: Sequence[str]) -> str:
    close = get_close_matches(word, known, n=1)
    return f": did you mean {close[0]!r}?" if close else ""
