"""The page that shows the screens in a browser: a terminal, ready for keys, with nothing from elsewhere."""

from typing import Final

from planner.presentation.markup import document, element, script, style

_RULES: Final = """
@font-face { font-family: "Roboto Mono"; src: url("/static/fonts/RobotoMono-VariableFont_wght.ttf");
  font-weight: 100 700; }
:root { color-scheme: dark; }
body { margin: 0; background: Canvas; color: CanvasText; font: 16px/1.5 "Roboto Mono", monospace; }
#terminal { position: absolute; inset: 0; }
.words { position: absolute; inset: 0; z-index: 1; margin: auto; height: 3em; text-align: center; }
.-first-byte .opening, .ended { display: none; }
.-closed .ended { display: block; }
.-closed #terminal { opacity: .3; }
"""
FOCUS: Final = """
new MutationObserver((_, watch) => {
  if (!document.body.classList.contains("-loaded")) return;
  watch.disconnect();
  document.querySelector(".xterm-helper-textarea").focus();
}).observe(document.body, { attributes: true });
"""
"""Once the page is connected, keys reach planner: without this, not before a click."""


def page(origin: str) -> str:
    """Return the page as HTML; the terminal's own parts are textual-serve's, under `origin`."""
    socket = f"ws{origin.removeprefix('http')}/ws"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("title", "planner"),
        element("link", rel="icon", href="data:,"),
        element("link", rel="stylesheet", href="/static/css/xterm.css"),
        style(_RULES),
        element("script", src="/static/js/textual.js"),
    )
    body = element(
        "body",
        element("p", "planner is opening …", class_="words opening"),
        element(
            "div",
            id="terminal",
            class_="textual-terminal",
            data_session_websocket_url=socket,
            data_font_size="16",
        ),
        element(
            "p", "This page has ended. ", element("a", "Open planner again", href="/"), class_="words ended"
        ),
        script(FOCUS),
    )
    return document(head, body)
