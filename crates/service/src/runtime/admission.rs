//! Limits on open connections: in all, and from one address.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

use prometheus_client::metrics::gauge::Gauge;

use crate::runtime::metrics::Raised;
use crate::runtime::networks::Networks;

/// The places that there are, and those that are taken.
pub(crate) struct Admission {
    all: usize,
    per_address: usize,
    /// From where as many as there are in all may come.
    proxies: Networks,
    taken: Mutex<Taken>,
    gauge: Gauge,
}

#[derive(Default)]
struct Taken {
    all: usize,
    by_address: HashMap<IpAddr, usize>,
}

/// Why a connection is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Full {
    All,
    Address,
}

impl Full {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Address => "address",
        }
    }
}

/// A place, given back when it is dropped.
pub(crate) struct Place {
    admission: Arc<Admission>,
    address: IpAddr,
    _counted: Raised,
}

impl Admission {
    pub(crate) fn new(all: usize, per_address: usize, proxies: Networks, gauge: Gauge) -> Self {
        Self { all, per_address, proxies, taken: Mutex::default(), gauge }
    }

    /// Takes a place for a connection from this address.
    pub(crate) fn admit(self: &Arc<Self>, address: IpAddr) -> Result<Place, Full> {
        let from_a_proxy = self.proxies.contain(address.to_canonical());
        let address = counted_as(address);
        let mut taken = self.lock();
        if taken.all >= self.all {
            return Err(Full::All);
        }
        let from_there = taken.by_address.entry(address).or_default();
        if !from_a_proxy && *from_there >= self.per_address {
            return Err(Full::Address);
        }
        *from_there += 1;
        taken.all += 1;
        drop(taken);
        Ok(Place { admission: Arc::clone(self), address, _counted: Raised::of(&self.gauge) })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.admission.lock();
        taken.all = taken.all.saturating_sub(1);
        if let Some(from_there) = taken.by_address.get_mut(&self.address) {
            *from_there = from_there.saturating_sub(1);
            if *from_there == 0 {
                taken.by_address.remove(&self.address);
            }
        }
    }
}

/// An IPv6 address with its /64, which is what one customer of a provider has.
fn counted_as(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Admission, Full, Gauge, Networks};

    fn ip(text: &str) -> std::net::IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn an_address_gets_its_share_and_no_more_until_a_place_is_given_back() {
        let admission = Arc::new(Admission::new(3, 2, Networks::default(), Gauge::default()));
        let first = admission.admit(ip("192.0.2.1")).unwrap();
        let second = admission.admit(ip("::ffff:192.0.2.1")).unwrap();
        assert_eq!(admission.admit(ip("192.0.2.1")).err(), Some(Full::Address));
        let other = admission.admit(ip("192.0.2.2")).unwrap();
        assert_eq!(admission.admit(ip("192.0.2.3")).err(), Some(Full::All));
        assert_eq!(admission.gauge.get(), 3);
        drop((first, second, other));
        assert_eq!(admission.gauge.get(), 0);
        assert!(admission.lock().by_address.is_empty(), "nothing is kept of who is gone");
        assert!(admission.admit(ip("192.0.2.1")).is_ok());
    }

    #[test]
    fn a_trusted_proxy_has_as_many_as_there_are() {
        let proxies = "192.0.2.0/24".parse().unwrap();
        let admission = Arc::new(Admission::new(3, 1, proxies, Gauge::default()));
        let held = [admission.admit(ip("192.0.2.1")).unwrap(), admission.admit(ip("192.0.2.1")).unwrap()];
        let _other = admission.admit(ip("198.51.100.1")).unwrap();
        assert_eq!(admission.admit(ip("192.0.2.1")).err(), Some(Full::All));
        drop(held);
        assert_eq!(admission.admit(ip("198.51.100.1")).err(), Some(Full::Address));
    }

    #[test]
    fn addresses_of_one_ipv6_network_are_counted_together() {
        let admission = Arc::new(Admission::new(10, 1, Networks::default(), Gauge::default()));
        let _first = admission.admit(ip("2001:db8:0:1::1")).unwrap();
        assert_eq!(admission.admit(ip("2001:db8:0:1:ffff::2")).err(), Some(Full::Address));
        assert!(admission.admit(ip("2001:db8:0:2::1")).is_ok());
    }
}
