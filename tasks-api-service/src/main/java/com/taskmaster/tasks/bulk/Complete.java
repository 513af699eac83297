package com.taskmaster.tasks.bulk;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Requires the members that the operation's kind needs, and no others. */
@Constraint(validatedBy = Complete.EachKind.class)
@Target({ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@interface Complete {

    String message() default "must have a task to create, an id and changes to change, or an id to delete";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides by the operation's kind. */
    final class EachKind implements ConstraintValidator<Complete, BulkRequest.Operation> {

        @Override
        public boolean isValid(BulkRequest.Operation operation, ConstraintValidatorContext context) {
            if (operation == null || operation.op() == null) {
                return true;
            }
            var hasId = operation.id() != null;
            var hasTask = operation.task() != null;
            var hasChanges = operation.changes() != null;
            var hasNoChanges = !hasChanges || operation.changes().isNull();
            return switch (operation.op()) {
                case CREATE -> hasTask && !hasId && hasNoChanges;
                case CHANGE -> hasId && hasChanges && !hasTask;
                case DELETE -> hasId && !hasTask && hasNoChanges;
            };
        }
    }
}
