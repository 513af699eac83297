package com.taskmaster.tasks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Classes used by reflection must be registered for native executables if Quarkus does not find them by itself. */
@AnalyzeClasses(packages = "com.taskmaster.tasks", importOptions = ImportOption.DoNotIncludeTests.class)
class NativeReadinessTest {

    @ArchTest
    static final ArchRule theScopesOfAnOperationCanBeRead = methods()
            .that()
            .areAnnotatedWith(RolesAllowed.class)
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(RegisterForReflection.class);

    @ArchTest
    static final ArchRule answersThatNoReturnTypeNamesCanBeWritten =
            methods().that().areMetaAnnotatedWith(HttpMethod.class).should(new AnswerWithWhatCanBeWritten());

    private static final class AnswerWithWhatCanBeWritten extends ArchCondition<JavaMethod> {

        AnswerWithWhatCanBeWritten() {
            super("answer with types that they name, or that are registered with all their records");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            var named = method.getReturnType().getAllInvolvedRawTypes().stream()
                    .map(JavaClass::getName)
                    .toList();
            Arrays.stream(method.reflect().getAnnotationsByType(APIResponse.class))
                    .flatMap(answer -> Arrays.stream(answer.content()))
                    .map(Content::schema)
                    .map(schema -> schema.implementation())
                    .filter(type -> type.isRecord() && !named.contains(type.getName()))
                    .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
                    .forEach(type -> events.add(new SimpleConditionEvent(
                            method,
                            type.isAnnotationPresent(RegisterForReflection.class),
                            method.getFullName() + " answers with " + type.getName() + ", which is not registered")));
        }
    }
}
