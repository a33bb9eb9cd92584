"""Invented people."""

from random import Random

from law.country import country
from records.json_dict import JSONDict

GIVEN = (
    *(
        ("Aibar", "Айбар", "Айбар", "male"),
        ("Daulet", "Даулет", "Дәулет", "male"),
        ("Yerzhan", "Ержан", "Ержан", "male"),
    ),
    *(("Sanzhar", "Санжар", "Санжар", "male"), ("Kuanysh", "Куаныш", "Қуаныш", "male")),
    *(("Aigul", "Айгуль", "Айгүл", "female"), ("Zarina", "Зарина", "Зарина", "female")),
    *(("Saule", "Сауле", "Сәуле", "female"), ("Meruert", "Меруерт", "Меруерт", "female")),
)
SYLLABLES = (
    *(
        ("tal", "тал", "тал"),
        ("kyr", "кыр", "қыр"),
        ("shal", "шал", "шал"),
        ("mur", "мур", "мұр"),
        ("zhel", "жел", "жел"),
    ),
    *(
        ("bai", "бай", "бай"),
        ("ken", "кен", "кең"),
        ("tor", "тор", "төр"),
        ("ulan", "улан", "ұлан"),
        ("gal", "гал", "ғал"),
    ),
    *(
        ("ser", "сер", "сер"),
        ("nur", "нур", "нұр"),
        ("dos", "дос", "дос"),
        ("kal", "кал", "қал"),
        ("man", "ман", "ман"),
    ),
)
ENDINGS = {"male": ("ov", "ов", "ов"), "female": ("ova", "ова", "ова")}
OCCUPATIONS = ("activist", "journalist", "blogger", "teacher", "lawyer", "engineer", "poet", "worker")
RECOGNITIONS = ("political-prisoner", "prisoner-of-conscience", "unfair-trial", "arbitrary-detention")


def person(number: int, random: Random) -> JSONDict:
    """A person with a name in three languages."""
    given = random.choice(GIVEN)
    family = [random.choice(SYLLABLES) for _ in range(random.choice((2, 2, 3)))]
    return {
        "id": f"synthetic-person-{number:06}",
        "names": dict(zip(("en", "ru", "kk"), _names(given, family), strict=True)),
        "gender": random.choice((given[3], given[3], given[3], None)),
        "born": str(random.randint(1950, 2002)),
        "region": random.choice((*country().regions, None)),
        "occupations": random.sample(OCCUPATIONS, random.randint(0, 2)),
        "about": {"en": "An invented person: nobody of this name and story exists."},
        "recognitions": [
            {"by": "Invented Watch", "as": one} for one in random.sample(RECOGNITIONS, random.choice((0, 0, 1, 1, 2)))
        ],
    }


def _names(given: tuple[str, ...], family: list[tuple[str, ...]]) -> list[str]:
    endings = ENDINGS[given[3]]
    return [f"{given[n]} {''.join(part[n] for part in family).capitalize()}{endings[n]}" for n in range(3)]
