//! One line of a history as a sentence: who did what. Each type of event has one sentence in `history.ftl`.

use crate::school_year::value_called;
use domain::people::Office;
use domain::professionalism::{Moment, Side};
use domain::questions::contacts;
use domain::ratings::decision;
use domain::{Event, PersonId};
use domain::{
    conversations, library, measures, observations, people, professionalism, ratings, rationale,
    school_year, status,
};
use jiff::civil::Date;
use policy::Pack;
use record::{Colleague, Line};
use std::collections::BTreeMap;
use words::{Value, Words};

/// The names of everybody whom a history mentions.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<PersonId, Colleague>);

impl Names {
    pub fn new(people: BTreeMap<PersonId, Colleague>) -> Self {
        Self(people)
    }

    /// The full name; the program itself and people whom nobody knows any more are said in words.
    pub fn full(&self, words: Words, person: PersonId) -> String {
        if person == access::Actor::COMMAND_LINE {
            return words.say("history-command-line");
        }
        self.0
            .get(&person)
            .map_or_else(|| words.say("history-somebody"), |it| it.name.full())
    }
}

/// What happened in words, and what somebody wrote with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub sentence: String,
    /// Reasons, sources and the like, in their author's own words.
    pub said: Option<String>,
}

/// Everybody whom a line names.
pub fn people(line: &Line) -> Vec<PersonId> {
    let mut people = vec![line.actor];
    match &line.event {
        Some(Event::Person(people::Event::EvaluatorAssigned { assignment, .. })) => {
            people.push(assignment.evaluator)
        }
        Some(Event::Decision(decision::Event::Decided { choice, .. })) => {
            people.push(choice.reader)
        }
        Some(Event::Person(people::Event::EvaluatorEnded { evaluator, .. })) => {
            people.push(*evaluator)
        }
        Some(Event::Contacts(event)) => match event {
            contacts::Event::Named(contact) => people.push(contact.person),
            contacts::Event::Covered(cover) => people.extend([cover.away, cover.instead]),
            contacts::Event::CoverEnded { away, .. } => people.push(*away),
            contacts::Event::Unnamed { .. } => {}
        },
        _ => {}
    }
    people
}

/// The key of an event type's sentence: `observation.shared` has `event-observation-shared`.
pub fn key(event_type: &str) -> String {
    format!("event-{}", event_type.replace(['.', '_'], "-"))
}

/// The line as a sentence. Names of the pack (kinds, ratings) are said where there is one.
pub fn told(words: Words, pack: Option<&Pack>, names: &Names, line: &Line) -> Told {
    let who: Value<'_> = names.full(words, line.actor).into();
    let mut values = vec![("who", who)];
    let said = match &line.event {
        Some(event) => {
            values.extend(arguments(words, pack, names, event));
            said(event)
        }
        None if line.event_type == "erased" => None,
        // The payload was erased: what happened is known, what it said is not.
        None => {
            return Told {
                sentence: words.with("event-gone", &values),
                said: None,
            };
        }
    };
    Told {
        sentence: words.with(&key(&line.event_type), &values),
        said,
    }
}

type Arguments = Vec<(&'static str, Value<'static>)>;

fn arguments(words: Words, pack: Option<&Pack>, names: &Names, event: &Event) -> Arguments {
    match event {
        Event::Person(event) => person(words, pack, names, event),
        Event::School(event) => school(words, event),
        Event::Roster(people::roster::Event::Applied(applied)) => {
            let counts = applied.counts;
            vec![
                ("added", counts.added.into()),
                ("changed", counts.changed.into()),
                ("ended", counts.ended.into()),
            ]
        }
        Event::SchoolYear(event) => year(words, pack, event),
        Event::Library(library::Event::Proposed { proposal, .. }) => {
            let (change, title) = match &proposal.change {
                library::Change::Page(page) => ("page", page.title.get(words.language().tag())),
                library::Change::Pack => ("pack", ""),
            };
            vec![
                ("change", change.into()),
                ("title", title.to_owned().into()),
            ]
        }
        Event::Library(_) => vec![],
        Event::Observation(observations::Event::Shared { lesson, .. }) => {
            vec![
                ("date", words.date(lesson.on).into()),
                ("kind", kind_of_lesson(words, pack, &lesson.kind).into()),
            ]
        }
        Event::Observation(observations::Event::Answered(_)) => vec![],
        Event::Professionalism(professionalism::Event::Rated { sent, .. }) => {
            vec![
                ("moment", moment(sent.moment).into()),
                ("side", side(sent.side).into()),
            ]
        }
        Event::Measures(measures::Event::Entered { entry, .. }) => {
            vec![("measure", words.say(measure_key(&entry.measure)).into())]
        }
        Event::Conversation(event) => conversation(words, event),
        Event::Message(domain::messages::Event::Sent { sent, .. }) => {
            vec![("subject", sent.subject.clone().into())]
        }
        Event::Rationale(rationale::Event::Shared { about, version, .. }) => vec![
            (
                "about",
                words.say(&format!("about-{}", about.as_str())).into(),
            ),
            ("count", version.evidence.len().into()),
        ],
        Event::Decision(decision::Event::Decided { choice, .. }) => vec![
            ("rating", rating(words, pack, &choice.rating).into()),
            ("lower", rating(words, pack, &choice.candidates[0]).into()),
            ("upper", rating(words, pack, &choice.candidates[1]).into()),
            ("count", choice.evidence.len().into()),
            ("reader", names.full(words, choice.reader).into()),
        ],
        Event::Decision(_) => vec![],
        Event::Rating(ratings::Event::Shared { released, .. }) => vec![
            ("rating", rating(words, pack, &released.rating).into()),
            (
                "points",
                words.decimal(&released.trace.composite.shown).into(),
            ),
        ],
        Event::Status(status::Event::Stated { statement, .. }) => {
            let standing = statement.trace.standing.as_str();
            vec![(
                "standing",
                words.say(&format!("status-standing-{standing}")).into(),
            )]
        }
        Event::EarlierRatings(status::earlier::Event::Applied(applied)) => vec![
            ("file", applied.file.clone().into()),
            ("added", applied.counts.added.into()),
            ("replaced", applied.counts.replaced.into()),
        ],
        Event::Contacts(event) => contacts(words, pack, names, event),
        // Its thread stands on its own page and in nobody's history.
        Event::Question(_)
        | Event::Rating(_)
        | Event::Status(_)
        | Event::Recommendation(_)
        | Event::Feedback(_) => {
            vec![]
        }
    }
}

