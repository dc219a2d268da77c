"""Messages about fonts and missing characters."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {
    "FONT-MISSING": Message(
        "error",
        "no font has the character “{char}” ({point})",
        "所有字体都没有“{char}”（{point}）",
        "name a font file that has it in styles/fonts.toml, or write another character",
        "在 styles/fonts.toml 中加一个有这个字的字体，或改用别的字",
    ),
    "FONT-UNKNOWN": Message(
        "error",
        "the style `{style}` names the font `{key}`, but there is no such font; available: {known}",
        "样式“{style}”用了字体“{key}”，但没有这个字体；现有 {known}",
        "name one of these, or add the font to styles/fonts.toml",
        "改用现有字体，或在 styles/fonts.toml 中加入该字体",
    ),
    "FONT-UNREADABLE": Message(
        "error",
        "the font `{key}` cannot be used: {path} is missing or is no OpenType font",
        "字体“{key}”不能用：{path} 不存在或不是 OpenType 字体",
        "put the file there, or correct its entry",
        "把文件放到该处，或改正其条目",
    ),
}
