package com.taskmaster.tasks.security;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Writes into the OpenAPI document where its reader signs in: the provider is known only at run time. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class OpenIdConnectScheme implements OASFilter {

    private static final String NAME = "openIdConnect";

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        var issuer = ConfigProvider.getConfig().getValue("taskmaster.access-token.issuer", String.class);
        var components = openApi.getComponents() == null ? OASFactory.createComponents() : openApi.getComponents();
        openApi.components(components.addSecurityScheme(
                NAME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.OPENIDCONNECT)
                        .description("Authorization code flow with PKCE")
                        .openIdConnectUrl(issuer + "/.well-known/openid-configuration")));
        openApi.security(
                List.of(OASFactory.createSecurityRequirement().addScheme(NAME, List.of(Scopes.READ, Scopes.WRITE))));
    }
}
