//! The notices of the lived year: what the pages would have written into the outbox as people acted. The demo has no
//! mail server, so none is ever sent.

use domain::conversations::Command as Talk;
use domain::people::Directory;
use domain::{Command, PersonId, observations, professionalism, ratings, status};
use pages::Settings;
use pages::notices::{Announced, Invited, Writer, announce, invite};
use record::{Colleague, Notice};
use simulate::year::{Post, Told};

/// Writes as the house of these settings.
pub fn office(settings: Settings) -> Post {
    Box::new(move |told, everybody| notices(&settings, told, everybody).unwrap_or_default())
}

/// None where somebody is not known.
fn notices(settings: &Settings, told: &Told<'_>, everybody: &Directory) -> Option<Vec<Notice>> {
    let writer = Writer {
        person: &everybody.person(told.by)?.particulars,
        settings,
    };
    let teacher = colleague(everybody, told.teacher)?;
    let evaluator = colleague(everybody, told.evaluator)?;
    let other = if told.by == told.teacher {
        &evaluator
    } else {
        &teacher
    };
    let year = |page: &str| format!("/teachers/{}/{page}", told.teacher);
    let thing = |room: &str| format!("/{room}/{}", told.stream.key);
    let (what, path) = match told.command {
        Command::Conversation(Talk::Schedule { slot, .. }) => {
            let sides = (&teacher, &evaluator);
            let invites = [&teacher, &evaluator]
                .map(|to| invite(writer, to, sides, told.stream, slot, 0, Invited::New));
            return Some(invites.into());
        }
        Command::Conversation(Talk::SharePreparation { .. }) => {
            (Announced::Shared, thing("conversations"))
        }
        Command::Observation(observations::Command::Share { .. }) => {
            (Announced::Shared, thing("observations"))
        }
        Command::Observation(observations::Command::Answer { .. }) => {
            (Announced::Answered, thing("observations"))
        }
        Command::Professionalism(professionalism::Command::Rate { moment, .. }) => {
            let moment = moment.as_str().replace('_', "-");
            (
                Announced::Shared,
                year(&format!("professionalism/{moment}")),
            )
        }
        Command::Message(_) => (Announced::Message, thing("messages")),
        Command::Rationale(domain::rationale::Command::Share { about, .. }) => (
            Announced::Shared,
            year(&format!("rationale/{}", about.as_str())),
        ),
        Command::Recommendation(_) => (Announced::Shared, year("recommendation")),
        Command::Status(status::Command::State { .. }) => (Announced::Shared, year("status")),
        Command::Rating(ratings::Command::Share { .. }) => (Announced::Shared, year("rating")),
        Command::Rating(ratings::Command::Acknowledge) => (Announced::Received, year("rating")),
        Command::Rating(ratings::Command::Decline | ratings::Command::Answer { .. }) => {
            (Announced::Answered, year("rating"))
        }
        _ => return None,
    };
    Some(vec![announce(writer, other, what, &path)])
}

fn colleague(everybody: &Directory, id: PersonId) -> Option<Colleague> {
    let person = everybody.person(id)?;
    let own = &person.particulars;
    Some(Colleague {
        id,
        name: own.name.clone(),
        pronouns: own.pronouns.clone(),
        job_title: own.job_title.clone(),
        content_area: own.content_area.clone(),
        email: own.email.clone(),
        language: person.language.clone(),
    })
}
