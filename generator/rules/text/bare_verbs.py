"""Verbs with which orders begin, as in “Ask every patient”: the words alone, for `advice_giving`.

Only words that seldom begin a note of what was done: “call bells” and “visits” are left out.
"""

_WORDS = """
    accept acknowledge act adapt add address adopt agree aim allow appoint arrange ask assess
    avoid be become begin bring build celebrate champion check choose collect communicate
    consider consult create decide deliver describe develop discuss display do don't embed
    empower enable encourage engage ensure establish evaluate examine expect explain explore
    find focus follow gather get give go have help hold identify implement improve include
    inform introduce invest invite involve keep know lead learn let listen look maintain make
    meet monitor never observe offer organise pay prepare prioritise promote provide put raise
    recognise recruit reduce reflect remember remind remove respect respond review run say seek
    select send set share show speak spend start stop support take talk teach tell think train
    treat trust try understand use wait watch wear work write
"""
BARE_VERBS = frozenset(_WORDS.split())
