package com.taskmaster.tasks.schedule;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A recurrence rule (RFC 5545 §3.3.10) that repeats daily or less often, with a plausible interval, in the Gregorian
 * calendar.
 */
@Constraint(validatedBy = RepeatRule.Understood.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface RepeatRule {

    String message() default
            "must be a recurrence rule of RFC 5545 that repeats daily, weekly, monthly or yearly, with an INTERVAL of at most "
                    + Recurrence.LONGEST_INTERVAL
                    + ", no value twice, and neither BYHOUR, BYMINUTE, BYSECOND, RSCALE nor SKIP";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Understood implements ConstraintValidator<RepeatRule, String> {

        @Override
        public boolean isValid(String rule, ConstraintValidatorContext context) {
            return rule == null || Recurrence.parse(rule).isPresent();
        }
    }
}
