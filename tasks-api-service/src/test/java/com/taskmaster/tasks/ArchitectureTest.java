package com.taskmaster.tasks;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Set;

/** The rules for what code may be in which class and package. */
@AnalyzeClasses(packages = "com.taskmaster.tasks", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> WITHOUT_QUESTION =
            Set.of("persist", "persistAndFlush", "flush", "isPersistent", "getEntityManager");

    @ArchTest
    static final ArchRule packagesHaveNoCircle =
            slices().matching("com.taskmaster.tasks.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule tasksUseSecurityAndNeverTheOtherWayRound = noClasses()
            .that()
            .resideInAPackage("..security..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..task..");

    @ArchTest
    static final ArchRule pathsLiveInResources =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule httpLivesInResourcesAndItsOwnRooms = noClasses()
            .that(not(simpleNameEndingWith("Resource")))
            .and()
            .resideOutsideOfPackages("..body..", "..http..", "..idempotency..", "..problem..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule everyOperationSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule queriesLiveInCollections = classes()
            .that()
            .implement(PanacheRepositoryBase.class)
            .should()
            .haveSimpleNameEndingWith("s")
            .orShould()
            .haveSimpleName("History");

    @ArchTest
    static final ArchRule theAccountIsPartOfEveryQuestion = noClasses()
            .that()
            .areNotAssignableTo(PanacheRepositoryBase.class)
            .and()
            .resideOutsideOfPackage("..idempotency..") // its keys contain the account
            .should()
            .accessTargetWhere(describe("asks the framework", ArchitectureTest::isQuestionToTheFramework));

    /** Whether the access is a query, unlike an operation on an entity that was already loaded. */
    private static boolean isQuestionToTheFramework(JavaAccess<?> access) {
        return access.getTarget()
                .resolveMember()
                .filter(member -> member.getOwner().isEquivalentTo(PanacheRepositoryBase.class))
                .filter(member -> !WITHOUT_QUESTION.contains(member.getName()))
                .filter(member -> !member.getFullName().endsWith(".delete(java.lang.Object)"))
                .isPresent();
    }

    @ArchTest
    static final ArchRule noEntityIsBoundOrSerialized = noMethods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .haveRawReturnType(annotatedWith(Entity.class))
            .orShould()
            .haveRawParameterTypes(anyElementThat(annotatedWith(Entity.class)));

    @ArchTest
    static final ArchRule namesAreTheFieldsOwn = noClasses()
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Helper");
}
