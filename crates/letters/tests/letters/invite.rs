//! The calendar object, read by PyPI `icalendar`, and its refusals.

use jiff::civil::date;
use letters::invite::{InviteProblem, Meeting, Method, escape_text, fold};
use proptest::prelude::*;
use serde_json::json;

use crate::outside::python;
use crate::people::meeting;

const READ: &str = r#"
import sys, json, icalendar
raw = sys.stdin.buffer.read()
cal = icalendar.Calendar.from_ical(raw)
event, = cal.walk('VEVENT')
zone, = cal.walk('VTIMEZONE')
people = event['ATTENDEE']
people = people if isinstance(people, list) else [people]
def rules(kind):
    part, = [p for p in zone.subcomponents if p.name == kind]
    return [part['TZOFFSETFROM'].to_ical(), part['TZOFFSETTO'].to_ical(), str(part['TZNAME']),
            part['RRULE'].to_ical().decode() if 'RRULE' in part else None]
start = event['DTSTART']
json.dump({
  'errors': [str(e) for e in event.errors] + [str(e) for e in cal.errors],
  'missing': sorted(cal.get_missing_tzids()),
  'method': str(cal['METHOD']), 'uid': str(event['UID']), 'sequence': int(event['SEQUENCE']),
  'summary': str(event['SUMMARY']), 'location': str(event.get('LOCATION', '')),
  'description': str(event.get('DESCRIPTION', '')),
  'class': str(event['CLASS']), 'status': str(event['STATUS']),
  'start': start.dt.isoformat(), 'end': event['DTEND'].dt.isoformat(),
  'tzid': start.params['TZID'],
  'organizer': [str(event['ORGANIZER']), dict(event['ORGANIZER'].params)],
  'attendees': [[str(a), dict(a.params)] for a in people],
  'daylight': rules('DAYLIGHT'), 'standard': rules('STANDARD'),
}, sys.stdout, default=lambda v: v.decode())
"#;

fn read(object: &str) -> Option<serde_json::Value> {
    python(READ, &["icalendar"], object.as_bytes())
}

