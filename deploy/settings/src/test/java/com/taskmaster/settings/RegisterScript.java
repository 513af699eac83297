package com.taskmaster.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code register.sh}, run with a simulated {@code az} that records its calls and responds like Entra ID.
 *
 * @param calls the arguments of each call of {@code az}
 */
record RegisterScript(int exitCode, String output, String errors, List<List<String>> calls) {

    static final String TENANT = "11111111-0000-0000-0000-000000000000";
    static final String API = "22222222-0000-0000-0000-000000000000";
    static final String WEBAPP = "33333333-0000-0000-0000-000000000000";
    static final String SECRET = "made-by-entra";

    private static final Path SCRIPT = Path.of("../identity/entra/register.sh");

    private static final String AZ = """
            #!/usr/bin/env bash
            printf '%%s\\0' "$@" >"$CALLS/$(printf '%%03d' "$(ls "$CALLS" | wc -l)")"
            case $* in
              $FAILS) echo "Insufficient privileges" >&2; exit 1 ;;
              "account show "*) echo %s ;;
              "ad app list "*"'$THERE'"*) echo %s ;;
              "ad app create --display-name Tasks-API"*) echo %s ;;
              "ad app create --display-name TaskMaster-WebApp"*) echo %s ;;
              "ad app credential reset "*"--query password"*) echo %s ;;
              "ad sp show "*) [[ $* =~ value==\\'([a-z_]+)\\' ]] && echo "graph-${BASH_REMATCH[1]}" ;;
            esac
            """.formatted(TENANT, API, API, WEBAPP, SECRET);

    /** @param folder an empty folder */
    static RegisterScript run(Path folder, String... arguments) {
        return run(folder, Map.of(), arguments);
    }

    /**
     * @param variables {@code SUFFIX} for the script; for the simulated tenant {@code THERE}, an existing registration,
     *     and {@code FAILS}, a call that fails
     */
    static RegisterScript run(Path folder, Map<String, String> variables, String... arguments) {
        try {
            var az = Files.writeString(
                    Files.createDirectories(folder.resolve("bin")).resolve("az"), AZ);
            if (!az.toFile().setExecutable(true)) {
                throw new IOException(az + " cannot be made executable");
            }
            var calls = Files.createDirectory(folder.resolve("calls"));
            var errors = folder.resolve("errors").toFile();
            var command = new ArrayList<>(List.of(SCRIPT.toString()));
            command.addAll(Arrays.asList(arguments));
            var builder = new ProcessBuilder(command).redirectError(errors);
            var environment = builder.environment();
            environment.put("PATH", az.getParent() + ":" + environment.get("PATH"));
            environment.putAll(Map.of("CALLS", calls.toString(), "THERE", "nothing", "FAILS", "nothing"));
            environment.putAll(variables);
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes());
            return new RegisterScript(process.waitFor(), output, Files.readString(errors.toPath()), read(calls));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body of its request for a registration. */
    JsonNode application(String id) {
        return body("appId='" + id + "'", "--body");
    }

    JsonNode federatedCredential() {
        return body("federated-credential", "--parameters");
    }

    /** The call that contains these words in sequence. */
    List<String> call(String... words) {
        return calls.stream()
                .filter(call -> String.join(" ", call).contains(String.join(" ", words)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("az was not asked for " + String.join(" ", words)));
    }

    /** The settings that it prints for a service, by environment variable. */
    Map<String, String> settings(String service) {
        var settings = new TreeMap<String, String>();
        output.split("# " + service + "\n", 2)[1]
                .split("\n\n", 2)[0]
                .lines()
                .forEach(line -> settings.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        return settings;
    }

    private JsonNode body(String word, String option) {
        var call = calls.stream()
                .filter(words -> words.stream().anyMatch(argument -> argument.contains(word)))
                .findFirst()
                .orElseThrow();
        try {
            return new ObjectMapper().readTree(call.get(call.indexOf(option) + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> read(Path calls) throws IOException {
        try (Stream<Path> files = Files.list(calls)) {
            return files.sorted().map(RegisterScript::words).toList();
        }
    }

    private static List<String> words(Path call) {
        try {
            return List.of(Files.readString(call).split("\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
