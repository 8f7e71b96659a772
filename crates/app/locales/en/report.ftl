# The report.
report-title = Report: { $case }
report-meta = { $date } UTC. { $format }, { $mode }, { $clock }, number set { $set }.
report-timed = timed
report-untimed = untimed
report-target = Target skill
report-target-all = { $n ->
    [one] The finding on this skill, in its row
   *[other] All { $n } findings on this skill, in its row
}
report-objective = You set out to: { $objective }
report-level-is = Level { $level } of 5
report-not-tested = Not tested
report-no-words = Nothing was said that shows this skill.
report-level-spoken = Level { $level }
report-level-between = Level { $level }, between { $low } and { $high }
report-rubric = Our own rubric, version { $rubric }. Levels are calibrated against language-model graders, not people.
report-rubric-link = How levels come about
report-capped = Held at { $cap } by hints
report-not-calibrated = Not calibrated
report-finding = Finding

report-fact-time = Time used
report-of-planned = of { $planned }
report-fact-hints = Hint rungs
report-fact-hints-help = { $n ->
    [0] none taken
    [one] caps its level
   *[other] each caps its level
}
report-fact-caught = Slips found by you
report-of-slips = of { $n }
report-fact-stood = Clock stood still
report-fact-stood-help = away or offline, not counted

report-drift = Where it drifted
report-drift-help = Red squares mark drift, circles what held. Numbers lead to the words. Letters are what the clock shows.
drift-line-title = The attempt against its clock
drift-line-desc = { $n ->
    [0] No marks. Bars show time used above the plan.
    [one] One mark. The list below gives it with its time.
   *[other] { $n } marks. The list below gives each with its time.
}
drift-key-run = your time
drift-key-over = over the plan
drift-key-think = a minute taken
drift-key-silent = no words
drift-key-plan = plan, { $planned }
drift-key-wrong = wrong number in use
drift-wrong = { $span } on a wrong number
drift-over = { $part } ran { $span } over
drift-over-text = { $used } of { $budget }.
drift-silence = { $span } without a word
drift-silence-text = Not announced. A minute that is asked for costs nothing.
drift-silence-rest = { $n } shorter ones come to { $span }.
drift-gap = The clock stood still for { $span }
drift-gap-text = The page was closed or the server was down. Not counted.
drift-rest = { $n ->
    [one] One smaller finding is left out here. It stands in the levels and in the transcript.
   *[other] { $n } smaller findings are left out here. They stand in the levels and in the transcript.
}
drift-none = Nothing drifted and nothing was marked.

report-trace = The arithmetic
report-trace-help = Recomputed exactly from what you said. A step that was heard wrong is not counted.
report-trace-none = No calculation was reached.
trace-col-step = Step
trace-col-said = You said
trace-col-read = Read as
trace-col-exact = Exact
trace-yours = Yours
trace-first = First wrong step
trace-rounded = right after rounding
trace-follows = right on your number
trace-mis-heard = mis-heard, not counted
trace-unknown = not a step of this question
trace-first-wrong = Step { $n } is the first wrong one.
trace-first-wrong-carried = Step { $n } is the first wrong one. { $carried }
trace-carried = { $n ->
    [one] One more carries it on and is right on your number.
   *[other] { $n } more carry it on and are right on your number.
}
trace-no-number = No number was given.
trace-no-steps = A result was given without its steps, so there is nothing to trace.
trace-all-right = Every number that was asked for is right.
trace-no-wrong-step = No step is wrong, yet not every number that was asked for is there and right.
trace-asked = What was asked for
trace-col-number = Number
trace-right = right
trace-not-right = not right
trace-none-said = not given
trace-reference = The reference route
trace-col-worked = Worked

report-levels = Level by level
report-levels-help = Each level opens its words. No words, no level.
report-levels-note = The line at 3 is the bar. A grey band shows what the evidence allows. Dot below the bar: red. “Not calibrated” means that no graded answers stand behind that level, and that it never decides the verdict.
report-col-dimension = Dimension
report-col-why = Why
report-quotes = { $n ->
    [0] no findings
    [one] 1 finding
   *[other] { $n } findings
}
report-no-findings = No single place decided this level. It comes from what was covered.
report-show-words = Show in the transcript
report-about-code = About { $code }
report-instead = Say instead:
report-self-caught = found by you, counts one step less
severity-held = held
severity-minor = minor
severity-major = major
severity-fatal = fatal unless caught

report-exhibits = What the exhibits say
report-exhibits-help = They were neutral in the room. Here each title says what it shows.

report-compare = Beside a strong answer
report-compare-help = One of several that would pass.
report-hint-rung = Hints up to rung { $n }
report-you = You
report-strong = A strong answer
report-nothing-said = Nothing was said in this part.
report-left-out = Left out
report-tree = Your issue tree beside the case’s
report-tree-yours = Yours
report-tree-case = The case’s
report-tree-none = No issue tree was laid out.
report-tree-first = test first
report-tree-crux = The crux
report-tree-other = Another structure that would pass: { $names }.
report-debrief = What a strong candidate does here

report-next = Next case
report-next-go = Go to the case
report-next-none = This is the only case here. Its next attempt brings new numbers.
report-again = Play this one again with new numbers

report-transcript = Transcript
report-transcript-help = Underlined words carry findings; the number leads back to the finding.
report-interviewer = Interviewer
report-part = Part { $n }
report-back-to = Back to finding { $n }
report-stage-minute = You took a minute.
report-stage-minute-over = The minute is over.
report-stage-hint = You asked for a hint.
report-stage-done = You said you were done with this part.
report-stage-ended = You ended the attempt.
report-stage-abandoned = Nobody came back for 24 hours. The attempt was closed.
report-stage-away = The clock stood still for { $span } while no page was open.
report-stage-down = The clock stood still for { $span } while the server was down.
report-stage-exhibit = Exhibit: { $title }
report-stage-over = The clock ran over.

report-rule = One rule
report-rule-help = The next attempt shows it before you start and while you play.
report-rule-before = The rule you carried
report-rule-held-ask = Did it hold?
report-rule-yes = It held
report-rule-no = It did not
report-rule-was-held = You said that it held.
report-rule-was-not = You said that it did not hold.
report-rule-next = The rule for next time
report-rule-when = When
report-rule-will = I will
report-rule-when-example = a fee is a share of revenue
report-rule-will-example = take it from the price before I subtract any cost
report-rule-good = A good rule names a cue you can see and an action you can check. Kept until you delete this attempt.
report-rule-keep = Keep this rule
report-rule-kept = Kept. You meet it before your next attempt.
error-rule = A rule has two halves. Go back and fill in both: what you notice, and what you then do.
