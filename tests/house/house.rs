//! The test of the house: reads the tree and fails where it leaves the drawing of ARCHITECTURE.md. Each check is a
//! function from files to faults, tried on a small wrong sample beside it, and run on the whole tree. What a compiler,
//! clippy or another test already holds (unwrap, same texts in both languages) is not repeated here.
#![allow(clippy::unwrap_used)]

mod fault;
mod floors;
mod knowledge;
mod machines;
mod markup;
mod names;
mod reading;
mod rooms;
mod sentences;
mod sizes;
mod sql;
mod styles;
mod tree;
