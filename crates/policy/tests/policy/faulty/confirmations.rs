//! Faulty questions to the district.

use super::{key, one};
use policy::Fault;

const FILE: &str = "confirmations.toml";

#[test]
fn each_unsettled_value_is_asked_once() {
    let what = Fault::NotAskedOnce {
        value: key("cuts"),
        asked: 2,
    };
    one(
        FILE,
        "values = [\"anchors\"]",
        "values = [\"anchors\", \"cuts\"]",
        "id = \"anchors\"",
        what,
    );
}

#[test]
fn a_question_names_values_that_exist() {
    let what = Fault::UnknownId {
        key: key("values"),
        value: key("averages"),
    };
    one(
        FILE,
        "values = [\"anchors\"]",
        "values = [\"anchors\", \"averages\"]",
        "id = \"anchors\"",
        what,
    );
}

#[test]
fn no_unsettled_value_is_left_out() {
    let (problems, _) = super::problems(FILE, "values = [\"aggregate\"]", "values = []");
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "confirmations.toml: aggregate is not settled, and 0 questions ask about it; \
             let one [[question]] have \"aggregate\" among its `values`"
        ]
    );
}

#[test]
fn a_decision_near_a_cut_has_a_second_reader() {
    one(
        "decisions.toml",
        "second_reader = { value = true",
        "second_reader = { value = false",
        "second_reader = { value = false",
        Fault::NoSecondReader,
    );
}
