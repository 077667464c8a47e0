"""The address of somebody's home.

Where an office, a shop or a hospital is may be told.

Why: a story about a lamp said which house the ambulance had come to, because the number over the
door could not be read. The neighbours could read the story.

Instead: Say what kind of a place it is: a terraced house, a farm at the end of the bus line.

Example:
    She lives at 14 Inkerman Terrace, above the chip shop.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from generator.model import WRITTEN, Attachment, Record
from generator.model.lazy_pattern import compile_when_asked
from generator.model.problem import Fault, Problem, Severity, Sign
from generator.rules.personal_data.people_words import OFFICE, PERSON
from generator.rules.personal_data.signs import tell_signs
from generator.rules.personal_data.texts import Look, list_texts, with_any, with_word, with_written
from generator.rules.rule import Context, rule

_KIND = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Crescent|Terrace|Gardens?|Grove|Place"
    r"|Way|Court|Row"
    r"|Parade|Walk|Square|Hill|Rise|Mews|View|Park|Green|Cottages?|Villas?|Buildings|Mansions"
    r"|Gate|Yard|Fold"
    r"|Croft|Meadows?|Bank|Drove|Vale|Wharf|Quay|Heights|Brow|Mount|Dene|Garth|Broadway"
    r"|Esplanade|Promenade"
    r"|Estate|Wynd|Brae|Loan|Gait|Paddocks?|Limes|Elms|Oaks|Orchard|Spinney|Ridge|Ridings|Approach"
    r"|Path|Passage|Circus|Chase|Copse|Glebe|Glen|Fields?|Common|Parkway|Woods?|Vennel|Pend|Lawns?"
    r"|Leas?|Link"
    r"|Gdns|Cres|Clo?|Pl|Terr?|Sq|Dr(?! [A-Z])|Ct(?! scan)|Wy|Grn|Gr|La|Pk|Bldgs|Cotts?|Mws|Pde"
    r"|Wlk|Hse|Ho"
    r"|Loke|Maltings|Moorings|Nook|Knoll|Holt|Hurst|Causeway|Byway|Drift|End|Bridge|Cross|Side|Top)"
)
_COUNTED = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty)(?:-[a-z]{3,5})?"
)
_TITLE = r"(?!Mrs?\b|Ms\b|Miss\b|Dr\b|Sister\b|Nurse\b|Matron\b|Staff\b)"
# What a Welsh street is called comes first.
_WELSH_KINDS = (
    "Heol|Ffordd|Stryd|Maes|L[oô]n|Clos|Rhodfa|Rhiw|Rhes|Cae|Cwrt|Cilgant|Gerddi|Parc|Bryn|Trem"
    "|Llys|Erw|Llwyn|D[oô]l|Waun|Gwaun|Nant|Min|Pen|Teras|Tai|Plas|Coed|Allt|Glan|Pont|Llwybr|Bro"
    "|Cefn|Tan|Twyn|Troed|Pant"
)
_WELSH = (
    rf"(?:{_WELSH_KINDS})"
    r"(?:[’']r|(?: (?:y|yr|ar|yn|uwch|[A-Z][\w’'-]{1,20})){0,2}) [A-Z][\w’'-]{1,20}"
)
_MONTH = (
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June"
    r"|July|August|September|October|November|December)\b)"
)
_NUMBERED = compile_when_asked(
    r"(?<![\w£.,/-])(?:(?:Flat|Apartment|Room) [0-9]{1,4}[A-Za-z]?,? )?(?!19[0-9]{2}|20[0-9]{2})"
    rf"(?:(?:[0-9]{{1,3}}/[0-9]{{1,2}}|[0-9]{{1,4}}[A-Za-z]?),? |(?:[Nn]umber|No\.?) {_COUNTED},? )"
    rf"{_TITLE}{_MONTH}(?:{_WELSH}|(?:(?:St\.?|[A-Z][\w’'-]{{1,20}}) ){{1,4}}{_KIND}\b)(?!"
    r" (?:Hospital|Surgery|Hospice|Clinic|Ward|School|Unit|Centre|Trust|Health|Medical|Library|Hall"
    r"|Business|Industrial|Trading|Hotel|Practice|Pharmacy|Museum))"
)
_NAMED = compile_when_asked(
    r"\b(?:The )?(?!The |In |At |From )[A-Z][a-z’']{2,20} (?:Cottage|House|Farm|Lodge|Forge"
    r"|Bungalow|Barn|Mill"
    r"|Rectory|Vicarage|Croft|Grange|Manor|Cottages|Smithy|Stables|Villa|Hall Farm|Gatehouse),?"
    r" (?:near |nr |by |on |in |off )?(?!Hospital|Hospice|Surgery|Clinic|Ward|Trust|Nursing|Care"
    r"|Unit)(?:[A-Z][\w’'-]{1,20} ){0,3}"
    rf"(?:{_KIND}, [A-Z][a-z]{{2,20}}|[A-Z][a-z]{{2,20}})"
)
_AT_HOME = compile_when_asked(
    r"\b(?:lives?|lived|living|home|address|moved|drove|delivered?|visited (?:him|her|them)"
    r"|(?:(?<=\bher )|(?<=\bhis )|(?<=\bmy )|(?<=\bthe )|(?<=\btheir )|(?<=[’']s ))house|door"
    r"|bungalow|flat)"
    r"(?: is| was| to|:)?,?(?: at| in)? ",
    re.IGNORECASE,
)
# The name of a house and where it is, where something says that it is somebody's.
_SAID_AT = compile_when_asked(
    r"[alsrhALSRH](?<![\w-].)(?:ddress(?:[ :|]| is| was){1,3}"
    r"|(?:ive[sd]?|iving|tays|esides)(?: (?:up|over|out|down|alone))? at[ :]{1,2}"
    r"|(?:ives?|ouse|ome)(?::| ?\|) ?)",
    re.IGNORECASE,
)
_PLACED = r"(?:The )?[A-ZŴŶÂÊÎÔÛ][\wŷŵâêîôû’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,3}"
_HOUSE = compile_when_asked(
    rf"(?!Ward|Bed|Bay|Room|Clinic|The (?:Trust|Ward)\b){_PLACED}, {_PLACED}"
)
_ON_STREET = compile_when_asked(
    r"[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,3}, (?:[A-Z][\w’'-]{1,20} ){1,3}"
    rf"{_KIND}\b(?! [A-Z])(?:, [A-Z][a-z]{{2,20}})?"
)
_NO_HOME = compile_when_asked(
    r"\b(?:e-?mail|web|ip|mac|care home|nursing home|hospital) $", re.IGNORECASE
)
_ANY_NUMBER = compile_when_asked(
    r"(?<![\w£.,/-])[0-9]{1,3}[a-z]?,? (?!Jan\b|Janu|Feb|March?\b|Mar\b|Apr|May\b|June?\b"
    r"|July?\b|Aug|Sep|Oct|Nov|Dec)[A-Z][a-z’']{2,20}(?: [A-Z][a-z’']{2,20}){0,2}"
)
_FLAT = compile_when_asked(
    r"\b(?:Flat|Apartment|Apt\.?) [0-9]{1,4}[A-Za-z]?,? [A-Z][\w’'-]{2,20}(?:"
    r" [A-Z][\w’'-]{2,20}){0,3}"
)
# The other ways round, and in small letters.
_TURNED = compile_when_asked(
    rf"\b(?:[A-Z][\w’'-]{{1,20}} ){{1,3}}{_KIND},? (?:[Nn]umber|[Nn]o\.?) (?:[0-9]{{1,4}}"
    rf"|{_COUNTED})\b"
)
_THE = compile_when_asked(r"(?<![\w£.,/-])[0-9]{1,4}[A-Za-z]?,? The [A-Z][a-z]{2,20}\b")
_SMALL_FLAT = compile_when_asked(
    r"\b(?:flat|apartment|apt\.?) [0-9]{1,4}[a-z]?,? (?:[0-9]{1,4}[a-z]?,? )?[a-z][a-z’'-]{2,20} "
    r"(?:court|house|road|street|avenue"
    r"|lane|close|terrace|crescent|gardens|place|drive|mansions|lodge|towers?|heights|point|walk"
    r"|way|row)\b",
    re.IGNORECASE,
)
_SMALL_KINDS = (
    "paddock paddocks limes elms oaks orchard spinney ridings mews copse glebe maltings moorings"
)
_SMALL_KIND = f"(?:{_SMALL_KINDS.replace(' ', '|')})"
_SMALL = compile_when_asked(
    r"(?<![\w£.,/-])(?:[0-9]{1,4}[a-z]?,?) (?!minutes?|miles?|hours?|the|a )(?:st\.? )?"
    r"[a-z][a-z’'-]{2,20}"
    r"(?: [a-z][a-z’'-]{2,20})?"
    r" (?:road|street|avenue|lane|terrace|crescent|grove|gardens|rd|cres|gdns|ave)\b"
)
_SMALL_THE = compile_when_asked(rf"(?<![\w£.,/-])[0-9]{{1,4}}[a-z]?,? the {_SMALL_KIND}\b")
_SPELT = compile_when_asked(
    rf"(?:\b(?:at|to|of|from|is|:) |[“\"‘'])(?:[Nn]umber )?{_COUNTED},? [A-Z][\w’'-]{{1,20}}"
    rf"(?: [A-Z][\w’'-]{{1,20}})? {_KIND}\b"
)
# What stands before a number that is no house's, and what is done where nobody lives.
_COUNT_OF = compile_when_asked(
    r"\b(?:beds?|bays?|wards?|rooms?|tables?|figures?|levels?|floors?|weeks?|days?|units?|steps?"
    r"|gates?|bus|route|theatre"
    r"|page|and|or|[0-9] to|in|of the|[A-Z][a-z]+day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December) $"
)
_MEETING = compile_when_asked(
    r"\b(?:works? (?:at|in|from)|finance|trading estate|industrial estate|business park"
    r"|medical records|we met|we meet|meetings?"
    r"|has a (?:ramp|hall)|infirmary|hire|(?:team|unit|hub|service|office|library)s? (?:(?:is|are"
    r"|was|were|has|have) )?(?:based|moved|housed)|hub at|(?:strategy|away|study) days?)\b",
    re.IGNORECASE,
)
_NOBODYS = compile_when_asked(
    r"\b(?:works? (?:at|in|from)|met|meetings?|meets|held|hire|headquarters|offices?|desk"
    r"|registered|premises|factory"
    r"|deliveries|printed|press|ltd|limited|printers?|garage|studio|builders?"
    r"|visit(?:ed)? (?:them|the)"
    r"|memorial|plaque|training|seminars?|(?:ground|first|second|third|fourth|fifth"
    r"|top) floor of|our building|step-free|freepost|write to|post to|send (?:it|them|forms)"
    r"|our (?:address|base|site|hub)|based|(?:team|unit|service|office) (?:has )?moved"
    r"|(?:strategy|away|study) day|went to see how|opened|shop|bought"
    r"|boiler|stands|reception|harley street|downing street|whitehall|parliament|infirmary"
    r"|hospitals?|clinics?|surger(?:y|ies)|hospices?"
    r"|practices?|cent(?:re|er)|campus|department|pharmacy|supplier|company|charity"
    r"|carpet|firm|mosque|café|hotel|quaker|care home|nursing home|open day|(?:trading"
    r"|industrial) estate|business park|medical records)\b"
    r"|\b(?:church|chapel|station|hall|school|college|university|library|council|museum|trust"
    r"|bridge)\b"
    rf"(?! {_KIND}\b)",
    re.IGNORECASE,
)
_HOME = compile_when_asked(
    rf"{PERSON.pattern}|\b(?:lives?|lived|living|home address|home|address|visited|one of our"
    r" patients|moved (?:from|to))\b",
    re.IGNORECASE,
)
_PLACE = compile_when_asked(
    rf"{OFFICE.pattern[:-2].removesuffix('|hall)')}|cabin|café|restaurant|hotel|church|chapel"
    r"|mosque|station|gallery|theatre|market|lodge)\b",
    re.IGNORECASE,
)
_KINDS = sorted(word.replace("s?", "") for word in f"{_KIND[3:-1]}|{_WELSH_KINDS}".split("|"))
_BY_LETTER = "|".join(
    rf"(?<= {letter})(?:{'|'.join(word[1:] for word in words)})s?\b"
    for letter, words in groupby(_KINDS, key=lambda word: word[0])
)
# A figure before a capital, or one of the words that streets and houses are called by. What
# begins with one set of signs is searched for ten times as fast as what does not.
_MAY_BE_ADDRESS = compile_when_asked(
    r"[0-9A-Z](?:(?<=[Ff]lat [0-9])|(?<=[Aa]partment [0-9])|(?<=[Aa]pt [0-9])|(?<=[Aa]pt\. [0-9])"
    rf"|(?<=[0-9])[a-zA-Z]?,? (?:{_MONTH}[A-Z]|[a-z’'.-]{{2,21}} (?:[a-z’'-]{{3,21}} ){{0,2}}"
    r"(?:road|street|avenue|lane|terrace|crescent|grove|gardens|rd|cres|gdns|ave)\b"
    rf"|the {_SMALL_KIND}\b)"
    rf"|{_BY_LETTER}"
    r"|(?<=[CHFLBMRVGS])(?:ottage|ouse|arm|odge|orge|ungalow|arn|ill|ectory|icarage|roft|range"
    r"|anor|mithy|table|atehouse)s?,? (?:near |nr |by |on |in |off )?[A-Z]"
    r"|(?<=ddress [A-Z])|(?<=ddress: [A-Z])"
    r"|(?<=ouse: [A-Z])|(?<=ome: [A-Z])|(?<=ddress is [A-Z])|(?<=ddress \| [A-Z])"
    r"|(?<=live[sd] at [A-Z])|(?<=living at [A-Z])|(?<=tays at [A-Z])|(?<=sides at [A-Z])"
    r"|(?<=up at [A-Z])|(?<=lives \| [A-Z]))"
)
# What may not follow is no part of a word, and what it may lack is there or not.
_WORDS = re.sub(r"\(\?!.*?\)", "", " ".join(_KINDS)).replace("[oô]", "o")
_FULL, _SHORT = _WORDS.replace("?", ""), re.sub(r".\?", "", _WORDS)
_is_street = with_written(
    f"{_FULL} {_FULL.replace(' ', 's ')}s {_SHORT}"
    " Cottage House Farm Lodge Forge Bungalow Barn Mill Rectory Vicarage Croft Grange Manor"
    " Cottages Smithy Stables Gatehouse Home address Address lives lived living stays resides"
)
_is_up_at, _is_placed = with_any("up at "), with_any("ouse: ", "ome: ")
_is_small = with_word(
    "road street avenue lane terrace crescent grove gardens rd cres gdns ave flat apartment apt"
    f" {_SMALL_KINDS}"
)
_BEFORE_A_NAME = compile_when_asked(rf"[0-9][a-zA-Z]?,? {_MONTH}[A-Z]")
_SIGNS = (
    Sign(_NUMBERED, near=(_HOME,), not_near=_MEETING, not_before=_PLACE),
    Sign(_NUMBERED, not_near=_NOBODYS, not_before=_COUNT_OF),
    Sign(_TURNED, not_near=_NOBODYS),
    Sign(_TURNED, near=(_HOME,), not_before=_PLACE),
    Sign(_SPELT, not_near=_NOBODYS),
    Sign(_THE, near=(_HOME,), not_before=_PLACE),
    Sign(_THE, not_near=_NOBODYS, not_before=_COUNT_OF),
    Sign(_SMALL_FLAT),
    Sign(_SMALL, near=(_HOME,), not_near=_NOBODYS, not_before=_COUNT_OF),
    Sign(_SMALL_THE, near=(_HOME,), not_before=_COUNT_OF),
    Sign(_ANY_NUMBER, after=_AT_HOME, reach=30, not_near=_MEETING, not_before=_PLACE),
    Sign(_FLAT),
    Sign(_NAMED, near=(_HOME,), not_before=_PLACE),
    Sign(_ON_STREET, near=(_HOME,), not_near=_NOBODYS, not_before=_PLACE),
    Sign(_HOUSE, after=_SAID_AT, not_after=_NO_HOME, reach=60, not_near=_MEETING),
)


@rule(
    "P113",
    "street-address",
    Severity.WARNING,
    doc=__doc__,
    on=(*WRITTEN, Attachment),
    says={"": "The address of somebody's home stands {where}: {value}."},
    signs=_SIGNS,
)
def RULE(record: Record, fault: Fault, _: Context) -> Iterator[Problem]:
    """Find a house and its street in sentences that speak of a person or a home."""
    yield from tell_signs(fault, list_texts(record, _MAY_BE_ADDRESS, _may_hold), _MAY_BE_ADDRESS)


def _may_hold(look: Look) -> bool:
    if _is_street(look) or _is_up_at(look):
        return True
    if ":" in look.plain and _is_placed(look):
        return True
    return _is_small(look) or _BEFORE_A_NAME.search(look.plain) is not None
