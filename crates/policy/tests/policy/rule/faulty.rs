//! Rules with one fault each: its message, its line and its mend.

use policy::Problem;
use std::fmt::Write;

/// A sound rule that uses most of the language.
const SOUND: &str = include_str!("sound.toml");

#[test]
fn the_rule_that_the_faults_are_made_from_is_sound() {
    assert_eq!(policy::rule::read("rule.toml", SOUND).map(|_| ()), Ok(()));
}

/// What is changed (the first place where it stands), and into what.
const FAULTS: [(&str, &str, &str); 60] = [
    ("not TOML", "years = \"2026-27\"", "years = = \"2026-27\""),
    ("no system", "system = \"Faultless\"\n", ""),
    (
        "unknown key of the file",
        "years = ",
        "yaers = \"2026\"\nyears = ",
    ),
    (
        "scale twice",
        "[[scale]]\nid = \"growth\"",
        "[[scale]]\nid = \"level\"\nfrom = 1\nto = 4\n\n[[scale]]\nid = \"growth\"",
    ),
    (
        "label twice",
        "\"Less\", \"Expected\"",
        "\"Less\", \"Less\"",
    ),
    (
        "scale turned",
        "from = 1\nto = 4\nwhole",
        "from = 4\nto = 1\nwhole",
    ),
    (
        "scale without labels",
        "labels = [\"Less\", \"Expected\", \"More\"]",
        "labels = []",
    ),
    ("input without kind", "kind = \"yes_no\"", ""),
    ("unknown kind", "kind = \"yes_no\"", "kind = \"maybe\""),
    (
        "two kinds at once",
        "{ points = 50 }",
        "{ points = 50, ratio = 1 }",
    ),
    (
        "unknown scale",
        "{ label = \"growth\" }",
        "{ label = \"grwoth\" }",
    ),
    (
        "numbers where labels are wanted",
        "{ label = \"growth\" }",
        "{ label = \"level\" }",
    ),
    (
        "labels where numbers are wanted",
        "{ list = { score = \"level\" }, length = [2, 4] }",
        "{ list = { score = \"growth\" }, length = [2, 4] }",
    ),
    ("length turned", "length = [2, 4]", "length = [4, 2]"),
    ("range turned", "{ points = 50 }", "{ points = [50, 10] }"),
    (
        "range that is no number",
        "{ points = 50 }",
        "{ points = \"many\" }",
    ),
    (
        "list in a list",
        "{ list = { score = \"level\" }, length = [2, 4] }",
        "{ list = { list = \"percent\" } }",
    ),
    (
        "input twice",
        "name = \"attendance\"",
        "name = \"portfolio\"",
    ),
    ("unknown operation", "op = \"mean\"", "op = \"median\""),
    (
        "unknown name",
        "of = \"observations\"",
        "of = \"observation\"",
    ),
    ("a step below", "of = \"practice_mean\"", "of = \"total\""),
    (
        "step twice",
        "name = \"practice_rounded\"",
        "name = \"practice_mean\"",
    ),
    (
        "units that do not mix",
        "of = [\"practice_points\", \"portfolio\", \"growth_points\"]",
        "of = [\"practice_points\", \"attendance\", \"growth_points\"]",
    ),
    (
        "a label in a sum",
        "of = [\"practice_points\", \"portfolio\", \"growth_points\"]",
        "of = [\"growth\"]",
    ),
    (
        "labels of two scales",
        "take = \"by_total\"",
        "take = \"growth\"",
    ),
    (
        "weights that do not reach 100",
        "weights = [60, 20, 20]",
        "weights = [60, 20, 25]",
    ),
    (
        "a weight too few",
        "weights = [60, 20, 20]",
        "weights = [60, 40]",
    ),
    (
        "moved points that get lost",
        "move.portfolio = { practice_points = 15, growth_points = 5 }",
        "move.portfolio = { practice_points = 15 }",
    ),
    (
        "moved to something that is not weighed",
        "{ practice_points = 15, growth_points = 5 }",
        "{ practice_points = 15, attendance = 5 }",
    ),
    ("a line that turns", "from = [1, 4]", "from = [4, 1]"),
    ("a line with one end", "to = [0, 100]", "to = [0]"),
    (
        "a unit that is none",
        "to = [0, 100]\nunit = \"points\"",
        "to = [0, 100]\nunit = \"score\"",
    ),
    (
        "no unit",
        "to = [0, 100]\nunit = \"points\"",
        "to = [0, 100]",
    ),
    (
        "a rounding that nobody named",
        "mode = \"half_up\"",
        "mode = \"nearest\"",
    ),
    ("too many digits", "digits = 2", "digits = 200"),
    (
        "a table with a hole",
        "table = { Less = 0, Expected = 60, More = 100 }",
        "table = { Less = 0, More = 100 }",
    ),
    (
        "a table with a strange label",
        "table = { Less = 0, Expected = 60, More = 100 }",
        "table = { Less = 0, Expected = 60, More = 100, Most = 120 }",
    ),
    (
        "a table that turns",
        "table = { Less = 0, Expected = 60, More = 100 }",
        "table = { Less = 0, Expected = 60, More = 10 }",
    ),
    (
        "edges that fall",
        "{ from = 80, label = \"High\" }",
        "{ from = 30, label = \"High\" }",
    ),
    (
        "a hole below the bands",
        "{ from = 0, label = \"Low\" }",
        "{ from = 10, label = \"Low\" }",
    ),
    (
        "a band that nothing reaches",
        "{ from = 80, label = \"High\" }",
        "{ from = 180, label = \"High\" }",
    ),
    (
        "a band below everything",
        "{ from = 0, label = \"Low\" }",
        "{ from = -20, label = \"Low\" }, { from = -10, label = \"Middle\" }",
    ),
    (
        "a band with a strange label",
        "{ from = 80, label = \"High\" }",
        "{ from = 80, label = \"Highest\" }",
    ),
    (
        "an edge without a result",
        "{ from = 80, label = \"High\" }",
        "{ from = 80 }",
    ),
    (
        "no edges",
        "edges = [{ from = 0, label = \"Low\" }, { from = 40, label = \"Middle\" }, { from = 80, label = \"High\" }]",
        "edges = []",
    ),
    (
        "a row too few",
        "More = [\"Middle\", \"High\", \"High\"]\n",
        "",
    ),
    (
        "a cell too few",
        "More = [\"Middle\", \"High\", \"High\"]",
        "More = [\"Middle\", \"High\"]",
    ),
    (
        "a strange cell",
        "More = [\"Middle\", \"High\", \"High\"]",
        "More = [\"Middle\", \"High\", \"Top\"]",
    ),
    (
        "a column too few",
        "columns = [\"Low\", \"Middle\", \"High\"]",
        "columns = [\"Low\", \"Middle\"]",
    ),
    (
        "a matrix that falls",
        "More = [\"Middle\", \"High\", \"High\"]",
        "More = [\"Middle\", \"High\", \"Low\"]",
    ),
    (
        "a test without a test",
        "where = { at_least = 2 }",
        "where = { }",
    ),
    (
        "more than the list has",
        "wanted = { at_least = 2 }",
        "wanted = { at_least = 5 }",
    ),
    (
        "a condition that never holds",
        "{ step = \"total\", at_least = 90 }",
        "{ step = \"total\", at_least = 101 }",
    ),
    (
        "a cap that cannot bind",
        "when = { step = \"steady\", is = false }\nlabel = \"Middle\"",
        "when = { step = \"total\", below = 79 }\nlabel = \"Middle\"",
    ),
    (
        "a condition of two",
        "{ step = \"total\", at_least = 90 }",
        "{ missing = \"total\", step = \"total\", at_least = 90 }",
    ),
    ("an adjustment by nothing", "by = -5", "by = 0"),
    (
        "a judgement that is none",
        "judgement = \"decision\"",
        "judgement = \"portfolio\"",
    ),
    (
        "something that nobody uses",
        "of = [\"practice_points\", \"portfolio\", \"growth_points\"]",
        "of = [\"practice_points\", \"portfolio\", \"practice_points\"]",
    ),
    (
        "an excuse for nothing",
        "digits = 2",
        "digits = 2\naccept = \"because\"",
    ),
    (
        "an output that is no step",
        "outputs = [\"rating\", \"total\"]",
        "outputs = [\"rating\", \"totals\"]",
    ),
];

#[test]
fn each_fault_is_told_with_its_line_and_its_mend() {
    let mut told = String::new();
    for (name, from, to) in FAULTS {
        assert!(SOUND.contains(from), "{name}: no {from:?}");
        let faulty = SOUND.replacen(from, to, 1);
        let problems = match policy::rule::read("rule.toml", &faulty) {
            Ok(_) => panic!("{name} loads"),
            Err(problems) => problems,
        };
        writeln!(told, "# {name}").unwrap();
        for problem in &problems {
            writeln!(told, "{problem}").unwrap();
        }
        assert!(
            problems.iter().all(|problem| problem.line.is_some()),
            "{name}: {told}"
        );
    }
    insta::assert_snapshot!("faulty_rules", told);
}

#[test]
fn two_rules_for_the_same_inputs_are_one_too_many() {
    let (_, rule) = SOUND.split_once("[[rule]]").unwrap();
    let twice = format!(
        "{SOUND}\n[[rule]]{}",
        rule.replacen("id = \"faultless\"", "id = \"again\"", 1)
    );
    let problems = policy::rule::read("rule.toml", &twice).unwrap_err();
    let [Problem { what, .. }] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    assert_eq!(
        what.to_string(),
        "the rule faultless has the same system and inputs"
    );
}
