"""The name of a new folder goes in; a small issue of two stories that builds is written there."""

from pathlib import Path

import toml

from layout.model.finding import Finding, finding
from layout.model.place import Place
from layout.read.files import name_of

_FACTS = {"slug": "chuangkan", "number": "1", "title": "河埠", "date": "2026年第1期", "stage": "初校"}

_ABOVE = """\
# 排期：这一期有什么，按什么次序。写法见 docs/plan.zh-CN.md。
# The running order of this issue; how it is written: docs/plan.md.

"""

_BELOW = """
# design = "city" # 版面设计，不写为月刊 · the design: none is the monthly, "quarterly", "city"
# pages-of = 8 # 正文总页数须为 4、8、16 的倍数 · the body's pages are a multiple of this

[[entry]]
story = "zaoshi" # 稿件 stories/zaoshi/story.md · the manuscript
templates = ["article-open"] # 首页版式；不写则按稿件自动选用 · its first page; left out, one is chosen
section = "市镇" # 栏目 · for running head and contents
# pages = 2 # 排满几页；不写则需要几页排几页 · to fill so many pages; left out, as many as it needs
# characters = 700 # 计划字数 · wanted length

[[entry]]
story = "shuibiao"
templates = ["article-open"]
section = "河流"
# start = "run-on" # 接排在前一篇之下；"recto" 从右页起 · under the story before, or on a right-hand page

# 删去行首的“# ”，便可用下面这些 · Without their "# " the lines below are ready for use.

# 与前一篇稿件同版的半版广告 · half a page of advert, wherever the story before it comes to end
# [[entry]]
# page = "ad-half"
# photos = ["photos/advert.jpg"]

# 定在第 4 页的整版广告 · a page of advert booked on page 4
# [[entry]]
# page = "ad-page"
# at = 4
# photos = ["photos/advert.jpg"]

# 备用：缺页时才排 · stands by: set only where a page is missing
# [[entry]]
# page = "plate"
# when = "filling"
# photos = ["photos/plate.jpg"]
# [entry.text]
# plate-words = ["天上也有一条，", "没有埠头。"]

# 目录，移到排期的最前面就排在最前面 · the contents; they stand where this stands
# [[entry]]
# page = "contents"
# [entry.text]
# contents-head = "目录"

# 封面另成一个文件 · the cover has a file of its own
# [[entry]]
# page = "cover-front"
# part = "cover"
# photos = ["photos/cover.jpg"]
# [entry.text]
# masthead = "河埠"
# issue = ["2026年第1期", "总第1期"]
# cover-lines = ["桥头早市", "看水尺的人"]
"""

_MARKET = """\
+++
title = "桥头早市"
kicker = "市镇"
deck = "——天亮以前，一座桥养活半条街"
standfirst = "凌晨三点，青石桥两头先亮起灯。卖菱的、磨刀的、修伞的，各占一级台阶，到太阳照上桥栏，人和货就都散了。"
section = "市镇"
authors = ["何篙", "欧阳汀"]
role = "本刊记者"
+++

**桥是镇上最早醒的地方。** 三点一刻，第一条船靠上南岸的埠头，竹篮一只一只递上来，水顺着篮底滴在石阶上，一路滴到桥中间。\
卖菱的老周不吆喝，只把一枚嫩菱掰开，放在荷叶上，走过的人看一眼，就知道今天的菱老不老。

早市没有摊位费，也没有摊位。谁先到，谁站高处；谁年纪大，谁站避风的地方。这规矩没有写在哪里，镇上的人却都说得出，上一次有人争台阶，是1998年的事。

## 一把秤，三代人

秤放在桥栏的第四根望柱旁，是公用的。秤杆用了六十多年，包浆发亮，秤砣换过一回。要买要卖，都到这里再称一遍，差一两，卖家补一把葱。

> 秤要平，话要轻，找钱要快，天亮就走。

磨刀的人只带一条板凳。他说，刀口要听：在石头上拖过去，声音是整的，就好了；声音里有毛刺，还得再来。

## 太阳上桥

六点半，阳光照到桥栏，买菜的人多起来，卖菜的人反而开始收拾。剩下的菱角倒进一只大盆，谁家有老人，谁就端走。到七点，桥上只剩下水印和几片荷叶。

### 早市时刻——

- 3:15　第一条船靠岸
- 4:00　鱼到，先挑给饭馆
- 5:30　磨刀、修伞的来齐
- 7:00　散市，扫桥
"""

_GAUGE = """\
+++
title = ["看水尺", "的人"]
kicker = "河流"
standfirst = "河边立着一根漆成红白两色的木尺，一天看两回，看了三十一年。"
section = "河流"
authors = ["林渡"]
+++

水尺立在[笠溪]{.name}口，每一格一厘米。早上八点、下午五点，管水的人撑船过去，把眼睛放到和水面一样平，读一个数，记在本子上[^1]。涨水的日子，一个钟头读一回，夜里打着灯读。

三十一年，本子写满了四十六册。最高的一个数是5.82米，写在第九册，那一页的纸皱着，是被雨打湿过的。最低的数是0.31米，那年夏天，孩子们可以[蹚]{ruby="tāng"}着水走到对岸去。

## 数字后面

“数字自己不会说话，”他说，“要隔着很多年放在一起看。”隔着三十年看，春天的水来得早了八天，秋天的水退得慢了；夏天忽高忽低，像一个睡不踏实的人。

去年河口装了自动水位计，每五分钟传一次数。他照旧去看，只是不再记进表里。有一回两边差了两厘米，来检修的人查了半天，是一片菱叶贴在了探头上。

## 交班

今年秋天他六十岁，该交班了。来接他的是个刚毕业的姑娘，学的是水文，带来一台笔记本电脑和一双新雨靴。头一天，他没有教她怎么读数，只叫她在船头坐着，看一个上午的水。

“看出什么没有？”中午他问。姑娘说，水在尺子跟前会慢一下，像认得它。他听了没有作声，回去把四十六册本子从柜顶搬下来，一册一册掸了灰，摆在她桌上。

第四十七册的第一页，日期是姑娘写的，数是两个人一起读的：2.36米，晴，有微风。写完以后，他照老规矩在后面画了一个小圈，意思是水面平静，读数可靠。

冬天水浅，石阶一级一级露出来，尺脚下的青苔也干了。姑娘学会了撑船，也学会了把眼睛放低。有人从桥上走过，问她一天到晚看什么，她说，看水长了没有。

[^1]: 读数以基面为准，水面有波浪时，取波峰与波谷的平均值。
"""


def make_issue(folder: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Writes the issue and returns its files; writes nothing where `folder` is there and not empty."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            return (), (finding("INIT-FULL", Place(name_of(folder)), folder=name_of(folder)),)
        files = {
            folder / "issue.toml": _ABOVE + toml.dumps(_FACTS) + _BELOW,
            folder / "stories" / "zaoshi" / "story.md": _MARKET,
            folder / "stories" / "shuibiao" / "story.md": _GAUGE,
        }
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        (folder / "photos").mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return (), (finding("INIT-WRITE", Place(name_of(folder)), folder=name_of(folder), reason=reason),)
    return tuple(files), ()
