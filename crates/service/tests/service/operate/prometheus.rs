//! The alerts that are shipped for Prometheus.

use std::path::Path;
use std::process::Command;

use super::program::are_there;

const PROMTOOL: &str = "/usr/bin/promtool";
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/operate/prometheus");

#[test]
fn the_alerts_are_rules_of_prometheus_and_go_off_when_they_should() {
    if !are_there(&[PROMTOOL]) {
        return;
    }
    for arguments in [["check", "rules", "alerts.yml"], ["test", "rules", "alerts.test.yml"]] {
        let checked = Command::new(PROMTOOL).args(arguments).current_dir(FOLDER).output().unwrap();
        assert!(checked.status.success(), "{}{}", text(&checked.stdout), text(&checked.stderr));
    }
}

/// Prometheus itself parses each expression, as the rule that records it.
#[test]
fn the_dashboard_asks_in_the_language_of_prometheus() {
    if !are_there(&[PROMTOOL]) {
        return;
    }
    let dashboard = std::fs::read_to_string(Path::new(FOLDER).join("dashboard.json")).unwrap();
    let dashboard: serde_json::Value = serde_json::from_str(&dashboard).unwrap();
    let targets = dashboard["panels"].as_array().unwrap().iter().flat_map(|panel| panel["targets"].as_array().unwrap());
    let mut rules = String::from("groups:\n- name: dashboard\n  rules:\n");
    for (number, target) in targets.enumerate() {
        // A variable of Grafana's.
        let expression = target["expr"].as_str().unwrap().replace("$__rate_interval", "5m");
        rules.push_str(&format!(
            "  - record: panel:{number}\n    expr: {}\n",
            serde_json::to_string(&expression).unwrap()
        ));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rules.yml");
    std::fs::write(&file, rules).unwrap();
    let checked = Command::new(PROMTOOL).args(["check", "rules"]).arg(&file).output().unwrap();
    assert!(checked.status.success(), "{}{}", text(&checked.stdout), text(&checked.stderr));
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
