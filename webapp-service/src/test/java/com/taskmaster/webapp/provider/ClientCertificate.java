package com.taskmaster.webapp.provider;

import static com.taskmaster.webapp.provider.TestProvider.CLIENT_ID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.X509Util;

/** A certificate that was uploaded to Entra ID, which finds it by its thumbprint in the assertion's header. */
public final class ClientCertificate implements ClientCredential {

    private static final String PASSWORD = "changeit";

    private final X509Certificate certificate;
    private final PrivateKey key;

    private ClientCertificate(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** Self-signed, by the JDK's own tool: its libraries make no certificates. */
    static ClientCertificate generate() {
        try {
            var folder = Files.createTempDirectory("client-certificate-");
            var file = folder.resolve("client.p12");
            var keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "client",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=webapp-service",
                            "-validity",
                            "1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
            }
            var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            return new ClientCertificate((X509Certificate) store.getCertificate("client"), (PrivateKey)
                    store.getKey("client", PASSWORD.toCharArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> settings() {
        try {
            return Map.of(
                    "quarkus.oidc.credentials.jwt.key-file",
                    Pem.file("PRIVATE KEY", key.getEncoded()).toString(),
                    "taskmaster.client.certificate",
                    Pem.file("CERTIFICATE", certificate.getEncoded()).toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isShownBy(ReceivedRequest request, String tokenEndpoint) {
        return new ClientAssertion(certificate.getPublicKey(), CLIENT_ID, CLIENT_ID, tokenEndpoint)
                .in(request)
                .filter(this::isNamedBy)
                .isPresent();
    }

    private boolean isNamedBy(JwtContext assertion) {
        var signature = (JsonWebSignature) assertion.getJoseObjects().get(0);
        return X509Util.x5tS256(certificate).equals(signature.getX509CertSha256ThumbprintHeaderValue())
                && "JWT".equals(signature.getHeader("typ"));
    }
}
