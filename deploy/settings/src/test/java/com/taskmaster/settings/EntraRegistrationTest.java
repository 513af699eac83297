package com.taskmaster.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app registrations by script, by Terraform and by hand are the same, and are what the services need. */
class EntraRegistrationTest {

    private static final Path FOLDER = Path.of("../identity/entra");
    private static final String ADDRESS = "https://taskmaster.example.com";
    private static final String ISSUER = "https://issuer.example.com/";

    private static RegisterScript registered;
    private static JsonNode api;
    private static JsonNode webapp;

    @TempDir
    private Path folder;

    @BeforeAll
    static void register(@TempDir Path folder) {
        registered = RegisterScript.run(folder, ADDRESS, "federated", ISSUER);
        assertThat(registered.exitCode()).as(registered.errors()).isZero();
        api = registered.application(RegisterScript.API);
        webapp = registered.application(RegisterScript.WEBAPP);
    }

    @Test
    void makesTheScopesThatTheWebAppAsksFor() {
        var asked = List.of(setting("webapp-service", "%entra.quarkus.oidc.authentication.scopes")
                .replace("${taskmaster.entra.api-client-id}", RegisterScript.API)
                .split(","));
        var ofTheApi = scopes().map(scope -> scopePrefix() + scope.path("value").asText());
        var ofGraph = texts("id", webapp.at("/requiredResourceAccess/1/resourceAccess"))
                .map(id -> id.replace("graph-", ""));

        assertThat(Stream.concat(ofTheApi, ofGraph))
                .containsExactlyInAnyOrder(
                        scopePrefix() + "tasks.read",
                        scopePrefix() + "tasks.write",
                        "openid",
                        "profile",
                        "offline_access")
                .containsAll(asked);
    }

