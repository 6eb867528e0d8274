//! Front ends that ask several nodes.

use std::net::SocketAddr;
use std::path::Path;

use proofup_radius::Code;
use reqwest::StatusCode;
use serde_json::json;

use super::{FRONT_END_KEY, Node, Nodes};
use crate::legacy::{basic, new_app_password};
use crate::radius::{SECRET, Vpn};
use crate::support::{Port, Tokens};

const BEN: &str = "ben@contoso.example";

/// A node that answers a web server and a VPN.
fn start(nodes: &Nodes, folder: &Path, radius: SocketAddr) -> Node {
    let file = folder.join(format!("{}.toml", radius.port()));
    let front_ends = format!(
        "[[front_ends]]\nname = \"web\"\nkind = \"basic\"\nfrom = [\"127.0.0.0/8\"]\nsecret = \"{FRONT_END_KEY}\"\n\
         [[front_ends]]\nname = \"vpn\"\nkind = \"radius\"\nfrom = [\"127.0.0.0/8\"]\nsecret = \"{SECRET}\"\nms_chap = true\n"
    );
    std::fs::write(&file, front_ends).unwrap();
    nodes.start_with(|command| {
        command.env("PROOFUP_CONFIG", &file).env("PROOFUP_LISTEN_RADIUS", radius.to_string());
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_app_password_is_refused_by_the_next_check_at_every_node_over_http_and_radius() {
    let Some(nodes) = Nodes::of_contoso().await else { return };
    let folder = tempfile::tempdir().unwrap();
    // The claims keep the numbers for this test, on another address of this computer.
    let ports = [Port::claim(), Port::claim()];
    let places = ports.each_ref().map(|port| format!("127.0.1.1:{port}").parse::<SocketAddr>().unwrap());
    let [one, other] = places.map(|place| start(&nodes, folder.path(), place));
    other.set("msChapAllowed", "true").await;
    let ben = Tokens::of(&one, "ben").await;
    let (id, secret) =
        new_app_password(&one, &ben, json!({"displayName": "VPN", "protocols": ["http", "radius"]})).await;
    let vpns = [Vpn::at(places[0]).await, Vpn::at(places[1]).await];
    for (node, vpn) in [(&one, &vpns[0]), (&other, &vpns[1])] {
        assert_eq!(basic(node, BEN, &secret).await, StatusCode::NO_CONTENT);
        assert_eq!(vpn.password(BEN, &secret).await.code, Code::AccessAccept);
        assert_eq!(vpn.ms_chap(BEN, &secret).await.code, Code::AccessAccept);
    }
    ben.delete(&one, &format!("/v1/me/appPasswords/{id}")).await;
    assert_eq!(vpns[1].ms_chap(BEN, &secret).await.code, Code::AccessReject);
    assert_eq!(vpns[1].password(BEN, &secret).await.code, Code::AccessReject);
    assert_eq!(basic(&other, BEN, &secret).await, StatusCode::UNAUTHORIZED);
    assert_eq!(vpns[0].ms_chap(BEN, &secret).await.code, Code::AccessReject);
    let (_, present) = new_app_password(&one, &ben, json!({"displayName": "New", "protocols": ["radius"]})).await;
    assert_eq!(vpns[1].ms_chap(BEN, &present).await.code, Code::AccessAccept);
    other.set("msChapAllowed", "false").await;
    for vpn in &vpns {
        assert_eq!(vpn.ms_chap(BEN, &present).await.code, Code::AccessReject, "by the next check");
    }
}
