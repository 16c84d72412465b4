//! What a thing on the record is called, where its page is, and whose it is. Used by histories, rationales and copies.

use domain::{Event, Kind, PersonId, Stream, YearRecord};
use domain::{
    conversations, measures, messages, observations, professionalism, ratings, rationale,
    recommendations, status,
};
use policy::Pack;
use words::Words;

/// The address of a thing's own page, where it has one.
pub fn address(stream: &Stream) -> Option<String> {
    let key = &stream.key;
    let teacher = key.split('.').next().unwrap_or_default();
    Some(match stream.kind {
        Kind::Observation => format!("/observations/{key}"),
        Kind::Conversation => format!("/conversations/{key}"),
        Kind::Message => format!("/messages/{key}"),
        Kind::Professionalism => format!("/teachers/{teacher}/professionalism/end-of-year"),
        Kind::Measures => format!("/teachers/{teacher}/measures"),
        Kind::Rationale => format!(
            "/teachers/{teacher}/rationale/{}",
            key.rsplit('.').next().unwrap_or_default()
        ),
        Kind::Decision => format!("/teachers/{teacher}/rating/decision"),
        Kind::Rating => format!("/teachers/{teacher}/rating"),
        Kind::Status => format!("/teachers/{teacher}/status"),
        Kind::Recommendation => format!("/teachers/{teacher}/recommendation"),
        Kind::EarlierRatings => "/status/import".to_owned(),
        Kind::Person => format!("/people/{key}"),
        Kind::SchoolYear => "/year".to_owned(),
        Kind::Feedback => format!("/feedback/{key}/results"),
        Kind::Library => {
            let (year, page) = stream.library_page()?;
            format!("/library/{page}?year={year}")
        }
        Kind::Question => format!("/questions/{key}"),
        Kind::Contacts => "/questions/contacts".to_owned(),
        Kind::School | Kind::Roster => return None,
    })
}

/// The address of a thing's history.
pub fn history(stream: &Stream) -> String {
    format!("/history/{stream}")
}

/// The day of a lesson or of a conversation; other things belong to no single day.
fn on(record: &YearRecord, stream: &Stream) -> Option<jiff::civil::Date> {
    match stream.kind {
        Kind::Observation => Some(record.observations.get(stream)?.lesson.as_ref()?.on),
        Kind::Conversation => {
            let talk = record.conversations.get(stream)?;
            talk.held_on.or(talk.slot.as_ref().map(|slot| slot.on))
        }
        _ => None,
    }
}

/// Evidence in the order of the year, what belongs to no single day last.
pub fn by_day<'a>(record: &YearRecord, things: &'a [Stream]) -> Vec<&'a Stream> {
    let mut sorted: Vec<&Stream> = things.iter().collect();
    sorted.sort_by_key(|stream| {
        let day = on(record, stream);
        (day.is_none(), day)
    });
    sorted
}

/// "Lesson of Tue 13 Oct 2026", "Mid-year conversation of …": what a thing of a teacher's year is called.
pub fn title(words: Words, pack: &Pack, record: &YearRecord, stream: &Stream) -> String {
    let dated =
        |key: &str, date: jiff::civil::Date| words.with(key, &[("date", words.date(date).into())]);
    match stream.kind {
        Kind::Observation => record
            .observations
            .get(stream)
            .and_then(|it| it.lesson.as_ref())
            .map(|lesson| dated("thing-lesson", lesson.on)),
        Kind::Conversation => record.conversations.get(stream).and_then(|talk| {
            let (guide, slot) = (talk.guide?, talk.slot.as_ref()?);
            let date = words.date(talk.held_on.unwrap_or(slot.on));
            Some(words.with(
                "thing-conversation",
                &[("kind", guide.as_str().into()), ("date", date.into())],
            ))
        }),
        Kind::Message => record.messages.get(stream).and_then(|message| {
            let sent = message.sent.as_ref()?;
            let label = pack
                .message(&sent.template)
                .map(|it| it.label.get(words.language().tag()).to_owned());
            Some(words.with(
                "thing-message",
                &[(
                    "label",
                    label.unwrap_or_else(|| sent.subject.clone()).into(),
                )],
            ))
        }),
        Kind::Rationale => record
            .rationales
            .get(stream)
            .and_then(|it| it.about)
            .map(|about| {
                let about = words.say(&format!("about-{}", about.as_str()));
                words.with("thing-rationale", &[("about", about.into())])
            }),
        _ => None,
    }
    .unwrap_or_else(|| words.say(kind_key(stream.kind)))
}

/// The key of what things of a kind are called.
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "thing-kind-person",
        Kind::School => "thing-kind-school",
        Kind::Roster => "thing-kind-roster",
        Kind::SchoolYear => "thing-kind-school-year",
        Kind::Observation => "thing-kind-observation",
        Kind::Professionalism => "thing-kind-professionalism",
        Kind::Measures => "thing-kind-measures",
        Kind::Conversation => "thing-kind-conversation",
        Kind::Message => "thing-kind-message",
        Kind::Rationale => "thing-kind-rationale",
        Kind::Decision => "thing-kind-decision",
        Kind::Rating => "thing-kind-rating",
        Kind::Status => "thing-kind-status",
        Kind::Recommendation => "thing-kind-recommendation",
        Kind::EarlierRatings => "thing-kind-earlier-ratings",
        Kind::Feedback => "thing-kind-feedback",
        Kind::Library => "thing-kind-library",
        Kind::Question => "thing-kind-question",
        Kind::Contacts => "thing-kind-contacts",
    }
}

/// The teacher whose thing it is, from the event that opened it.
pub fn teacher_of(event: &Event) -> Option<PersonId> {
    match event {
        Event::Observation(observations::Event::Shared { teacher, .. })
        | Event::Professionalism(professionalism::Event::Rated { teacher, .. })
        | Event::Measures(measures::Event::Entered { teacher, .. })
        | Event::Conversation(conversations::Event::Scheduled { teacher, .. })
        | Event::Message(messages::Event::Sent { teacher, .. })
        | Event::Rationale(rationale::Event::Shared { teacher, .. })
        | Event::Decision(ratings::decision::Event::Decided { teacher, .. })
        | Event::Rating(ratings::Event::Shared { teacher, .. })
        | Event::Status(status::Event::Stated { teacher, .. })
        | Event::Recommendation(recommendations::Event::RenewalRecommended { teacher, .. }) => {
            Some(*teacher)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Language;

    #[test]
    fn every_kind_of_thing_has_a_name_in_both_languages() {
        for language in Language::ALL {
            for kind in Kind::ALL {
                assert!(
                    Words::new(language).knows(kind_key(kind)),
                    "{kind:?} in {}",
                    language.tag()
                );
            }
        }
    }

    #[test]
    fn a_thing_of_a_year_leads_to_its_teachers_page() {
        let teacher = PersonId(uuid::Uuid::from_u128(1));
        let year = domain::YearId::beginning_in(2026);
        let basis = Stream::rationale(teacher, &year, rationale::About::Instruction);
        assert_eq!(
            address(&basis),
            Some(format!("/teachers/{teacher}/rationale/instruction"))
        );
        assert_eq!(
            history(&basis),
            format!("/history/rationale/{teacher}.2026-27.instruction")
        );
    }
}
