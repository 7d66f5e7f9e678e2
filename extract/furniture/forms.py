"""What furniture looks like: patterns of whole lines, and of words glued to others.

All patterns take either case. `STRONG` lines are furniture wherever they stand;
`WEAK` ones only beside other furniture, for they could be headlines too.
"""

import re

_NETWORK = (
    r"(?:facebook|twitter|x|whats\s?app|linked\s?in|telegram|e-?mail|print|reddit"
    r"|pinterest|messenger|instagram|you\s?tube|bluesky|threads|mastodon|viber|vk"
    r"|flipboard|tumblr|copy(?:\s+link|\s+url)?|tweet|line|rss|tiktok|mix|xing|skype)"
)
_NETWORKS = rf"{_NETWORK}(?:[\s,|/•·&+]+(?:and\s+|or\s+)?{_NETWORK})*"
_COUNT = r"\d[\d.,]*\s?[km]?"

CONTROLS = (
    r"exit\s+mobile\s+version|leave\s+a\s+(?:reply|comment)|cancel\s+reply|cancel"
    r"|post\s+(?:a\s+)?comment|source\s+link|write\s+a\s+comment(?:\s*\.{3}|…)?"
    r"|skip\s+to\s+(?:main\s+)?content|advertisements?|read\s+more:?"
    r"|continue\s+reading(?:\s+below)?|story\s+continues\s+below(?:\s+advertisement)?"
)
"""Buttons and labels that copies glue to the words beside them."""

