"""The W3C Reconciliation Service API 0.2, over agents and topics: for OpenRefine.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/

entities    agents and topics as entities, with their types
queries     which entity a cell of a table may mean
properties  what is known of an entity, as columns
extension   tables with further columns
suggesting  what goes on as was typed
preview     a few words in a frame
manifest    what the service offers
reading     fields of forms that hold JSON
"""
