# Around every page.
skip = Skip to content
nav-label = Main
nav-front = Today
nav-library = Library
nav-attempts = Attempts
foot-privacy = Privacy
foot-scoring = How levels come about
foot-findings = Findings
foot-about = About
foot-place = Runs on this server. No page loads anything from another host.
go-library = Go to the library
go-front = Go to the first page
count-cases = { $n ->
    [one] 1 case
   *[other] { $n } cases
}
practice-label = Practice feedback, not an official scorecard.

error-not-found-head = There is nothing at this address
error-not-found-text = The page may have been deleted, or it belongs to another visitor. Attempts open only in the browser they were made in.
error-forbidden-head = This request came from another site
error-forbidden-text = Nothing was changed. Open the page here and send it again.
error-bad-input-head = This cannot be used as it is
error-bad-input-form = The form did not arrive as this page makes it. Go back, reload it and send it again. Nothing was changed.
error-too-large-head = This is more than a form here can hold
error-too-large-text = Nothing was changed. Go back, shorten what you pasted and send it again.
error-slow-head = This took too long
error-slow-text = The server gave up after half a minute. What you had seen confirmed is kept. Try again.
error-full-head = The disk of this server is full
error-full-text = Nothing that was confirmed is lost, and nothing new can be kept. Whoever runs this server must free some space. Then send it again.
error-unreachable-head = The database does not answer
error-unreachable-text = Nothing that was confirmed is lost. Try again in a minute. If it stays, whoever runs this server finds the cause in its log.
error-too-many-attempts = You keep as many attempts as this server lists. Delete some under Attempts, then begin again.
error-internal-head = Something broke on this server
error-internal-text = What you had sent and seen confirmed is kept. Try again. If it stays, the log of this server names the cause.

# The words of the case format.
format-interviewer-led = Interviewer-led
format-candidate-led = Candidate-led
format-interviewer-led-help = Set questions in a set order. You answer exactly what is asked.
format-candidate-led-help = You pick the branch, ask for data with a reason and say when a part is done.
mode-learn = Learn
mode-exam = Exam
mode-stress = Stress
mode-learn-help = Hints when you ask. Each one caps the level of its skill.
mode-exam-help = No hints.
mode-stress-help = No hints. A sceptic who challenges more and interrupts sooner.
dimension-framing = Framing
dimension-structure = Structure
dimension-drive = Hypothesis and drive
dimension-quant = Quant
dimension-insight = Exhibit insight
dimension-creativity = Creativity
dimension-judgement = Business judgement
dimension-synthesis = Synthesis
dimension-communication = Communication
dimension-presence = Presence and coachability
dimension-framing-help = Goal, metric, horizon; questions that change the plan.
dimension-structure-help = A plan without overlap or hole, in the words of the case, with a branch to test first.
dimension-drive-help = A view stated early, data asked for with a reason, branches closed.
dimension-quant-help = Set-up, steps aloud, result with its unit, a check, the meaning.
dimension-insight-help = The main message of an exhibit, with numbers, linked to the question.
dimension-creativity-help = Ideas in groups, ranked, one that is not obvious.
dimension-judgement-help = Realistic, weighs what is gained against what is risked.
dimension-synthesis-help = The answer first, reasons with numbers, a risk, a next step.
dimension-communication-help = Wording and order. Never voice or accent.
dimension-presence-help = Uses a hint, holds or revises with reasons.
axis-ambiguity = Ambiguity
axis-math = Math load
axis-exhibits = Exhibits
axis-pressure = Time pressure
verdict-ready = Ready
verdict-borderline = Borderline
verdict-not-yet = Not yet
verdict-not-tested = Not tested
