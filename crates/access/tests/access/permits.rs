//! A permit holds once, for one person, one action and one thing.

use crate::people::{actor, cases, person, subject};
use access::{Action, Decision, may};
use domain::{Kind, Stream};
use proptest::prelude::*;

fn action() -> impl Strategy<Value = Action> {
    proptest::sample::select(Action::ALL)
}

fn stream() -> impl Strategy<Value = Stream> {
    let kind = proptest::sample::select(&Kind::ALL[..]);
    (kind, 100..102_u8).prop_map(|(kind, key)| Stream::of(kind, key))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_permit_is_for_its_own_actor_action_and_thing_alone(
        actor in actor(),
        subject in subject(),
        asked in action(),
        (other_person, other_action, other_stream) in (person(), action(), stream()),
    ) {
        // Each use takes the permit, so each question needs a new one.
        let permit = || may(&actor, asked, &subject).permit(&actor, asked, &subject.stream);
        let Ok(given) = permit() else {
            prop_assert!(!may(&actor, asked, &subject).is_allowed());
            return Ok(());
        };
        prop_assert_eq!(Decision::Allowed(given.ground()), may(&actor, asked, &subject));
        prop_assert!(given.is_for(actor.person, asked, &subject.stream));
        let (who, what, thing) = (actor.person, asked, &subject.stream);
        prop_assert_eq!(permit().unwrap().is_for(other_person, what, thing), other_person == who);
        prop_assert_eq!(permit().unwrap().is_for(who, other_action, thing), other_action == what);
        prop_assert_eq!(permit().unwrap().is_for(who, what, &other_stream), other_stream == *thing);
    }
}
