//! Signs a message with the certificate of the service: CMS SignedData (RFC 5652) with the message in it.

use std::path::PathBuf;

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use der::asn1::{Any, ObjectIdentifier, OctetString, SetOfVec, UtcTime};
use der::{Decode as _, Encode as _, Tag};
use rustls::SignatureScheme;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use sha2::{Digest as _, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::Attribute;
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::ServiceError;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_TIME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.5");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const ECDSA_WITH_SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// Certificate and key, both PEM. They are read for each message, because they are renewed while the service runs.
#[derive(Debug, Clone)]
pub(crate) struct MessageSigner {
    /// The signer's own certificate first.
    pub(crate) certificate: PathBuf,
    pub(crate) key: PathBuf,
}

impl MessageSigner {
    /// The message in a signed one, as DER.
    pub(crate) fn sign(&self, message: &[u8], now_ms: i64) -> Result<Vec<u8>, ServiceError> {
        let chain: Vec<Certificate> = CertificateDer::pem_file_iter(&self.certificate)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|_| ServiceError::Crypto("read the certificate of the signer"))?
            .iter()
            .map(|certificate| Certificate::from_der(certificate))
            .collect::<Result<_, _>>()
            .map_err(|_| ServiceError::Crypto("read the certificate of the signer"))?;
        let key = PrivateKeyDer::from_pem_file(&self.key).map_err(|_| ServiceError::Crypto("read the signer's key"))?;
        let key = rustls::crypto::ring::sign::any_supported_type(&key)
            .map_err(|_| ServiceError::Crypto("read the signer's key"))?;
        let schemes = [SignatureScheme::ECDSA_NISTP256_SHA256, SignatureScheme::RSA_PKCS1_SHA256];
        let signer = key.choose_scheme(&schemes).ok_or(ServiceError::Crypto("sign with a key of this kind"))?;
        signed_data(message, &chain, signer.as_ref(), now_ms)
            .map_err(|_| ServiceError::Crypto("sign a message"))?
            .ok_or(ServiceError::Crypto("sign a message"))
    }
}

fn signed_data(
    message: &[u8],
    chain: &[Certificate],
    signer: &dyn rustls::sign::Signer,
    now_ms: i64,
) -> Result<Option<Vec<u8>>, der::Error> {
    let Some(own) = chain.first() else { return Ok(None) };
    let is_rsa = signer.scheme() == SignatureScheme::RSA_PKCS1_SHA256;
    let sha_256 = AlgorithmIdentifierOwned { oid: SHA_256, parameters: None };
    let now = std::time::Duration::from_millis(u64::try_from(now_ms).unwrap_or(0));
    let attribute = |oid, value: Any| Ok::<_, der::Error>(Attribute { oid, values: SetOfVec::try_from(vec![value])? });
    let signed_attrs: SignedAttributes = SetOfVec::try_from(vec![
        attribute(CONTENT_TYPE, Any::encode_from(&DATA)?)?,
        attribute(SIGNING_TIME, Any::encode_from(&UtcTime::from_unix_duration(now)?)?)?,
        attribute(MESSAGE_DIGEST, Any::encode_from(&OctetString::new(Sha256::digest(message).to_vec())?)?)?,
    ])?;
    let Ok(signature) = signer.sign(&signed_attrs.to_der()?) else { return Ok(None) };
    let info = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: own.tbs_certificate.issuer.clone(),
            serial_number: own.tbs_certificate.serial_number.clone(),
        }),
        digest_alg: sha_256.clone(),
        signed_attrs: Some(signed_attrs),
        signature_algorithm: if is_rsa {
            AlgorithmIdentifierOwned { oid: RSA, parameters: Some(Any::null()) }
        } else {
            AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA_256, parameters: None }
        },
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let certificates = chain.iter().cloned().map(CertificateChoices::Certificate).collect::<Vec<_>>();
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![sha_256])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: DATA,
            econtent: Some(Any::new(Tag::OctetString, message)?),
        },
        certificates: Some(CertificateSet(SetOfVec::try_from(certificates)?)),
        crls: None,
        signer_infos: SignerInfos(SetOfVec::try_from(vec![info])?),
    };
    ContentInfo { content_type: SIGNED_DATA, content: Any::encode_from(&data)? }.to_der().map(Some)
}
