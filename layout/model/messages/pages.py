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
    "PAGE-QR-LONG": Message(
        "error",
        "the text of the QR code has {bytes} bytes; at most {most} can be read when printed",
        "二维码的内容有 {bytes} 字节，印出来能扫的最多 {most} 字节",
        "shorten it; a Chinese character counts as three bytes",
        "缩短内容；一个汉字占三字节",
    ),
    "PAGE-QR-SMALL": Message(
        "warning",
        "a module of the QR code is {module} mm wide; below {least} mm many telephones fail to read it",
        "二维码的一个小方块宽 {module} 毫米，小于 {least} 毫米时许多手机扫不出",
        "make the frame larger, or the text shorter",
        "加大版框，或缩短内容",
    ),
    "PAGE-BARCODE-ISSN": Message(
        "error",
        "the barcode needs an ISSN; “{issn}” is none",
        "条码需要 ISSN，“{issn}”不是 ISSN",
        'write issn = "1234-5679" under [data] in issue.toml',
        '在 issue.toml 的 [data] 中写 issn = "1234-5679"',
    ),
    "PAGE-BARCODE-CHECK": Message(
        "error",
        "ISSN {issn} is mistyped: to these seven digits belongs the check digit {check}",
        "ISSN {issn} 有误：按前七位算，校验码应为 {check}",
        "compare it with the certificate of registration",
        "请与期刊登记证核对",
    ),
    "PAGE-BARCODE-NUMBER": Message(
        "error",
        "the barcode's add-on needs the issue's number in figures; “{number}” has none",
        "条码附加码需要用数字写的期号，“{number}”中没有数字",
        "write the number in issue.toml with figures",
        "请在 issue.toml 的 number 中用数字写期号",
    ),
    "PAGE-BARCODE-SMALL": Message(
        "error",
        "the barcode comes out at {percent} % of its nominal size; at least {least} % can be read",
        "条码只有标准尺寸的 {percent}%，至少须为 {least}%",
        "make its frame larger: 46.2 × 26.3 mm are 100 %",
        "加大版框：46.2×26.3 毫米为 100%",
    ),
    "PAGE-COUNT": Message(
        "warning",
        "the body has {pages} pages, which is not a multiple of {multiple}",
        "正文共 {pages} 页，不是 {multiple} 的倍数",
        "add or take out pages in issue.toml",
        "在 issue.toml 中增减页面",
    ),
}
