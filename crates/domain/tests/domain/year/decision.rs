//! The decision near a cut: `leap.md` section 14 ends 317/180 below Effective, and a person chooses.

use crate::acts::*;
use crate::castellano::*;
use crate::larkspur::*;
use domain::people::{Assignment, Post};
use domain::professionalism::Side;
use domain::ratings::Standing;
use domain::ratings::calculation::{self, Outcome};
use domain::ratings::decision::{Difference, second_readers};
use domain::today::{self, What};
use domain::{Kind, PersonId};
use jiff::civil::date;
use policy::Exact;
use uuid::Uuid;

const HANA: PersonId = PersonId(Uuid::from_u128(21));
const MEI_LIN: PersonId = PersonId(Uuid::from_u128(22));

fn outcome(larkspur: &Larkspur) -> Outcome {
    let pack = adopted().pack().unwrap();
    calculation::outcome(&larkspur.record().rating_inputs(pack), pack)
}

fn need(larkspur: &Larkspur) -> Option<(What, jiff::civil::Date)> {
    let (record, pack) = (larkspur.record(), adopted().pack().unwrap());
    today::decision(&record, pack, &calendar(), larkspur.today).map(|need| (need.what, need.due))
}

#[test]
fn the_leader_chooses_a_second_reader_confirms_and_the_evaluator_shares() {
    let confirmed = decided()
        .on(date(2027, 5, 20))
        .given(ANA, &hers(Kind::Decision), confirm());
    let shared =
        confirmed
            .on(date(2027, 5, 21))
            .given(DESMOND, &hers(Kind::Rating), share_rating());
    let released = shared.rating().released.unwrap();
    assert_eq!(released.rating, "E");
    let trace = &released.trace;
    // The points stay what they were, and so does what they gave.
    assert_eq!(trace.composite.value, "10183/180".parse::<Exact>().unwrap());
    assert_eq!(trace.placement.calculated, "A");
    assert_eq!(trace.placement.open, Some(["A".into(), "E".into()]));
    let decided = trace.decision.as_ref().unwrap();
    assert_eq!(decided.candidates, ["A", "E"]);
    assert_eq!((decided.by, decided.confirmed_by), (RUTH, ANA));
    assert_eq!(
        (decided.on, decided.confirmed_on),
        (date(2027, 5, 19), date(2027, 5, 20))
    );
    assert_eq!(decided.evidence, [lesson_stream(1), lesson_stream(3)]);
    assert!(decided.reasons.starts_with("In three of three lessons"));
    trace.verify().unwrap();
}

#[test]
fn the_leader_may_choose_the_lower_rating_too() {
    let evidence = [lesson_stream(1), lesson_stream(3)];
    let shared = may("37.5")
        .given(RUTH, &hers(Kind::Decision), decide("A", &evidence, ANA))
        .given(ANA, &hers(Kind::Decision), confirm())
        .given(DESMOND, &hers(Kind::Rating), share_rating());
    assert_eq!(shared.rating().released.unwrap().rating, "A");
}

#[test]
fn a_trace_whose_decision_names_a_third_rating_does_not_follow() {
    let shared = decided()
        .given(ANA, &hers(Kind::Decision), confirm())
        .given(DESMOND, &hers(Kind::Rating), share_rating());
    let mut trace = *shared.rating().released.unwrap().trace;
    trace.decision.as_mut().unwrap().rating = "D".into();
    assert!(trace.verify().is_err());
}

#[test]
fn what_it_rested_on_is_named_when_it_changed() {
    let changed = decided().given(DESMOND, &hers(Kind::Measures), enter(survey("67", 22)));
    let outcome = outcome(&changed);
    let decision = changed.decision();
    let Standing::Void(_, differences) = decision.standing(&outcome) else {
        panic!("the decision still stands")
    };
    assert_eq!(differences, [Difference::Measure("sps".into())]);
    // Entered as it was, it stands again: the same figures, the same decision.
    let again = changed.given(DESMOND, &hers(Kind::Measures), enter(survey("66", 22)));
    let (decision, outcome) = (again.decision(), self::outcome(&again));
    assert!(matches!(decision.standing(&outcome), Standing::Waiting(_)));
}

