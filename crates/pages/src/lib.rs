//! What people see: routes, forms, views, styles and scripts. Knows no SQL, no rules and no literal sentence.

pub mod assets;
pub mod components;
pub mod layout;
