"""Strings of the screens reach Textual as text: constants, `Content(clean(…))`, `Text(clean(…))`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import ROOT

SCREENS = ROOT / "src" / "planner" / "tui"
TITLES = frozenset({"border_title", "border_subtitle", "tooltip", "title", "sub_title", "placeholder"})
"""Attributes of widgets that are markup."""
NAMES = frozenset({"id", "classes", "name", "text", "compact", "max_length", "password", "disabled"})
"""Arguments that are never shown, or only as plain text."""
_MAKERS = ("Content", "Text", "Content.assemble")
FORBIDDEN = frozenset({"from_markup", "escape", "Markdown", "MarkdownViewer", "Placeholder", "Link"})


def leaks(source: str) -> list[str]:
    """Return what in a module's source could hand data to Textual as markup, each with its line."""
    tree = ast.parse(source)
    widgets = _shown_by(tree)
    found = []
    for node in ast.walk(tree):
        found += [f"{line}: {what}" for line, what in _leaks_of(node, widgets)]
    return found


def _shown_by(tree: ast.AST) -> frozenset[str]:
    """Return the names of Textual's own widgets and hits that a module uses."""
    imports = (each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom))
    modules = (
        each for each in imports if (each.module or "").startswith(("textual.widgets", "textual.command"))
    )
    return frozenset(each.asname or each.name for module in modules for each in module.names)


def _leaks_of(node: ast.AST, widgets: frozenset[str]) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        titles = [each for each in targets if isinstance(each, ast.Attribute) and each.attr in TITLES]
        if titles and node.value is not None and not _is_text(node.value):
            yield node.lineno, f"{titles[0].attr} is not text"
    if isinstance(node, ast.Name | ast.Attribute | ast.alias):
        name = getattr(node, "id", getattr(node, "attr", getattr(node, "name", "")))
        if name in FORBIDDEN:
            yield getattr(node, "lineno", 0), f"{name} is not used here"
    if isinstance(node, ast.Call):
        yield from _leaks_of_call(node, widgets)


def _leaks_of_call(call: ast.Call, widgets: frozenset[str]) -> Iterator[tuple[int, str]]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if ast.unparse(call.func) == "Content.assemble":
        if not all(map(_is_assembled, call.args)):
            yield call.lineno, "something put together that is not cleaned"
    elif name in ("Content", "Text"):
        if not all(map(_is_clean, call.args)):
            yield call.lineno, f"{name} of something that is not cleaned"
    elif name == "notify":
        if not _is_text(_given(call, "title")) or not _is_false(_given(call, "markup")):
            yield call.lineno, "a notification that is markup"
    elif (name == "update" or name in widgets) and not _shows_text(call):
        yield call.lineno, f"{name} of something that is not text"


def _shows_text(call: ast.Call) -> bool:
    shown = [*call.args, *(each.value for each in call.keywords if each.arg not in NAMES)]
    is_help = any(each.arg == "help" for each in call.keywords)  # which is always markup
    return not is_help and all(_is_text(each) or _shows_nothing(each) for each in shown)


def _given(call: ast.Call, name: str) -> ast.expr:
    """Return what is given for an argument; a constant where nothing is."""
    return next((each.value for each in call.keywords if each.arg == name), ast.Constant(None))


def _is_assembled(part: ast.expr) -> bool:
    return isinstance(part, ast.Name) or (isinstance(part, ast.Tuple) and _is_clean(part.elts[0]))


def _is_text(value: ast.expr) -> bool:
    """Return whether a value is a constant, or text and nothing else."""
    is_call = isinstance(value, ast.Call) and ast.unparse(value.func) in _MAKERS
    return _is_constant(value) or is_call


def _is_clean(value: ast.expr) -> bool:
    is_cleaned = isinstance(value, ast.Call) and getattr(value.func, "id", "") == "clean"
    return _is_constant(value) or is_cleaned


def _is_constant(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) or (isinstance(value, ast.Name) and value.id.isupper())


def _is_false(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


def _shows_nothing(value: ast.expr) -> bool:
    """Return whether a value is a score or something to run, by the names that these have here."""
    return isinstance(value, ast.Name) and value.id in ("score", "run")


@pytest.mark.parametrize(
    "file", sorted(SCREENS.rglob("*.py")), ids=lambda file: str(file.relative_to(SCREENS))
)
def test_whatever_a_screen_shows_is_text(file: Path) -> None:
    assert leaks(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        'Static(f"{title}")',
        "Static(title)",
        "Static(str(title))",
        "Static(self.title_of(resource))",
        "yield Option(resource.title, id=name)",
        "self.query_one('#x', Static).update(resource.title)",
        "self.query_one('#x', Static).update(Content(resource.title))",
        "Content(f'{title}')",
        "Text(error)",
        "Content.assemble((title, 'bold'))",
        "Content.assemble(f'{title}')",
        "page.border_title = resource.title",
        "page.tooltip = f'{title}'",
        "self.notify(text)",
        "self.notify('Saved', title=name, markup=False)",
        "self.notify(text, markup=loud)",
        "Hit(score, Content(clean(title)), run, help=Content(title))",
        "Content.from_markup(title)",
        "Static(escape(title))",
        "from textual.widgets import Markdown",
    ],
)
def test_a_string_with_data_is_seen(line: str) -> None:
    imports = "from textual.widgets import Static\nfrom textual.widgets.option_list import Option\n"
    assert leaks(f"{imports}from textual.command import Hit\ndef f(self):\n    {line}\n")


def test_text_is_let_through() -> None:
    source = """\
from textual.widgets import Static
Static(Content(clean(title)), id=name, classes=f"{kind}")
Static("Welcome")
page.border_title = "Notes"
self.notify(text, title="Not saved", markup=False)
self.query_one("#x", Static).update(Content(clean(text, newlines=True)))
"""
    assert leaks(source) == []
