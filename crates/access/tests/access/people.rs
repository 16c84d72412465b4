//! A small district of random people: five persons, three schools, any relations between them.

use access::{Actor, Subject};
use domain::people::Relation;
use domain::{Kind, PersonId, SchoolId, Stream};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

/// More cases than the default, because each takes microseconds; `PROPTEST_CASES` asks for another number.
pub fn cases() -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(2_000),
    }
}

pub fn person() -> impl Strategy<Value = PersonId> {
    (1..=5_u128).prop_map(|n| PersonId(Uuid::from_u128(n)))
}

pub fn school() -> impl Strategy<Value = SchoolId> {
    (11..=13_u128).prop_map(|n| SchoolId(Uuid::from_u128(n)))
}

pub fn relation() -> impl Strategy<Value = Relation> {
    prop_oneof![
        school().prop_map(Relation::TeachesAt),
        school().prop_map(Relation::Leads),
        person().prop_map(Relation::Evaluates),
        school().prop_map(Relation::HrPartnerOf),
        Just(Relation::PerformanceOffice),
        Just(Relation::Administrator),
    ]
}

/// Relations of an office, which give no access to a teacher's year.
pub fn is_office(relation: &Relation) -> bool {
    matches!(
        relation,
        Relation::HrPartnerOf(_) | Relation::PerformanceOffice | Relation::Administrator
    )
}

pub fn actor() -> impl Strategy<Value = Actor> {
    (
        person(),
        proptest::bool::weighted(0.9),
        vec(relation(), 0..4),
    )
        .prop_map(|(person, has_access, relations)| Actor {
            person,
            has_access,
            relations,
        })
}

pub fn subject() -> impl Strategy<Value = Subject> {
    (
        proptest::option::weighted(0.9, person()),
        vec(school(), 0..3),
        vec(person(), 0..3),
    )
        .prop_map(|(owner, owner_schools, parties)| Subject {
            stream: Stream::of(Kind::Conversation, "100"),
            owner,
            owner_schools,
            parties,
        })
}

/// Somebody's year.
pub fn subject_of(owner: PersonId, schools: &[SchoolId]) -> Subject {
    Subject {
        stream: Stream::of(Kind::Rating, owner),
        owner: Some(owner),
        owner_schools: schools.to_vec(),
        parties: vec![],
    }
}
