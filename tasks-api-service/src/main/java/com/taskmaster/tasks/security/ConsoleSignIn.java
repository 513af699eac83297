package com.taskmaster.tasks.security;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Writes into the OpenAPI document where the reader of the developer console signs in, by the settings {@code
 * taskmaster.console.*}: the provider is known only at run time.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ConsoleSignIn implements OASFilter {

    /** What the framework calls the scheme that each operation requires. */
    private static final String SCHEME = "oauth2";

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        setting("console.authorization-endpoint").ifPresent(authorizationEndpoint -> setting("console.token-endpoint")
                .ifPresent(tokenEndpoint -> addSignIn(openApi, authorizationEndpoint, tokenEndpoint)));
    }

    private static Optional<String> setting(String name) {
        return ConfigProvider.getConfig().getOptionalValue("taskmaster." + name, String.class);
    }

    private static void addSignIn(OpenAPI openApi, String authorizationEndpoint, String tokenEndpoint) {
        var prefix = setting("resource.scope-prefix").orElse("");
        var flow = OASFactory.createOAuthFlow()
                .authorizationUrl(authorizationEndpoint)
                .tokenUrl(tokenEndpoint)
                .addScope(prefix + Scopes.READ, "Read your tasks")
                .addScope(prefix + Scopes.WRITE, "Create, change and delete your tasks");
        var components = openApi.getComponents() == null ? OASFactory.createComponents() : openApi.getComponents();
        openApi.components(components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .description("Authorization code flow with PKCE")
                        .flows(OASFactory.createOAuthFlows().authorizationCode(flow))));
    }
}
