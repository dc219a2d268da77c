"""Messages about pictures."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {
    "IMG-01": Message(
        "error",
        "{photo} has only {ppi} ppi at the size it is shown; {wanted} are wanted",
        "{photo} 按现在的尺寸只有 {ppi} ppi，应为 {wanted} ppi",
        "show it smaller, show more of it, or ask for a larger file",
        "缩小图片，少裁一些，或索取更大的原图",
    ),
    "IMG-02": Message(
        "warning",
        "{photo} has {ppi} ppi at the size it is shown; {wanted} are wanted",
        "{photo} 按现在的尺寸为 {ppi} ppi，应为 {wanted} ppi",
        "show it smaller, show more of it, or ask for a larger file",
        "缩小图片，少裁一些，或索取更大的原图",
    ),
    "INK-01": Message(
        "warning",
        "{photo} lays down {ink} % of ink over 15 mm, the press takes {limit} %",
        "{photo} 在 15 毫米见方内总墨量达 {ink}%，印厂上限为 {limit}%",
        "convert it from its RGB original, or attach the profile it was separated with",
        "请用 RGB 原图重新分色，或嵌入其分色特性文件",
    ),
    "IMG-06": Message(
        "error",
        "the picture {path} is not there",
        "找不到图片 {path}",
        "put the file there, or correct its name; until then a placeholder stands in proofs, and nothing goes to press",
        "把文件放到该处，或改正文件名；在此之前校样以占位框代替，不出付印文件",
    ),
    "IMG-61": Message(
        "error",
        "the picture {path} is damaged or cut short",
        "图片 {path} 已损坏或不完整",
        "ask for the file again; a copy that stopped half-way is the usual cause",
        "请重新索取原图；多为传输中断所致",
    ),
    "IMG-62": Message(
        "error",
        "{path} is not a picture that can be placed",
        "{path} 不是可以使用的图片格式",
        "save it as JPEG, PNG, TIFF or WebP",
        "请另存为 JPEG、PNG、TIFF 或 WebP",
    ),
    "IMG-65": Message(
        "error",
        "{path} is a PDF, which cannot be placed yet",
        "{path} 是 PDF，目前还不能直接排入",
        "ask for the same as TIFF or JPEG: CMYK, 300 ppi, bleed included, no crop marks",
        "请索取 TIFF 或 JPEG：CMYK、300 ppi、含出血、不带裁切线",
    ),
    "IMG-63": Message(
        "error",
        "the picture {path} has {pixels} pixels, more than can be handled safely",
        "图片 {path} 有 {pixels} 像素，超出可处理的范围",
        "scale it down before placing it",
        "请先缩小再使用",
    ),
    "IMG-64": Message(
        "note",
        "the colour profile inside {path} cannot be used; the file is read as {taken}",
        "{path} 内嵌的色彩特性文件无法使用，按 {taken} 处理",
        "save the picture again with its profile if its colours matter",
        "如对颜色有要求，请连同特性文件重新保存该图",
    ),
}
