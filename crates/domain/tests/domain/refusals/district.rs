//! Refusals about people, offices, evaluators, the school year and its pack.

use super::{Case, too_long};
use crate::acts::*;
use crate::larkspur::*;
use domain::people::{Directory, Name, Office};
use domain::school_year::{Adopted, SchoolYear};
use domain::text::{Field, LONGEST};
use domain::{Command, PersonId, Refusal, people};
use jiff::civil::date;
use uuid::Uuid;

const STRANGER: PersonId = PersonId(Uuid::from_u128(99));

fn choose(language: &str) -> Command {
    Command::Person(people::Command::ChooseLanguage {
        language: language.into(),
    })
}

fn enter_administrator() -> Command {
    let name = Name {
        given: "Ada".into(),
        family: "Quist".into(),
        ..Name::default()
    };
    Command::Person(people::Command::EnterAdministrator {
        id: STRANGER,
        name,
        email: "ada@district.example".into(),
    })
}

fn end_evaluator(evaluator: PersonId) -> Command {
    let (last_day, reason) = (date(2027, 1, 12), "Moved.".into());
    Command::Person(people::Command::EndEvaluator {
        evaluator,
        last_day,
        reason,
    })
}

fn with_year(year: Option<SchoolYear>) -> Larkspur {
    Larkspur { year, ..larkspur() }
}

/// After the administrator adopted the pack.
fn adopting() -> Larkspur {
    larkspur().given(RUTH, &the_year(), adopt(adopted().clone(), ""))
}

fn without_directory() -> Larkspur {
    Larkspur {
        directory: Directory::default(),
        ..larkspur()
    }
}

fn a_lesson() -> Command {
    share_lesson(full_lesson(date(2027, 1, 11), [5; 12]))
}

