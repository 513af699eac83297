package com.taskmaster.webapp.signin;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/** A certificate and its private key, in files that may be replaced at any time. */
record ClientCertificate(Path certificate, String key) {

    static final String WITHOUT_KEY =
            "taskmaster.client.certificate requires the key of the certificate: set quarkus.oidc.credentials.jwt.key-file";

    /** @throws ConfigurationException if the file has no certificate when the service starts */
    ClientCertificate checked() {
        try {
            read();
            return this;
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(
                    "taskmaster.client.certificate is not a readable certificate: " + certificate + ", " + e);
        }
    }

    /** Signs the same claims again, with the certificate's thumbprint in the header (RFC 7515 §4.1.8). */
    String sign(String assertion) throws IOException, GeneralSecurityException, JoseException {
        var unnamed = (JsonWebSignature) JsonWebStructure.fromCompactSerialization(assertion);
        var algorithm = unnamed.getAlgorithmHeaderValue();
        var named = new JsonWebSignature();
        named.setHeader("typ", "JWT");
        named.setAlgorithmHeaderValue(algorithm);
        named.setX509CertSha256ThumbprintHeaderValue(read());
        named.setPayload(unnamed.getUnverifiedPayload());
        named.setKey(KeyUtils.readSigningKey(key, null, SignatureAlgorithm.fromAlgorithm(algorithm)));
        return named.getCompactSerialization();
    }

    private X509Certificate read() throws IOException, GeneralSecurityException {
        try (var pem = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }
}
