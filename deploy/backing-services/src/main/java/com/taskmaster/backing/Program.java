package com.taskmaster.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of this machine.
 *
 * @param name for people
 * @param commands any of them will do
 */
public record Program(String name, List<String> commands) {

    public Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> commands.stream().map(command -> Path.of(folder, command)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
