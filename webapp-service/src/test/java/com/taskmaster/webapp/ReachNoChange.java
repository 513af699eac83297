package com.taskmaster.webapp;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A method must not call the Tasks API, directly or indirectly, with any HTTP method but GET. */
final class ReachNoChange extends ArchCondition<JavaMethod> {

    ReachNoChange() {
        super("reach no change at the Tasks API");
    }

    @Override
    public void check(JavaMethod page, ConditionEvents events) {
        changes(page, new HashSet<>())
                .forEach(change -> events.add(
                        SimpleConditionEvent.violated(page, page.getFullName() + " reaches " + change.getFullName())));
    }

    private static Stream<JavaCodeUnit> changes(JavaCodeUnit from, Set<JavaCodeUnit> seen) {
        if (!seen.add(from)) {
            return Stream.empty();
        }
        if (isChange(from)) {
            return Stream.of(from);
        }
        return Stream.<JavaCodeUnitAccess<?>>concat(
                        from.getCallsFromSelf().stream(), from.getCodeUnitReferencesFromSelf().stream())
                .map(JavaCodeUnitAccess::getTarget)
                .map(CodeUnitAccessTarget::resolveMember)
                .flatMap(Optional::stream)
                .flatMap(called -> changes(called, seen));
    }

    /** A dry run is a POST only because of its file. */
    private static boolean isChange(JavaCodeUnit called) {
        return !called.getName().equals("preview")
                && called.getOwner().isAnnotatedWith(RegisterRestClient.class)
                && called.isMetaAnnotatedWith(HttpMethod.class)
                && !called.isAnnotatedWith(GET.class);
    }
}
