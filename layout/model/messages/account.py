"""Messages about text that was written and does not stand on the pages as it should."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {
    "ACCOUNT-LOST": Message(
        "error",
        "“{text}” ({characters} characters) was written here and stands on no page",
        "“{text}”（{characters} 字）写在这里，却没有排在任何一页上",
        "give it a frame: take a template that has one, or take the text out",
        "请换用有此版框的模板，或删去这些字",
    ),
    "ACCOUNT-UNREAD": Message(
        "error",
        "“{text}” is in the manuscript, but was not taken as text",
        "“{text}”在稿件中，却没有作为文字读入",
        "write it as a paragraph of its own; if it is one, please report this as a fault of Banxin",
        "请另起一段来写；若本来就是一段，请作为版心的错误报告",
    ),
    "ACCOUNT-TWICE": Message(
        "error",
        "“{text}” stands more than once (pages {pages})",
        "“{text}”排了不止一次（第 {pages} 页）",
        "look at the templates of these pages: two frames take the same text",
        "请检查这些页的模板：有两个版框取了同一段文字",
    ),
    "ACCOUNT-PHOTO": Message(
        "error",
        "the photo {photo} stands on no page",
        "照片 {photo} 没有排在任何一页上",
        "give the entry a template with one more frame for photos, or take the photo out",
        "请换用多一个图片版框的模板，或删去此照片",
    ),
    "ACCOUNT-CONTENTS": Message(
        "error",
        "the contents do not list “{title}”",
        "目录里没有“{title}”",
        "give the contents another page in issue.toml, or a template with smaller type or more columns; a story that"
        " is not meant to be listed says `listed = false`",
        "请在 issue.toml 中给目录多一页，或换用字小、栏多的模板；不应列入的篇目请写 listed = false",
    ),
    "ACCOUNT-SECTION": Message(
        "warning",
        "the section “{section}” stands neither on a page of “{story}” nor in the contents",
        "栏目“{section}”既没有排在“{story}”的任何一页上，也没有排进目录",
        "name a template for the story whose running head or tab shows {{section}}, give the issue contents, or take"
        " the section out",
        "请为此篇指定书眉或色标带 {{section}} 的模板，或给本期加上目录，或删去此栏目",
    ),
    "ACCOUNT-NOT-PAINTED": Message(
        "error",
        "page {page} was set with {characters} characters (“{text}”) that its sheet does not show",
        "第 {page} 页有 {characters} 字（“{text}”）已排好，却没有画出",
        "this is a fault of Banxin: please report it with the issue",
        "这是版心自身的错误，请连同此期稿件报告",
    ),
}
