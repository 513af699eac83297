package com.taskmaster.webapp.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Exchanges codes and refresh tokens, each valid once, for tokens (RFC 6749 §4.1.3, §6). */
final class TokenEndpoint {

    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> refreshTokens = new ConcurrentHashMap<>();

    String codeFor(Grant grant) {
        return remember(codes, grant);
    }

    Grant redeem(ReceivedRequest request) {
        return switch (request.parameters().getOrDefault("grant_type", "")) {
            case "authorization_code" -> redeemCode(request);
            case "refresh_token" ->
                take(
                        refreshTokens,
                        request.parameter("refresh_token"),
                        "AADSTS70043: The refresh token has expired or is invalid.");
            default ->
                throw new Refusal(400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.");
        };
    }

    Set<String> refreshTokens() {
        return Set.copyOf(refreshTokens.keySet());
    }

    void revoke(String refreshToken) {
        refreshTokens.remove(refreshToken);
    }

    Map<String, Object> response(Grant grant, TestProvider provider, long expiresIn) {
        var response = new HashMap<String, Object>();
        response.put("token_type", "Bearer");
        response.put("scope", String.join(" ", grant.scopes()));
        response.put("expires_in", expiresIn);
        response.put("ext_expires_in", expiresIn);
        response.put("id_token", provider.idToken(grant));
        response.put("access_token", provider.accessToken(grant));
        if (grant.isOffline()) {
            response.put("refresh_token", remember(refreshTokens, grant));
        }
        return response;
    }

    private Grant redeemCode(ReceivedRequest request) {
        var grant =
                take(codes, request.parameter("code"), "AADSTS54005: The code was already redeemed, or is unknown.");
        var asked = grant.request();
        if (!asked.parameter("redirect_uri").equals(request.parameter("redirect_uri"))) {
            throw new Refusal(400, "invalid_grant", "AADSTS500112: The redirect address differs from the asked one.");
        }
        if (!asked.parameter("code_challenge").equals(challenge(request.parameter("code_verifier")))) {
            throw new Refusal(400, "invalid_grant", "AADSTS501481: The code_verifier does not match the challenge.");
        }
        return grant;
    }

    private static Grant take(Map<String, Grant> grants, String name, String complaint) {
        var grant = name == null ? null : grants.remove(name);
        if (grant == null) {
            throw new Refusal(400, "invalid_grant", complaint);
        }
        return grant;
    }

    private static String remember(Map<String, Grant> grants, Grant grant) {
        var name = UUID.randomUUID().toString();
        grants.put(name, grant);
        return name;
    }

    /** The code challenge of a verifier (RFC 7636 §4.6). */
    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
