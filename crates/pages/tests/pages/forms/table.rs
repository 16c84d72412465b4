//! The forms of the program, each with input that is taken.

use crate::lived::Day::{self, January, May, Rated};
use crate::lived::Role;

pub struct Case {
    pub name: &'static str,
    pub day: Day,
    pub role: Role,
    /// Where the form stands; names of things as in the walk through all routes.
    pub page: &'static str,
    pub to: &'static str,
    /// The first name tells the form from others of the page that go to the same address.
    pub good: &'static [(&'static str, &'static str)],
    /// How many events it leaves.
    pub events: u64,
}

macro_rules! case {
    ($name:literal, $day:ident, $role:ident, $page:literal => $to:literal, $events:literal, $($field:literal = $value:literal),*) => {
        Case { name: $name, day: $day, role: Role::$role, page: $page, to: $to, good: &[$(($field, $value)),*], events: $events }
    };
}

pub const CASES: &[Case] = &[
    case!("a lesson", January, Evaluator, "/teachers/{teacher}/observations/{fresh}/draft" => "/teachers/{teacher}/observations/{fresh}/draft", 0,
        "focus" = "Fractions on a number line", "kind" = "short", "on" = "2027-01-12", "begins" = "09:00", "ends" = "09:20", "score.I.5" = "5", "text.I.5" = "Nine of 26 had it.", "act" = "read"),
    case!("an answer to a lesson", January, Teacher, "/observations/{lesson}" => "/observations/{lesson}/answers", 1,
        "answer" = "I saw it differently.", "act" = "share"),
    case!("professionalism", January, Evaluator, "/teachers/{teacher}/professionalism/mid-year" => "/teachers/{teacher}/professionalism/mid-year", 0,
        "mid-year.text.P.1" = "Shown in planning.", "mid-year.score.P.1" = "5", "mid-year.text.P.2" = "Seen.", "mid-year.score.P.2" = "5", "mid-year.text.P.3" = "Seen.", "mid-year.score.P.3" = "5",
        "mid-year.text.P.4" = "Seen.", "mid-year.score.P.4" = "5", "mid-year.text.P.5" = "Seen.", "mid-year.score.P.5" = "5", "mid-year.text.P.6" = "Seen.", "mid-year.score.P.6" = "5",
        "mid-year.text.P.7" = "Seen.", "mid-year.score.P.7" = "5", "act" = "read"),
    case!("the survey", January, Evaluator, "/teachers/{teacher}/measures?enter=survey" => "/teachers/{teacher}/measures", 1,
        "survey.source" = "Data desk", "survey.percent" = "71.5", "survey.answers" = "48", "act" = "enter"),
    case!("the goals", January, Evaluator, "/teachers/{teacher}/measures?enter=goals" => "/teachers/{teacher}/measures", 1,
        "goals.source" = "Data desk", "goals.title.1" = "Fractions", "goals.pupils.1.0" = "2", "goals.pupils.1.1" = "4", "goals.pupils.1.2" = "10", "goals.pupils.1.3" = "8",
        "goals.title.2" = "Reading", "goals.pupils.2.0" = "2", "goals.pupils.2.1" = "4", "goals.pupils.2.2" = "10", "goals.pupils.2.3" = "8", "act" = "enter"),
    case!("the collective measure", January, Evaluator, "/teachers/{teacher}/measures?enter=collective" => "/teachers/{teacher}/measures", 1,
        "collective.source" = "Data desk", "collective.percent" = "60", "act" = "enter"),
    case!("a time", January, Evaluator, "/teachers/{teacher}/conversations/end-of-year/new" => "/teachers/{teacher}/conversations/end-of-year/new", 1,
        "place" = "Room 12", "on" = "2027-04-14", "begins" = "14:00", "length" = "standard"),
    case!("another time", January, Evaluator, "/conversations/{mid_year}/move" => "/conversations/{mid_year}/move", 1,
        "place" = "Room 14", "on" = "2027-01-20", "begins" = "14:00", "length" = "standard"),
    case!("calling off", January, Evaluator, "/conversations/{mid_year}/cancel" => "/conversations/{mid_year}/cancel", 1,
        "reason" = "Both are ill."),
    case!("a preparation", January, Teacher, "/conversations/{mid_year}" => "/conversations/{mid_year}/preparation", 1,
        "preparation.m.prepare.t1" = "What moved.", "act" = "share"),
    case!("a note", January, Teacher, "/conversations/{mid_year}" => "/conversations/{mid_year}/notes", 0,
        "note" = "We spoke of fractions.", "act" = "add"),
    case!("a promise", January, Teacher, "/conversations/{mid_year}" => "/conversations/{mid_year}/promises", 0,
        "what" = "Send the article", "by" = "2027-02-01", "whose" = "evaluator", "act" = "add"),
    case!("a promise's new date", January, Teacher, "/conversations/{mid_year}" => "/conversations/{beginning}/promises/0", 1,
        "by" = "2027-06-02", "act" = "move"),
    case!("a letter", January, Evaluator, "/teachers/{teacher}/messages/new?follows=conversation/{mid_year}" => "/teachers/{teacher}/messages/new", 1,
        "body" = "Dear Ms Castellano, we meet on Thursday.", "field.representative_note" = "You may bring somebody.", "act" = "send"),
    case!("a rationale", May, Evaluator, "/teachers/{teacher}/rationale/instruction" => "/teachers/{teacher}/rationale/instruction", 1,
        "text" = "A newer wording.", "act" = "share"),
    case!("an answer to the rating", Rated, Teacher, "/teachers/{teacher}/rating" => "/teachers/{teacher}/rating/answers", 1,
        "answer" = "My words beside it.", "act" = "share"),
    case!("a recommendation", Rated, Evaluator, "/teachers/{teacher}/recommendation" => "/teachers/{teacher}/recommendation", 1,
        "reasons" = "A year of growth.", "act" = "share"),
    case!("a status", January, HrPartner, "/teachers/{teacher}/status" => "/teachers/{teacher}/status", 1,
        "note" = "Please ask me.", "act" = "state"),
    case!("an answer to the status", Rated, Teacher, "/teachers/{teacher}/status" => "/teachers/{teacher}/status/answers", 1,
        "answer" = "I was on leave in spring.", "act" = "share"),
    case!("an office", January, Administrator, "/people/{teacher}/offices" => "/people/{teacher}/offices", 1,
        "reason" = "Named by the board", "office" = "performance_office"),
    case!("an office's end", January, Administrator, "/people/{office}/offices/end?office=performance_office" => "/people/{office}/offices/end", 1,
        "reason" = "Left the office"),
    case!("an evaluator", January, Administrator, "/people/{teacher}/evaluators" => "/people/{teacher}/evaluators", 3,
        "reason" = "A long leave", "evaluator" = "{leader}", "begins" = "2027-01-14"),
    case!("an evaluator's end", January, Administrator, "/people/{teacher}/evaluators/end?evaluator={evaluator}" => "/people/{teacher}/evaluators/end", 1,
        "reason" = "A long leave", "last_day" = "2027-01-14"),
    case!("the pack", January, Administrator, "/year/pack" => "/year/pack", 1,
        "reason" = "Voted in January", "pack" = "leap/2027-28"),
    case!("the days", January, Administrator, "/year/days" => "/year/days", 1,
        "off_label" = "Winter", "first" = "2026-08-24", "last" = "2027-06-03"),
    case!("publishing a round", January, Administrator, "/feedback/2026-27.beginning/screening" => "/feedback/2026-27.beginning/screening", 1,),
    case!("sharing the rating", May, Evaluator, "/teachers/{teacher}/rating/share" => "/teachers/{teacher}/rating/share", 1,),
    case!("acknowledging", Rated, Teacher, "/teachers/{teacher}/rating/acknowledge" => "/teachers/{teacher}/rating/acknowledge", 1,),
    case!("declining", Rated, Teacher, "/teachers/{teacher}/rating/decline" => "/teachers/{teacher}/rating/decline", 1,),
    case!("we met", January, Teacher, "/conversations/{mid_year}" => "/conversations/{mid_year}/met", 1,),
];
