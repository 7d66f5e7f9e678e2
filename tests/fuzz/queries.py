"""Queries and updates, made by a grammar, then spoilt: the seed decides everything."""

from collections.abc import Sequence
from random import Random

SECRET = "the canary's own words"
"""What the canary file says, and no answer may."""

PIECES = (
    *("SELECT * ", "ASK ", "CONSTRUCT ", "DESCRIBE ?s ", "WHERE ", "{ ", "} ", "( "),
    *(") ", "?s ", "?p ", "?o ", ". ", "GRAPH ?g ", "SERVICE <{port}> ", "SERVICE ?s "),
    *("SILENT ", "FROM <{port}> ", "FROM NAMED <{file}> ", "LOAD <{file}> "),
    *("LOAD SILENT <{port}> INTO GRAPH <{port}> ", "OPTIONAL ", "FILTER EXISTS "),
    *("MINUS ", "UNION ", "BIND(<{port}> AS ?s) ", "VALUES ?s ", "<{file}> ", "\n"),
    *(
        "BASE <{port}> ",
        "PREFIX s: <{port}> ",
        "s:a ",
        "# ",
        '"',
        "'",
        "\\u0053ERVICE ",
        "\\u0022",
        "\\\\",
        "\r",
        "PREFIX GRAPHs: <{file}> ",
        "s:b\\/c ",
    ),
    *("\x00", "\ufeff", "ORDER BY ?s ", "LIMIT 3 ", "a or:Claim ", "/", "*", "+", "^"),
    *("!", "_:b ", "[] ", "<< ", ">> ", "1e999 ", "STR(?s) ", "😀", "GROUP BY ?s "),
    *(
        "HAVING (COUNT(*) > 1) ",
        "; ",
        "DELETE ",
        "INSERT ",
        "INSERT DATA ",
        "CLEAR ALL ",
    ),
    *("DROP DEFAULT ", "USING <{port}> ", "WITH <{file}> ", "COPY <{file}> TO ", "||"),
    *("REGEX(?o, '(a+)+$') ", "REPLACE(STR(?o), '.', 'xx') ", "OFFSET 9999999999 "),
)
"""Words and marks of SPARQL, and ways out of the store."""

TERMS = ("?a", "?b", "?c", "or:Claim", "rdf:type", "<{port}>", "<{file}>", '"x"@en',
         '"1"^^xsd:integer', "_:x", "-1.5e3", "true")  # fmt: skip

PATHS = ("?p", "a", "(or:speaker|^or:speaker)+", "!rdf:type", "or:topic*", "(^a/a)?")

CALLS = ("STRLEN(STR(?a)) > 3", "?a = ?b", "CONTAINS(STR(?a), 'x')", "BOUND(?c)",
         "REGEX(STR(?a), '(a|a)*b')", "EXISTS { ?a ?b ?c }", "1/0 = ?a",
         "?a IN (1, ?b)", "NOT EXISTS { SERVICE <{port}> { ?a ?b ?c } }")  # fmt: skip

FORMS = ("SELECT * WHERE {0}", "SELECT DISTINCT ?a {0} ORDER BY ?b LIMIT 50", "ASK {0}",
         "SELECT (COUNT(*) AS ?n) {0} GROUP BY ?a", "DESCRIBE ?a WHERE {0}",
         "CONSTRUCT {{ ?a ?b ?c }} WHERE {0}", "SELECT * FROM <{{port}}> {0}",
         "SELECT * FROM NAMED <{{file}}> {0}")  # fmt: skip

UPDATES = ("INSERT {{ GRAPH <http://fuzz/> {{ ?a ?b ?c }} }} WHERE {0}",
           "INSERT DATA {{ GRAPH <http://fuzz/> {{ <{{port}}> a <{{file}}> }} }}",
           "LOAD <{{file}}>", "LOAD SILENT <{{port}}>", "DELETE WHERE {0}",
           "COPY <{{file}}> TO <http://fuzz/>", "DROP GRAPH <http://fuzz/>",
           "CLEAR ALL")  # fmt: skip

DEPTH = 2
"""Groups within groups: of more the parser in Python is all that is ever tried."""


def query(random: Random, *, port: str, file: str) -> str:
    """A query: of the grammar, spoilt, or out of pieces; it may try to reach out."""
    return _made(random, FORMS, port, file)


def update(random: Random, *, port: str, file: str) -> str:
    """An update, as a query is made."""
    return _made(random, UPDATES, port, file)


def _made(random: Random, forms: Sequence[str], port: str, file: str) -> str:
    kind = random.random()
    if kind < 0.3:
        text = "".join(random.choices(PIECES, k=random.randrange(25)))
    else:
        text = random.choice(forms).format(_group(random, DEPTH))
    if kind > 0.7:
        text = _spoilt(random, text)
    return text.replace("{port}", port).replace("{file}", file)


def _group(random: Random, depth: int) -> str:
    parts = [_part(random, depth) for _ in range(random.randrange(1, 4))]
    return "{ " + " . ".join(parts) + " }"


def _part(random: Random, depth: int) -> str:
    kind = random.randrange(24) if depth else 0
    inner = _group(random, depth - 1) if kind else ""
    if kind in range(1, 6):
        return f"{random.choice(('OPTIONAL', 'MINUS', 'GRAPH ?g'))} {inner}"
    if kind in range(6, 9):
        return f"{inner} UNION {_group(random, depth - 1)}"
    if kind in range(9, 12):
        return f"{inner} FILTER({random.choice(CALLS)})"
    if kind in range(12, 15):
        return f"{{ SELECT ?a {inner} LIMIT {random.randrange(9)} }}"
    if kind == 15:  # seldom: all that follows of it is a refusal
        return f"SERVICE {random.choice(('', 'SILENT '))}<{{port}}> {inner}"
    path = random.choice(PATHS)
    return f"{random.choice(TERMS)} {path} {random.choice(TERMS)}"


def _spoilt(random: Random, text: str) -> str:
    """The text with some characters gone, doubled, moved or put in."""
    letters = list(text)
    for _ in range(random.randrange(1, 6)):
        at = random.randrange(len(letters) + 1)
        letters[at : at + random.randrange(3)] = random.choice(
            (random.choice(PIECES), chr(random.randrange(1, 0xD800)), "", "(" * 50)
        )
    return "".join(letters)
