//! One place where the tree leaves the drawing, and how to bring it back.

use std::fmt;

/// What is wrong at one line of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// From the root of the repository.
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    pub what: String,
    pub mend: &'static str,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            line,
            what,
            mend,
        } = self;
        write!(f, "{path}:{line}: {what}\n    mend: {mend}")
    }
}

/// Ends the test with every fault, so that all can be mended in one go.
#[track_caller]
pub fn none(faults: &[Fault]) {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    assert!(
        lines.is_empty(),
        "{} fault(s)\n{}",
        lines.len(),
        lines.join("\n")
    );
}
