//! Everything that anybody can do, by the trade's verbs.

use domain::Command;
use domain::conversations::Command as Conversation;
use domain::library::Command as Library;
use domain::people::Command as Person;
use domain::professionalism::{Command as Professionalism, Side};
use domain::questions::Command as Question;
use domain::questions::contacts::Command as Contacts;
use domain::ratings::Command as Rating;
use domain::ratings::decision::Command as Decision;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident => $word:literal),* $(,)?) => {
        /// What is asked for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $name),* }

        impl Action {
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its word in the printed matrix and in logs.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }
        }
    };
}

actions! {
    ReadRoster => "read the roster",
    ImportRoster => "import a roster",
    EnterAdministrator => "enter the first administrator",
    Grant => "grant or end an office",
    AssignEvaluator => "assign an evaluator",
    ChooseLanguage => "choose one's language",
    ReadSchoolYear => "read the school year",
    AdoptPack => "adopt a pack",
    ConfirmValues => "confirm values of the pack",
    ProposeValues => "propose values of the pack",
    EnterDays => "enter the year's days",
    ReadOutbox => "read the outbox",
    ReadHealth => "read the record's health",
    ReadCounts => "read suppressed counts",
    /// Everything shared in a teacher's year.
    ReadRecord => "read a teacher's year",
    ReadHistory => "read the history",
    /// Who has looked: the teacher alone.
    ReadReceipts => "read who has looked",
    TakeCopy => "take a copy",
    ShareObservation => "share an observation",
    AnswerEvidence => "answer evidence",
    RateSelf => "rate oneself",
    RateProfessionalism => "rate professionalism",
    EnterMeasure => "enter a student measure",
    Schedule => "schedule a conversation",
    Prepare => "share a preparation",
    SayWeMet => "say we met",
    KeepPromise => "keep or move a promise",
    SendMessage => "send a message",
    ShareRationale => "share a rationale",
    /// See the sum before it is shared.
    PreviewRating => "preview the rating",
    /// The decision near a cut, before the rating is shared.
    ReadDecision => "read the decision near a cut",
    Decide => "decide near a cut",
    ConfirmDecision => "confirm a decision",
    ShareRating => "share the rating",
    Receive => "acknowledge or decline",
    AnswerRating => "answer the rating",
    Recommend => "recommend renewal",
    /// A teacher's ratings over the years, what status they come to, and what was stated.
    ReadStatus => "read the status over the years",
    StateStatus => "state the status",
    AnswerStatus => "answer the status",
    ImportEarlierRatings => "take over earlier ratings",
    /// Say how it is going, unnamed; the one act that leaves no author.
    GiveFeedback => "give feedback unnamed",
    ReadFeedback => "read published feedback",
    /// What people wrote in a round that has closed, before it is published.
    ScreenFeedback => "read texts to be screened",
    PublishFeedback => "publish feedback",
    /// The pages that are for one, by the list.
    ReadLibrary => "read the library",
    ProposePage => "propose a page of the library",
    ReviewPage => "review a page of the library",
    AskQuestion => "ask a question",
    ReadQuestion => "read a question",
    FollowUp => "ask on or reopen a question",
    AnswerQuestion => "answer a question or pass it on",
    CloseQuestion => "close a question",
    KeepContacts => "keep who answers what",
}

impl From<&Command> for Action {
    fn from(command: &Command) -> Self {
        match command {
            Command::Roster(_) => Self::ImportRoster,
            Command::School(never) => match *never {},
            Command::Person(command) => match command {
                Person::EnterAdministrator { .. } => Self::EnterAdministrator,
                Person::Grant { .. } | Person::EndGrant { .. } => Self::Grant,
                Person::AssignEvaluator { .. } | Person::EndEvaluator { .. } => {
                    Self::AssignEvaluator
                }
                Person::ChooseLanguage { .. } => Self::ChooseLanguage,
            },
            Command::SchoolYear(command) => match command {
                domain::school_year::Command::AdoptPack { .. } => Self::AdoptPack,
                domain::school_year::Command::EnterDays { .. } => Self::EnterDays,
                domain::school_year::Command::AdoptProposal { .. }
                | domain::school_year::Command::DeclineProposal { .. } => Self::AdoptPack,
                domain::school_year::Command::Propose { .. } => Self::ProposeValues,
                domain::school_year::Command::Confirm { .. }
                | domain::school_year::Command::TakeBack { .. } => Self::ConfirmValues,
            },
            Command::Observation(command) => match command {
                domain::observations::Command::Share { .. } => Self::ShareObservation,
                domain::observations::Command::Answer { .. } => Self::AnswerEvidence,
            },
            Command::Professionalism(Professionalism::Rate { side, .. }) => match side {
                Side::Teacher => Self::RateSelf,
                Side::Evaluator => Self::RateProfessionalism,
            },
            Command::Measures(domain::measures::Command::Enter { .. }) => Self::EnterMeasure,
            Command::Conversation(command) => match command {
                Conversation::Schedule { .. }
                | Conversation::Move { .. }
                | Conversation::Cancel { .. } => Self::Schedule,
                Conversation::SharePreparation { .. } => Self::Prepare,
                Conversation::SayWeMet => Self::SayWeMet,
                Conversation::KeepPromise { .. } | Conversation::MovePromise { .. } => {
                    Self::KeepPromise
                }
            },
            Command::Message(domain::messages::Command::Send { .. }) => Self::SendMessage,
            Command::Rationale(domain::rationale::Command::Share { .. }) => Self::ShareRationale,
            Command::Decision(command) => match command {
                Decision::Decide { .. } | Decision::Withdraw { .. } => Self::Decide,
                Decision::Confirm | Decision::SendBack { .. } => Self::ConfirmDecision,
            },
            Command::Rating(command) => match command {
                Rating::Share { .. } => Self::ShareRating,
                Rating::Acknowledge | Rating::Decline => Self::Receive,
                Rating::Answer { .. } => Self::AnswerRating,
            },
            Command::Status(command) => match command {
                domain::status::Command::State { .. } => Self::StateStatus,
                domain::status::Command::Answer { .. } => Self::AnswerStatus,
            },
            Command::EarlierRatings(_) => Self::ImportEarlierRatings,
            Command::Feedback(domain::feedback::Command::Publish { .. }) => Self::PublishFeedback,
            Command::Recommendation(domain::recommendations::Command::Renew { .. }) => {
                Self::Recommend
            }
            Command::Library(command) => match command {
                Library::Propose { .. } | Library::Withdraw => Self::ProposePage,
                Library::Publish | Library::Decline { .. } => Self::ReviewPage,
            },
            Command::Question(command) => match command {
                Question::Ask { .. } => Self::AskQuestion,
                Question::FollowUp { .. } | Question::Reopen { .. } => Self::FollowUp,
                Question::Answer { .. } | Question::PassOn { .. } => Self::AnswerQuestion,
                Question::Close => Self::CloseQuestion,
            },
            Command::Contacts(
                Contacts::Name { .. }
                | Contacts::Unname { .. }
                | Contacts::Cover { .. }
                | Contacts::EndCover { .. },
            ) => Self::KeepContacts,
        }
    }
}
