"""The W3C Reconciliation Service API 0.2, over agents and topics: for OpenRefine.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""
