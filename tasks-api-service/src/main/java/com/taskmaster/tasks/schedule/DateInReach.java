package com.taskmaster.tasks.schedule;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/** Rejects years outside 1900-2999, which are almost certainly typos. */
@Constraint(validatedBy = DateInReach.WithinCenturies.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface DateInReach {

    String message() default "must be from 1900 to 2999";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class WithinCenturies implements ConstraintValidator<DateInReach, LocalDate> {

        @Override
        public boolean isValid(LocalDate date, ConstraintValidatorContext context) {
            return date == null || Due.isInReach(date);
        }
    }
}
