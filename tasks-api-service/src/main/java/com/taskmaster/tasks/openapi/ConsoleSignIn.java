package com.taskmaster.tasks.openapi;

import com.taskmaster.tasks.security.ResourceSettings;
import com.taskmaster.tasks.security.Scopes;
import com.taskmaster.tasks.settings.ConsoleSettings;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.config.SmallRyeConfig;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds the sign-in of the developer console to the OpenAPI document at run time, from {@code taskmaster.console.*}: the
 * provider is not known at build time.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ConsoleSignIn implements OASFilter {

    /** The name that the framework gives to the security scheme of each operation. */
    private static final String SCHEME = "oauth2";

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        var settings = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        var console = settings.getConfigMapping(ConsoleSettings.class);
        var resource = settings.getConfigMapping(ResourceSettings.class);
        console.authorizationEndpoint().ifPresent(authorizationEndpoint -> console.tokenEndpoint()
                .ifPresent(tokenEndpoint -> addSignIn(openApi, authorizationEndpoint, tokenEndpoint, resource)));
    }

    private static void addSignIn(
            OpenAPI openApi, String authorizationEndpoint, String tokenEndpoint, ResourceSettings resource) {
        var flow = OASFactory.createOAuthFlow()
                .authorizationUrl(authorizationEndpoint)
                .tokenUrl(tokenEndpoint)
                .addScope(resource.requestedAs(Scopes.READ), "Read your tasks")
                .addScope(resource.requestedAs(Scopes.WRITE), "Create, change and delete your tasks");
        var components = openApi.getComponents() == null ? OASFactory.createComponents() : openApi.getComponents();
        openApi.components(components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .description("Authorization code flow with PKCE")
                        .flows(OASFactory.createOAuthFlows().authorizationCode(flow))));
    }
}
