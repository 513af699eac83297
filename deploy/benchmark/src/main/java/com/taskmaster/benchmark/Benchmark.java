package com.taskmaster.benchmark;

import com.taskmaster.backing.Chromium;
import com.taskmaster.local.Pair;
import com.taskmaster.local.PairSettings;
import com.taskmaster.local.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code mvn -Pbenchmark}: fills a database once, then measures both services and their limits in one run. */
public final class Benchmark {

    /** Disabled, because they would be measured instead of the services. */
    private static final Map<String, String> UNLIMITED =
            Map.of("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false", "TASKMASTER_RATE_LIMIT_ENABLED", "false");

    private Benchmark() {}

    /** @param arguments the folder of this module */
    public static void main(String... arguments) throws IOException {
        var module = Path.of(arguments[0]);
        var data = module.resolve("data");
        var settings = PairSettings.standard(data).forLoad(UNLIMITED);
        try (var chromium = Chromium.start();
                var pair = Pair.start(settings, module.resolve("../..").normalize(), new Steps(System.out))) {
            var tokens = new Tokens(pair);
            var dataset = new Dataset(pair.database(), tokens.issuer());
            dataset.fill();
            new ApiMeasurements(pair, tokens, dataset, data).run();
            new PageMeasurements(pair, tokens, dataset, chromium.browser(), data).run();
        }
    }
}
