package com.taskmaster.tasks.task;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits the number of Unicode characters as PostgreSQL counts them: an emoji is one, where Java counts two. */
@Constraint(validatedBy = MaxCharacters.CodePoints.class)
@Target({FIELD, METHOD, PARAMETER, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface MaxCharacters {

    int value();

    String message() default "must not be longer than {value} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** An unpaired surrogate counts as one. */
    final class CodePoints implements ConstraintValidator<MaxCharacters, CharSequence> {

        private int most;

        @Override
        public void initialize(MaxCharacters constraint) {
            most = constraint.value();
        }

        @Override
        public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().count() <= most;
        }
    }
}
