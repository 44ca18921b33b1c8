"""Traditional forms of the characters that this program's rules are written with.

The rules (labels, offices, kinds of text, phrases of the web) are written once, in Simplified
characters.  A source in Traditional ones is folded for them (``folding``); :func:`either` and
:func:`forms` make them hold where nothing is folded: in a source with a few Traditional characters,
and in the titles and bylines that are read again after an emendation.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

#: Simplified character, then its Traditional forms (OpenCC s2t, s2tw and s2hk; characters that
#: are a different word or surname in a Traditional text, such as 余 and 于, are left out).
_FORMS = (
    "万萬 与與 专專 业業 东東 严嚴 个個 丰豐 临臨 为為爲 丽麗 举舉 乌烏 乐樂 "
    "乔喬 习習 乡鄉 书書 云雲 亩畝 亲親 亿億 从從 们們 价價 众眾衆 优優 会會 "
    "传傳 体體 储儲 儿兒 党黨 关關 兴興 养養 内內 写寫 农農 冯馮 决決 几幾 "
    "凤鳳 击擊 划劃 刘劉 则則 创創 别別 办辦 务務 动動 励勵 劲勁 劳勞 区區 "
    "医醫 华華 协協 单單 卢盧 卫衛衞 厂廠 厅廳 厉厲 县縣 参參 双雙 发發髮 叶葉 "
    "号號 后後 吕呂 吨噸 吴吳 员員 团團 园園 国國 场場 处處 备備 复復複覆 妇婦 "
    "娄婁 孙孫 学學 宁寧 宝寶 宫宮 宾賓 对對 导導 寿壽 尧堯 尽盡 层層 岗崗 "
    "巩鞏 师師 帮幫 广廣 庄莊 库庫 应應 庞龐 开開 张張 强強 归歸 当當 录錄 "
    "征徵 径徑 忧憂 怀懷 态態 总總 惯慣 愿願 战戰 户戶 执執 扫掃 护護 报報 "
    "挥揮 摆擺 数數 无無 时時 显顯 机機 权權 来來 杨楊 标標 栏欄 样樣 栾欒 "
    "档檔 检檢 欢歡 欧歐 殴毆 毕畢 气氣 汇匯 汤湯 测測 济濟 浏瀏 游遊 满滿 "
    "点點 热熱 爱愛 献獻 现現 监監 盖蓋 码碼 确確 礼禮 禄祿 种種 秘祕 窦竇 "
    "笔筆 签籤 简簡 纠糾 红紅 纪紀 纲綱 纳納 线線 组組 细細 织織 终終 经經 "
    "结結 给給 绩績 续續 维維 编編 缪繆 网網 罗羅 群羣 聂聶 职職 联聯 节節 "
    "苍蒼 苏蘇 范範 荐薦 荣榮 萧蕭 蒋蔣 蓝藍 蓟薊 蔺藺 衛衞 见見 观觀 规規 "
    "视視 览覽 计計 认認 议議 记記 讲講 许許 论論 设設 访訪 证證 评評 识識 "
    "词詞 话話 该該 语語 说說説 请請 诸諸 诺諾 读讀 课課 调調 谈談 谋謀 谐諧 "
    "谢謝 谭譚 谯譙 贝貝 贡貢 责責 货貨 费費 贺賀 贾賈 资資 赖賴 赞贊 赵趙 "
    "车車 转轉 轮輪 载載 辅輔 辑輯 辞辭 边邊 还還 这這 进進 连連 迟遲 迹跡 "
    "选選 邓鄧 邬鄔 邹鄒 郏郟 郑鄭 郦酈 里裏裡 鉴鑑 钟鍾 钮鈕 钱錢 铁鐵 银銀 "
    "链鏈 错錯 键鍵 镇鎮 长長 门門 闫閆 闭閉 问問 间間 闵閔 闻聞 阅閱閲 阎閻 "
    "阙闕 阚闞 队隊 阳陽 阴陰 陆陸 陈陳 随隨 静靜 韦韋 韩韓 页頁 顶頂 项項 "
    "须須 顾顧 预預 领領 题題 颜顏 风風 饶饒 马馬 骆駱 验驗 鱼魚 鲁魯 鲍鮑 "
    "黄黃 齐齊 龙龍 龚龔 系係繫 制製 志誌 "
).split()
_OTHER = {entry[0]: entry[1:] for entry in _FORMS}


def either(pattern: str) -> str:
    """Give a regular expression that matches Traditional forms too.

    Each character with another form becomes a class of both, or stands beside it where it is
    in a class already; so the length of what is matched, and lookbehind, stay as they were.
    """
    result = []
    inside = escaped = False
    for c in pattern:
        other = _OTHER.get(c, "")
        if other:
            result.append(c + other if inside else f"[{c}{other}]")
            escaped = False
            continue
        result.append(c)
        if escaped:
            escaped = False
        elif c == "\\":
            escaped = True
        elif c == "[":
            inside = True
        elif c == "]":
            inside = False
    return "".join(result)


def forms(words: Iterable[str]) -> list[str]:
    """Give each word with its Traditional spellings, where a character has several, all."""
    found = {
        "".join(spelling)
        for word in words
        for spelling in itertools.product(*((c, *_OTHER.get(c, "")) for c in word))
        if _consistent(word, spelling)
    }
    return sorted(found)


def _consistent(word: str, spelling: tuple[str, ...]) -> bool:
    """Say whether a spelling is all Simplified or all Traditional."""
    changed = [a != b for a, b in zip(word, spelling, strict=True) if a in _OTHER]
    return not changed or all(changed) or not any(changed)
