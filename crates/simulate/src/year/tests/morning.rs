//! What the drawn pages say, as far as today's rooms can say it.

use super::*;
use domain::Kind;
use domain::conversations::{ConversationKind, Length, Whose};
use domain::professionalism::{Moment, Side};
use domain::situations::{Situation, situations};
use domain::today::{What as Owed, needs};
use jiff::civil::time;
use policy::Exact;

fn talk(record: &YearRecord, kind: ConversationKind) -> &domain::conversations::Conversation {
    record.conversation(kind).unwrap().1
}

fn situation(village: &Village, name: &str) -> Vec<Situation> {
    situations(village.record_named(name), village.pack())
        .into_iter()
        .map(|found| found.situation)
        .collect()
}

#[test]
fn larkspur_on_12_january_is_as_it_is_drawn() {
    let village = morning("january");
    let imani = village.record_named("Imani Castellano");

    let lessons = imani.lessons();
    let levels = |number: usize| -> Vec<u8> {
        let seen = &lessons[number].1.lesson.as_ref().unwrap().seen;
        larkspur::OBSERVED
            .iter()
            .filter_map(|id| seen.get(*id)?.score)
            .collect()
    };
    assert_eq!(lessons.len(), 2);
    assert_eq!(levels(0), [5, 5, 4, 5, 5, 4, 5, 4, 4, 3, 4, 5]);
    assert_eq!(levels(1), [5, 5, 5, 5]);
    let shared: Vec<Date> = lessons
        .iter()
        .map(|(_, lesson)| lesson.shared_on.unwrap())
        .collect();
    assert_eq!(shared, [date(2026, 10, 15), date(2026, 12, 18)]);
    assert_eq!(
        lessons[0].1.answers[0].text,
        "The four were new that week. I have since paired them."
    );
    assert_eq!(
        lessons[0].1.answers[0].at.to_string().get(..10),
        Some("2026-10-19")
    );

    let rated = |side| -> Vec<u8> {
        imani
            .professionalism
            .sent(Moment::MidYear, side)
            .unwrap()
            .seen
            .values()
            .map(|seen| seen.score.unwrap())
            .collect()
    };
    assert_eq!(rated(Side::Evaluator), [5, 4, 4, 5, 5, 4, 4]);
    assert_eq!(rated(Side::Teacher), [5, 5, 5, 5, 5, 5, 4]);
    let survey = imani.measures.survey().unwrap();
    assert_eq!(
        (survey.percent.clone(), survey.answers),
        (Exact::from(66), 22)
    );

    let range =
        domain::ratings::calculation::so_far(&imani.rating_inputs(village.pack()), village.pack());
    assert_eq!(
        (range.low.to_decimal(2), range.high.to_decimal(2)),
        ("38.33".to_owned(), "68.33".to_owned())
    );
    assert_eq!(range.ratings, ["A", "E"]);
    assert!(situation(village, "Imani Castellano").contains(&Situation::LosingStatus));

    let mid_year = talk(imani, ConversationKind::MidYear);
    let slot = mid_year.slot.clone().unwrap();
    assert_eq!(
        (slot.on, slot.begins, slot.minutes),
        (date(2027, 1, 14), time(14, 45, 0, 0), 60)
    );
    assert_eq!(
        (slot.place.as_str(), mid_year.length),
        ("room 118", Some(Length::Extended))
    );
    assert_eq!(
        imani.last_contact(),
        Some((date(2027, 1, 7), Kind::Message))
    );
    let questions = village
        .paper
        .drafts()
        .iter()
        .filter(|draft| draft.author == imani.teacher);
    assert_eq!(
        questions.count(),
        2,
        "her two questions are hers until she shares them"
    );

    let beginning = talk(imani, ConversationKind::Beginning);
    assert_eq!(beginning.held_on, Some(date(2026, 9, 29)));
    let open: Vec<(Whose, Date)> = imani
        .open_promises()
        .iter()
        .map(|(_, _, promise)| (promise.whose, promise.by))
        .collect();
    assert_eq!(
        open,
        [
            (Whose::Evaluator, date(2026, 12, 18)),
            (Whose::Teacher, date(2027, 1, 14))
        ]
    );
    assert_eq!(beginning.promises[2].kept, Some(date(2026, 11, 19)));
}

