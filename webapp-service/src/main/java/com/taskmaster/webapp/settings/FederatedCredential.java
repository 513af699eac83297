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

/** The framework's settings of a client that a service account stands for: it reads the token at the first sign-in only. */
@ConfigMapping(prefix = "quarkus.oidc.credentials.jwt")
@FederatedCredential.Complete
interface FederatedCredential {

    /** {@code bearer}: the token of a service account proves the client. */
    @WithDefault("client")
    Source source();

    /** The file that this token is projected to. */
    Optional<@TokenFile Path> tokenPath();

    /** A token needs the file that it is in. */
    @Constraint(validatedBy = WithFile.class)
    @Target(TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Complete {

        String message() default "quarkus.oidc.credentials.jwt.token-path has to be set where the source is bearer";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** A file that can be read and is not empty; what is in it may be renewed at any time. */
    @Constraint(validatedBy = NotEmpty.class)
    @Target({METHOD, TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface TokenFile {

        String message() default "is no token that can be read: ${validatedValue}";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Whether what is needed is set. */
    final class WithFile implements ConstraintValidator<Complete, FederatedCredential> {

        @Override
        public boolean isValid(FederatedCredential credential, ConstraintValidatorContext context) {
            return credential.source() != Source.BEARER
                    || credential.tokenPath().isPresent();
        }
    }

    /** Whether what is set can be used. */
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
