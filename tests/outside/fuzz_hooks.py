"""Holds the refusals of requests that the description allows to reasons that JSON Schema cannot express."""

import re

import schemathesis

# How the API explains a type, a value, a size, a form or a name (`shared/domain/events/explained.ts`): JSON Schema has
# a keyword for each, and so must the description. A rule without a keyword has a sentence of its own.
EXPLAINED = re.compile(
    r"^(Unknown (field|query parameter)"
    r"|expected (\S+|a whole number|one of .+|at (most|least) [-\d.]+( characters?| entry| entries)?|text of the form .+"
    r"|a day, such as 2025-01-16), got (\"|-?\d|nothing|an object|a list of|true|false|null))"
)
TOO_LONG = re.compile(r"^expected at most \d+ characters?, got")
LISTED = re.compile(r"separated by commas|Another name of")


def is_listed(case, violation):
    """Whether a violation is of a value within a text: the description gives a list of a parameter as a text."""
    return any(
        parameter.name == violation.get("parameter") and LISTED.search(parameter.definition.get("description", ""))
        for parameter in case.operation.query
    )


def is_longer_than_sent(case, violation):
    """Whether a text may be longer than JSON Schema counts: by units of UTF-16, after its normalization."""
    sent = f"{case.path_parameters}{case.query}{case.body}"
    return TOO_LONG.search(violation["detail"]) and not sent.isascii()


@schemathesis.check
def refusals_that_a_schema_cannot_say(ctx, response, case):
    """A 400 of a request that the description allows has no reason that the description could have."""
    meta = case.meta
    if meta is None or not meta.generation.mode.is_positive or response.status_code != 400:
        return
    for violation in response.json().get("errors", []):
        is_of_schema = EXPLAINED.search(violation["detail"])
        if is_of_schema and not is_listed(case, violation) and not is_longer_than_sent(case, violation):
            raise AssertionError(f"The description allows what is refused: {violation}")
