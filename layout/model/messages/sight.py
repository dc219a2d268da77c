"""Messages about what a reader would not see: what a build, or a finished PDF, shows cut off, hidden or unreadable."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {
    "SIGHT-OFF-PAGE": Message(
        "error",
        "“{text}” on page {page} reaches {over} mm beyond the trim and will be cut off ({lines} line(s))",
        "第 {page} 页的“{text}”伸出成品边 {over} 毫米，会被裁掉（共 {lines} 行）",
        "make the margins, the rows or the frame fit the sheet, or shorten the text",
        "请让页边、行数或版框合于成品尺寸，或缩短文字",
    ),
    "SIGHT-NEAR-EDGE": Message(
        "warning",
        "“{text}” on page {page} stands {room} mm from the cut; {safety} mm are safe ({lines} line(s))",
        "第 {page} 页的“{text}”离裁切边仅 {room} 毫米，应不小于 {safety} 毫米（共 {lines} 行）",
        "move it inwards, since cutting is off by a millimetre or more; or set `safety` in house.toml",
        "请往里移：裁切会有一毫米以上的误差；或在 house.toml 中改 safety",
    ),
    "SIGHT-HIDDEN": Message(
        "error",
        "“{text}” on page {page} lies under what is painted over it ({what}; {glyphs} characters in {lines} line(s))",
        "第 {page} 页的“{text}”被后画的内容盖住（{what}；共 {lines} 行 {glyphs} 字）",
        "move one of the two, or paint the text last",
        "移开其中之一，或把文字放到上层",
    ),
    "SIGHT-UNREADABLE": Message(
        "error",
        "“{text}” on page {page} cannot be told from what it stands on ({glyphs} characters in {lines} line(s))",
        "第 {page} 页的“{text}”与底色分不清（共 {lines} 行 {glyphs} 字）",
        "give it another ink, a ground (`tint`) or an edge (`outline`) in its style, or move it",
        "请换墨色，或加底（tint）、勾边（outline），或移开",
    ),
    "SIGHT-FAINT": Message(
        "warning",
        "“{text}” on page {page} stands out little from what it stands on ({glyphs} characters in {lines} line(s))",
        "第 {page} 页的“{text}”与底色反差太小（共 {lines} 行 {glyphs} 字）",
        "give it a darker or lighter ink, a ground (`tint`) or an edge (`outline`) in its style",
        "请换较深或较浅的墨色，或加底（tint）、勾边（outline）",
    ),
    "SIGHT-ON-PICTURE": Message(
        "error",
        "running text on page {page} stands on a picture without a ground: “{text}”"
        " ({glyphs} characters in {lines} line(s))",
        "第 {page} 页：正文压在图片上，没有衬底：“{text}”（共 {lines} 行 {glyphs} 字）",
        "let the picture keep off these columns, or let its frame displace the text",
        "请让图片避开这几栏，或让图框排开正文",
    ),
    "SIGHT-OVERLAP": Message(
        "error",
        "“{text}” on page {page} is printed over other text ({glyphs} characters in {lines} line(s))",
        "第 {page} 页的“{text}”与别的文字叠印（共 {lines} 行 {glyphs} 字）",
        "shorten one of the two, or give it more room in the page template",
        "缩短其中之一，或在页面模板中多留地方",
    ),
    "SIGHT-NO-BLEED": Message(
        "error",
        "{what} on page {page} touches the trim ({side}) but ends {short} mm before the bleed does",
        "第 {page} 页的 {what} 靠到成品边（{side}），但出血差 {short} 毫米",
        "let it run to the edge of the bleed (`bleed` of its frame), or keep it off the trim",
        "请让它铺满出血（版框的 bleed），或离开裁切边",
    ),
    "SIGHT-TOO-LONG": Message(
        "error",
        "on page {page} frame `{frame}` is too long: {lines} line(s) stand up to {over} mm below the type area",
        "第 {page} 页的版框“{frame}”长过版面：有 {lines} 行排到版心以下，最多超出 {over} 毫米",
        "shorten the text, or give it a frame over more columns",
        "缩短文字，或换用跨更多栏的版框",
    ),
    "SIGHT-WHITE": Message(
        "warning",
        "{percent} % of page {page} stay white in one piece, though “{name}” goes on on the next page",
        "第 {page} 页有一整块空白，占版心的 {percent}%，而“{name}”还接排到下一页",
        "choose a template whose frames all have something to hold",
        "换用各框都有内容可放的模板",
    ),
    "SIGHT-THIN": Message(
        "warning",
        "page {page}, of “{name}”, is filled to {percent} % of its type area",
        "第 {page} 页（“{name}”）只排满版心的 {percent}%",
        "give the story fewer pages or more text, or let another entry share the page",
        "请减少页数或补字，或让别的条目与它同版",
    ),
    "SIGHT-COLUMN-EMPTY": Message(
        "warning",
        "on page {page} column `{frame}` has {rows} rows and no line, beside columns with text",
        "第 {page} 页的栏“{frame}”有 {rows} 行而没有一行字，旁边的栏却有字",
        "choose a template whose columns suit the text, or give it more",
        "换用栏数合适的模板，或补字",
    ),
    "SIGHT-UNEVEN": Message(
        "warning",
        "on page {page} the story ends uneven: column `{frame}` ends {rows} rows above the longest",
        "第 {page} 页文末各栏不齐：“{frame}”栏比最长的栏短 {rows} 行",
        "cut or add some lines, or let a photo or box take another place",
        "请增减几行，或移动照片、框文",
    ),
    "SIGHT-BLANK": Message(
        "warning",
        "page {page} is blank, but perhaps for its folio and running head",
        "第 {page} 页是空白页，至多只有页码和书眉",
        "take it out, unless it shall be blank",
        "如非有意留白，请删去这一页",
    ),
}
