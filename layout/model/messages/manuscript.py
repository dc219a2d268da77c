"""Messages about what a manuscript says: queries left in it, marks of other worlds, what is not finished."""

from layout.model.messages.row import Message

_QUERIES: dict[str, Message] = {
    "READ-QUERY": Message(
        "note",
        "query: {text}",
        "疑问：{text}",
        "It is shown in the margin of proofs and never set; delete the comment when it is answered.",
        "只出现在校样页边，不会排入；解决后请删去这条批注。",
    ),
    "READ-QUERY-OPEN": Message(
        "error",
        "this comment is not closed and is set as it stands",
        "此处的批注没有结束，按原字符排出",
        "Put --> behind its last word.",
        "请在批注末尾写上 -->。",
    ),
}

ROWS: dict[str, Message] = {**_QUERIES}
