# Privacy, findings, scoring, about.
privacy-title = Privacy
privacy-standfirst = This page is printed from the same map that tests hold against the database. A column that is not on it cannot be shipped.
privacy-in-force = In force since { $date }
privacy-short = In short
privacy-what = What
privacy-why = Why
privacy-who = Who else receives it
privacy-kept = Kept
privacy-nobody = Nobody
privacy-nothing = Nothing is stored here.
privacy-places = Where it stands
privacy-erased = On deletion: { $how }.
privacy-delete-head = Destroy it
privacy-delete-text = Every attempt has its own delete button in the list of attempts. Clearing this site’s cookie in your browser makes what is left unreachable, and the daily sweep removes it when its time is up.
privacy-delete-go = Go to your attempts

findings-title = Findings
findings-standfirst = What the report can point at, with the reason it costs and what to say instead. A finding never stands without your own words beside it.
findings-all = All findings
finding-why = Why it counts
finding-example = An example
finding-instead = Instead
finding-others = More on { $dimension }

scoring-title = How levels come about
scoring-version = Rubric { $version }
scoring-verdict = The verdict
scoring-verdict-help = Not an average: one strong skill does not buy off a weak one.
scoring-rules = From words to levels
scoring-calibrated = What stands behind the levels
scoring-calibrated-text = The levels of the calibrated skills were fitted to answers that language models graded, not people. Numbers, clocks and arithmetic are computed exactly. No language model reads what you say here.
scoring-is-calibrated = Calibrated against language-model graders.
scoring-is-not-calibrated = Not calibrated. Never decides the verdict.
scoring-core = Core: below 3 decides the verdict.

about-title = About
about-version = CasingExpert { $version }
about-standfirst = Practice for consulting case interviews that runs on one machine and shows the evidence behind every score.
about-what = What it is
about-what-text = One program with its cases, its fonts and its reading of language inside. It needs no account, no key and no other host.
about-program = The interviewer is a program. It follows explicit rules, knows only the case and the clock, and its verdict is practice feedback, not an official scorecard of any firm.
about-licence = Licence
about-licence-text = Apache License 2.0.
about-licence-whole = The whole licence
about-others = What others made
