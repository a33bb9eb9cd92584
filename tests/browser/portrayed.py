"""An invented person with a portrait: a drawn silhouette of nobody."""

from typing import Any

from PIL import Image, ImageDraw

from desk.portraits.saving import store_renditions
from tests.archive.published import document, publish
from tests.invented import records as invented

WORDS = {
    "alt": {"en": "A drawn silhouette", "ru": "Нарисованный силуэт", "kk": "Салынған сұлба"},
    "credit": {"en": "Drawing: nobody", "ru": "Рисунок: никто", "kk": "Сурет: ешкім"},
    "licence": "cc-by-4",
    "sources": ["invented-news-1"],
}


def silhouette() -> Image.Image:
    image = Image.new("RGB", (800, 1000), (196, 202, 206))
    pen = ImageDraw.Draw(image)
    pen.ellipse((250, 200, 550, 580), fill=(84, 92, 102))
    pen.ellipse((90, 620, 710, 1400), fill=(84, 92, 102))
    return image


def publish_portrayed(settings: Any, folder: Any) -> None:
    """A case whose person has a portrait, and a source whose paper readers may have."""
    settings.VAR = folder
    person = invented.person(names={"en": "Invented Person", "kk": "Ойдан Шығарылған"})
    publish(document(invented.case(), {**person, "portrait": {**WORDS, "renditions": store_renditions(silhouette())}}))
