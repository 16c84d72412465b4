//! Single values as real files write them.

use domain::people::Employment;
use domain::people::roster::ProblemKind;
use jiff::civil::Date;

/// A date: `2026-08-03` is right. A date-time keeps its date; US order is read and noted. Two-digit years and
/// serial numbers of spreadsheets are unreadable, because they can be read in two ways.
pub(crate) fn date(text: &str) -> Result<(Date, Option<ProblemKind>), ProblemKind> {
    if let Ok(date) = iso(text) {
        return Ok((date, None));
    }
    let noted = |date| (date, Some(ProblemKind::DateSpelling));
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let rest = &text[day.len()..];
    let is_time = rest.is_empty()
        || (rest.contains(':')
            && rest[1..]
                .bytes()
                .all(|b| b.is_ascii_digit() || b" :.Z+-".contains(&b)));
    if !is_time {
        return Err(ProblemKind::DateUnreadable);
    }
    if let Ok(date) = iso(day) {
        return Ok(noted(date));
    }
    let parts: Vec<&str> = day.split('/').collect();
    let [month, day, year] = parts.as_slice() else {
        return Err(ProblemKind::DateUnreadable);
    };
    let number = |text: &str, most: usize| {
        let digits =
            !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
        if digits {
            text.parse::<i16>().map_err(|_| ProblemKind::DateUnreadable)
        } else {
            Err(ProblemKind::DateUnreadable)
        }
    };
    if year.len() != 4 {
        return Err(ProblemKind::DateUnreadable);
    }
    let (month, day, year) = (number(month, 2)?, number(day, 2)?, number(year, 4)?);
    let small = |n: i16| i8::try_from(n).map_err(|_| ProblemKind::DateUnreadable);
    let date =
        Date::new(year, small(month)?, small(day)?).map_err(|_| ProblemKind::DateUnreadable)?;
    plausible(date).map(noted)
}

/// A moment: `2026-08-03T06:00:00.000Z` is right; its date is enough for us.
pub(crate) fn moment(text: &str) -> Result<(Date, Option<ProblemKind>), ProblemKind> {
    let (date, note) = date(text)?;
    Ok((date, note.filter(|_| !text.contains('T'))))
}

fn iso(text: &str) -> Result<Date, ProblemKind> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| {
            if at == 4 || at == 7 {
                b == b'-'
            } else {
                b.is_ascii_digit()
            }
        });
    if !shape {
        return Err(ProblemKind::DateUnreadable);
    }
    plausible(text.parse().map_err(|_| ProblemKind::DateUnreadable)?)
}

fn plausible(date: Date) -> Result<Date, ProblemKind> {
    if (1930..=2100).contains(&date.year()) {
        Ok(date)
    } else {
        Err(ProblemKind::DateUnreadable)
    }
}

/// `true` or `false` is right; other spellings are read and noted.
pub(crate) fn boolean(text: &str) -> Result<(bool, Option<ProblemKind>), ProblemKind> {
    match text {
        "true" => Ok((true, None)),
        "false" => Ok((false, None)),
        _ => match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "y" => Ok((true, Some(ProblemKind::BooleanSpelling))),
            "false" | "0" | "no" | "n" => Ok((false, Some(ProblemKind::BooleanSpelling))),
            _ => Err(ProblemKind::ValueUnknown),
        },
    }
}

/// Whether it can be an e-mail address; if in doubt, no.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !r#"<>()[],;:\"@"#.contains(c);
    let labels = || domain.split('.');
    text.len() <= 254
        && !local.is_empty()
        && text.matches('@').count() == 1
        && local.chars().chain(domain.chars()).all(plain)
        && labels().count() >= 2
        && labels()
            .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

/// Whether a spreadsheet would take the text for a formula (OWASP, ASVS 1.2.10).
pub(crate) fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The employee number in a `userIds` list such as `{Employee:100001},{Fed:7}`.
pub(crate) fn employee_of(user_ids: &str) -> Option<String> {
    const TYPES: [&str; 6] = [
        "employee",
        "employeeid",
        "employeenumber",
        "staffuniqueid",
        "staffid",
        "staffnumber",
    ];
    user_ids.split(['{', '}']).find_map(|pair| {
        let (kind, id) = pair.split_once(':')?;
        let kind: String = kind
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        let id = id.trim();
        (TYPES.contains(&kind.as_str()) && !id.is_empty()).then(|| id.to_owned())
    })
}

