//! Windows and dates: the order that keeps every later date possible.

use super::Check;
use crate::{ConversationKind, Deadline, Fault};

impl Check<'_> {
    /// Each window opens before it closes; the conversations' windows, and the cycles of observation, follow each
    /// other.
    pub(super) fn windows(&self) {
        for window in &self.pack.windows {
            if window.opens > window.closes {
                let what = Fault::WindowTurned {
                    window: window.id.clone(),
                };
                self.note(&format!("window {}", window.id), what);
            }
        }
        for id in ConversationKind::GUIDED.map(ConversationKind::as_str) {
            if self.pack.window(id).is_none() {
                self.note(
                    "windows.toml",
                    Fault::MissingWindow {
                        window: id.to_owned(),
                    },
                );
            }
        }
        for (earlier, later) in [
            ("beginning", "mid_year"),
            ("mid_year", "end_of_year"),
            ("observations_1", "observations_2"),
            ("observations_2", "observations_3"),
            ("survey_autumn", "survey_spring"),
        ] {
            let (Some(first), Some(second)) = (self.pack.window(earlier), self.pack.window(later))
            else {
                continue;
            };
            if first.opens <= first.closes && second.opens <= first.closes {
                let what = Fault::WindowOrder {
                    earlier: earlier.to_owned(),
                    later: later.to_owned(),
                };
                self.note(&format!("window {later}"), what);
            }
        }
    }

    /// The order that keeps every later date possible, where the pack fixes both: a plan that counts runs 30 days
    /// before its outcome (C3627); evidence of plans, recommendations, the board's vote and the notice follow each
    /// other; the last observation and the end-of-year window come before the report.
    pub(super) fn dates(&self) {
        for (earlier, later, days) in [
            ("CAL-SP1", "CAL-SP2", 0),
            ("CAL-SP2", "CAL-SP3", 0),
            ("CAL-SP3", "CAL-SP4", 30),
            ("CAL-SP4", "CAL-SP5", 0),
            ("CAL-SP5", "CAL-REC", 0),
            ("CAL-REC", "CAL-FIN", 0),
            ("CAL-REC", "CAL-BOARD", 0),
            ("CAL-BOARD", "CAL-NR", 1),
            ("CAL-OBS1", "CAL-RPT", 0),
        ] {
            let fixed = |id| self.pack.date(id).and_then(Deadline::fixed);
            let (Some(first), Some(second)) = (fixed(earlier), fixed(later)) else {
                continue;
            };
            let apart = first.until(second).map_or(0, |span| span.get_days());
            if apart < days {
                let what = Fault::DateOrder {
                    earlier: earlier.to_owned(),
                    later: later.to_owned(),
                    days,
                    is: [first, second],
                };
                self.note(&format!("date {later}"), what);
            }
        }
        let report = self.pack.date("CAL-RPT").and_then(Deadline::fixed);
        if let (Some(window), Some(report)) = (self.pack.window("end_of_year"), report)
            && window.closes > report
        {
            let what = Fault::DateOrder {
                earlier: "end_of_year".to_owned(),
                later: "CAL-RPT".to_owned(),
                days: 0,
                is: [window.closes, report],
            };
            self.note("date CAL-RPT", what);
        }
    }
}
