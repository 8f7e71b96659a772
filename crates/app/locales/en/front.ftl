# The first page.
front-title = Practise case interviews
front-head = One case, one skill, one rule
front-standfirst = A program interviews you on a business case against a clock, scores what you said with the words it rests on, and sends you into the next case with one rule to hold.
front-next = Next case
front-other = Choose another
front-target = Target skill
front-change = Change
front-begin-meta = No account. Learn mode, hints when you ask.
front-recent = Recent
front-all = All attempts
front-replay = A stretch of an attempt
front-replay-help = A script played the candidate. The interviewer and the clock are the real ones, run by this server.
front-specimen = What the report says of it
front-specimen-help = Scored by the program that will score you.
front-verdict = The whole attempt: { $verdict }.
