"""What there is to take from a site: the collection, what it shows, and where and when."""

import datetime as dt
from dataclasses import dataclass

from generator.collection.collection import Collection
from generator.collection.consent import Quotation, voices_for
from generator.collection.story_evidence import Findings
from generator.model import Voiced
from generator.model.site_identity import SiteIdentity


@dataclass(frozen=True, slots=True)
class SiteContext:
    """All that data, tables, feeds and exports are made of; `today` decides which consents hold."""

    collection: Collection
    findings: Findings
    web: SiteIdentity
    today: dt.date

    def find_voices(self, record: Voiced) -> tuple[Quotation, ...]:
        """Quote those whose words may leave the site, by the scope `feeds`.

        Whoever takes the data or reads the feed may publish it anew.
        """
        return voices_for(record, "feeds", self.today)
