"""What stands around the name of one of the staff, of a place, or of somebody known to all.

The patterns alone, for `names_in_text`, which asks them.
"""

import re

from generator.model.lazy_pattern import compile_when_asked

_PART = r"[A-Z\u00c0-\u00de][\w’'-]{1,30}"
ROLES = (
    r"(?:(?:ward|night|charge|clinic|theatre|lead|deputy) sisters?|nurses?|deput(?:y|ies)|doctors?"
    r"|consultants?|matrons?|managers?|advisers?|advisors?|porters?|clerks?|registrars?"
    r"|radiographers?|physio\w*|therapists?|chaplains?|reverend|professors?|officers?|leads?"
    r"|directors?|chief|executive"
    r"|co-?ordinators?|volunteers?|receptionists?|secretar(?:y|ies)|pharmacists?|midwi(?:fe"
    r"|ves)|dietitians?"
    r"|(?<!then a )(?<!was a )[Ss]tudents?|librarians?|housekeepers?|domestics?|cleaners?"
    r"|assistants?|paramedics?|gps?|surgeons?"
    r"|anaesthetists?|solicitors?|engineers?|governors?|trustees?|staff|colleagues?|team"
    r"|authors?|artists?"
    r"|researchers?|psychologists?|social workers?|commissioners?|minister|councillors?|mayor"
    r"|inspectors?"
    r"|technicians?|practitioners?|educators?|facilitators?|leaders?|supervisors?|cooks?"
    r"|chefs?|caterers?"
    r"|specialists?|oncologists?|physicians?|psychiatrists?|drivers?|joiners?|electricians?"
    r"|photographers?|advocates?|treasurers?|chair(?:man|woman|person)|heads?|presidents?"
    r"|associates?|architects?|founders?|analysts?|planners?|teachers?|headteachers?"
    r"|podiatrists?|orthoptists?|audiologists?|scientists?|administrators?|auditors?|typists?"
    r"|coach(?:es)?|prescribers?|phlebotomists?|dentists?|hygienists?|optometrists?|counsellors?"
    r"|navigators?|trainers?|tutors?|lecturers?|editors?|statisticians?|mentors?|dispensers?"
    r"|fundraisers?|(?:support|link) workers?|orderl(?:y|ies)|\w+(?:ologist|ographer|iatrist)s?"
    r"|gardeners?|plumbers?|carpenters?|painters?|knitters?|actors?|poets?|writers?|translators?"
    r"|interpreters?(?! (?:not|booked|needed|required|cancelled)\b))"
)
# With a capital or without.
_ROLE = re.sub(r"(\(\?:|\|)([a-z])", lambda at: f"{at[1]}[{at[2].upper()}{at[2]}]", ROLES)
# Some are given names as well: Porter Steve Mullen.
IS_ROLE = compile_when_asked(rf"{_ROLE} {_PART} {_PART}")
STAFF_BEFORE = compile_when_asked(
    rf"(?:\bSt\.? |(?:\b{_ROLE}|\bDr|\bProf|\bSister|\bNurse|\bMatron|\bSir|\bDame|\bRev"
    rf"|\bFather)(?: (?:for|of|in charge|on duty|on call)(?: [a-z ]{{2,30}})?)?,?(?:"
    r" and| including| called| is| was|:)? ?"
    rf"(?:(?:{_PART}|and|the|our|[,&(]) ?){{0,8}}|\b(?:written|story told|drawn|led|made|designed"
    rf"|run|(?:written|typed|noted) down|(?:set|drawn|written|made|typed) up"
    r"|taken|photographed|edited|opened|chaired) by "
    r"|\b(?:[Oo]ur|[Tt]he) chair, |\b(?:portrait|statue|bust|painting|writings?) of )$"
)
_DESK = (
    r"(?:(?:[Ww]ard|[Nn]ight|[Tt]heatre|[Cc]linic|[Dd]ay|[Jj]unior|[Ss]enior|[Cc]harge"
    r"|[Ll]ead) [Ss]ister|[Ii]nfection [Cc]ontrol|[Ee]states"
    r"|[Aa]udit|[Cc]atering|[Pp]rocurement|[Ff]acilities|IT|HR|[Ff]inance|[Cc]omm(?:unication)?s"
    r"|[Pp]atient [Ee]xperience|[Gg]overnance"
    r"|[Pp]ost [Rr]oom|[Ss]witchboard|[Pp]harmacy|[Vv]olunteer [Ss]ervices"
    r"|(?:[Mm]edical |[Cc]linical )?(?:[Ee]ngineering|[Pp]hysics)|[Mm]edical [Ii]llustration"
    r"|[Mm]edical [Rr]ecords|PALS|[Rr]adiology"
    r"|[Tt]he [Kk]itchens?|[Pp]hysiotherapy|[Qq]uality [Ii]mprovement|[Pp]ortering|[Ll]inen"
    r"|[Tt]he (?:laundry|stores|chaplaincy|library|caf[eé]|shop|post room|print room|workshop)"
    r"|[Ss]ecurity|[Tt]ransport|[Oo]utpatients|[Mm]aintenance|[Ll]eague of Friends)"
)
# In apposition, and not in what they did: “Ivy Marsh, who rang for a nurse” is none of the staff.
_BETWEEN = (
    r"(?:(?!(?:who|whose|for|with|by|to|in|on|at|told|asked|rang|and|without|left|into|declined|refused|wants|needs"
    r"|missed|saw|seen|awaiting|waiting)\b|(?:retired"
    r"|former) (?!(?:\w+ )?(?:heads?|matron|nurse|consultant|director|manager|doctor|surgeon"
    r"|chief|sister|professor|governor|trustee|chair)\b))[\w’&/-]+ ){0,4}"
)
STAFF_AFTER = compile_when_asked(
    rf"(?:[’']s)?(?:,? and {_PART} {_PART}(?=,))?(?:(?:,(?: of)?| \(| [–-]| from| of"
    rf"|,? and) ?(?:(?:who|is|was|works as|then|an?|the|our"
    rf"|its|their|one of) ){{0,4}}{_BETWEEN}{_ROLE}\b"
    rf"|(?:,? and {_PART} {_PART})? (?:is|was|are|were|has been|became) (?:(?:an?|the|our|its|their"
    rf"|then|both|all|one of|[a-z]+[’']s) ){{1,3}}{_BETWEEN}{_ROLE}\b| {_ROLE}\b)"
    r"| (?:operates|chairs|teaches|lectures)\b"
    rf"|(?:(?:,| -| from| of| in| at)? | \()(?:the |our )?{_DESK}\b"
)
IS_STAFF = compile_when_asked(
    rf"\b(?:[Ss]?[Hh]e (?:is|was) (?:a|an|the|our|one of the) (?:[\w’-]+ ){{0,3}}{_ROLE}"
    rf"|the other {_ROLE}|[Hh](?:er|is) (?:colleagues|rota|shift|team))\b"
)
# A sentence of thanks, of books or of places, or of what one does at work.
OF_OTHERS = compile_when_asked(
    r"\b(?:trust|[Tt]hanks?|[Gg]rateful|[Cc]redits?|[Pp]hoto(?:graph)?s?(?! (?:shows?|of)\b)"
    r"|[Ww]ords by|[Pp]oems?|[Tt]unes?|[Hh]ymns?|[Ss]ongs?|[Mm]usic|[Nn]ovels?"
    r"|[Ll]ibrary|[Ss]uite|[Bb]lock|[Bb]uilding|[Ww]ing"
    r"|(?<!relatives[’'] )(?<!side )(?<!\ba )[Rr]ooms?|[Cc]ar park|[Ii]nstitute|[Ee]ntrance"
    r"|[Cc]linics?|[Ii]nfirmary|[Hh]eadquarters|[Ll]odge|[Cc]ollege|[Uu]niversity|bay is|practices"
    r"|named after|called after|(?:led|drawn|made|run|played|sung) by|estate|street|road|et al"
    r"|books?|wrote|writes|written|talk|slides?|minutes|law|theory"
    r"|definition|papers?|reports?|articles?|lecture|campaign|awards?|foundation|read|help from"
    r"|tools?|methods?|inspired|work of|ideas?|described|borrowed|according to|runs|manages|heads"
    r"|leads"
    r"|works|designed|built|measured|trained|packed|tested|timed|printed|repaired|mended|fixed"
    r"|ordered|checked|counted|cleaned|drew up|1[89][0-9]{2})\b",
    re.IGNORECASE,
)
# With a title and no first name it may be anybody who has to do with the team.
AT_WORK = compile_when_asked(
    rf"{OF_OTHERS.pattern}|\b(?:{ROLES}|operates|list|office)\b", re.IGNORECASE
)
PLACE_BEFORE = compile_when_asked(
    r"\b(?:Hospice|Hospitals?|Surgery|Practice|Centre|Clinic|House|School|Trust|Infirmary|Library"
    r"|Pharmacy|Hotel|Hall), $|\b(?:at|near|in|off|on|to) [0-9]{1,4}[A-Za-z]?,? $"
    r"|\b[Tt]he $|\b[Ww]ard [0-9]{1,2} is (?:now )?$"
    # Of machines there may be three, and of nobody.
    r"|(?<!\b[AaBb][ty] )(?<!past )(?<!to )(?<![\w-])(?:two|three|four|five|six|seven|eight|nine"
    r"|ten|twelve) $|\b[0-9]{1,3}-(?!year)\w+ $"
)
PLACE_AFTER = compile_when_asked(
    r"(?:[’']s)? (?:[Ww]ards?|[Uu]nit|[Ss]uite|[Cc]orridor|[Cc]linic|[Hh]ospitals?|[Cc]entre"
    r"|[Bb]uilding|[Rr]oom|[Tt]heatre"
    r"|[Ss]urgery|[Pp]ractice|[Aa]mbulance|[Ii]nfirmary|[Hh]all|[Pp]ark|[Dd]ay|[Ss]quare|[Ss]treet"
    r"|[Rr]oad|[Cc]astle|[Ss]ervice|[Nn]urses?|[Nn]ursing|[Vv]olunteers|[Ss]taff|[Pp]athway"
    r"|[Pp]roject|[Pp]rogramme|[Ll]ecture|[Aa]wards|[Bb]ook|[Ff]und|[Mm]ethod|[Rr]ounds?|[Bb]oard"
    r"|[Hh]ospice|[Hh]ouse|[Ss]chool|[Cc]ollege|[Ff]oundation|[Tt]rust|[Pp]rize"
    r"|[Ii]nventory|[Ss]cale|[Ss]core|[Ii]ndex|[Mm]odel|[Tt]heory|[Pp]aper|[Rr]eport"
    r"|[Cc]ampaign|[Ll]odge|[Ww]ing|[Pp]ortrait|[Hh]ome)\b"
    # What somebody is known for is read, and what a machine is called.
    r"|(?:[’']s|(?<=[’']s)) (?:\w+ ){0,3}(?:stages?|work|ideas?|books?|laws?|rules?|cycles?|talks?"
    r"|writings?|lectures?|tools?|definitions?|stud(?:y|ies)|research|films?|principles?"
    r"|designs?)\b| (?:machine|maker|kettle|cakes?|brand)s?\b"
    r"|(?:,| is| was) (?:our|the|an?) (?:[\w-]+ ){0,2}(?:unit|ward|hospice|hospital|centre|clinic"
    r"|building)\b"
)
KNOWN_TO_ALL = frozenset(
    {"florence nightingale", "mary seacole", "marie curie", "edith cavell", "aneurin bevan",
     "cicely saunders", "kate granger", "don berwick", "atul gawande", "leonard cheshire",
     "sue ryder", "robert francis", "joe bloggs", "jo bloggs", "fred bloggs", "jane bloggs",
     "jane doe", "john doe", "john smith", "ann other"}
)  # fmt: skip
