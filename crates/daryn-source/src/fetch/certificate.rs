//! As much of a certificate as a user must be told when it is not trusted: who it is for, who
//! issued it, and where that one’s own certificate lies.
//!
//! Nothing here decides about trust.

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Certificate {
    /// Whom it is for, as bytes that can be compared.
    subject: Vec<u8>,
    /// Who issued it, as bytes that can be compared.
    issuer: Vec<u8>,
    /// Who issued it, in words.
    pub(crate) issuer_name: String,
    /// Where the certificate of the issuer lies.
    pub(crate) issuer_address: Option<String>,
}

impl Certificate {
    /// Reads a certificate (X.509, DER).
    pub(crate) fn read(der: &[u8]) -> Option<Certificate> {
        let (_, certificate, _) = element(der)?;
        let (_, body, _) = element(certificate)?;
        let mut rest = body;
        let (tag, _, after) = element(rest)?;
        if tag == 0xA0 {
            rest = after;
        }
        // Serial number and algorithm.
        for _ in 0..2 {
            (_, _, rest) = element(rest)?;
        }
        let (_, issuer, rest) = element(rest)?;
        let (_, _, rest) = element(rest)?;
        let (_, subject, _) = element(rest)?;
        Some(Certificate {
            subject: subject.to_vec(),
            issuer: issuer.to_vec(),
            issuer_name: name(issuer),
            issuer_address: issuer_address(body),
        })
    }
}

/// The certificate of a chain whose issuer is not among the others: the one at which trust would
/// have to begin. `chain` begins with the certificate of the server.
pub(crate) fn open_end(chain: &[Certificate]) -> Option<&Certificate> {
    let mut end = chain.first()?;
    for _ in 0..chain.len() {
        let next = chain.iter().find(|other| other.subject == end.issuer && *other != end);
        match next {
            Some(next) if end.subject != end.issuer => end = next,
            _ => break,
        }
    }
    Some(end)
}

/// Tag, content and what follows of a DER element.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    let (length, rest) = rest.split_first()?;
    let (length, rest) = match length {
        0..=0x7F => (usize::from(*length), rest),
        0x81..=0x84 => {
            let count = usize::from(length & 0x7F);
            let (digits, rest) = rest.split_at_checked(count)?;
            (digits.iter().fold(0, |all, digit| all << 8 | usize::from(*digit)), rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((*tag, content, rest))
}

/// The name of who a certificate names: common name, else organisation.
fn name(mut parts: &[u8]) -> String {
    let (mut common, mut organisation) = (None, None);
    while let Some((_, set, after)) = element(parts) {
        parts = after;
        let Some((_, pair, _)) = element(set) else { continue };
        let Some((_, kind, value)) = element(pair) else { continue };
        let Some((tag, text, _)) = element(value) else { continue };
        let text = match tag {
            // Two bytes a character.
            0x1E => String::from_utf16_lossy(
                &text.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect::<Vec<_>>(),
            ),
            _ => String::from_utf8_lossy(text).into_owned(),
        };
        // What a server says may not steer a terminal.
        let text: String = text.chars().filter(|c| !c.is_control()).take(120).collect();
        match kind {
            [0x55, 0x04, 0x03] => common = Some(text),
            [0x55, 0x04, 0x0A] => organisation = Some(text),
            _ => {}
        }
    }
    common.or(organisation).unwrap_or_else(|| "?".into())
}

/// Address under “CA issuers” in the extension “authority information access”.
fn issuer_address(body: &[u8]) -> Option<String> {
    // OID 1.3.6.1.5.5.7.48.2, then a general name of the kind “address”.
    const CA_ISSUERS: [u8; 11] = [0x06, 0x08, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02, 0x86];
    let at = body.windows(CA_ISSUERS.len()).position(|window| window == CA_ISSUERS)?;
    let (_, address, _) = element(&body[at + CA_ISSUERS.len() - 1..])?;
    let address = std::str::from_utf8(address).ok()?;
    let plain = address.starts_with("http") && address.bytes().all(|b| b.is_ascii_graphic());
    plain.then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, CustomExtension, DnType, Issuer, KeyPair};

    use super::*;

    fn params(name: &str) -> CertificateParams {
        let mut params = CertificateParams::new(vec!["localhost".into()]).expect("names");
        params.distinguished_name.push(DnType::OrganizationName, "Қазақстан");
        params.distinguished_name.push(DnType::CommonName, name);
        params
    }

    #[test]
    fn the_missing_issuer_is_the_one_after_the_last_that_was_sent() {
        let (root_key, middle_key, key) = (
            KeyPair::generate().expect("a key"),
            KeyPair::generate().expect("a key"),
            KeyPair::generate().expect("a key"),
        );
        let root = Issuer::new(params("Root"), root_key);
        let middle_params = params("Middle G2");
        let middle = middle_params.signed_by(&middle_key, &root).expect("signed");
        let middle_issuer = Issuer::new(middle_params, middle_key);
        let mut leaf_params = params("leaf");
        let address = b"http://example.org/middle.crt";
        let mut access = vec![0x06, 0x08, 0x2B, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02, 0x86];
        access.push(address.len() as u8);
        access.extend(address);
        let inner = [&[0x30, access.len() as u8][..], &access].concat();
        let outer = [&[0x30, inner.len() as u8][..], &inner].concat();
        let oid = &[1, 3, 6, 1, 5, 5, 7, 1, 1];
        leaf_params.custom_extensions.push(CustomExtension::from_oid_content(oid, outer));
        let leaf = leaf_params.signed_by(&key, &middle_issuer).expect("signed");

        let leaf = Certificate::read(leaf.der()).expect("a certificate");
        let middle = Certificate::read(middle.der()).expect("a certificate");
        assert_eq!(leaf.issuer_name, "Middle G2");
        assert_eq!(leaf.issuer_address.as_deref(), Some("http://example.org/middle.crt"));
        assert_eq!(middle.issuer_address, None);
        let alone = [leaf.clone()];
        assert_eq!(open_end(&alone).map(|end| end.issuer_name.as_str()), Some("Middle G2"));
        let both = [leaf, middle];
        assert_eq!(open_end(&both).map(|end| end.issuer_name.as_str()), Some("Root"));
    }

    #[test]
    fn no_bytes_make_it_panic() {
        let key = KeyPair::generate().expect("a key");
        let whole = params("x").self_signed(&key).expect("signed");
        let whole: &[u8] = whole.der();
        for cut in 0..whole.len() {
            Certificate::read(&whole[..cut]);
            let mut changed = whole.to_vec();
            changed[cut] ^= 0xFF;
            Certificate::read(&changed);
        }
    }
}
