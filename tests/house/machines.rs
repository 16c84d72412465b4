//! Nothing in the tree knows the machine it was written on: no path of a machine, no address of a package registry.

use crate::fault::{Fault, none};
use crate::tree::{File, files};

/// Cut in two, so that this file holds none of them.
const MACHINES: [(&str, &str); 11] = [
    ("/wo", "rk/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/tmp/bash", "_jobs"),
    ("registry.npm", "js.org"),
    ("registry.yarn", "pkg.com"),
    ("py", "pi.org"),
    ("files.python", "hosted.org"),
    ("static.cra", "tes.io"),
    ("index.cra", "tes.io"),
    ("deb.deb", "ian.org"),
];

fn check(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files {
        for (index, line) in file.text.lines().enumerate() {
            for (a, b) in MACHINES {
                let name = format!("{a}{b}");
                let found = line.match_indices(&name).any(|(at, _)| {
                    // "$HOME/work/" and "https://host/work/" are other places than the machine's.
                    let before = line[..at].chars().next_back();
                    !name.starts_with('/')
                        || !before.is_some_and(|letter| {
                            letter.is_alphanumeric() || "}-_.~".contains(letter)
                        })
                });
                if found {
                    faults.push(Fault {
                        path: file.path.clone(),
                        line: index + 1,
                        what: format!("{name} is of one machine"),
                        mend: "say it from the repository's root, or let the machine's own settings say it",
                    });
                }
            }
        }
    }
    faults
}

#[test]
fn no_file_names_a_machine() {
    none(&check(&files()));
}

#[test]
fn a_machine_is_found() {
    let found = |text: &str| check(&[File::sample("docs/a.md", text)]).len();
    assert_eq!(found(&format!("see {}{}main/a.md", "/wo", "rk/")), 1);
    assert_eq!(
        found(&format!(
            "\"resolved\": \"https://registry.npm{}/a\"",
            "js.org"
        )),
        1
    );
    assert_eq!(found("the network/of teachers, and home/work"), 0);
}