fn person(words: Words, pack: Option<&Pack>, names: &Names, event: &people::Event) -> Arguments {
    use people::Event as E;
    match event {
        E::Entered { particulars, .. }
        | E::Changed { particulars }
        | E::Returned { particulars } => {
            vec![("name", particulars.name.full().into())]
        }
        E::Ended { on } => vec![("date", words.date(*on).into())],
        E::Granted(grant) => vec![("office", words.say(office_key(grant.office)).into())],
        E::GrantEnded { office, on, .. } => {
            vec![
                ("office", words.say(office_key(*office)).into()),
                ("date", words.date(*on).into()),
            ]
        }
        E::EvaluatorAssigned { assignment, .. } => vec![
            ("evaluator", names.full(words, assignment.evaluator).into()),
            ("date", words.date(assignment.begins).into()),
        ],
        E::EvaluatorEnded { evaluator, on, .. } => {
            vec![
                ("evaluator", names.full(words, *evaluator).into()),
                ("date", words.date(*on).into()),
            ]
        }
        E::PriorRatings { ratings } => {
            let each: Vec<String> = ratings
                .iter()
                .map(|prior| {
                    let rating = match &prior.rating {
                        Some(id) => rating(words, pack, id),
                        None => words.say("status-no-score"),
                    };
                    words.with(
                        "history-prior",
                        &[
                            ("year", prior.year.as_str().into()),
                            ("rating", rating.into()),
                        ],
                    )
                })
                .collect();
            vec![("ratings", words.list(&each).into())]
        }
        E::LanguageChosen { language } => {
            let key = if language == "es" {
                "history-language-es"
            } else {
                "history-language-en"
            };
            vec![("language", words.say(key).into())]
        }
    }
}

fn contacts(
    words: Words,
    pack: Option<&Pack>,
    names: &Names,
    event: &contacts::Event,
) -> Arguments {
    use contacts::Event as E;
    let topic = |id: &str| {
        let topic = pack.and_then(|pack| pack.topic(id));
        let label = topic.map_or(id, |topic| topic.label.get(words.language().tag()));
        ("topic", Value::from(label.to_owned()))
    };
    let person = |person: PersonId| ("name", Value::from(names.full(words, person)));
    match event {
        E::Named(contact) => vec![person(contact.person), topic(&contact.topic)],
        E::Unnamed { topic: id, .. } => vec![topic(id)],
        E::Covered(cover) => vec![
            person(cover.away),
            ("instead", names.full(words, cover.instead).into()),
            ("from", words.date(cover.from).into()),
            ("to", words.date(cover.to).into()),
        ],
        E::CoverEnded { away, .. } => vec![person(*away)],
    }
}

fn school(words: Words, event: &people::school::Event) -> Arguments {
    use people::school::Event as E;
    match event {
        E::Entered { particulars, .. } | E::Changed { particulars } => {
            vec![("name", particulars.name.clone().into())]
        }
        E::Ended { on } => vec![("date", words.date(*on).into())],
    }
}

