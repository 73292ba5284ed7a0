package com.maily.console.platforms.health;

import com.maily.console.platforms.http.Redaction;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** The certificate a server shows: when it runs out, and why it was not accepted. */
record ServerCertificate(X509Certificate leaf) {

    private static final int DNS = 2;
    private static final int IP = 7;
    private static final int MOST_NAMES = 3;

    static Optional<ServerCertificate> of(SSLSession session) {
        try {
            return first(session.getPeerCertificates());
        } catch (SSLException e) {
            return Optional.empty();
        }
    }

    private static Optional<ServerCertificate> first(Certificate[] chain) {
        return Stream.of(chain).limit(1).filter(X509Certificate.class::isInstance)
                .map(leaf -> new ServerCertificate((X509Certificate) leaf)).findFirst();
    }

    /** Shakes hands only to see the certificate, whatever it is worth: nothing is sent to whoever shows it. */
    static Optional<ServerCertificate> shownBy(URI address, Duration timeout) {
        int port = address.getPort() < 0 ? 443 : address.getPort();
        try (Socket plain = new Socket()) {
            plain.setSoTimeout((int) timeout.toMillis());
            plain.connect(new InetSocketAddress(address.getHost(), port), (int) timeout.toMillis());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AcceptsAll()}, null);
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, address.getHost(), port, true)) {
                socket.setSSLParameters(named(socket.getSSLParameters(), address.getHost()));
                socket.startHandshake();
                return of(socket.getSession());
            }
        } catch (IOException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static SSLParameters named(SSLParameters parameters, String host) {
        if (host.matches(".*[A-Za-z].*") && !host.startsWith("[")) {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        }
        return parameters;
    }

    Instant end() {
        return leaf.getNotAfter().toInstant();
    }

    /** @param wall the machine's own clock, by which the handshake was judged */
    String refusal(SSLException error, String host, Instant wall) {
        String said = String.valueOf(error.getMessage());
        if (!end().isAfter(wall)) {
            return Words.ranOut(end(), wall) + ".";
        }
        if (leaf.getNotBefore().toInstant().isAfter(wall)) {
            return "The certificate counts only from " + Words.day(leaf.getNotBefore().toInstant()) + ".";
        }
        if (said.contains("subject alternative") || said.contains("No name matching")) {
            return "The certificate is for " + names() + ", not for " + host + ".";
        }
        return said.contains("PKIX") || said.contains("certification path") || said.contains("trust")
                ? "The certificate is signed by " + issuer() + ", which this machine does not trust."
                : "The TLS handshake failed: " + Redaction.of(said) + ".";
    }

    private String issuer() {
        return leaf.getIssuerX500Principal().equals(leaf.getSubjectX500Principal()) ? "itself"
                : leaf.getIssuerX500Principal().getName();
    }

    private String names() {
        try {
            Collection<List<?>> all = Optional.ofNullable(leaf.getSubjectAlternativeNames()).orElse(List.of());
            String names = all.stream().filter(name -> name.getFirst().equals(DNS) || name.getFirst().equals(IP))
                    .map(name -> String.valueOf(name.get(1))).limit(MOST_NAMES).collect(Collectors.joining(", "));
            return names.isEmpty() ? leaf.getSubjectX500Principal().getName() : names;
        } catch (CertificateParsingException e) {
            return leaf.getSubjectX500Principal().getName();
        }
    }
}
