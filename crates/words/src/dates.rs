//! Dates and times as a school says them. Inside a date stand no-break spaces (U+00A0), so that
//! weekday and day are never parted by the end of a line.

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::{Language, Words};

impl Words {
    /// "Fri 14 May 2027", "vie 14 may 2027".
    pub fn date(self, date: Date) -> String {
        self.dated("date-full", date, Form::Short)
    }

    /// "Fri 14 May", where the page fixes the year.
    pub fn day(self, date: Date) -> String {
        self.dated("date-day", date, Form::Short)
    }

    /// "14 May", where neither weekday nor year is wanted, as in figures.
    pub fn short_day(self, date: Date) -> String {
        self.dated("date-short", date, Form::Short)
    }

    /// "Tuesday 12 January 2027", "martes 12 de enero de 2027".
    pub fn long_date(self, date: Date) -> String {
        self.dated("date-long", date, Form::Long)
    }

    /// "January 2027", "enero de 2027".
    pub fn month(self, date: Date) -> String {
        self.dated("date-month", date, Form::Long)
    }

    /// "Jan", "ene": for axes.
    pub fn month_name(self, date: Date) -> String {
        self.say(&format!("month-{}", date.month()))
    }

    /// "Fri", "vie": for heads of weeks.
    pub fn weekday(self, date: Date) -> String {
        self.say(&format!("weekday-{}", number(date.weekday())))
    }

    /// "3:01 pm" in English, "15:01" in Spanish.
    pub fn time(self, time: Time) -> String {
        let minute = format!("{:02}", time.minute());
        match self.language() {
            Language::En => {
                let hour = match time.hour() % 12 {
                    0 => 12,
                    hour => hour,
                };
                let key = if time.hour() < 12 {
                    "time-am"
                } else {
                    "time-pm"
                };
                self.with(key, &[("hour", hour.into()), ("minute", minute.into())])
            }
            Language::Es => format!("{}:{minute}", time.hour()),
        }
    }

    /// "Tue 12 Jan 2027, 7:40 am" of a civil moment or of a `Zoned` in the school's zone.
    pub fn moment(self, at: impl Into<DateTime>) -> String {
        let at = at.into();
        self.with(
            "date-moment",
            &[
                ("date", self.date(at.date()).into()),
                ("time", self.time(at.time()).into()),
            ],
        )
    }

    fn dated(self, key: &str, date: Date, form: Form) -> String {
        let suffix = match form {
            Form::Short => "",
            Form::Long => "-long",
        };
        let weekday = self.say(&format!("weekday-{}{suffix}", number(date.weekday())));
        let month = self.say(&format!("month-{}{suffix}", date.month()));
        self.with(
            key,
            &[
                ("weekday", weekday.into()),
                ("day", date.day().into()),
                ("month", month.into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }
}

enum Form {
    Short,
    Long,
}

fn number(weekday: Weekday) -> i8 {
    weekday.to_monday_one_offset()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn dates_are_said_in_both_languages() {
        let (en, es) = (Words::new(Language::En), Words::new(Language::Es));
        let friday = date(2027, 5, 14);
        let tuesday = date(2027, 1, 12);
        assert_eq!(en.date(friday), "Fri\u{a0}14\u{a0}May\u{a0}2027");
        assert_eq!(plain(&es.date(friday)), "vie 14 may 2027");
        assert_eq!(plain(&en.day(friday)), "Fri 14 May");
        assert_eq!(plain(&es.day(friday)), "vie 14 may");
        assert_eq!(plain(&en.short_day(friday)), "14 May");
        assert_eq!(plain(&en.day(date(2027, 6, 5))), "Sat 5 June");
        assert_eq!(plain(&en.long_date(tuesday)), "Tuesday 12 January 2027");
        assert_eq!(plain(&es.long_date(tuesday)), "martes 12 de enero de 2027");
        assert_eq!(plain(&en.month(tuesday)), "January 2027");
        assert_eq!(plain(&es.month(tuesday)), "enero de 2027");
    }

    #[test]
    fn times_follow_the_clock_of_the_language() {
        let (en, es) = (Words::new(Language::En), Words::new(Language::Es));
        for (at, english, spanish) in [
            (time(15, 1, 0, 0), "3:01 pm", "15:01"),
            (time(0, 5, 0, 0), "12:05 am", "0:05"),
            (time(12, 0, 0, 0), "12:00 pm", "12:00"),
        ] {
            assert_eq!(plain(&en.time(at)), english);
            assert_eq!(plain(&es.time(at)), spanish);
        }
        let at = date(2027, 1, 12).at(7, 40, 0, 0);
        assert_eq!(plain(&en.moment(at)), "Tue 12 Jan 2027, 7:40 am");
        if let Ok(zoned) = at.in_tz("UTC") {
            assert_eq!(plain(&es.moment(zoned)), "mar 12 ene 2027, 7:40");
        }
    }
}
