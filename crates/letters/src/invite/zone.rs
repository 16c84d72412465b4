//! VTIMEZONE of an IANA zone, for the year of the meeting.
//!
//! A reader that knows the zone's name uses its own tables; one that does not needs the rules in
//! the object (RFC 5545, 3.2.19). They are derived from the time zone database: the two changes of
//! that year are written as yearly rules on the same weekday of the month. Denver's have stood
//! since 2007 (Energy Policy Act of 2005); a rule that changes later is a new object's concern.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone, TimeZoneTransition};

use super::{InviteProblem, local};

/// The lines from BEGIN:VTIMEZONE to END:VTIMEZONE, unfolded.
pub(super) fn definition(
    name: &str,
    zone: &TimeZone,
    year: i16,
) -> Result<Vec<String>, InviteProblem> {
    let cannot = || InviteProblem::Zone(name.to_owned());
    let new_year = DateTime::new(year, 1, 1, 0, 0, 0, 0)
        .ok()
        .and_then(|at| zone.to_timestamp(at).ok())
        .ok_or_else(cannot)?;
    let changes: Vec<_> = zone
        .following(new_year)
        .take_while(|change| change.offset().to_datetime(change.timestamp()).year() == year)
        .collect();

    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{name}")];
    match changes.as_slice() {
        [] => {
            let kept = zone.to_offset_info(new_year);
            let at = DateTime::new(year, 1, 1, 0, 0, 0, 0).map_err(|_| cannot())?;
            let offset = kept.offset();
            lines.extend(observance(
                "STANDARD",
                offset,
                offset,
                kept.abbreviation(),
                at,
            ));
        }
        [first, second] => {
            let before = zone.to_offset_info(new_year).offset();
            lines.extend(yearly(first, before).ok_or_else(cannot)?);
            lines.extend(yearly(second, first.offset()).ok_or_else(cannot)?);
        }
        _ => return Err(cannot()),
    }
    lines.push("END:VTIMEZONE".to_owned());
    Ok(lines)
}

fn yearly(change: &TimeZoneTransition<'_>, before: Offset) -> Option<Vec<String>> {
    // The onset is given on the clock as it stood before the change (RFC 5545, 3.6.5).
    let onset = before.to_datetime(change.timestamp());
    let kind = if change.dst().is_dst() {
        "DAYLIGHT"
    } else {
        "STANDARD"
    };
    let (ordinal, weekday) = place_in_month(onset.date());
    let first = since_2007(onset, ordinal)?;
    let mut lines = observance(kind, before, change.offset(), change.abbreviation(), first);
    lines.insert(
        lines.len() - 1,
        format!(
            "RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={ordinal}{weekday}",
            onset.month()
        ),
    );
    Some(lines)
}

fn observance(kind: &str, from: Offset, to: Offset, name: &str, onset: DateTime) -> Vec<String> {
    vec![
        format!("BEGIN:{kind}"),
        format!("TZOFFSETFROM:{}", signed(from)),
        format!("TZOFFSETTO:{}", signed(to)),
        format!("TZNAME:{name}"),
        format!("DTSTART:{}", local(onset)),
        format!("END:{kind}"),
    ]
}

/// The year's change told as "second Sunday" (2) or "last Sunday" (-1). The fourth week is taken
/// as the last where it is, because zones that change then say "last".
fn place_in_month(date: Date) -> (i8, &'static str) {
    let weekday = match date.weekday() {
        jiff::civil::Weekday::Monday => "MO",
        jiff::civil::Weekday::Tuesday => "TU",
        jiff::civil::Weekday::Wednesday => "WE",
        jiff::civil::Weekday::Thursday => "TH",
        jiff::civil::Weekday::Friday => "FR",
        jiff::civil::Weekday::Saturday => "SA",
        jiff::civil::Weekday::Sunday => "SU",
    };
    let ordinal = if date.day() + 7 > date.days_in_month() {
        -1
    } else {
        (date.day() - 1) / 7 + 1
    };
    (ordinal, weekday)
}

/// The rule's first onset, 2007: a meeting's series may not begin before its rule does.
fn since_2007(onset: DateTime, ordinal: i8) -> Option<DateTime> {
    let year = onset.year().min(2007);
    let date = Date::new(year, onset.month(), 1)
        .ok()?
        .nth_weekday_of_month(ordinal, onset.weekday())
        .ok()?;
    Some(date.to_datetime(onset.time()))
}

fn signed(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
