"""The kinds of text that such books gather, as titles and headers name them."""

from __future__ import annotations

from .variants import forms

#: What most books gather: a number behind such a word, at the start of a line, heads a text.
COUNTED = (
    "心得体会 学习体会 体会 感想 感悟 总结 汇报 思想汇报 报告 讲话 讲话稿 发言 发言稿 "
    "发言材料 演讲稿 读后感 观后感"
).split()
_PAPERS = (
    "剖析材料 检查材料 事迹材料 方案 倡议书 承诺书 决心书 保证书 申请书 通知 自我鉴定 征文"
).split()
#: What a title inside of a text ends with, where nothing else shows that it is one.
SURE = [*COUNTED, *_PAPERS]
_OTHERS = (
    "心得 感言 对照检查材料 先进材料 材料 小结 意见 通报 发言提纲 讲话提纲 演讲 公开承诺 承诺 "
    "挑战书 应战书 检讨书 自传 计划 规划 要点 提纲 党课 党课讲稿 讲稿 有感 之我见 公开信 批复 "
    "教案 决定 公告 办法 细则 规定 制度 章程 纪要 函 请示 自查报告 述职报告 述职 述廉 调研报告 "
    "工作思路 活动简报 简报 主持词 致辞 贺词 开幕词 个人剖析 党性分析 整改措施 整改方案 鉴定 "
    "自我评价 评语 笔记 随笔 日记 推荐信 慰问信 感谢信 调查报告 范文 范本"
).split()
#: All that a title names at its end, in all spellings; the longest first, for expressions.
GENRES = sorted(forms([*SURE, *_OTHERS]), key=len, reverse=True)
ANY_GENRE = "|".join(GENRES)
