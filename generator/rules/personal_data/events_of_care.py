"""Words for what happens once to one person in care, and for what many have or a team does.

The patterns alone, for `exact_date_of_patient`: a note often leaves out to whom it happened.
"""

import re

from generator.model.lazy_pattern import compile_when_asked
from generator.rules.personal_data.by_letter import by_letter

_TUBE = (
    r"(?:catheter|cannula|venflon|(?:chest |wound )?drain|picc|(?:central|hickman|midline|arterial)"
    r" line|(?:ng|peg|nasogastric|feeding|breathing|chest) ?tube|peg|stent|pacemaker|stitches|clips"
    r"|sutures|staples|plaster|cast|shunt|stoma bag|trache?(?:ostomy)?|pessary|splint|spica"
    r"|implant|nephrostomy|drip|syringe driver|epidural|tube|line|dressing|pack|prosthesis)"
)
_PART = (
    r"(?:hips?|knees?|shoulder|elbow|wrist|ankles?|feet|foot|toes?|legs?|arms?|hands?|fingers?"
    r"|thumb|eyes?|ears?|teeth|tooth|jaw|neck|spine|back|breasts?|kidneys?|bowel|colon|liver|lungs?"
    r"|hearts?"
    r"|spleen|pancreas|thyroid|prostate|testicle|ovar(?:y|ies)|womb|tonsils|appendix|gall ?bladder"
    r"|cataract|hernia|mole|lump|cyst|tumour|growth|valve|artery|nail|adenoids|polyps?|gallstones)"
)
# One of these with a day beside it: a scan of somebody's, an operation, a blow.
_ONCE = by_letter(
    r"(?!program|diagram|histogram|photogr|demogr|telegr|pictogr|bibliogr|topogr|typogr|parallel"
    r"|kilogram|organogr|infogr|autogr|paragr|geogr)"
    r"[a-z]{6,18}(?![a-z])(?:(?<=oscopy)|(?<=ectomy)|(?<=otomy)|(?<=ostomy)|(?<=plasty)"
    r"|(?<=centesis)|(?<=graphy)|(?<=gram)|(?<=tripsy))"
    r"|(?:re-?|brain |bone |ct |mri |pet |12-week |20-week |dating |anomaly |liver |body )*scan"
    r"|mri|ct|x-?ray|ultrasound|echo|ecg|eeg|lumbar puncture|smear|biops(?:y|ies)|bloods|swab"
    r"|mammogram|doppler|(?:bone marrow|nerve|skin|ear) (?:test|graft|block)|tonometry|dexa"
    r"|(?:hip|knee|joint|valve) replacement|cataract op|c-?section|ca?esare?an|forceps|ventouse"
    r"|induction of labour|bypass|transplant|skin graft|op|operation|surgery date|amputation"
    r"|anaesthetic|sedation|transfusion|dialysis|haemodialysis|chemo(?:therapy)?|radiotherapy"
    r"|immunotherapy|infusion|injection|jab|booster|vaccination|ect|detox"
    r"|(?:loading |first |second |third |last |final |stat |wrong |double |missed |extra )dose"
    r"|stillbirth|miscarriage|termination|birth|delivery of (?:a|the) baby|labour|waters"
    r"|contractions|abruption|eclampsia|neonatal death|death|demise|certification of death"
    r"|post-?mortem|inquest|funeral|burial|cremation|wake"
    r"|admission|readmission|discharge|self-discharge|re-?admit|transfer|repatriation|step-?down"
    r"|fall|slip|trip|collapse|faint|seizure|fit|stroke|tia|bleed|haemorrhage|hemorrhage"
    r"|heart attack|cardiac arrest|arrest|nstemi|stemi|mi|dvt|pulmonary embolism|embolus|sepsis"
    r"|septic shock|anaphylaxis|overdose|od|self-harm|suicide attempt|ligature|relapse"
    r"|crash (?:call|team)|peri-?arrest|2222 call|999|emergency call|section (?:2|3|4|5|17|136)"
    r"|mha assessment|tribunal|seclusion|restraint|awol|absconsion|diagnosis|prognosis"
    r"|bad news|terminal news|referral|re-?referral|appointment|appt|opa|follow-?up|review|visit"
    r"|home visit|assessment|pre-op|consultation|consent form signed|ward round|best interests"
    r" meeting|family meeting|dnacpr|respect form|dols|pressure (?:sore|ulcer)|wound|dehiscence"
    r"|infection|pneumonia|aspiration|perforation|leak|fracture|dislocation|burn|scald|allergic"
    r" reaction|reaction|rash|swallow test|extubation|intubation|decannulation|weaning"
    r"|cardioversion|ablation|embolisation|stenting|haemofiltration|nebuliser|enema|debridement"
    r"|manipulation|reduction under sedation|baptism|christening|blessing|last rites|wedding"
    r"|incident|accident|never event|near miss|assault|complaint|concern raised|safeguarding alert"
    r"|edd|lmp|mffd|medically (?:fit|optimised)|dna|did not attend|was not brought|dnw|dod|doa|dob"
    r"|d/?c|adm|rip|ta[ck]en into care|collection from home"
)
# What a unit has in the name of such a thing: a form, a room, a rate.
OF_UNIT = (
    r"(?! (?:form|forms|list|lists|lounge|rates?|unit|units|service|suite|room|rooms"
    r"|team(?! called)"
    r"|pathway|policy|protocol|checklist|chart|tool|template|letter template|planning|prevention"
    r"|clinic|clinics|office|desk|numbers?|figures?|data|times|targets?|audit|register|group|line"
    r"|slots?|capacity|bay|bays|machine|van|bus|centre|center|day|days|week|training|study|course"
    r"|process|system|software|summaries|coordinator|co-ordinator|nurses?|programme|packs?|cards?"
    r"|posters?|leaflets?|meeting|meetings|board|huddle|trolley|drill|simulation|plan|model"
    r"|bundle|stickers?|lead|champions?|project|pilot|trial|box|book|log|hub|mailbox|inbox|codes?"
    r"|ward|wards|block|sessions?|criteria|reports?|reporting|screening|kit|association)\b"
    r"| [a-z]{3,12}s (?:were|are|began|came|started|moved|have)\b)"
)
_NOT_MANY = (
    r"(?<!\beach )(?<!\bevery )(?<!\bper )(?<!\bany )(?<!\bno )(?<!\bnew )(?<!\ball )(?<!-)"
    r"(?<!\bfewer )(?<!\bmore )(?<!\bnext )"
)
# Nothing else begins here, and a look at one sign is cheap.
_WORD = r"\b(?=[a-z29])"
ONCE = rf"{_WORD}{_NOT_MANY}{_ONCE}\b{OF_UNIT}"
_WAS = (
    r"(?:was|were|has been|had been|took place|happened|went (?:ahead|wrong|well)|performed|done"
    r"|carried out|cancelled|postponed|rearranged|delayed|missed|refused|given|inserted|removed"
    r"|booked|abandoned|repeated|brought forward|started|stopped|resumed|completed|uneventful|ended"
    r"|failed|confirmed|came (?:back|too|at|on|without)|followed|showed|revealed|found|due"
    r"|received|declined|recorded|noted|set for|fixed for|put off|called off|occurred)"
)
_DRUG = (
    r"(?:insulin|heparin|warfarin|morphine|oramorph|penicillin|aspirin|antibiotics?|potassium"
    r"|paracetamol|steroids?|adrenaline|digoxin|lithium|methotrexate|[a-z]{3,10}(?:cillin|mycin"
    r"|micin|parin|azole|oxacin|azepam|idone|mab|platin|apine))"
)
_GIVEN = r"(?:given|missed|stopped|started|omitted|doubled|withheld|injected|refused|not given)"
_DONE = (
    r"(?:put in|put back|put on|inserted|re-?inserted|sited|re-?sited|fitted|removed|changed|taken"
    r" out|taken off|pulled|pulled out|came out|fell out|blocked|replaced|flushed|unblocked|started"
    r"|stopped|in|out|off|up|down|back in|connected|disconnected|placed|dislodged|set up|infected)"
)
_FOUND = by_letter(
    r"weight:? [0-9]+|weighed [0-9]+|(?:it|this|that) (?:all )?happened|come back if|g[eo]t(?:s"
    r"|ting)? worse|hba1c|crp|egfr|(?:hearing aids?|teeth|dentures|glasses"
    r"|slippers|wedding ring|handbag|purse) (?:was|were|had been"
    r"|went|got) (?:lost|missing|broken|thrown|left|found|sent|put|taken|mislaid)|drip (?:ran"
    r"|was|came|had|tissued|stopped)|(?:in|of|into|out of) plaster|pressure (?:ulcers?"
    r"|sores?|areas?)|bed ?sores?|(?:blood|scan|test|x-ray|biopsy) results?|lost to follow-up"
    r"|(?:went|gone|left|now) (?:blind|deaf)|blind by|trapped|datix|coroner (?:heard|was told"
    r"|found)"
    r"|dehydrat\w+|delirious|unconscious|bruis(?:e|ed|es|ing)|swollen|bleeding|in (?:pain|labour"
    r"|agony|tears|a coma|a side room|the side room|resus)|screamed|wept|on (?:a|the) (?:trolley"
    r"|floor|commode|bedpan)|left (?:waiting|lying|sitting|alone|in (?:a|the|his|her))"
    r"|(?:two|three|another|a second|a third) falls? (?:in|on|that|within)|no ?(?:one|body) came"
    r"|(?:the )?(?:ward|hospital|hospice|surgery|doctor|consultant|gp) (?:rang|phoned|telephoned)"
    r"|(?:rang|phoned|call(?:ed)?)(?: \w+){0,4} to say|come now|goodbye"
    r"|never (?:woke|walked|spoke|came home|left)|decision to (?:stop|withdraw|withhold|turn off"
    r"|switch off|operate|amputate|section)"
    r"|(?:her|his|the) (?:bed|chair|room|cot|locker|pillow) (?:was|stood|had been|lay) (?:empty"
    r"|bare|stripped|gone|cold)|(?:life support|ventilation) (?:was )?(?:stopped|withdrawn|off)"
    r"|found (?:blue|dead|cold|unresponsive|unconscious|collapsed|hanging|wandering|deceased"
    r"|on (?:the )?floor|in (?:bed|bath|the bath|the car park|the toilet|a pool)|hypothermic|wet"
    r"|soiled|drowsy|not breathing|pulseless|lying|slumped|behind|by (?:cleaner|milkman|son"
    r"|daughter|neighbour|police|carer))|crash team|cpr|resus(?:citat\w+)?|no pulse"
    r"|pronounced (?:dead|life extinct)|life extinct|verified dead|certified dead|rushed (?:in|to)"
    r"|blue-?lighted|999 (?:called|call)|ambulance (?:was )?(?:called|came|took|arrived|crew"
    r"|brought|booked)|into seclusion|under section|detained|restrained|sectioned|absconded"
    r"|(?:cut|sawed|sewed|chopped|lopped|took (?!off)|taken (?!off)) ?(?:\w+ ){0,2}"
    r"(?:off|open|out|up)"
    rf"|(?:operated|operating) on|(?:wrong|left|right|other) {_PART}"
    rf"|(?:new|broke[n]?|lost|removed|replaced) (?:(?:the|a|my|me|her|his|one|left|right) )?{_PART}"
    rf"|{_PART} (?:replaced|removed|operated on|amputated|pinned|set|out|done|replacement|op)"
    r"|waters (?:broke|went)|into labour|stillborn|born (?:asleep|dead|at|by|weighing)|miscarried"
    r"|sent home|went home|let home|allowed home|brought in|came in|turned away|taken (?:in|ill|bad"
    r"|away|to (?:a&e|theatre|hospital|itu|icu|casualty|intensive care|resus))"
    r"|(?:to|into|in|from) (?:theatre|itu|icu|hdu|ccu|resus|a&e|casualty|intensive care|recovery"
    r"|nicu|scbu|picu)\b(?! (?:staff|nurses?|team|to the|moved))"
    r"|admitted|readmitted|discharged|diagnosed|transferred|referred|catheterised|cannulated"
    r"|intubated|extubated|ventilated|sedated|anaesthetised|transfused|vaccinated|immunised"
    r"|vomited|aspirated|choked|collapsed|fainted|fitted|arrested|overdosed|miscarried|haemorrhaged"
    r"|bled|relapsed|deteriorated|died|deceased|passed (?:away|on)|slipped away|baptised"
    r"|christened|anointed|buried|cremated|laid to rest|got married|were married"
    r"|(?:moved|transferred|stepped down|sent|shifted|wheeled|taken) (?:\w+ ){0,3}(?:from|to|into)"
    r" (?:the )?(?:(?:ward|bed|bay|room|side room|hospice|nursing home|care home|community"
    r" hospital|rehab|stroke unit|corridor|discharge lounge|mortuary)\b)"
    r"|fell (?:out|off|over|from (?:the|a|bed|his|her)|in (?:the|a|her|his)|on (?:the|a|her|his"
    r"|ward)|getting|down (?:the|a|some)|between|while|again|at home|asleep at|trying|backwards)"
    r"|(?:got|had|took) (?:the|a|that) (?:phone ?)?call|lost (?:two|three|a|the|his"
    r"|her) (?:fingers?"
    r"|toes?|legs?|eye|sight|hearing|tooth|teeth)|first (?:steps|words|food|drink|breath)"
    r"|last (?:breath|words|seen|meal|drink|visit)"
    r"|(?:given|gave|had) (?:penicillin|the wrong|insulin|morphine|antibiotics|blood|steroids|ect)"
    r"|skin (?:tears?|torn|broken|flap)|still weeping|swallowed|ingested|drank (?:the|bleach)"
    r"|self-discharged|walked out|signed (?:herself|himself)"
    r"|tested positive|told it was|all[- ]clear|stopped (?:breathing|eating|drinking)"
)
# A person who is called by two letters, and something that befalls nobody's machine.
INITIALS = compile_when_asked(
    r"[A-Z](?<!\w.)(?:\.? ?[A-Z]\.? "
    r"(?<!\bED )(?<!\bIT )(?<!\bHR )(?<!\bGP )(?<!\bOT )(?<!\bQI )(?<!\bCT )(?<!\bUK )"
    r"(?<!\bEU )(?<!\bAI )(?<!\bTV )(?<!\bIV )(?<!\bPC )(?<!\bOK )(?<!\bBP )(?<!\bGI )"
    r"(?<!\bID )(?<!\bPR )(?<!\bUV )(?<!\bAM )(?<!\bPM )(?<!\bMP )(?<!\bHQ )(?<!\bVR )(?<!\bPT )"
    r"(?:was|had|moved|fell|died"
    r"|went|came|arrived|collapsed|admitted|discharged|transferred|rang|refused|returned|seen|lost"
    r"|waited|asked|told|started|stopped|developed|became|attended|vomited|choked|slipped|pulled"
    r"|found|reviewed|readmitted|left)\b"
    r"|(?:(?<=P)(?:t|atient)|(?<=R)esident|(?<=C)(?:lient|hild)|(?<=M)(?:rs?|s|iss)|(?<=B)aby)"
    r" [A-Z]\b(?![’'a-z-]))"
)
# Anywhere in the sentence.
_JOIN = r" ?(?:->|=>|→|[-–—:=,(/|]) ?"
_MONTH = r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
# A note sets the day beside what happened: Colonoscopy performed: 17 Oct; 31 May - stillbirth.
_TO_DAY = (
    r"(?:(?: [a-z]{2,12}){0,2} ?(?:[:=(]|[–—-])|(?: (?:performed|done|given|date|took place"
    r"|completed|cancelled|booked|inserted|attended|was|ward|home|applied|received|called"
    r"|due)){0,2}"
    rf"(?:{_JOIN}|[ \n])) ?(?:date |done |on |for |at |the )?"
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?(?:the )?"
    rf"(?=[0-9]|{_MONTH}|[a-z-]{{3,14}}(?:th|st|nd|rd) )"
)
# A diary of somebody's days in bed.
_IN_DIARY = by_letter(
    r"sat|walked|home|ate|drank|slept|seen|stood|awake|confused|drowsy|agitated|refused|declined"
    r"|pain|vomit\w+|spoke|smiled|bed ?bath|nil by|nbm|feeding|eating|drinking|given|worse|better"
    r"|weak|sleepy|obs|temp|sats|bp|mobilis\w+|incontinent|crying|tearful|asleep|died|rip|pt|fever"
    r"|bloods|oxygen|iv|hb|crp|told|visited|washed|shower\w*|solids|sips|physio|wheelchair|commode"
    r"|toilet|speech|swallow\w*|speaking|breathing|cough\w*|fell|fall|adm\w*|d/?c"
)
_FROM_DAY = (
    rf"(?:(?:,?{_JOIN}(?:[\w&]+[ /-]){{0,3}}| (?:(?!the|an?|our|we|all|some)[\w&]+ )?){ONCE}"
    r"(?! (?:began|begins|moved|starts|started|will|became|is|ran|runs)\b)"
    rf"|,? ?(?:[-–—:]|->|→) ?(?:pt |still |now |not |very |first |no |up |back )?{_IN_DIARY}\b)"
)
BEFORE_DAY = compile_when_asked(ONCE + _TO_DAY, re.IGNORECASE)
# Anywhere in the sentence of a day.
EVENT = compile_when_asked(
    rf"{_WORD}{_NOT_MANY}(?:{_FOUND}\b|{_TUBE}(?: \w+)?:? {_DONE}\b"
    rf"|{_DRUG}[^;\n]{{0,20}} {_GIVEN}\b"
    rf"|{_ONCE}\b{OF_UNIT}(?:(?=[^;\n]{{0,60}}\b{_WAS}\b)|{_TO_DAY}))"
    rf"|(?:[0-9](?:st|nd|rd|th)?|{_MONTH}){_FROM_DAY}",
    re.IGNORECASE,
)
# Many, and what a team does.
_MANY = by_letter(
    r"patients|people|women|men|children|babies|residents|visitors|carers|relatives|families"
    r"|clients|cases|deaths|(?<!two )(?<!three )(?<!another )falls|no (?:patients?|residents?"
    r"|beds?|wards?)|strokes|births|admissions|readmissions|discharges|transfers"
    r"|referrals|operations|scans|appointments|complaints|incidents|visits|infections|doses"
    r"|injections|reviews|procedures|assessments|arrests|calls|wards|nurses|doctors|porters"
    r"|(?<!by )(?<!night )(?<!day )staff(?! nurse)"
    r"|managers?|matrons?|(?<!crash )(?<!arrest )(?<!resus )teams?|trusts?|colleagues|volunteers"
    r"|students|board|committee"
    r"|council|panel|forum|group|conference|workshop|webinar|course|training|study|audit\w*|pilot"
    r"|trial|project|programme|scheme|survey|campaign|charity|launch\w*|opened|opens|reopened"
    r"|opening|closed|closes|installed|introduced|published|approved|ratified|updated|revised"
    r"|rolled out|went live|go-live|deadline|applications?|bids?|minutes of|the minutes|agenda"
    r"|rota|newsletter"
    r"|posters?|leaflets?|policy|guidelines?|guidance|version|template|software|system|machines?"
    r"|scanners?|lifts?|boiler|pumps?|printer|server|batter(?:y|ies)|kettle|poster|clock|wall|sign"
    r"|building|budget|contract|supplier|funding|inspect\w+|cqc|mock|drill|simulat\w+"
    r"|awareness|World [A-Z][a-z]+ Day|(?:each|every|any|new) (?:\w+ )?(?:patient|resident"
    r"|person|bed|ward|one|woman|man|child|admission|nurse|day|week|month|morning|night)"
    r"|(?:first|last|next|hundredth) (?:patients?|person|users?|visitor)|week of|week ending"
    r"|weekly|monthly|quarter\w*|annual|average|median|mean|rates?"
    r"|per cent|percent|figures|numbers? of|data|baseline|chart|cycle|pdsa|learning|teaching"
    r"|talk|newspaper|website|app|between [0-9]{1,2}\b|exhibition|concert|stall|party|picnic|fair"
    r"|raffle|service|clinic (?:moved|began|started|ran|will)|unit|first used"
    r"|(?:the|a|our) new (?:\w+ ){1,3}came|we (?:\w+ly |all |then |first |had |have )?(?:began"
    r"|start\w*|chang\w*|introduc\w*|moved"
    r"|hung|met|meet|trained|tested|switched|stopped|asked|counted|measured|gave|showed|sent|bought"
    r"|painted|ran|run|held|used|set|wrote|agreed|chose|decided|piloted|tried|made|added|printed"
    r"|ordered|put|will|plan\w*|hope|aim|learn\w*|shared|presented|reviewed|looked|heard)"
)
MANY_OR_TEAM = compile_when_asked(
    rf"{_WORD}{_MANY}\b"
    r"|[0-9]%|\b(?:[2-9]|[1-9][0-9]{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve) of"
    r" (?:the|[0-9]+)",
    re.IGNORECASE,
)
