"""Messages about fonts and missing characters."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {
    "FONT-MISSING": Message(
        "error",
        "no font has these characters, {kinds} in all, at {times} place(s): {chars}",
        "所有字体都没有这些字（共 {kinds} 个，{times} 处）：{chars}",
        "name a font file that has them in styles/fonts.toml, or write other characters; first at {places}",
        "在 styles/fonts.toml 中加一个有这些字的字体，或改用别的字；最先见于 {places}",
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
    "FONT-FORMAT": Message(
        "error",
        "the font `{key}` cannot be used: {path} is a file of the kind {kind}, not an OpenType font",
        "字体“{key}”不能用：{path} 是 {kind} 文件，不是 OpenType 字体",
        "get the same face as .otf, .ttf or .ttc",
        "请换用同一字体的 .otf、.ttf 或 .ttc 文件",
    ),
    "FONT-DAMAGED": Message(
        "error",
        "the font `{key}` is not whole: in {path} these tables are missing, cut off or damaged: {tables}",
        "字体“{key}”不完整：{path} 中缺少、被截断或损坏的表有 {tables}",
        "copy or download the file again; printed, it would leave characters blank",
        "请重新复制或下载该文件，否则会印出空白",
    ),
    "FONT-CHANGED": Message(
        "error",
        "the font `{key}` is not the file that fonts.toml names: the sha256 of {path} is {digest}",
        "字体“{key}”不是 fonts.toml 所记的文件：{path} 的 sha256 为 {digest}",
        "put the right file there, or, where the new one is meant, write its sha256",
        "请放回原来的文件；若确要用新的，请改写 sha256",
    ),
    "FONT-LICENCE": Message(
        "error",
        "the maker of the font `{key}` does not let it be embedded in part, as print files need it (fsType {bits})",
        "字体“{key}”的厂商不许把字体的一部分嵌入文件（fsType {bits}），而付印文件必须嵌入",
        "ask the maker for a licence and a file that allow embedding, or use another font",
        "请向厂商取得许可和可嵌入的字体文件，或换用别的字体",
    ),
    "FONT-INDEX": Message(
        "error",
        "the font `{key}` has index = {index}, but {path} holds {count} font(s), counted from 0",
        "字体“{key}”写了 index = {index}，而 {path} 只有 {count} 个字体（从 0 数起）",
        "correct `index`",
        "请改正 index",
    ),
    "FONT-COLLECTION": Message(
        "warning",
        "{path} is a collection of {count} fonts: without `index` the font `{key}` is the first of them",
        "{path} 是含 {count} 个字体的字体集：不写 index，字体“{key}”取第一个",
        "write index = 0, or the number of the one that is meant",
        "请写 index = 0，或所要字体的序号",
    ),
    "FONT-WEIGHT": Message(
        "error",
        "the variable font `{key}` has no weight {weight}: its weights are {low} to {high}",
        "可变字体“{key}”没有字重 {weight}：它的字重为 {low} 到 {high}",
        "write a `weight` between the two",
        "请把 weight 改为两者之间的值",
    ),
    "FONT-BLANK": Message(
        "error",
        "the font `{key}` has no ink for {kinds} character(s) of the issue: {chars}",
        "字体“{key}”中有 {kinds} 个用到的字是空白字形：{chars}",
        "get a whole copy of the font, or take it out of the styles; in proofs they are set in another font",
        "请换用完整的字体；校样中这些字以其他字体代替",
    ),
    "FONT-FALLBACK": Message(
        "warning",
        "the font `{key}` lacks {kinds} character(s), which are set in `{other}`: {chars}",
        "字体“{key}”缺 {kinds} 个字，改用“{other}”：{chars}",
        "leave it where the two go together; else choose a font that has them, or write other characters",
        "两种字体相配就不必改；否则请换用有这些字的字体，或改用别的字",
    ),
}
