"""Words for what is no day of a patient’s: a team’s, a thing’s, and that of one of the staff.

The patterns alone, for `exact_date_of_patient`. With a patient in its sentence a day is theirs but
for what is a team’s at any rate; with nobody but a “she” it may be that of anybody at work.
"""

import re

from generator.rules.personal_data.staff_name_patterns import ROLES

_TEAM = (
    r"launch\w*|audit\w*|pilot\w*|survey\w*|published|newsletter|training|board(?! under)"
    r"|join(?:ed|s)?"
    r"|appointed|retired on|rota|study|approved|inspect\w*|(?:my|our|the) (?:team|ward|unit|office"
    r"|clinic|department|service) (?:moved|opened|began)|patients|residents|relatives|families"
    r"|group|council|panel|forum|workshop|conference|interview\w*|suggested|drew|designed|proposed"
    r"|invented|presented|chaired|spoke (?:at|to)|volunteered|poster|governor|paint(?:ed)?|leads?"
    r"|director|chief|managers?|executive|officer|first (?:try|test|day|shift)|tried|version"
    r"|draft\w*"
    r"|policy|protocol|(?:first|last|next|hundredth|new) (?:\w+ )?(?:patient|resident|person"
    r"|visitor|user)(?! (?:goes|went|going) home)|last patient in|(?:each|every"
    r"|any) (?:\w+ )?(?:patient|resident|person|man|woman|child|one|of)"
    r"|(?:patient|carer|resident|family) (?:leaflet|survey|information|day|voice|forum|council"
    r"|rep\w*|transport|and)|for the photograph|trust|supplier|company|printed|ribbon|named after"
    r"|opened (?!(?:her|his) eyes)|estates|colleagues?|project|scheme|campaign|award|prize|budget"
    r"|guideline|agreed (?:to|on) (?:it|the)|talk to the|gave (?:an?|his|her) talk|pharmacist"
    r"|lavatory|met (?:on|in|at|every|for|again)|(?:my|her|his) shifts?|charity walk|fundrais\w*"
    r"|raffle|sponsored|retired as|volunteers|trial|to see (?:how|theirs)|family room"
    r"|(?<!\bher )(?<!\bhis )(?<!\bmy )(?:clinic|service|hospice|charity|hospital"
    r"|network) (?:was|is|has|began|moved)|we (?:met|began|started|hung|piloted|trained|introduced)"
)
_STAFF = (
    rf"(?<!retired )(?:{ROLES}|domestics?|joiner|matron|deputy|(?:staff|student) nurses?|trainees?)"
    r"|ward (?:manager|team|was)|(?:two|three|all|both|six|other) wards|unit (?:was|had|has)"
    r"|shifts?"
)
_DONE = (
    r"leave|made|built|sewed|bought|measured|counted|checked|took over|handed over|started (?:here"
    r"|as|at)|worked|works|job|office|desk|e-?mail(?:ed)?|slides?|(?:the )?minutes of|agenda|report"
    r"|paper|idea|plan|(?:the|new) (?:form|chart) on|new (?:form|chart)|letter about|trained|taught"
    r"|wrote (?:an?|the|up)|finished (?:an?|the|her|his)|money|won|meeting|(?:an?|the|her|his"
    r"|my) talk|coroner|(?:her|his|their) rounds?|her patients|the patients"
)
# A note on one patient, and what shows that it is a form of the ward's.
LOGGED = re.compile(
    r"\b(?:(?:nursing|medical|clinical|physio\w*|night|progress|care|ot|salt|doctor[’']s|carer[’']s"
    r"|gp|ed|triage|bowel|fluid|food|drug|weight|stool|observations?|obs|turning|repositioning"
    r"|pain|seizure|sleep|wound|behaviour|insulin|blood sugar|clinic|discharge"
    r"|outpatient) (?:notes?"
    r"|entry|entries|log|letter|records?|sheet|diary|chart)|last entry)\b",
    re.IGNORECASE,
)
NEW_FORM = re.compile(
    rf"\b(?:{_TEAM}|new|dated|came in|went|arrived|hung|changed|replaced|introduced|redesigned"
    r"|template|charts|sheets|logs|letters|staff|wards?|we|log)\b",
    re.IGNORECASE,
)
OF_THE_TEAM = re.compile(rf"\b(?:{_TEAM})\b", re.IGNORECASE)
AT_WORK = re.compile(rf"\b(?:{_TEAM}|{_STAFF}|{_DONE})\b", re.IGNORECASE)
