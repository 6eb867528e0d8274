//! People of an organisation for the measurement, each with an authenticator app.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use proofup_otp::{Algorithm, Kind, OtpParams, Secret};
use serde_json::{Value, json};

use crate::{Failure, http::Http, load, server::Server};

/// The verifier and challenge of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const PASSWORD: &str = "apple-tree in the garden";
const PERIOD: u64 = 30;

/// A person with a password and an app.
#[derive(Clone)]
pub struct Person {
    upn: String,
    seed: Option<OtpParams>,
}

/// A sign-in that waits for its second step.
pub struct Owed {
    auth_session: String,
    method: String,
}

/// A granted sign-in.
pub struct Granted {
    authorization_code: String,
}

/// Creates people with the command line, and registers them as the app would.
pub async fn registered(server: &Server, number: usize) -> Result<Vec<Person>, Failure> {
    let upns: Vec<String> = (0..number).map(|n| format!("person{n:04}@contoso.example")).collect();
    server.add_people(&upns, PASSWORD, "enabled")?;
    let people = upns.into_iter().map(|upn| Person { upn, seed: None }).collect();
    load::each(server, people, 4, |http, person| async move { person.register(&http).await }).await
}

/// Creates people who sign in with their password alone.
pub fn without_second_step(server: &Server, number: usize) -> Result<Vec<Person>, Failure> {
    let upns: Vec<String> = (0..number).map(|n| format!("person{n:04}@contoso.example")).collect();
    server.add_people(&upns, PASSWORD, "disabled")?;
    Ok(upns.into_iter().map(|upn| Person { upn, seed: None }).collect())
}

/// Waits for the next step of all codes, so that no code was used before.
pub async fn until_fresh_codes() {
    let rest = PERIOD - unix_seconds() % PERIOD;
    tokio::time::sleep(Duration::from_secs(rest)).await;
}

/// A wrong code.
pub fn another(code: &str, off: usize) -> String {
    let number: usize = code.parse().unwrap_or(0);
    format!("{:06}", (number + 1000 * off) % 1_000_000)
}

impl Person {
    /// The user name.
    pub fn name(&self) -> &str {
        &self.upn
    }

    async fn register(mut self, http: &Http) -> Result<Self, Failure> {
        let granted = Granted::read(&self.password_answer(http).await?).ok_or("registration was not owed")?;
        let token = granted.access_token(http).await?;
        let created = http.post("/v1/me/authentication/softwareOathMethods", &token, &json!({})).await?;
        let (id, seed) = (text(&created, "id")?, text(&created, "secretKey")?);
        let params = OtpParams::new(Secret::from_base32(&seed)?, Kind::Totp { period: PERIOD }, Algorithm::Sha1, 6)?;
        self.seed = Some(params);
        let activation = format!("/v1/me/authentication/softwareOathMethods/{id}/activate");
        http.post(&activation, &token, &json!({ "code": self.code_now()? })).await?;
        http.post("/v1/me/registration:complete", &token, &json!({})).await?;
        Ok(self)
    }

    /// Sends name and password, and returns the second step.
    pub async fn give_password(&self, http: &Http) -> Result<Owed, Failure> {
        let answer = self.password_answer(http).await?;
        Ok(Owed { auth_session: text(&answer, "auth_session")?, method: text(&answer, "preferred")? })
    }

    /// Signs in with the password alone, and returns the access token.
    pub async fn sign_in(&self, http: &Http) -> Result<String, Failure> {
        let answer = self.password_answer(http).await?;
        let granted = Granted::read(&answer).ok_or_else(|| format!("a second step is owed: {answer}"))?;
        granted.access_token(http).await
    }

    /// The present code of the app.
    pub fn code_now(&self) -> Result<String, Failure> {
        let params = self.seed.as_ref().ok_or("this person has no app")?;
        Ok(params.code_at(unix_seconds()).ok_or("this app counts, it does not tell the time")?.code.as_str().to_owned())
    }

    async fn password_answer(&self, http: &Http) -> Result<Value, Failure> {
        let fields = [
            ("client_id", "proofup-desktop"),
            ("username", &self.upn),
            ("password", PASSWORD),
            ("code_challenge", CHALLENGE),
            ("code_challenge_method", "S256"),
        ];
        http.post_form("/oauth2/challenge", &fields).await
    }
}

impl Owed {
    /// Sends a code; `None` if it was denied.
    pub async fn answer(&self, http: &Http, code: &str) -> Result<Option<Granted>, Failure> {
        let fields = [("auth_session", &*self.auth_session), ("method", &self.method), ("otp", code)];
        let answer = http.post_form("/oauth2/challenge", &fields).await?;
        let denied = answer["error"] == "access_denied" && answer["code"] == "invalid_app_code";
        match Granted::read(&answer) {
            None if !denied => Err(format!("neither granted nor denied: {answer}").into()),
            granted => Ok(granted),
        }
    }
}

impl Granted {
    fn read(answer: &Value) -> Option<Self> {
        text(answer, "authorization_code").ok().map(|authorization_code| Self { authorization_code })
    }

    /// Exchanges the code for tokens.
    pub async fn tokens(self, http: &Http) -> Result<(), Failure> {
        self.access_token(http).await.map(drop)
    }

    /// Exchanges the code, and returns the access token.
    pub async fn access_token(self, http: &Http) -> Result<String, Failure> {
        let fields = [
            ("grant_type", "authorization_code"),
            ("client_id", "proofup-desktop"),
            ("code", &self.authorization_code),
            ("code_verifier", VERIFIER),
        ];
        text(&http.post_form("/oauth2/token", &fields).await?, "access_token")
    }
}

fn text(of: &Value, key: &str) -> Result<String, Failure> {
    Ok(of[key].as_str().ok_or_else(|| format!("no {key} in {of}"))?.to_owned())
}

#[expect(clippy::disallowed_methods, reason = "a program at the edge: the service checks codes by the real time")]
fn unix_seconds() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
