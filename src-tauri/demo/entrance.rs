//! The address of the demo's service. It stays while servers start and stop behind it, as the address of a load balancer does.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
};

use tauri::async_runtime;
use tokio::net::{TcpListener, TcpStream};

/// A door that leads to the first server that answers.
#[derive(Clone, Default)]
pub(super) struct Entrance {
    address: Arc<Mutex<Option<SocketAddr>>>,
    servers: Arc<Mutex<Vec<SocketAddr>>>,
}

impl Entrance {
    /// The address, once it is open.
    pub(super) fn address(&self) -> Option<SocketAddr> {
        *self.address.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The servers behind it, the preferred one first. Without any, who connects is turned away.
    pub(super) fn lead_to(&self, servers: Vec<SocketAddr>) {
        *self.servers.lock().unwrap_or_else(PoisonError::into_inner) = servers;
    }

    /// Listens on a free port of this computer from now on.
    pub(super) async fn open(&self) -> io::Result<()> {
        if self.address().is_some() {
            return Ok(());
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        *self.address.lock().unwrap_or_else(PoisonError::into_inner) = Some(listener.local_addr()?);
        let entrance = self.clone();
        async_runtime::spawn(async move {
            loop {
                match listener.accept().await {
                    Ok((visitor, _)) => {
                        async_runtime::spawn(carry(visitor, entrance.servers()));
                    }
                    Err(error) => tracing::debug!(%error, "a connection to the demo's service was lost"),
                }
            }
        });
        Ok(())
    }

    fn servers(&self) -> Vec<SocketAddr> {
        self.servers.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Carries bytes both ways until one side ends.
async fn carry(mut visitor: TcpStream, servers: Vec<SocketAddr>) {
    for server in servers {
        if let Ok(mut stream) = TcpStream::connect(server).await {
            // Small messages go back and forth: none waits for the next one.
            let _ = (visitor.set_nodelay(true), stream.set_nodelay(true));
            let _ = tokio::io::copy_bidirectional(&mut visitor, &mut stream).await;
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::{TcpListener, TcpStream},
    };

    use super::Entrance;

    /// A server that says its name to everybody.
    async fn server(name: &'static [u8]) -> (SocketAddr, tokio::task::JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let serving = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                stream.write_all(name).await.unwrap();
            }
        });
        (address, serving)
    }

    async fn heard(entrance: &Entrance) -> String {
        let mut stream = TcpStream::connect(entrance.address().unwrap()).await.unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).await.unwrap_or_default();
        said
    }

    #[tokio::test]
    async fn another_server_answers_at_the_same_address() {
        let entrance = Entrance::default();
        entrance.open().await.unwrap();
        let address = entrance.address();
        entrance.open().await.unwrap();
        assert_eq!(entrance.address(), address, "it stays where it is");
        assert_eq!(heard(&entrance).await, "", "nobody is there");
        let ((one, serving), (two, _)) = (server(b"one").await, server(b"two").await);
        entrance.lead_to(vec![one, two]);
        assert_eq!(heard(&entrance).await, "one");
        serving.abort();
        let _ = serving.await;
        assert_eq!(heard(&entrance).await, "two");
    }
}
