//! The things the interviewer can say, each a key of the phrase file.

/// One thing to say; its lines are in `phrases/en.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// Invites the playback and questions.
    AskClarify,
    /// Asks for the plan.
    AskStructure,
    /// Asks for the plan after a minute that was asked for.
    AskStructureAfter,
    /// Asks for the recommendation.
    AskSynthesis,
    /// Leads over from a fact to the candidate's next turn; said after facts.
    GiveFirst,
    /// Caps a bundle of questions.
    OneAtATime,
    /// Asks why a fact is wanted.
    AskReason,
    /// Keeps a fact until the plan is there.
    HoldBack,
    /// No data; invites an assumption.
    NoData,
    /// No data on another part of the question.
    NoDataAlso,
    /// Answers a request for any data.
    WhichFigure,
    /// Asks whether an item was meant.
    AskBack,
    /// After a no to an ask-back.
    SayAgain,
    /// Confirms the goal that was played back.
    GoalRight,
    /// Corrects the goal; followed by the goal.
    GoalWrong,
    /// Takes a remark in the opening.
    Noted,
    /// Listens on.
    Acknowledge,
    /// Asks where to start and why.
    ProbePriority,
    /// Asks what is below a branch.
    ProbeSecondLevel,
    /// Says a plan would fit any company.
    ProbeGeneric,
    /// Asks for more than a word.
    ProbeThin,
    /// Asks for the route to a number, in learn mode.
    ProbeSteps,
    /// Challenges a number neutrally.
    ProbeSure,
    /// Asks for the unit.
    ProbeUnits,
    /// Asks what a number means.
    ProbeMeaning,
    /// Asks for the answer to the question.
    ProbeAnswer,
    /// Asks for the other part of a question.
    ProbeOtherPart,
    /// Asks how a figure was read.
    ProbeReading,
    /// Asks what else the exhibit shows.
    ProbeSeeMore,
    /// Asks what an exhibit means.
    ProbeSoWhat,
    /// Asks for more ideas.
    ProbeMoreIdeas,
    /// Asks which idea comes first.
    ProbeRank,
    /// Asks for a clear recommendation.
    ProbeRecommend,
    /// Asks for a number behind the advice.
    ProbeNumber,
    /// Asks for risk.
    ProbeRisk,
    /// Asks for the next step.
    ProbeNext,
    /// Leads into a hint.
    HintLead,
    /// No hints in this mode.
    NoHintMode,
    /// No more hints.
    NoHintLeft,
    /// Grants time to think.
    GrantMinute,
    /// Leads into a repeat.
    RepeatLead,
    /// Breaks a silence.
    Nudge,
    /// Brings back to the question.
    BackToQuestion,
    /// Leaves a branch without data.
    RedirectDead,
    /// A topic that comes later.
    RedirectLater,
    /// Gives no verdict.
    DeclineVerdict,
    /// Does not give the answer.
    DeclineAnswer,
    /// Ignores talk to the grader.
    DeclineGrader,
    /// Ignores swearing.
    DeclineProfanity,
    /// Only English.
    DeclineLanguage,
    /// Answers small talk.
    DeclineSmallTalk,
    /// Lets an assumption stand.
    AllowAssume,
    /// A question for a fact that was just told.
    NothingBeyond,
    /// There is no data, said without asking for an assumption.
    NoDataPlain,
    /// What is asked for will be shown in a later part.
    ComeToThat,
    /// Leads from an addition to an earlier part back to the question at hand.
    BackFromReturn,
    /// Leaves a meaning open.
    AllowDefinition,
    /// Accepts going back.
    AllowReturn,
    /// A question about the figures of a calculation.
    UseGiven,
    /// A question about an exhibit's labels.
    AsShown,
    /// A question that is the candidate's to settle.
    YourCall,
    /// Part of a bundle was not followed.
    OtherAgain,
    /// Another part has to come before the chosen one.
    FirstThis,
    /// Candidate-led: the interviewer picks as the candidate does not.
    ByOurselves,
    /// Candidate-led: the last area before the end.
    OneMore,
    /// Offers a hint or to skip.
    OfferHint,
    /// Offers to skip.
    OfferSkip,
    /// After refusing to skip.
    TryIt,
    /// Asks before ending.
    ConfirmEnd,
    /// After not ending.
    GoOn,
    /// Gives a number to go on with.
    GiveResult,
    /// Candidate-led: where to start.
    AskWhereFirst,
    /// Candidate-led: start named.
    AskWhereNamed,
    /// Candidate-led: where next.
    AskWhereNext,
    /// Candidate-led: follows the candidate.
    Follow,
    /// Candidate-led: after facts while choosing.
    WhereThen,
    /// Candidate-led: a choice that leads nowhere.
    NoBranch,
    /// Moves to the structure.
    MoveStructure,
    /// Moves to a calculation.
    MoveQuant,
    /// Moves to an exhibit.
    MoveExhibit,
    /// Moves to ideas.
    MoveBrainstorm,
    /// Moves to the end.
    MoveSynthesis,
    /// Takes the answer before moving on.
    Thanks,
    /// The part's clock is over.
    TimeOver,
    /// The last part's clock is over.
    TimeOverLast,
    /// Jumps to the end as time runs out.
    TimeJump,
    /// The opening's clock is over.
    TimeOverClarify,
    /// Lets a plan that was announced begin.
    GoAhead,
    /// Asks for a question in full.
    FullQuestion,
    /// Candidate-led: a request for figures that is too wide.
    WhatThere,
    /// Candidate-led: goes on with what the candidate put first.
    AskWhereThere,
    /// Stops talk without a point and asks for the headline.
    AskHeadline,
    /// Stops at a number that later steps would carry on.
    StopAtNumber,
    /// Doubts an answer, whatever it is.
    Doubt,
    /// Names what stayed open in a part.
    LeftOpen,
    /// Our own words came back.
    ProbeOwnWords,
    /// The recommendation comes later.
    RedirectEnding,
    /// Ends the interview.
    CloseFinished,
    /// Ends early.
    CloseEarly,
    /// Ends as time is up.
    CloseTime,
}

