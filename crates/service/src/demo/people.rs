//! Who works at Contoso.

/// What a person is there to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoStory {
    /// Asked to register; nothing is registered yet.
    NotRegistered,
    /// Registered, with three app passwords, an authenticator app and a remembered device.
    Registered,
    /// Has exactly as many app passwords as are allowed.
    AppPasswordLimit,
    /// Asked by an administrator to provide contact methods again.
    ReregistrationRequired,
    /// Is called: on the authentication phone, at the office, or on an alternate phone.
    Called,
    /// Approves sign-ins on the demo phone, a registered device.
    Notifications,
    /// Looks after the others.
    Administrator,
}

/// A person of the made-up organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPerson {
    /// To sign in with.
    pub upn: &'static str,
    /// As shown.
    pub display_name: &'static str,
    /// No secret: it stands on the sign-in page of the demo.
    pub password: &'static str,
    /// What they are there to show.
    pub story: DemoStory,
    /// The phone in their pocket, whether or not it is registered: the demo phone shows its texts.
    pub mobile: &'static str,
    /// The number on their desk, set by the organisation.
    pub office: Option<&'static str>,
    /// A second phone, registered with the first.
    pub alternate: Option<&'static str>,
    /// Base32 seed of their authenticator app, so that a script can make its codes.
    pub authenticator_seed: Option<&'static str>,
}

/// All of them, in the order in which they are listed.
pub fn people() -> Vec<DemoPerson> {
    vec![
        DemoPerson {
            upn: "ann@contoso.example",
            display_name: "Ann Example",
            password: "apple-tree",
            story: DemoStory::NotRegistered,
            mobile: "+1 4255550101",
            office: None,
            alternate: None,
            authenticator_seed: None,
        },
        DemoPerson {
            upn: "ben@contoso.example",
            display_name: "Ben Carter",
            password: "blue-boat",
            story: DemoStory::Registered,
            mobile: "+1 4255550102",
            office: Some("+1 4255550199x42"),
            alternate: None,
            authenticator_seed: Some("MRSW23ZNMJSW4LLDMFZHIZLSFUYTEMZU"),
        },
        DemoPerson {
            upn: "carla@contoso.example",
            display_name: "Carla de Vries",
            password: "clear-cloud",
            story: DemoStory::AppPasswordLimit,
            mobile: "+31 612345603",
            office: None,
            alternate: None,
            authenticator_seed: None,
        },
        DemoPerson {
            upn: "dan@contoso.example",
            display_name: "Dan Wu",
            password: "deep-dish",
            story: DemoStory::ReregistrationRequired,
            mobile: "+886 912345604",
            office: Some("+886 223456704x7"),
            alternate: None,
            authenticator_seed: None,
        },
        DemoPerson {
            upn: "gita@contoso.example",
            display_name: "Gita Rao",
            password: "green-garden",
            story: DemoStory::Called,
            mobile: "+31 612345607",
            office: Some("+31 201234567x8"),
            alternate: Some("+31 612345617"),
            authenticator_seed: None,
        },
        DemoPerson {
            upn: "finn@contoso.example",
            display_name: "Finn Mulder",
            password: "fresh-field",
            story: DemoStory::Notifications,
            mobile: "+31 612345606",
            office: None,
            alternate: None,
            authenticator_seed: None,
        },
        DemoPerson {
            upn: "eva@contoso.example",
            display_name: "Eva Admin",
            password: "early-east",
            story: DemoStory::Administrator,
            mobile: "+31 612345605",
            office: None,
            alternate: None,
            authenticator_seed: None,
        },
    ]
}

/// A device of the made-up organisation: the demo phone, as it was registered before the story begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoDevice {
    /// Its id at the service.
    pub id: &'static str,
    /// Whose it is.
    pub upn: &'static str,
    /// Its Ed25519 key. No secret, as nothing here is: the demo phone signs with it.
    pub key: [u8; 32],
}

/// The device that is registered from the beginning.
pub fn device() -> DemoDevice {
    DemoDevice { id: "demo-phone-of-finn", upn: "finn@contoso.example", key: *b"the demo phone keeps no secrets." }
}
