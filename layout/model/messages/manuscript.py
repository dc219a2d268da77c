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

_LINES: dict[str, Message] = {
    "READ-JOINED": Message(
        "warning",
        "{count} line(s) are joined to the line above, though each may be a paragraph: line {lines}",
        "有 {count} 行与上一行接成了一段，可能本应另起：第 {lines} 行",
        "Put an empty line between paragraphs; write \\ at the end of a line that shall stay a line; else join them.",
        "段与段之间请空一行；要保留分行，请在行末写 \\；本是一段的，请接成一行。",
    ),
}

_HEAD: dict[str, Message] = {
    "READ-FRONT-YAML": Message(
        "error",
        "the head is written as for other programs (YAML, between lines ---); nothing of it is read",
        "稿头是别的软件的写法（两行 --- 之间的 YAML），未读入",
        'Write it between two lines +++, as in: title = "…"',
        '请改写在两行 +++ 之间，例如：title = "…"',
    ),
}

_HOLLOW: dict[str, Message] = {
    "READ-HOLLOW": Message(
        "warning",
        "{mark} stands here without any text",
        "{mark} 之后没有文字",
        "Write what belongs there, or delete the line.",
        "请补上文字，或删去此行。",
    ),
}

_MARKUP: dict[str, Message] = {
    "READ-PHOTO-IN-TEXT": Message(
        "error",
        "a photo stands on a line of its own; within text its mark is set as it is typed",
        "图片须单独占一行；写在文字里的，其标记按原字符排出",
        "Put ![…](photos/…) on a line of its own, without a link round it.",
        "请把 ![…](photos/…) 单独写成一行，外面不要再套链接。",
    ),
    "READ-MARKUP": Message(
        "warning",
        "{mark} is a mark of other programs and is set as it is typed, {count} time(s): line {lines}",
        "{mark} 是别的软件的标记，按原字符排出，共 {count} 处：第 {lines} 行",
        "Write {instead} instead.",
        "请改写为 {instead}",
    ),
}

_UNFINISHED: dict[str, Message] = {
    "READ-PLACEHOLDER": Message(
        "error",
        "“{mark}” is a placeholder, {count} time(s): line {lines}",
        "“{mark}”是占位文字，共 {count} 处：第 {lines} 行",
        "Write what belongs there; what only editors shall read goes into a comment <!-- … -->.",
        "请补上内容；只给编辑看的话请写在批注 <!-- … --> 里。",
    ),
    "READ-PLACEHOLDER-LIKE": Message(
        "warning",
        "“{mark}” may be a placeholder, {count} time(s): line {lines}",
        "“{mark}”可能是占位文字，共 {count} 处：第 {lines} 行",
        "Write what belongs there, unless it is meant, as where a name is left out.",
        "请补上内容；若是有意隐去姓名等，可不改。",
    ),
    "READ-UNPAIRED": Message(
        "warning",
        "“{mark}” has no partner in its paragraph, {count} time(s): line {lines}",
        "“{mark}”在段内没有成对，共 {count} 处：第 {lines} 行",
        "Type its partner; a quotation of several paragraphs opens each of them and closes the last.",
        "请补上另一半；引文跨段时，每段开头都用前引号，末段才用后引号。",
    ),
    "READ-MISMATCHED": Message(
        "warning",
        "“{opening}” is closed by “{closing}”, {count} time(s): line {lines}",
        "“{opening}”与“{closing}”不是一对，共 {count} 处：第 {lines} 行",
        "Close it with {instead}, or open with the mark that belongs to the other.",
        "请用 {instead} 收尾，或改正前一半。",
    ),
}

_FILES: dict[str, Message] = {
    "READ-NOT-TEXT": Message(
        "error",
        "this file is {kind}, not plain text",
        "此文件是 {kind}，不是纯文本",
        "Open it in its program and save it as plain text, UTF-8.",
        "请用原来的软件打开，另存为纯文本（UTF-8）。",
    ),
    "READ-STORY-KIND": Message(
        "error",
        "{file} is not there, but {other} is: {kind}, not plain text",
        "没有 {file}，只有 {other}：这是 {kind} 文件，不是纯文本",
        "Save it as plain text, UTF-8, under the first name, with its head between two lines +++.",
        "请另存为纯文本（UTF-8），改用前一个名称，并在开头写上两行 +++ 之间的稿头。",
    ),
    "READ-STORY-NAME": Message(
        "error",
        "{file} is not there, but {other} is",
        "没有 {file}，只有 {other}",
        "Give it the first name.",
        "请改用前一个名称。",
    ),
    "READ-NAME-CASE": Message(
        "error",
        "{file} is not there, but {other} is: capitals count",
        "没有 {file}，只有 {other}：文件名区分大小写",
        "Write the name as the file has it, or rename the file.",
        "请照文件的实际名称写，或给文件改名。",
    ),
    "READ-NAME-FORM": Message(
        "note",
        "the name of {file} is written in decomposed letters on the disk, as macOS does it; it is taken",
        "磁盘上 {file} 的文件名是分解形式的字母（macOS 的写法），已照此取用",
        "Rename the file if other programs do not find it.",
        "如其他软件找不到它，请给文件改名。",
    ),
}

ROWS: dict[str, Message] = {**_QUERIES, **_HEAD, **_LINES, **_HOLLOW, **_MARKUP, **_UNFINISHED, **_FILES}
