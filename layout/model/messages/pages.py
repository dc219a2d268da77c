"""Messages about filling pages."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {
    "PAGE-OVERSET": Message(
        "error",
        "overset: {characters} characters ({lines} lines) from here on found no room",
        "溢文：从这里起有 {characters} 字（{lines} 行）排不下",
        "cut them, give the story another page in issue.toml, or let its photos shrink",
        "删去这些字，或在 issue.toml 中多给一页，或缩小照片",
    ),
    "PAGE-UNDERSET": Message(
        "warning",
        "the story ends on page {ended} of {pages}: {rows} rows stay empty",
        "稿件只排到第 {ended} 页（共 {pages} 页），空 {rows} 行",
        "lengthen it, or ask for fewer pages in issue.toml",
        "补字，或在 issue.toml 中减少页数",
    ),
    "PAGE-FRAME-FULL": Message(
        "error",
        "the text of frame `{frame}` needs {lines} more line(s) than the frame has",
        "版框“{frame}”容不下文字，多出 {lines} 行",
        "shorten the text, or make the frame larger in its page template",
        "缩短文字，或在页面模板中加大版框",
    ),
    "PAGE-PHOTO-LEFT": Message(
        "error",
        "photo {photo} has no frame on the story's {pages} page(s)",
        "照片 {photo} 在本篇 {pages} 页中没有位置",
        "choose a template with one more photo frame, or take the photo out of the story",
        "换用多一个照片框的模板，或从稿件中去掉这张照片",
    ),
    "PAGE-BOX-LEFT": Message(
        "error",
        "the {kind} box has no frame on the story's {pages} page(s)",
        "{kind} 方框在本篇 {pages} 页中没有位置",
        "choose a template with a frame that takes such a box",
        "换用有此类方框的模板",
    ),
    "PAGE-HEADING-LEFT": Message(
        "warning",
        "no frame on page {page} takes the heading's `{role}`",
        "第 {page} 页没有版框收“{role}”",
        "add a frame for it to the template, or take it out of the story's front matter",
        "在模板中加一个版框，或从稿件开头去掉它",
    ),
    "PAGE-CONTENTS-LEFT": Message(
        "error",
        "{titles} title(s) of the contents have no room",
        "目录中有 {titles} 篇排不下",
        "give the contents another page in issue.toml, or a larger frame",
        "在 issue.toml 中给目录多加一页，或加大目录版框",
    ),
    "PAGE-COUNT": Message(
        "warning",
        "the body has {pages} pages, which is not a multiple of {multiple}",
        "正文共 {pages} 页，不是 {multiple} 的倍数",
        "add or take out pages in issue.toml",
        "在 issue.toml 中增减页面",
    ),
}
