// @ts-check
// How figures are read: written by `make fix` from the checker's table.
export const TABLE = String.raw`{
 "dates": [
  [
   "(?<year>\\d{4})([-/. ])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})(?:(?:[t ]|, )\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]m)?(?: ?(?:z|utc|gmt|bst|[+-]\\d{2}:?\\d{2}))?)?",
   "u"
  ],
  [
   "(?<first>\\d{1,2})([-/. ])(?<second>\\d{1,2})\\2(?<year>\\d{4}|'?\\d{2})(?:(?:[t ]|, )\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]m)?(?: ?(?:z|utc|gmt|bst|[+-]\\d{2}:?\\d{2}))?)?",
   "u"
  ],
  [
   "(?<day>\\d{1,2})(?:st|nd|rd|th)?[-/. ]?(?:of )?(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?,?[-/. ]?(?<year>\\d{4}|'?\\d{2})(?:(?:[t ]|, )\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]m)?(?: ?(?:z|utc|gmt|bst|[+-]\\d{2}:?\\d{2}))?)?",
   "u"
  ],
  [
   "(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?[- ]?(?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?:(?:[t ]|, )\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[ap]m)?(?: ?(?:z|utc|gmt|bst|[+-]\\d{2}:?\\d{2}))?)?",
   "u"
  ],
  [
   "(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?[-/,. ]{0,2}(?<year>\\d{4}|'?\\d{2})",
   "u"
  ],
  [
   "(?<year>\\d{4})[-/. ](?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?",
   "u"
  ],
  [
   "(?<year>\\d{4})[-/.](?<month>\\d{1,2})",
   "u"
  ],
  [
   "(?<month>\\d{1,2})[-/.](?<year>\\d{4})",
   "u"
  ],
  [
   "q(?:uarter )?(?<quarter>[1-4])[-/,. ]{0,2}(?<year>\\d{4}|'?\\d{2})",
   "u"
  ],
  [
   "(?<year>\\d{4})[-/. ]?q(?<quarter>[1-4])",
   "u"
  ]
 ],
 "before_date": [
  "^(?:(?:w/?[cb]|week (?:commencing|beginning|starting|of)|month of)[:.]? ?)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?",
  "u"
 ],
 "total": [
  "(?:grand |sub-?)?(?:total|sum|average|avg|mean|median|overall|all)(?: |:|$).{0,60}",
  "u"
 ],
 "number": [
  "(?<sign>[-+]?)(?<digits>\\d[\\d,. ']*|[.,]\\d+)(?<power>e[-+]?\\d{1,2})?",
  "u"
 ],
 "percent": [
  " ?(?:%|per ?cent|pct)$",
  "u"
 ],
 "by_space": [
  "\\d{1,3}(?:[ ']\\d{3})+(?=$|[.,])",
  "u"
 ],
 "gaps": [
  "",
  "#calc!",
  "#div/0!",
  "#getting_data",
  "#n/a",
  "#name?",
  "#null!",
  "#num!",
  "#ref!",
  "#spill!",
  "#value!",
  "-",
  "--",
  ".",
  "missing",
  "n.a.",
  "n/a",
  "na",
  "nan",
  "no data",
  "none",
  "not known",
  "null"
 ],
 "headings": {
  "date": "date",
  "dates": "date",
  "day": "date",
  "week": "date",
  "month": "date",
  "quarter": "date",
  "period": "date",
  "when": "date",
  "week commencing": "date",
  "week beginning": "date",
  "week starting": "date",
  "w c": "date",
  "wc": "date",
  "month and year": "date",
  "month year": "date",
  "date of count": "date",
  "month starting": "date",
  "value": "value",
  "values": "value",
  "figure": "value",
  "result": "value",
  "rate": "value",
  "score": "value",
  "percent": "value",
  "per cent": "value",
  "percentage": "value",
  "pct": "value",
  "measure": "value",
  "measurement": "value",
  "median": "value",
  "mean": "value",
  "average": "value",
  "n": "n",
  "out of": "n",
  "of": "n",
  "denominator": "n",
  "sample": "n",
  "sample size": "n",
  "base": "n",
  "total": "n",
  "number asked": "n",
  "number of patients": "n",
  "how many": "n",
  "counted from": "n",
  "cases": "n",
  "number seen": "n",
  "note": "note",
  "notes": "note",
  "comment": "note",
  "comments": "note",
  "remark": "note",
  "remarks": "note",
  "what happened": "note"
 },
 "months": [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec"
 ]
}`;
