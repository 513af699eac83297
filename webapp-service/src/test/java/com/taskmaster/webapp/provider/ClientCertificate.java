package com.taskmaster.webapp.provider;

import static com.taskmaster.webapp.provider.TestProvider.CLIENT_ID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.X509Util;

/** A certificate that was uploaded to Entra ID, which finds it by its thumbprint in the assertion's header. */
public final class ClientCertificate implements ClientCredential {

    private static final String PASSWORD = "changeit";

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";

    private final Path certificateFile;
    private final Path keyFile;
    private volatile X509Certificate certificate;

    private ClientCertificate(KeyStore.PrivateKeyEntry entry) throws GeneralSecurityException {
        certificate = (X509Certificate) entry.getCertificate();
        certificateFile = Pem.file(CERTIFICATE, certificate.getEncoded());
        keyFile = Pem.file(KEY, entry.getPrivateKey().getEncoded());
    }

    static ClientCertificate create() {
        try {
            return new ClientCertificate(generate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another key and another certificate are in the files and at the provider from now on; those before are good for nothing. */
    public void replace() {
        try {
            var entry = generate();
            certificate = (X509Certificate) entry.getCertificate();
            Pem.write(certificateFile, CERTIFICATE, certificate.getEncoded());
            Pem.write(keyFile, KEY, entry.getPrivateKey().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file of the certificate is gone, until {@link #replace()} writes another one. */
    public void lose() {
        try {
            Files.delete(certificateFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Self-signed, by the JDK's own tool: its libraries make no certificates. */
    private static KeyStore.PrivateKeyEntry generate() {
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
            return (KeyStore.PrivateKeyEntry)
                    store.getEntry("client", new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
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
        return Map.of(
                "quarkus.oidc.credentials.jwt.key-file", keyFile.toString(),
                "taskmaster.client.certificate", certificateFile.toString());
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
