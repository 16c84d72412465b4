//! What the LEAP pack of 2026-27 says.

use jiff::civil::date;
use policy::{Aggregate, ConversationKind, Exact, Known, Length, Pack, Unit, When};

use crate::files;

fn pack() -> Pack {
    policy::load(&files()).unwrap_or_else(|problems| {
        let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
        panic!("the pack does not load:\n{}", lines.join("\n"))
    })
}

#[test]
fn it_loads_and_is_a_demo_pack() {
    let pack = pack();
    assert_eq!(
        (pack.id.as_str(), pack.year.as_str(), pack.version),
        ("leap", "2026-27", 1)
    );
    assert!(pack.is_demo());
    let unsettled = pack.unsettled();
    for value in [
        "cuts",
        "anchors",
        "decision_half_width",
        "scale obs",
        "goals matrix",
        "date CAL-BOARD",
    ] {
        assert!(
            unsettled.iter().any(|name| name == value),
            "{value} is not settled: {unsettled:?}"
        );
    }
    for value in ["date CAL-NR", "status gain", "weights slo", "indicator I.2"] {
        assert!(
            !unsettled.iter().any(|name| name == value),
            "{value} is settled"
        );
    }
}

#[test]
fn it_has_twelve_observed_indicators_and_seven_of_professionalism() {
    let framework = pack().framework;
    assert_eq!(framework.observed().count(), 12);
    assert_eq!(framework.professionalism().count(), 7);
    let gateway: Vec<_> = framework
        .indicators
        .iter()
        .filter(|i| i.gateway)
        .map(|i| i.id.as_str())
        .collect();
    assert_eq!(gateway, ["LE.3", "I.1", "I.3", "I.5"]);
    let bands: Vec<_> = (0..=8)
        .map(|level| framework.band(level).map(|band| band.rating.as_str()))
        .collect();
    assert_eq!(
        bands,
        [
            None,
            Some("NM"),
            Some("NM"),
            Some("A"),
            Some("A"),
            Some("E"),
            Some("E"),
            Some("D"),
            None
        ]
    );
}

#[test]
fn ratings_begin_at_their_cuts() {
    let rule = pack().rating;
    assert_eq!(rule.aggregate.value, Aggregate::IndicatorMean);
    for (composite, rating) in [
        ("0", "NM"),
        ("2499/100", "NM"),
        ("25", "A"),
        ("10499/180", "A"),
        ("175/3", "E"),
        ("249/3", "E"),
        ("250/3", "D"),
        ("100", "D"),
    ] {
        let composite: Exact = composite.parse().unwrap();
        assert_eq!(
            rule.rating_at(&composite).unwrap().id,
            rating,
            "{composite}"
        );
    }
    assert_eq!(rule.begins("E").unwrap().to_string(), "175/3");
    assert_eq!(rule.begins("NM"), None);
}

#[test]
fn dates_are_those_of_the_year() {
    let pack = pack();
    for (id, fixed) in [
        ("CAL-SP1", date(2027, 1, 15)),
        ("CAL-SP3", date(2027, 1, 29)),
        ("CAL-REC", date(2027, 4, 16)),
        ("CAL-BOARD", date(2027, 5, 20)),
        ("CAL-NR", date(2027, 6, 1)),
        ("CAL-RPT", date(2027, 5, 21)),
    ] {
        assert_eq!(pack.date(id).unwrap().fixed(), Some(fixed), "{id}");
    }
    let appeal = &pack.date("CAL-APP1").unwrap().when;
    assert_eq!(
        *appeal,
        When::Counted {
            anchor: "RD".into(),
            days: 15,
            unit: Unit::Calendar
        }
    );
    let mid_year = pack.window("mid_year").unwrap();
    assert_eq!(
        (mid_year.opens, mid_year.closes),
        (date(2026, 12, 14), date(2027, 2, 26))
    );
    assert!(mid_year.holds(date(2027, 2, 26)) && !mid_year.holds(date(2027, 2, 27)));
}

