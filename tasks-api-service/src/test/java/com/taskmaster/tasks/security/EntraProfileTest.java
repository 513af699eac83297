package com.taskmaster.tasks.security;

import static com.taskmaster.tasks.security.EntraTokens.API;
import static com.taskmaster.tasks.security.EntraTokens.OTHER_APP;
import static com.taskmaster.tasks.security.EntraTokens.TENANT;
import static com.taskmaster.tasks.security.EntraTokens.WEB_APP;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import com.taskmaster.tasks.TestIssuer;
import com.taskmaster.tasks.TestIssuerResource;
import com.taskmaster.tasks.WithBackingProcesses;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EntraProfileTest.Entra.class)
@WithBackingProcesses
class EntraProfileTest {

    public static class Entra implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "test,entra";
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestIssuerResource.class, TestIssuerResource.BY_TLS));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "taskmaster.entra.tenant",
                    TENANT,
                    "taskmaster.entra.api-client-id",
                    API,
                    "taskmaster.application-roles.\"Tasks.Read.All\"",
                    "tasks.read",
                    "taskmaster.step-up.authentication-context",
                    "c1",
                    "taskmaster.step-up.client-capability",
                    "cp1");
        }
    }

    private static final String KEYS_ARE_REACHABLE = "checks.find { it.name == 'OpenID provider' }.data.reachable";

    private static final int MORE_THAN_THERE_ARE_THREADS = 60;

    private static final int PATIENCE_IN_MILLIS = 15_000;

    TestIssuer issuer;

    @TestHTTPResource
    URI api;

    private final String alice = UUID.randomUUID().toString();

    @Test
    @DisplayName("A06 two clients, for which the user has different subjects, see the same tasks")
    void ownerIsTheSameThroughEveryClient() {
        create(EntraTokens.v2(alice, WEB_APP), "Water the plants").then().statusCode(201);

        as(EntraTokens.v2(alice, OTHER_APP)).get("/tasks").then().body("title", contains("Water the plants"));
        as(EntraTokens.v2(UUID.randomUUID().toString(), WEB_APP))
                .get("/tasks")
                .then()
                .body("", empty());
        as(EntraTokens.v2(alice, WEB_APP).claim("tid", UUID.randomUUID().toString()))
                .get("/tasks")
                .then()
                .body("", empty());
    }

    @Test
    @DisplayName("A06 the caller is identified by tenant, object id and client")
    void namesTheCaller() {
        as(EntraTokens.v2(alice, WEB_APP))
                .get("/me")
                .then()
                .statusCode(200)
                .body("owner.issuer", equalTo(TENANT))
                .body("owner.subject", equalTo(alice))
                .body("subject", equalTo("pairwise-" + WEB_APP + "-" + alice))
                .body("client", equalTo(WEB_APP))
                .body("audience", contains(API));
    }

    @Test
    @DisplayName("A01 a token without an object id is rejected")
    void refusesATokenWithoutObjectId() {
        as(EntraTokens.v2(alice, WEB_APP).remove("oid")).get("/tasks").then().statusCode(401);
    }

    @Test
    @DisplayName("A04 v1 tokens, and tokens of another tenant or for another API, are rejected")
    void refusesTokensForOthers() {
        as(EntraTokens.v1(alice, WEB_APP)).get("/tasks").then().statusCode(401);
        as(EntraTokens.v2(alice, WEB_APP).issuer("https://login.microsoftonline.com/" + UUID.randomUUID() + "/v2.0"))
                .get("/tasks")
                .then()
                .statusCode(401);
        as(EntraTokens.v2(alice, WEB_APP).audience("00000003-0000-0000-c000-000000000000"))
                .get("/tasks")
                .then()
                .statusCode(401);
    }

    @Test
    @DisplayName("A08 an application with a configured role works as its own service principal")
    void applicationRoleStandsForAScope() {
        var application = EntraTokens.v2OfApplication(alice, "Tasks.Read.All");

        as(application)
                .get("/me")
                .then()
                .statusCode(200)
                .body("scopes", contains("tasks.read"))
                .body("owner.subject", equalTo(alice));
        create(application, "x")
                .then()
                .statusCode(403)
                .header(
                        "WWW-Authenticate",
                        containsString("error=\"insufficient_scope\", scope=\"api://" + API + "/tasks.write\""))
                .body("detail", equalTo("The access token lacks the scope tasks.write"));
        as(application.remove("idtyp")).get("/me").then().statusCode(200).body("scopes", contains("tasks.read"));
    }

    @Test
    @DisplayName("A16 the authentication context is also demanded with v2 tokens")
    void asksForTheAuthenticationContext() {
        as(EntraTokens.v2(alice, WEB_APP).claim("acrs", List.of("p1", "c1")))
                .get("/tasks/export")
                .then()
                .statusCode(200);
        as(EntraTokens.v2(alice, WEB_APP).claim("acrs", List.of("p1")).claim("xms_cc", List.of("cp1")))
                .get("/tasks/export")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:problem-type:taskmaster:insufficient-claims"));
    }

    @Test
    @DisplayName("A08 an application with another role is rejected")
    void refusesAnApplicationWithAnotherRole() {
        as(EntraTokens.v2OfApplication(alice, "Tasks.ReadWrite.All"))
                .get("/tasks")
                .then()
                .statusCode(401);
        as(EntraTokens.v2OfApplication(alice, "tasks.read"))
                .get("/tasks")
                .then()
                .statusCode(401);
    }

    @Test
    @DisplayName("A08 a user gains nothing from roles")
    void userGainsNothingFromRoles() {
        var writer =
                EntraTokens.v2(alice, WEB_APP).claim("scp", "tasks.write").claim("roles", List.of("Tasks.Read.All"));

        as(writer).get("/tasks").then().statusCode(403);
        as(EntraTokens.v2(alice, WEB_APP).claim("scp", "").claim("roles", List.of("Tasks.Read.All")))
                .get("/tasks")
                .then()
                .statusCode(401);
        as(EntraTokens.v2OfApplication(alice, "Tasks.Read.All").claim("scp", "tasks.write"))
                .get("/tasks")
                .then()
                .statusCode(403);
    }

    @Test
    @DisplayName("A08 a user's ID token with roles is not accepted as an application's access token")
    void refusesAnIdTokenWithRoles() {
        var idToken = EntraTokens.v2(alice, WEB_APP).remove("scp").claim("roles", List.of("Tasks.Read.All"));

        as(idToken).get("/tasks").then().statusCode(401);
        as(EntraTokens.v2OfApplication(alice, "Tasks.Read.All").remove("azp"))
                .get("/tasks")
                .then()
                .statusCode(401);
        as(EntraTokens.v2OfApplication(alice, "Tasks.Read.All").claim("idtyp", "user"))
                .get("/tasks")
                .then()
                .statusCode(401);
    }

    @Test
    void trustsAPrivateAuthorityForTheKeySet() {
        as(EntraTokens.v2(alice, WEB_APP)).get("/me").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200).body(KEYS_ARE_REACHABLE, equalTo(true));
    }

    @Test
    @DisplayName("A14 a provider that accepts requests but never responds delays no request with a valid token")
    void goesOnWhileTheProviderIsSilent() {
        as(EntraTokens.v2(alice, WEB_APP)).get("/me").then().statusCode(200);
        var caller = HttpClient.newHttpClient();
        issuer.becomeSilent();
        try {
            var invented = Stream.generate(() -> UUID.randomUUID().toString())
                    .limit(MORE_THAN_THERE_ARE_THREADS)
                    .map(keyId -> issuer.sign(EntraTokens.v2(alice, WEB_APP), keyId))
                    .map(token -> HttpRequest.newBuilder(api.resolve("/me"))
                            .header("Authorization", "Bearer " + token)
                            .build())
                    .map(request -> caller.sendAsync(request, BodyHandlers.discarding()))
                    .toList();

            as(EntraTokens.v2(alice, WEB_APP))
                    .config(RestAssuredConfig.config()
                            .httpClient(HttpClientConfig.httpClientConfig()
                                    .setParam("http.socket.timeout", PATIENCE_IN_MILLIS)))
                    .get("/me")
                    .then()
                    .statusCode(200);
            assertThat(invented)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(401));
        } finally {
            issuer.publishKeys();
        }
    }

    @Test
    @DisplayName("A14 a flood of readiness probes does not reach the provider")
    void asksTheProviderForItsKeysNowAndThen() {
        var before = issuer.keyFetches();

        Stream.generate(() -> "/q/health/ready")
                .limit(40)
                .parallel()
                .forEach(path -> given().get(path).then().statusCode(200).body(KEYS_ARE_REACHABLE, equalTo(true)));

        assertThat(issuer.keyFetches() - before).isLessThan(10);
    }

    @Test
    @DisplayName("A15 the metadata names the scopes as clients request them from Entra ID")
    void describesTheResource() {
        given().get("/.well-known/oauth-protected-resource")
                .then()
                .statusCode(200)
                .body("authorization_servers", contains("https://login.microsoftonline.com/" + TENANT + "/v2.0"))
                .body("scopes_supported", contains("api://" + API + "/tasks.read", "api://" + API + "/tasks.write"));
    }

    @Test
    void namesTheScopesToTheReaderOfTheConsoleAsTheProviderKnowsThem() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .body(
                        "components.securitySchemes.oauth2.flows.authorizationCode.scopes",
                        hasKey("api://" + API + "/tasks.read"));
    }

    private Response create(JwtClaimsBuilder claims, String title) {
        return as(claims)
                .contentType("application/json")
                .body(Map.of("title", title))
                .post("/tasks");
    }

    private RequestSpecification as(JwtClaimsBuilder claims) {
        return given().auth().oauth2(issuer.sign(claims));
    }
}
