package com.taskmaster.webapp.provider;

import static com.taskmaster.webapp.provider.TestProvider.CLIENT_ID;

import com.taskmaster.backing.SelfSigned;
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

/** A certificate uploaded to Entra ID, which finds it by the thumbprint in the assertion's header. */
public final class ClientCertificate implements ClientCredential {

    private static final String NAME = "webapp-service";
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
            return new ClientCertificate(SelfSigned.named(NAME));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces key and certificate, in the files and at the provider; the old ones are no longer valid. */
    public void replace() {
        try {
            var entry = SelfSigned.named(NAME);
            certificate = (X509Certificate) entry.getCertificate();
            Pem.write(certificateFile, CERTIFICATE, certificate.getEncoded());
            Pem.write(keyFile, KEY, entry.getPrivateKey().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes the certificate's file, until {@link #replace()} writes another one. */
    public void lose() {
        try {
            Files.delete(certificateFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
