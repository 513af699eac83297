package com.taskmaster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.taskmaster.backing.ChildProcess;
import com.taskmaster.backing.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The packaged web app with a provider whose discovery document names an endpoint without TLS. */
@WithPair
class UnprotectedProviderIT {

    private static final String METADATA = """
            {
              "issuer": "%1$s",
              "authorization_endpoint": "%1$s/authorize",
              "token_endpoint": "http://provider.example/token",
              "jwks_uri": "%1$s/keys"
            }""";

    @Test
    @DisplayName("W05 it is not used, and readiness and the log name the endpoint, without a stack trace")
    void isNotUsed(Pair pair) throws Exception {
        var provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var issuer = "http://localhost:" + provider.getAddress().getPort();
        provider.createContext("/.well-known/openid-configuration", exchange -> {
            var metadata = METADATA.formatted(issuer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, metadata.length);
            exchange.getResponseBody().write(metadata);
            exchange.close();
        });
        provider.start();

        try (var webapp = start(pair, issuer)) {
            assertThat(webapp.status("/login")).isEqualTo(503);
            assertThat(webapp.status("/")).isEqualTo(200);
            assertThat(webapp.status("/q/health/ready")).isEqualTo(503);
            assertThat(read(webapp.address().resolve("/q/health/ready")))
                    .containsPattern("\"rejected\"\\s*:\\s*\"token_endpoint\"");
            assertThat(webapp.logged())
                    .contains("names http://provider.example/token as its token_endpoint")
                    .doesNotContain("\tat ");
        } finally {
            provider.stop(0);
        }
    }

    /** Waits only until it runs, because it does not become ready. */
    private static WebAppInstance start(Pair pair, String issuer) {
        var port = Port.free("webapp-unprotected-provider");
        var service = PackagedService.of("Web app", Path.of("../../webapp-service"));
        var settings = new HashMap<>(pair.webappSettings());
        settings.put("QUARKUS_PROFILE", "local");
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer);
        settings.put("QUARKUS_HTTP_PORT", String.valueOf(port.number()));
        var log = pair.log("webapp-unprotected-provider");
        var process = ChildProcess.start(
                        "webapp-unprotected-provider", service.folder(), service.program(), settings, log)
                .awaitReady(URI.create("http://localhost:" + port.number() + "/q/health/live"));
        return new WebAppInstance(process, port, log);
    }

    private static String read(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