#[test]
fn achterbergs_caseload_on_12_january_is_as_it_is_drawn() {
    let village = morning("january");
    let of = |name| village.record_named(name);

    let katarzyna = talk(of("Katarzyna Mazur"), ConversationKind::MidYear);
    assert!(katarzyna.met_teacher.is_some() && katarzyna.met_evaluator.is_none());
    assert_eq!(
        katarzyna.met_teacher.unwrap().to_string().get(..16),
        Some("2027-01-11T23:10"),
        "4:10 pm in Denver"
    );

    let thanh = of("Thanh Vo");
    assert_eq!(
        talk(thanh, ConversationKind::MidYear).held_on,
        Some(date(2027, 1, 11))
    );
    let owed = needs(thanh, village.pack(), &days::calendar(), date(2027, 1, 12));
    let follow_up = owed
        .iter()
        .find(|need| need.what == Owed::SendFollowUp(ConversationKind::MidYear));
    assert_eq!(follow_up.map(|need| need.due), Some(date(2027, 1, 13)));

    for (name, on, hour) in [
        ("Beatriz Ferreira", date(2027, 1, 13), 14),
        ("Marcus Bell", date(2027, 1, 19), 14),
        ("Gloria Etienne", date(2027, 1, 20), 14),
        ("Hana Dvořák", date(2027, 1, 21), 14),
        ("Luis Barragán", date(2027, 1, 26), 14),
        ("Anneke de Wit", date(2027, 1, 27), 14),
        ("Rashid Karimi", date(2027, 1, 28), 14),
        ("Joy Nakamura", date(2027, 2, 2), 14),
    ] {
        let slot = talk(of(name), ConversationKind::MidYear)
            .slot
            .clone()
            .unwrap();
        assert_eq!((slot.on, slot.begins.hour()), (on, hour), "{name}");
    }
    for name in ["Owen Lindqvist", "Petra Solheim"] {
        assert!(
            of(name).conversation(ConversationKind::MidYear).is_none(),
            "{name} has no hour yet"
        );
    }
    for (name, last) in [
        ("Beatriz Ferreira", date(2027, 1, 8)),
        ("Owen Lindqvist", date(2026, 12, 17)),
        ("Marcus Bell", date(2026, 12, 10)),
        ("Gloria Etienne", date(2026, 12, 16)),
        ("Hana Dvořák", date(2026, 12, 1)),
        ("Luis Barragán", date(2026, 11, 20)),
        ("Anneke de Wit", date(2026, 12, 9)),
        ("Rashid Karimi", date(2026, 12, 14)),
        ("Joy Nakamura", date(2026, 11, 5)),
        ("Petra Solheim", date(2026, 10, 23)),
    ] {
        assert_eq!(
            of(name).last_contact().map(|(on, _)| on),
            Some(last),
            "{name}"
        );
    }
    assert!(situation(village, "Beatriz Ferreira").contains(&Situation::AtRiskOfRating));
    assert!(situation(village, "Owen Lindqvist").contains(&Situation::AtRiskOfRating));
    assert!(situation(village, "Samuel Adeyemi").contains(&Situation::Strong));
    for name in ["Katarzyna Mazur", "Marcus Bell"] {
        assert!(
            situation(village, name).contains(&Situation::Growing),
            "{name}"
        );
    }
    for name in [
        "Thanh Vo",
        "Gloria Etienne",
        "Hana Dvořák",
        "Luis Barragán",
        "Rashid Karimi",
        "Joy Nakamura",
    ] {
        assert_eq!(situation(village, name), [Situation::OnTrack], "{name}");
    }

    let samuel = of("Samuel Adeyemi");
    assert_eq!(
        samuel.lessons().len(),
        1,
        "the lesson of 8 January is not shared"
    );
    let evaluator = village.people().evaluator;
    let drafts: Vec<_> = village
        .paper
        .drafts()
        .iter()
        .filter(|draft| draft.author == evaluator && draft.thing.kind == Kind::Observation)
        .collect();
    assert_eq!(
        drafts
            .iter()
            .filter(|draft| draft.field.starts_with("score."))
            .count(),
        12
    );
    assert!(
        drafts
            .iter()
            .any(|draft| draft.field == "teacher" && draft.text == samuel.teacher.to_string())
    );
}

#[test]
fn in_august_the_year_has_begun_and_little_else() {
    let village = morning("august");
    let records = village.evaluated();
    assert_eq!(records.len(), 60);
    assert!(
        records
            .iter()
            .all(|record| record.conversation(ConversationKind::Beginning).is_some()),
        "everybody has an hour"
    );
    let held = records
        .iter()
        .filter(|record| talk(record, ConversationKind::Beginning).is_held())
        .count();
    assert!((2..=12).contains(&held), "{held} are held");
    assert!(records.iter().all(|record| record.lessons().is_empty()));
}

#[test]
fn in_october_everybody_has_had_the_first_conversation_and_its_letter() {
    let village = morning("october");
    for record in village.evaluated() {
        let talk = record.conversation(ConversationKind::Beginning).unwrap();
        assert!(
            talk.1.held_on.unwrap() <= date(2026, 10, 2),
            "{}",
            record.person.particulars.name.full()
        );
        assert!(
            record
                .messages
                .values()
                .any(|message| message.sent.as_ref().unwrap().template == "M03")
        );
    }
    let seen = village
        .evaluated()
        .iter()
        .filter(|record| !record.lessons().is_empty())
        .count();
    assert!((15..=45).contains(&seen), "{seen} lessons are shared");
}

#[test]
fn in_april_renewals_are_being_recommended() {
    let village = morning("april");
    let records = village.evaluated();
    let met = records
        .iter()
        .filter(|record| talk(record, ConversationKind::MidYear).is_held())
        .count();
    assert_eq!(met, 60);
    let recommended = records
        .iter()
        .filter(|record| record.recommendation.renewal.is_some())
        .count();
    assert!(
        (20..=48).contains(&recommended),
        "{recommended} are recommended"
    );
    assert!(
        village
            .record_named("Thanh Vo")
            .recommendation
            .renewal
            .is_none(),
        "this one is due on the day itself"
    );
    assert!(records.iter().all(|record| !record.rating_is_shared()));
}
