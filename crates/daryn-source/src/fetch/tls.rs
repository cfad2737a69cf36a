//! Encrypted connections whose other side is always verified.
//!
//! The library that speaks HTTP could do this too, but it cannot say which certificate is missing:
//! the verifier here is the usual one, and remembers the chain that it refused.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use daryn_model::Diagnostic;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    CertificateError, ClientConfig, ClientConnection, DigitallySignedStruct, RootCertStore,
    SignatureScheme, StreamOwned,
};
use ureq::Error;
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, Either, LazyBuffers, NextTimeout, Transport,
    TransportAdapter,
};

use super::certificate::{self, Certificate};

/// Certificates at which trust begins.
pub(crate) fn roots(files: &[PathBuf], of_the_system: bool) -> Result<RootCertStore, Diagnostic> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if of_the_system {
        // What of it cannot be read is not trusted; that is no reason to stop.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    }
    for file in files {
        for certificate in read_certificates(file)? {
            roots.add(certificate).map_err(|error| unreadable(file, &error))?;
        }
    }
    Ok(roots)
}

/// The certificates of a file, in the form with `BEGIN CERTIFICATE` or in the binary one.
fn read_certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, Diagnostic> {
    let bytes = fs::read(file).map_err(|error| unreadable(file, &error))?;
    let certificates: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(&bytes)
        .collect::<Result<_, _>>()
        .map_err(|error| unreadable(file, &error))?;
    if certificates.is_empty() {
        if Certificate::read(&bytes).is_some() {
            return Ok(vec![CertificateDer::from(bytes)]);
        }
        return Err(unreadable(file, &"BEGIN CERTIFICATE?"));
    }
    Ok(certificates)
}

fn unreadable(file: &Path, reason: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::error("source-ca-unreadable", "", 0)
        .with("path", file.display())
        .with("reason", reason)
}

/// What was refused: the chain as the server sent it, and why.
#[derive(Debug, Clone)]
pub(crate) struct Refused {
    chain: Vec<Certificate>,
    error: rustls::Error,
}

impl Refused {
    /// What the user is to be told.
    pub(crate) fn diagnostic(&self, host: &str) -> Diagnostic {
        let plain = |code: &str| Diagnostic::error(code, "", 0).with("host", host);
        let rustls::Error::InvalidCertificate(error) = &self.error else {
            return plain("source-certificate-bad").with("reason", &self.error);
        };
        match error {
            CertificateError::UnknownIssuer => {
                let end = certificate::open_end(&self.chain);
                let issuer = end.map_or("?", |end| end.issuer_name.as_str());
                let address = end.and_then(|end| end.issuer_address.as_deref());
                plain("source-certificate-issuer")
                    .with("issuer", issuer)
                    .with("address", address.unwrap_or_default())
                    .with("sent", self.chain.len())
            }
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. } => plain("source-certificate-expired"),
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                plain("source-certificate-name")
            }
            other => plain("source-certificate-bad").with("reason", other),
        }
    }
}

/// The usual verifier, which remembers what it refused.
#[derive(Debug)]
struct Verifier {
    usual: Arc<WebPkiServerVerifier>,
    refused: Arc<Mutex<Option<Refused>>>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let verdict = self.usual.verify_server_cert(
            end_entity,
            intermediates,
            server_name,
            ocsp_response,
            now,
        );
        if let Err(error) = &verdict
            && let Ok(mut refused) = self.refused.lock()
        {
            let chain = std::iter::once(end_entity)
                .chain(intermediates)
                .filter_map(|der| Certificate::read(der))
                .collect();
            *refused = Some(Refused { chain, error: error.clone() });
        }
        verdict
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.usual.verify_tls12_signature(message, cert, dss)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.usual.verify_tls13_signature(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.usual.supported_verify_schemes()
    }
}

/// Wraps a connection where the address wants it.
#[derive(Debug)]
pub(crate) struct Tls {
    config: Arc<ClientConfig>,
}

impl Tls {
    /// Verifies against these roots and leaves in `refused` what it did not trust.
    pub(crate) fn new(
        roots: RootCertStore,
        refused: Arc<Mutex<Option<Refused>>>,
    ) -> Result<Tls, String> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let usual =
            WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider))
                .build()
                .map_err(|error| error.to_string())?;
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            // The verifier is the usual one; nothing is taken on trust.
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(Verifier { usual, refused }))
            .with_no_client_auth();
        Ok(Tls { config: Arc::new(config) })
    }
}

impl<In: Transport> Connector<In> for Tls {
    type Out = Either<In, Encrypted>;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        let Some(transport) = chained else { return Ok(None) };
        if !details.needs_tls() || transport.is_tls() {
            return Ok(Some(Either::A(transport)));
        }
        let host = details.uri.host().unwrap_or_default();
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let name =
            ServerName::try_from(host).map_err(|_| Error::BadUri(details.uri.to_string()))?;
        let mut connection =
            ClientConnection::new(Arc::clone(&self.config), name).map_err(as_io)?;
        let mut socket =
            TransportAdapter::new(transport.boxed(), Arc::clone(&details.current_time));
        socket.set_timeout(details.timeout);
        connection.complete_io(&mut socket)?;
        let buffers = LazyBuffers::new(
            details.config.input_buffer_size(),
            details.config.output_buffer_size(),
        );
        let stream = StreamOwned { conn: connection, sock: socket };
        Ok(Some(Either::B(Encrypted { buffers, stream })))
    }
}

fn as_io(error: rustls::Error) -> Error {
    Error::Io(io::Error::other(error))
}

/// An encrypted connection.
pub(crate) struct Encrypted {
    buffers: LazyBuffers,
    stream: StreamOwned<ClientConnection, TransportAdapter>,
}

impl std::fmt::Debug for Encrypted {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Encrypted")
    }
}

impl Transport for Encrypted {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.stream.get_mut().set_timeout(timeout);
        let output = &self.buffers.output()[..amount];
        self.stream.write_all(output)?;
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.stream.get_mut().set_timeout(timeout);
        let input = self.buffers.input_append_buf();
        let amount = self.stream.read(input)?;
        self.buffers.input_appended(amount);
        Ok(amount > 0)
    }

    fn is_open(&mut self) -> bool {
        self.stream.get_mut().get_mut().is_open()
    }

    fn is_tls(&self) -> bool {
        true
    }
}
