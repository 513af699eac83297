package com.taskmaster.tasks;

import com.taskmaster.backing.BackingServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test that always uses Keycloak and PostgreSQL as processes: it starts the service with its own settings, or tests
 * the handling of bytes and times, where containers make no difference.
 */
@QuarkusTestResource(value = BackingServicesResource.class, initArgs = @ResourceArg(name = "database", value = "tasks"))
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithBackingProcesses {}
