"""The light scheme of static/css/base.css, for pictures that leave the site without a style sheet."""

COLOURS = {
    "custody": "#16181d",
    "ban": "#8c1d18",
    "control": "#a3560f",
    "finance": "#1f5a7a",
    "record": "#6b6f78",
    "other": "#5b4a7d",
    "ink": "#16181d",
    "mute": "#565c67",
    "line": "#d9dce1",
    "card": "#ffffff",
    "accent": "#8c1d18",
}