_STRONG = (
    rf"(?:{CONTROLS})\s*(?:[:»›>→.]|\.{{3}}|…)*",
    rf"[-–—•\s]*(?:share|tweet|pin)(?:\s+(?:this|it)(?:\s+\w+)?)?"
    rf"(?:(?:\s+(?:on|via|with|to))?[:\s]+{_NETWORKS})?\s*[:+]?",
    r"share\s+(?:this\s+(?:article|story|post|page|news)|with\s+(?:your\s+)?friends)"
    r"[:.!]?",
    rf"{_NETWORKS}",
    rf"{_COUNT}\s*(?:shares?|views?|comments?|likes?|reads?|retweets?|followers?"
    r"|reactions?|replies)(?:[\s|•·,]+" + rf"{_COUNT}\s*(?:shares?|views?|comments?"
    r"|likes?|reads?))*",
    r"(?:estimated\s+)?(?:reading\s+time:?\s*)?\d+\s*(?:-\s*)?min(?:ute)?s?\s*(?:read)?",
    r"[-–—•\s]*news\s*feed",
    r"comments?(?:\s*\(\s*\d+\s*\)|\s*:?)|no\s+comments?(?:\s+yet)?"
    r"|(?:view|show|load|see|hide)\s+(?:all\s+|more\s+)?(?:\d+\s+)?comments?"
    r"|add\s+a\s+comment|join\s+the\s+(?:conversation|discussion)",
    r"your\s+e-?mail\s+address\s+will\s+not\s+be\s+published\b.*",
    r"required\s+fields\s+are\s+marked\b.*",
    r"save\s+my\s+name,?\s+e-?mail\b.*",
    r"(?:please\s+)?(?:log|sign)\s+in(?:\s+(?:or\s+(?:register|sign\s+up)"
    r"|to\s+(?:comment|continue|read|post|view|access|your)\b.{0,60}))?",
    r"(?:please\s+)?(?:enter|type)\s+your\s+(?:name|comment|e-?mail)\b.*",
    r"(?:sponsored|promoted|paid)(?:\s+(?:content|post|by\s.{1,40}))?|ad"
    r"|- ?advertisement ?-",
    r"(?:related|recommended|suggested|similar|more|other|latest|trending|popular|top)\s+"
    r"(?:articles?|stories|story|posts?|news|reading|topics?|content|coverage|videos?"
    r"|headlines)\s*:?",
    r"related\s*:?|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)\s*:?"
    r"|(?:most\s+(?:read|popular|viewed|shared)|trending(?:\s+now)?|editors?['’]s?\s+picks?"
    r"|don['’]t\s+miss|what\s+to\s+read\s+next|more\s+(?:from|on|in)\s.{1,50})\s*:?",
    r"(?:tags?|filed\s+under|categories|category|keywords|topics?|hashtags?)\s*:.{0,200}",
    r"(?:©|\(c\)|copyright\b).{0,200}|.{0,160}\ball\s+rights\s+reserved\b.{0,60}",
    r"(?:we|this\s+(?:web)?site|our\s+(?:web)?site|our\s+partners)\s+(?:and\s+our\s+"
    r"partners\s+)?uses?\s+cookies\b.*|by\s+(?:continuing\s+to|using|clicking|browsing)\b"
    r".{0,120}\b(?:cookies|terms|privacy)\b.*|(?:accept|reject|manage)\s+(?:all\s+)?"
    r"(?:cookies|preferences|consent)|cookie\s+(?:policy|settings|preferences|notice)"
    r"|(?:privacy\s+(?:policy|notice)|terms\s+(?:of|and)\s+(?:use|service|conditions))"
    r"(?:[\s|•·]+.{0,80})?",
    r"(?:subscribe|sign\s+up)(?:\s+(?:now|today|here|free))?[!.]?"
    r"|(?:subscribe|sign\s+up)\s+(?:to|for|with)\s.{1,200}"
    r"|get\s+(?:the|our|all\s+the)\s.{1,120}\b(?:inbox|newsletters?|e-?mail)\b.{0,60}"
    r"|(?:our\s+|free\s+|daily\s+|weekly\s+)*newsletters?",
    r"(?:follow|like|join|find)\s+(?:us|our\s+\w+|@\w+)\s+.{0,60}\b"
    rf"(?:{_NETWORK}|google\s+news|channel|group|social\s+media)\b.{{0,40}}",
    r"download\s+(?:the|our)\s.{0,60}\bapp\b.{0,60}",
    r"click\s+(?:here|this\s+link|on\s+the\s+link)\b.{0,160}",
    r"(?:for|to\s+(?:get|read|see|find\s+out|learn))\s+(?:the\s+|all\s+the\s+)?(?:more(?!\s+than\b)"
    r"|full|latest)\b.{0,160}\b(?:visit|click|go\s+to|head\s+to|check\s+out|subscribe|download"
    r"|follow\s+us|read\s+the\s+full)\b.{0,100}",
    r"(?:also\s+read|read\s+(?:also|next|more|the\s+full\s+(?:story|article))|see\s+also"
    r"|watch(?:\s+(?:live|now|also|video))?|listen|explained|must\s+read|in\s+pics"
    r"|live\s+updates?)\s*[:|–—»-].{0,200}",
    r"(?:this|the)\s+(?:article|story|post|piece|report)\s+(?:was|has\s+been|is|"
    r"originally|first)\b.{0,40}\b(?:published|appeared|posted|syndicated|republished"
    r"|updated|produced)\b.{0,160}",
    r"\(?(?:with|additional)\s+(?:inputs?|reporting|files|agency\s+inputs?)\s+(?:from|by)"
    r"\b.{0,120}|\(?(?:reporting|writing|editing|compiled)\s+by\s.{0,160}",
    r"(?:report\s+(?:a|an)\s+(?:typo|error|correction)|send\s+us\s+a\s+tip"
    r"|suggest\s+a\s+correction|back\s+to\s+top|scroll\s+to\s+top)\b.{0,80}",
    r"(?:next|previous|prev|older|newer)\s+(?:article|post|story|page)\s*[:»›>«‹]*.{0,120}",
    r"(?:thank\s+you\s+for\s+reading|you\s+have\s+(?:reached|read)\s+your)\b.{0,120}",
    r"(?:posted|published|written|reported|edited|uploaded)\s+by\s.{1,80}|author\s*:"
    r".{1,60}|admin|(?:staff|news\s+desk|web\s+desk|our\s+correspondent"
    r"|staff\s+(?:reporter|writer|report))",
    r"(?:(?:file\s+)?photo(?:graph)?s?|images?|pictures?|pic|credits?|video|cover|source"
    r"|illustration|graphic)(?:\s+(?:by|credits?|courtesy(?:\s+of)?|source|via))?"
    r"\s*[:/©].{1,120}",
    r"(?:photo|image|picture|illustration)s?\s+(?:by|courtesy(?:\s+of)?|via)\s.{1,80}",
    r"(?:file\s+photo|getty\s+images|ap\s+photo|reuters|afp|shutterstock|istock|unsplash)"
    r"(?:\s*/.{1,60})?",
)
"""Lines that are furniture wherever they stand."""