/// Every phrase with its key in the phrase file.
#[rustfmt::skip]
const KEYS: &[(Phrase, &str)] = &[
    (Phrase::AskClarify, "ask-clarify"),
    (Phrase::AskStructure, "ask-structure"),
    (Phrase::AskStructureAfter, "ask-structure-after"),
    (Phrase::AskSynthesis, "ask-synthesis"),
    (Phrase::GiveFirst, "give-first"),
    (Phrase::OneAtATime, "one-at-a-time"),
    (Phrase::AskReason, "ask-reason"),
    (Phrase::HoldBack, "hold-back"),
    (Phrase::NoData, "no-data"),
    (Phrase::NoDataAlso, "no-data-also"),
    (Phrase::WhichFigure, "which-figure"),
    (Phrase::AskBack, "ask-back"),
    (Phrase::SayAgain, "say-again"),
    (Phrase::GoalRight, "goal-right"),
    (Phrase::GoalWrong, "goal-wrong"),
    (Phrase::Noted, "noted"),
    (Phrase::Acknowledge, "acknowledge"),
    (Phrase::ProbePriority, "probe-priority"),
    (Phrase::ProbeSecondLevel, "probe-second-level"),
    (Phrase::ProbeGeneric, "probe-generic"),
    (Phrase::ProbeThin, "probe-thin"),
    (Phrase::ProbeSteps, "probe-steps"),
    (Phrase::ProbeSure, "probe-sure"),
    (Phrase::ProbeUnits, "probe-units"),
    (Phrase::ProbeMeaning, "probe-meaning"),
    (Phrase::ProbeAnswer, "probe-answer"),
    (Phrase::ProbeOtherPart, "probe-other-part"),
    (Phrase::ProbeReading, "probe-reading"),
    (Phrase::ProbeSeeMore, "probe-see-more"),
    (Phrase::ProbeSoWhat, "probe-so-what"),
    (Phrase::ProbeMoreIdeas, "probe-more-ideas"),
    (Phrase::ProbeRank, "probe-rank"),
    (Phrase::ProbeRecommend, "probe-recommend"),
    (Phrase::ProbeNumber, "probe-number"),
    (Phrase::ProbeRisk, "probe-risk"),
    (Phrase::ProbeNext, "probe-next"),
    (Phrase::HintLead, "hint-lead"),
    (Phrase::NoHintMode, "no-hint-mode"),
    (Phrase::NoHintLeft, "no-hint-left"),
    (Phrase::GrantMinute, "grant-minute"),
    (Phrase::RepeatLead, "repeat-lead"),
    (Phrase::Nudge, "nudge"),
    (Phrase::BackToQuestion, "back-to-question"),
    (Phrase::RedirectDead, "redirect-dead"),
    (Phrase::RedirectLater, "redirect-later"),
    (Phrase::DeclineVerdict, "decline-verdict"),
    (Phrase::DeclineAnswer, "decline-answer"),
    (Phrase::DeclineGrader, "decline-grader"),
    (Phrase::DeclineProfanity, "decline-profanity"),
    (Phrase::DeclineLanguage, "decline-language"),
    (Phrase::DeclineSmallTalk, "decline-small-talk"),
    (Phrase::AllowAssume, "allow-assume"),
    (Phrase::NothingBeyond, "nothing-beyond"),
    (Phrase::NoDataPlain, "no-data-plain"),
    (Phrase::ComeToThat, "come-to-that"),
    (Phrase::BackFromReturn, "back-from-return"),
    (Phrase::AllowDefinition, "allow-definition"),
    (Phrase::AllowReturn, "allow-return"),
    (Phrase::UseGiven, "use-given"),
    (Phrase::AsShown, "as-shown"),
    (Phrase::YourCall, "your-call"),
    (Phrase::OtherAgain, "other-again"),
    (Phrase::FirstThis, "first-this"),
    (Phrase::ByOurselves, "by-ourselves"),
    (Phrase::OneMore, "one-more"),
    (Phrase::OfferHint, "offer-hint"),
    (Phrase::OfferSkip, "offer-skip"),
    (Phrase::TryIt, "try-it"),
    (Phrase::ConfirmEnd, "confirm-end"),
    (Phrase::GoOn, "go-on"),
    (Phrase::GiveResult, "give-result"),
    (Phrase::AskWhereFirst, "ask-where-first"),
    (Phrase::AskWhereNamed, "ask-where-named"),
    (Phrase::AskWhereNext, "ask-where-next"),
    (Phrase::Follow, "follow"),
    (Phrase::WhereThen, "where-then"),
    (Phrase::NoBranch, "no-branch"),
    (Phrase::MoveStructure, "move-structure"),
    (Phrase::MoveQuant, "move-quant"),
    (Phrase::MoveExhibit, "move-exhibit"),
    (Phrase::MoveBrainstorm, "move-brainstorm"),
    (Phrase::MoveSynthesis, "move-synthesis"),
    (Phrase::Thanks, "thanks"),
    (Phrase::TimeOver, "time-over"),
    (Phrase::TimeOverLast, "time-over-last"),
    (Phrase::TimeJump, "time-jump"),
    (Phrase::TimeOverClarify, "time-over-clarify"),
    (Phrase::GoAhead, "go-ahead"),
    (Phrase::FullQuestion, "full-question"),
    (Phrase::WhatThere, "what-there"),
    (Phrase::AskWhereThere, "ask-where-there"),
    (Phrase::AskHeadline, "ask-headline"),
    (Phrase::StopAtNumber, "stop-at-number"),
    (Phrase::Doubt, "doubt"),
    (Phrase::LeftOpen, "left-open"),
    (Phrase::ProbeOwnWords, "probe-own-words"),
    (Phrase::RedirectEnding, "redirect-ending"),
    (Phrase::CloseFinished, "close-finished"),
    (Phrase::CloseEarly, "close-early"),
    (Phrase::CloseTime, "close-time"),
];

