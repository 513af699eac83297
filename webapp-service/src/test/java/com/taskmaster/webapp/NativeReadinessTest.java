package com.taskmaster.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.taskmaster.webapp.encryption.EncryptedJson;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Classes used by reflection must be registered for native executables if Quarkus does not find them by itself. */
@AnalyzeClasses(packages = "com.taskmaster.webapp", importOptions = ImportOption.DoNotIncludeTests.class)
class NativeReadinessTest {

    @ArchTest
    static void whatIsKeptAsJsonCanBeReadAgain(JavaClasses classes) {
        var read = classes.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(NativeReadinessTest::decryptsJson)
                .flatMap(method -> method.getReferencedClassObjects().stream())
                .map(ReferencedClassObject::getRawType)
                .filter(JavaClass::isRecord)
                .collect(Collectors.toSet());

        assertThat(read)
                .extracting(JavaClass::getSimpleName)
                .contains("Interruption", "Undo", "FileDescription", "Content");
        assertThat(withAllTheirRecords(read)).allMatch(type -> type.isAnnotatedWith(RegisterForReflection.class));
    }

    private static boolean decryptsJson(JavaCodeUnit method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getName().equals("decrypt")
                        && call.getTargetOwner().isEquivalentTo(EncryptedJson.class));
    }

    private static Set<JavaClass> withAllTheirRecords(Set<JavaClass> types) {
        var all = new HashSet<>(types);
        var further = types;
        while (!further.isEmpty()) {
            further = further.stream()
                    .flatMap(type -> type.getFields().stream())
                    .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                    .filter(JavaClass::isRecord)
                    .filter(all::add)
                    .collect(Collectors.toSet());
        }
        return all;
    }
}