/// HR's employment status; `not applicable` and blank are none.
pub(crate) fn employment(text: &str) -> Result<Option<Employment>, ProblemKind> {
    let letters: String = text
        .chars()
        .filter(char::is_ascii_alphabetic)
        .collect::<String>()
        .to_ascii_lowercase();
    match letters.as_str() {
        "" | "notapplicable" | "na" => Ok(None),
        "probationary" => Ok(Some(Employment::Probationary)),
        "nonprobationary" => Ok(Some(Employment::NonProbationary)),
        "atwill" => Ok(Some(Employment::AtWill)),
        "annual" => Ok(Some(Employment::Annual)),
        _ => Err(ProblemKind::ValueUnknown),
    }
}

/// The probationary year, 1 to 9; blank is none.
pub(crate) fn probationary_year(text: &str) -> Result<Option<u8>, ProblemKind> {
    match text.parse() {
        _ if text.is_empty() => Ok(None),
        Ok(year @ 1..=9) => Ok(Some(year)),
        _ => Err(ProblemKind::ValueUnknown),
    }
}

/// A full-time equivalent such as `0.8`, kept as written.
pub(crate) fn fte(text: &str) -> Result<String, ProblemKind> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let right = digits(whole) && digits(part) && whole.len() <= 1 && part.len() <= 4 && text != ".";
    if right {
        Ok(text.to_owned())
    } else {
        Err(ProblemKind::ValueUnknown)
    }
}

/// A school year: `2025-26`, `2025-2026`, or OneRoster's year in which it ends, `2026`.
pub(crate) fn school_year(text: &str) -> Result<domain::YearId, ProblemKind> {
    if let Ok(year) = text.parse() {
        return Ok(year);
    }
    let number = |text: &str| text.parse::<i16>().ok().filter(|_| text.len() == 4);
    let begins = match text.split_once('-') {
        Some((begins, ends)) => number(begins).filter(|begins| number(ends) == Some(begins + 1)),
        None => number(text).map(|ends| ends - 1),
    };
    begins
        .filter(|year| (1990..=2100).contains(year))
        .map(domain::YearId::beginning_in)
        .ok_or(ProblemKind::ValueUnknown)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn dates_are_read_as_real_files_write_them() {
        for (text, noted) in [
            ("2026-08-03", false),
            ("8/03/2026", true),
            ("08/03/2026", true),
            ("2026-08-03 08:01:05", true),
            ("2026-08-03T06:00:00.000Z", true),
        ] {
            let (read, note) = date(text).unwrap();
            assert_eq!(read, day(2026, 8, 3), "{text}");
            assert_eq!(note.is_some(), noted, "{text}");
        }
        for text in [
            "",
            "8/3/26",
            "46237",
            "2026-13-01",
            "13/05/2026",
            "2026-08-03 (new)",
            "0206-08-03",
            "tomorrow",
            "２０２６-08-03",
            "8/3/",
            "/",
            "é/é/2026",
        ] {
            assert_eq!(date(text), Err(ProblemKind::DateUnreadable), "{text}");
        }
    }

    #[test]
    fn addresses_are_told_from_other_words() {
        for text in [
            "a@b.co",
            "ji.høy@skole.example.org",
            "o'brien+x@dps.example.org",
        ] {
            assert!(is_email(text), "{text}");
        }
        for text in [
            "not an address",
            "@b.co",
            "a@",
            "a@b",
            "a@@b.co",
            "a b@c.de",
            "a@b..co",
            "A <a@b.co>",
            "a@b.co,c@d.eu",
            "a@-b.co",
        ] {
            assert!(!is_email(text), "{text}");
        }
    }

    #[test]
    fn the_employee_number_is_found_among_other_ids() {
        assert_eq!(
            employee_of("{Fed:7},{Employee:100001}").as_deref(),
            Some("100001")
        );
        assert_eq!(employee_of("{staffUniqueId: 42 }").as_deref(), Some("42"));
        assert_eq!(employee_of("{SIS:9}"), None);
    }

    #[test]
    fn a_school_year_may_be_named_by_the_year_in_which_it_ends() {
        for text in ["2025-26", "2025-2026", "2026"] {
            assert_eq!(school_year(text).unwrap().as_str(), "2025-26", "{text}");
        }
        for text in ["2025-27", "25-26", "", "next", "9999"] {
            assert!(school_year(text).is_err(), "{text}");
        }
    }
}
