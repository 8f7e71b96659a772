# The library and a case's own page.
library-title = Library
library-standfirst = Every case recomputes its own numbers, so a second attempt brings new ones.
library-filter = Filter
library-filter-chosen = Filter, { $n } chosen
library-search = Search
library-search-example = ferry, pricing, hospital
library-apply = Show cases
library-clear = Clear all
library-cases = Cases
library-told = { $shown } of { $total } cases
library-empty = No case fits all of this.
library-mend = Drop “{ $choice }” and there are some.
library-none-head = No cases yet
library-none-text = This server holds no case that can be played. Whoever runs it can add a folder of cases with --cases, and the log names what is wrong with a case that was left out.
facet-industry = Industry
facet-type = Type
facet-difficulty = Difficulty
facet-format = Format
difficulty-lighter = Lighter
difficulty-middle = Middle
difficulty-heavier = Heavier
case-new = New
case-open = Begun

case-meta = { $topic }. { $place }.
case-version = Version { $version }, { $author }, { $licence }.
case-rest = The rest is said in the room.
case-minutes = { $n } minutes
case-parts-help = { $n ->
    [one] One part.
   *[other] { $n } parts.
}
case-parts-timed = The interviewer moves on when a part is done or its time is up.
case-parts-label = Parts of the case
case-trains = What it trains
case-trains-help = Without giving the case away.
case-you = You
case-you-new = New
case-you-new-help = not played yet
case-you-times = { $n ->
    [one] 1 attempt
   *[other] { $n } attempts
}
case-of-five = of 5
case-plan = How you will work
case-plan-help = Everything has a value already. Change what you want.
case-objective = What this attempt is for
case-objective-help = In your own words, or leave it empty. The report opens beside it.
case-objective-example = Finish inside the time with no number left unchecked.
case-target = Target skill
case-target-help = The report opens with this one.
case-format = Who leads
case-mode = Mode
case-clock = Clock
case-timed = Timed
case-timed-help = Clocks warn you, and the interviewer moves on when time is up.
case-untimed = Untimed
case-untimed-help = Clocks run and are shown. Nothing is cut off.
case-rule = Rule to hold
case-rule-help = The one you wrote after your last attempt. It stays in view, and the report asks whether it held.
case-rule-none = You have no rule yet. The report ends with one.
case-begin = Begin, the clock starts
case-begin-meta = { $minutes } min by the clock, about 10 to read the report. The interviewer is a program.
case-related = Related cases
case-related-help = Another context for the same skill, or another weight.
