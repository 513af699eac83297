package com.taskmaster.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The developer console: Swagger UI, as a public client. */
class ConsoleJourneyIT extends Journey {

    @Test
    @DisplayName("a developer authorizes with the code flow and PKCE, calls the real API, and sees rejections")
    void authorizesAndCallsTheApi() {
        page.navigate(pair.tasksApi() + "/q/swagger-ui/");
        var list = page.locator("#operations-Tasks-listTasks");
        tryOut(list);
        assertThat(statusOf(list)).containsText("401");

        page.locator(".authorize").first().click();
        var dialog = page.locator(".modal-ux .auth-container");
        assertThat(dialog).hasCount(1);
        assertThat(dialog).containsText("authorizationCode with PKCE");
        dialog.getByText("select none").click();
        dialog.locator("[for^='tasks.read-']").click();
        screenshot(page, "console-authorize");
        var provider =
                page.waitForPopup(() -> dialog.locator("button.authorize").click());
        provider.locator("#username").fill("alice");
        provider.locator("#password").fill("alice");
        provider.locator("#kc-login").click();
        assertThat(provider.getByText("Read your tasks")).isVisible();
        provider.locator("#kc-login").click();
        assertThat(dialog.getByText("Logout")).isVisible();
        page.locator(".btn-done").first().click();

        list.getByText("Execute").click();
        assertThat(statusOf(list)).containsText("200");
        var create = page.locator("#operations-Tasks-createTask");
        tryOut(create);
        assertThat(statusOf(create)).containsText("403");
    }

    private static void tryOut(Locator operation) {
        operation.locator(".opblock-summary").click();
        operation.getByText("Try it out").click();
        operation.getByText("Execute").click();
    }

    private static Locator statusOf(Locator operation) {
        return operation
                .locator(".live-responses-table tbody .response-col_status")
                .first();
    }

    @Test
    @DisplayName("each pattern in the API description is an ECMA-262 regular expression (JSON Schema §6.4)")
    void hasPatternsForItsReaders() {
        page.navigate(pair.tasksApi() + "/q/swagger-ui/");

        var patterns = (List<?>) page.evaluate("""
                async () => {
                  const patterns = new Set();
                  const contract = await (await fetch("/q/openapi?format=json")).text();
                  JSON.parse(contract, (name, value) => {
                    if (name === "pattern") {
                      patterns.add(new RegExp(value, "u").source);
                    }
                    return value;
                  });
                  return [...patterns];
                }""");

        assertThat(patterns).hasSizeGreaterThan(3);
    }

    @Test
    @DisplayName("with Entra ID, where it is not a registered client, it accepts an access token and offers no sign-in")
    void takesATokenWhereItIsNoClient() {
        var settings = Map.of(
                "QUARKUS_PROFILE",
                "entra",
                "TASKMASTER_ENTRA_TENANT",
                "5f1f7a52-6ff5-4b1c-a0a3-8b1d3f3c7e21",
                "TASKMASTER_ENTRA_API_CLIENT_ID",
                "6e74172b-be56-4843-9ff4-e66a39bb12e3",
                "TASKMASTER_ACCESS_TOKEN_KEY_SET",
                pair.issuer() + "/protocol/openid-connect/certs",
                "QUARKUS_DATASOURCE_USERNAME",
                "tasks",
                "QUARKUS_DATASOURCE_PASSWORD",
                "tasks");
        try (var api = TasksApiInstance.start("tasks-api-entra", pair, settings)) {
            page.navigate(api.address() + "/q/swagger-ui/");

            page.locator(".authorize").first().click();

            var dialog = page.locator(".modal-ux .auth-container");
            assertThat(dialog).hasCount(1);
            assertThat(dialog).containsText("(http, Bearer)");
            assertThat(dialog).not().containsText("authorizationCode");
        }
    }
}