impl Phrase {
    /// All of them.
    #[cfg(test)]
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        KEYS.iter().map(|(phrase, _)| *phrase)
    }

    /// The key in the phrase file.
    pub(crate) fn key(self) -> &'static str {
        let found = KEYS.iter().find(|(phrase, _)| *phrase == self);
        found.map_or("", |(_, key)| key)
    }

    /// Whether an attempt may well need it several times.
    #[cfg(test)]
    pub(crate) fn frequent(self) -> bool {
        matches!(
            self,
            Self::GiveFirst
                | Self::NoData
                | Self::AskBack
                | Self::AllowDefinition
                | Self::Acknowledge
                | Self::ProbePriority
                | Self::ProbeSecondLevel
                | Self::ProbeGeneric
                | Self::ProbeThin
                | Self::ProbeSteps
                | Self::ProbeSure
                | Self::ProbeUnits
                | Self::ProbeMeaning
                | Self::ProbeAnswer
                | Self::ProbeOtherPart
                | Self::ProbeReading
                | Self::ProbeSeeMore
                | Self::ProbeSoWhat
                | Self::ProbeMoreIdeas
                | Self::ProbeRank
                | Self::ProbeRecommend
                | Self::ProbeNumber
                | Self::ProbeRisk
                | Self::ProbeNext
                | Self::Nudge
                | Self::BackToQuestion
                | Self::Follow
                | Self::Thanks
                | Self::LeftOpen
                | Self::Doubt
                | Self::StopAtNumber
                | Self::AskHeadline
        )
    }
}