pub fn cases() -> Vec<Case> {
    vec![
        (
            "granting an office to nobody",
            Refusal::NoSuchPerson,
            || {
                larkspur().when(
                    RUTH,
                    &person(STRANGER),
                    grant(Office::PerformanceOffice, None),
                )
            },
        ),
        (
            "assigning an evaluator who is nobody",
            Refusal::NoSuchPerson,
            || {
                larkspur().when(
                    RUTH,
                    &person(IMANI),
                    assign(STRANGER, LARKSPUR, date(2027, 1, 12)),
                )
            },
        ),
        (
            "assigning an evaluator who is disabled",
            Refusal::NoSuchPerson,
            || {
                let mut larkspur = larkspur();
                larkspur
                    .directory
                    .people
                    .get_mut(&RUTH)
                    .unwrap()
                    .particulars
                    .enabled = false;
                larkspur.when(
                    RUTH,
                    &person(IMANI),
                    assign(RUTH, LARKSPUR, date(2027, 1, 12)),
                )
            },
        ),
        (
            "choosing a language that is not there",
            Refusal::NoSuchLanguage,
            || larkspur().when(IMANI, &person(IMANI), choose("fr")),
        ),
        (
            "naming an HR partner without a school",
            Refusal::HrPartnerNeedsSchool,
            || larkspur().when(RUTH, &person(DESMOND), grant(Office::HrPartner, None)),
        ),
        (
            "naming an administrator for one school",
            Refusal::HrPartnerNeedsSchool,
            || {
                larkspur().when(
                    RUTH,
                    &person(DESMOND),
                    grant(Office::Administrator, Some(LARKSPUR)),
                )
            },
        ),
        (
            "granting an office without a reason",
            Refusal::Empty {
                field: Field::Reason,
            },
            || {
                let (office, school, reason) = (Office::PerformanceOffice, None, " \n".into());
                larkspur().when(
                    RUTH,
                    &person(DESMOND),
                    Command::Person(people::Command::Grant {
                        office,
                        school,
                        reason,
                    }),
                )
            },
        ),
        (
            "granting an office with a reason beyond all measure",
            Refusal::TooLong {
                field: Field::Reason,
                longest: LONGEST,
            },
            || {
                let (office, school, reason) = (Office::PerformanceOffice, None, too_long());
                larkspur().when(
                    RUTH,
                    &person(DESMOND),
                    Command::Person(people::Command::Grant {
                        office,
                        school,
                        reason,
                    }),
                )
            },
        ),
        ("granting an office twice", Refusal::AlreadyGranted, || {
            let partner = || grant(Office::HrPartner, Some(LARKSPUR));
            larkspur().given(RUTH, &person(DESMOND), partner()).when(
                RUTH,
                &person(DESMOND),
                partner(),
            )
        }),
        (
            "ending an office that nobody granted",
            Refusal::NotGranted,
            || {
                larkspur().when(
                    RUTH,
                    &person(DESMOND),
                    end_grant(Office::HrPartner, Some(LARKSPUR)),
                )
            },
        ),
        (
            "ending an office of another school",
            Refusal::NotGranted,
            || {
                larkspur()
                    .given(
                        RUTH,
                        &person(DESMOND),
                        grant(Office::HrPartner, Some(LARKSPUR)),
                    )
                    .when(
                        RUTH,
                        &person(DESMOND),
                        end_grant(Office::HrPartner, Some(ELM_STREET)),
                    )
            },
        ),
        ("ending an office twice", Refusal::NotGranted, || {
            let end = || end_grant(Office::PerformanceOffice, None);
            larkspur()
                .given(
                    RUTH,
                    &person(DESMOND),
                    grant(Office::PerformanceOffice, None),
                )
                .given(RUTH, &person(DESMOND), end())
                .when(RUTH, &person(DESMOND), end())
        }),
        (
            "taking the administrator's office from oneself",
            Refusal::OwnGrant,
            || {
                larkspur()
                    .given(RUTH, &person(RUTH), grant(Office::Administrator, None))
                    .when(RUTH, &person(RUTH), end_grant(Office::Administrator, None))
            },
        ),
        ("evaluating oneself", Refusal::OwnEvaluator, || {
            larkspur().when(
                RUTH,
                &person(IMANI),
                assign(IMANI, LARKSPUR, date(2027, 1, 12)),
            )
        }),
        (
            "assigning an evaluator where the teacher does not work",
            Refusal::NotTeachingThere,
            || {
                larkspur().when(
                    RUTH,
                    &person(IMANI),
                    assign(RUTH, ELM_STREET, date(2027, 1, 12)),
                )
            },
        ),
        (
            "assigning an evaluator before the teacher came",
            Refusal::NotTeachingThere,
            || {
                larkspur().when(
                    RUTH,
                    &person(IMANI),
                    assign(RUTH, LARKSPUR, date(2026, 8, 2)),
                )
            },
        ),
        (
            "ending an evaluator who is none",
            Refusal::NotTheEvaluator,
            || larkspur().when(RUTH, &person(IMANI), end_evaluator(RUTH)),
        ),
        (
            "assigning the same evaluator from the same day",
            Refusal::AlreadyTheEvaluator,
            || {
                larkspur().when(
                    RUTH,
                    &person(IMANI),
                    assign(DESMOND, LARKSPUR, date(2026, 8, 17)),
                )
            },
        ),
        (
            "entering a first administrator where people are",
            Refusal::DistrictNotEmpty,
            || larkspur().when(RUTH, &person(STRANGER), enter_administrator()),
        ),
        (
            "entering the first administrator twice",
            Refusal::DistrictNotEmpty,
            || {
                without_directory()
                    .given(STRANGER, &person(STRANGER), enter_administrator())
                    .when(STRANGER, &person(STRANGER), enter_administrator())
            },
        ),
        (
            "recording anything before a year is opened",
            Refusal::NoSchoolYear,
            || with_year(None).when(DESMOND, &lesson_stream(1), a_lesson()),
        ),
        (
            "recording anything before a pack is adopted",
            Refusal::NoPack,
            || {
                let year = SchoolYear {
                    adopted: None,
                    ..school_year()
                };
                with_year(Some(year)).when(DESMOND, &lesson_stream(1), a_lesson())
            },
        ),
        (
            "recording anything under a pack that can no longer be read",
            Refusal::NoPack,
            || {
                let broken = Adopted::new(
                    "leap/2026-27".into(),
                    1,
                    vec![("pack.toml".into(), "id =".into())],
                );
                let year = SchoolYear {
                    adopted: Some(broken),
                    ..school_year()
                };
                with_year(Some(year)).when(DESMOND, &lesson_stream(1), a_lesson())
            },
        ),
        (
            "recording anything before the days are entered",
            Refusal::NoCalendar,
            || {
                let year = SchoolYear {
                    calendar: None,
                    ..school_year()
                };
                with_year(Some(year)).when(DESMOND, &lesson_stream(1), a_lesson())
            },
        ),
        (
            "adopting a pack with faults",
            Refusal::PackDoesNotLoad,
            || {
                let broken = Adopted::new(
                    "leap/2026-27".into(),
                    1,
                    vec![("pack.toml".into(), "id =".into())],
                );
                larkspur().when(RUTH, &the_year(), adopt(broken, ""))
            },
        ),
        (
            "adopting the same pack again",
            Refusal::PackAlreadyAdopted,
            || {
                larkspur()
                    .given(RUTH, &the_year(), adopt(adopted().clone(), "For the year."))
                    .when(RUTH, &the_year(), adopt(adopted().clone(), "Again."))
            },
        ),
        (
            "replacing an adopted pack without a reason",
            Refusal::Empty {
                field: Field::Reason,
            },
            || {
                let next = Adopted::new("leap/2026-27".into(), 2, pack_files());
                larkspur()
                    .given(RUTH, &the_year(), adopt(adopted().clone(), ""))
                    .when(RUTH, &the_year(), adopt(next, " "))
            },
        ),
        ("confirming nothing", Refusal::NothingTicked, || {
            adopting().when(RUTH, &the_year(), confirm_values(&[], "Handbook"))
        }),
        (
            "confirming without saying where it is written",
            Refusal::Empty {
                field: Field::Label,
            },
            || adopting().when(RUTH, &the_year(), confirm_values(&["cuts"], " ")),
        ),
        (
            "confirming what a source settles",
            Refusal::ValueNotOpen {
                value: "date CAL-NR".into(),
            },
            || {
                let values = ["cuts", "date CAL-NR"];
                adopting().when(RUTH, &the_year(), confirm_values(&values, "Handbook"))
            },
        ),
        (
            "confirming a value again",
            Refusal::ValueNotOpen {
                value: "cuts".into(),
            },
            || {
                adopting()
                    .given(
                        RUTH,
                        &the_year(),
                        confirm_values(&["cuts"], "Handbook, page 14"),
                    )
                    .when(
                        RUTH,
                        &the_year(),
                        confirm_values(&["cuts"], "Handbook, page 14"),
                    )
            },
        ),
        (
            "taking back what was never confirmed",
            Refusal::ValueNotConfirmed {
                value: "cuts".into(),
            },
            || larkspur().when(RUTH, &the_year(), take_back("cuts", "Voted otherwise.")),
        ),
        (
            "taking a confirmation back without a reason",
            Refusal::Empty {
                field: Field::Reason,
            },
            || larkspur().when(RUTH, &the_year(), take_back("cuts", "")),
        ),
        (
            "proposing what the pack has already",
            Refusal::NothingChanged,
            || {
                adopting().when(
                    RUTH,
                    &the_year(),
                    propose_values(&[("status_lose", &["2"])]),
                )
            },
        ),
        (
            "proposing what is no number",
            Refusal::ValueNotRead {
                value: "status_lose".into(),
            },
            || {
                adopting().when(
                    RUTH,
                    &the_year(),
                    propose_values(&[("status_lose", &["two"])]),
                )
            },
        ),
        (
            "proposing a weight alone",
            Refusal::ProposalDoesNotFit {
                problem: "the weights of with_survey sum to 98, not 100".into(),
            },
            || {
                adopting().when(
                    RUTH,
                    &the_year(),
                    propose_values(&[("weights obs", &["40", "47"])]),
                )
            },
        ),
        (
            "adopting a proposal that was declined",
            Refusal::NoProposal,
            || {
                adopting()
                    .given(
                        RUTH,
                        &the_year(),
                        propose_values(&[("status_lose", &["3"])]),
                    )
                    .given(RUTH, &the_year(), decline_proposal(1, "Not voted."))
                    .when(RUTH, &the_year(), adopt_proposal(1, "Voted."))
            },
        ),
        (
            "adopting a proposal without a reason",
            Refusal::Empty {
                field: Field::Reason,
            },
            || {
                adopting()
                    .given(
                        RUTH,
                        &the_year(),
                        propose_values(&[("status_lose", &["3"])]),
                    )
                    .when(RUTH, &the_year(), adopt_proposal(1, " "))
            },
        ),
        (
            "a last student day that is the first",
            Refusal::LastBeforeFirst,
            || {
                larkspur().when(
                    RUTH,
                    &the_year(),
                    days(date(2026, 8, 24), date(2026, 8, 24)),
                )
            },
        ),
        (
            "a first student day in another year",
            Refusal::DateOutsideYear {
                date: date(2025, 8, 25),
            },
            || larkspur().when(RUTH, &the_year(), days(date(2025, 8, 25), date(2027, 6, 4))),
        ),
        (
            "a last student day in another year",
            Refusal::DateOutsideYear {
                date: date(2027, 8, 1),
            },
            || larkspur().when(RUTH, &the_year(), days(date(2026, 8, 24), date(2027, 8, 1))),
        ),
        (
            "a break that ends before it begins",
            Refusal::LastBeforeFirst,
            || {
                let (from, to, label) = (
                    date(2026, 12, 21),
                    date(2026, 12, 20),
                    "Winter break".into(),
                );
                let days_off = vec![domain::calendar::DaysOff { from, to, label }];
                let calendar = domain::calendar::Calendar {
                    days_off,
                    ..calendar()
                };
                let enter = domain::school_year::Command::EnterDays {
                    year: year(),
                    calendar,
                };
                larkspur().when(RUTH, &the_year(), Command::SchoolYear(enter))
            },
        ),
        (
            "a break in another year",
            Refusal::DateOutsideYear {
                date: date(2028, 1, 3),
            },
            || {
                let (from, to, label) =
                    (date(2026, 12, 21), date(2028, 1, 3), "Winter break".into());
                let days_off = vec![domain::calendar::DaysOff { from, to, label }];
                let calendar = domain::calendar::Calendar {
                    days_off,
                    ..calendar()
                };
                let enter = domain::school_year::Command::EnterDays {
                    year: year(),
                    calendar,
                };
                larkspur().when(RUTH, &the_year(), Command::SchoolYear(enter))
            },
        ),
        (
            "a break without a name",
            Refusal::Empty {
                field: Field::Label,
            },
            || {
                let (from, to, label) = (date(2026, 12, 21), date(2027, 1, 1), String::new());
                let days_off = vec![domain::calendar::DaysOff { from, to, label }];
                let calendar = domain::calendar::Calendar {
                    days_off,
                    ..calendar()
                };
                let enter = domain::school_year::Command::EnterDays {
                    year: year(),
                    calendar,
                };
                larkspur().when(RUTH, &the_year(), Command::SchoolYear(enter))
            },
        ),
    ]
}
