package com.taskmaster.webapp.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The discovery document: Entra ID's metadata, plus what is announced, without what is withheld. */
record DiscoveryDocument(String tenant, Set<String> announced, Set<String> withheld) {

    Map<String, Object> metadata(String issuer) {
        var metadata = new HashMap<String, Object>();
        metadata.put("issuer", issuer);
        metadata.put("authorization_endpoint", tenant + "/oauth2/v2.0/authorize");
        metadata.put("token_endpoint", tenant + "/oauth2/v2.0/token");
        metadata.put("jwks_uri", tenant + "/discovery/v2.0/keys");
        metadata.put("userinfo_endpoint", tenant + "/oidc/userinfo");
        metadata.put("end_session_endpoint", tenant + "/oauth2/v2.0/logout");
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("subject_types_supported", List.of("pairwise"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
        metadata.put("http_logout_supported", true);
        metadata.put("frontchannel_logout_supported", true);
        announced.forEach(name -> metadata.put(name, value(name)));
        metadata.keySet().removeAll(withheld);
        return metadata;
    }

    private Object value(String name) {
        return switch (name) {
            case "revocation_endpoint" -> tenant + "/oauth2/v2.0/revoke";
            case "end_session_endpoint" -> tenant.replace("localhost", "127.0.0.1") + "/oauth2/v2.0/logout";
            case "introspection_endpoint" -> tenant + "/oauth2/v2.0/introspect";
            default -> true;
        };
    }
}
