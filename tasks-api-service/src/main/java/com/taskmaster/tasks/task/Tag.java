package com.taskmaster.tasks.task;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A tag: 1 to 50 characters without comma, control character, or white space at its ends. */
@NotNull @UnicodeText
@Pattern(
        regexp = "(?![\\h\\u2028\\u2029])[^,\\p{Cntrl}]{1,50}(?<![\\h\\u2028\\u2029])",
        message = "must have 1 to 50 characters, no comma, and no space at its ends")
@Constraint(validatedBy = {})
@Target({TYPE_USE, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@interface Tag {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