#[test]
fn outside_the_band_the_calculation_holds_and_the_decision_does_not() {
    let left = decided()
        .given(ANA, &hers(Kind::Decision), confirm())
        .given(DESMOND, &hers(Kind::Measures), enter(collective("87.5")));
    let (decision, outcome) = (left.decision(), outcome(&left));
    let Standing::Void(_, differences) = decision.standing(&outcome) else {
        panic!("the decision still stands")
    };
    assert_eq!(differences, [Difference::NothingToDecide]);
    let shared = left.given(DESMOND, &hers(Kind::Rating), share_rating());
    let released = shared.rating().released.unwrap();
    assert_eq!(
        (released.rating.as_str(), released.trace.decision),
        ("E", None)
    );
}

#[test]
fn what_counts_for_nothing_changes_nothing_under_a_decision() {
    let mut visit = short_lesson(date(2027, 5, 18), &[]);
    visit.kind = kind(false, false);
    let visited = decided().given(DESMOND, &lesson_stream(9), share_lesson(visit));
    let (decision, outcome) = (visited.decision(), outcome(&visited));
    assert!(matches!(decision.standing(&outcome), Standing::Waiting(_)));
}

#[test]
fn sent_back_or_withdrawn_it_is_made_anew_and_the_first_stays_readable() {
    let evidence = [lesson_stream(1), lesson_stream(3)];
    for anew in [
        decided().given(
            ANA,
            &hers(Kind::Decision),
            send_back("One lesson is not a pattern."),
        ),
        decided().given(RUTH, &hers(Kind::Decision), withdraw("Written too soon.")),
    ] {
        assert_eq!(need(&anew), Some((What::Decide, date(2027, 5, 14))));
        let again = anew.given(RUTH, &hers(Kind::Decision), decide("A", &evidence, ANA));
        let decision = again.decision();
        assert_eq!(decision.made.len(), 2);
        assert_eq!(decision.made[0].choice.rating, "E");
        assert_eq!(decision.waiting().unwrap().rating, "A");
    }
}

#[test]
fn leader_and_reader_owe_it_five_school_days_before_the_report() {
    let open = may("37.5");
    assert_eq!(need(&open), Some((What::Decide, date(2027, 5, 14))));
    assert_eq!(
        need(&decided()),
        Some((What::ConfirmDecision, date(2027, 5, 14)))
    );
    let confirmed = decided().given(ANA, &hers(Kind::Decision), confirm());
    assert_eq!(need(&confirmed), None);
    assert_eq!(need(&may("87.5")), None);
    assert_eq!(need(&january()), None);
    // The evaluator owes the sharing only once it can be done.
    assert_eq!(open.owes(&What::ShareRating, Side::Evaluator), None);
    assert_eq!(decided().owes(&What::ShareRating, Side::Evaluator), None);
    assert_eq!(
        confirmed.owes(&What::ShareRating, Side::Evaluator),
        Some(date(2027, 5, 21))
    );
}

#[test]
fn the_second_reader_leads_evaluates_at_the_school_or_is_of_the_office() {
    let mut everybody = directory();
    let person = |id, post| {
        let mut person = everybody.person(DESMOND).unwrap().clone();
        person.id = Some(id);
        person.particulars.positions[0].post = post;
        person
    };
    let mut hana = person(HANA, Post::Teacher);
    hana.evaluators.push(Assignment {
        evaluator: MEI_LIN,
        school: LARKSPUR,
        begins: date(2026, 8, 17),
        ends: None,
    });
    let mei_lin = person(MEI_LIN, Post::Other);
    everybody.people.insert(HANA, hana.clone());
    everybody.people.insert(MEI_LIN, mei_lin);
    let imani = everybody.person(IMANI).unwrap().clone();
    let may = date(2027, 5, 19);
    assert_eq!(
        second_readers(&everybody, &imani, RUTH, may),
        [ANA, MEI_LIN],
        "Desmond alone evaluates her"
    );
    assert_eq!(
        second_readers(&everybody, &hana, RUTH, may),
        [DESMOND, ANA],
        "Mei-Lin alone evaluates Hana"
    );
    // With a second evaluator neither is the only one.
    let mut shared = imani.clone();
    shared.evaluators.push(Assignment {
        evaluator: MEI_LIN,
        school: LARKSPUR,
        begins: date(2026, 8, 17),
        ends: None,
    });
    assert_eq!(
        second_readers(&everybody, &shared, RUTH, may),
        [DESMOND, ANA, MEI_LIN]
    );
}
