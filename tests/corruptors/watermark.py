"""What content systems and forums write into the texts that they show."""

from random import Random

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
DEDECMS = ("织梦好，好织梦", "本文来自织梦", "织梦内容管理系统", "dedecms.com", "copyright dedecms", "内容来自dedecms")


def empirecms(text: str, rng: Random, site: str = "云泽教育在线") -> str:
    """EmpireCMS: three random characters and the name of the site before every line end, empty paragraphs included."""
    mark = "".join(rng.choice(LETTERS) for _ in range(3)) + site
    out = []
    for line in text.split("\n"):
        out.append(line + rng.choice(("", "", " ")) + mark if line else line)
        out.extend([mark] * rng.choice((0, 0, 1, 2)))
    return "\n".join(out)


def dedecms(text: str, rng: Random) -> str:
    """DedeCMS, `RndString`: one of a fixed list before the end of a paragraph, now and then padded with blanks."""
    return "\n".join(
        line + rng.choice(("", " ", "  ")) + rng.choice(DEDECMS) if line.endswith("。") and rng.random() < 0.7 else line
        for line in text.split("\n"))


def discuz(text: str, rng: Random) -> str:
    """Discuz!, `jammer`: 5 to 15 times a character of 20-3B, a blank and a character of 3F-7E, at every line end."""
    def jam() -> str:
        return "".join(chr(rng.randint(33, 59)) + " " + chr(rng.randint(63, 126)) for _ in range(rng.randint(5, 15)))

    return "\n".join(line + jam() if line.endswith("。") else line for line in text.split("\n"))


def zero_width(text: str, rng: Random) -> str:
    """Invisible characters between any two characters, as marks of origin."""
    marks = ("\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}", "\N{WORD JOINER}",
             "\N{ZERO WIDTH NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}")
    return "".join(char + (rng.choice(marks) if rng.random() < 0.1 else "") for char in text)


def separated(name: str, rng: Random) -> str:
    """A name with random separators, as exam sites inject theirs; at least one between its first characters."""
    out = name[0] + rng.choice("*&^#@~")
    return out + "".join(char + (rng.choice(("", "*", "&", "%", "^")) if k < len(name) - 2 else "")
                         for k, char in enumerate(name[1:]))


def injected_source(text: str, rng: Random) -> str:
    """Sources with separated names, before marks of the text."""
    out = []
    for char in text:
        if char in "，。" and rng.random() < 0.2:
            name = rng.choice(("学科网", "中国教育出版网", "21世纪教育网"))
            out.append(rng.choice(("[来源:{}]", "【来源：{}】", "{}")).format(separated(name, rng)))
        out.append(char)
    return "".join(out)


def disguised_url(text: str, rng: Random) -> str:
    """An address in wild case behind sentences, as model-text sites spell theirs."""
    def wild(word: str) -> str:
        return "".join(char.upper() if k % 2 else char for k, char in enumerate(word))

    def address() -> str:
        name = "".join(rng.choice("abcdefghijk0123456789") for _ in range(rng.randint(3, 8)))
        return rng.choice((wild("www") + "." + wild(name) + "." + wild("com"), "w w w. " + " ".join(name) + ". c o m"))

    return "".join(char + (address() if char == "。" and rng.random() < 0.4 else "") for char in text)


def injected_brand(text: str, rng: Random) -> str:
    """The name of a model-text site between two words."""
    brand = f"{rng.randint(10, 999999)}" + rng.choice(("秘书网", "范文网", "公文网"))
    return text.replace("进一步", "进一步" + brand)
