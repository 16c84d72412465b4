//! Points on a scale with its cuts: a value, or a range while anything is missing.

use maud::{Markup, html};

use super::geometry::thousandths;

/// What stands on the scale, as rounded decimals.
#[derive(Clone, Debug)]
pub enum ScaleValue {
    /// Everything is known.
    Point(String),
    /// From the least to the most that is still possible.
    Range(String, String),
}

/// One band between two cuts.
#[derive(Clone, Debug, Default)]
pub struct ScaleBand {
    /// "Effective".
    pub name: String,
    /// Where it begins, as a decimal: "58.333".
    pub from: String,
    /// "from 58⅓", as it is said.
    pub said: Markup,
    /// The value or the range lies in it.
    pub holds: bool,
}

/// A scale.
#[derive(Clone, Debug)]
pub struct Scale {
    /// The spoken summary, in full.
    pub summary: String,
    /// The end of the scale: "100". It begins at 0.
    pub top: String,
    /// From low to high; the first begins at 0.
    pub bands: Vec<ScaleBand>,
    /// The value or the range.
    pub value: ScaleValue,
    /// Where a person decides: from, to.
    pub near: Option<(String, String)>,
}

/// Units of the drawing across the whole scale.
const WIDTH: i64 = 100_000;
/// Columns that the labels under the scale are laid out in.
const COLUMNS: i64 = 24;

/// The scale with its labels.
pub fn scale(scale: &Scale) -> Markup {
    let top = thousandths(&scale.top).max(1);
    let x = |decimal: &str| thousandths(decimal).clamp(0, top) * WIDTH / top;
    let starts: Vec<i64> = scale.bands.iter().map(|band| x(&band.from)).collect();
    html! {
        div.scale {
            svg viewBox={ "0 0 " (WIDTH) " 40" } preserveAspectRatio="none" role="img" aria-label=(scale.summary) {
                path.base d={ "M0 20H" (WIDTH) } vector-effect="non-scaling-stroke" {}
                @for start in starts.iter().skip(1) {
                    path.cut d={ "M" (start) " 8V32" } vector-effect="non-scaling-stroke" {}
                }
                @if let Some((from, to)) = &scale.near {
                    rect.near x=(x(from)) y="8" width=(x(to) - x(from)) height="24" {}
                }
                @match &scale.value {
                    ScaleValue::Point(value) => { rect.range x=(x(value) - 300) y="4" width="600" height="32" {} }
                    ScaleValue::Range(from, to) => { rect.range x=(x(from)) y="14" width=((x(to) - x(from)).max(600)) height="12" {} }
                }
            }
            ol {
                @for (band, columns) in scale.bands.iter().zip(columns(&starts)) {
                    li class={ "w-" (columns) @if band.holds { " in" } } { (band.name) span { (band.said) } }
                }
            }
        }
    }
}

/// How many of the columns each band takes: at least one, all of them together.
fn columns(starts: &[i64]) -> Vec<i64> {
    let edge = |at: usize| -> i64 {
        starts
            .get(at)
            .map_or(COLUMNS, |start| (start * COLUMNS * 2 + WIDTH) / (WIDTH * 2))
    };
    (0..starts.len())
        .map(|at| (edge(at + 1) - edge(at)).max(1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_take_columns_by_their_width() {
        assert_eq!(columns(&[0, 25_000, 58_333, 83_333]), [6, 8, 6, 4]);
        assert_eq!(columns(&[0, 50_000]), [12, 12]);
    }
}
