//! The overall rating: computed with its whole trace (`calculation`, `trace`), decided by a person near
//! a cut (`decision`), shared, received and answered (`released`),
//! and repeated from what is stored (`repeated`).

pub mod calculation;
pub mod decision;
pub mod effect;
pub mod released;
pub mod repeated;
pub mod trace;

pub use decision::{Decided, Decision, Standing};
pub use released::{Command, Event, Rating, Receipt, Released};

#[cfg(test)]
mod tests;
