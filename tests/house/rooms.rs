//! Rooms are the trade's nouns, the same on every floor. This table is the map: a file or folder at the top of a floor
//! is a room, or one of the few names that carry the floor itself.

use crate::fault::{Fault, none};
use crate::tree::{File, files};

/// The rooms.
const ROOMS: [&str; 26] = [
    "today",
    "my_year",
    "caseload",
    "counts",
    "people",
    "roster",
    "school_year",
    "conversations",
    "observations",
    "evidence",
    "measures",
    "professionalism",
    "coaching",
    "rationale",
    "norming",
    "ratings",
    "status",
    "recommendations",
    "supports",
    "cases",
    "messages",
    "checklists",
    "library",
    "questions",
    "feedback",
    "history",
];

/// What carries a floor, and why it is no room of the trade.
const CARRIERS: [(&str, &[&str]); 4] = [
    (
        // The shape of a thing on the record, its ids and words; situations are facts across rooms.
        "crates/domain/src/",
        &[
            "lib",
            "calendar",
            "id",
            "refusal",
            "situations",
            "summary",
            "text",
            "thing",
            "year_record",
        ],
    ),
    (
        // The frame around every room, the door, and what only operators or the demo see.
        "crates/pages/src/",
        &[
            "lib",
            "address",
            "app",
            "assets",
            "components",
            "demo",
            "drafts",
            "fault",
            "faults",
            "form",
            "headers",
            "machine",
            "layout",
            "notices",
            "outbox",
            "record_health",
            "refusals",
            "router",
            "routes",
            "session",
            "sign_in",
            "typed",
            "visitor",
            "way",
            "who",
        ],
    ),
    (
        // Words that every room says.
        "text/en/",
        &[
            "address",
            "components",
            "dates",
            "demo",
            "letters",
            "outbox",
            "pack",
            "record_health",
            "reasons",
            "refusals",
            "roles",
            "roster_import",
            "shell",
            "sign_in",
        ],
    ),
    // What crosses the rooms: the way in, the whole year, and what every page owes.
    (
        "tests/browser/rooms/",
        &[
            "access",
            "demo",
            "outbox",
            "record_health",
            "sign_in",
            "thread",
            "tour",
        ],
    ),
];

/// Spanish has the files of English; a test of `words` compares what is inside.
fn carriers(path: &str) -> Option<(&'static str, &'static [&'static str], usize)> {
    let english = path.replacen("text/es/", "text/en/", 1);
    CARRIERS
        .iter()
        .find(|(start, _)| english.starts_with(start))
        .map(|(start, names)| (*start, *names, start.len()))
}

fn check(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files {
        let Some((start, names, length)) = carriers(&file.path) else {
            continue;
        };
        let rest = &file.path[length..];
        let name = rest.split(['/', '.']).next().unwrap_or(rest);
        if !ROOMS.contains(&name) && !names.contains(&name) {
            faults.push(Fault {
                path: file.path.clone(),
                line: 1,
                what: format!("{name} is no room, and nothing that carries {start}"),
                mend: "name it by the room whose noun it is, or draw the new room on every floor and add it to the table in tests/house/rooms.rs",
            });
        }
    }
    faults
}

/// Whether a page of this name has its place in `pages`, so that a stylesheet may be called like it.
pub fn is_page(name: &str) -> bool {
    ROOMS.contains(&name) || CARRIERS[1].1.contains(&name)
}

#[test]
fn the_top_of_each_floor_holds_rooms() {
    none(&check(&files()));
}

#[test]
fn a_name_that_is_no_room_is_found() {
    let found = |path: &str| check(&[File::sample(path, "")]).len();
    assert_eq!(found("crates/domain/src/meetings.rs"), 1);
    assert_eq!(found("crates/domain/src/conversations/guide.rs"), 0);
    assert_eq!(found("crates/pages/src/teacher_view/page.rs"), 1);
    assert_eq!(found("text/es/varios.ftl"), 1);
    assert_eq!(found("text/es/ratings.ftl"), 0);
    assert_eq!(found("tests/browser/rooms/buttons.spec.ts"), 1);
    assert_eq!(found("crates/record/src/anything.rs"), 0);
}
