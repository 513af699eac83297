package com.taskmaster.backing;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A test server's certificate, from a CA that no client trusts by default. */
public final class ServerCertificate {

    private static final char[] NO_PASSWORD = new char[0];

    private final KeyStore.PrivateKeyEntry entry = SelfSigned.named("localhost", "san=dns:localhost");

    /** The CA certificate (PEM), which is the server's own, self-signed one. */
    public Path authority() {
        try {
            return pem("CERTIFICATE", entry.getCertificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key (PEM). */
    public Path key() {
        return pem("PRIVATE KEY", entry.getPrivateKey().getEncoded());
    }

    private static Path pem(String what, byte[] content) {
        try {
            var file = Files.createTempFile("server-", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                            .formatted(what, Base64.getMimeEncoder().encodeToString(content)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpsServer listenOn(InetSocketAddress address) throws IOException {
        var server = HttpsServer.create(address, 0);
        try {
            server.setHttpsConfigurator(new HttpsConfigurator(context()));
            return server;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SSLContext context() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("server", entry.getPrivateKey(), NO_PASSWORD, new Certificate[] {entry.getCertificate()});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
