package com.taskmaster.webapp.provider;

import java.security.PublicKey;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;

/** Checks that a JWT is a client's assertion (RFC 7523 §3). */
record ClientAssertion(PublicKey key, String issuer, String subject, String audience) {

    /** The assertion of a request, which also has to have the {@code client_id}: Entra ID looks the client up by it. */
    Optional<JwtContext> in(ReceivedRequest request) {
        if (!TestProvider.CLIENT_ID.equals(request.parameter("client_id"))
                || !"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                        .equals(request.parameter("client_assertion_type"))
                || request.authorization().isPresent()) {
            return Optional.empty();
        }
        var consumer = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256))
                .setExpectedIssuer(issuer)
                .setExpectedSubject(subject)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireJwtId()
                .build();
        try {
            return Optional.of(consumer.process(request.parameter("client_assertion")));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }
}
