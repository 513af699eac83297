package com.taskmaster.tasks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.test.junit.TestProfile;

/** Where a test lives. */
@AnalyzeClasses(packages = "com.taskmaster.tasks", importOptions = ImportOption.OnlyIncludeTests.class)
class ArchitectureOfTestsTest {

    /** By the name the build knows which tests need an application of their own, and containers of their own with it. */
    @ArchTest
    static final ArchRule testsWithSettingsOfTheirOwnSaySo =
            classes().that().areAnnotatedWith(TestProfile.class).should().haveSimpleNameEndingWith("ProfileTest");
}
