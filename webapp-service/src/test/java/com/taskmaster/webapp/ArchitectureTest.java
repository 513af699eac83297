package com.taskmaster.webapp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The rules for what code may be in which class and package. */
@AnalyzeClasses(packages = "com.taskmaster.webapp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCircle =
            slices().matching("com.taskmaster.webapp.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pathsLiveInPages = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotAnnotatedWith(RegisterRestClient.class)
            .should()
            .haveSimpleNameEndingWith("Page");

    @ArchTest
    static final ArchRule remoteCallsLiveInClients =
            classes().that().areAnnotatedWith(RegisterRestClient.class).should().haveSimpleNameEndingWith("Client");

    @ArchTest
    static final ArchRule everyPageSaysWhoMaySeeIt = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Page")
            .should()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(Authenticated.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Authenticated.class);

    /** W21: anybody can make a user follow a link. */
    @ArchTest
    static final ArchRule whatIsAskedForByGetChangesNothing = methods()
            .that()
            .areAnnotatedWith(GET.class)
            .and()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Page")
            .should(new ReachNoChange());

    @ArchTest
    static final ArchRule whereTokensRestIsDecidedInOnePlace = classes()
            .that()
            .implement(TokenStateManager.class)
            .should()
            .resideInAPackage("..session..")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

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
