"""Why a measure has its label and not the next: each lack, and what a label rests on, in words.

Fragments of sentences, for a page to set beside a label; no chart, no tag, no figure of its own.
"""

from collections.abc import Callable, Sequence

from generator.evidence.comparison import BETTER, ChanceTest, Lack
from generator.evidence.figures import write_count, write_day, write_word
from generator.evidence.label import Judgement, Label

PER_CENT = 100


def write_lack(lack: Lack, spell: str = "point", way: int = BETTER) -> str:
    """Write one thing that a label lacks; `spell` is what one point stands for."""
    words = _LACKS[lack.code](lack, spell)
    # The conditions for worse are those for better, mirrored; and so are their words.
    return words if way == BETTER else words.replace("better", "worse").replace("best", "worst")


def write_reason(judgement: Judgement, spell: str = "point") -> str:
    """Write why a measure has its label: what it rests on, or the first thing that it lacks."""
    if judgement.way and judgement.test:
        return write_test(judgement.test, spell)
    return write_lack(judgement.lacks[0], spell) if judgement.lacks else ""


def write_next(judgement: Judgement, spell: str = "point") -> list[str]:
    """Write all that is missing for the next label, in the order of the conditions."""
    return [write_lack(lack, spell) for lack in judgement.lacks]


def write_test(test: ChanceTest, spell: str = "point") -> str:
    """Write what a label rests on, with the chance of as much if nothing had changed."""
    chance = _write_chance(test.p)
    better = "better" if test.way == BETTER else "worse"
    if test.days:
        counts = f"{write_count(test.m, 'event')} in {test.days[0]:,} days before, "
        counts += f"{write_word(test.k)} in {test.days[1]:,} days after"
        return f"{counts}: chance alone would do as much {chance}"
    share = f"{write_word(test.c or 0)} of {write_count(test.k, spell)} after the change"
    line = "the middle of those before"
    return f"{share} were {better} than {line}: chance alone would do as much {chance}"


def write_as_of(judgement: Judgement, *, is_month: bool = True) -> str:
    """Write as of when a label stands: “as of June 2026”; nothing where it says nothing of now."""
    if judgement.as_of is None or judgement.label is Label.TOLD:
        return ""
    return f"as of {write_day(judgement.as_of, is_month=is_month)}"


def _write_chance(chance: float) -> str:
    """Write a probability as people say it: 3 times in 100, once in 1,000, and no finer."""
    if chance >= 1 / PER_CENT:
        times = round(chance * PER_CENT)
        return "once in 100" if times == 1 else f"{times} times in 100"
    in_thousand = chance * PER_CENT * 10
    if in_thousand >= 1:
        times = round(in_thousand)
        return "once in 1,000" if times == 1 else f"{times} times in 1,000"
    return "less than once in 1,000"


def _write_so_far(lack: Lack, noun: str, when: str) -> str:
    have = write_count(lack.have, noun)
    return f"{have} counted {when}, {write_word(lack.need)} are needed"


def _write_day_count(lack: Lack, when: str) -> str:
    days = f"{int(lack.have):,} day" + ("" if lack.have == 1 else "s")
    return f"{days} observed {when}, {int(lack.need)} are needed"


def _write_short_after(lack: Lack, spell: str) -> str:
    return f"{write_count(lack.have, spell)} so far, {write_word(lack.need)} are needed"


def _write_too_few(lack: Lack, spell: str) -> str:
    have = f"{write_word(lack.have)} of {write_count(lack.of, spell)} after the change"
    have += f" {'was' if lack.have == 1 else 'were'} better than the middle of those before"
    if not lack.need:
        return f"{have}, and even all of them would be too few to tell from chance"
    return f"{have}, {write_word(lack.need)} are needed to tell it from chance"


def _write_late_too_few(lack: Lack, spell: str) -> str:
    have = f"of the {write_count(lack.of, spell)} a year or more after the change"
    have += f" {write_word(lack.have)} {'was' if lack.have == 1 else 'were'} better than before"
    if not lack.need:
        return f"{have}, and even all of them would be too few to tell from chance"
    return f"{have}, {write_word(lack.need)} are needed"


