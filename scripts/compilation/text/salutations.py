"""The words that letters and speeches address readers or hearers with, and greet them.

The rules that look for a salutation differ in how sure they must be, and where it stands; the
words are the same.  Whether a line is one says :func:`signs.is_salutation`.
"""

from __future__ import annotations

from .variants import either

#: What leads a name or office in that is honoured: 尊敬的各位领导.
DEAR_WORDS = ("尊敬的", "敬爱的", "亲爱的")
DEAR = "|".join(DEAR_WORDS)
#: What leads those in who are addressed together: 各位村民, 全体职工.
MANY = "各位|全体|广大"
#: Who is addressed without any of that.
PEERS = "同志们|老师们|同学们"
#: How hearers are greeted, behind 大家 or whom else it is meant for.
GOOD_DAY = "(?:早上|上午|中午|下午|晚上)?好"
#: How texts of this kind begin when they address somebody or say who speaks.
BEGINS = either(
    f"(?:{DEAR}|各位(?:领导|代表|同志|评委|老师|来宾|同事|委员|朋友)|{PEERS}|我叫|我是)"
)
