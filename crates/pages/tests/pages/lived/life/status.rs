//! The performance office states the status of both teachers on the day on which the rating is shared.

use super::{Life, Things};
use crate::larkspur::year;
use domain::status::Command as Status;
use domain::{Command, Kind, Stream};

impl Life {
    pub(super) async fn state_status(&self, things: &Things) {
        let stream = Stream::of_year(Kind::Status, things.teacher, &year());
        let state = Status::State {
            teacher: things.teacher,
            year: year(),
            note: String::new(),
        };
        let office = self.people["Sandoval"];
        self.order(office, &stream, Command::Status(state)).await;
    }
}
