"""Holds every refusal of a request that the description allows to a reason that the description cannot express."""

import re

import schemathesis

# What JSON Schema cannot say of a value, as the API says it. A refusal for another reason is a gap in the description.
REASONS = [
    r"[Ee]xpected a cursor of (this list|the feed)",  # signed
    r"[Ee]xpected an ISO 3166-1 alpha-3 code",  # a party of hundreds, by any of its names
    r"[Ee]xpected two different party codes",  # a dyad
    r"[Ee]xpected two dyads",
    r"[Ee]xpected the codes in order",
    r"[Ee]xpected \"<category>/<id>\"|[Ee]xpected a category out of|[Ee]xpected 1 to 64 letters, digits|[Ee]xpected sender and receiver|[Ee]xpected a party code",
    r"[Ee]xpected an EDTF|[Ee]xpected an interval that does not end|[Ee]xpected X for|[Ee]xpected a year",
    r"[Ee]xpected one of [\w, -]+, got",  # values separated by commas; roles of a type
    r"[Ee]xpected at least \d+ different parties|[Ee]xpected a participant as|[Ee]xpected different parties",
    r"[Ee]xpected a text that is not blank|[Ee]xpected text in UTF-8|[Ee]xpected a name on one line|[Ee]xpected well-formed",
    r"[Ee]xpected a word of letters or digits|[Ee]xpected at most \d+ words",
    r"[Ee]xpected an http or https address|[Ee]xpected an absolute URL|[Ee]xpected a URL|[Ee]xpected a host|[Ee]xpected a public host|[Ee]xpected https",
    r"[Ee]xpected asOf with it|[Ee]xpected view=corrected|[Ee]xpected either|[Ee]xpected no role without a party|[Ee]xpected If-Match or If-None-Match",  # one parameter depends on another
    r"[Ee]xpected a (day|month) that is not before",
    r"[Ee]xpected a range of at most|[Ee]xpected a month before|[Ee]xpected a month from",
    r"[Ee]xpected an instant|[Ee]xpected a day",  # that exists
    r"[Ee]xpected \S+, the current version",
    r"[Ee]xpected text of the form",  # of each value of a list that is separated by commas
    r"[Ee]xpected kebab-case",
    r"[Ee]xpected the id of an event",  # of a category, and of the form that it gives its ids
    r"[Ee]xpected an office",  # of letters or digits, once it is written as in a path
    r"[Ee]xpected both lat and lon",  # the description says so by dependentRequired, which schemathesis does not read
    r"[Ee]xpected the version the stream must have, quoted|[Ee]xpected \*: the stream",  # entity tags
    r"[Ee]xpected at most \d+ (characters|entries)",  # after normalization; of a list that is separated by commas
    r"[Ee]xpected at least one field to change",  # one of several
    r"[Ee]xpected fields of at most|[Ee]xpected at most \d+ fields",
]
KNOWN = re.compile("|".join(REASONS))


@schemathesis.check
def refusals_that_a_schema_cannot_say(ctx, response, case):
    """A 400 of a request that the description allows has a reason of the list for each of its violations."""
    meta = case.meta
    if meta is None or not meta.generation.mode.is_positive or response.status_code != 400:
        return
    for violation in response.json().get("errors", [{"detail": response.text}]):
        if not KNOWN.search(violation["detail"]):
            raise AssertionError(f"The description allows what is refused: {violation}")
