//! The district: schools and everybody who works in them, made from a seed.

use super::larkspur;
use super::names::{GROUPS, OWN_SCRIPT, PLACES, plain};
use super::subjects;
use jiff::civil::{Date, date};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The district's mail domain, which nobody can own.
pub const DOMAIN: &str = "lvps.example.org";

const NAMESPACE: Uuid = Uuid::from_u128(0x2f7c_91a4_58d3_5be6_a1f0_3c6e_9d24_7b18);
const YEAR: i16 = 2026;
const FIRST_DAY: Date = date(2026, 8, 3);
const CASELOADS: Date = date(2026, 8, 17);

/// How large the district is. Larkspur Elementary always has its 31 teachers; the other schools share the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    pub schools: usize,
    pub teachers: usize,
}

impl Sizes {
    /// The demo: 6 schools, 60 teachers.
    pub const DEMO: Self = Self {
        schools: 6,
        teachers: 60,
    };
}

/// A school, a department or the district itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    pub source_id: String,
    pub name: String,
    /// In the roster's words: `school`, `department`, `district`.
    pub kind: &'static str,
    pub identifier: String,
}

/// A rating of an earlier year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    pub year: String,
    pub rating: &'static str,
}

/// Somebody who works in the district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub source_id: String,
    pub employee: String,
    pub given: String,
    pub family: String,
    pub pronouns: String,
    pub email: String,
    /// The roster's role.
    pub role: &'static str,
    pub job_title: String,
    pub content_area: String,
    /// The schools' sourcedIds, the home school first.
    pub schools: Vec<String>,
    pub hired: Date,
    pub fte: &'static str,
    /// In HR's words.
    pub employment: &'static str,
    pub probationary_year: Option<u8>,
    pub ratings: Vec<Rating>,
    /// The sourcedId of who evaluates them, from the caseloads' first day.
    pub evaluator: Option<String>,
}

/// Everything that the roster and HR know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct District {
    pub schools: Vec<School>,
    pub people: Vec<Member>,
    pub caseloads_begin: Date,
    pub posts_begin: Date,
}

struct Maker {
    rng: ChaCha8Rng,
    names: BTreeSet<(String, String)>,
    parts: BTreeSet<String>,
    emails: BTreeSet<String>,
    district: District,
}

fn source_id(kind: &str, key: &str) -> String {
    Uuid::new_v5(&NAMESPACE, format!("{kind}:{key}").as_bytes()).to_string()
}

impl District {
    /// Makes a district. Fewer than two schools or fewer teachers than schools are made up to that.
    pub fn new(seed: u64, sizes: Sizes) -> Self {
        let mut maker = Maker {
            rng: ChaCha8Rng::seed_from_u64(seed),
            names: BTreeSet::new(),
            parts: BTreeSet::new(),
            emails: BTreeSet::new(),
            district: Self {
                schools: vec![],
                people: vec![],
                caseloads_begin: CASELOADS,
                posts_begin: FIRST_DAY,
            },
        };
        let others = sizes.schools.max(2) - 1;
        maker.organisations(others);
        maker.larkspur();
        maker.offices();
        let teachers = sizes
            .teachers
            .saturating_sub(larkspur::TEACHERS)
            .max(others);
        for at in 0..others {
            // Whoever is left over goes to the first schools.
            let count = teachers / others + usize::from(at < teachers % others);
            maker.school(at, count);
        }
        maker.district
    }

    /// The sourcedId of a school or a department by its name.
    pub fn school(&self, name: &str) -> Option<&School> {
        self.schools.iter().find(|school| school.name == name)
    }

    /// A person by the name that colleagues use.
    pub fn person(&self, name: &str) -> Option<&Member> {
        self.people
            .iter()
            .find(|person| format!("{} {}", person.given, person.family) == name)
    }
}

/// What makes a person; the rest follows.
struct Job<'a> {
    role: &'static str,
    title: &'a str,
    area: &'a str,
    schools: Vec<String>,
    hired: i16,
    probationary: u8,
    ratings: [&'static str; 3],
    evaluator: Option<String>,
}

