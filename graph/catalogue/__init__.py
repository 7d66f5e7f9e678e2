"""What a store has: who speaks, about what, in which articles.

agent_list, topic_list  agents and topics, and what one of them is (`most_claims` pages)
article_list            articles, the latest first
profiles                an agent or a topic with what its claims add up to
sums                    how much there is of each
"""
