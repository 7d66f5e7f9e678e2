-- Made after a bulk load, which is cheaper than keeping them up during it.

CREATE UNIQUE INDEX claim_id ON claim (id);
CREATE INDEX article_changed ON article (changed);
CREATE INDEX claim_article ON claim (article);
CREATE INDEX claim_day ON claim (day);
CREATE INDEX claim_speaker ON claim
  (speaker, day, earliest, latest, stance, polarity, quote, modality, precision, basis,
   outlet, confidence);
-- wide enough to count and to draw facets from, without the claims themselves
CREATE INDEX claim_terms ON claim
  (stance, day, earliest, latest, polarity, quote, modality, precision, basis);
CREATE INDEX claim_interval ON claim (earliest, latest, stance, polarity);
CREATE INDEX claim_outlet ON claim (outlet, day);
CREATE INDEX claim_confidence ON claim (confidence);
-- with the speaker, so that who said something to whom is told from the index alone
CREATE INDEX claim_addressee ON claim (addressee, day, speaker)
  WHERE addressee IS NOT NULL;
CREATE INDEX claim_target ON claim (target, day, speaker) WHERE target IS NOT NULL;
CREATE INDEX claim_wording ON claim (wording) WHERE quote <> 1;
-- the same words of the same speaker: one statement, whoever carries it
CREATE INDEX claim_statement ON claim (wording, speaker);
CREATE INDEX claim_month_day ON claim (month_day) WHERE month_day > 0;
CREATE INDEX article_cluster ON article (cluster);
CREATE UNIQUE INDEX copy_id ON copy (id);
CREATE INDEX copy_claim ON copy (claim);
CREATE INDEX copy_article ON copy (article);
CREATE INDEX copy_outlet ON copy (outlet, claim);
CREATE INDEX topic_of_claim ON claim_topic (claim, topic);
CREATE INDEX principal_of_agent ON represents (agent, principal);
CREATE INDEX represents_article ON represents (article);
CREATE INDEX reported_by_outer ON reported (outer_claim);
-- those with most claims first, as lists and suggestions have them
CREATE INDEX agent_claims ON agent (claims DESC, id);
CREATE INDEX topic_claims ON topic (claims DESC, id);
