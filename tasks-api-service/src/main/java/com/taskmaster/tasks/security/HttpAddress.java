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

/** An absolute http(s) URL. */
@Constraint(validatedBy = HttpAddress.Absolute.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface HttpAddress {

    String message() default "must be an absolute http or https URL without a fragment";

    /** Whether a query is allowed. */
    boolean query() default false;

    /** Whether plain http is refused in production, except on this machine. */
    boolean secure() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks only the form of the URL, not whether it can be reached. */
    final class Absolute implements ConstraintValidator<HttpAddress, URI> {

        /** Names that resolve to loopback addresses (RFC 6761 §6.3), and such addresses. */
        private static final Pattern THIS_MACHINE = Pattern.compile("(.+\\.)?localhost|127(\\.\\d+){3}|\\[::1]");

        private boolean query;
        private boolean secure;

        @Override
        public void initialize(HttpAddress constraint) {
            query = constraint.query();
            secure = constraint.secure() && LaunchMode.current() == LaunchMode.NORMAL;
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
                    && (!secure || THIS_MACHINE.matcher(address.getHost()).matches());
        }
    }
}
