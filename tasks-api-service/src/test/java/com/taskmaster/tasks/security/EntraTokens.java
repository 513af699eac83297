package com.taskmaster.tasks.security;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The claims of Microsoft Entra ID's access tokens, versions 1.0 and 2.0. */
final class EntraTokens {

    static final String TENANT = "5f1f7a52-6ff5-4b1c-a0a3-8b1d3f3c7e21";
    static final String API = "6e74172b-be56-4843-9ff4-e66a39bb12e3";
    static final String WEB_APP = "11111111-be56-4843-9ff4-e66a39bb12e3";
    static final String OTHER_APP = "22222222-be56-4843-9ff4-e66a39bb12e3";

    private EntraTokens() {}

    /** A user's token for a client: {@code sub} differs between clients, {@code oid} does not. */
    static JwtClaimsBuilder v2(String oid, String client) {
        return common(oid)
                .issuer("https://login.microsoftonline.com/" + TENANT + "/v2.0")
                .audience(API)
                .subject("pairwise-" + client + "-" + oid)
                .claim("azp", client)
                .claim("azpacr", "1")
                .claim("name", "Alice Adams")
                .claim("preferred_username", "alice@contoso.example")
                .claim("scp", "tasks.read tasks.write")
                .claim("ver", "2.0");
    }

    static JwtClaimsBuilder v1(String oid, String client) {
        return common(oid)
                .issuer("https://sts.windows.net/" + TENANT + "/")
                .audience("api://" + API)
                .subject("pairwise-" + client + "-" + oid)
                .claim("appid", client)
                .claim("appidacr", "1")
                .claim("acr", "1")
                .claim("amr", List.of("pwd", "mfa"))
                .claim("unique_name", "alice@contoso.example")
                .claim("ipaddr", "203.0.113.7")
                .claim("scp", "tasks.read tasks.write")
                .claim("ver", "1.0");
    }

    /** An application's own token, with {@code roles} and no {@code scp}; its {@code sub} is the {@code oid}. */
    static JwtClaimsBuilder v2OfApplication(String servicePrincipal, String role) {
        return common(servicePrincipal)
                .issuer("https://login.microsoftonline.com/" + TENANT + "/v2.0")
                .audience(API)
                .subject(servicePrincipal)
                .claim("azp", OTHER_APP)
                .claim("azpacr", "1")
                .claim("idtyp", "app")
                .claim("roles", List.of(role))
                .claim("ver", "2.0");
    }

    static JwtClaimsBuilder v1OfApplication(String servicePrincipal, String role) {
        return common(servicePrincipal)
                .issuer("https://sts.windows.net/" + TENANT + "/")
                .audience("api://" + API)
                .subject(servicePrincipal)
                .claim("appid", OTHER_APP)
                .claim("appidacr", "1")
                .claim("idtyp", "app")
                .claim("roles", List.of(role))
                .claim("ver", "1.0");
    }

    private static JwtClaimsBuilder common(String oid) {
        var now = Instant.now();
        return Jwt.claims()
                .claim("tid", TENANT)
                .claim("oid", oid)
                .claim("aio", "ATQAy/8TAAAA")
                .claim("rh", "0.AAAA")
                .claim("uti", UUID.randomUUID().toString())
                .issuedAt(now.minusSeconds(300))
                .claim("nbf", now.minusSeconds(300).getEpochSecond())
                .expiresAt(now.plusSeconds(4200));
    }
}
