//! Who answers what in the lived year, and a question that was answered.

use super::Life;
use crate::lived::Things;
use domain::questions::{self, contacts};
use domain::{Command, Kind, Stream};
use jiff::civil::date;

impl Life {
    /// Somebody named for a topic, and somebody who stands in after all these days.
    pub(super) async fn contacts(&self) {
        let office = self.person("Sandoval");
        let named = contacts::Command::Name {
            topic: "supports".into(),
            school: Some(self.larkspur.larkspur),
            person: office,
        };
        let cover = contacts::Command::Cover {
            away: self.person("Wielgosz"),
            instead: office,
            from: date(2027, 6, 1),
            to: date(2027, 6, 4),
        };
        for command in [named, cover] {
            self.order(
                self.larkspur.administrator,
                &contacts::Contacts::stream(),
                Command::Contacts(command),
            )
            .await;
        }
    }

    pub(super) async fn question(&self, things: &Things) {
        let stream = Stream::of(Kind::Question, things.question);
        let ask = questions::Command::Ask {
            topic: "ratings".into(),
            page: None,
            text: "Where do the weights come from?".into(),
        };
        let answer = questions::Command::Answer {
            text: "From the policy pack of the year.".into(),
        };
        self.order(things.teacher, &stream, Command::Question(ask))
            .await;
        self.order(self.person("Sandoval"), &stream, Command::Question(answer))
            .await;
    }
}
