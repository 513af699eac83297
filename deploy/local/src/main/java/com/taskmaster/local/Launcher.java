package com.taskmaster.local;

import com.taskmaster.backing.Keycloak;
import com.taskmaster.backing.StartFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/**
 * {@code mvn -Prun}: starts both services with Keycloak and PostgreSQL, prints their URLs, and stops them in order on
 * Ctrl-C.
 */
public final class Launcher {

    /** {@code -Dtaskmaster.run=backing-services} starts Keycloak and PostgreSQL only. */
    private static final String WHAT_TO_RUN = "taskmaster.run";

    private final PrintStream out;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Launcher(PrintStream out) {
        this.out = out;
    }

    /** @param arguments the folder of this module */
    public static void main(String... arguments) {
        var succeeded = new Launcher(System.out).run(Path.of(arguments[0]));
        if (!succeeded) {
            System.exit(1);
        }
    }

    private boolean run(Path module) {
        interruptAtCtrlC(Thread.currentThread());
        out.println();
        out.println("TaskMaster Pro");
        try (var pair = start(module)) {
            announce(pair, module);
            throw pair.onCrash().get();
        } catch (StartFailure e) {
            if (!Thread.interrupted()) {
                out.println();
                out.println("  " + e.getMessage());
                return false;
            }
            return true;
        } catch (InterruptedException e) {
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            stopped.countDown();
        }
    }

    private Pair start(Path module) {
        var settings = PairSettings.standard(module.resolve("data"));
        var steps = new Steps(out);
        return switch (System.getProperty(WHAT_TO_RUN, "pair")) {
            case "pair" -> Pair.start(settings, module.resolve("../..").normalize(), steps);
            case "backing-services" -> Pair.startBackingServices(settings, steps);
            default -> throw new StartFailure(WHAT_TO_RUN + " must be pair or backing-services");
        };
    }

    private void announce(Pair pair, Path module) {
        out.println();
        if (pair.hasServices()) {
            tell("Web app", pair.webapp());
            tell("Tasks API", pair.tasksApi() + "/q/swagger-ui");
        }
        tell(
                "Keycloak",
                pair.keycloak() + " (administrator: " + Keycloak.ADMINISTRATOR + "/" + Keycloak.ADMINISTRATOR + ")");
        tell("PostgreSQL", pair.database());
        out.println();
        tell("Sign in as", "alice/alice or bob/bob");
        tell("Data and logs", module.resolve("data"));
        tell("Stop with", "Ctrl-C");
        out.println();
    }

    private void tell(String name, Object value) {
        out.printf("  %-18s %s%n", name, value);
    }

    private void interruptAtCtrlC(Thread running) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            running.interrupt();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
