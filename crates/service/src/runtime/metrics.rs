//! Metrics of the service for Prometheus. No label holds a name, a number or an address: every set of
//! labels is closed.

use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use proofup_api::{AuthenticationMode, DenialReason, SignInResult};

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct SignInLabels {
    mode: &'static str,
    result: &'static str,
    /// Empty unless it was denied.
    reason: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct CheckLabels {
    mode: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct PhoneLabels {
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct HashLabels {
    /// `m=19456,t=2,p=1`: a cost that is or was configured.
    cost: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct NoticeLabels {
    channel: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ChannelLabels {
    channel: &'static str,
}

/// What hashing passwords tells of itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct HashMetrics {
    pub(crate) waiting: Gauge,
    done: Family<HashLabels, Counter>,
}

impl HashMetrics {
    /// A hash was computed.
    pub(crate) fn done(&self, cost: &str) {
        self.done.get_or_create(&HashLabels { cost: cost.to_owned() }).inc();
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    method: &'static str,
    /// The route, never the address that was asked for.
    route: String,
    /// `2xx`
    status: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RefusalLabels {
    reason: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct SlownessLabels {
    what: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RadiusLabels {
    outcome: &'static str,
}

/// What the other side of a connection took too long for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TooSlow {
    Handshake,
    /// The head of its first request.
    Head,
    Body,
    /// Taking the answer.
    Answer,
}

impl TooSlow {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Handshake => "handshake",
            Self::Head => "head",
            Self::Body => "body",
            Self::Answer => "answer",
        }
    }
}

/// The counters of this node.
pub(crate) struct Metrics {
    registry: Registry,
    sign_ins: Family<SignInLabels, Counter>,
    second_steps: Family<CheckLabels, Counter>,
    texts: Family<PhoneLabels, Counter>,
    calls: Family<PhoneLabels, Counter>,
    requests: Family<RequestLabels, Histogram, fn() -> Histogram>,
    pub(crate) hashes: HashMetrics,
    /// Event streams that are open.
    pub(crate) event_streams: Gauge,
    /// Connections that are open.
    pub(crate) connections: Gauge,
    connections_refused: Family<RefusalLabels, Counter>,
    connections_too_slow: Family<SlownessLabels, Counter>,
    radius: Family<RadiusLabels, Counter>,
    notices: Family<NoticeLabels, Counter>,
    notices_paused: Family<ChannelLabels, Gauge>,
    /// Seconds by which the clock jumped ahead of what the database last saw; 0 unless that waits for a confirmation.
    pub(crate) clock_jump: Gauge,
    /// Seconds since people from the directory were last brought up to date; 0 where there is none.
    pub(crate) directory_age: Gauge,
    /// Lines of sign-ins that the collector did not get.
    pub(crate) sign_in_lines_dropped: Counter,
    pool_size: Gauge,
    pool_idle: Gauge,
}

/// From one millisecond to eight seconds.
fn latency() -> Histogram {
    Histogram::new(exponential_buckets(0.001, 2.0, 14))
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut all = Self {
            registry: Registry::with_prefix("proofup"),
            sign_ins: Family::default(),
            second_steps: Family::default(),
            texts: Family::default(),
            calls: Family::default(),
            requests: Family::new_with_constructor(latency),
            hashes: HashMetrics::default(),
            event_streams: Gauge::default(),
            connections: Gauge::default(),
            connections_refused: Family::default(),
            connections_too_slow: Family::default(),
            radius: Family::default(),
            notices: Family::default(),
            notices_paused: Family::default(),
            clock_jump: Gauge::default(),
            directory_age: Gauge::default(),
            sign_in_lines_dropped: Counter::default(),
            pool_size: Gauge::default(),
            pool_idle: Gauge::default(),
        };
        let registry = &mut all.registry;
        registry.register("sign_ins", "Rows of the sign-in log, repetitions included", all.sign_ins.clone());
        registry.register("second_step_checks", "Codes and approvals that were checked", all.second_steps.clone());
        registry.register("texts", "Texts handed to the gateway", all.texts.clone());
        registry.register("calls", "Calls handed to the gateway", all.calls.clone());
        registry.register_with_unit("request_duration", "Until the answer began", Unit::Seconds, all.requests.clone());
        registry.register("hashes_waiting", "Passwords that wait for a hash thread", all.hashes.waiting.clone());
        registry.register("password_hashes", "Hashes of passwords that were computed", all.hashes.done.clone());
        registry.register("event_streams", "Open event streams", all.event_streams.clone());
        registry.register("connections", "Open connections", all.connections.clone());
        let refused = all.connections_refused.clone();
        registry.register("connections_refused", "Connections that were refused, by what was full", refused);
        let slow = all.connections_too_slow.clone();
        registry.register("connections_too_slow", "Connections closed because the other side took too long", slow);
        registry.register("radius_packets", "RADIUS packets, by what became of them", all.radius.clone());
        registry.register("notices", "Tries to hand a notice over, by what became of it", all.notices.clone());
        let paused = all.notices_paused.clone();
        registry.register("notices_paused", "1 while the configuration of a channel is at fault", paused);
        let jump = all.clock_jump.clone();
        registry.register_with_unit("clock_jump", "Clock jump that waits for a confirmation", Unit::Seconds, jump);
        let age = all.directory_age.clone();
        let help = "Time since people from the directory were last brought up to date";
        registry.register_with_unit("directory_age", help, Unit::Seconds, age);
        let dropped = all.sign_in_lines_dropped.clone();
        registry.register("sign_in_lines_dropped", "Lines of sign-ins that the collector did not get", dropped);
        registry.register("database_connections", "Open database connections", all.pool_size.clone());
        registry.register("database_connections_idle", "Idle database connections", all.pool_idle.clone());
        all
    }

    /// A row of the sign-in log.
    pub(crate) fn sign_in(&self, mode: AuthenticationMode, result: SignInResult, reason: Option<DenialReason>) {
        let labels = SignInLabels {
            mode: mode.as_str(),
            result: result.as_str(),
            reason: reason.map_or("", DenialReason::as_str),
        };
        self.sign_ins.get_or_create(&labels).inc();
        if mode.is_second_step() {
            let outcome = if result == SignInResult::Denied { "denied" } else { "passed" };
            self.second_steps.get_or_create(&CheckLabels { mode: mode.as_str(), outcome }).inc();
        }
    }

    /// A text that the gateway took, or did not take.
    pub(crate) fn text(&self, taken: bool) {
        self.texts.get_or_create(&phone(taken)).inc();
    }

    /// A call that the gateway took, or did not take.
    pub(crate) fn call(&self, taken: bool) {
        self.calls.get_or_create(&phone(taken)).inc();
    }

    /// A connection that was refused because something was full.
    pub(crate) fn connection_refused(&self, reason: &'static str) {
        self.connections_refused.get_or_create(&RefusalLabels { reason }).inc();
    }

    /// A connection that was closed because the other side took too long.
    pub(crate) fn connection_too_slow(&self, what: TooSlow) {
        self.connections_too_slow.get_or_create(&SlownessLabels { what: what.as_str() }).inc();
    }

    /// A RADIUS packet that was answered or dropped.
    pub(crate) fn radius(&self, outcome: &'static str) {
        self.radius.get_or_create(&RadiusLabels { outcome }).inc();
    }

    /// A notice was tried.
    pub(crate) fn notice(&self, channel: &'static str, outcome: &'static str) {
        self.notices.get_or_create(&NoticeLabels { channel, outcome }).inc();
    }

    /// Whether a channel is paused.
    pub(crate) fn notice_course(&self, channel: &'static str, paused: bool) {
        self.notices_paused.get_or_create(&ChannelLabels { channel }).set(i64::from(paused));
    }

    /// A request that was answered.
    pub(crate) fn request(&self, method: &'static str, route: String, status: u16, seconds: f64) {
        let status = match status / 100 {
            1 => "1xx",
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            _ => "5xx",
        };
        self.requests.get_or_create(&RequestLabels { method, route, status }).observe(seconds);
    }

    /// Everything in OpenMetrics text, with the pool as it is now.
    pub(crate) fn text_format(&self, pool: (u32, usize)) -> Result<String, std::fmt::Error> {
        self.pool_size.set(i64::from(pool.0));
        self.pool_idle.set(i64::try_from(pool.1).unwrap_or(i64::MAX));
        let mut answer = String::with_capacity(8192);
        text::encode(&mut answer, &self.registry)?;
        Ok(answer)
    }
}

fn phone(taken: bool) -> PhoneLabels {
    PhoneLabels { outcome: if taken { "sent" } else { "failed" } }
}

/// Raises a gauge for as long as it lives.
pub(crate) struct Raised(Gauge);

impl Raised {
    pub(crate) fn of(gauge: &Gauge) -> Self {
        gauge.inc();
        Self(gauge.clone())
    }
}

impl Drop for Raised {
    fn drop(&mut self) {
        self.0.dec();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proofup_api::{AuthenticationMode, DenialReason, SignInResult};

    use super::{Metrics, TooSlow};

    /// The names of metrics in a text.
    fn names(text: &str) -> BTreeSet<&str> {
        text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .filter(|word| word.starts_with("proofup_"))
            .collect()
    }

    #[test]
    fn the_alerts_and_the_dashboard_that_are_shipped_ask_for_metrics_that_exist() {
        let metrics = Metrics::new();
        let (mode, reason) = (AuthenticationMode::SoftwareOath, DenialReason::IncorrectCode);
        metrics.sign_in(mode, SignInResult::Denied, Some(reason));
        metrics.text(true);
        metrics.call(false);
        metrics.connection_refused("all");
        metrics.connection_too_slow(TooSlow::Head);
        metrics.radius("accepted");
        metrics.notice_course("mail", false);
        metrics.request("GET", "/".to_owned(), 200, 0.1);
        metrics.hashes.done("m=19456,t=2");
        let answer = metrics.text_format((8, 8)).unwrap();
        let there = names(&answer);
        for file in [
            include_str!("../../../../docs/operate/prometheus/alerts.yml"),
            include_str!("../../../../docs/operate/prometheus/dashboard.json"),
        ] {
            let asked = names(file);
            assert!(asked.len() > 5, "{asked:?}");
            let missing: Vec<_> = asked.difference(&there).collect();
            assert!(missing.is_empty(), "{missing:?} of {there:?}");
        }
    }
}
