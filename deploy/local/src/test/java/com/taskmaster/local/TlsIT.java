package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.backing.Port;
import com.taskmaster.backing.ServerCertificate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** TLS between the services, with the settings of {@code deploy/kubernetes/components/tls}. */
@WithPair
class TlsIT {

    private static final Map<String, String> NOBODY_TRUSTED = Map.of();

    @Test
    void bringsAccessTokensByTlsToAnApiOfTheAuthorityThatIsTrustedAlone(Pair pair) {
        var certificate = new ServerCertificate();
        var tls = Port.free("Tasks API, TLS");
        var alice = new Visitor(pair.webapp());
        alice.signIn("alice");

        try (var tasksApi = TasksApiInstance.start(
                        "tasks-api-tls",
                        pair,
                        Map.of(
                                "QUARKUS_HTTP_SSL_PORT", String.valueOf(tls.number()),
                                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES",
                                        certificate.authority().toString(),
                                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES",
                                        certificate.key().toString()));
                var trusting = start(
                        "webapp-trusting",
                        pair,
                        tls,
                        Map.of(
                                "QUARKUS_REST_CLIENT_TASKS_API_TLS_CONFIGURATION_NAME",
                                "api",
                                "QUARKUS_TLS_API_TRUST_STORE_PEM_CERTS",
                                certificate.authority().toString()));
                var doubting = start("webapp-doubting", pair, tls, NOBODY_TRUSTED)) {

            assertThat(alice.readAt(trusting, "/tasks").statusCode()).isEqualTo(200);
            assertThat(alice.readAt(trusting, "/transfer/export/csv").body()).contains("title,");
            assertThat(tasksApi.logged()).contains("GET /tasks 200", "GET /tasks/export 200");
            assertThat(alice.readAt(doubting, "/tasks").statusCode()).isEqualTo(503);
        }
    }

    private static WebAppInstance start(String name, Pair pair, Port tasksApi, Map<String, String> trust) {
        var settings = new HashMap<>(trust);
        settings.put("QUARKUS_REST_CLIENT_TASKS_API_URL", "https://localhost:" + tasksApi.number());
        return WebAppInstance.start(name, pair, settings);
    }
}
