//! What other systems send: OneRoster files and the HR supplement, read into the domain's own terms. Knows no
//! HTML and no SQL; nothing here changes the record.

pub mod roster;
pub mod status;