_WEAK = (
    r"(?:[A-Z][\w&.-]*\s+){0,4}Jobs?(?:\s+in\s+[A-Z]\w+)?",
    r"(?:We(?:\s+a|['’])re\s+hiring|Apply\s+(?:now|today|here)|Job\s+(?:listings|board))"
    r".{0,60}",
    r"(?:Name|E-?mail|Website|URL|Submit|Reply|Search|Menu|Home|Save|Print|Listen|More"
    r"|Next|Previous|Source|Sources|Tags|Topics|Login|Register|Donate|Close|Open|Image"
    r"|Photo|Caption|Video|Gallery|News|World|Politics|Opinion|Sport|Sports|Business"
    r"|Anonymous|Guest|Editor|Author|Loading)\s*[*:.…]*",
)
"""Lines that are furniture only beside other furniture. Their capitals matter."""

_BYLINE = (
    r"(?i:by|from)\s+(?:(?:[A-Z][\w.’'-]*|(?:and|of|for|the|in|de|van|von|al|bin|der|&|[,|])"
    r")\s*){1,12}"
)

STRONG = re.compile(rf"(?i:{'|'.join(_STRONG)})|{_BYLINE}")
"""A whole line that is furniture."""

WEAK = re.compile("|".join(_WEAK))
"""A whole line that can be furniture."""

HEADING = re.compile(
    r"(?i:(?:read\s+(?:more|next|also)|also\s+read|see\s+also|related|recommended"
    r"|suggested|similar|more|other|latest|trending|popular|most|you\s+(?:may|might)"
    r"|what\s+to\s+read|editors?['’]|don['’]t\s+miss)\b.{0,60})"
)
"""Of the strong lines, those above a list of other articles."""

_LABELS = (
    r"(?:Exit mobile version|Leave [Aa] (?:Reply|Comment)|Cancel(?: [Rr]eply)?"
    r"|Post [Cc]omment|Source [Ll]ink|Skip to (?:main )?content|ADVERTISEMENT"
    r"|Advertisement|Read More:?|READ MORE:?|Share|Write a comment(?: ?\.{3}|…)?"
    r"|-?News Feed|COMMENTS)"
)
_NAMES = r"(?!(?:Share(?:Point|Chat|File|This|Ware)|Cancel(?:Culture|ed))\b)"
"""Names that begin like a label."""

GLUED_BEFORE = re.compile(rf"{_NAMES}(?:{_LABELS})+(?=[A-Z“\"‘][\w’' ,-]*\s)")
"""Labels right before the words of a line, with no space: "CancelTalks resume"."""

GLUED_AFTER = re.compile(rf"(?<=[.!?”\"’)…])[ \t]*(?:{_LABELS})+[ \t]*$")
"""Labels right after the last sentence of a line: "resumed.Source link"."""

BETWEEN = re.compile(
    r"(?<=[.!?”\"])\s?(?:ADVERTISEMENT|Advertisement|Story continues below"
    r" advertisement)\s?(?=[A-Z“\"])"
)
"""Labels between two sentences of one line."""

CREDIT = re.compile(
    r"[(\[](?:(?:AP|AFP|EPA|Reuters|File|Getty|Representational|Representative)[ -])*"
    r"(?i:photo|image|picture|photograph|pic|illustration)s?\b[^()\[\]]{0,80}[)\]]"
    r"|\((?:REUTERS|Reuters|AP|AFP|EPA)/[^()]{1,60}\)"
)
"""A credit in brackets inside or after a caption."""
