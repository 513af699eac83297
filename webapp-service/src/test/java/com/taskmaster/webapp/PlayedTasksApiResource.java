package com.taskmaster.webapp;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Makes the web app use a {@link PlayedTasksApi}, and injects that into the test. */
public final class PlayedTasksApiResource implements QuarkusTestResourceLifecycleManager {

    private PlayedTasksApi api;

    @Override
    public Map<String, String> start() {
        api = new PlayedTasksApi();
        return Map.of("quarkus.rest-client.tasks-api.url", api.address());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(api, new TestInjector.MatchesType(PlayedTasksApi.class));
    }

    @Override
    public void stop() {
        api.stopListening();
    }
}
