//! Larkspur Elementary and the offices: the people whom the drawings, the tests and the pictures know by name.

/// A teacher of Larkspur: name, what they teach, pronouns, probationary year (0: non-probationary), the year in which
/// they were hired, and the ratings of 2023-24, 2024-25 and 2025-26 (empty where there is none).
pub(super) type Teacher = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    u8,
    i16,
    [&'static str; 3],
);

/// Desmond Achterberg's fourteen.
#[rustfmt::skip]
pub(super) const OF_ACHTERBERG: &[Teacher] = &[
    ("Imani", "Castellano", "grade 5", "she/her", 0, 2016, ["E", "E", "A"]),
    ("Katarzyna", "Mazur", "grade 1", "she/her", 0, 2019, ["E", "E", "E"]),
    ("Thanh", "Vo", "grade 2", "he/him", 0, 2014, ["E", "D", "E"]),
    ("Beatriz", "Ferreira", "grade 4", "she/her", 2, 2025, ["", "", "A"]),
    ("Owen", "Lindqvist", "grade 3", "he/him", 1, 2026, ["", "", ""]),
    ("Samuel", "Adeyemi", "grade 5", "he/him", 3, 2024, ["", "E", "D"]),
    ("Marcus", "Bell", "grade 3", "he/him", 1, 2026, ["", "", ""]),
    ("Gloria", "Etienne", "kindergarten", "she/her", 0, 2011, ["E", "E", "E"]),
    ("Hana", "Dvořák", "special education", "she/her", 0, 2018, ["E", "E", "E"]),
    ("Luis", "Barragán", "physical education", "he/him", 0, 2009, ["E", "E", "E"]),
    ("Anneke", "de Wit", "English language development", "she/her", 0, 2013, ["D", "E", "D"]),
    ("Rashid", "Karimi", "grade 4", "he/him", 0, 2020, ["E", "E", "E"]),
    ("Joy", "Nakamura", "music", "she/her", 0, 2017, ["E", "E", "E"]),
    ("Petra", "Solheim", "grade 2", "she/her", 0, 2015, ["E", "E", "E"]),
];

/// Ruth Okonkwo-Lane's nine.
#[rustfmt::skip]
pub(super) const OF_OKONKWO_LANE: &[Teacher] = &[
    ("Hollis", "Greer", "grade 5", "he/him", 0, 2012, ["E", "E", "E"]),
    ("Renata", "Quiñones", "kindergarten", "she/her", 0, 2021, ["A", "E", "E"]),
    ("Caleb", "Whitfield", "grade 1", "he/him", 2, 2025, ["", "", "E"]),
    ("Miriam", "Osei", "reading intervention", "she/her", 0, 2010, ["D", "D", "D"]),
    ("Sunita", "Deshpande", "grade 4", "she/her", 0, 2016, ["E", "D", "E"]),
    ("Teresa", "Lucero", "grade 2", "she/her", 0, 2007, ["E", "E", "E"]),
    ("Patrick", "Gallagher", "grade 3", "he/him", 3, 2024, ["", "A", "E"]),
    ("Yolanda", "Baca", "preschool", "she/her", 0, 2019, ["E", "E", "E"]),
    ("Erin", "Kowalczyk", "art", "she/her", 0, 2018, ["E", "E", "D"]),
];

/// Mei-Lin Harrow's eight.
#[rustfmt::skip]
pub(super) const OF_HARROW: &[Teacher] = &[
    ("Rosa", "Delacroix", "grade 1", "she/her", 0, 2014, ["E", "E", "E"]),
    ("Ivan", "Petrosyan", "grade 4", "he/him", 0, 2018, ["E", "E", "E"]),
    ("Amara", "Boateng", "grade 2", "she/her", 1, 2026, ["", "", ""]),
    ("Linh", "Đặng", "kindergarten", "she/her", 0, 2020, ["E", "E", "E"]),
    ("Gabriel", "Archuleta", "physical education", "he/him", 0, 2008, ["E", "E", "E"]),
    ("Susannah", "Yates", "library and technology", "she/her", 0, 2005, ["E", "D", "E"]),
    ("Tomás", "Villalobos", "grade 5, dual language", "he/him", 3, 2024, ["", "E", "E"]),
    ("Nadia", "Haidari", "special education", "she/her", 2, 2025, ["", "", "E"]),
];

/// Who evaluates at Larkspur: name, pronouns, role, job title, year hired, and whom.
pub(super) type Evaluator = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    i16,
    &'static [Teacher],
);

#[rustfmt::skip]
pub(super) const EVALUATORS: &[Evaluator] = &[
    ("Ruth", "Okonkwo-Lane", "she/her", "principal", "Principal", 2015, OF_OKONKWO_LANE),
    // Coded principal, as rosters do with assistant principals; only the job title tells.
    ("Desmond", "Achterberg", "he/him", "principal", "Assistant Principal", 2018, OF_ACHTERBERG),
    ("Mei-Lin", "Harrow", "she/her", "siteAdministrator", "Dean of Instruction", 2017, OF_HARROW),
];

/// People of the district's offices: name, pronouns, role, job title, department.
#[rustfmt::skip]
pub(super) const OFFICES: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("Helen", "Marchetti", "she/her", "districtAdministrator", "Superintendent", "School Leadership"),
    ("Tomasz", "Wielgosz", "he/him", "districtAdministrator", "HR School Partner", "Human Resources"),
    ("Priscilla", "Amadi", "she/her", "districtAdministrator", "HR School Partner", "Human Resources"),
    ("Ana Lucía", "Robles", "she/her", "districtAdministrator", "Director of Educator Effectiveness", "School Leadership"),
    ("Gideon", "Sharpe", "he/him", "systemAdministrator", "Systems Analyst", "Technology"),
];

/// Others at Larkspur, who are not evaluated by this pack: name, pronouns, role, job title.
#[rustfmt::skip]
pub(super) const OTHERS: &[(&str, &str, &str, &str, &str)] = &[
    ("Carla", "Vigil", "she/her", "counselor", "School Counselor"),
    ("Dwayne", "Prater", "he/him", "aide", "Paraprofessional"),
];

/// How many teachers Larkspur has.
pub(super) const TEACHERS: usize = OF_ACHTERBERG.len() + OF_OKONKWO_LANE.len() + OF_HARROW.len();
