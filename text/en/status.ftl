# The status over the years: what a teacher's ratings come to, as computed and as stated. "What it does not mean" stands wherever it says something grave.

status-no-score = no score
status-standing-unknown = not known
status-standing-probationary = probationary
status-standing-non-probationary = non-probationary
status-standing-at-risk = non-probationary, at risk
status-standing-lost = returned to probationary
status-standing-outside = no status in this class
