package com.taskmaster.tasks;

import com.taskmaster.backing.SpansResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Settings that can be tested together: a strict rate limit, a strong sign-in, and exported traces. */
public class WithOtherSettings implements QuarkusTestProfile {

    /** The maximum number of a user's requests in {@link #PERIOD_SECONDS}. */
    public static final int REQUESTS = 3;

    public static final int PERIOD_SECONDS = 15;

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(SpansResource.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "taskmaster.rate-limit.requests",
                "" + REQUESTS,
                "taskmaster.rate-limit.period",
                PERIOD_SECONDS + "S",
                "taskmaster.step-up.acr-values",
                "gold,urn:example:mfa",
                "taskmaster.step-up.max-age",
                "1M");
    }
}
