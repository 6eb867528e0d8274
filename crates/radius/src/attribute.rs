//! The numbers of attributes.

/// `User-Name`
pub const USER_NAME: u8 = 1;
/// `User-Password`, hidden.
pub const USER_PASSWORD: u8 = 2;
/// `CHAP-Password`
pub const CHAP_PASSWORD: u8 = 3;
/// `NAS-IP-Address`
pub const NAS_IP_ADDRESS: u8 = 4;
/// `Service-Type`
pub const SERVICE_TYPE: u8 = 6;
/// `Filter-Id`
pub const FILTER_ID: u8 = 11;
/// `Reply-Message`
pub const REPLY_MESSAGE: u8 = 18;
/// `State`
pub const STATE: u8 = 24;
/// `Class`
pub const CLASS: u8 = 25;
/// `Vendor-Specific`
pub const VENDOR_SPECIFIC: u8 = 26;
/// `Session-Timeout`
pub const SESSION_TIMEOUT: u8 = 27;
/// `Idle-Timeout`
pub const IDLE_TIMEOUT: u8 = 28;
/// `Calling-Station-Id`
pub const CALLING_STATION_ID: u8 = 31;
/// `NAS-Identifier`
pub const NAS_IDENTIFIER: u8 = 32;
/// `Proxy-State`
pub const PROXY_STATE: u8 = 33;
/// `Tunnel-Type`
pub const TUNNEL_TYPE: u8 = 64;
/// `Tunnel-Medium-Type`
pub const TUNNEL_MEDIUM_TYPE: u8 = 65;
/// `EAP-Message`
pub const EAP_MESSAGE: u8 = 79;
/// `Message-Authenticator`
pub const MESSAGE_AUTHENTICATOR: u8 = 80;
/// `Tunnel-Private-Group-Id`
pub const TUNNEL_PRIVATE_GROUP_ID: u8 = 81;

/// Microsoft's number among vendors (RFC 2548).
pub const MICROSOFT: u32 = 311;
/// `MS-CHAP-Response`, of Microsoft.
pub const MS_CHAP_RESPONSE: u8 = 1;
/// `MS-CHAP-Error`, of Microsoft.
pub const MS_CHAP_ERROR: u8 = 2;
/// `MS-MPPE-Encryption-Policy`, of Microsoft.
pub const MS_MPPE_ENCRYPTION_POLICY: u8 = 7;
/// `MS-MPPE-Encryption-Types`, of Microsoft.
pub const MS_MPPE_ENCRYPTION_TYPES: u8 = 8;
/// `MS-CHAP-Challenge`, of Microsoft.
pub const MS_CHAP_CHALLENGE: u8 = 11;
/// `MS-MPPE-Send-Key`, of Microsoft.
pub const MS_MPPE_SEND_KEY: u8 = 16;
/// `MS-MPPE-Recv-Key`, of Microsoft.
pub const MS_MPPE_RECV_KEY: u8 = 17;
/// `MS-CHAP2-Response`, of Microsoft.
pub const MS_CHAP2_RESPONSE: u8 = 25;
/// `MS-CHAP2-Success`, of Microsoft.
pub const MS_CHAP2_SUCCESS: u8 = 26;