fn year(words: Words, pack: Option<&Pack>, event: &school_year::Event) -> Arguments {
    match event {
        school_year::Event::PackAdopted { adopted, .. } => {
            vec![
                ("pack", adopted.name.clone().into()),
                ("version", adopted.version.into()),
            ]
        }
        school_year::Event::DaysEntered { calendar, .. } => vec![
            ("first", words.date(calendar.first).into()),
            ("last", words.date(calendar.last).into()),
            ("count", calendar.days_off.len().into()),
        ],
        school_year::Event::ValuesConfirmed {
            values, document, ..
        } => vec![
            ("count", values.len().into()),
            ("document", document.clone().into()),
        ],
        school_year::Event::ConfirmationTakenBack { value, .. } => {
            let called = pack.map(|pack| value_called(words, pack, value));
            vec![("value", called.unwrap_or_else(|| value.clone()).into())]
        }
        school_year::Event::Proposed { proposal } => {
            vec![("count", proposal.values.len().into())]
        }
        school_year::Event::ProposalDeclined { proposal, .. } => {
            vec![("number", (*proposal).into())]
        }
    }
}

fn conversation(words: Words, event: &conversations::Event) -> Arguments {
    use conversations::Event as E;
    let date = |date: Date| ("date", Value::from(words.date(date)));
    let number = |number: usize| ("number", Value::from(number + 1));
    match event {
        E::Scheduled { guide, slot, .. } => {
            vec![
                ("kind", guide.as_str().into()),
                date(slot.on),
                ("time", words.time(slot.begins).into()),
            ]
        }
        E::Moved { slot, .. } => vec![date(slot.on), ("time", words.time(slot.begins).into())],
        E::Cancelled { .. } => vec![],
        E::PreparationShared(preparation) => vec![("side", side(preparation.side).into())],
        E::WeMet { .. } => vec![],
        E::Held {
            on,
            notes,
            promises,
        } => {
            vec![
                date(*on),
                ("notes", notes.len().into()),
                ("promises", promises.len().into()),
            ]
        }
        E::PromiseKept { number: n, .. } => vec![number(*n)],
        E::PromiseMoved { number: n, by } => vec![number(*n), date(*by)],
    }
}

/// What somebody wrote with it that stands nowhere else.
fn said(event: &Event) -> Option<String> {
    let text = match event {
        Event::Person(people::Event::Granted(grant)) => &grant.reason,
        Event::Person(
            people::Event::GrantEnded { reason, .. }
            | people::Event::EvaluatorAssigned { reason, .. }
            | people::Event::EvaluatorEnded { reason, .. },
        ) => reason,
        Event::SchoolYear(school_year::Event::Proposed { proposal }) => &proposal.reason,
        Event::SchoolYear(
            school_year::Event::PackAdopted { reason, .. }
            | school_year::Event::ConfirmationTakenBack { reason, .. }
            | school_year::Event::ProposalDeclined { reason, .. },
        ) => reason,
        Event::Conversation(conversations::Event::Cancelled { reason }) => reason,
        Event::Decision(decision::Event::Decided { choice, .. }) => &choice.reasons,
        Event::Decision(
            decision::Event::SentBack { reason, .. } | decision::Event::Withdrawn { reason, .. },
        ) => reason,
        Event::Measures(measures::Event::Entered { entry, .. }) => &entry.source,
        Event::Library(library::Event::Proposed { proposal, .. }) => &proposal.reason,
        Event::Library(library::Event::Declined { reason, .. }) => reason,
        Event::Status(status::Event::Stated { statement, .. }) => &statement.note,
        _ => return None,
    };
    Some(text.clone()).filter(|text| !text.is_empty())
}

/// The word by which the texts choose the moment.
fn moment(moment: Moment) -> &'static str {
    match moment {
        Moment::MidYear => "mid_year",
        Moment::EndOfYear => "end_of_year",
    }
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Teacher => "teacher",
        Side::Evaluator => "evaluator",
    }
}

fn measure_key(measure: &measures::Measure) -> &'static str {
    match measure {
        measures::Measure::Survey(_) => "history-measure-survey",
        measures::Measure::Goals(_) => "history-measure-goals",
        measures::Measure::Collective(_) => "history-measure-collective",
        measures::Measure::SurveyApplies(true) => "history-measure-survey-applies",
        measures::Measure::SurveyApplies(false) => "history-measure-survey-does-not-apply",
    }
}

fn office_key(office: Office) -> &'static str {
    match office {
        Office::HrPartner => "history-office-hr-partner",
        Office::PerformanceOffice => "history-office-performance",
        Office::Administrator => "history-office-administrator",
    }
}

fn kind_of_lesson(words: Words, pack: Option<&Pack>, kind: &str) -> String {
    pack.and_then(|pack| pack.framework.observation_kind(kind))
        .map_or_else(
            || kind.to_owned(),
            |it| it.label.get(words.language().tag()).to_owned(),
        )
}

fn rating(words: Words, pack: Option<&Pack>, id: &str) -> String {
    pack.and_then(|pack| pack.rating.rating(id)).map_or_else(
        || id.to_owned(),
        |it| it.label.get(words.language().tag()).to_owned(),
    )
}

#[cfg(test)]
mod tests;
