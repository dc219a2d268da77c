"""What a build made, held against what was written and against what a reader must find on its pages."""

from layout.verify.account import account as account
from layout.verify.painted import painted as painted
from layout.verify.sections import sections as sections
from layout.verify.unread import unread as unread
