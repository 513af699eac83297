package com.taskmaster.tasks.security;

import io.quarkus.runtime.LaunchMode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.regex.Pattern;

/** An absolute URL with https; plain http is also allowed on this machine and, outside production, anywhere. */
@Constraint(validatedBy = HttpAddress.Absolute.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface HttpAddress {

    String message() default "must be an absolute URL with https (http only on this machine), and without a fragment";

    /** Whether a query is allowed. */
    boolean query() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks only the form of the URL, not whether it can be reached. */
    final class Absolute implements ConstraintValidator<HttpAddress, URI> {

        /** Names that resolve to loopback addresses (RFC 6761 §6.3), and such addresses. */
        private static final Pattern THIS_MACHINE = Pattern.compile("(.+\\.)?localhost|127(\\.\\d+){3}|\\[::1]");

        private boolean query;
        private boolean inProduction;

        @Override
        public void initialize(HttpAddress constraint) {
            query = constraint.query();
            inProduction = LaunchMode.current() == LaunchMode.NORMAL;
        }

        @Override
        public boolean isValid(URI address, ConstraintValidatorContext context) {
            return address == null
                    || address.getHost() != null
                            && ("https".equalsIgnoreCase(address.getScheme()) || isAllowedOverPlainHttp(address))
                            && address.getRawUserInfo() == null
                            && address.getRawFragment() == null
                            && (query || address.getRawQuery() == null);
        }

        private boolean isAllowedOverPlainHttp(URI address) {
            return "http".equalsIgnoreCase(address.getScheme())
                    && (!inProduction || THIS_MACHINE.matcher(address.getHost()).matches());
        }
    }
}
