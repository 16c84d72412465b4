//! What a floor does not know: the pure floors know no clock, file or network; `simulate` is known to the demo alone.

use crate::fault::{Fault, none};
use crate::reading::read;
use crate::tree::{File, files};

/// Floors that decide; all they know comes in as arguments.
const PURE: [&str; 3] = ["policy", "domain", "access"];

/// Beginnings of paths that reach outside.
const OUTSIDE: [&str; 9] = [
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::io",
    "std::thread",
    "std::time::SystemTime",
    "std::time::Instant",
    "rand",
];

fn check(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is_product_code()) {
        let (Some(floor), Some(inside)) = (file.floor(), file.inside()) else {
            continue;
        };
        let demo = floor == "forthright" && is_module(inside, "demo");
        for path in read(&file.text).paths {
            let mut fault = |what: String, mend| {
                faults.push(Fault {
                    path: file.path.clone(),
                    line: path.line,
                    what,
                    mend,
                });
            };
            let name = path.name.as_str();
            let outside = OUTSIDE.iter().any(|start| begins(name, start));
            let now = name.ends_with("::now") || name == "async";
            if PURE.contains(&floor) && (outside || now) {
                fault(
                    format!("{floor} knows no clock, file, network or chance, and here is {name}"),
                    "take the value from the Context, or as an argument",
                );
            }
            if floor != "simulate" && !demo && begins(name, "simulate") && name.contains("::") {
                fault(
                    format!("{name} outside the demo"),
                    "simulated people belong to crates/forthright/src/demo, so that serve never reaches them",
                );
            }
            let serves = floor == "forthright" && is_module(inside, "serve");
            if serves && name.split("::").any(|part| part == "demo") {
                fault(
                    format!("serve knows {name}"),
                    "what the demo adds is handed to the router by the demo's own command",
                );
            }
        }
    }
    faults
}

fn begins(path: &str, start: &str) -> bool {
    path == start || path.starts_with(&format!("{start}::"))
}

fn is_module(inside: &str, module: &str) -> bool {
    inside == format!("{module}.rs") || inside.starts_with(&format!("{module}/"))
}

#[test]
fn the_deciding_floors_know_nothing_outside_and_serve_knows_no_simulated_people() {
    none(&check(&files()));
}

#[test]
fn a_clock_in_the_domain_is_found() {
    let found = |path: &str, text: &str| check(&[File::sample(path, text)]).len();
    let clock = "fn today() -> Date { jiff::Zoned::now().date() }";
    assert_eq!(found("crates/domain/src/today.rs", clock), 1);
    assert_eq!(found("crates/record/src/clock.rs", clock), 0);
    assert_eq!(found("crates/policy/src/load.rs", "use std::{fs, fmt};"), 1);
    assert_eq!(found("crates/access/src/a.rs", "async fn a() {}"), 1);
    let people = "use simulate::Year;";
    assert_eq!(found("crates/forthright/src/serve.rs", people), 1);
    assert_eq!(found("crates/forthright/src/demo/district.rs", people), 0);
    assert_eq!(
        found("crates/forthright/src/serve.rs", "use crate::demo::bar;"),
        1
    );
}
