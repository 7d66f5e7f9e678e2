"""Tools for language-model agents, by the Model Context Protocol: they only read.

Every answer names the article of each claim, and the place in it that proves it.

server, web            the server, on standard input and output or over HTTP
tools, queries         what an agent may do; SPARQL
parameters, arguments  what tools are asked, and how bad arguments are refused
answers, citations     what they give back; a claim with its source and its proof
schema                 the stances, the terms, and how to query
"""
