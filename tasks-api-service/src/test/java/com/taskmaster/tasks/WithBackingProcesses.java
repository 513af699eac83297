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
 * A test that runs on a Keycloak and a PostgreSQL that run as processes, and on no others: it starts the service with
 * settings of its own, or asks how it takes bytes and times, where containers would tell nothing more.
 */
@QuarkusTestResource(value = BackingServicesResource.class, initArgs = @ResourceArg(name = "database", value = "tasks"))
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithBackingProcesses {}
