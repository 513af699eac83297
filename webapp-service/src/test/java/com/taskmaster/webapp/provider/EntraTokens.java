package com.taskmaster.webapp.provider;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** The claims of Microsoft Entra ID's v2.0 tokens, with the maximum number of groups. */
record EntraTokens(String issuer, Duration lifetime) {

    private static final List<String> GROUPS = IntStream.range(0, 200)
            .mapToObj(group -> UUID.nameUUIDFromBytes(new byte[] {(byte) group}).toString())
            .toList();

    JwtClaims idToken(Grant grant) {
        var claims = common(grant, TestProvider.CLIENT_ID);
        claims.setClaim("nonce", grant.request().parameter("nonce"));
        claims.setClaim("sid", grant.sessionId());
        return claims;
    }

    JwtClaims accessToken(Grant grant) {
        var claims = common(grant, TestProvider.API);
        claims.setClaim("azp", TestProvider.CLIENT_ID);
        claims.setClaim("azpacr", "1");
        claims.setClaim("scp", shortScopes(grant));
        return claims;
    }

    /** The API's scopes by their short names. */
    private static String shortScopes(Grant grant) {
        return grant.scopes().stream()
                .filter(scope -> scope.startsWith(TestProvider.SCOPE_PREFIX))
                .map(scope -> scope.substring(TestProvider.SCOPE_PREFIX.length()))
                .collect(Collectors.joining(" "));
    }

    private JwtClaims common(Grant grant, String audience) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject("pairwise-" + audience + "-" + grant.user().objectId());
        claims.setIssuedAtToNow();
        claims.setNotBefore(NumericDate.now());
        claims.setExpirationTime(in(lifetime));
        claims.setClaim("oid", grant.user().objectId().toString());
        claims.setClaim("tid", TestProvider.TENANT);
        claims.setClaim("name", grant.user().name());
        claims.setClaim("preferred_username", grant.user().preferredUsername());
        claims.setClaim("groups", GROUPS);
        claims.setClaim("uti", UUID.randomUUID().toString());
        claims.setClaim("ver", "2.0");
        return claims;
    }

    private static NumericDate in(Duration duration) {
        var time = NumericDate.now();
        time.addSeconds(duration.toSeconds());
        return time;
    }
}
