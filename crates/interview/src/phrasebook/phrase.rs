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
    /// Ends the interview.
    CloseFinished,
    /// Ends early.
    CloseEarly,
    /// Ends as time is up.
    CloseTime,
}

impl Phrase {
    /// All of them.
    #[cfg(test)]
    pub(crate) const ALL: &[Self] = &[
        Self::AskClarify,
        Self::AskStructure,
        Self::AskStructureAfter,
        Self::AskSynthesis,
        Self::GiveFirst,
        Self::OneAtATime,
        Self::AskReason,
        Self::HoldBack,
        Self::NoData,
        Self::NoDataAlso,
        Self::WhichFigure,
        Self::AskBack,
        Self::SayAgain,
        Self::GoalRight,
        Self::GoalWrong,
        Self::Noted,
        Self::Acknowledge,
        Self::ProbePriority,
        Self::ProbeSecondLevel,
        Self::ProbeGeneric,
        Self::ProbeThin,
        Self::ProbeSteps,
        Self::ProbeSure,
        Self::ProbeUnits,
        Self::ProbeMeaning,
        Self::ProbeAnswer,
        Self::ProbeOtherPart,
        Self::ProbeReading,
        Self::ProbeSeeMore,
        Self::ProbeSoWhat,
        Self::ProbeMoreIdeas,
        Self::ProbeRank,
        Self::ProbeRecommend,
        Self::ProbeNumber,
        Self::ProbeRisk,
        Self::ProbeNext,
        Self::HintLead,
        Self::NoHintMode,
        Self::NoHintLeft,
        Self::GrantMinute,
        Self::RepeatLead,
        Self::Nudge,
        Self::BackToQuestion,
        Self::RedirectDead,
        Self::RedirectLater,
        Self::DeclineVerdict,
        Self::DeclineAnswer,
        Self::DeclineGrader,
        Self::DeclineProfanity,
        Self::DeclineLanguage,
        Self::DeclineSmallTalk,
        Self::AllowAssume,
        Self::AllowDefinition,
        Self::AllowReturn,
        Self::UseGiven,
        Self::AsShown,
        Self::YourCall,
        Self::OtherAgain,
        Self::FirstThis,
        Self::ByOurselves,
        Self::OneMore,
        Self::OfferHint,
        Self::OfferSkip,
        Self::TryIt,
        Self::ConfirmEnd,
        Self::GoOn,
        Self::GiveResult,
        Self::AskWhereFirst,
        Self::AskWhereNamed,
        Self::AskWhereNext,
        Self::Follow,
        Self::WhereThen,
        Self::NoBranch,
        Self::MoveStructure,
        Self::MoveQuant,
        Self::MoveExhibit,
        Self::MoveBrainstorm,
        Self::MoveSynthesis,
        Self::Thanks,
        Self::TimeOver,
        Self::TimeOverLast,
        Self::TimeJump,
        Self::TimeOverClarify,
        Self::GoAhead,
        Self::FullQuestion,
        Self::WhatThere,
        Self::AskWhereThere,
        Self::CloseFinished,
        Self::CloseEarly,
        Self::CloseTime,
    ];

