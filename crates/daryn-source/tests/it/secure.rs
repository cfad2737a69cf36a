//! Certificates: made here, trusted only where a file names them.

use std::io::Write;
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;

use daryn_source::Status;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::mock::{Asked, Mock, Reply};
use crate::sample::{Sample, fails, value};

const FILE: &str =
    "connector = \"file\"\naddress = \"https://example.org/a.json\"\nkind = \"json\"";

/// An authority, one below it, and a server's certificate.
struct Chain {
    root: String,
    middle: String,
    middle_der: CertificateDer<'static>,
    leaf: CertificateDer<'static>,
    key: PrivateKeyDer<'static>,
}

fn chain(host: &str, years: (i32, i32)) -> Chain {
    let authority = |name: &str| {
        let mut params = CertificateParams::new(Vec::new()).expect("names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, name);
        params
    };
    let key = || KeyPair::generate().expect("a key");
    let root_key = key();
    let root_params = authority("Ұлттық куәландырушы орталық");
    let root = root_params.self_signed(&root_key).expect("signed");
    let root_issuer = Issuer::new(root_params, root_key);
    let middle_key = key();
    let middle_params = authority("Middle G2");
    let middle = middle_params.signed_by(&middle_key, &root_issuer).expect("signed");
    let middle_issuer = Issuer::new(middle_params, middle_key);
    let leaf_key = key();
    let mut params = CertificateParams::new(vec![host.to_owned()]).expect("names");
    params.not_before = rcgen::date_time_ymd(years.0, 1, 1);
    params.not_after = rcgen::date_time_ymd(years.1, 1, 1);
    let leaf = params.signed_by(&leaf_key, &middle_issuer).expect("signed");
    Chain {
        root: root.pem(),
        middle: middle.pem(),
        middle_der: middle.der().clone(),
        leaf: leaf.der().clone(),
        key: PrivateKeyDer::Pkcs8(leaf_key.serialize_der().into()),
    }
}

/// A server that sends these certificates.
fn server(sent: Vec<CertificateDer<'static>>, key: PrivateKeyDer<'static>) -> Sample {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(sent, key)
        .expect("a certificate");
    let config = Arc::new(config);
    let answer = |asked: &Asked| (asked.path == "/a.json").then(|| Reply::json("{\"a\":1}"));
    Sample::with(Mock::over("https", answer, move |stream: TcpStream, serve| {
        let connection = ServerConnection::new(Arc::clone(&config)).expect("a connection");
        let mut stream = StreamOwned::new(connection, stream);
        serve(&mut stream);
        stream.conn.send_close_notify();
        let _ = stream.flush();
    }))
}

fn trusting(mut sample: Sample, text: &str) -> Sample {
    let path: PathBuf = sample.folder.path().join("ca.pem");
    std::fs::write(&path, text).expect("written");
    sample.settings.ca = vec![path];
    sample
}

#[test]
fn a_missing_certificate_is_named_and_can_be_given() {
    let chain = chain("localhost", (2020, 2050));
    let leaf_alone = || server(vec![chain.leaf.clone()], chain.key.clone_key());
    // As adilet.zan.kz does: only its own certificate.
    let args = fails(&leaf_alone(), FILE, "source-certificate-issuer");
    assert_eq!((value(&args, "issuer"), value(&args, "sent")), ("Middle G2", "1"));
    assert_eq!(value(&args, "host"), "localhost");
    // The root does not help while the one between is missing; the one between does.
    fails(&trusting(leaf_alone(), &chain.root), FILE, "source-certificate-issuer");
    assert_eq!(trusting(leaf_alone(), &chain.middle).fetch(FILE).status, Status::New);
    // As zan.gov.kz does: a whole chain up to an authority that nobody knows.
    let whole =
        || server(vec![chain.leaf.clone(), chain.middle_der.clone()], chain.key.clone_key());
    let args = fails(&whole(), FILE, "source-certificate-issuer");
    assert_eq!(value(&args, "issuer"), "Ұлттық куәландырушы орталық");
    assert_eq!(trusting(whole(), &chain.root).fetch(FILE).status, Status::New);
}

#[test]
fn no_certificate_file_makes_a_wrong_certificate_right() {
    let old = chain("localhost", (2001, 2002));
    let sample = server(vec![old.leaf, old.middle_der], old.key);
    fails(&trusting(sample, &old.root), FILE, "source-certificate-expired");
    let other = chain("other.example.org", (2020, 2050));
    let sample = server(vec![other.leaf, other.middle_der], other.key);
    fails(&trusting(sample, &other.root), FILE, "source-certificate-name");
}

#[test]
fn a_server_that_does_not_encrypt_is_told() {
    let mock = Mock::over(
        "https",
        |_| None,
        |mut stream: TcpStream, _| {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\nplain, please");
            std::thread::sleep(std::time::Duration::from_millis(200));
        },
    );
    let sample = Sample::with(mock);
    fails(&sample, FILE, "source-certificate-bad");
}

#[test]
fn a_file_without_certificates_is_told_before_anything_is_asked() {
    let quiet = |_| {};
    for text in ["", "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n"] {
        let sample = trusting(Sample::new(|_| None), text);
        let client = daryn_source::fetch::Client::new(sample.settings, &quiet);
        assert_eq!(client.err().expect("a problem").code, "source-ca-unreadable", "{text}");
    }
}

#[test]
fn an_encrypted_answer_never_leads_to_a_plain_one() {
    let chain = chain("localhost", (2020, 2050));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![chain.leaf, chain.middle_der], chain.key)
        .expect("a certificate");
    let config = Arc::new(config);
    let answer = |asked: &Asked| {
        (asked.path == "/a.json").then(|| Reply::to(301, "http://localhost/a.json"))
    };
    let sample = Sample::with(Mock::over("https", answer, move |stream: TcpStream, serve| {
        let connection = ServerConnection::new(Arc::clone(&config)).expect("a connection");
        serve(&mut StreamOwned::new(connection, stream));
    }));
    fails(&trusting(sample, &chain.root), FILE, "source-redirect-downgrade");
}
