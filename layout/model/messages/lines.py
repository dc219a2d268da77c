"""Messages about setting lines."""

from layout.model.messages.row import Message

ROWS: dict[str, Message] = {
    "LINES-LOOSE": Message(
        "warning",
        "loose line “{text}”: {stretch} em between characters, the style allows {cap} em",
        "行“{text}”过松：字间加了 {stretch} 个字，样式允许 {cap} 个字",
        "reword a little, or let the style hyphenate or the measure be wider",
        "略改文字，或让该样式可断西文词，或放宽行长",
    ),
    "LINES-OVERFULL": Message(
        "error",
        "line “{text}” is {over} em too long for its measure",
        "行“{text}”超出行长 {over} 个字",
        "shorten the word or number that cannot be divided, or widen the measure",
        "缩短不可断开的词或数字，或放宽行长",
    ),
    "LINES-MEASURE": Message(
        "error",
        "{option}: {reason}",
        "{option}：{reason}",
        "write a length such as 14.8em, 60mm or 20Q",
        "请写长度，如 14.8em、60mm、20Q",
    ),
    "LINES-STYLE": Message(
        "error",
        "there is no paragraph style “{name}”",
        "没有名为“{name}”的段落样式",
        "one of: {known}",
        "可用的有：{known}",
    ),
}
