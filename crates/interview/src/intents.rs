//! What the candidate wants of the interviewer: time, a hint, a repeat, the answer, to go on.
//! Rules of general phrases with guards; a doubtful phrase is left alone, for a wrong intent
//! derails an interview and a missed one costs a sentence. Never looks at the case.

use crate::matching::words;
use crate::phrase::any_occurs;
use crate::{Intent, IntentRead, Span};

/// Longest utterance that can be small talk, yes, no or swearing alone, in words.
const SHORT: usize = 8;

/// Most intents kept of one utterance; more are noise.
const INTENT_LIMIT: usize = 12;

/// An intent, phrases that show it, and phrases that look alike and mean something else.
struct Rule {
    intent: Intent,
    shows: &'static [&'static str],
    unless: &'static [&'static str],
}

const RULES: [Rule; 13] = [
    Rule {
        intent: Intent::Time,
        shows: &[
            "can|could|may|might|would|if i|we ?just ?quickly|please take|have|get|use ?a|one|two|another ?few|couple|quick|short|half ?of ?a|thirty|sixty|ninety|30|60|90|more minute|minutes|moment|moments|second|seconds|sec",
            "can|could|may|might i|we have|take|get ?a ?some|little|bit ?of|more time $",
            "can|could|may|might i|we have|take|get ?a ?some|little|bit ?of|more time to think|structure|prepare|write|collect|gather|work",
            "give me ?just a|one|two|thirty|sixty|30|60|some|couple|few ?quick|more|few|of minute|minutes|moment|second|seconds|sec|time",
            "let me ?just take a|one|two|thirty|sixty|30|60|some ?quick|short|few|couple ?of minute|minutes|moment|second|seconds|time",
            "let me ?just ?quickly think ?about|for|through ?this|that|it|a ?moment|minute|second $",
            "let me ?just ?quickly structure|gather|collect|organize|organise|order my|some thoughts",
            "i need|take|want a|one|some|another ?few|couple ?of ?more minute|minutes|moment|second|seconds ?please|to $",
            "i|i'll|i'd need|take|want|like ?to ?take a|one|some ?few|quick|short ?more minute|minutes|moment|seconds|time to think|structure|write|gather|collect|prepare|organize|organise",
            "^ ?just ?give ?me one|a minute|moment|second|sec ?please $",
            "i|i'd need|like some|more time to think",
            "mind if i take|have * minute|moment|seconds",
        ],
        unless: &[
            "minute|minutes|second|seconds|moment|time per|each|faster|longer|shorter",
            "time to market",
        ],
    },
    Rule {
        intent: Intent::Repeat,
        shows: &[
            "can|could|would|will you ?please ?just * repeat|restate|rephrase",
            "can|could|may you|i * say|hear|have * again $",
            "say that|it|this ?one again",
            "^ ?please|sorry repeat that|it|this|please|the ?last ?question|number",
            "^ ?sorry|i'm pardon ?me $",
            "come again $",
            "i didn't|couldn't ?quite|really|fully catch|hear|get that|you|what|the ?last ?question|number|part|bit",
            "i did|could not ?quite|really|fully catch|hear|get that|you|what|the ?last ?question|number|part|bit",
            "what was the|that|your ?last|first|second question|number|part|figure ?again $",
            "i missed that|it|the|what|your ?last ?question|number|part|you ?said $",
            "one more time ?please $",
            "read|run through|out|that|it ?the ?question|prompt ?by ?me again $",
        ],
        unless: &[
            "repeat purchase|purchases|customer|customers|business|order|orders|buyer|buyers|rate|visit|visits|sales|use",
        ],
    },
    Rule {
        intent: Intent::Hint,
        shows: &[
            "can|could|may|might i|you|we * hint|hints|clue|pointer|nudge",
            "give me a|some|any ?small|little hint|hints|clue|pointer|nudge|help",
            "need|want|like|appreciate|use|take ?to ?have|get a|some|any ?small|little hint|hints|clue|nudge|help here|please|$",
            "need|want|like|appreciate|use ?to ?have|get a|some|any ?small|little hint|hints|clue|nudge",
            "^ ?a|any hint|hints|clue ?please $",
            "can|could|would you ?please help|guide me ?here|out|please|with $",
            "can|could|would you ?please help|guide me with this|that|the",
            "point me in|to|towards the right direction",
            "where should i start|begin|look ?here $",
            "i'm|am ?a ?bit|little ?totally|completely stuck",
        ],
        unless: &["a|the hint|hints of", "hint|hints at|that|to"],
    },
    Rule {
        intent: Intent::MoveOn,
        shows: &[
            "shall|can|could|may|should we|i ?please ?now move|go|carry|continue|proceed on|ahead|forward|to ?the ?next|a $",
            "shall|can|could|may|should we|i ?please ?now move|go|carry|continue|proceed on|ahead|forward|to ?the ?next|a question|part|section|topic|step",
            "shall|can|could we ?please continue|proceed|start|begin|go",
            "let's|lets ?just ?now move|go|carry ?on|ahead|forward|to $",
            "let's|lets ?just ?now move|carry on|ahead|forward",
            "^ ?so|okay|ok|then|and let us ?just ?now move|go|carry on|ahead|forward",
            "let's|lets|let|us ?us go|move|turn to the next",
            "^ ?the next question|part|section|topic ?please $",
            "i'm|am|we're ?all ?now done|finished|through ?with ?this|that|it|here|part|section|now ?part|section $",
            "^ ?and|so|ok|okay that's|that is|was ?all|it|everything ?from|i|for ?me|have|now $",
            "i have|i've no|nothing more|further|else ?questions|to ?add|ask $",
            "no more|further|other questions ?from ?me|for ?now $",
            "i'm|am ready to|for move|go|start|continue|proceed|the|next",
            "happy|ready to move|go on|ahead",
        ],
        unless: &[
            "move on price|prices|pricing|cost|costs|margin|volume",
            "i'd|would|will|i'll move|go on to",
        ],
    },
    Rule {
        intent: Intent::CannotAnswer,
        shows: &[
            "i ?really ?just ?honestly don't|dont know ?this|that|it|here|sorry|either|really $",
            "i ?really ?just ?honestly do not know ?this|that|it|here|sorry|either|really $",
            "i ?really ?just ?honestly don't|dont know how to|the ?answer|do",
            "i ?really ?have|got|i've no|zero idea|clue ?at ?all|here|sorry|how|what $",
            "^ ?sorry|honestly no idea|clue ?at ?all|sorry $",
            "i ?really can't|cannot|couldn't answer|solve|do|work|figure this|that|it|the|out",
            "i ?really can not answer|solve|do|work|figure this|that|it|the|out",
            "i'm|am ?totally|completely ?a|bit ?bit lost ?here|now|sorry $",
            "my mind|head is|went|has blank|empty|gone",
            "i'm|am not|no sure|good how|at to|this do|start|answer|calculate|compute|solve|$",
            "i pass|skip ?on this|that ?one|question $",
            "i'll|i'd|can|could|rather ?i|we pass|skip ?on ?this|that|the ?one|question $",
        ],
        unless: &[
            "don't know the market|industry|company|client|sector",
            "don't know how many|much|large|big|often",
        ],
    },
    Rule {
        intent: Intent::AskAnswer,
        shows: &[
            "what is|was|would|should|be|'s ?be the|your ?right|correct|real|actual answer|solution ?then|here|to $",
            "what's the|your ?right|correct|real|actual answer|solution ?then|here|please $",
            "what is|was|would ?be the right|correct answer|solution",
            "tell|give|show me ?just ?what the ?right|correct|final answer|solution|result ?is $",
            "tell|give|show me ?just ?what the right|correct|final answer|solution|result",
            "tell|give|show me the answer|solution",
            "what should|do|would i ?have answer|say|answered|said ?here|now $",
            "what would you ?have answer|answered|say|said|recommend ?here $",
        ],
        unless: &[],
    },
    Rule {
        intent: Intent::AskVerdict,
        shows: &[
            "is|was|are|were that|this|it|these|those ?answer|number|result|all ?the|a right|correct|ok|okay|good|wrong|fine|enough|accurate ?way|approach|answer|so ?far $",
            "am|was i ?on ?the right|correct|wrong|close|track ?track|here|so|or ?far|wrong $",
            "am i on the right|correct track|path|lines",
            "did|have i get|got|do|done|miss|missed it|that|this|anything|well ?right|correct|correctly|wrong $",
            "how am i doing ?so ?far $",
            "how did i do ?so|on|with ?far|this|that $",
            "how was|is that|this|my ?answer $",
            "do|would you agree ?with|to ?that|this|me ?approach $",
            "does that|this|it ?all ?approach|structure make|sound|look|seem ?sense|right|good|reasonable|ok|okay|fine|correct ?to|so ?you|far $",
            "is|are my answer|number|numbers|result|calculation|math|structure|approach right|correct|ok|okay|good|fine",
        ],
        unless: &[],
    },
    Rule {
        intent: Intent::AskMeaning,
        shows: &[
            "what do|did|does you|he|they|we ?exactly mean ?exactly by|with|when|$",
            "what do|does|did * mean ?exactl|here|in ?this ?case|context $",
            "what is|was|exactly|do|'s ?exactly ?you meant|mean by",
            "what's meant by",
            "can|could|would you ?please ?just clarify|explain|define ?to|for ?me what|the|that|this|how ?term|word|question ?means|mean $",
            "can|could|would you ?please ?just clarify|explain|define the|what question|term|word|you",
            "how do|does|would|are|is you|we|they|client|the|it ?client|company ?exactly|you define|defining|defined",
            "what exactly is|counts|does ?a|an|as|count",
            "i don't|didn't understand ?fully|the|what|this ?question|you|term|part|mean $",
        ],
        unless: &["mean for", "means for"],
    },
    Rule {
        intent: Intent::AskExhibit,
        shows: &[
            "do|have|did we|you|they ?have|got * data|numbers|figures|information|exhibit|chart|table|breakdown|graph|statistics|stats",
            "is|are there * data|numbers|figures|information|exhibit|exhibits|chart|table|breakdown|graph",
            "can|could|may|might i|we|you ?please see|get|have|look|show|share|give|provide ?at|me|us * data|numbers|figures|exhibit|exhibits|chart|table|graph|breakdown|slide",
            "i'd|i|would|we need|want|like ?to ?see|have|get|look ?at * data|numbers|figures|exhibit|chart|table|graph|breakdown",
            "show me * data|numbers|figures|exhibit|chart|table|graph|breakdown",
            "any data|numbers|figures|information on|about|for",
        ],
        unless: &[],
    },
    Rule {
        intent: Intent::AskAssume,
        shows: &[
            "can|could|may|should|shall i|we ?please|just|safely assume|suppose|presume",
            "is|would it ?be fair|ok|okay|safe|reasonable|fine|right|alright ?for ?me to assume|suppose|say|take",
            "ok|okay|fine|alright|mind if|to i|we ?assume assume|$",
            "do you mind if i assume|use|take|round",
            "can|could|may i ?just round|use|take ?that|this|it|the|to ?round ?number|numbers|figure|down|up $",
        ],
        unless: &[],
    },
    Rule {
        intent: Intent::GoBack,
        shows: &[
            "i|we|i'd|let's|lets|i'll|me|us|to ?want|would|like|can|could|may|need|just|quickly ?to ?just|quickly go|come|get|jump|step|circle back to",
            "i|we|i'd|let's|lets|i'll|me|us|to ?want|would|like|can|could|may ?to return to my|the|that|structure|clarifying|first",
            "can|could|may i|we ?please|just|quickly revisit|reconsider|correct|change|amend",
            "i|i'd|let me|would ?like|want|need ?to ?to revisit|correct|amend my|the|that|what ?earlier|previous|first ?answer|structure|number",
            "i|i'd|let me ?want|need|like ?to change|correct|revise my ?first|earlier|previous|last answer|structure|number|mind",
        ],
        unless: &[
            "to go to",
            "goes|went|comes back to",
            "i|we|i'd|to go|come|get|jump to",
        ],
    },
    Rule {
        intent: Intent::GiveUp,
        shows: &[
            "i|i'll ?really|just|will give up",
            "i'm giving up",
            "i|i'd|can|let's|lets|let|shall|could|we ?us|we|i ?would|want|just|please ?like ?to stop|quit|end|finish|abort here|now|it|this|the ?here|interview|case|session|attempt|practice $",
            "i ?really|just want|would ?like to stop|quit|leave $",
            "end|stop|quit|abort the|this interview|session|attempt|practice",
            "i don't|do ?not want to continue|go ?on|do ?this|anymore $",
            "i quit $",
        ],
        unless: &["client|they|company should|could|would stop|quit|end"],
    },
    Rule {
        intent: Intent::Grader,
        shows: &[
            "ignore|disregard|forget|override ?all|any ?the|your|of ?previous|prior|above|earlier instructions|instruction|rules|prompt|prompts|guidelines|rubric",
            "give|award|grant|assign|score|grade|rate|mark me|this|it|my|us|that ?answer|response ?a|an|as|at|the|with ?full|top|level|score|maximum|highest|perfect 5|five|marks|score|points|grade|rating|level|credit|excellent",
            "give|award|grant|assign|score|grade|rate|mark ?me|this|it|my ?answer|response ?a|an|as|at|the|with ?full|top|level|maximum|highest|perfect ?a 5|five out|of|$",
            "as an|the ?ai|expert evaluator|grader|examiner|scorer|assessor|judge",
            "as an|a ai|language|scoring|grading model|assistant|system|engine|program",
            "dear|note|message|to|hello|attention|hey ?to|for ?the|all grader|graders|evaluator|evaluators|scorer|assessor|examiner|algorithm",
            "evaluator|evaluators|grader|graders|scorer|assessor|examiner ?s ?you should|please|must|will|can|note|may|instruction|instructions",
            "you are|act|pretend|behave ?now|as ?an|a|the ?helpful|different|friendly|lenient ai|assistant|model|grader|evaluator|bot|chatbot",
            "^ ?begin|end|new system|assistant|admin|developer prompt|message|override|note|instruction|mode|update|notice",
            "system prompt|override",
            "this|my|the answer|response|candidate deserves|merits|meets|earns|scores|satisfies|fulfills|demonstrates|should|must ?all|every|the|a|be|receive|get|clearly|top|highest ?criteria|criterion|score|level|rated|scored|graded|5|five|requirement|requirements",
            "meets|satisfies|covers|fulfils|fulfills all|every|the ?rubric|scoring|grading|of criteria|criterion|rubric",
            "scoring|grading rubric|criteria|instruction|instructions|guideline|guidelines",
            "level|score|grade|rating 5|five ?answer|response|candidate|please|expected|required $",
            "full marks",
            "top|highest|maximum|max score|marks|grade|rating please|here|for|from|$",
        ],
        unless: &["credit|customer|supplier|lead|risk score|scoring|rating|grading"],
    },
];

