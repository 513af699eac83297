package com.taskmaster.tasks.schedule;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires both time and time zone, or neither. */
@Constraint(validatedBy = TimeInZone.Together.class)
@Target({ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@interface TimeInZone {

    String message() default "must have both a time and a zone, or neither";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Together implements ConstraintValidator<TimeInZone, Due> {

        @Override
        public boolean isValid(Due due, ConstraintValidatorContext context) {
            return due == null || (due.time() == null) == (due.zone() == null);
        }
    }
}
