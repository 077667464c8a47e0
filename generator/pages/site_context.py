"""What there is to take from a site: the collection, what it shows, and where and when."""

import datetime as dt
from dataclasses import dataclass

from generator.collection.collection import Collection
from generator.collection.story_evidence import Findings
from generator.model import Action, Story, Voice
from generator.model.site_identity import SiteIdentity


@dataclass(frozen=True, slots=True)
class SiteContext:
    """All that data, tables, feeds and exports are made of; `today` decides which consents hold."""

    collection: Collection
    findings: Findings
    web: SiteIdentity
    today: dt.date

    def find_voices(self, record: Story | Action) -> tuple[Voice, ...]:
        """Find the voices of a record that may leave the site: those with the scope `feeds`.

        Whoever takes the data or reads the feed may publish it anew.
        """
        voices = record.voices
        return tuple(voice for voice in voices if voice.may_be_shown("feeds", self.today))
