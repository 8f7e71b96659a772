# Practice in the terminal.

practice-kind = { $title }. { $format }, { $mode }, { $minutes } minutes.
practice-program = The interviewer is a program. Each line that you enter is an answer; nothing is stored.
practice-program-kept = The interviewer is a program. Each line that you enter is an answer; the talk is kept in { $file } and nowhere else.
practice-commands = Commands: /minute, /hint, /done, /tree, /repeat, /time, /end.
practice-repeat = Could you repeat that?
practice-tree = Your tree, a branch a line: indent what belongs below, end the branch to test first with *. An empty line presents it.
practice-source = Source: { $source }
practice-turns = { $n ->
    [0] You said nothing.
    [one] You said one thing.
   *[other] You spoke { $n } times.
}
practice-report = Report: { $title }
practice-not-official = Practice feedback by rubric { $rubric }, never an official scorecard.
practice-levels = Levels, 1 to 5; the bar is 3
practice-not-tested = not tested
practice-range = { $low } to { $high } by the evidence
practice-cap = hints leave at most { $cap }
practice-uncalibrated = not calibrated, does not decide readiness
practice-findings = Findings
practice-no-findings = No finding: too little was said, or nothing stood out.
practice-instead = Instead: { $instead }
practice-arithmetic = Arithmetic: { $part }
practice-no-steps = No step was said aloud.
practice-first-wrong = first wrong step
practice-right = right
practice-rounded = right after rounding
practice-wrong = wrong
practice-follows = right on your number
practice-misheard = mis-heard, not counted
practice-unknown = not a step of this case
practice-exact = Exactly: { $exact }
practice-mistake = Likely: { $mistake }
practice-time = Time
practice-next = What now
practice-recommendation = What the numbers support: { $text }
practice-next-case = Next case: { $slug }. { $reason }