    /// The key in the phrase file.
    #[rustfmt::skip]
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::AskClarify => "ask-clarify",
            Self::AskStructure => "ask-structure",
            Self::AskStructureAfter => "ask-structure-after",
            Self::AskSynthesis => "ask-synthesis",
            Self::GiveFirst => "give-first",
            Self::OneAtATime => "one-at-a-time",
            Self::AskReason => "ask-reason",
            Self::HoldBack => "hold-back",
            Self::NoData => "no-data",
            Self::NoDataAlso => "no-data-also",
            Self::WhichFigure => "which-figure",
            Self::AskBack => "ask-back",
            Self::SayAgain => "say-again",
            Self::GoalRight => "goal-right",
            Self::GoalWrong => "goal-wrong",
            Self::Noted => "noted",
            Self::Acknowledge => "acknowledge",
            Self::ProbePriority => "probe-priority",
            Self::ProbeSecondLevel => "probe-second-level",
            Self::ProbeGeneric => "probe-generic",
            Self::ProbeThin => "probe-thin",
            Self::ProbeSteps => "probe-steps",
            Self::ProbeSure => "probe-sure",
            Self::ProbeUnits => "probe-units",
            Self::ProbeMeaning => "probe-meaning",
            Self::ProbeAnswer => "probe-answer",
            Self::ProbeOtherPart => "probe-other-part",
            Self::ProbeReading => "probe-reading",
            Self::ProbeSeeMore => "probe-see-more",
            Self::ProbeSoWhat => "probe-so-what",
            Self::ProbeMoreIdeas => "probe-more-ideas",
            Self::ProbeRank => "probe-rank",
            Self::ProbeRecommend => "probe-recommend",
            Self::ProbeNumber => "probe-number",
            Self::ProbeRisk => "probe-risk",
            Self::ProbeNext => "probe-next",
            Self::HintLead => "hint-lead",
            Self::NoHintMode => "no-hint-mode",
            Self::NoHintLeft => "no-hint-left",
            Self::GrantMinute => "grant-minute",
            Self::RepeatLead => "repeat-lead",
            Self::Nudge => "nudge",
            Self::BackToQuestion => "back-to-question",
            Self::RedirectDead => "redirect-dead",
            Self::RedirectLater => "redirect-later",
            Self::DeclineVerdict => "decline-verdict",
            Self::DeclineAnswer => "decline-answer",
            Self::DeclineGrader => "decline-grader",
            Self::DeclineProfanity => "decline-profanity",
            Self::DeclineLanguage => "decline-language",
            Self::DeclineSmallTalk => "decline-small-talk",
            Self::AllowAssume => "allow-assume",
            Self::AllowDefinition => "allow-definition",
            Self::AllowReturn => "allow-return",
            Self::UseGiven => "use-given",
            Self::AsShown => "as-shown",
            Self::YourCall => "your-call",
            Self::OtherAgain => "other-again",
            Self::FirstThis => "first-this",
            Self::ByOurselves => "by-ourselves",
            Self::OneMore => "one-more",
            Self::OfferHint => "offer-hint",
            Self::OfferSkip => "offer-skip",
            Self::TryIt => "try-it",
            Self::ConfirmEnd => "confirm-end",
            Self::GoOn => "go-on",
            Self::GiveResult => "give-result",
            Self::AskWhereFirst => "ask-where-first",
            Self::AskWhereNamed => "ask-where-named",
            Self::AskWhereNext => "ask-where-next",
            Self::Follow => "follow",
            Self::WhereThen => "where-then",
            Self::NoBranch => "no-branch",
            Self::MoveStructure => "move-structure",
            Self::MoveQuant => "move-quant",
            Self::MoveExhibit => "move-exhibit",
            Self::MoveBrainstorm => "move-brainstorm",
            Self::MoveSynthesis => "move-synthesis",
            Self::Thanks => "thanks",
            Self::TimeOver => "time-over",
            Self::TimeOverLast => "time-over-last",
            Self::TimeJump => "time-jump",
            Self::TimeOverClarify => "time-over-clarify",
            Self::GoAhead => "go-ahead",
            Self::FullQuestion => "full-question",
            Self::WhatThere => "what-there",
            Self::AskWhereThere => "ask-where-there",
            Self::CloseFinished => "close-finished",
            Self::CloseEarly => "close-early",
            Self::CloseTime => "close-time",
        }
    }

    /// Whether an attempt may well need it several times.
    #[cfg(test)]
    pub(crate) fn frequent(self) -> bool {
        matches!(
            self,
            Self::GiveFirst
                | Self::NoData
                | Self::AskBack
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
        )
    }
}
