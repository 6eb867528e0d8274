use proofup_api::{MethodType, SecretText};
use proofup_service::demo::{DemoToken, tokens};

use crate::fixture::{Fixture, code};

const ANN: &str = "ann@contoso.example";
const BEN: &str = "ben@contoso.example";

impl Fixture {
    /// A later code of a token of Contoso.
    fn token_code(&self, token: &DemoToken, later: u64) -> SecretText {
        let now = self.time.unix_seconds();
        let period = token.code_at(now, token.ahead_after(0)).expect("it shows codes").period;
        SecretText::new(token.code_at(now + later * period, token.ahead_after(0)).expect("it shows codes").code)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_added_by_its_code_and_deleted() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let [free, ..] = tokens();
    let unknown = app.security_info().add_hardware_token("0000", fixture.token_code(&free, 0), "Key ring").await;
    assert_eq!(code(&app, unknown), "hardware_token_not_found");
    app.security_info()
        .add_hardware_token(free.serial_number, fixture.token_code(&free, 0), " Key ring ")
        .await
        .unwrap();
    let listed = app.security_info().security_info().await.unwrap().hardware_tokens.remove(0);
    assert_eq!((listed.serial_number.as_str(), listed.display_name.as_str()), (free.serial_number, "Key ring"));

    let used = app
        .security_info()
        .resync_hardware_token(&listed.id, fixture.token_code(&free, 0), fixture.token_code(&free, 1))
        .await;
    assert_eq!(code(&app, used), "codes_not_consecutive", "the first of them was used up");
    app.security_info()
        .resync_hardware_token(&listed.id, fixture.token_code(&free, 1), fixture.token_code(&free, 2))
        .await
        .unwrap();

    app.security_info().delete_hardware_token(&listed.id).await.unwrap();
    assert!(app.security_info().security_info().await.unwrap().hardware_tokens.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_with_a_wrong_clock_is_resynchronised_with_the_next_code() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, BEN).await;
    let [_, fast, _] = tokens();
    let refused =
        app.security_info().add_hardware_token(fast.serial_number, fixture.token_code(&fast, 0), "").await.unwrap_err();
    let fault = app.fault(&refused);
    assert_eq!(fault.code, "incorrect_code");
    assert_eq!(fault.params["clockOffsetSeconds"], 1200);
    assert_eq!(fault.params["nextCodeResynchronizes"], true);
    app.security_info().add_hardware_token(fast.serial_number, fixture.token_code(&fast, 1), "").await.unwrap();
    assert_eq!(app.security_info().security_info().await.unwrap().hardware_tokens[0].display_name, fast.model);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_of_the_registration_works_at_sign_in() {
    let fixture = Fixture::at_contoso().await;
    let app = fixture.open().await;
    fixture.sign_in(&app, ANN).await;
    let [free, ..] = tokens();
    app.security_info().add_hardware_token(free.serial_number, fixture.token_code(&free, 0), "").await.unwrap();
    app.sign_in().complete_registration().await.unwrap();
    let info = app.security_info().security_info().await.unwrap();
    assert_eq!(info.usable, [MethodType::Oath]);
    assert_eq!(info.preferred, Some(MethodType::Oath));
    let last = app.security_info().delete_hardware_token(&info.hardware_tokens[0].id).await;
    assert_eq!(code(&app, last), "last_method");
}
