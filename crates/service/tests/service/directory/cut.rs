//! A way to the server that notices how far an answer has come, and then does something to the server.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::slapd::{Slapd, signal};

/// Passes everything on. Once so many bytes of the server came by, the server gets a signal.
pub async fn signal_after(slapd: &Slapd, bytes: usize, name: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ldaps://127.0.0.1:{}", listener.local_addr().unwrap().port());
    let (server, process) = (format!("127.0.0.1:{}", slapd.tls), slapd.id());
    let left = Arc::new(AtomicUsize::new(bytes));
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            tokio::spawn(pass(client, server.clone(), Arc::clone(&left), move || signal(process, name)));
        }
    });
    url
}

async fn pass(client: TcpStream, server: String, left: Arc<AtomicUsize>, then: impl FnOnce() + Send) {
    let Ok(server) = TcpStream::connect(server).await else { return };
    let ((mut from_client, mut to_client), (mut from_server, mut to_server)) =
        (client.into_split(), server.into_split());
    let asked = tokio::spawn(async move {
        let _ = tokio::io::copy(&mut from_client, &mut to_server).await;
    });
    let mut then = Some(then);
    let mut bytes = vec![0; 4096];
    while let Ok(length @ 1..) = from_server.read(&mut bytes).await {
        if to_client.write_all(&bytes[..length]).await.is_err() {
            break;
        }
        let before = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| Some(left.saturating_sub(length)));
        if before.is_ok_and(|before| before > 0 && before <= length)
            && let Some(then) = then.take()
        {
            then();
        }
    }
    asked.abort();
}
