package com.taskmaster.tasks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** The rules for the names and contents of tests. */
@AnalyzeClasses(packages = "com.taskmaster.tasks", importOptions = ImportOption.OnlyIncludeTests.class)
class ArchitectureOfTestsTest {

    /** The build tells by the name which tests need an application, and with it containers, of their own. */
    @ArchTest
    static final ArchRule testsWithSettingsOfTheirOwnSaySo =
            classes().that().areAnnotatedWith(TestProfile.class).should().haveSimpleNameEndingWith("ProfileTest");

    /** The packaged service is a separate process, whose beans cannot be injected, not even into a superclass. */
    @ArchTest
    static final ArchRule testsOfThePackagedServiceInjectNothing = noClasses()
            .that(DescribedPredicate.describe(
                    "are, or are extended by, tests of the packaged service",
                    type -> Stream.concat(Stream.of(type), type.getAllSubclasses().stream())
                            .anyMatch(test -> test.isAnnotatedWith(QuarkusIntegrationTest.class))))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Inject.class);
}
