//! A share of a whole as a bar, beside its figures: a picture that adds nothing to what is written.

use maud::{Markup, html};

/// The bar of so many percent, 0 to 100.
pub fn share(percent: u64) -> Markup {
    html! {
        svg.share viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
            rect.whole width="100" height="10" {}
            rect.part width=(percent.min(100)) height="10" {}
        }
    }
}
