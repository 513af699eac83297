package com.taskmaster.tasks;

import com.taskmaster.backing.BackingServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A test that needs real Keycloak and PostgreSQL servers: as processes, or with {@code -Pcontainers} as containers. */
@Tag("backing-services")
@QuarkusTestResource(value = BackingServicesResource.class, initArgs = @ResourceArg(name = "database", value = "tasks"))
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithBackingServices {}
