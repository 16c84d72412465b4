//! The people and the meeting of these tests.

use jiff::civil::date;
use letters::invite::{Meeting, Participant};
use letters::mail::{Heading, Mailbox, Notice};

pub fn mailbox(name: &str, address: &str) -> Mailbox {
    Mailbox {
        name: name.to_owned(),
        address: address.to_owned(),
    }
}

pub fn participant(name: &str, address: &str) -> Participant {
    Participant {
        name: name.to_owned(),
        address: address.to_owned(),
    }
}

pub fn notice() -> Notice {
    Notice {
        heading: Heading {
            to: mailbox("Hana Dvořák", "hana.dvorak@larkspur.example"),
            from: mailbox("Forthright", "forthright@saltbush.example"),
            reply_to: Some(mailbox(
                "Achterberg, Desmond",
                "desmond.achterberg@larkspur.example",
            )),
            subject: "Something waits for you on your record, 2026–27".to_owned(),
            message_id: "0199f3a1-7c1e@saltbush.example".to_owned(),
            date: "2026-12-08T22:00:05Z".parse().unwrap(),
        },
        language: "en".to_owned(),
        text_lines: vec![
            "Dear Hana,".to_owned(),
            "Desmond Achterberg shared something with you.\nIt is <private> & \"waits\"."
                .to_owned(),
        ],
        link_label: "Sign in to read it:".to_owned(),
        link: "https://forthright.saltbush.example/my-year?from=notice&kind=1".to_owned(),
        closing: vec!["Saltbush Valley sent this.".to_owned()],
    }
}

pub fn meeting() -> Meeting {
    Meeting {
        uid: "0b7c@forthright.example".to_owned(),
        sequence: 0,
        stamped_at: "2026-11-24T20:00:00Z".parse().unwrap(),
        start: date(2026, 12, 8).at(15, 0, 0, 0),
        end: date(2026, 12, 8).at(15, 45, 0, 0),
        zone: "America/Denver".to_owned(),
        summary: "Conversation: Hana Dvořák, Desmond Achterberg".to_owned(),
        location: "Room 12; second floor".to_owned(),
        description: "Details after sign-in:\nhttps://forthright.saltbush.example/conversations"
            .to_owned(),
        organizer: participant(
            "Achterberg, Desmond \"Des\" ^",
            "desmond.achterberg@larkspur.example",
        ),
        attendees: vec![participant("Hana Dvořák", "hana.dvorak@larkspur.example")],
    }
}
