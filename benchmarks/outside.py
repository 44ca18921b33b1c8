"""Count what the conversion gets wrong in Traditional prose that nobody here wrote.

``python benchmarks/outside.py --region tw TEXT …`` folds each text to Simplified with OpenCC,
converts it back, and compares. Texts are files in UTF-8; ``--debian PACKAGE`` takes the pages of a
Debian package instead (``libreoffice-help-zh-tw``: prose by Taiwan's translators), fetched with
``apt-get download``. No text is kept in the project.

A difference is sorted by what speaks for it:

- ``writing``: one word with two ways of writing it, both in use (宣布 宣佈), of which the project
  has chosen one: no error;
- ``glyph``: two shapes of one character (溼 濕), or the text uses a Simplified one: no error;
- ``rest``: an error of the conversion or a slip of the text; printed for a person to judge.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import opencc

ROOT = Path(__file__).resolve().parent.parent

#: Simplified words of which a character has two ways of writing, both current.
TWO_WAYS = """
宣布 公布 发布 颁布 分布 遍布 散布 布置 布局 布满 密布 布防 流布 传布 摆布
布告 布施 布署 占领 占有 占据 占用 占地 占比 占全 占总 占了 占到 占满 占先
攻占 侵占 霸占 独占 强占 抢占 约占 共占 仅占 只占 均占 所占 各占 已占 周期
周末 周年 周日 周一 周二 周三 周四 周五 周六 每周 上周 下周 本周 一周 两周
三周 四周 几周 周刊 周报 周转 周岁 黄金周 决赛周 世界杯 欧洲杯 亚洲杯 联邦杯
足协杯 奖杯 国家杯 游牧 游击 游说 游历 浏览 畅游 漫游 游走 游离 了解 瞭解 明了
遗迹 古迹 事迹 史迹 奇迹 圣迹 名胜古迹 痕迹 足迹 胜迹 计划 规划 策划 企划 焚毁
烧毁 毁掉 巨额 巨变 巨富 巨野 泛滥 黄泛 回归 厘米 公厘 欲望 情欲 尽量 尽可能
尽管 汇集 汇报 汇编 汇整 总汇 注释 注解 加注 注记 附注 备注 标注 注明 提升
直升 抬升 升迁 晋升 上升 升任 雇用 雇佣 雇员 雇主 受雇 联系 连系 搜集 搜罗
搜寻 回复 批复 答复 复电 电复 复函 重复 反复 折叠 折合 收折 家具 凶险 帮凶
凶手 伙伴 入伙 合伙 商铺 店铺 金铺 抚恤 恤金 咨商 咨询 剪彩 赞美 称赞 赞扬
仪表 负债累累 累累 锈红 念书 念完 背负 糊涂 标志 杂志 方志 县志 日志 州志 地志
图志 通志 志略 统志 局限 鉴于 借助 借由 凭借 刮起 家伙 梁柱 桥梁 周围 周边
周遭 周游 朱砂 奸淫 强奸 通奸 苏醒 复苏 吊唁 凭吊 丰采 向导 侥幸 烟草 香烟
吸烟 抽烟 雕刻 雕塑 秘密 神秘 泄漏 发泄 排泄 泄洪
""".split()

#: Pairs of shapes of one character, as the texts and OpenCC's tables have them.
GLYPHS = """
溼濕 裏裡 臺台 着著 爲為 羣群 衆眾 麪麵 啓啟 牀床 峯峰 説說 戶户 衞衛 污汙
喫吃 纔才 踪蹤 祕秘 糉粽 脣唇 閑閒 鑑鑒 鈎鉤 温溫 産產 豔艷 猪豬 恒恆 臥卧
內内 凌淩 鏽銹 繡綉 甕瓮 修脩 壎塤 燬毀 鉅巨 勳勛 厩廄 廐廄 釐厘 湧涌 杆桿
枱檯 床牀 嘆歎 線綫 挨捱 瓊琼 檯臺 莊庄 鋪舖 跡蹟 岩巖 谿溪 幷並 俊儁 虱蝨
冢塚 逕徑 聯联 鍊煉 搜蒐 卹恤 汎泛
""".split()


class Difference(NamedTuple):
    """A place where the converted text is not the text's own."""

    kind: str
    ours: str
    theirs: str
    around: str


def paragraphs(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the paragraphs of the text files, each once, markup of pages taken off."""
    seen: set[str] = set()
    for path in paths:
        text = path.read_text("utf-8", errors="replace")
        if path.suffix == ".html":
            text = re.sub(r"(?s)<(script|style|title)\b.*?</\1>", "", text)
            text = re.sub(r"</?(?:a|b|em|i|span|strong|code|img)\b[^>]*>", "", text)
            text = html.unescape(re.sub(r"<[^>]+>", "\n", text))
        for line in text.splitlines():
            line = line.strip()
            if len(re.findall("[一-鿿]", line)) >= 5 and line not in seen:
                seen.add(line)
                yield line


def compared(texts: Iterable[str], region: str) -> tuple[int, list[Difference]]:
    """Fold *texts*, convert them back, and return the Han characters and the differences."""
    sys.path.insert(0, str(ROOT / "_ext"))
    from edition.converters import converter_for

    fold = opencc.OpenCC({"tw": "tw2s", "hk": "hk2s"}[region])
    convert = converter_for({"tw": "zh-Hant-TW", "hk": "zh-Hant-HK"}[region]).convert
    two_ways = re.compile("|".join(sorted(TWO_WAYS, key=len, reverse=True)))
    glyphs = {frozenset(pair) for pair in GLYPHS}
    characters, found = 0, []
    for text in texts:
        simplified = fold.convert(text)
        if len(simplified) != len(text):
            continue
        characters += len(re.findall("[一-鿿]", text))
        ours = convert(simplified)
        covered = {at for match in two_ways.finditer(simplified) for at in range(*match.span())}
        for at, (one, other) in enumerate(zip(ours, text, strict=True)):
            if one == other or not "一" <= other <= "鿿":
                continue
            kind = "rest"
            if at in covered:
                kind = "writing"
            elif frozenset((one, other)) in glyphs:
                kind = "glyph"
            around = (
                f"{simplified[max(0, at - 8) : at]}【{one}|{other}】{simplified[at + 1 : at + 9]}"
            )
            found.append(Difference(kind, one, other, around))
    return characters, found


def pages_of(package: str, folder: Path) -> list[Path]:
    """Download the Debian *package* into *folder* and return its pages."""
    subprocess.run(["apt-get", "download", package], cwd=folder, check=True, capture_output=True)
    [archive] = folder.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", archive, folder / "unpacked"], check=True)
    return sorted((folder / "unpacked").rglob("*.html"))


def main() -> None:
    """Compare the texts and print the counts, and every difference that has to be judged."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--region", choices=("tw", "hk"), default="tw")
    parser.add_argument("--debian", metavar="PACKAGE", help="take the pages of a Debian package")
    parser.add_argument("texts", nargs="*", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = pages_of(options.debian, Path(folder)) if options.debian else options.texts
        characters, found = compared(paragraphs(paths), options.region)
    kinds = Counter(difference.kind for difference in found)
    print(json.dumps({"characters": characters, **kinds}, ensure_ascii=False))
    for difference in sorted(found):
        if difference.kind == "rest":
            print(difference.around)


if __name__ == "__main__":
    main()