impl Maker {
    fn below(&mut self, n: usize) -> usize {
        (self.rng.next_u64() % n.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    fn organisations(&mut self, others: usize) {
        let mut add = |name: String, kind: &'static str, identifier: String| {
            let source_id = source_id(kind, &name);
            self.district.schools.push(School {
                source_id,
                name,
                kind,
                identifier,
            });
        };
        add(
            "Larkspur Valley Public Schools".into(),
            "district",
            "8021".into(),
        );
        for name in ["Human Resources", "School Leadership", "Technology"] {
            add(name.into(), "department", String::new());
        }
        const KINDS: [&str; 5] = [
            "Middle School",
            "K-8",
            "High School",
            "Elementary",
            "Academy",
        ];
        add("Larkspur Elementary".into(), "school", "2010".into());
        for at in 0..others {
            let name = match at {
                0 => "Elm Street Elementary".into(),
                4 => "Escuela Bilingüe Piñon".into(),
                _ => {
                    let place = at - 1 - usize::from(at > 4);
                    let round = ["", " East", " West", " North", " South", " Central"];
                    format!(
                        "{}{} {}",
                        PLACES[place % PLACES.len()],
                        round[place / PLACES.len() % round.len()],
                        KINDS[place % KINDS.len()]
                    )
                }
            };
            add(name, "school", format!("{}", 2020 + 10 * at));
        }
    }

    fn named(&self, name: &str) -> String {
        self.district
            .school(name)
            .map(|school| school.source_id.clone())
            .unwrap_or_default()
    }

    fn larkspur(&mut self) {
        let (here, elm_street) = (
            self.named("Larkspur Elementary"),
            self.named("Elm Street Elementary"),
        );
        for (given, family, pronouns, role, title, hired, teachers) in larkspur::EVALUATORS {
            let schools = vec![here.clone()];
            let job = Job {
                role,
                title,
                area: "",
                schools,
                hired: *hired,
                probationary: 0,
                ratings: [""; 3],
                evaluator: None,
            };
            let evaluator = self.person(given, family, pronouns, None, job);
            for (given, family, area, pronouns, probationary, hired, ratings) in *teachers {
                let mut schools = vec![here.clone()];
                if *family == "Nakamura" {
                    schools.push(elm_street.clone());
                }
                let (probationary, hired, ratings) = (*probationary, *hired, *ratings);
                let evaluator = Some(evaluator.clone());
                let job = Job {
                    role: "teacher",
                    title: "Teacher",
                    area,
                    schools,
                    hired,
                    probationary,
                    ratings,
                    evaluator,
                };
                self.person(given, family, pronouns, None, job);
            }
        }
        for (given, family, pronouns, role, title) in larkspur::OTHERS {
            self.other(given, family, pronouns, role, title, here.clone());
        }
    }

    fn other(
        &mut self,
        given: &str,
        family: &str,
        pronouns: &str,
        role: &'static str,
        title: &str,
        school: String,
    ) -> String {
        let hired = YEAR - 1 - self.below(15) as i16;
        let job = Job {
            role,
            title,
            area: "",
            schools: vec![school],
            hired,
            probationary: 0,
            ratings: [""; 3],
            evaluator: None,
        };
        self.person(given, family, pronouns, None, job)
    }

    fn offices(&mut self) {
        for (given, family, pronouns, role, title, department) in larkspur::OFFICES {
            let department = self.named(department);
            self.other(given, family, pronouns, role, title, department);
        }
    }

    /// One of the other schools: a principal, an assistant for each twelve teachers beyond the first six.
    fn school(&mut self, at: usize, teachers: usize) {
        let schools: Vec<School> = self
            .district
            .schools
            .iter()
            .filter(|school| school.kind == "school")
            .cloned()
            .collect();
        let here = schools[at + 1].clone();
        let mut evaluators = vec![];
        for number in 0..=(teachers + 5) / 12 {
            let title = if number == 0 {
                "Principal"
            } else {
                "Assistant Principal"
            };
            let (given, family, pronouns) = self.name();
            evaluators.push(self.other(
                &given,
                &family,
                pronouns,
                "principal",
                title,
                here.source_id.clone(),
            ));
        }
        let areas = subjects::of(&here.name);
        for number in 0..teachers {
            let evaluator = Some(evaluators[number % evaluators.len()].clone());
            // The demo's own scripts stand one each in the first three of the other schools.
            let own_script = OWN_SCRIPT.get(at).filter(|_| number == 1);
            let hired = YEAR - self.years_here();
            let probationary = u8::try_from(YEAR - hired + 1)
                .ok()
                .filter(|year| *year <= 3)
                .unwrap_or(0);
            let ratings = self.ratings(hired);
            let schools = vec![here.source_id.clone()];
            let job = Job {
                role: "teacher",
                title: "Teacher",
                area: areas[number % areas.len()],
                schools,
                hired,
                probationary,
                ratings,
                evaluator,
            };
            match own_script {
                Some((given, family, mail, pronouns)) => {
                    self.person(given, family, pronouns, Some(mail), job)
                }
                None => {
                    let (given, family, pronouns) = self.name();
                    self.person(&given, &family, pronouns, None, job)
                }
            };
        }
        if at.is_multiple_of(2) {
            let (given, family, pronouns) = self.name();
            self.other(
                &given,
                &family,
                pronouns,
                "counselor",
                "School Counselor",
                here.source_id.clone(),
            );
        }
    }

    /// Most teachers have been here for some years; one in five is probationary.
    fn years_here(&mut self) -> i16 {
        let years = if self.below(100) < 20 {
            self.below(3)
        } else {
            3 + self.below(9) + self.below(12)
        };
        i16::try_from(years).unwrap_or(0)
    }

    fn ratings(&mut self, hired: i16) -> [&'static str; 3] {
        [2023, 2024, 2025].map(|year| match self.below(100) {
            _ if hired > year => "",
            0..=1 => "NM",
            2..=9 => "A",
            10..=80 => "E",
            _ => "D",
        })
    }

    /// A name that nobody has yet; as long as there are others, also no part of one.
    fn name(&mut self) -> (String, String, &'static str) {
        let mut attempt = 0;
        loop {
            attempt += 1;
            let total: u32 = GROUPS.iter().map(|group| group.weight).sum();
            let mut at = self.below(total as usize) as u32;
            let group = GROUPS.iter().find(|group| {
                let here = at < group.weight;
                at = at.saturating_sub(group.weight);
                here
            });
            let Some(group) = group else { continue };
            let woman = self.below(100) < 68;
            let given = self.pick(if woman { group.women } else { group.men });
            let mut family = self.pick(group.families).to_owned();
            // A large district runs out of single names; people with two exist in any.
            if self.names.contains(&(given.to_owned(), family.clone())) && self.below(2) == 0 {
                family = format!("{family}-{}", self.pick(group.families));
            }
            let pronouns = match self.below(40) {
                0 => "they/them",
                _ if woman => "she/her",
                _ => "he/him",
            };
            let part_used = self.parts.contains(given) || self.parts.contains(&family);
            let used = self.names.contains(&(given.to_owned(), family.clone()));
            if !used && (attempt > 40 || !part_used) {
                return (given.to_owned(), family, pronouns);
            }
        }
    }

    fn person(
        &mut self,
        given: &str,
        family: &str,
        pronouns: &str,
        mail: Option<&str>,
        job: Job<'_>,
    ) -> String {
        self.names.insert((given.to_owned(), family.to_owned()));
        self.parts.extend([given.to_owned(), family.to_owned()]);
        let base = mail.map_or_else(
            || format!("{}.{}", plain(given), plain(family)),
            str::to_owned,
        );
        let mut email = format!("{base}@{DOMAIN}");
        let mut number = 2;
        while !self.emails.insert(email.clone()) {
            email = format!("{base}{number}@{DOMAIN}");
            number += 1;
        }
        let employee = (100_001 + self.district.people.len()).to_string();
        let source_id = source_id("person", &employee);
        let teaches = job.role == "teacher";
        let hired = working_day(date(
            job.hired,
            8,
            3 + i8::try_from(self.below(6)).unwrap_or(0),
        ));
        let years = ["2023-24", "2024-25", "2025-26"];
        let rated = years
            .into_iter()
            .zip(job.ratings)
            .filter(|(_, rating)| !rating.is_empty());
        let rating = |(year, rating): (&str, &'static str)| Rating {
            year: year.to_owned(),
            rating,
        };
        let part_time = teaches && self.below(12) == 0;
        self.district.people.push(Member {
            source_id: source_id.clone(),
            employee,
            given: given.to_owned(),
            family: family.to_owned(),
            pronouns: pronouns.to_owned(),
            email,
            role: job.role,
            job_title: job.title.to_owned(),
            content_area: job.area.to_owned(),
            schools: job.schools,
            hired,
            fte: if part_time { "0.8" } else { "1.0" },
            employment: match (teaches, job.probationary) {
                (false, _) => "not applicable",
                (true, 0) => "non-probationary",
                (true, _) => "probationary",
            },
            probationary_year: (job.probationary > 0).then_some(job.probationary),
            ratings: rated.map(rating).collect(),
            evaluator: job.evaluator,
        });
        source_id
    }
}

/// Nobody is hired on a weekend: the Friday before.
fn working_day(day: Date) -> Date {
    let over = day.weekday().to_monday_zero_offset() - 4;
    day.saturating_sub(jiff::Span::new().days(i64::from(over.max(0))))
}
