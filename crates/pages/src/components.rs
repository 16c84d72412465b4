//! The components of every page, typed, in the hand of the design: a page is put together from these
//! and adds markup before it adds a rule of style.
//!
//! Components know no facts and no rules. They take words that are already said, decimals that are
//! already rounded, and whole numbers. Geometry of pictures is computed in whole numbers.
//! Used by the views of every room; `cargo run -p pages --example gallery OUT_DIR` shows them all.

mod agenda;
mod bars;
mod button;
mod choices;
mod coverage;
mod desk;
mod disclosure;
mod empty;
mod errors;
mod facts;
mod field;
mod flash;
mod fold;
mod form;
mod geometry;
mod head;
mod kept;
mod key;
mod ledger;
mod levels;
mod minutes;
mod next_step;
mod notes;
mod notice;
mod paging;
mod rows;
mod said;
mod scale;
mod search;
mod section;
mod shape;
mod share;
mod state;
mod stave;
mod steps;
mod table;
#[cfg(test)]
mod tests;
mod time;
mod timer;
mod trace;
mod unconfirmed;
mod year_line;

pub use agenda::{AgendaItem, Progress, agenda};
pub use bars::{Bar, bars};
pub use button::{
    acts, button, button_main, button_main_named, button_named, button_plain, link_button,
    link_main, link_plain,
};
pub use choices::{Choice, Choices, tick};
pub use coverage::{Seen, coverage, coverage_key};
pub use desk::{desk, side};
pub use disclosure::{disclosure, disclosure_open};
pub use empty::empty;
pub use errors::{FieldError, error_summary};
pub use facts::facts;
pub use field::{Field, field_group};
pub use flash::{flash, undo};
pub use fold::{Fold, fold};
pub use form::{FormKey, form, form_with_files, hidden};
pub use head::{Crumb, Jump, PageHead, page_head};
pub use kept::{Autosave, BOTH, Kept, TAKE, THEIRS, kept, said_states};
pub use key::key;
pub use ledger::{LedgerRow, ledger};
pub use levels::{LevelBand, Levels, levels};
pub use minutes::{Minutes, minutes};
pub use next_step::{NextLabel, NextStep, next_step};
pub use notes::{Note, notes};
pub use notice::notice;
pub use paging::{Paging, paging};
pub use rows::{row, rows};
pub use said::{arithmetic, by, said, small};
pub use scale::{Scale, ScaleBand, ScaleValue, scale};
pub use search::{Order, Search, search};
pub use section::{full, section, section_private};
pub use shape::{Shape, shape};
pub use share::share;
pub use state::{Tone, state};
pub use stave::{Bands, Mark, Stave, staves};
pub use steps::{Step, steps, steps_dated};
pub use table::{Column, Table, TableShape, sub, table};
pub use time::{clock, date, day, long_date, moment};
pub use timer::timer;
pub use trace::{TraceLine, trace};
pub use unconfirmed::unconfirmed;
pub use year_line::{Window, YearLine, YearMark, YearRow, year_line};

use maud::{Markup, Render, html};

/// Words as markup, for the fields of components that take markup.
pub fn text(words: impl Render) -> Markup {
    html! { (words) }
}
