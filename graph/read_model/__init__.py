"""The read model: SQLite beside the store, from which questions are answered.

model            `ReadModel`: open, read, write, in one place
following        kept in step with the store, or built anew
file             the SQLite file: schema.sql, indices.sql, its format
writer           articles into its tables, with `keys`, `counts` and `copies`
rows, tallies    claims as rows and back; counts that are kept with every write
columns          the claims' plain values as arrays in memory
column_reading   read once, then what has been written since
"""
