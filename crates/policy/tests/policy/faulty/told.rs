//! Packs with one fault each, and what whoever edits them reads: file, line, fault and mend.

use super::problems;

/// File, what stands there, and what somebody wrote in its place.
const FAULTY: [(&str, &str, &str); 84] = [
    // What can be said of any file.
    ("pack.toml", "version = 1", "version = = 1"),
    ("pack.toml", "id = \"leap\"", "id = leap"),
    ("pack.toml", "year = \"2026-27\"\n", ""),
    ("pack.toml", "version = 1", "version = \"1\""),
    ("pack.toml", "version = 1", "version = 1\ncolour = \"red\""),
    (
        "pack.toml",
        "status_applies = true",
        "status_applies = \"yes\"",
    ),
    ("rating.toml", "known = \"OWN\"", "known = \"certain\""),
    (
        "rating.toml",
        "source = \"leap-composite-v1, step 1\"\n",
        "",
    ),
    ("rating.toml", ", es = \"Eficaz\"", ""),
    // The framework.
    ("framework.toml", "domain = \"LE\"", "domain = \"Q\""),
    ("framework.toml", "from = 3, to = 4", "from = 4, to = 4"),
    ("framework.toml", "from = 3, to = 4", "from = 3, to = 5"),
    (
        "framework.toml",
        "rating = \"A\", from",
        "rating = \"B\", from",
    ),
    ("framework.toml", "id = \"LE.2\"", "id = \"LE.1\""),
    ("descriptors.toml", "band = \"NM\"", "band = \"A\""),
    (
        "descriptors.toml",
        "indicator = \"LE.1\"",
        "indicator = \"LE.9\"",
    ),
    // Measures.
    ("measures.toml", "with_survey = 42", "with_survey = 43"),
    ("measures.toml", "with_survey = 42", "with_survey = -42"),
    ("measures.toml", "with_survey = 20", "with_survey = 19"),
    (
        "measures.toml",
        "with_survey = 42",
        "with_survey = \"forty\"",
    ),
    (
        "measures.toml",
        "cuts = [0, 60, 72, 88, 100]",
        "cuts = [0, 60, 88, 72, 100]",
    ),
    (
        "measures.toml",
        "cuts = [0, 60, 72, 88, 100]",
        "cuts = [0, 60, 72, 100]",
    ),
    ("measures.toml", "kind = \"survey\"", "kind = \"goals\""),
    ("measures.toml", "[0, 1, 2, 3],", "[0, 2, 1, 3],"),
    ("measures.toml", "  [0, 0, 1, 3],\n", ""),
    ("measures.toml", "value = [3, 12]", "value = [3]"),
    // The rule.
    (
        "rating.toml",
        "value = [25, \"175/3\", \"250/3\"]",
        "value = [25, \"250/3\", \"175/3\"]",
    ),
    (
        "rating.toml",
        "value = [25, \"175/3\", \"250/3\"]",
        "value = [25, \"175/3\"]",
    ),
    (
        "rating.toml",
        "value = [25, \"175/3\", \"250/3\"]",
        "value = [55, \"175/3\", \"250/3\"]",
    ),
    (
        "rating.toml",
        "value = [0, \"1/4\"",
        "value = [\"1/8\", \"1/4\"",
    ),
    (
        "rating.toml",
        "[decision_half_width]\nvalue = 2",
        "[decision_half_width]\nvalue = -2",
    ),
    (
        "rating.toml",
        "value = \"indicator_mean\"",
        "value = \"median\"",
    ),
    ("rating.toml", "code = 1", "code = 2"),
    // Windows and dates.
    ("windows.toml", "closes = 2026-10-02", "closes = 2026-08-02"),
    ("windows.toml", "opens = 2026-12-14", "opens = 2026-10-01"),
    (
        "windows.toml",
        "date = 2027-06-01",
        "date = \"1 June 2027\"",
    ),
    ("windows.toml", "date = 2027-01-29", "date = 2027-03-25"),
    (
        "windows.toml",
        "anchor = \"FSD\"\ndays = 10",
        "anchor = \"FSD\"\ndays = -10",
    ),
    (
        "windows.toml",
        "anchor = \"EOYC\"\ndays = -7",
        "anchor = \"EOYC\"\ndays = 7",
    ),
    (
        "windows.toml",
        "anchor = \"BOYC\"\ndays = -2",
        "anchor = \"BOYC\"\ndays = -400",
    ),
    (
        "windows.toml",
        "anchor = \"CAL-RPT\"",
        "anchor = \"CAL-ACK\"",
    ),
    ("windows.toml", "unit = \"school\"", "unit = \"weeks\""),
    // Guides and words.
    (
        "guides.toml",
        "standard = 3, brief = 2",
        "standard = 4, brief = 2",
    ),
    ("guides.toml", "id = \"b2\"", "id = \"b1\""),
    (
        "talking_points.toml",
        "situation = \"on_track\"",
        "situation = \"on_tracks\"",
    ),
    ("messages.toml", "name = \"goals\"", "name = \"aims\""),
    (
        "messages.toml",
        "about = \"observation\"",
        "about = \"lesson\"",
    ),
    ("messages/M03.en.md", "Subject: ", "Re: "),
    ("messages/M03.es.md", "{{ teacher }}", "{{ maestra }}"),
    (
        "rationale.toml",
        "indicator = \"I.7\"",
        "indicator = \"I.77\"",
    ),
    // Checklists.
    (
        "checklists.toml",
        "fact = \"goals_approved\"",
        "fact = \"goals_liked\"",
    ),
    (
        "checklists.toml",
        "due = [\"CAL-BOY\"]",
        "due = [\"CAL-BOYS\"]",
    ),
    ("checklists.toml", "due = [\"CAL-BOY\"]\n", ""),
    ("checklists.toml", "id = \"L02\"", "id = \"L01\""),
    (
        "checklists.toml",
        "list = \"school_leader\"",
        "list = \"janitor\"",
    ),
    // Characteristics and decisions.
    (
        "characteristics.toml",
        "[[strand.column]]\nrating = \"A\"",
        "[[strand.column]]\nrating = \"E\"",
    ),
    (
        "characteristics.toml",
        "strands = [\"SC\"]",
        "strands = [\"XX\"]",
    ),
    (
        "characteristics.toml",
        "mean_within = { value = 1 }",
        "mean_within = { value = -1 }",
    ),
    (
        "decisions.toml",
        "id = \"dec.band.2\"",
        "id = \"dec.band.1\"",
    ),
    // Supports, procedures and options.
    (
        "supports.toml",
        "leads_to = [\"nonrenewal\"]",
        "leads_to = [\"farewell\"]",
    ),
    (
        "supports.toml",
        "leads_to = [\"nonrenewal\"]",
        "leads_to = [\"concern\"]",
    ),
    ("supports.toml", "value = \"4/5\"", "value = \"5/4\""),
    (
        "supports.toml",
        "days_min = { value = 30",
        "days_min = { value = 20",
    ),
    (
        "supports.toml",
        "classes = [\"probationary\"]",
        "classes = [\"novice\"]",
    ),
    (
        "procedures.toml",
        "clocks = [\"CAL-RSN\"]",
        "clocks = [\"CAL-RSM\"]",
    ),
    ("procedures.toml", "id = \"n2\"", "id = \"n1\""),
    (
        "options.toml",
        "procedure = \"appeal\"",
        "procedure = \"plea\"",
    ),
    ("options.toml", "case = \"dismissal\"", "case = \"storm\""),
    // The library.
    (
        "library.toml",
        "topic = \"year\"\ntitle",
        "topic = \"yaer\"\ntitle",
    ),
    (
        "library.toml",
        "audience = [\"everybody\"]",
        "audience = [\"teachers\", \"nobody\"]",
    ),
    (
        "library.toml",
        "audience = [\"everybody\"]",
        "audience = []",
    ),
    (
        "library.toml",
        "[\"measures\", \"rating\"]",
        "[\"meassures\"]",
    ),
    ("library.toml", "id = \"measures\"", "id = \"measure\""),
    ("library.toml", "id = \"norming\"", "id = \"status\""),
    ("library/measures.en.md", "{{weights}}", "{{wieghts}}"),
    (
        "library/measures.es.md",
        "{{weights}}",
        "Puntos: {{weights}}",
    ),
    ("library/measures.en.md", "## Points", "# Points"),
    ("library/measures.es.md", "## Puntos", "<b>Puntos</b>"),
    (
        "library/norming.en.md",
        "(/library/rationale-samples)",
        "(javascript:alert)",
    ),
    (
        "library/norming.en.md",
        "## When",
        "![seen](https://x.example/a.png)",
    ),
    // Questions.
    ("topics.toml", "id = \"status\"", "id = \"ratings\""),
    ("topics.toml", "id = \"other\"", "id = \"rest\""),
    (
        "topics.toml",
        "pages = [\"status\"]",
        "pages = [\"rating\"]",
    ),
    (
        "topics.toml",
        "pages = [\"status\"]",
        "pages = [\"statuses\"]",
    ),
];

#[test]
fn each_fault_is_told_with_its_place_and_its_mend() {
    let mut told = String::new();
    for (file, stands, written) in FAULTY {
        told += &format!("{stands:?} becomes {written:?}\n");
        for problem in problems(file, stands, written).0 {
            assert!(!problem.what.mend().is_empty());
            told += &format!("  {problem}\n");
        }
    }
    insta::assert_snapshot!(told);
}
