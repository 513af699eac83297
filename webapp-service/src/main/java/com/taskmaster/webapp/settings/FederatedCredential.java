package com.taskmaster.webapp.settings;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.ElementType.TYPE_USE;

import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Jwt.Source;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The framework's settings for a client that authenticates with a service account token, checked at the start because
 * the framework reads the token only at the first sign-in.
 */
@ConfigMapping(prefix = "quarkus.oidc.credentials.jwt")
@FederatedCredential.Complete
interface FederatedCredential {

    /** {@code bearer}: the client authenticates with the token of its Kubernetes service account. */
    @WithDefault("client")
    Source source();

    /** The file into which Kubernetes projects this token; required with {@code bearer}. */
    Optional<@TokenFile Path> tokenPath();

    /** Requires a token file if the source is {@code bearer}. */
    @Constraint(validatedBy = WithFile.class)
    @Target(TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Complete {

        String message() default
                "quarkus.oidc.credentials.jwt.token-path is required if quarkus.oidc.credentials.jwt.source is bearer";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** A readable, non-empty file; its content may be replaced at any time. */
    @Constraint(validatedBy = NotEmpty.class)
    @Target({METHOD, TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface TokenFile {

        String message() default "is not a readable file with a token: ${validatedValue}";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    final class WithFile implements ConstraintValidator<Complete, FederatedCredential> {

        @Override
        public boolean isValid(FederatedCredential credential, ConstraintValidatorContext context) {
            return credential.source() != Source.BEARER
                    || credential.tokenPath().isPresent();
        }
    }

    final class NotEmpty implements ConstraintValidator<TokenFile, Path> {

        @Override
        public boolean isValid(Path file, ConstraintValidatorContext context) {
            try {
                return file == null || !Files.readString(file).isBlank();
            } catch (IOException e) {
                return false;
            }
        }
    }
}
