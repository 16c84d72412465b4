//! The policy as a document, and what another pack would make of the year's records.

use crate::larkspur::{Larkspur, pack};
use axum::http::StatusCode;
use pages::PackOnOffer;

/// The same pack with the cuts of the state's model as fractions of 100 (`leap.md` 3.6, alternative b), under which a
/// teacher between Approaching and Effective is Effective.
fn state_cuts() -> PackOnOffer {
    let mut files = pack().files.as_ref().clone();
    let (_, rating) = files
        .iter_mut()
        .find(|(path, _)| path == "rating.toml")
        .unwrap();
    let ours = r#"value = [25, "175/3", "250/3"]"#;
    assert!(rating.contains(ours));
    *rating = rating.replace(ours, r#"value = ["75/4", 50, "325/4"]"#);
    PackOnOffer {
        name: "leap/state-cuts".into(),
        files,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_reads_the_policy_with_its_sources_and_every_value_that_decides() {
    let larkspur = Larkspur::new().await;
    for who in ["Castellano", "Achterberg", "Abadi"] {
        let page = larkspur.get(who, "/policy?section=whole").await;
        assert_eq!(page.status, StatusCode::OK, "{who}");
        let text = page.read();
        for told in [
            "25 · 58⅓ · 83⅓",
            "Effective years in a row that gain status",
            "A leader with a concern",
            "M08",
        ] {
            assert!(text.contains(told), "{who}: {told}");
        }
        let contents = larkspur.get(who, "/policy").await;
        assert!(contents.text().contains("/policy?section=characteristics"));
        let one = larkspur.get(who, "/policy?section=ratings").await.read();
        assert!(one.contains("58⅓") && !one.contains("M08"), "{one}");
        let none = larkspur.get(who, "/policy?section=nothing").await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_pack_is_compared_side_by_side_by_readers_and_in_numbers_by_whoever_adopts() {
    let larkspur = Larkspur::new().await.offering(vec![state_cuts()]);
    larkspur.may("66", "37.5").await;
    let address = "/policy/effect?pack=leap/state-cuts";
    let leader = larkspur.get("Okonkwo-Lane", address).await;
    assert_eq!(leader.status, StatusCode::OK);
    let text = leader.read();
    assert!(
        text.contains("to decide: Approaching or Effective"),
        "{text}"
    );
    assert!(
        text.contains("Imani Castellano") && text.contains("would come out higher"),
        "{text}"
    );
    assert!(!text.contains("In numbers"), "{text}");
    let administrator = larkspur.get("Abadi", address).await.read();
    assert!(administrator.contains("In numbers"), "{administrator}");
    assert!(!administrator.contains("Castellano"), "{administrator}");
    assert!(administrator.contains("too few to show"), "{administrator}");
    for who in ["Castellano", "Wielgosz"] {
        let page = larkspur.get(who, address).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{who}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_another_pack_the_page_says_so() {
    let larkspur = Larkspur::new().await;
    let page = larkspur.get("Okonkwo-Lane", "/policy/effect").await;
    assert!(page.read().contains("This server has no other pack"));
}
