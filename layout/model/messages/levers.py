"""What the levers of the fitter did, by code, in English and Chinese; {names} in braces are a lever's values."""

ROWS: dict[str, tuple[str, str]] = {
    "frame": ("frame {frame} {rows:+d} row(s)", "版框“{frame}”：{rows:+d} 行"),
    "air": ("{rows} row(s) of air above subheads", "小标题上方加空 {rows} 行"),
    "tighter": ("{paragraphs} paragraph(s) tightened by a line", "{paragraphs} 段各紧排一行"),
    "looser": ("{paragraphs} paragraph(s) loosened by a line", "{paragraphs} 段各松排一行"),
    "paragraph": ("paragraph {number}: {lines:+d} line", "第 {number} 段：{lines:+d} 行"),
    "foot": ("column {column}: {rows} row(s) left free", "第 {column} 栏栏末空 {rows} 行"),
    "alone": ("column {column}: a line stands alone", "第 {column} 栏有一行孤行"),
    "heads": ("{heads} subhead(s) with a single line below", "{heads} 个小标题下只留一行"),
    "lines": ("{lines} line(s) stand alone", "{lines} 处孤行"),
    "tight": ("caption of {photos} a line tighter: {rows:+d} row(s)", "{photos} 的图注紧排一行：{rows:+d} 行"),
    "short": ("caption of {photos} in its shorter words: {rows:+d} row(s)", "{photos} 改用短图注：{rows:+d} 行"),
    "stock": ("{left} short piece(s) of “{name}” are left in stock", "还存 {left} 则短文未用（“{name}”）"),
    "tight-short": (
        "caption of {photos} in its shorter words, a line tighter: {rows:+d} row(s)",
        "{photos} 改用短图注，并紧排一行：{rows:+d} 行",
    ),
}
