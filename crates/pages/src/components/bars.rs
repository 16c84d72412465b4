//! Need against what there is, one bar a line: hours of a week, conversations of a window.
//! Its table stands behind a disclosure.

use maud::{Markup, html};

use super::geometry::Tenths;

/// One bar, in any unit that is the same for all of them.
#[derive(Clone, Debug, Default)]
pub struct Bar {
    /// "Wed 13".
    pub label: String,
    /// What is needed: filled.
    pub need: u32,
    /// What there is: framed.
    pub have: u32,
    /// "30 min too much".
    pub said: String,
    /// It is today.
    pub today: bool,
}

const LABEL: i64 = 56;
const LENGTH: i64 = 180;
const SAID: i64 = 114;
const LINE: i64 = 30;

/// The bars with their spoken summary.
pub fn bars(summary: &str, bars: &[Bar]) -> Markup {
    let most = bars
        .iter()
        .map(|bar| i64::from(bar.need.max(bar.have)))
        .max()
        .unwrap_or(0)
        .max(1);
    let length = |amount: i64| Tenths(amount * LENGTH * 10 / most);
    let width = LABEL + LENGTH + SAID;
    let height = i64::try_from(bars.len()).unwrap_or(0) * LINE;
    html! {
        figure.bars {
            svg width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } role="img" aria-label=(summary) {
                @for (index, bar) in bars.iter().enumerate() {
                    @let top = i64::try_from(index).unwrap_or(0) * LINE;
                    @let (need, have) = (i64::from(bar.need), i64::from(bar.have));
                    text.nowt[bar.today] x="0" y=(top + 21) { (bar.label) }
                    rect.cap x=(LABEL) y=(Tenths(top * 10 + 85)) width=(length(have)) height="17" {}
                    rect.need x=(Tenths(LABEL * 10 + 15)) y=(top + 10) width=(Tenths((length(need.min(have)).0 - 30).max(0))) height="14" {}
                    @if need > have {
                        rect.over x=(Tenths(LABEL * 10 + length(have).0)) y=(top + 8) width=(length(need - have)) height="18" {}
                    }
                    text.mut x=(Tenths(LABEL * 10 + length(need.max(have)).0 + 90)) y=(top + 21) { (bar.said) }
                }
            }
        }
    }
}
