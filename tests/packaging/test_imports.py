"""The table of who may import whom (DESIGN §13, docs/adr/0002), enforced."""

import ast
import sys
from pathlib import Path

import pytest

import zhpolicytext

ROOT = Path(zhpolicytext.__file__).parent
STDLIB = sys.stdlib_module_names

#: folder or module -> what of the package it may import, and whether third parties inside functions are allowed
TABLE = {
    "core": ({"core", "errors", "version", "text.tables"}, False),  # text.tables: the data digests of a manifest
    "text": ({"core.edits", "core.profile", "core.rule", "core.protection", "core.signs", "text", "errors"}, True),
    "entities": ({"core", "text", "entities", "errors"}, False),
    "blocks": ({"core", "text", "entities", "blocks", "errors"}, False),
    "normalizers": ({"core", "text", "entities", "blocks", "errors", "lexicon", "metadata", "normalizers"}, True),
    "metadata": ({"core", "text", "entities", "blocks", "errors", "metadata"}, False),
    "presets": ({"core", "normalizers", "metadata", "entities"}, False),
    "report": ({"core", "report", "errors", "version"}, True),
    "lexicon": ({"core", "text", "blocks", "errors"}, False),
    "strategies": (set(), True),
}


def modules():
    return sorted(ROOT.rglob("*.py"))


def dotted(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path):
    """(module name inside the package or top-level name outside, is it inside of a function, for type checking only)."""
    tree = ast.parse(path.read_text("utf-8"))
    package = dotted(path).split(".") if path.name == "__init__.py" else dotted(path).split(".")[:-1]
    package = [part for part in package if part]

    def walk(node, inside, typing_only):
        for child in ast.iter_child_nodes(node):
            typing = typing_only or (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test))
            if isinstance(child, ast.Import):
                for alias in child.names:
                    yield alias.name, False, inside, typing
            elif isinstance(child, ast.ImportFrom):
                if child.level:
                    base = package[: len(package) - child.level + 1]
                    stem = ".".join([*base, *(child.module.split(".") if child.module else [])])
                    for alias in child.names:
                        full = f"{stem}.{alias.name}".strip(".")
                        exists = (ROOT / Path(*full.split("."))).with_suffix(".py").exists() or (
                            ROOT / Path(*full.split("."))).is_dir()
                        yield (full if exists else stem), True, inside, typing
                else:
                    yield child.module, False, inside, typing
            yield from walk(child, inside or isinstance(child, (ast.FunctionDef, ast.Lambda)), typing)

    yield from walk(tree, False, False)


def area(module):
    return next((name for name in TABLE if module == name or module.startswith(name + ".")), None)


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_a_module_imports_only_what_the_table_allows(path):
    module = dotted(path)
    home = area(module)
    if home is None:
        return
    allowed, third_parties = TABLE[home]
    for name, internal, inside, typing in imports(path):
        if typing:
            continue
        if internal:
            assert any(name == a or name.startswith(a + ".") for a in allowed), f"{module} imports {name}"
        elif name.split(".")[0] not in STDLIB:
            assert third_parties, f"{module} imports {name}: the standard library is enough there"
            assert inside or home in ("strategies",), f"{module} imports {name} outside of a function"


@pytest.mark.parametrize("path", [p for p in modules() if dotted(p).startswith("normalizers.")], ids=dotted)
def test_no_normaliser_imports_another(path):
    own = dotted(path).split(".")[1]
    for name, internal, _, _ in imports(path):
        if internal and name.startswith("normalizers."):
            assert name.split(".")[1] == own, f"{dotted(path)} imports {name}"


def test_importing_the_package_loads_neither_third_parties_nor_normalisers():
    import subprocess

    program = "import sys, zhpolicytext; print(*[m for m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"regex", "opencc", "ftfy", "pypinyin", "zhpolicytext.presets"} & set(loaded)


def test_no_module_is_longer_than_a_story():
    long = {dotted(p): n for p in modules() if (n := len(p.read_text("utf-8").splitlines())) > 300}
    assert long == {}, "split what tells two stories"
