//! What is taught where, as HR writes it in the content area.

/// The grades and subjects of a school, by the kind in its name.
pub(super) fn of(school: &str) -> &'static [&'static str] {
    const ELEMENTARY: &[&str] = &[
        "grade 3",
        "kindergarten",
        "grade 1",
        "special education",
        "grade 5",
        "grade 2",
        "grade 4",
        "art",
        "physical education",
        "English language development",
    ];
    const SECONDARY: &[&str] = &[
        "mathematics",
        "language arts",
        "science",
        "social studies",
        "special education",
        "world languages",
        "band and orchestra",
        "career and technical education",
        "physical education",
        "visual arts",
    ];
    let secondary = ["Middle", "High", "Academy"]
        .iter()
        .any(|kind| school.contains(kind));
    if secondary { SECONDARY } else { ELEMENTARY }
}
