package com.taskmaster.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program installed on this machine.
 *
 * @param name the name for messages
 * @param commands alternative names of the executable
 */
public record Program(String name, List<String> commands) {

    public Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> commands.stream().map(command -> Path.of(folder, command)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
