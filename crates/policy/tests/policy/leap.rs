//! What the LEAP pack of 2026-27 says.

use jiff::civil::date;
use policy::{
    Aggregate, Case, Checklist, ConversationKind, Exact, Known, Length, OptionSide, Pack, Unit,
    When,
};

use crate::files;

pub fn pack() -> Pack {
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
    let unsettled: Vec<&str> = pack.unsettled().map(|it| it.name.as_str()).collect();
    for value in [
        "cuts",
        "anchors",
        "decision_half_width",
        "measure_scale obs",
        "goals_matrix",
        "date CAL-BOARD",
    ] {
        assert!(
            unsettled.contains(&value),
            "{value} is not settled: {unsettled:?}"
        );
    }
    for value in ["date CAL-NR", "status_gain", "weights slo", "indicator I.2"] {
        assert!(!unsettled.contains(&value), "{value} is settled");
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
    assert_eq!(settled.unsettled().count(), 0);
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

#[test]
fn the_checklists_have_their_items_and_each_says_what_ticks_it() {
    let items = pack().checklists;
    let of = |list| items.iter().filter(|item| item.list == list).count();
    assert_eq!(Checklist::ALL.map(of), [22, 20, 14]);
    let named: Vec<_> = policy::FACTS
        .iter()
        .filter(|fact| !items.iter().any(|item| item.fact == **fact))
        .collect();
    assert!(named.is_empty(), "no item asks for {named:?}");
    let coverage = items.iter().find(|item| item.id == "L07").unwrap();
    assert_eq!(
        coverage.due,
        ["observations_1", "observations_2", "observations_3"]
    );
}

#[test]
fn every_strand_says_what_each_rating_looks_like() {
    let characteristics = pack().characteristics;
    let ids: Vec<_> = characteristics
        .strands
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(ids, ["G", "PL", "CP", "DU", "SC"]);
    let fit = characteristics.fit.unwrap();
    assert_eq!(
        (fit.mean_within.value, fit.strand_apart.value),
        (Exact::one(), 2)
    );
    let asked: Vec<_> = characteristics
        .renewal
        .iter()
        .map(|it| it.strands.concat())
        .collect();
    assert_eq!(asked, ["G", "PLCPDU", "SC"]);
}

#[test]
fn the_ladder_climbs_from_a_concern_to_the_end_of_a_contract() {
    let supports = pack().supports.unwrap();
    let mut reached = vec!["concern"];
    let mut place = 0;
    while let Some(id) = reached.get(place).copied() {
        for next in &supports.step(id).unwrap().leads_to {
            if !reached.contains(&next.as_str()) {
                reached.push(
                    supports
                        .steps
                        .iter()
                        .find(|it| it.id == *next)
                        .unwrap()
                        .id
                        .as_str(),
                );
            }
        }
        place += 1;
    }
    for end in ["nonrenewal", "discontinuance", "status_loss", "dismissal"] {
        assert!(
            reached.contains(&end),
            "nothing leads to {end}: {reached:?}"
        );
    }
    let plan = &supports.plan;
    assert_eq!(
        (
            plan.days_min.value,
            plan.checkpoints_min.value,
            plan.delivered_min.to_string()
        ),
        (30, 2, "4/5".to_owned())
    );
    let rehire = supports.step("rehire_flag").unwrap();
    assert!(!rehire.active && !rehire.known.settled());
}

/// `leap.md` 12: who may do what. Discrimination and retaliation can be complained of by everybody.
#[test]
fn options_follow_class_and_case() {
    let pack = pack();
    let options = |class: &str, cases: &[Case]| -> String {
        let open = pack.options_for(OptionSide::Teacher, class, cases);
        open.map(|option| option.id.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(options("at_will", &[]), "O1 O2 O3 O4 O8");
    assert_eq!(options("probationary", &[]), "O1 O2 O3 O4 O5 O8");
    assert_eq!(
        options("probationary", &[Case::NonRenewal]),
        "O1 O2 O3 O4 O5 O7 O8"
    );
    assert_eq!(options("non_probationary", &[]), "O1 O2 O3 O4 O5 O8");
    assert_eq!(
        options(
            "non_probationary",
            &[Case::StatusInQuestion, Case::Dismissal]
        ),
        "O1 O2 O3 O4 O5 O6 O8 O9"
    );
    assert_eq!(
        options("at_will", &[Case::StatusInQuestion, Case::NonRenewal]),
        "O1 O2 O3 O4 O8"
    );
    let leader: Vec<_> = pack
        .options_for(OptionSide::Leader, "probationary", &[])
        .map(|option| option.id.as_str())
        .collect();
    assert_eq!(leader, ["LD1", "LD2", "LD3", "LD4", "LD7", "LD10"]);
}

#[test]
fn procedures_have_their_clocks() {
    let pack = pack();
    for (procedure, step, clock, days, unit) in [
        ("appeal", "a1", "CAL-APP1", 15, Unit::Calendar),
        ("appeal", "a4", "CAL-APP2", 45, Unit::Calendar),
        ("nonrenewal", "n7", "CAL-RSN", 14, Unit::Calendar),
        ("grievance", "g1", "CAL-GR1", 15, Unit::Working),
        ("dismissal", "x3", "CAL-DIS-OBJECT", 5, Unit::Working),
        ("dismissal", "x5", "CAL-DIS-HEARING", 30, Unit::Calendar),
    ] {
        let steps = &pack.procedure(procedure).unwrap().steps;
        let step = steps.iter().find(|it| it.id == step).unwrap();
        assert!(
            step.clocks.iter().any(|it| it == clock),
            "{procedure} {clock}"
        );
        let When::Counted {
            days: is, unit: of, ..
        } = pack.date(clock).unwrap().when.clone()
        else {
            panic!("{clock} is not counted")
        };
        assert_eq!((is, of), (days, unit), "{clock}");
    }
    let appeal = pack.procedure("appeal").unwrap();
    assert_eq!((appeal.grounds.len(), appeal.outcomes.len()), (2, 3));
    assert!(!pack.procedure("appeal_first_low").unwrap().active);
    let notice = &pack.procedure("nonrenewal").unwrap().steps[4];
    assert_eq!(
        pack.date(&notice.clocks[0]).unwrap().fixed(),
        Some(date(2027, 6, 1))
    );
    assert!(notice.if_missed.is_some());
}

/// Packs that years adopted before these sections existed still load.
#[test]
fn a_pack_from_before_these_sections_loads() {
    const LATER: [&str; 7] = [
        "checklists.toml",
        "characteristics.toml",
        "decisions.toml",
        "supports.toml",
        "procedures.toml",
        "options.toml",
        "confirmations.toml",
    ];
    let files: Vec<_> = files()
        .into_iter()
        .filter(|(path, _)| !LATER.contains(&path.as_str()) && !path.starts_with("library"))
        .collect();
    let pack = policy::load(&files).unwrap();
    assert!(pack.library.pages.is_empty() && pack.library.topics.is_empty());
    assert!(pack.checklists.is_empty() && pack.supports.is_none() && pack.options.is_empty());
}

#[test]
fn its_letters_are_whole_in_both_languages() {
    let messages = pack().messages;
    let ids: Vec<_> = messages.iter().map(|message| message.id.clone()).collect();
    let wanted: Vec<_> = (1..=28).map(|number| format!("M{number:02}")).collect();
    assert_eq!(ids, wanted);
    for message in &messages {
        let (subject, body) = (&message.template.subject, &message.template.body);
        for (subject, body) in [(&subject.en, &body.en), (&subject.es, &body.es)] {
            let id = &message.id;
            let used = policy::fields_of(&format!("{subject}\n{body}"));
            let declared: std::collections::BTreeSet<String> = message
                .fields
                .iter()
                .map(|field| field.name.clone())
                .collect();
            assert_eq!(used, declared, "{id}");
            assert!(
                body.contains("{{ teacher }}") && body.contains("{{ evaluator }}, "),
                "{id}"
            );
        }
        // A subject tells a stranger nothing.
        let confidential = message
            .fields
            .iter()
            .filter(|field| field.class == policy::FieldClass::Confidential);
        for field in confidential {
            assert!(!policy::fields_of(&subject.en).contains(&field.name));
        }
    }
    let review: Vec<_> = messages
        .iter()
        .filter(|it| it.hr_review)
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(review, ["M09", "M10", "M16", "M17", "M19", "M20", "M21"]);
}

/// Each conversation has words for each situation that it can meet; at the beginning of the year nothing is rated yet.
#[test]
fn every_conversation_has_words_for_its_situations() {
    let pack = pack();
    for situation in policy::SITUATIONS {
        for kind in [ConversationKind::MidYear, ConversationKind::EndOfYear] {
            for say in [true, false] {
                assert!(
                    pack.talking_points(situation, kind)
                        .any(|point| point.say == say),
                    "{situation} {kind:?} {say}"
                );
            }
        }
    }
}

#[test]
fn its_library_is_whole_in_both_languages() {
    let pack = pack();
    let library = &pack.library;
    assert!(library.pages.len() >= 18);
    for topic in &library.topics {
        assert!(
            library.pages.iter().any(|page| page.topic == topic.id),
            "{}",
            topic.id
        );
    }
    for page in &library.pages {
        for text in [&page.body.en, &page.body.es] {
            let words = policy::plain(text).split_whitespace().count();
            assert!(words >= 60, "{}: {words} words", page.id);
        }
        // Both languages name the same values of the pack, and lead to the same pages.
        let marks = |text: &str| {
            let directives = text
                .split("{{")
                .skip(1)
                .filter_map(|rest| rest.split("}}").next());
            let links = text
                .split("](")
                .skip(1)
                .filter_map(|rest| rest.split(')').next());
            let mut marks: Vec<String> = directives.chain(links).map(str::to_owned).collect();
            marks.sort();
            marks
        };
        assert_eq!(marks(&page.body.en), marks(&page.body.es), "{}", page.id);
        for link in marks(&page.body.en)
            .iter()
            .filter_map(|mark| mark.strip_prefix("/library/"))
        {
            assert!(library.page(link).is_some(), "{} leads to {link}", page.id);
        }
    }
    // Every place of the program that asks for pages has some.
    for place in policy::PLACES {
        let is_needed = library
            .pages
            .iter()
            .any(|page| page.needed_in.iter().any(|it| it == place));
        assert!(is_needed, "{place}");
    }
}

#[test]
fn every_directive_is_answered_by_the_pack() {
    let pack = pack();
    let all = policy::directives(&pack);
    assert!(all.len() > 90, "{}", all.len());
    for directive in &all {
        assert_eq!(policy::misfits(directive, &pack), [], "{directive}");
    }
}
