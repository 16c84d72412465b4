//! Why a command was not carried out: one typed list for all rooms. Pages word each from `text/<language>/refusals.ftl`
//! by [`Refusal::key`] and [`Refusal::arguments`]; a test walks the list in every language.

use crate::rationale::About;
use crate::text::Field;
use jiff::civil::Date;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident : $type:ty),* })? => $key:literal),* $(,)?) => {
        /// The rule that stands in the way.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Refusal { $($(#[$doc])* $name $({ $($field: $type),* })?),* }

        impl Refusal {
            /// Its key in the texts, without the leading `refusal-`.
            pub fn key(&self) -> &'static str {
                match self { $(Self::$name $({ $($field: _),* })? => $key),* }
            }

            /// The values that its sentence needs.
            pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
                match self { $(Self::$name $({ $($field),* })? => vec![$($((stringify!($field), Argument::from($field.clone()))),*)?]),* }
            }

            /// One of each, for tests of the wording.
            pub fn examples() -> Vec<Self> {
                vec![$(Self::$name $({ $($field: Example::example()),* })?),*]
            }
        }
    };
}

/// A value inside a refusal's sentence; pages write it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    Text(String),
    Number(i64),
    Date(Date),
    Field(Field),
    About(About),
}

macro_rules! argument {
    ($($type:ty => |$value:ident| $make:expr, $example:expr;)*) => {$(
        impl From<$type> for Argument { fn from($value: $type) -> Self { $make } }
        impl Example for $type { fn example() -> Self { $example } }
    )*};
}

trait Example {
    fn example() -> Self;
}

argument! {
    String => |value| Self::Text(value), "I.5".to_owned();
    u8 => |value| Self::Number(i64::from(value)), 7;
    u16 => |value| Self::Number(i64::from(value)), 240;
    u32 => |value| Self::Number(i64::from(value)), 1_000;
    u64 => |value| Self::Number(i64::try_from(value).unwrap_or(i64::MAX)), 10;
    usize => |value| Self::Number(i64::try_from(value).unwrap_or(i64::MAX)), 20_000;
    Date => |value| Self::Date(value), Date::constant(2027, 5, 14);
    Field => |value| Self::Field(value), Field::Reason;
    About => |value| Self::About(value), About::Instruction;
}

