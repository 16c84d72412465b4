//! The overall rating: computed with its whole trace (`calculation`, `trace`), shared, received and answered (`released`).

pub mod calculation;
pub mod effect;
pub mod released;
pub mod trace;

pub use released::{Command, Event, Rating, Receipt, Released};

#[cfg(test)]
mod tests;