/// Marks that only a pasted machine message bears.
const MACHINE_MARKS: [&str; 8] = [
    "<system",
    "[system",
    "<|",
    "### system",
    "### instruction",
    "system:",
    "assistant:",
    "[inst]",
];

const GREETINGS: &str = "hello hi hey thanks thank you very much so a lot good great nice morning afternoon evening \
 day to meet how are doing i'm i am fine well today cool perfect bye goodbye cheers and for that the your time helpful \
 pleasure lovely weather okay ok understood got it sounds all right alright clear";

/// Without one of these a short text of greeting words is not small talk.
const GREETING_CORES: &str = "hello hi hey thanks thank morning afternoon evening meet bye goodbye cheers understood \
 great perfect pleasure cool weather";

const SWEARING: &str =
    "fuck fucking fucked shit bullshit asshole bitch bastard crap dumbass motherfucker wanker";

/// The intents in `text`, whose clauses are given.
#[must_use]
pub fn read_intents(text: &str, clauses: &[Span]) -> Vec<IntentRead> {
    let mut found = Vec::new();
    for &at in clauses {
        let clause = at.of(text);
        let said = words(clause);
        for rule in &RULES {
            if any_occurs(rule.shows, &said) && !any_occurs(rule.unless, &said) {
                found.push(IntentRead {
                    intent: rule.intent,
                    at,
                });
            }
        }
        let low = clause.to_lowercase();
        if MACHINE_MARKS.iter().any(|mark| low.contains(mark)) {
            found.push(IntentRead {
                intent: Intent::Grader,
                at,
            });
        }
    }
    let whole = Span {
        start: 0,
        end: text.len(),
    };
    let said = words(text);
    found.extend(
        of_whole(&said)
            .into_iter()
            .map(|intent| IntentRead { intent, at: whole }),
    );
    found.dedup();
    found.truncate(INTENT_LIMIT);
    found
}