refusals! {
    NoSuchThing => "no-such-thing",
    NoSuchPerson => "no-such-person",
    NoSuchTeacher => "no-such-teacher",
    NoSuchLanguage => "no-such-language",
    NoSchoolYear => "no-school-year",
    NoPack => "no-pack",
    NoCalendar => "no-calendar",
    PackDoesNotLoad => "pack-does-not-load",
    PackAlreadyAdopted => "pack-already-adopted",
    NothingTicked => "nothing-ticked",
    /// A source settles it, it is confirmed already, or the pack does not have it.
    ValueNotOpen { value: String } => "value-not-open",
    ValueNotConfirmed { value: String } => "value-not-confirmed",
    /// What was typed is no number, date or choice, or the value is changed in the files only.
    ValueNotRead { value: String } => "value-not-read",
    /// The next version of the pack would have a fault.
    ProposalDoesNotFit { problem: String } => "proposal-does-not-fit",
    LastBeforeFirst => "last-before-first",
    /// Nothing is written where something is needed.
    Empty { field: Field } => "empty",
    TooLong { field: Field, longest: usize } => "too-long",
    DateOutsideYear { date: Date } => "date-outside-year",
    DateInFuture { date: Date } => "date-in-future",
    DateInPast { date: Date } => "date-in-past",
    EndsBeforeBegins => "ends-before-begins",
    MinutesOutOfRange { least: u16, most: u16 } => "minutes-out-of-range",
    HrPartnerNeedsSchool => "hr-partner-needs-school",
    AlreadyGranted => "already-granted",
    NotGranted => "not-granted",
    /// Nobody takes the last way in from themselves.
    OwnGrant => "own-grant",
    OwnEvaluator => "own-evaluator",
    NotTeachingThere => "not-teaching-there",
    NotTheEvaluator => "not-the-evaluator",
    AlreadyTheEvaluator => "already-the-evaluator",
    DistrictNotEmpty => "district-not-empty",
    RosterHasErrors { errors: u32 } => "roster-has-errors",
    RosterTooManyEnded { ended: u32, of: u32 } => "roster-too-many-ended",
    NoSuchObservationKind => "no-such-observation-kind",
    NoSuchIndicator { indicator: String } => "no-such-indicator",
    ScoreOutOfRange { indicator: String, lowest: u8, highest: u8 } => "score-out-of-range",
    ScoreWithoutText { indicator: String } => "score-without-text",
    IndicatorNotScored { indicator: String } => "indicator-not-scored",
    NothingScored => "nothing-scored",
    AlreadyShared => "already-shared",
    AlreadySent => "already-sent",
    AlreadyScheduled => "already-scheduled",
    AlreadyReceived => "already-received",
    AlreadyRecommended => "already-recommended",
    PercentOutOfRange => "percent-out-of-range",
    PupilsOutOfRange { most: u32 } => "pupils-out-of-range",
    NoGoals => "no-goals",
    NotAParty => "not-a-party",
    NotYetMet { on: Date } => "not-yet-met",
    TeacherSaidWeMet => "teacher-said-we-met",
    ConversationHeld => "conversation-held",
    ConversationCancelled => "conversation-cancelled",
    NoSuchPromise => "no-such-promise",
    PromiseKept => "promise-kept",
    NoSuchMessage => "no-such-message",
    /// `leap.md` 8: M09, M10, M16 and M19 go through the HR partner first.
    NeedsHrReview { message: String } => "needs-hr-review",
    NoEvidenceLinked => "no-evidence-linked",
    /// Nothing may be seen first in a rationale (`leap.md` 9, R9).
    EvidenceNotShared => "evidence-not-shared",
    RationaleMissing { about: About } => "rationale-missing",
    /// Within the decision band (`leap.md` 3.6, step 4).
    DecisionRequired { lower: String, upper: String } => "decision-required",
    /// The second reader has not confirmed it (`leap.md` 7.1, L18).
    DecisionWaits => "decision-waits",
    DecisionConfirmed => "decision-confirmed",
    /// What it rested on changed since.
    DecisionVoid => "decision-void",
    NothingToDecide => "nothing-to-decide",
    NotACandidate { lower: String, upper: String } => "not-a-candidate",
    TooLittleEvidence { least: usize } => "too-little-evidence",
    NotASecondReader => "not-a-second-reader",
    NotCalculable => "not-calculable",
    RatingShared => "rating-shared",
    EarlierRatingsHaveErrors { errors: u32 } => "earlier-ratings-have-errors",
    EarlierRatingsReplace { count: u32 } => "earlier-ratings-replace",
    StatusClassUnknown => "status-class-unknown",
    StatusYearsMissing { years: String } => "status-years-missing",
    StatusAlreadyStated => "status-already-stated",
    NoSuchRound => "no-such-round",
    FeedbackNotOpen => "feedback-not-open",
    FeedbackAnswered => "feedback-answered",
    FeedbackNotClosed { date: Date } => "feedback-not-closed",
    FeedbackPublished => "feedback-published",
    QuestionUnanswered => "question-unanswered",
    /// Names that the author of a text has not seen yet.
    NamesInText { names: String } => "names-in-text",
    /// One proposal at a time, so that nobody reviews a text that is already overtaken.
    ProposalWaits => "proposal-waits",
    NoProposal => "no-proposal",
    /// Two people answer for a page: who wrote it and who read it.
    OwnProposal => "own-proposal",
    NotYourProposal => "not-your-proposal",
    NotInPack => "not-in-pack",
    NothingChanged => "nothing-changed",
    NoSuchTopic => "no-such-topic",
    NoAudience => "no-audience",
    CannotBeShown { language: String, line: usize, what: String } => "cannot-be-shown",
    TooManyFiles { most: usize } => "too-many-files",
    FileTooLarge { most: u64 } => "file-too-large",
    FileKind => "file-kind",
    /// A district without any administrator.
    NobodyAnswers => "nobody-answers",
    AlreadyAsked => "already-asked",
    /// Nobody answers what they asked themselves.
    OwnQuestion => "own-question",
    QuestionClosed => "question-closed",
    QuestionNotClosed => "question-not-closed",
    NotAnswered => "not-answered",
    NotAnAnswerer => "not-an-answerer",
    AlreadyTheirs => "already-theirs",
    AlreadyNamed => "already-named",
    NotNamed => "not-named",
    OwnCover => "own-cover",
    CoverOverlaps => "cover-overlaps",
    NoSuchCover => "no-such-cover",
}
