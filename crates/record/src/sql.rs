//! The register of every fixed SQL text: each room declares its own with `statements!`, a test runs them all on both
//! engines. Where an engine searches by means of its own, the text for SQLite stands beside the other. Lists are put together in `lists.rs` and tested there.

#[cfg(test)]
use crate::engine::Statement;

macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident: $reach:ident = $text:literal $(, sqlite $sqlite:literal)?;)*) => {
        $($(#[$doc])* static $name: $crate::engine::Statement =
            $crate::engine::Statement::fixed(stringify!($name), $crate::engine::Reach::$reach, $text)$(.on_sqlite($sqlite))?;)*
        #[cfg(test)]
        pub(crate) static STATEMENTS: &[&$crate::engine::Statement] = &[$(&$name),*];
    };
}
pub(crate) use statements;

/// Every fixed statement with the room that it belongs to.
#[cfg(test)]
pub(crate) fn all() -> Vec<(&'static str, &'static Statement)> {
    let rooms = [
        ("district", crate::district::STATEMENTS),
        ("journal", crate::journal::STATEMENTS),
        ("states", crate::states::STATEMENTS),
        ("relations", crate::relations::STATEMENTS),
        ("tokens", crate::tokens::STATEMENTS),
        ("decisions", crate::decisions::STATEMENTS),
        ("drafts", crate::drafts::STATEMENTS),
        ("outbox", crate::outbox::STATEMENTS),
        ("sign_in", crate::sign_in::STATEMENTS),
        ("questions", crate::questions::STATEMENTS),
        ("receipts", crate::receipts::STATEMENTS),
        ("history", crate::history::STATEMENTS),
        ("verify", crate::verify::STATEMENTS),
        ("erase", crate::erase::STATEMENTS),
        ("feedback", crate::feedback::STATEMENTS),
    ];
    let library = crate::library::statements();
    rooms
        .into_iter()
        .flat_map(|(room, statements)| statements.iter().map(move |statement| (room, *statement)))
        .chain(library.into_iter().map(|statement| ("library", statement)))
        .collect()
}
