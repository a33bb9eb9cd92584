"""Numbers written as words, in the cases that lengths are written in."""

import re

WORDS = {
    "1": "один одного одному одним одна одной одну бір one a",
    "1.5": "полтора полутора полутор",
    "2": "два двух двум двумя две екі two",
    "3": "три трёх трех трём трем тремя үш three",
    "4": "четыре четырёх четырех четырём четырем төрт four",
    "5": "пять пяти пятью бес five",
    "6": "шесть шести шестью алты six",
    "7": "семь семи семью жеті seven",
    "8": "восемь восьми восемью сегіз eight",
    "9": "девять девяти девятью тоғыз nine",
    "10": "десять десяти десятью он ten",
    "11": "одиннадцать одиннадцати eleven",
    "12": "двенадцать двенадцати twelve",
    "13": "тринадцать тринадцати thirteen",
    "14": "четырнадцать четырнадцати fourteen",
    "15": "пятнадцать пятнадцати fifteen",
    "16": "шестнадцать шестнадцати sixteen",
    "17": "семнадцать семнадцати seventeen",
    "18": "восемнадцать восемнадцати eighteen",
    "19": "девятнадцать девятнадцати nineteen",
    "20": "двадцать двадцати twenty",
}
NUMBER = {word: number for number, words in WORDS.items() for word in words.split()}
ONES = ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
HALVES = {
    "два": 2,
    "две": 2,
    "двух": 2,
    "три": 3,
    "трёх": 3,
    "трех": 3,
    "четыре": 4,
    "четырёх": 4,
    "четырех": 4,
    "пять": 5,
    "пяти": 5,
    "шесть": 6,
    "шести": 6,
}
NUMBER |= {f"он {word}": str(10 + number) for number, word in enumerate(ONES, 1)}
NUMBER |= {f"{word} жарым": f"{number}.5" for number, word in enumerate(ONES, 1)}
NUMBER |= {f"{word} с половиной": f"{number}.5" for word, number in HALVES.items()}
NUMBER |= {"one and a half": "1.5", "two and a half": "2.5"}
PATTERN = r"(?:\d[.,]5|\d{1,3}|" + "|".join(re.escape(word) for word in sorted(NUMBER, key=len, reverse=True)) + ")"
"""Every number that is understood, the longest first."""
ORDINALS = {
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4, "пят": 5, "шест": 6, "седьм": 7,
    "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4, "бесінші": 5, "алтыншы": 6,
}  # fmt: skip


def number_of(text: str) -> float:
    """The number that a text of `PATTERN` means."""
    words = " ".join(text.lower().split())
    return float(NUMBER.get(words, words.replace(",", ".")))