#[test]
fn goal_points_follow_the_matrix() {
    let goals = pack().measures.goals;
    assert_eq!(
        (goals.points(1, 1), goals.points(3, 3), goals.points(5, 4)),
        (Some(1), Some(2), Some(3))
    );
    assert_eq!(
        (goals.points(0, 1), goals.points(6, 1), goals.points(1, 5)),
        (None, None, None)
    );
}

#[test]
fn guides_last_as_long_as_they_say() {
    let pack = pack();
    for (kind, minutes) in [
        (ConversationKind::Beginning, [30, 20, 45]),
        (ConversationKind::MidYear, [45, 20, 60]),
        (ConversationKind::EndOfYear, [45, 25, 60]),
    ] {
        let guide = pack.guide(kind).unwrap();
        assert_eq!(
            Length::ALL.map(|length| guide.lengths.get(length)),
            minutes,
            "{kind:?}"
        );
        assert!(!guide.prepare.is_empty() && !guide.before.is_empty() && !guide.after.is_empty());
    }
}

#[test]
fn placeholders_are_not_settled() {
    let settled = [Known::D, Known::Dw, Known::I, Known::K, Known::OWN].map(Known::settled);
    assert_eq!(settled, [true, true, true, false, false]);
}

#[test]
fn texts_are_chosen_by_language() {
    let label = pack().rating.rating("A").unwrap().label.clone();
    assert_eq!(label.get("en"), "Approaching");
    assert_eq!(label.get("es-US"), "En vías de lograrlo");
    assert_eq!(label.get("fr"), "Approaching");
}

#[test]
fn a_pack_whose_values_are_all_settled_is_no_demo() {
    let mut files = files();
    for (path, text) in &mut files {
        if path.ends_with(".toml") {
            *text = text
                .replace("known = \"OWN\"", "known = \"D\"")
                .replace("known = \"K\"", "known = \"D\"");
        }
    }
    let settled = policy::load(&files).unwrap();
    assert_eq!(settled.unsettled(), Vec::<String>::new());
    assert!(!settled.is_demo());
}

#[test]
fn every_note_of_a_source_reads_in_spanish() {
    let sources = pack().sources;
    let without: Vec<String> = files()
        .iter()
        .flat_map(|(path, text)| {
            text.lines()
                .filter_map(|line| line.split_once("source = \"")?.1.split('"').next())
                .flat_map(|source| sources.unworded(source))
                .map(|note| format!("{path}: {note}"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(
        without.is_empty(),
        "notes that need a [[note]] with Spanish in sources.toml:\n{}",
        without.join("\n")
    );
    assert_eq!(
        sources.note("C404, moved; ends with the report", "es-US"),
        "C404, trasladado; termina con el informe"
    );
    assert_eq!(sources.note("JEO; unheard of", "es"), "JEO; unheard of");
    assert_eq!(sources.unworded("JEO; unheard of"), ["unheard of"]);
}

#[test]
fn short_names_are_found_as_whole_words() {
    use policy::Piece::{Code, Words};
    let sources = pack().sources;
    assert_eq!(
        sources.pieces("C394-OBS, C404X (SB70)"),
        [
            Code("C394-OBS"),
            Words(", C404X ("),
            Code("SB70"),
            Words(")")
        ]
    );
    assert_eq!(sources.pieces("our own"), [Words("our own")]);
}

#[test]
fn every_short_name_is_explained_once_and_every_note_is_used() {
    let sources = pack().sources;
    let said: String = files()
        .iter()
        .filter(|(path, _)| path != "sources.toml")
        .map(|(_, text)| text.as_str())
        .collect();
    for note in &sources.notes {
        assert!(said.contains(&note.en), "nobody says “{}”", note.en);
    }
    for (n, source) in sources.list.iter().enumerate() {
        let others = &sources.list[n + 1..];
        assert!(others.iter().all(|other| other.code != source.code));
    }
}