    @Test
    void permitsTheWebAppEveryScopeOfTheApi() {
        assertThat(webapp.at("/requiredResourceAccess/0/resourceAppId").asText())
                .isEqualTo(RegisterScript.API);
        assertThat(texts("id", webapp.at("/requiredResourceAccess/0/resourceAccess")))
                .containsExactlyElementsOf(
                        scopes().map(scope -> scope.path("id").asText()).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void leadsBackToAddressesThatTheWebAppHas() throws ClassNotFoundException {
        var frontChannelLogout = Class.forName("com.taskmaster.webapp.signout.FrontChannelLogoutPage")
                .getAnnotation(jakarta.ws.rs.Path.class)
                .value();

        assertThat(webapp.at("/web/redirectUris").toString())
                .isEqualTo("[\"" + ADDRESS + setting("webapp-service", "quarkus.oidc.authentication.redirect-path")
                        + "\"]");
        assertThat(webapp.at("/web/logoutUrl").asText()).isEqualTo(ADDRESS + frontChannelLogout);
        assertThat(texts("name", webapp.at("/optionalClaims/idToken"))).containsExactly("sid", "login_hint");
        assertThat(webapp.at("/web/implicitGrantSettings")).hasSize(2).noneMatch(JsonNode::asBoolean);
    }

    @Test
    void asksForAccessTokensOfTheVersionThatTheApiReads() {
        assertThat(api.at("/api/requestedAccessTokenVersion").asInt()).isEqualTo(2);
        assertThat(api.at("/identifierUris/0").asText() + "/").isEqualTo(scopePrefix());
    }

    @Test
    void trustsTheServiceAccountOfTheManifests() {
        var credential = registered.federatedCredential();

        assertThat(credential.path("issuer").asText()).isEqualTo(ISSUER);
        assertThat(credential.path("subject").asText()).isEqualTo("system:serviceaccount:taskmaster:webapp");
        assertThat(credential.path("audiences").toString()).isEqualTo("[\"api://AzureADTokenExchange\"]");
    }

    @Test
    void isTheSameByTerraform() {
        assertThat(attributes("tasks-api.tf"))
                .contains("display_name = \"Tasks-API${var.suffix}\"")
                .contains("requested_access_token_version = 2")
                .contains("identifier_uri = \"api://${azuread_application.tasks_api.client_id}\"")
                .containsAll(scopes().flatMap(EntraRegistrationTest::attributesOfAScope)
                        .toList());
        assertThat(attributes("webapp.tf"))
                .contains(
                        "display_name = \"TaskMaster-WebApp${var.suffix}\"",
                        "redirect_uris = " + asVariable(webapp.at("/web/redirectUris")),
                        "logout_url = " + asVariable(webapp.at("/web/logoutUrl")),
                        "name = \"sid\"",
                        "name = \"login_hint\"",
                        "access_token_issuance_enabled = false",
                        "id_token_issuance_enabled = false",
                        "for_each = random_uuid.scope",
                        "for_each = toset([\"openid\", \"profile\", \"offline_access\"])",
                        "audiences = " + registered.federatedCredential().path("audiences"),
                        "subject = \"system:serviceaccount:${var.service_account}\"");
    }

    @Test
    void isTheSameByHand() {
        var steps = section("By hand, in the portal");

        assertThat(scopes()).allSatisfy(scope -> assertThat(steps)
                .contains("| `" + scope.path("value").asText() + "` | "
                        + scope.path("userConsentDescription").asText() + " |"));
        assertThat(steps)
                .contains(
                        "`" + webapp.at("/web/redirectUris/0").asText() + "`",
                        "`" + webapp.at("/web/logoutUrl").asText() + "`",
                        "ID, `sid`",
                        "`\"requestedAccessTokenVersion\": 2`",
                        "audience `api://AzureADTokenExchange`",
                        "`openid`, `profile`,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"federated", "certificate", "secret"})
    void tellsWhatTheServicesAreTold(String credential) {
        var printed = RegisterScript.run(folder, ADDRESS, credential, "of the credential");
        var tasksApi = printed.settings("tasks-api-service");
        var webappService = printed.settings("webapp-service");

        assertThat(tasksApi)
                .containsEntry("TASKMASTER_ENTRA_TENANT", RegisterScript.TENANT)
                .containsEntry("TASKMASTER_ENTRA_API_CLIENT_ID", RegisterScript.API)
                .containsKey("TASKMASTER_RESOURCE_IDENTIFIER");
        assertThat(webappService)
                .containsEntry("TASKMASTER_ENTRA_TENANT", RegisterScript.TENANT)
                .containsEntry("TASKMASTER_ENTRA_API_CLIENT_ID", RegisterScript.API)
                .containsEntry("QUARKUS_OIDC_CLIENT_ID", RegisterScript.WEBAPP);
        assertThat(tasksApi.keySet()).isEqualTo(printedByTerraform("\"tasks_api_settings\""));
        assertThat(webappService.keySet())
                .isEqualTo(union(printedByTerraform("\"webapp_settings\""), printedByTerraform(credential)));
        assertThat(section("Settings of the services")).contains(union(tasksApi.keySet(), webappService.keySet()));
    }

    @Test
    void addsACertificateOrASecretToThoseThatThereAre() {
        var certificate = RegisterScript.run(folder.resolve("1"), ADDRESS, "certificate", "webapp.crt");
        var secret = RegisterScript.run(folder.resolve("2"), ADDRESS, "secret");

        assertThat(certificate.call("ad app credential reset"))
                .containsSequence("--id", RegisterScript.WEBAPP, "--append", "--cert", "@webapp.crt");
        assertThat(secret.call("ad app credential reset"))
                .containsSequence("--id", RegisterScript.WEBAPP, "--append")
                .containsSequence("--query", "password");
        assertThat(secret.settings("webapp-service"))
                .containsEntry("QUARKUS_OIDC_CREDENTIALS_SECRET", RegisterScript.SECRET);
    }

    @Test
    void makesNothingWhereThereIsARegistrationAlready() {
        var again = RegisterScript.run(folder, Map.of("THERE", "TaskMaster-WebApp"), ADDRESS, "secret");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.errors()).contains("A registration named TaskMaster-WebApp already exists");
        assertThat(again.calls()).isNotEmpty().noneMatch(call -> call.contains("create"));
    }

    @Test
    void makesTheRegistrationsOfASecondEnvironmentBesideThoseOfTheFirst() {
        var second = RegisterScript.run(
                folder, Map.of("SUFFIX", "-staging", "THERE", "TaskMaster-WebApp"), ADDRESS, "secret");

        assertThat(second.exitCode()).as(second.errors()).isZero();
        assertThat(second.call("--display-name Tasks-API-staging")).contains("create");
        assertThat(second.call("--display-name TaskMaster-WebApp-staging")).contains("create");
        assertThat(second.application(RegisterScript.API).at("/identifierUris/0"))
                .isEqualTo(api.at("/identifierUris/0"));
    }

    @Test
    void makesNothingWhereThereIsOneOfTheSecondEnvironmentAlready() {
        var again = RegisterScript.run(
                folder, Map.of("SUFFIX", "-staging", "THERE", "TaskMaster-WebApp-staging"), ADDRESS, "secret");

        assertThat(again.errors()).contains("A registration named TaskMaster-WebApp-staging already exists");
        assertThat(again.calls()).isNotEmpty().noneMatch(call -> call.contains("create"));
    }

    @Test
    void renewsACertificateOrASecretOfTheEnvironmentThatIsNamed() {
        assertThat(section("Rotating a certificate or a secret"))
                .contains("'TaskMaster-WebApp$SUFFIX'")
                .doesNotContain("'TaskMaster-WebApp'");
    }

    @Test
    void saysWhatIsLeftWhereItBreaksOff() {
        var refused = RegisterScript.run(
                folder, Map.of("FAILS", "ad sp create --id " + RegisterScript.WEBAPP + " *"), ADDRESS, "secret");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).isEmpty();
        assertThat(refused.errors())
                .contains(
                        "Insufficient privileges",
                        "az ad app delete --id " + RegisterScript.API,
                        "az ad app delete --id " + RegisterScript.WEBAPP);
    }

    private static Stream<JsonNode> scopes() {
        return StreamSupport.stream(api.at("/api/oauth2PermissionScopes").spliterator(), false);
    }

    private static Stream<String> texts(String name, JsonNode objects) {
        return StreamSupport.stream(objects.spliterator(), false)
                .map(object -> object.path(name).asText());
    }

    /** The prefix that the Tasks API requires for scope names. */
    private static String scopePrefix() {
        return setting("tasks-api-service", "%entra.taskmaster.resource.scope-prefix")
                .replace("${taskmaster.entra.api-client-id}", RegisterScript.API);
    }

    private static String setting(String service, String name) {
        var settings = new Properties();
        try (var file =
                Files.newBufferedReader(Path.of("../..", service, "src/main/resources/application.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty(name);
    }

    private static Stream<String> attributesOfAScope(JsonNode scope) {
        return Stream.of(
                "value = " + scope.path("value"),
                "type = " + scope.path("type"),
                "admin_consent_display_name = " + scope.path("adminConsentDisplayName"),
                "admin_consent_description = " + scope.path("adminConsentDescription"),
                "user_consent_display_name = " + scope.path("userConsentDisplayName"),
                "user_consent_description = " + scope.path("userConsentDescription"));
    }

    private static String asVariable(JsonNode addresses) {
        return addresses.toString().replace(ADDRESS, "${var.webapp_url}");
    }

    /** Each {@code name = value} in a Terraform file. */
    private static List<String> attributes(String file) {
        return Pattern.compile("(?m)^ *(\\w+) += (.*)$")
                .matcher(read(file))
                .results()
                .map(attribute -> attribute.group(1) + " = " + attribute.group(2))
                .toList();
    }

    /** The environment variables in the text after a name in {@code outputs.tf}. */
    private static Set<String> printedByTerraform(String name) {
        var text = read("outputs.tf")
                .split(" " + name + " ", 2)[1]
                .split("<<-EOT\n", 2)[1]
                .split("EOT\n", 2)[0];
        return Pattern.compile("(?m)^ *([A-Z_]+)=")
                .matcher(text)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String title) {
        return read("README.md").split("\n## " + title + "\n", 2)[1].split("\n## ", 2)[0];
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