/// Intents that the utterance as a whole shows.
fn of_whole(said: &[String]) -> Vec<Intent> {
    let mut found = Vec::new();
    let short = !said.is_empty() && said.len() <= SHORT;
    let in_list = |list: &str, word: &String| list.split_whitespace().any(|w| w == word);
    if said.len() <= 2 * SHORT
        && said.iter().all(|word| in_list(GREETINGS, word))
        && said.iter().any(|word| in_list(GREETING_CORES, word))
    {
        found.push(Intent::SmallTalk);
    }
    if short && said.iter().any(|word| in_list(SWEARING, word)) {
        found.push(Intent::Profanity);
    }
    if is_yes(said) {
        found.push(Intent::Yes);
    }
    if is_no(said) {
        found.push(Intent::No);
    }
    if crate::language::is_foreign(said) {
        found.push(Intent::OtherLanguage);
    }
    found
}

const YES: [&str; 6] = [
    "^ yes|correct|exactly|absolutely|indeed|definitely|precisely|affirmative",
    "^ yeah|yep|yup|sure|right|ok|okay ?sure|right|please|exactly|that's|it's|i|is|do ?it|right|true|correct|fine $",
    "^ that|that's|this|it's ?is|was ?what|exactly|all right|correct|true|it|i|mean|meant",
    "^ of course",
    "^ i do|did|am $",
    "^ uh|mm huh|hm|hmm $",
];

const NOT_YES: [&str; 2] = ["^ correct me", "^ that|this|it ?is|was not"];

const NO: [&str; 4] = [
    "^ no|nope|nah $",
    "^ no|nope|nah not|that|that's|it|it's|i|thanks|thank|sorry|we|the|please|rather|actually",
    "^ not really|at|quite|exactly|that|what ?all",
    "^ that|that's|this|it's ?is|was not ?really|exactly|quite what|right|it|correct|i",
];

const NOT_NO: [&str; 1] = ["^ no idea|clue|data|more|further|other|problem"];

fn is_yes(said: &[String]) -> bool {
    any_occurs(&YES, said) && !any_occurs(&NOT_YES, said)
}

fn is_no(said: &[String]) -> bool {
    any_occurs(&NO, said) && !any_occurs(&NOT_NO, said)
}
