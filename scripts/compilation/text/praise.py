"""The words that books and sites of model texts praise them with, and count them together with."""

from __future__ import annotations

#: What praises one model text, before its word: 参考范文一, 【高分作文】.
PRAISE = "参考|优秀|高分|满分|精选|推荐|示范"
#: What the title of a whole collection has for praise: 护士演讲稿（精选3篇）, 守堤心得大全.
COLLECTION = "精选|通用|最新|优秀|实用|热门|推荐|经典|汇总|合集|大全|共|整理"