def _write_chosen(lack: Lack, spell: str) -> str:
    told = "it holds against the chosen baseline only, and not against all that was counted before"
    if lack.of:
        told += f" ({write_word(lack.have)} of {write_count(lack.of, spell)} better)"
    return f"{told}; a reason (`because`) would have to be given"


def _write_silence(lack: Lack, spell: str) -> str:  # noqa: ARG001
    since = write_day(lack.since, is_month=True) if lack.since else ""
    until = write_day(lack.until, is_month=True) if lack.until else ""
    most = write_word(lack.need)
    return f"nothing was counted between {since} and {until}, which is more than {most} months"


def _write_from(lack: Lack) -> str:
    return f", from {write_day(lack.since)} on" if lack.since else ""


def _say(text: str) -> Callable[[Lack, str], str]:
    return lambda _lack, _spell: text


def _fill(text: str) -> Callable[[Lack, str], str]:
    """Fill a sentence with what a lack has: {have}, {need}, {of} as words."""
    return lambda lack, spell: text.format(
        have=write_word(lack.have),
        need=write_word(lack.need),
        of=write_count(lack.of, spell),
    )


_LACKS: dict[str, Callable[[Lack, str], str]] = {
    "no-points": _say("nothing has been counted yet"),
    "no-change": _say("no day of a change is given"),
    "none-after": _say("nothing was counted after the change yet"),
    "none-before": _say("nothing was counted before the change"),
    "none-in-baseline": _say("nothing was counted in the days chosen as the baseline"),
    "not-observed": _say("it is not said between which days all events would have been seen"),
    "unseen-before": _say("no days were observed before the change"),
    "unseen-after": _say("no days were observed after the change yet"),
    "no-direction": _say("neither more nor less is better here, so that nothing can be better"),
    "balancing": _say("a balancing measure watches for harm, and makes no label for the better"),
    "short-before": lambda lack, spell: _write_so_far(lack, spell, "before the change"),
    "short-after": _write_short_after,
    "few-events": lambda lack, _: _write_so_far(lack, "event", "before the change"),
    "few-days-before": lambda lack, _: _write_day_count(lack, "before the change"),
    "few-days-after": lambda lack, _: _write_day_count(lack, "so far"),
    "at-best": _say("already at its best before: no label can come"),
    "too-few-better": _write_too_few,
    "rates-overlap": _say("chance alone would often make as many or as few events as these"),
    "baseline-runs": _say("it was moving before the change: a long run on one side of its middle"),
    "baseline-crossings": _say("it was moving before the change: it crossed its middle too seldom"),
    "baseline-trend": _say("it was getting better before the change already"),
    "baseline-leads": _say(
        "it was getting better little by little before the change, and that line alone leads to "
        "about where it stands now"
    ),
    "not-now": _fill(
        "{have} of the latest six are better than before, and {need} must be to say that it is now"
    ),
    "chosen-baseline": _write_chosen,
    "n-missing": _fill(
        "{have} of {of} without n: people can be counted only where every one has it"
    ),
    "not-shares": _fill("{have} of {of} are no share of their n, which would be 0 to 100 %"),
    "below-nothing": _fill("{have} of {of} are below nothing, and no count can be"),
    "people-overlap": _say(
        "taken person by person, before and after are too close to tell from chance"
    ),
    "silence": _write_silence,
    "short-late": lambda lack, spell: (
        f"{write_count(lack.have, spell)} counted a year or more after the change"
        f"{_write_from(lack)}, {write_word(lack.need)} are needed"
    ),
    "late-too-few": _write_late_too_few,
    "few-days-late": lambda lack, _: _write_day_count(
        lack, f"a year or more after the change{_write_from(lack)}"
    ),
    "late-overlap": _say("a year or more after the change it is too close to before to tell"),
}
CODES: Sequence[str] = tuple(_LACKS)
