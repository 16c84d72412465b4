//! What people see: routes, forms, views, styles and scripts. Knows no SQL, no rules and no literal sentence.

pub mod address;
pub mod app;
pub mod assets;
pub mod components;
pub mod counts;
pub mod demo;
pub mod caseload;
pub mod my_year;
pub mod drafts;
pub mod fault;
mod faults;
pub mod headers;
mod machine;
pub mod layout;
pub mod notices;
pub mod refusals;
pub mod school_year;
pub mod outbox;
pub mod record_health;
pub mod router;
pub mod sign_in;
pub mod today;
pub mod typed;
pub mod visitor;

pub use app::{App, DemoBar, PackOnOffer, Settings};
pub use headers::is_loopback;
pub use router::{Route, RouteKind, router, routes};
