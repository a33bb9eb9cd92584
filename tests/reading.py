"""A page's HTML with its blanks as a browser reads them, so that tests do not depend on how templates are laid out."""

import re

INLINE = "a|abbr|b|bdi|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u|button|input|label|select|textarea|img"
TAG = re.compile(rf" ?(</?(?!(?:{INLINE})\b)[a-zA-Z][^<>]*>) ?")


def flat(html: str) -> str:
    """One blank for many, none beside the tags of blocks."""
    return TAG.sub(r"\1", re.sub(r"\s+", " ", html)).replace('" >', '">')
