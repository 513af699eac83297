package com.taskmaster.tasks.security;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;

/** An absolute http(s) URL. */
@Constraint(validatedBy = HttpAddress.Absolute.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface HttpAddress {

    String message() default "must be an absolute URL with http or https, and without a fragment";

    /** Whether a query is allowed. */
    boolean query() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks only the form of the URL, not whether it can be reached. */
    final class Absolute implements ConstraintValidator<HttpAddress, URI> {

        private boolean query;

        @Override
        public void initialize(HttpAddress constraint) {
            query = constraint.query();
        }

        @Override
        public boolean isValid(URI address, ConstraintValidatorContext context) {
            return address == null
                    || ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                            && address.getHost() != null
                            && address.getRawUserInfo() == null
                            && address.getRawFragment() == null
                            && (query || address.getRawQuery() == null);
        }
    }
}
