package com.taskmaster.webapp;

import com.taskmaster.backing.Spans;
import com.taskmaster.backing.SpansResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The web app with a {@link PlayedTasksApi}, short timeouts, and its traces exported to {@link Spans}. */
public class WithPlayedTasksApi implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PlayedTasksApiResource.class), new TestResourceEntry(SpansResource.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "com.taskmaster.webapp.tasks.Tasks/once/CircuitBreaker/delay", "300",
                "quarkus.rest-client.tasks-api.read-timeout", "1500",
                "quarkus.http.read-timeout", "2S");
    }
}
