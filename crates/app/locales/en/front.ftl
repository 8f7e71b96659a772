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
