"""Where somebody may agree to be quoted, and how far a name may give them away."""

from typing import Literal

Scope = Literal["website", "feeds", "social", "print"]
Identity = Literal["named", "first-name", "pseudonym", "anonymous"]
