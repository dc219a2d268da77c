"""Messages about reading plans and page templates."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {
    "READ-ENTRY": Message(
        "error",
        "an entry names either a story or a page",
        "每个 entry 须写 story 或 page 其中之一",
        'Write story = "folder" or page = "template", one of them.',
        '请写 story = "稿件文件夹" 或 page = "版式名"，二者取一。',
    ),
    "READ-CONTINUED": Message(
        "error",
        "“{name}” is continued here, but no entry before has its first pages",
        "此处续排“{name}”，但前面没有它的首部分",
        "give the story an entry with `pages` before this one, or take out `continued`",
        "请在前面为本篇写一个带 pages 的条目，或删去 continued",
    ),
    "READ-TEASER": Message(
        "warning",
        "a teaser announces a story of the contents; “{name}” is not listed by this entry",
        "teaser 用于目录中的稿件，此条目的“{name}”不进目录",
        "name the teaser where the story begins, or take it out",
        "请写在稿件开始的条目里，或删去",
    ),
    "READ-SECTION": Message(
        "error",
        "unknown section “{name}”",
        "没有“{name}”这个栏目",
        "Choose one of: {known}.",
        "可选：{known}。",
    ),
    "READ-TEMPLATE": Message(
        "error",
        "there is no page template “{name}”",
        "没有名为“{name}”的版式",
        "Known templates: {known}.",
        "已有的版式：{known}。",
    ),
    "READ-ADVERT": Message(
        "error",
        "the advert “{name}” has no picture",
        "广告“{name}”没有图片",
        'Write photos = ["photos/advert.tif"] in its entry.',
        '请在其 entry 中写 photos = ["photos/advert.tif"]。',
    ),
    "READ-SUITS": Message(
        "error",
        "story “{name}” has no template, and none can be chosen",
        "稿件“{name}”没有指定版式，也没有可自动选用的版式",
        'Name templates = ["…"] in its entry, or give templates a table [suits] with page = "open".',
        '请在其 entry 中写 templates = ["…"]，或给若干版式写 [suits]，其中 page = "open"。',
    ),
    "READ-EXTENDS": Message(
        "error",
        "“{name}” extends itself",
        "“{name}”的 extends 绕回了自身",
        "Let one of these extend nothing: {chain}.",
        "请让其中之一不再 extends：{chain}。",
    ),
    "READ-OVERLAP": Message(
        "error",
        "frame “{name}” lies on frame “{other}”, and neither displaces the other",
        "版块“{name}”与“{other}”重叠，且谁也不让谁",
        'Give the one that pushes the text away displaces = "lines" or "box", or move it.',
        '请给推开文字的一方写 displaces = "lines" 或 "box"，或移开版块。',
    ),
    "READ-HIDDEN": Message(
        "error",
        "frame “{name}” lies on frame “{other}” and hides it",
        "版块“{name}”压住了“{other}”",
        "Move one of them, or make it smaller.",
        "请移开或缩小其中之一。",
    ),
    "READ-OFF-GRID": Message(
        "error",
        "frame “{name}” leaves the grid: {key} = “{value}”, but there are {count}",
        "版块“{name}”超出网格：{key} = “{value}”，而网格只有 {count}",
        "Count from 1 to {count}.",
        "请在 1 到 {count} 之间取值。",
    ),
    "READ-ROWS": Message(
        "error",
        "templates “{name}” and “{other}” have different rows: one story cannot stand on both",
        "模板“{name}”与“{other}”的行格不同：一篇稿件不能排在两种行格上",
        "Give both templates the same row, rows and body, or end the story before.",
        "请让两个模板的 row、rows、body 一致，或让稿件在此之前结束。",
    ),
    "READ-INK": Message(
        "error",
        "house.toml has no ink “{name}”",
        "house.toml 中没有“{name}”这种颜色",
        "Choose one of: {known}.",
        "可选：{known}。",
    ),
    "READ-TYPE-AREA": Message(
        "warning",
        "{rows} rows take {taken} mm, but the margins leave {room} mm",
        "{rows} 行高 {taken} 毫米，而天头地脚之间有 {room} 毫米",
        "Change the rows or the head and foot margins until the two agree within a row.",
        "请调整行数或天头、地脚，使两者相差不足一行。",
    ),
}
