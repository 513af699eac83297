package com.taskmaster.tasks.task;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Well-formed Unicode text without NUL, which PostgreSQL does not store. */
@Constraint(validatedBy = UnicodeText.WholeCharacters.class)
@Target({FIELD, METHOD, PARAMETER, ANNOTATION_TYPE, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface UnicodeText {

    String message() default "must be Unicode text without NUL";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Refuses unpaired surrogates. */
    final class WholeCharacters implements ConstraintValidator<UnicodeText, CharSequence> {

        @Override
        public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
            return text == null
                    || text.codePoints()
                            .noneMatch(
                                    character -> character == 0 || Character.getType(character) == Character.SURROGATE);
        }
    }
}
