"""The read model: SQLite beside the store, from which questions are answered.

model            `ReadModel`: open, read, write, in one place
connections      one that writes, and one for each thread that reads
following        kept in step with the store, or built anew
file             the SQLite file: schema.sql, indices.sql, its format
writer           articles into its tables, with `keys`, `counts` and `copies`
rows, nesting    what the tables have of a claim; claims within others
packing          the rest of a claim as a blob, and back
naming           the names that no claim brings: the topic scheme's, and former ones
tallies          counts that are kept with every write
remembered       answers about the whole corpus, in memory
columns          the claims' plain values as arrays in memory
column_reading   read once, then what has been written since
"""