#[test]
fn a_request_says_when_where_and_who() {
    let object = meeting()
        .calendar(Method::Request, Some("forthright@saltbush.example"))
        .unwrap();
    let Some(read) = read(&object) else { return };
    assert_eq!(
        read,
        json!({
            "errors": [], "missing": [],
            "method": "REQUEST", "uid": "0b7c@forthright.example", "sequence": 0,
            "summary": "Conversation: Hana Dvořák, Desmond Achterberg",
            "location": "Room 12; second floor",
            "description": "Details after sign-in:\nhttps://forthright.saltbush.example/conversations",
            "class": "PRIVATE", "status": "CONFIRMED",
            "start": "2026-12-08T15:00:00-07:00", "end": "2026-12-08T15:45:00-07:00",
            "tzid": "America/Denver",
            "organizer": ["mailto:desmond.achterberg@larkspur.example", {
                "CN": "Achterberg, Desmond \"Des\" ^",
                "SENT-BY": "mailto:forthright@saltbush.example"
            }],
            "attendees": [["mailto:hana.dvorak@larkspur.example", {
                "CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION",
                "RSVP": "TRUE", "CN": "Hana Dvořák"
            }]],
            "daylight": ["-0700", "-0600", "MDT", "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"],
            "standard": ["-0600", "-0700", "MST", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"]
        })
    );
}

/// The shape of an invite that other calendars were seen to take (PyPI icalendar and vobject,
/// ical.js): the same lines in the same order, but for those that this meeting has besides.
#[test]
fn a_plain_request_reads_line_for_line() {
    let plain = Meeting {
        summary: "Conversation".to_owned(),
        location: String::new(),
        description: String::new(),
        ..meeting()
    };
    let object = plain.calendar(Method::Request, None).unwrap();
    let unfolded = object.replace("\r\n ", "");
    assert_eq!(
        unfolded.split("\r\n").collect::<Vec<_>>(),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Forthright//EN",
            "METHOD:REQUEST",
            "BEGIN:VTIMEZONE",
            "TZID:America/Denver",
            "BEGIN:DAYLIGHT",
            "TZOFFSETFROM:-0700",
            "TZOFFSETTO:-0600",
            "TZNAME:MDT",
            "DTSTART:20070311T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "TZOFFSETFROM:-0600",
            "TZOFFSETTO:-0700",
            "TZNAME:MST",
            "DTSTART:20071104T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            "END:STANDARD",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:0b7c@forthright.example",
            "SEQUENCE:0",
            "DTSTAMP:20261124T200000Z",
            "DTSTART;TZID=America/Denver:20261208T150000",
            "DTEND;TZID=America/Denver:20261208T154500",
            "SUMMARY:Conversation",
            "CLASS:PRIVATE",
            "ORGANIZER;CN=\"Achterberg, Desmond ^'Des^' ^^\":mailto:desmond.achterberg@larkspur.example",
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Hana Dvořák\":mailto:hana.dvorak@larkspur.example",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    );
}

#[test]
fn moved_it_keeps_its_uid_and_counts_on() {
    let moved = Meeting {
        sequence: 1,
        start: date(2027, 6, 2).at(8, 0, 0, 0),
        end: date(2027, 6, 2).at(9, 0, 0, 0),
        ..meeting()
    };
    let object = moved.calendar(Method::Request, None).unwrap();
    let Some(read) = read(&object) else { return };
    assert_eq!(read["uid"], "0b7c@forthright.example");
    assert_eq!(read["sequence"], 1);
    assert_eq!(read["start"], "2027-06-02T08:00:00-06:00");
}

#[test]
fn a_cancellation_asks_for_no_answer() {
    let off = Meeting {
        sequence: 2,
        ..meeting()
    };
    let object = off.calendar(Method::Cancel, None).unwrap();
    assert!(!object.contains("RSVP"));
    let Some(read) = read(&object) else { return };
    assert_eq!(read["method"], "CANCEL");
    assert_eq!(read["status"], "CANCELLED");
    assert_eq!(read["sequence"], 2);
}

#[test]
fn sent_from_the_organizers_own_address_it_names_no_sender() {
    let own = "Desmond.Achterberg@larkspur.example";
    let object = meeting().calendar(Method::Request, Some(own)).unwrap();
    assert!(!object.contains("SENT-BY"));
}

#[test]
fn zones_without_a_change_or_with_another_rule_are_derived() {
    let zone = |name: &str| Meeting {
        zone: name.to_owned(),
        ..meeting()
    };
    let phoenix = zone("America/Phoenix").calendar(Method::Request, None);
    assert!(
        phoenix
            .unwrap()
            .contains("TZOFFSETFROM:-0700\r\nTZOFFSETTO:-0700\r\nTZNAME:MST")
    );
    let madrid = zone("Europe/Madrid")
        .calendar(Method::Request, None)
        .unwrap();
    assert!(madrid.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"));
    assert!(madrid.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
}

#[test]
fn what_cannot_be_written_is_refused_by_name() {
    let refused = |change: fn(&mut Meeting)| {
        let mut changed = meeting();
        change(&mut changed);
        changed.calendar(Method::Request, None).unwrap_err()
    };
    assert_eq!(
        refused(|m| m.zone = "Denver".to_owned()),
        InviteProblem::Zone("Denver".to_owned())
    );
    assert!(matches!(
        refused(|m| m.end = m.start),
        InviteProblem::Ends { .. }
    ));
    assert_eq!(refused(|m| m.attendees.clear()), InviteProblem::Nobody);
    let forged = "zoe@x.example\r\nATTENDEE:mailto:eve@x.example";
    assert_eq!(
        refused(|m| "zoe@x.example\r\nATTENDEE:mailto:eve@x.example"
            .clone_into(&mut m.attendees[0].address)),
        InviteProblem::Address(forged.to_owned())
    );
    // 2:30 on the second Sunday of March 2027 is skipped in Denver.
    assert!(matches!(
        refused(|m| {
            m.start = date(2027, 3, 14).at(2, 30, 0, 0);
            m.end = date(2027, 3, 14).at(4, 0, 0, 0);
        }),
        InviteProblem::Skipped { .. }
    ));
}

#[test]
fn a_name_cannot_write_a_line_of_its_own() {
    let mut forged = meeting();
    "Zoë\r\nX-EVIL:1".clone_into(&mut forged.attendees[0].name);
    forged.summary = "Talk\r\nX-EVIL:1".to_owned();
    let object = forged.calendar(Method::Request, None).unwrap();
    assert!(!object.contains("\nX-EVIL"), "{object}");
}

proptest! {
    #[test]
    fn folding_keeps_lines_short_and_characters_whole(line in "[ -~ñ李🏫\u{301}]{0,400}") {
        let folded = fold(&line);
        for piece in folded.split("\r\n") {
            prop_assert!(piece.len() <= 75);
            // Every piece is a string of its own: a split inside a character could not be one.
            prop_assert!(std::str::from_utf8(piece.as_bytes()).is_ok());
        }
        prop_assert_eq!(folded.replace("\r\n ", ""), line);
    }

    #[test]
    fn escaped_text_stays_on_its_line(text in any::<String>()) {
        let escaped = escape_text(&text);
        prop_assert!(!escaped.contains(['\n', '\r', '\0']));
        let mut back = String::new();
        let mut characters = escaped.chars();
        while let Some(c) = characters.next() {
            match c {
                '\\' => back.push(match characters.next() { Some('n') => '\n', Some(c) => c, None => '\\' }),
                c => back.push(c),
            }
        }
        let kept: String = text.replace("\r\n", "\n").replace('\r', "\n").chars()
            .filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        prop_assert_eq!(back, kept);
    }
}
