"""Agents and topics joined by claims: paths, neighbours, communities, drawings."""
