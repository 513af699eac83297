package com.taskmaster.webapp;

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

/** Where a test lives. */
@AnalyzeClasses(packages = "com.taskmaster.webapp", importOptions = ImportOption.OnlyIncludeTests.class)
class ArchitectureOfTestsTest {

    /** By the name the build knows which tests need an application of their own, and containers of their own with it. */
    @ArchTest
    static final ArchRule testsWithSettingsOfTheirOwnSaySo =
            classes().that().areAnnotatedWith(TestProfile.class).should().haveSimpleNameEndingWith("ProfileTest");

    /** The packaged service is a process of its own: a test cannot inject its beans, not even by what it inherits. */
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
