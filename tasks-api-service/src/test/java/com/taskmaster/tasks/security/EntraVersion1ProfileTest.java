package com.taskmaster.tasks.security;

import static com.taskmaster.tasks.security.EntraTokens.API;
import static com.taskmaster.tasks.security.EntraTokens.OTHER_APP;
import static com.taskmaster.tasks.security.EntraTokens.TENANT;
import static com.taskmaster.tasks.security.EntraTokens.WEB_APP;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.taskmaster.tasks.TestIssuer;
import com.taskmaster.tasks.TestIssuerResource;
import com.taskmaster.tasks.WithBackingProcesses;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EntraVersion1ProfileTest.Version1.class)
@WithBackingProcesses
class EntraVersion1ProfileTest {

    public static class Version1 extends EntraProfileTest.Entra {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestIssuerResource.class, TestIssuerResource.BY_PROXY));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("taskmaster.access-token.issuer", "https://sts.windows.net/" + TENANT + "/");
            settings.put("taskmaster.access-token.audiences", "api://" + API + "," + API);
            settings.put("taskmaster.resource.identifier", "https://tasks.example/apis/tasks");
            return settings;
        }
    }

    TestIssuer issuer;

    private final String alice = UUID.randomUUID().toString();

    @Test
    @DisplayName("A04 v1 tokens are accepted if configured, for the API's URI and for its id")
    void acceptsVersion1() {
        as(EntraTokens.v1(alice, WEB_APP))
                .contentType("application/json")
                .body(Map.of("title", "Water the plants"))
                .post("/tasks")
                .then()
                .statusCode(201);

        as(EntraTokens.v1(alice, OTHER_APP).audience(API))
                .get("/tasks")
                .then()
                .body("title", contains("Water the plants"));
    }

    @Test
    void isReadyWhereTheKeysAreFoundThroughAProxy() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'OpenID provider' }.data.reachable", equalTo(true));
    }

    @Test
    @DisplayName("A04 v2 tokens are rejected if v1 is configured")
    void refusesVersion2() {
        as(EntraTokens.v2(alice, WEB_APP)).get("/tasks").then().statusCode(401);
    }

    @Test
    @DisplayName("A08 an application with a configured role works with a v1 token, with or without idtyp")
    void acceptsApplicationsWithVersion1() {
        var application = EntraTokens.v1OfApplication(alice, "Tasks.Read.All");

        for (var token : List.of(application, application.remove("idtyp"))) {
            as(token)
                    .get("/me")
                    .then()
                    .statusCode(200)
                    .body("client", equalTo(OTHER_APP))
                    .body("scopes", contains("tasks.read"));
        }
        as(EntraTokens.v1OfApplication(alice, "Tasks.ReadWrite.All"))
                .get("/tasks")
                .then()
                .statusCode(401);
    }

    @Test
    void namesTheClientByItsApplicationId() {
        as(EntraTokens.v1(alice, WEB_APP)).get("/me").then().body("client", equalTo(WEB_APP));
    }

    @Test
    @DisplayName("A16 a sign-in in Entra ID's authentication context suffices, whatever its time")
    void acceptsTheAuthenticationContext() {
        as(EntraTokens.v1(alice, WEB_APP).claim("acrs", List.of("p1", "c1")))
                .get("/tasks/export")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("A16 a sign-in without the authentication context is rejected with a claims challenge")
    void challengesForTheAuthenticationContext() {
        var capable = List.of("cp1");
        for (var claims : List.of(
                EntraTokens.v1(alice, WEB_APP).claim("xms_cc", capable),
                EntraTokens.v1(alice, WEB_APP).claim("xms_cc", capable).claim("acrs", List.of("c2", "c11")))) {
            var header = as(claims)
                    .get("/tasks/export")
                    .then()
                    .statusCode(401)
                    .body("type", equalTo("urn:problem-type:taskmaster:insufficient-claims"))
                    .extract()
                    .header("WWW-Authenticate");

            var challenge = Pattern.compile(
                            "Bearer error=\"insufficient_claims\", claims=\"([^\"]+)\", resource_metadata=\".+\"")
                    .matcher(header);
            assertThat(challenge.matches()).as(header).isTrue();
            assertThat(new String(Base64.getDecoder().decode(challenge.group(1)), StandardCharsets.UTF_8))
                    .isEqualTo("{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}");
        }
    }

    @Test
    @DisplayName("A16 a client that does not declare support for claims challenges is not sent one")
    void sendsNoChallengeToAClientThatCannotAnswerIt() {
        for (var claims : List.of(
                EntraTokens.v1(alice, WEB_APP), EntraTokens.v1(alice, WEB_APP).claim("xms_cc", List.of("cp2")))) {
            as(claims)
                    .get("/tasks/export")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:problem-type:taskmaster:insufficient-client"))
                    .header("WWW-Authenticate", not(containsString("claims=\"")));
        }
    }

    @Test
    @DisplayName("A15 the metadata is at the well-known path followed by the resource identifier's, and nowhere else")
    void describesAResourceWithAPath() {
        var metadata = "/.well-known/oauth-protected-resource/apis/tasks";
        given().get("/tasks")
                .then()
                .header(
                        "WWW-Authenticate",
                        containsString("resource_metadata=\"https://tasks.example" + metadata + "\""));

        given().get(metadata).then().statusCode(200).body("resource", equalTo("https://tasks.example/apis/tasks"));
        given().get("/.well-known/oauth-protected-resource").then().statusCode(404);
        given().get("/.well-known/oauth-protected-resource/apis").then().statusCode(404);
    }

    private RequestSpecification as(JwtClaimsBuilder claims) {
        return given().auth().oauth2(issuer.sign(claims));
    }
}
